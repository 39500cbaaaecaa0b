package js

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type class uint8

const (
	end      class = iota
	name           // identifiers and keywords
	number         //
	quoted         // a string
	backtick       // the start of a template literal
	punct          //
	gap            // an expression of a page template
)

// token is one word of the program. text is its source; of a quoted one it is
// the text that it means.
type token struct {
	class      class
	text       string
	start, end int
	line       bool // a line ends before it
	quiet      int  // end of a quiet gap before it, 0 where there is none
	parts      []*Node
}

// lexer makes one token at a time. The parser looks back by keeping a copy of
// it, so it holds nothing that grows but the comments and problems.
type lexer struct {
	src  string
	gaps []Gap
	pos  int
	at   int // the first gap that ends behind pos
	dull int // no regular expression begins before this byte
	done int // the end of the token before tok
	work int // bytes looked at, for the test of linear time
	tok  token

	comments []Span
	problems []Problem
}

func (l *lexer) problem(m Mistake, start, end int) {
	if len(l.problems) < maxProblems {
		l.problems = append(l.problems, Problem{m, Span{start, end}})
	}
}

// gapAt gives the gap that begins at pos.
func (l *lexer) gapAt(pos int) (Gap, bool) {
	for l.at < len(l.gaps) && l.gaps[l.at].End <= pos {
		l.at++
	}
	if l.at < len(l.gaps) && l.gaps[l.at].Start == pos {
		return l.gaps[l.at], true
	}
	return Gap{}, false
}

// next reads the following token into tok.
func (l *lexer) next() {
	l.done = l.tok.end
	l.tok = token{}
	l.blanks()
	t := &l.tok
	t.start = l.pos
	if l.pos >= len(l.src) {
		t.end = len(l.src)
		return
	}
	if g, ok := l.gapAt(l.pos); ok {
		t.class, l.pos = gap, g.End
	} else {
		l.word(l.src[l.pos])
	}
	t.end = l.pos
	if t.class != quoted {
		t.text = l.src[t.start:t.end]
	}
	l.work += t.end - l.done + 1
}

func (l *lexer) word(c byte) {
	switch {
	case c == '"' || c == '\'':
		l.quote(c)
	case c == '`':
		l.tok.class, l.pos = backtick, l.pos+1
	case c >= '0' && c <= '9', c == '.' && l.pos+1 < len(l.src) && digit(l.src[l.pos+1]):
		l.number()
	case letter(c) || c == '\\' || c == '#':
		l.name()
	case c >= utf8.RuneSelf:
		l.wide()
	default:
		l.tok.class = punct
		l.pos += len(operator(l.src[l.pos:]))
	}
}

// blanks steps over white space, comments and quiet gaps.
func (l *lexer) blanks() {
	for l.pos < len(l.src) {
		if g, ok := l.gapAt(l.pos); ok {
			if !g.Quiet {
				return
			}
			l.tok.quiet, l.pos = g.End, g.End
			continue
		}
		rest := l.src[l.pos:]
		switch c := rest[0]; {
		case c == '\n':
			l.tok.line = true
			l.pos++
		case c <= ' ':
			l.pos++
		case strings.HasPrefix(rest, "//"), strings.HasPrefix(rest, "<!--"), l.tok.line && strings.HasPrefix(rest, "-->"):
			l.comment(strings.IndexByte(rest, '\n'), 0)
		case strings.HasPrefix(rest, "/*"):
			n := strings.Index(rest[2:], "*/")
			if n < 0 {
				l.problem(OpenComment, l.pos, l.pos+2)
			} else {
				n += 2
			}
			l.comment(n, 2)
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(rest)
			if !unicode.IsSpace(r) && r != '\ufeff' && r != '\u200b' {
				return
			}
			l.tok.line = l.tok.line || r == '\u2028' || r == '\u2029'
			l.pos += size
		default:
			return
		}
	}
}

// comment steps over one that ends n bytes on, with a closing mark of the given length.
func (l *lexer) comment(n, mark int) {
	start := l.pos
	if n < 0 {
		l.pos = len(l.src)
	} else {
		l.pos += n + mark
	}
	if mark > 0 && strings.IndexByte(l.src[start:l.pos], '\n') >= 0 {
		l.tok.line = true
	}
	if known := len(l.comments); known == 0 || l.comments[known-1].Start < start {
		l.comments = append(l.comments, Span{start, l.pos})
	}
}

func digit(c byte) bool  { return c >= '0' && c <= '9' }
func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$' }

func (l *lexer) number() {
	l.tok.class = number
	for dots := 0; l.pos < len(l.src); l.pos++ {
		c := l.src[l.pos]
		if c == '.' {
			dots++
		}
		exponent := (c == '+' || c == '-') && (l.src[l.pos-1]|0x20) == 'e' && !strings.HasPrefix(l.src[l.tok.start:], "0x")
		if !digit(c) && !letter(c) && c != '.' && !exponent || dots > 1 {
			return
		}
	}
}

func (l *lexer) name() {
	l.tok.class = name
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		if _, hole := l.gapAt(l.pos); hole && l.pos > l.tok.start {
			return
		}
		switch {
		case letter(c), digit(c), c == '#' && l.pos == l.tok.start:
			l.pos++
		case c == '\\' && strings.HasPrefix(l.src[l.pos:], `\u`):
			l.pos += 2
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(l.src[l.pos:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) {
				return
			}
			l.pos += size
		default:
			if l.pos == l.tok.start {
				l.tok.class = punct
				l.pos++ // a stray backslash
			}
			return
		}
	}
}

// wide reads what begins outside ASCII: a name, a word processor's quotation
// mark, or a sign that fits nowhere.
func (l *lexer) wide() {
	r, size := utf8.DecodeRuneInString(l.src[l.pos:])
	switch {
	case unicode.IsLetter(r):
		l.name()
	case strings.ContainsRune("“”‘’", r):
		l.curly(r, size)
	default:
		l.tok.class = punct
		l.pos += size
	}
}

// longestCurly bounds the search for the other mark.
const longestCurly = 300

// curly reads a text between quotation marks that no engine knows.
func (l *lexer) curly(r rune, size int) {
	l.problem(CurlyQuote, l.pos, l.pos+size)
	closing := "”“\""
	if r == '‘' || r == '’' {
		closing = "’‘'"
	}
	l.tok.class = quoted
	rest := l.src[l.pos+size:]
	line, _, _ := strings.Cut(rest[:min(len(rest), longestCurly)], "\n")
	if i := strings.IndexAny(line, closing); i >= 0 {
		l.tok.text = line[:i]
		_, last := utf8.DecodeRuneInString(line[i:])
		l.pos += size + i + last
		return
	}
	l.tok.class, l.pos = punct, l.pos+size
}

// operators by length, longest first.
var operators = [...][]string{
	{">>>="},
	{"...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??="},
	{"=>", "==", "!=", "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**"},
}

func operator(s string) string {
	for _, group := range operators {
		for _, op := range group {
			if strings.HasPrefix(s, op) && !(op == "?." && len(s) > 2 && digit(s[2])) {
				return op
			}
		}
	}
	return s[:1]
}
