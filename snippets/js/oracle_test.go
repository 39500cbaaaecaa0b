package js_test

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja"
	"github.com/evanw/esbuild/pkg/api"
	"golang.org/x/net/html"
)

// judge says what is wrong with a literal for a string: it runs the literal
// inside a page, as an HTML parser and a JavaScript engine see it.
func judge(lit, want string) error {
	page := "<!doctype html><body><script>\nvar got = " + lit + ";\n</script><p>after</p>"
	script, err := onlyScript(page)
	if err != nil {
		return err
	}
	if r := api.Transform(script, api.TransformOptions{}); len(r.Errors) > 0 {
		return fmt.Errorf("does not parse: %s", r.Errors[0].Text)
	}
	vm := goja.New()
	if _, err := vm.RunString(script); err != nil {
		return fmt.Errorf("does not run: %w", err)
	}
	if canary := vm.Get("CANARY"); canary != nil && !goja.IsUndefined(canary) {
		return fmt.Errorf("the value was executed")
	}
	got, ok := vm.Get("got").(goja.String)
	if !ok {
		return fmt.Errorf("is not a string but %v", vm.Get("got"))
	}
	units := utf16.Encode([]rune(want))
	if got.Length() != len(units) {
		return fmt.Errorf("%d code units, want %d", got.Length(), len(units))
	}
	for i, u := range units {
		if got.CharAt(i) != u {
			return fmt.Errorf("code unit %d is %04x, want %04x", i, got.CharAt(i), u)
		}
	}
	return rawTrouble(lit)
}

// onlyScript is the text of the one script of a page whose structure is as it
// was written.
func onlyScript(page string) (string, error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "", err
	}
	var scripts []string
	var names []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			names = append(names, n.Data)
		}
		if n.Type == html.ElementNode && n.Data == "script" && n.FirstChild != nil {
			scripts = append(scripts, n.FirstChild.Data)
		}
	}
	if got := strings.Join(names, " "); got != "html head body script p" {
		return "", fmt.Errorf("the page became %s", got)
	}
	return scripts[0], nil
}
