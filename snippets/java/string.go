package java

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"smartro-wizard/snippets/legible"
	"smartro-wizard/snippets/refusal"
)

// maxConstant is what a class file holds of one string, in its own UTF-8.
const maxConstant = 65535

// quote writes a string literal.
func (d Dialect) quote(s string) (string, error) {
	if !utf8.ValidString(s) {
		return "", &refusal.Error{Reason: refusal.InvalidUTF8}
	}
	if constantSize(s) > maxConstant {
		return "", &refusal.Error{Reason: refusal.TooLong}
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte('"')
	last := '"' // what stands before, as a reader of the code sees it
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case d.ASCII && r >= utf8.RuneSelf || !legible.Rune(r) || endsScriptlet(last, r) || last == '"' && legible.Joins(r):
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

// constantSize counts as a class file does: two bytes for NUL, and the two
// halves of what lies above U+FFFF as three bytes each.
func constantSize(s string) int {
	size := len(s)
	for _, r := range s {
		switch {
		case r == 0:
			size++
		case r > 0xffff:
			size += 2
		}
	}
	return size
}

// endsScriptlet reports the > of %>, which ends a scriptlet even in a string.
func endsScriptlet(last, r rune) bool { return last == '%' && r == '>' }

// escape writes controls of ASCII in the way that only strings know.
func escape(b *strings.Builder, r rune) {
	switch high, low := utf16.EncodeRune(r); {
	case r == '\n':
		b.WriteString(`\n`)
	case r == '\r':
		b.WriteString(`\r`)
	case r == '\t':
		b.WriteString(`\t`)
	case r < ' ' || r == 0x7f:
		fmt.Fprintf(b, `\%03o`, r)
	case high != unicode.ReplacementChar:
		fmt.Fprintf(b, `\u%04x\u%04x`, high, low)
	default:
		fmt.Fprintf(b, `\u%04x`, r)
	}
}
