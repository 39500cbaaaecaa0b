package snippets_test

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/dop251/goja"
	"github.com/evanw/esbuild/pkg/api"
	"golang.org/x/net/html"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/want"
	"smartro-wizard/wizard"
)

var (
	//go:embed testdata/dom.js
	dom string
	//go:embed testdata/react.js
	reactStub string
	//go:embed testdata/vue.js
	vueStub string
	//go:embed testdata/drive-ts.js
	driveTS string
)

var (
	domProgram   = sync.OnceValue(func() *goja.Program { return goja.MustCompile("dom.js", dom, false) })
	vueProgram   = sync.OnceValue(func() *goja.Program { return goja.MustCompile("vue.js", vueStub, false) })
	reactProgram = sync.OnceValue(func() *goja.Program { return goja.MustCompile("react.js", reactStub, false) })
)

// targets are those of this file's tests; another one needs a way to run.
var targets = []string{"html", "js", "ts", "react", "vue", "jsp"}

var scriptOfVersion = map[wizard.SDK]string{wizard.V1: wizard.ScriptV1, wizard.V2: wizard.ScriptV2}

func generate(t testing.TB, a wizard.Answers, target string) snippets.Output {
	t.Helper()
	out, err := snippets.Generate(a, target)
	if err != nil {
		t.Fatalf("%s: %v", target, err)
	}
	return out
}

func body(t testing.TB, a wizard.Answers, target string) string {
	t.Helper()
	return generate(t, a, target).Files[0].Body
}

// opened is generated code that runs in a small stand-in for a browser.
type opened struct {
	t       testing.TB
	vm      *goja.Runtime
	bundled bool // by a bundler
}

// world is what the page is opened in.
type world struct {
	query   string
	blocked bool // the SDK does not come
	there   bool // somebody else's script element asks for it
}

// open runs a target's code until the page is ready.
func open(t testing.TB, a wizard.Answers, target string, w world) opened {
	t.Helper()
	return openBody(t, a, target, body(t, a, target), w)
}

func openBody(t testing.TB, a wizard.Answers, target, code string, w world) opened {
	t.Helper()
	o := opened{t, goja.New(), slices.Contains([]string{"ts", "react", "vue"}, target)}
	p, err := plan.New(a)
	if err != nil {
		t.Fatal(err)
	}
	o.set("QUERY", w.query)
	o.set("BLOCKED", w.blocked)
	o.set("HAVE", p.Insert)
	o.set("GLOBAL", map[bool]string{false: "IMP", true: "PortOne"}[p.V2()])
	o.set("TAG", (target == "html" || target == "jsp") && !p.Insert)
	o.set("DONE", []string{"paid", "ready", "registered"}[p.Ends])
	order, err := json.Marshal(want.Order(t, a))
	if err != nil {
		t.Fatal(err)
	}
	o.do("var ORDER = JSON.parse(" + quoted(string(order)) + ")")
	o.run(domProgram())
	if w.there {
		o.do(`const theirs = new Element(); THERE['script[src="` + scriptOfVersion[a.SDK] + `"]'] = theirs`)
	}
	switch target {
	case "react":
		o.run(reactProgram())
	case "vue":
		o.run(vueProgram())
	}
	if p.ES5 && (target == "html" || target == "js") || target == "jsp" {
		o.do("fetch = Promise = Symbol = URL = AbortController = AbortSignal = Map = undefined; Array.from = String.prototype.padStart = undefined")
	}
	script, err := scriptOf(code, target)
	if err != nil {
		t.Fatal(err)
	}
	o.do(script)
	switch target {
	case "ts":
		o.do(driveTS)
	case "react":
		o.do("render()")
	case "vue":
		o.do("mount()")
	}
	o.do("loaded()")
	return o
}

func quoted(s string) string {
	raw, _ := json.Marshal(s)
	return string(raw)
}

// scriptOf is what a browser or a bundler takes from a file.
func scriptOf(code, target string) (string, error) {
	options := api.TransformOptions{}
	if target == "jsp" {
		page, err := served(code)
		if err != nil {
			return "", err
		}
		code, target = page, "html"
	}
	switch target {
	case "html":
		script, err := pageScript(code)
		if err != nil {
			return "", err
		}
		code = script
	case "ts":
		options = api.TransformOptions{Loader: api.LoaderTS, Format: api.FormatIIFE, GlobalName: "Payment"}
	case "react":
		options = api.TransformOptions{Loader: api.LoaderTSX, Format: api.FormatCommonJS, JSX: api.JSXAutomatic}
	case "vue":
		script, err := componentScript(code)
		if err != nil {
			return "", err
		}
		code, options = script, api.TransformOptions{Loader: api.LoaderTS, Format: api.FormatCommonJS}
	}
	r := api.Transform(code, options)
	if n := len(r.Errors) + len(r.Warnings); n > 0 {
		return "", fmt.Errorf("%s does not parse cleanly: %v %v", target, r.Errors, r.Warnings)
	}
	if target == "html" || target == "js" {
		return code, nil
	}
	if options.Format == api.FormatCommonJS {
		return "(() => {" + string(r.Code) + "})()", nil // a module's names are not the window's
	}
	return string(r.Code), nil
}

// pageScript is the page's own script, the only one with text.
func pageScript(page string) (string, error) {
	elements, err := elementsOf(page)
	if err != nil {
		return "", err
	}
	scripts := slices.DeleteFunc(elements, func(n *html.Node) bool { return n.Data != "script" || n.FirstChild == nil })
	if len(scripts) != 1 {
		return "", errors.New("not one script")
	}
	return scripts[0].FirstChild.Data, nil
}

// componentScript is a component's two scripts as one module, the second as a
// function, which is what Vue's compiler makes of it.
func componentScript(component string) (string, error) {
	elements, err := elementsOf(component)
	if err != nil {
		return "", err
	}
	scripts := slices.DeleteFunc(elements, func(n *html.Node) bool { return n.Data != "script" || n.FirstChild == nil })
	if len(scripts) != 2 {
		return "", errors.New("not two scripts")
	}
	imports, setup, found := strings.Cut(scripts[1].FirstChild.Data, "\n\n")
	if !found || strings.Count(component, "<template>") != 1 {
		return "", errors.New("no component")
	}
	return imports + scripts[0].FirstChild.Data + "\nexport function setup() {\n" + setup + "\nreturn { note, busy, handlePay };\n}\n", nil
}

func elementsOf(page string) ([]*html.Node, error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, err
	}
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all, nil
}

func (o opened) set(name string, v any) {
	o.t.Helper()
	if err := o.vm.Set(name, v); err != nil {
		o.t.Fatal(err)
	}
}

func (o opened) run(p *goja.Program) {
	o.t.Helper()
	if _, err := o.vm.RunProgram(p); err != nil {
		o.t.Fatal(err)
	}
}

func (o opened) do(code string) goja.Value {
	o.t.Helper()
	v, err := o.vm.RunString(code)
	if err != nil {
		o.t.Fatalf("%.200s: %v", code, err)
	}
	return v
}

// read gives the value of an expression, by way of JSON.
func (o opened) read(expression string, into any) {
	o.t.Helper()
	text := o.do("JSON.stringify(" + expression + ")").String()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		o.t.Fatalf("%s is %s: %v", expression, text, err)
	}
}

func (o opened) count(expression string) int {
	o.t.Helper()
	return int(o.do(expression + ".length").ToInteger())
}

type screen struct {
	Text, State  string
	Disabled     bool
	Name, Amount string
}

func (o opened) screen() (s screen) {
	o.t.Helper()
	o.read("screen()", &s)
	return s
}
