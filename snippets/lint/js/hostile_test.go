package js

import (
	"fmt"
	"strings"
	"testing"
)

// hostile is text that nests or repeats; n is about its length.
var hostile = []struct {
	name string
	text func(n int) string
}{
	{"not", repeated("x=", "!", "1")},
	{"minus", repeated("x=", "-", "1")},
	{"brackets", nested("x=", "[", "]")},
	{"parentheses", nested("x=", "(", ")")},
	{"open parentheses", repeated("x=", "(", "")},
	{"objects", nested("x=", "{a:", "}")},
	{"blocks", nested("", "{", "}")},
	{"functions", nested("", "(function(){", "})")},
	{"templates", nested("x=", "`${", "}`")},
	{"elements", nested("x=", "<a>", "</a>")},
	{"open elements", repeated("x=", "<a>", "")},
	{"attributes", nested("x=", "<a b={", "}/>")},
	{"arrows", repeated("x=", "a=>", "1")},
	{"async", repeated("x=", "async(", "1")},
	{"typed arrows", repeated("x=", "(a):", "1")},
	{"typed blocks", repeated("x=", "(a):{", "1")},
	{"conditions", repeated("x=", "a?b:", "1")},
	{"conditions inside", repeated("x=", "a?", "1")},
	{"ifs", repeated("", "if(a)", "b")},
	{"else ifs", repeated("", "if(a)b;else ", "b")},
	{"assignments", repeated("", "a=", "1")},
	{"members", repeated("x=a", ".b", "")},
	{"calls", repeated("x=a", "()", "")},
	{"mixed operators", repeated("x=", "a-b+", "1")},
	{"powers", repeated("x=", "a**", "1")},
	{"sums", repeated("x=", "'a'+", "'a'")},
	{"news", repeated("x=", "new ", "A")},
	{"awaits", repeated("async()=>", "await ", "1")},
	{"yields", repeated("", "yield ", "1")},
	{"variables", repeated("", "var a;", "")},
	{"less than", repeated("x=a", "<a", "")},
	{"type arguments", repeated("x=", "a<{", "")},
	{"types", nested("let x:", "A<", ">=1")},
	{"tuples", nested("let x:", "[", "]=1")},
	{"labels", repeated("", "a:", "b")},
	{"braced labels", repeated("", "{a:", "")},
	{"quotes", repeated("x=", "'", "")},
	{"curly quotes", repeated("x=", "“", "")},
	{"slashes", repeated("x=", "/[", "")},
	{"comments", repeated("", "/*", "")},
	{"string", repeated("x='", "a", "")},
	{"braces that close", repeated("", "})]", "")},
	{"commas", repeated("x={", ",", "")},
	{"dots", repeated("x={", "...", "")},
	{"decorators", repeated("", "@a ", "")},
	{"classes", nested("", "class A{x=", "}")},
	{"getters", repeated("x={", "get ", "")},
	{"modifiers", repeated("class A{", "static ", "")},
	{"imports", repeated("", "import ", "")},
	{"exports", repeated("", "export ", "")},
	{"declares", repeated("", "declare ", "")},
	{"generics", repeated("x=", "<T,>", "1")},
	{"controls", repeated("", "\x00\x1b\u202e", "")},
	{"invalid UTF-8", repeated("", "\xff\xc3", "")},
}

func repeated(head, part, tail string) func(int) string {
	return func(n int) string { return head + strings.Repeat(part, n/len(part)) + tail }
}

func nested(head, open, shut string) func(int) string {
	return func(n int) string {
		k := n / (len(open) + len(shut))
		return head + strings.Repeat(open, k) + strings.Repeat(shut, k)
	}
}

// TestHostileTextIsReadInLinearTime counts the bytes that are looked at: clocks
// of a busy machine tell less.
func TestHostileTextIsReadInLinearTime(t *testing.T) {
	const size = 32 << 10
	worst, name := 0, ""
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			once := Parse(h.text(size), nil, Syntax{}).Looks
			twice := Parse(h.text(2*size), nil, Syntax{}).Looks
			if twice > once*5/2 {
				t.Errorf("%d looks for %d bytes, %d for twice as many", once, size, twice)
			}
			if twice > worst {
				worst, name = twice, h.name
			}
		})
	}
	t.Logf("%d kinds, at most %d looks a byte (%s)", len(hostile), worst/(2*size), name)
}

// FuzzParse holds that every text gives a tree whose places lie in the text and
// in each other.
func FuzzParse(f *testing.F) {
	for _, h := range hostile {
		f.Add(h.text(300), 0, 0)
	}
	for _, s := range []string{"IMP.request_pay({a:1 b:2}, r=>{})", "x = <a b={1}>{c}</a>", "`a${b}c`", "pg: 'x', amount: 1", "a ? (b): c => d : e"} {
		f.Add(s, 3, 9)
	}
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		var gaps []Gap
		if from >= 0 && from < to && to <= len(text) {
			gaps = []Gap{{Span{from, to}, from%2 == 0}}
		}
		for _, s := range []Syntax{{}, {NoJSX: true}} {
			p := Parse(text, gaps, s)
			Walk(p.Root, func(n *Node) bool {
				if n.Start < 0 || n.End < n.Start || n.End > len(text) {
					t.Fatalf("%s lies at %d to %d of %d", describeNode(n), n.Start, n.End, len(text))
				}
				return true
			})
			for _, b := range p.Problems {
				if b.Start < 0 || b.End < b.Start || b.End > len(text) {
					t.Fatalf("problem %s lies at %d to %d of %d", b.What, b.Start, b.End, len(text))
				}
			}
		}
	})
}

func describeNode(n *Node) string { return fmt.Sprintf("kind %d %q", n.Kind, n.Text) }
