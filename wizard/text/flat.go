package text

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode/utf8"
)

// flat reads an object of strings. It is here for the start-up time: the
// library's decoder takes ten times as long for the first file, and every
// command begins with one. What it does not know it leaves to the library.
func flat(raw string) (map[string]string, error) {
	if t, ok := fields(raw); ok {
		return t, nil
	}
	t := map[string]string{}
	return t, json.Unmarshal([]byte(raw), &t)
}

func fields(raw string) (map[string]string, bool) {
	t := make(map[string]string, strings.Count(raw, "\n"))
	rest, ok := mark(raw, '{')
	if !ok || !utf8.ValidString(raw) {
		return nil, false
	}
	for more := true; more; {
		var key, val string
		if key, rest, ok = quoted(rest); !ok {
			return nil, false
		}
		if rest, ok = mark(rest, ':'); !ok {
			return nil, false
		}
		if val, rest, ok = quoted(rest); !ok {
			return nil, false
		}
		t[key] = val
		rest, more = mark(rest, ',')
	}
	rest, ok = mark(rest, '}')
	return t, ok && rest == ""
}

// mark passes a mark and the blanks around it.
func mark(s string, m byte) (rest string, ok bool) {
	s = strings.TrimLeft(s, blanks)
	if s == "" || s[0] != m {
		return s, false
	}
	return strings.TrimLeft(s[1:], blanks), true
}

const blanks = " \t\r\n"

// quoted reads a string at the beginning of s.
func quoted(s string) (text, rest string, ok bool) {
	if s == "" || s[0] != '"' {
		return "", s, false
	}
	escaped := false
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ':
			return "", s, false
		case c == '"' && !escaped:
			return s[1:i], s[i+1:], true
		case c == '"':
			text, err := strconv.Unquote(s[:i+1])
			return text, s[i+1:], err == nil
		case c == '\\' && (i+1 == len(s) || !strings.ContainsRune(`"\n`, rune(s[i+1]))):
			return "", s, false // an escape that only JSON has
		case c == '\\':
			escaped = true
			i++
		}
	}
	return "", s, false
}
