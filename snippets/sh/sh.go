// Package sh writes values as words of the POSIX shell that mean exactly the
// value. It is the only maker of Lit, and templates take nothing else from
// people.
//
// A word is for where one value stands: behind the = of an assignment or as an
// argument. Text that a reader can see stands in single quotes; for the rest
// printf is asked, because the shell has no escapes of its own. A zero
// character has no place in a shell and is refused, like bytes that are no
// text. What is nested becomes its text of JSON.
package sh

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"smartro-wizard/snippets/legible"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

// Lit is a complete word.
type Lit struct{ code string }

// String is the code. The zero Lit is an empty word, so that one that was
// forgotten is a value and not a hole in the code.
func (l Lit) String() string {
	if l.code == "" {
		return "''"
	}
	return l.code
}

// Encode writes a value. The error is a *refusal.Error.
func Encode(v value.Value) (Lit, error) {
	switch v.Kind() {
	case value.Null:
		return Lit{}, nil
	case value.Bool, value.Number, value.List, value.Object:
		if v.Kind() == value.Number {
			return Lit{v.Text()}, nil // its letters are digits, a dot, e and signs
		}
		raw, err := v.MarshalJSON()
		if err != nil {
			return Lit{}, err
		}
		return String(string(raw))
	case value.String:
		return String(v.Text())
	}
	return Lit{}, &refusal.Error{Reason: refusal.NoValue}
}

// String writes a text.
func String(s string) (Lit, error) {
	switch {
	case !utf8.ValidString(s):
		return Lit{}, &refusal.Error{Reason: refusal.InvalidUTF8}
	case strings.Contains(s, "\x00"):
		return Lit{}, &refusal.Error{Reason: refusal.ZeroCharacter}
	case plain(s):
		return Lit{"'" + strings.ReplaceAll(s, "'", `'\''`) + "'"}, nil
	}
	return Lit{printed(s)}, nil
}

// plain reports whether a reader sees all of a text as it is. A mark at the
// beginning, or behind a quote, would sit on the quote.
func plain(s string) bool {
	loose := true
	for _, r := range s {
		if !legible.Rune(r) || loose && legible.Joins(r) {
			return false
		}
		loose = r == '\''
	}
	return true
}

// printed has printf write the text, byte by byte where a reader could not see
// it. The shell takes line ends away from the end of what a command says, so
// they stand behind it in quotes of their own.
func printed(s string) string {
	body := strings.TrimRight(s, "\n")
	ends := strings.Repeat("\n", len(s)-len(body))
	if ends != "" {
		ends = "'" + ends + "'"
	}
	if body == "" || plain(body) {
		quoted, _ := String(body)
		return quoted.code + ends
	}
	var b strings.Builder
	b.WriteString(`"$(printf '`)
	loose := true
	for i, r := range body {
		if raw := plain(string(r)) || !loose && legible.Joins(r); raw && !strings.ContainsRune(`'\%`, r) && (i > 0 || r != '-') {
			b.WriteRune(r)
			loose = false
			continue
		}
		loose = true
		octal(&b, r)
	}
	b.WriteString(`')"`)
	return b.String() + ends
}

// octal writes the bytes of a character as printf's format has them; always
// three digits, because a digit may follow. A hyphen in front would be taken
// for an option.
func octal(b *strings.Builder, r rune) {
	switch r {
	case '\\':
		b.WriteString(`\\`)
	case '%':
		b.WriteString(`%%`)
	case '\n':
		b.WriteString(`\n`)
	case '\r':
		b.WriteString(`\r`)
	case '\t':
		b.WriteString(`\t`)
	default:
		for _, c := range []byte(string(r)) {
			fmt.Fprintf(b, `\%03o`, c)
		}
	}
}
