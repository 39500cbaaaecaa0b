package js

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// quote reads a text in single or double quotes. Gaps in it become parts.
func (l *lexer) quote(mark byte) {
	l.tok.class = quoted
	l.pos++
	var b strings.Builder
	from := l.pos // the text of the current part begins here
	for {
		if l.pos >= len(l.src) || l.src[l.pos] == '\n' {
			l.problem(OpenString, l.tok.start, l.pos)
			break
		}
		if g, ok := l.gapAt(l.pos); ok {
			l.part(&b, from)
			l.tok.parts = append(l.tok.parts, &Node{Kind: Hole, Text: l.src[g.Start:g.End], Start: g.Start, End: g.End})
			l.pos, from = g.End, g.End
			continue
		}
		c := l.src[l.pos]
		if c == mark {
			break
		}
		l.pos += unescape(&b, l.src[l.pos:])
	}
	if l.tok.parts != nil {
		l.part(&b, from)
	} else {
		l.tok.text = b.String()
	}
	if l.pos < len(l.src) && l.src[l.pos] == mark {
		l.pos++
	}
}

// part ends a piece of text between gaps.
func (l *lexer) part(b *strings.Builder, from int) {
	if from < l.pos {
		l.tok.parts = append(l.tok.parts, &Node{Kind: String, Text: b.String(), Start: from, End: l.pos})
	}
	b.Reset()
}

// unescape writes what the beginning of s means and gives its length.
func unescape(b *strings.Builder, s string) int {
	if s[0] != '\\' || len(s) == 1 {
		_, size := utf8.DecodeRuneInString(s)
		b.WriteString(s[:size])
		return size
	}
	switch c := s[1]; c {
	case 'n', 't', 'r', 'b', 'f', 'v', '0':
		b.WriteByte("\n\t\r\b\f\v\x00"[strings.IndexByte("ntrbfv0", c)])
		return 2
	case '\r':
		if strings.HasPrefix(s, "\\\r\n") {
			return 3
		}
		return 2
	case '\n':
		return 2
	case 'x':
		return code(b, s, s[2:], 2, 2)
	case 'u':
		if strings.HasPrefix(s, `\u{`) {
			if i := strings.IndexByte(s[:min(len(s), 12)], '}'); i > 0 {
				return 1 + code(b, s, s[3:], i-3, 3)
			}
		}
		return code(b, s, s[2:], 4, 2)
	}
	_, size := utf8.DecodeRuneInString(s[1:])
	b.WriteString(s[1 : 1+size])
	return 1 + size
}

// code writes the code point of the first n hexadecimal digits, and of a second
// surrogate behind it. An escape that is none stays as it is.
func code(b *strings.Builder, s, digits string, n, head int) int {
	if len(digits) < n {
		b.WriteByte(s[0])
		return 1
	}
	x, err := strconv.ParseUint(digits[:n], 16, 32)
	if err != nil {
		b.WriteByte(s[0])
		return 1
	}
	r := rune(x)
	if rest := digits[n:]; utf16.IsSurrogate(r) && len(rest) >= 6 && strings.HasPrefix(rest, `\u`) {
		if low, err := strconv.ParseUint(rest[2:6], 16, 32); err == nil {
			if pair := utf16.DecodeRune(r, rune(low)); pair != utf8.RuneError {
				b.WriteRune(pair)
				return head + n + 6
			}
		}
	}
	b.WriteRune(r)
	return head + n
}

// NumberOf is the number that the source of a Number node means.
func NumberOf(source string) (float64, bool) {
	s := strings.ToLower(strings.ReplaceAll(source, "_", ""))
	if len(s) > 2 && s[0] == '0' && strings.IndexByte("xob", s[1]) >= 0 {
		n, err := strconv.ParseUint(s, 0, 64)
		return float64(n), err == nil
	}
	f, err := strconv.ParseFloat(strings.TrimSuffix(s, "n"), 64)
	return f, err == nil && !strings.ContainsAny(s, "xp")
}

// regex reads a regular expression that begins at the current token.
func (l *lexer) regex() {
	start := l.tok.start
	l.pos = start + 1
	if start < l.dull {
		l.tok.end = l.pos
		return
	}
	for class := false; l.pos < len(l.src) && l.src[l.pos] != '\n'; l.pos++ {
		l.work++
		switch c := l.src[l.pos]; {
		case c == '\\' && l.pos+1 < len(l.src):
			l.pos++
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '/' && !class:
			l.pos++
			for l.pos < len(l.src) && letter(l.src[l.pos]) {
				l.pos++
			}
			l.tok.end = l.pos
			return
		}
	}
	l.problem(Unreadable, start, start+1)
	l.dull, l.pos = l.pos, start+1
	l.tok.end = l.pos
}

// chunk reads the text of a template literal up to the next expression. done
// says that the literal ends there.
func (l *lexer) chunk() (n *Node, done bool) {
	n = &Node{Kind: String, Start: l.pos}
	var b strings.Builder
	for {
		if _, hole := l.gapAt(l.pos); hole {
			break
		}
		if l.pos >= len(l.src) {
			l.problem(OpenString, n.Start, n.Start)
			done = true
			break
		}
		if rest := l.src[l.pos:]; rest[0] == '`' {
			done = true
			break
		} else if strings.HasPrefix(rest, "${") {
			break
		} else {
			l.pos += unescape(&b, rest)
		}
	}
	n.Text, n.End = b.String(), l.pos
	if done && l.pos < len(l.src) {
		l.pos++
	}
	return n, done
}
