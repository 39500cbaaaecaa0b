//go:build e2e

package browser_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"smartro-wizard/e2e/browser"
)

const shell = `<!doctype html><meta charset="utf-8"><title>t</title>
<button onclick="window.pressed = (window.pressed || 0) + 1">누르기</button><p id="x">가나다</p>
<script src="` + browser.Script + `"></script>
<script>new Image().src = "https://elsewhere.invalid/pixel"</script>`

func serve(t *testing.T) string {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, shell) }))
	t.Cleanup(s.Close)
	return s.URL
}

func TestPage(t *testing.T) {
	address := serve(t)
	b := browser.Start(t)

	t.Run("a stub answers for its address and every other host is refused", func(t *testing.T) {
		p := b.Page(t)
		p.Stub(browser.Script, `window.IMP = {made: "한글"}`)
		p.Open(address)
		var made string
		p.Eval("IMP.made", &made)
		if made != "한글" {
			t.Errorf("IMP.made = %q, want 한글", made)
		}
		p.WaitFor("document.readyState === 'complete'")
		if got, want := p.Refused(), "https://elsewhere.invalid/pixel"; !slices.Contains(got, want) {
			t.Errorf("refused %q, want %s in it", got, want)
		}
	})
	t.Run("without a stub the script is blocked and errors are noted", func(t *testing.T) {
		p := b.Page(t)
		p.Open(address)
		var kind string
		p.Eval("typeof IMP", &kind)
		if kind != "undefined" || !slices.Contains(p.Refused(), browser.Script) {
			t.Errorf("typeof IMP = %s, refused %q", kind, p.Refused())
		}
		p.Eval("setTimeout(() => { throw new Error('on purpose') })", nil)
		p.Eval("new Promise((done) => setTimeout(done, 50))", nil)
		if len(p.Errors()) != 1 {
			t.Errorf("errors = %q, want the one on purpose", p.Errors())
		}
	})
	t.Run("clicks, text, phone and dark", func(t *testing.T) {
		p := b.Page(t)
		p.Phone()
		p.Dark(true)
		p.Open(address)
		p.Click("button")
		p.DoubleClick("button")
		p.WaitFor("pressed === 3")
		if got := p.Text("#x"); got != "가나다" {
			t.Errorf("text = %q", got)
		}
		var dark bool
		p.Eval("matchMedia('(prefers-color-scheme: dark)').matches && innerWidth < 1000 && navigator.maxTouchPoints > 0", &dark)
		if !dark {
			t.Error("the page does not see a dark phone")
		}
		if png := p.Screenshot("harness"); len(png) == 0 {
			t.Error("an empty screenshot")
		}
	})
}
