package js

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestDamagedCode: what a support desk gets is read as it was meant, and what
// is wrong with it is said.
func TestDamagedCode(t *testing.T) {
	tests := []struct {
		name, text, calls string // calls and objects, in short
		problems          []Mistake
	}{
		{"a comma missing", "IMP.request_pay({ a: 1\n b: 'x' }, f)", "IMP.request_pay({a=1 b=x}, f)", []Mistake{NoComma}},
		{"a comma missing between arguments", "f({ a: 1 } function (r) {})", "f({a=1}, func)", []Mistake{NoComma}},
		{"semicolons for commas", "f({ a: 1; b: 2 })", "f({a=1 b=2})", []Mistake{NoComma}},
		{"the end cut off", "f({ a: 1, b: {c: 2", "f({a=1 b={c=2}})", []Mistake{NoClose, NoClose, NoClose}},
		{"a brace missing", "f({ a: 1, b: [1, 2 )\ng(1)", "f({a=1 b=[1 2]}) g(1)", []Mistake{NoClose, NoClose}},
		{"a bracket too many", "f({ a: 1 }))\ng(2)", "f({a=1}) g(2)", []Mistake{StrayClose}},
		{"a text without its end", "f({ a: 'x, \n b: 2 })", "f({a=x,  b=2})", []Mistake{OpenString, NoComma}},
		{"curly quotes", "f({ a: ‘card’, b: “x” })", "f({a=card b=x})", []Mistake{CurlyQuote, CurlyQuote}},
		{"something left out", "f({ a: 1, ... })", "f({a=1 ...})", nil},
		{"something left out in words", "f({ a: 1,\n ...\n b: 2 })", "f({a=1 ... b=2})", []Mistake{NoComma}},
		{"the sign of leaving out", "f({ a: 1, … })", "f({a=1 ...})", nil},
		{"an object alone", "{ a: 1, b: 'x' }", "{a=1 b=x}", nil},
		{"an object with quoted keys alone", `{ "a": 1, "b": {"c": 2} }`, "{a=1 b={c=2}}", nil},
		{"members alone", "a: 1,\nb: 'x',\nc: { d: 1 }", "{a=1 b=x c={d=1}}", nil},
		{"members alone without commas", "a: 1\nb: 'x'", "{a=1 b=x}", []Mistake{NoComma}},
		{"a key without a value", "f({ a: , b: 2 })", "f({a= b=2})", []Mistake{MissingValue}},
		{"a value that is none", "f({ a: \\, b: 2 })", "f({a= b=2})", []Mistake{Unreadable}},
		{"a stray word", "f({ a: 1 won, b: 2 })", "f({a=1 won=won b=2})", []Mistake{NoComma}},
		{"a function cut off", "function pay() {\n f({ a: 1 })", "f({a=1})", []Mistake{NoClose}},
		{"two statements on a line", "f(1) g(2)", "f(1) g(2)", nil},
		{"a comment that never ends", "f(1) /* g(2)", "f(1)", []Mistake{OpenComment}},
		{"await at the top", "const r = await f({ a: 1 })", "f({a=1})", nil},
		{"an event attribute", "return f({ a: 1 });", "f({a=1})", nil},
		{"a label", "out: for (;;) f(1)", "f(1)", nil},
		{"a block", "{ f(1); g(2) }", "f(1) g(2)", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := Parse(tt.text, nil, Syntax{})
			if got := brief(p.Root); got != tt.calls {
				t.Errorf("read %s\nwant %s", got, tt.calls)
			}
			var found []Mistake
			for _, b := range p.Problems {
				found = append(found, b.What)
			}
			if !slices.Equal(found, tt.problems) {
				t.Errorf("problems %v, want %v", found, tt.problems)
			}
		})
	}
}

// TestGaps: expressions of page templates stand where values stand.
func TestGaps(t *testing.T) {
	tests := []struct{ name, text, calls string }{
		{"a value", "f({ a: ‹x›, b: 2 })", "f({a=‹› b=2})"},
		{"all of a text", "f({ a: '‹x›' })", "f({a=`‹›`})"},
		{"part of a text", "f({ a: \"order_‹x›!\" })", "f({a=`order_‹›!`})"},
		{"in a template literal", "f({ a: `a‹x›${b}` })", "f({a=`a‹›b`})"},
		{"an argument", "f(‹x›, 2)", "f(‹›, 2)"},
		{"a key", "f({ ‹x›: 1 })", "f({‹x›=1})"},
		{"quiet, as a statement", "«if»\nf(1)\n«end»", "f(1)"},
		{"quiet, where a value is missing", "f({ a: «x», b: 2 })", "f({a=‹› b=2})"},
		{"a member", "f(a.‹x›)", "f(a)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := Parse(tt.text, gapsIn(tt.text), Syntax{})
			if got := brief(p.Root); got != tt.calls {
				t.Errorf("read %s\nwant %s", got, tt.calls)
			}
			if len(p.Problems) > 0 {
				t.Errorf("problems %v", p.Problems)
			}
		})
	}
}

// gapsIn finds ‹loud› and «quiet» gaps.
func gapsIn(text string) []Gap {
	var all []Gap
	for i := 0; i < len(text); {
		for _, pair := range [][2]string{{"‹", "›"}, {"«", "»"}} {
			if strings.HasPrefix(text[i:], pair[0]) {
				n := strings.Index(text[i:], pair[1]) + len(pair[1])
				all = append(all, Gap{Span{i, i + n}, pair[0] == "«"})
				i += n
			}
		}
		i++
	}
	return all
}

// brief writes the calls and loose objects of a tree.
func brief(n *Node) string {
	var all []string
	Walk(n, func(n *Node) bool {
		if n.Kind == Call || n.Kind == Object {
			all = append(all, short(n))
			return false
		}
		return true
	})
	return strings.Join(all, " ")
}

func short(n *Node) string {
	list := func(kids []*Node, between string) string {
		var all []string
		for _, k := range kids {
			all = append(all, short(k))
		}
		return strings.Join(all, between)
	}
	switch n.Kind {
	case Missing:
		return ""
	case Call:
		return short(n.Kids[0]) + "(" + list(n.Kids[1:], ", ") + ")"
	case Object:
		return "{" + list(n.Kids, " ") + "}"
	case Array:
		return "[" + list(n.Kids, " ") + "]"
	case Prop:
		return n.Text + "=" + short(n.Kids[1])
	case Member:
		return strings.TrimSuffix(short(n.Kids[0])+"."+n.Text, ".")
	case Elided:
		return "..."
	case Func:
		return "func"
	case Hole:
		return "‹›"
	case Template:
		return "`" + list(n.Kids, "") + "`"
	case String, Number, Name:
		return n.Text
	}
	return fmt.Sprint("kind ", n.Kind)
}

func TestSpans(t *testing.T) {
	text := `f({ 이름: "값", b: (1004), c: [1, 2] as const, d: x!, 'e': a ? b : c /* last */ , ...rest }) // end`
	want := map[string]string{"이름": `"값"`, "b": "1004", "c": "[1, 2]", "d": "x", "e": "a ? b : c"}
	Walk(Parse(text, nil, Syntax{}).Root, func(n *Node) bool {
		if n.Kind == Prop {
			key, val := n.Kids[0], n.Kids[1]
			if got := text[val.Start:val.End]; got != want[n.Text] {
				t.Errorf("%s: value %q, want %q", n.Text, got, want[n.Text])
			}
			if got := strings.Trim(text[key.Start:key.End], "'"); got != n.Text {
				t.Errorf("key %q, want %q", got, n.Text)
			}
			delete(want, n.Text)
		}
		return true
	})
	if len(want) > 0 {
		t.Errorf("not seen: %v", want)
	}
}
