package java_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// judge says what is wrong with a literal for a string, reading it as the Java
// Language Specification does: first the Unicode escapes (3.3), then the
// string (3.10.5). The end-to-end tests ask two compilers.
func judge(lit, want string) error {
	if !utf8.ValidString(lit) {
		return errors.New("is not UTF-8")
	}
	units, err := translate(utf16.Encode([]rune(lit)))
	if err != nil {
		return err
	}
	got, rest, err := stringLiteral(units)
	switch {
	case err != nil:
		return err
	case len(rest) > 0:
		return fmt.Errorf("%d characters of code follow the string", len(rest))
	}
	if w := utf16.Encode([]rune(want)); string(utf16.Decode(got)) != want || len(got) != len(w) {
		return fmt.Errorf("is %q", string(utf16.Decode(got)))
	}
	return rawTrouble(lit)
}

// translate is the first of Java's steps. A backslash begins an escape if an
// even number of them stands before it.
func translate(in []uint16) ([]uint16, error) {
	var out []uint16
	backslashes := 0
	for i := 0; i < len(in); i++ {
		if in[i] != '\\' || backslashes%2 == 1 || i+1 >= len(in) || in[i+1] != 'u' {
			if backslashes++; in[i] != '\\' {
				backslashes = 0
			}
			out = append(out, in[i])
			continue
		}
		for i+1 < len(in) && in[i+1] == 'u' {
			i++
		}
		if i+4 >= len(in) {
			return nil, errors.New("half a Unicode escape")
		}
		n, err := strconv.ParseUint(string(utf16.Decode(in[i+1:i+5])), 16, 16)
		if err != nil {
			return nil, err
		}
		out = append(out, uint16(n))
		i, backslashes = i+4, 0
	}
	return out, nil
}

// stringLiteral is the text of the string that the code begins with, and what
// follows it.
func stringLiteral(in []uint16) (text, rest []uint16, err error) {
	if len(in) == 0 || in[0] != '"' {
		return nil, nil, errors.New("is no string")
	}
	for i := 1; i < len(in); i++ {
		switch in[i] {
		case '"':
			return text, in[i+1:], nil
		case '\n', '\r':
			return nil, nil, errors.New("the line ends inside the string")
		case '\\':
			u, size, err := escapeSequence(in[i+1:])
			if err != nil {
				return nil, nil, err
			}
			text = append(text, u)
			i += size
		default:
			text = append(text, in[i])
		}
	}
	return nil, nil, errors.New("the string does not end")
}

func escapeSequence(in []uint16) (unit uint16, size int, err error) {
	if len(in) == 0 {
		return 0, 0, errors.New("the code ends with a backslash")
	}
	if i := strings.IndexRune(`btnfr"'\`, rune(in[0])); i >= 0 {
		return uint16("\b\t\n\f\r\"'\\"[i]), 1, nil
	}
	limit := 2
	if in[0] <= '3' {
		limit = 3
	}
	for size < limit && size < len(in) && in[size] >= '0' && in[size] <= '7' {
		unit = unit*8 + in[size] - '0'
		size++
	}
	if size == 0 {
		return 0, 0, fmt.Errorf("no escape %q", rune(in[0]))
	}
	return unit, size, nil
}

// rawTrouble finds what nobody sees and what ends a scriptlet.
func rawTrouble(lit string) error {
	if strings.Contains(lit, "%>") {
		return errors.New("ends a scriptlet")
	}
	for i, r := range lit {
		if r != ' ' && (unicode.In(r, unicode.C, unicode.Z) || !unicode.IsGraphic(r) || strings.ContainsRune("\u3164\u115f\u1160\uffa0\ufe0f\u034f", r)) {
			return fmt.Errorf("raw %U at byte %d", r, i)
		}
	}
	return nil
}
