package python_test

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"smartro-wizard/snippets/legible"
)

// judge says what is wrong with a literal for a string, reading it by the
// rules of Python's reference. The real Python is asked end to end.
func judge(lit, want string) error {
	got, err := read(lit)
	if err != nil {
		return fmt.Errorf("%s: %w", lit, err)
	}
	if got != want {
		return fmt.Errorf("%s is %q, want %q", lit, got, want)
	}
	for i, r := range lit {
		if !legible.Rune(r) {
			return fmt.Errorf("raw %U at byte %d", r, i)
		}
	}
	return nil
}

// read is the text of one literal in double or single quotes without a prefix.
func read(lit string) (string, error) {
	if len(lit) < 2 || lit[0] != '"' && lit[0] != '\'' {
		return "", fmt.Errorf("is no string")
	}
	quote, rest := rune(lit[0]), lit[1:]
	var b strings.Builder
	for len(rest) > 0 {
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case r == quote:
			if rest = rest[size:]; rest != "" {
				return "", fmt.Errorf("goes on with %q behind its end", rest)
			}
			return b.String(), nil
		case r == '\n' || r == '\r' || r == 0 || r == utf8.RuneError && size == 1:
			return "", fmt.Errorf("breaks at %q", rest)
		case r == '\\':
			var err error
			if rest, err = unescape(&b, rest[1:]); err != nil {
				return "", err
			}
		default:
			b.WriteRune(r)
			rest = rest[size:]
		}
	}
	return "", fmt.Errorf("does not end")
}

func unescape(b *strings.Builder, rest string) (string, error) {
	if rest == "" {
		return "", fmt.Errorf("ends in an escape")
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[rest[0]]
	switch plain := strings.IndexByte(`\'"abfnrtv`, rest[0]); {
	case plain >= 0:
		b.WriteByte("\\'\"\a\b\f\n\r\t\v"[plain])
		return rest[1:], nil
	case digits == 0 || len(rest) <= digits:
		return "", fmt.Errorf("has an escape that is none: %q", rest)
	}
	n, err := strconv.ParseUint(rest[1:1+digits], 16, 32)
	if err != nil || n > utf8.MaxRune {
		return "", fmt.Errorf("has an escape that is none: %q", rest)
	}
	b.WriteRune(rune(n))
	return rest[1+digits:], nil
}
