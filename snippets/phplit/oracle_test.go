package phplit_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"smartro-wizard/snippets/legible"
)

// judge says what is wrong with a literal for a string, reading it by the
// rules of PHP's manual. The real PHP is asked end to end.
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

func read(lit string) (string, error) {
	if len(lit) < 2 || lit[0] != '"' && lit[0] != '\'' {
		return "", fmt.Errorf("is no string")
	}
	quote, rest := lit[0], lit[1:]
	var b strings.Builder
	for len(rest) > 0 {
		switch c := rest[0]; {
		case c == quote:
			if rest = rest[1:]; rest != "" {
				return "", fmt.Errorf("goes on with %q behind its end", rest)
			}
			return b.String(), nil
		case c == '\\' && quote == '\'':
			rest = single(&b, rest)
		case c == '\\':
			rest = double(&b, rest)
		case quote == '"' && variable.MatchString(rest):
			return "", fmt.Errorf("has a variable at %q", rest)
		default:
			b.WriteByte(c)
			rest = rest[1:]
		}
	}
	return "", fmt.Errorf("does not end")
}

// variable is how PHP finds one in double quotes.
var variable = regexp.MustCompile(`^(\$[a-zA-Z_\x80-\xff{]|\{\$)`)

func single(b *strings.Builder, rest string) string {
	if len(rest) > 1 && (rest[1] == '\\' || rest[1] == '\'') {
		rest = rest[1:]
	}
	b.WriteByte(rest[0])
	return rest[1:]
}

var (
	codePoint   = regexp.MustCompile(`^\\u\{([0-9a-fA-F]+)\}`)
	hexadecimal = regexp.MustCompile(`^\\x([0-9a-fA-F]{1,2})`)
	octal       = regexp.MustCompile(`^\\([0-7]{1,3})`)
)

// double leaves a backslash alone where it begins no escape, as PHP does.
func double(b *strings.Builder, rest string) string {
	if m := codePoint.FindStringSubmatch(rest); m != nil {
		n, _ := strconv.ParseUint(m[1], 16, 32)
		b.WriteString(string(utf8.AppendRune(nil, rune(n))))
		return rest[len(m[0]):]
	}
	for form, base := range map[*regexp.Regexp]int{hexadecimal: 16, octal: 8} {
		if m := form.FindStringSubmatch(rest); m != nil {
			n, _ := strconv.ParseUint(m[1], base, 16)
			b.WriteByte(byte(n))
			return rest[len(m[0]):]
		}
	}
	if len(rest) > 1 {
		if i := strings.IndexByte(`nrtvef\$"`, rest[1]); i >= 0 {
			b.WriteByte("\n\r\t\v\x1b\f\\$\""[i])
			return rest[2:]
		}
	}
	b.WriteByte('\\')
	return rest[1:]
}
