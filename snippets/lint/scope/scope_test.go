package scope

import (
	"fmt"
	"strings"
	"testing"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/wizard/value"
)

// read parses a text and gives the value of the argument of the first call of f.
func read(t *testing.T, text string) []string {
	t.Helper()
	parsed := js.Parse(text, nil, js.Syntax{})
	p := New(text, []*js.Node{parsed.Root}, func(int) bool { return true })
	var all []string
	js.Walk(parsed.Root, func(n *js.Node) bool {
		if n.Kind == js.Call && n.Kid(0).Text == "f" {
			for _, way := range p.Ways(n) {
				all = append(all, show(p.Value(n.Kid(1), way)))
			}
		}
		return true
	})
	return all
}

func show(v value.Value) string {
	switch v.Kind() {
	case value.Absent:
		return "nothing"
	case value.Unknown:
		if v.Sort() != value.Unknown {
			return v.Sort().String() + "?" + v.Text()
		}
		return "?" + v.Text()
	case value.Object:
		var all []string
		for _, f := range v.Fields() {
			all = append(all, f.Key+"="+show(f.Value))
		}
		if v.Text() != "" {
			all = append(all, "open:"+v.Text())
		}
		return "{" + strings.Join(all, " ") + "}"
	case value.List:
		var all []string
		for _, i := range v.Items() {
			all = append(all, show(i))
		}
		return "[" + strings.Join(all, " ") + "]"
	case value.String:
		return `"` + v.Text() + `"`
	}
	b, _ := v.MarshalJSON()
	return string(b)
}

func TestNamesThatDoubleHaveAnEnd(t *testing.T) {
	text := "const a0 = x;"
	for i := range 60 {
		text += fmt.Sprintf("const a%d = a%d + '' + a%d;", i+1, i, i)
	}
	if got := read(t, text+"f(a60)"); len(got) != 1 {
		t.Errorf("got %v", got)
	}
}

func TestValues(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain values", "f({ a: 'x', b: 1.50, c: true, d: null, e: [1, 'y'], g: -1, h: 0x10, i: 1_000, j: .5 })", `{a="x" b=1.50 c=true d=null e=[1 "y"] g=-1 h=16 i=1000 j=0.5}`},
		{"a constant", "const A = 'x'; f(A)", `"x"`},
		{"a variable that changes", "let a = 1; a = 2; f(a)", "?a"},
		{"a variable that gets its value once", "var a; a = 'x'; f(a)", `"x"`},
		{"a variable that counts", "let a = 1; a++; f(a)", "?a"},
		{"declared twice", "var a = 1; var a = 2; f(a)", "?a"},
		{"a variable of a loop", "for (const a of [1]) f(a)", "?a"},
		{"an inner name hides an outer one", "const a = 1; function g(a) { f(a) }", "?a"},
		{"an object in a variable", "const a = { x: 1 }; f(a)", "{x=1}"},
		{"a member of a constant", "const PAY = { CARD: 'card', n: { m: 2 } }; f({ a: PAY.CARD, b: PAY['CARD'], c: PAY.n.m, d: PAY.z })", `{a="card" b="card" c=2 d=?d: PAY.z}`},
		{"an enum", "enum Pay { CARD = 'card' } f(Pay.CARD)", `"card"`},
		{"shorthand", "const a = 1; f({ a, b })", "{a=1 b=?b}"},
		{"computed keys", "const k = 'x'; f({ [k]: 1, ['y' + 'z']: 2 })", "{x=1 yz=2}"},
		{"a computed key that is unknown", "f({ a: 1, [k]: 2 })", "{a=1 open:[k]: 2}"},
		{"members assigned later", "const p = {}; p.a = 1; p['b'] = 'x'; p.c.d = 2; f(p)", `{a=1 b="x" c={d=2}}`},
		{"a member assigned twice", "const p = { a: 1 }; p.a = 2; p.a = 3; f(p)", "{a=number?p.a = 3}"},
		{"a member overwritten once", "const p = { a: 1 }; p.a = '2'; f(p)", `{a="2"}`},
		{"a member under a condition", "const p = {}; if (x) p.a = 1; f(p)", "{a=number?p.a = 1}"},
		{"a member under the condition of the call", "const p = {}; if (x) { p.a = 1; f(p) }", "{a=1}"},
		{"a member in the other branch", "const p = {}; if (x) { p.a = 1 } else { f(p) }", "{a=number?p.a = 1}"},
		{"a member by an unknown key", "const p = { a: 1 }; p[k] = 2; f(p)", "object?p"},
		{"a member taken away", "const p = { a: 1, b: 2 }; delete p.a; f(p)", "{b=2}"},
		{"a known spread", "const p = { a: 1 }; f({ ...p, b: 2 })", "{a=1 b=2}"},
		{"an unknown spread first", "f({ ...p, b: 2 })", "{b=2 open:...p}"},
		{"an unknown spread last", "f({ b: 2, ...p })", "{b=number?p open:...p}"},
		{"something left out", "f({ b: 2, ... })", "{b=2 open:...}"},
		{"texts put together", "const n = 3; f('a' + 'b' + n + `c${n}`)", `"ab3c3"`},
		{"a text with something unknown", "f(`a${x}`)", "string?`a${x}`"},
		{"a text plus something", "f('a' + x)", "string?'a' + x"},
		{"a sum", "f(1 + Number(x))", "number?1 + Number(x)"},
		{"arithmetic", "f(a * 2)", "number?a * 2"},
		{"branches that agree", "f(x ? 'a' : 'a')", `"a"`},
		{"branches of one kind", "f(x ? 'a' : 'b')", "string?x ? 'a' : 'b'"},
		{"a default", "f(x || 'a')", "?x || 'a'"},
		{"a default of something known", "const x = ''; f(x || 'a')", `"a"`},
		{"undefined", "f(undefined)", "nothing"},
		{"a number made of a text", "f(+'100')", "100"},
		{"functions that give texts", "f([String(x), a.toFixed(2), $('#x').val(), document.getElementById('x').value, new URLSearchParams(q).get('a')])",
			"[string?String(x) string?a.toFixed(2) string?$('#x').val() string?document.getElementById('x').value string?new URLSearchParams(q).get('a')]"},
		{"functions that give numbers", "f([Number(x), Date.now(), new Date().getTime(), Math.floor(x), s.length])",
			"[number?Number(x) number?Date.now() number?new Date().getTime() number?Math.floor(x) number?s.length]"},
		{"an imported name", "import { A } from './a'; f(A)", "?A"},
		{"an imported default", "import A from './a'; f(A.b)", "?A.b"},
		{"the environment", "f(process.env.KEY)", "?process.env.KEY"},
		{"what a server gave", "const r = await fetch(u); f(r.amount)", "?r.amount"},
		{"what a hook gave", "const [a, setA] = useState(1); f(a)", "?a"},
		{"taken apart", "const { a, b: { c: d } } = { a: 1, b: { c: 'x' } }; f([a, d])", `[1 "x"]`},
		{"a function that returns", "function make() { return { a: 1 } } f(make())", "{a=1}"},
		{"a function with an argument", "const make = (n) => ({ a: n }); f(make(7))", "{a=7}"},
		{"a function with branches", "function make(x) { if (x) return 1; return 2 } f(make(1))", "?make(1)"},
		{"a frozen object", "const A = Object.freeze({ a: 1 }); f(A)", "{a=1}"},
		{"a wrapper", "function pay(p) { f(p) } pay({ a: 1 })", "{a=1}"},
		{"a wrapper of a wrapper", "const pay = (p, x) => open(x, p); function open(y, q) { f({ a: q.a, b: y }) } pay({ a: 1 }, 'z')", `{a=1 b="z"}`},
		{"a wrapper that is called twice", "function pay(p) { f(p) } pay(1); pay('x')", `1,"x"`},
		{"a wrapper with a default", "function pay(p = { a: 1 }) { f(p) } pay()", "{a=1}"},
		{"a wrapper that calls itself", "function pay(p) { f(p); pay(p) }", "?p"},
		{"wrappers that call each other", "function a(p) { f(p); b(p) } function b(p) { a(p) } a(1)", "1"},
		{"a method", "const o = { go() { this.pay({ a: 1 }) }, pay(p) { f(p) } }", "{a=1}"},
		{"a method of Vue", "export default { methods: { go() { this.pay({ a: 1 }) }, pay(p) { f(p) } } }", "{a=1}"},
		{"a function in a promise", "const pay = (p) => new Promise((done) => f(p)); pay({ a: 1 })", "{a=1}"},
		{"names that go round", "const a = b, b = a; f(a)", "?a"},
		{"as const", "f({ a: 'x' as const } as const)", `{a="x"}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(read(t, tt.text), ","); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
