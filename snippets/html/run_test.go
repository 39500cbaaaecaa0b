package html_test

import (
	_ "embed"
	"encoding/json"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"golang.org/x/net/html"
)

//go:embed testdata/dom.js
var dom string

// opened is a page that runs in a small stand-in for a browser.
type opened struct {
	t  testing.TB
	vm *goja.Runtime
}

// open runs the page's script. The SDK is there unless blocked.
func open(t testing.TB, body, query string, blocked bool) opened {
	t.Helper()
	script := scriptOf(t, body)
	o := opened{t, goja.New()}
	if err := o.vm.Set("QUERY", query); err != nil {
		t.Fatal(err)
	}
	o.do(dom)
	if !blocked {
		o.do("var IMP = sdk")
	}
	o.do(script)
	o.do("ready()")
	return o
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

// scriptOf is the page's own script: the last one, and the only one with text.
func scriptOf(t testing.TB, body string) string {
	t.Helper()
	var script string
	for _, n := range elementsOf(t, body) {
		if n.Data == "script" && n.FirstChild != nil {
			script = n.FirstChild.Data
		}
	}
	return script
}

func elementsOf(t testing.TB, body string) []*html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all
}
