package region

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/lint/js"
)

// engines says which page templates may stand in a piece of JavaScript.
type engines struct {
	all    bool // those whose marks no JavaScript has: <% <? {% [[${
	tags   bool // {{ }}, which JSX has too
	dollar bool // ${ } outside of template literals, #{ }, and tags with a prefix
	blade  bool // @json( )
	here   bool // {$x} and $x in a text of PHP
	format bool // {x} in a formatted text of Python, where braces are doubled
}

// maxGap bounds the search for the end of a gap that is never closed.
const maxGap = 4000

// maxGroup bounds the same for an expression in brackets, which stands on one line.
const maxGroup = 1000

// gaps finds the pieces of a page template in JavaScript.
func gaps(text string, e engines) []js.Gap {
	if !strings.ContainsAny(text, "<{[$@") {
		return nil
	}
	var all []js.Gap
	ticks := 0 // inside a template literal
	for i := 0; i < len(text); {
		if text[i] == '`' {
			ticks ^= 1
		}
		g, n := e.gap(text, i, ticks == 1)
		if n == 0 {
			i++
			continue
		}
		g.Start, g.End = i, i+n
		all = append(all, g)
		i += n
	}
	return slices.Clip(all)
}

// gap looks for one that begins at i and gives its length, 0 for none.
func (e engines) gap(text string, i int, literal bool) (g js.Gap, n int) {
	s := text[i:]
	switch s[0] {
	case '<':
		return e.angle(s)
	case '{':
		switch {
		case e.format && strings.HasPrefix(s, "{{"):
			return g, 0
		case e.format && (i == 0 || text[i-1] != '{'), e.here && strings.HasPrefix(s, "{$"):
			return g, balanced(s, 0)
		}
		return e.brace(text, i)
	case '[':
		if hasAny(s, "[[$", "[[@", "[[#", "[[*", "[[~") {
			return g, upTo(s, "]]")
		}
		if hasAny(s, "[($", "[(@", "[(#") {
			return g, upTo(s, ")]")
		}
	case '/':
		if strings.HasPrefix(s, "/*[[") || strings.HasPrefix(s, "/*[(") {
			return g, natural(s)
		}
	case '$', '#':
		if e.here && s[0] == '$' {
			return g, variable(s)
		}
		if (e.dollar || !literal && e.tags && s[0] == '$') && len(s) > 1 && s[1] == '{' {
			return g, balanced(s[1:], 1)
		}
	case '@':
		if e.blade && strings.HasPrefix(s, "@json(") {
			return g, balanced(s[len("@json"):], len("@json"))
		}
	}
	return g, 0
}

func (e engines) angle(s string) (g js.Gap, n int) {
	switch {
	case strings.HasPrefix(s, "<%--"):
		return js.Gap{Quiet: true}, upTo(s, "--%>")
	case strings.HasPrefix(s, "<%"):
		return js.Gap{Quiet: !hasAny(s, "<%=", "<%-", "<%:")}, upTo(s, "%>")
	case strings.HasPrefix(s, "<?"):
		code := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s[2:min(len(s), 40)], "php"), "PHP"))
		n = upTo(s, "?>")
		if n == 0 {
			n = len(s) // PHP may leave the end out
		}
		return js.Gap{Quiet: !strings.HasPrefix(s, "<?=") && !hasAny(code, "echo", "print")}, n
	case e.dollar && prefixed(s):
		n = tagEnd(s)
		return js.Gap{Quiet: n < 2 || s[n-2] != '/'}, n
	}
	return g, 0
}

// prefixed reports whether s begins with a tag such as <c:if> or </spring:url>.
func prefixed(s string) bool {
	name := strings.TrimPrefix(s[1:min(len(s), 40)], "/")
	i := strings.IndexFunc(name, func(r rune) bool { return (r < 'a' || r > 'z') && r != '-' })
	return i > 0 && name[i] == ':' && i+1 < len(name) && name[i+1] >= 'A' && !strings.HasPrefix(name[i:], "::")
}

func (e engines) brace(text string, i int) (g js.Gap, n int) {
	s := text[i:]
	switch {
	case strings.HasPrefix(s, "{%"):
		return js.Gap{Quiet: true}, upTo(s, "%}")
	case strings.HasPrefix(s, "{#") && e.tags:
		return js.Gap{Quiet: true}, upTo(s, "#}")
	case strings.HasPrefix(s, "{!!"):
		return g, upTo(s, "!!}")
	case strings.HasPrefix(s, "{{") && e.tags && valueBefore(text[:i]):
		n = upTo(s, "}}")
		if strings.HasPrefix(s, "{{{") && n > 0 && strings.HasPrefix(s[n:], "}") {
			n++
		}
		if strings.Contains(s[:n], "\n") {
			return g, 0
		}
		return g, n
	}
	return g, 0
}

// valueBefore reports whether a value may begin after the text, so that {{ is
// no two blocks.
func valueBefore(before string) bool {
	t := strings.TrimRight(before, " \t")
	if t == "" {
		return true
	}
	if strings.IndexByte(":(,'\"[+-*/?&|=`_", t[len(t)-1]) >= 0 {
		return true
	}
	last := t[len(t)-1]
	return len(t) == len(before) && last > ' ' && last != '{' && last != ')' && last != ';' && last != '>' // inside a text
}

// natural is the length of Thymeleaf's comment with the value behind it that
// stands in for it.
func natural(s string) int {
	n := upTo(s, "*/")
	if n == 0 {
		return 0
	}
	n += len(s[n:]) - len(strings.TrimLeft(s[n:], " \t"))
	rest := s[n:]
	if rest == "" {
		return n
	}
	if q := rest[0]; q == '"' || q == '\'' {
		if i := strings.IndexByte(rest[1:min(len(rest), maxGap)], q); i >= 0 {
			return n + i + 2
		}
		return n
	}
	for i, r := range rest {
		if strings.ContainsRune(",;)}]\r\n \t", r) {
			return n + i
		}
	}
	return n
}

// tagEnd is the length of a tag; a sign in quotes does not end it.
func tagEnd(s string) int {
	var quote byte
	for i := range s[:min(len(s), maxGap)] {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return 0
}

// upTo is the length of s up to and with the mark, 0 where it is not near.
func upTo(s, mark string) int {
	i := strings.Index(s[:min(len(s), maxGap)], mark)
	if i < 0 {
		return 0
	}
	return i + len(mark)
}

// balanced is the length of a group in brackets at the start of s, plus head.
func balanced(s string, head int) int {
	open := 0
	for i := range s[:min(len(s), maxGroup)] {
		switch s[i] {
		case '{', '(':
			open++
		case '}', ')':
			if open--; open == 0 {
				return head + i + 1
			}
		case '\n':
			return 0
		}
	}
	return 0
}

// variable is the length of $name, 0 where that is jQuery's $.
func variable(s string) int {
	n := 1
	for n < len(s) && (s[n] == '_' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || n > 1 && s[n] >= '0' && s[n] <= '9') {
		n++
	}
	if n == 1 {
		return 0
	}
	return n
}

// undouble writes a formatted text of Python as it will be, its length kept.
func undouble(s string) string { return strings.NewReplacer("{{", " {", "}}", "} ").Replace(s) }

func hasAny(s string, heads ...string) bool {
	return slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(s, h) })
}
