package js

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"smartro-wizard/snippets/legible"
	"smartro-wizard/snippets/refusal"
)

// quote writes a string literal in double quotes.
func (d Dialect) quote(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", &refusal.Error{Reason: refusal.InvalidUTF8}
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte('"')
	last := '"' // what stands before, as a reader of the code sees it
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case d.ASCII && r >= utf8.RuneSelf || mustEscape(r) || opensTemplate(last, r, next) || joinsEscape(last, r):
			escape(&b, r)
			last = '"'
			continue
		default:
			b.WriteRune(r)
		}
		last = r
	}
	b.WriteByte('"')
	return b.String(), nil
}

// mustEscape reports what may not stand raw in code: what nobody sees, and <,
// which opens everything in HTML.
func mustEscape(r rune) bool { return r == '<' || !legible.Rune(r) }

// opensTemplate reports what a template engine of the page around would take
// for its own: ${ #{ *{ @{ {{ {% {# {! [[ [(, and \$ \# of which JSP takes the
// backslash away.
func opensTemplate(last, r, next rune) bool {
	switch r {
	case '$', '#':
		return last == '\\'
	case '{':
		return strings.ContainsRune("$#*@", last) || strings.ContainsRune("{%#!", next)
	case '[':
		return next == '[' || next == '('
	}
	return false
}

// joinsEscape reports a combining mark that would sit on the quote or on an
// escape instead of on its letter.
func joinsEscape(last, r rune) bool { return last == '"' && legible.Joins(r) }

func escape(b *strings.Builder, r rune) {
	switch r {
	case '\n':
		b.WriteString(`\n`)
	case '\r':
		b.WriteString(`\r`)
	case '\t':
		b.WriteString(`\t`)
	default:
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			fmt.Fprintf(b, `\u%04x\u%04x`, high, low)
			return
		}
		fmt.Fprintf(b, `\u%04x`, r)
	}
}

// proto is the one key that a literal takes for something else.
const proto = "__proto__"

// key writes an object key. The computed form is the only one with which
// __proto__ is a key like any other, and ES5 does not have it.
func (d Dialect) key(s string) (string, error) {
	switch {
	case s == proto && d.ES5:
		return "", &refusal.Error{Reason: refusal.KeyInES5, Path: s}
	case s == proto:
		return `["__proto__"]`, nil
	case isName(s):
		return s, nil
	}
	return d.quote(s)
}

func isName(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := c == '_' || c == '$' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}
