package sh_test

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"smartro-wizard/snippets/legible"
)

// judge says what is wrong with a word for a string, reading it by the rules
// of POSIX. Real shells are asked end to end.
func judge(word, want string) error {
	got, err := read(word)
	if err != nil {
		return fmt.Errorf("%s: %w", word, err)
	}
	if got != want {
		return fmt.Errorf("%s is %q, want %q", word, got, want)
	}
	for i, r := range word {
		if !legible.Rune(r) && r != '\n' {
			return fmt.Errorf("raw %U at byte %d", r, i)
		}
	}
	return nil
}

const (
	opens  = `"$(printf '`
	closes = `')"`
)

// read is the text of one word made of pieces in single quotes, escaped quotes
// and one printf.
func read(word string) (string, error) {
	var b strings.Builder
	for word != "" {
		switch {
		case strings.HasPrefix(word, opens):
			format, rest, found := strings.Cut(word[len(opens):], closes)
			if !found || strings.ContainsAny(format, "'\n") {
				return "", fmt.Errorf("a printf that does not end")
			}
			said, err := print(format)
			if err != nil {
				return "", err
			}
			b.WriteString(strings.TrimRight(said, "\n"))
			word = rest
		case word[0] == '\'':
			text, rest, found := strings.Cut(word[1:], "'")
			if !found {
				return "", fmt.Errorf("a quote that does not end")
			}
			b.WriteString(text)
			word = rest
		case strings.HasPrefix(word, `\'`):
			b.WriteByte('\'')
			word = word[2:]
		default:
			return "", fmt.Errorf("%q stands outside of quotes", word)
		}
	}
	return b.String(), nil
}

// print does what printf does with a format and nothing else.
func print(format string) (string, error) {
	if strings.HasPrefix(format, "-") {
		return "", fmt.Errorf("an option")
	}
	var b []byte
	for i := 0; i < len(format); i++ {
		rest := format[i+1:]
		switch c := format[i]; {
		case c == '%' && strings.HasPrefix(rest, "%"):
			b = append(b, '%')
			i++
		case c == '%':
			return "", fmt.Errorf("a conversion: %q", format[i:])
		case c != '\\':
			b = append(b, c)
		case rest == "":
			return "", fmt.Errorf("ends in an escape")
		case strings.IndexByte(`\abfnrtv`, rest[0]) >= 0:
			b = append(b, "\\\a\b\f\n\r\t\v"[strings.IndexByte(`\abfnrtv`, rest[0])])
			i++
		default:
			digits := min(3, len(rest))
			for digits > 0 && strings.Trim(rest[:digits], "01234567") != "" {
				digits--
			}
			n, err := strconv.ParseUint(rest[:digits], 8, 8)
			if err != nil {
				return "", fmt.Errorf("an escape that is none: %q", format[i:])
			}
			b = append(b, byte(n))
			i += digits
		}
	}
	if !utf8.Valid(b) {
		return "", fmt.Errorf("bytes that are no text")
	}
	return string(b), nil
}
