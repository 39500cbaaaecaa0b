package python

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"smartro-wizard/snippets/legible"
	"smartro-wizard/snippets/refusal"
)

// quote writes a string literal in double quotes, or in single ones where those
// need fewer escapes, as Python's formatters do.
func (d Dialect) quote(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", &refusal.Error{Reason: refusal.InvalidUTF8}
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	mark := '"'
	if strings.Count(s, `"`) > strings.Count(s, "'") {
		mark = '\''
	}
	b.WriteRune(mark)
	loose := true // a combining mark would sit on the quote or on an escape
	for _, r := range s {
		switch {
		case r == mark || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case d.ASCII && r >= utf8.RuneSelf || !legible.Rune(r) || loose && legible.Joins(r):
			escape(&b, r)
			loose = true
			continue
		default:
			b.WriteRune(r)
		}
		loose = r == mark
	}
	b.WriteRune(mark)
	return b.String(), nil
}

func escape(b *strings.Builder, r rune) {
	switch {
	case r == '\n':
		b.WriteString(`\n`)
	case r == '\r':
		b.WriteString(`\r`)
	case r == '\t':
		b.WriteString(`\t`)
	case r <= 0xff:
		fmt.Fprintf(b, `\x%02x`, r)
	case r <= 0xffff:
		fmt.Fprintf(b, `\u%04x`, r)
	default:
		fmt.Fprintf(b, `\U%08x`, r)
	}
}
