package phplit

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"smartro-wizard/snippets/legible"
	"smartro-wizard/snippets/refusal"
)

func (d Dialect) quote(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", &refusal.Error{Reason: refusal.InvalidUTF8}
	}
	if d.plain(s) {
		return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'", nil
	}
	return d.double(s), nil
}

// plain reports whether every character may stand raw: single quotes know no
// escape but of themselves and of the backslash.
func (d Dialect) plain(s string) bool {
	last := '\''
	for _, r := range s {
		if d.mustEscape(last, r) {
			return false
		}
		last = r
	}
	return true
}

// double writes a string in double quotes. Without a dollar sign nothing in it
// is a variable: { begins one only before $.
func (d Dialect) double(s string) string {
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte('"')
	last := '"' // what stands before, as a reader of the code sees it
	for _, r := range s {
		switch {
		case r == '"' || r == '\\' || r == '$':
			b.WriteByte('\\')
			b.WriteRune(r)
		case d.mustEscape(last, r):
			escape(&b, r)
			last = '"'
			continue
		default:
			b.WriteRune(r)
		}
		last = r
	}
	b.WriteByte('"')
	return b.String()
}

// mustEscape reports what may not stand raw in code: what nobody sees, and a
// combining mark that would sit on a quote or on an escape.
func (d Dialect) mustEscape(last, r rune) bool {
	onQuote := (last == '"' || last == '\'') && legible.Joins(r)
	return d.ASCII && r >= utf8.RuneSelf || !legible.Rune(r) || onQuote
}

func escape(b *strings.Builder, r rune) {
	switch r {
	case '\n':
		b.WriteString(`\n`)
	case '\r':
		b.WriteString(`\r`)
	case '\t':
		b.WriteString(`\t`)
	default:
		fmt.Fprintf(b, `\u{%x}`, r)
	}
}
