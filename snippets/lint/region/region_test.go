package region

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/korean"

	"smartro-wizard/snippets/lint/js"
)

// TestRegions takes texts apart. ~ in want stands for a gap, a blank gap is
// quiet and not shown; every region's text has to be the file's at its place.
func TestRegions(t *testing.T) {
	tests := []struct{ name, file, text, want string }{
		{"JavaScript", "a.js", "f({ a: 1 })", "f({ a: 1 })"},
		{"JSX keeps its braces", "a.jsx", "<i style={{ a: 1 }}>{x}</i>", "<i style={{ a: 1 }}>{x}</i>"},
		{"a page", "a.html", "<html><p>x</p><SCRIPT type='text/javascript'>\nf(1)\n</SCRIPT><script src=\"/x.js\"></script><script>g(2)</script>", "\nf(1)\n|g(2)"},
		{"scripts in comments", "a.html", "<!-- <script>f(1)</script> --><script>g(2)</script>", "g(2)"},
		{"data", "a.html", `<script type="application/json">{"a":1}</script><script type="text/x-template"><b></script>`, ""},
		{"event attributes", "a.html", `<a title="a > b" onclick="IMP.request_pay({a:&quot;x&quot;})">`, `IMP.request_pay({a:"     x"     })`},
		{"Vue", "a.vue", "<template><b @click=\"pay()\">{{ x }}</b></template>\n<script setup lang=\"ts\">\nf({ a: {{b: 1}} })\n</script>", "\nf({ a: {{b: 1}} })\n"},
		{"Svelte", "a.svelte", "<script>f(1)</script><button onclick={() => pay({ a: 1 })}>x</button>", "f(1)"},
		{"JSP", "a.jsp", `<%@ page %><script>f({ a: "${x.y}", b: ${n}, c: <%= z %>, d: '#{q}' }) <c:if test="${a > b}"> g(1) </c:if> h(<c:out value="x"/>)</script>`,
			`f({ a: "~", b: ~, c: ~, d: '~' })  g(1)  h(~)`},
		{"JSP, a literal's braces too", "a.jsp", "<script>f(`a${x}`)</script>", "f(`a~`)"},
		{"a page, a literal's braces not", "a.html", "<script>f(`a${x}`, ${y})</script>", "f(`a${x}`, ~)"},
		{"Jinja", "a.html", "<script>f({ a: {{ x }}, b: '{{ y|safe }}' }){% if a %}g(1){% endif %}</script>", "f({ a: ~, b: '~' })g(1)"},
		{"blocks are no gaps", "a.html", "<script>if (a) {{ f(1) }}</script>", "if (a) {{ f(1) }}"},
		{"Thymeleaf", "a.html", "<script>f({ a: [[${x}]], b: /*[[${y}]]*/ 'default', c: [[1, 2], 3] })</script>", "f({ a: ~, b: ~, c: [[1, 2], 3] })"},
		{"PHP", "a.php", "<?php $a = 1; ?><script>f({ a: <?= $x ?>, b: '<?php echo $y; ?>' })<?php if (1): ?>g(1)<?php endif ?></script>", "f({ a: ~, b: '~' })g(1)"},
		{"Blade", "a.blade.php", "<script>f({ a: @json($x), b: {!! $y !!}, c: '{{ $z }}' })</script>", "f({ a: ~, b: ~, c: '~' })"},
		{"a text of PHP", "a.php", "<?php echo <<<HTML\n<script>f({ a: {$x}, b: '$y', c: $(1) })</script>\nHTML;\n", "f({ a: ~, b: '~', c: $(1) })"},
		{"a text of Python", "a.py", "PAGE = '''<script>f({ a: {{ x }} })</script>'''\n", "f({ a: ~ })"},
		{"a formatted text of Python", "a.py", "page = f\"\"\"<script>f({{ a: {x}, b: {{ c: '{y}' }} }})</script>\"\"\"\n", "f( { a: ~, b:  { c: '~' }  } )"},
		{"Markdown", "a.md", "Hello\n```js\nf(1)\n```\n```sh\nls\n```\n~~~html\n<script>g(2)</script>\n~~~\n```\nh(3)", "f(1)\n|g(2)|h(3)"},
		{"a quoting mail", "", "> f({\n>   a: 1\n> })\n", "f({\n  a: 1\n})\n"},
		{"a mail that quotes a mail", "", "> > f({\n> >  a: 1\n> > })", "f({\n a: 1\n})"},
		{"a page without a name", "", "<script>f(1)</script>", "f(1)"},
		{"an object without a name", "", "{ a: 1 }", "{ a: 1 }"},
		{"a paste with a JSP value", "", "f({ a: ${x}, b: <%= y %>, c: {{ z }} })", "f({ a: ~, b: ~, c: ~ })"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := Split(tt.file, tt.text)
			var all []string
			for i := range f.Regions {
				r := &f.Regions[i]
				all = append(all, marked(r))
				same(t, &f, r)
			}
			if got := strings.Join(all, "|"); got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func marked(r *Region) string {
	var b strings.Builder
	pos := 0
	for _, g := range r.Gaps {
		b.WriteString(r.Text[pos:g.Start])
		if !g.Quiet {
			b.WriteByte('~')
		}
		pos = g.End
	}
	return b.String() + r.Text[pos:]
}

// same holds the way back: what is no blank stands in the file at its place.
func same(t *testing.T, f *File, r *Region) {
	t.Helper()
	for i, c := range []byte(r.Text) {
		at := f.Place(r, i)
		if at >= len(f.Text) || c > ' ' && f.Text[at] != c && c != '"' && f.Text[at] != '{' {
			t.Fatalf("byte %d %q of the region stands at %d of the file", i, c, at)
		}
	}
}

func TestScriptsClicksAndServers(t *testing.T) {
	f := Split("a.jsp", `<html><script src="https://cdn.iamport.kr/v1/iamport.js" defer></script><% String k = "x"; %><a onclick="return pay(this)">`)
	if len(f.Scripts) != 1 || f.Scripts[0].Src != "https://cdn.iamport.kr/v1/iamport.js" || f.Text[f.Scripts[0].Start:f.Scripts[0].End] != f.Scripts[0].Src {
		t.Errorf("scripts %+v", f.Scripts)
	}
	if len(f.Clicks) != 1 || f.Clicks[0] != "pay" {
		t.Errorf("clicks %q", f.Clicks)
	}
	if len(f.Servers) != 1 || f.Servers[0].Language != "java" || f.Servers[0].Text != ` String k = "x"; ` {
		t.Errorf("servers %+v", f.Servers)
	}
	if !f.Page || !f.Browser {
		t.Errorf("page %v, browser %v", f.Page, f.Browser)
	}
}

func TestDecode(t *testing.T) {
	euckr, err := korean.EUCKR.NewEncoder().String("결제 똠방각하")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, raw, want string }{
		{"UTF-8", "결제", "결제"},
		{"UTF-8 with a mark", "\ufeff결제", "결제"},
		{"EUC-KR with what MS949 adds", euckr, "결제 똠방각하"},
		{"UTF-16", "\xff\xfe\xb0\xac1\x00", "결1"},
		{"neither", "a\xff\xff\xffb", "a\ufffdb"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := Decode([]byte(tt.raw)); got != tt.want || err != nil {
				t.Errorf("got %q %v, want %q", got, err, tt.want)
			}
		})
	}
	if _, err := Decode(make([]byte, 100)); err != ErrBinary {
		t.Errorf("zeros: %v", err)
	}
	if _, err := Decode(make([]byte, MaxFile+1)); err != ErrTooLarge {
		t.Errorf("too large: %v", err)
	}
}

// FuzzSplit holds that every region and its gaps lie in the file.
func FuzzSplit(f *testing.F) {
	for _, name := range []string{"", "a.html", "a.jsp", "a.php", "a.py", "a.md", "a.vue"} {
		f.Add(name, "> <script>f({{ x }}, ${y}, <%= z %>)</script>\n> ```js\n<?php <<<A\n<script>{$x}\nA; ?>'''<script>'''")
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		file := Split(name, text)
		for i := range file.Regions {
			r := &file.Regions[i]
			if end := file.Place(r, len(r.Text)); end > len(text) {
				t.Fatalf("region ends at %d of %d", end, len(text))
			}
			last := 0
			for _, g := range r.Gaps {
				if g.Start < last || g.End <= g.Start || g.End > len(r.Text) {
					t.Fatalf("gaps %v of %d bytes", r.Gaps, len(r.Text))
				}
				last = g.End
			}
			js.Parse(r.Text, r.Gaps, r.Syntax)
		}
	})
}
