//go:build e2e

package targets_test

import (
	"strings"
	"testing"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/snippets/want"
	"smartro-wizard/wizard"
)

const (
	paid  = `answer({imp_uid: "imp_123456789012", merchant_uid: seen.requests.at(-1).merchant_uid})`
	state = "document.querySelector('p').dataset.state"
)

func TestButtons(t *testing.T) {
	b, dir := browser.Start(t), workshop(t)
	for _, target := range []string{"react", "vue"} {
		t.Run(target, func(t *testing.T) { testButton(t, b, dir, target) })
	}
}

// testButton holds a component to what it owes a page that puts it there,
// takes it away, and has it rendered by a server.
func testButton(t *testing.T, b *browser.Browser, dir, target string) {
	a := windows(t)[0].answers
	a.Options = wizard.Options{}
	open := func(t *testing.T, query string) (*browser.Page, *shop) {
		s, p := openShop(t), b.Page(t)
		p.Stub(browser.Script, sdk)
		p.Open(s.serve(t, "/pay", dir, a, target) + query)
		p.WaitFor("document.querySelector('button')")
		return p, s
	}
	once := func(t *testing.T, p *browser.Page) {
		t.Helper()
		var inits, scripts int
		p.Eval("seen.init.length", &inits)
		p.Eval(`document.querySelectorAll('script[src="`+browser.Script+`"]').length`, &scripts)
		if inits != 1 || scripts != 1 {
			t.Errorf("%d inits and %d script elements, want one of each", inits, scripts)
		}
		if errs := p.Errors(); len(errs) > 0 {
			t.Errorf("uncaught: %v", errs)
		}
	}

	t.Run("a double click opens one window", func(t *testing.T) {
		p, _ := open(t, "")
		p.WaitFor(free)
		p.DoubleClick("button")
		p.WaitFor("seen.requests.length")
		var requests []map[string]any
		if p.Eval("seen.requests", &requests); len(requests) != 1 {
			t.Fatalf("%d requests", len(requests))
		}
		p.Eval(paid, nil)
		p.WaitFor(state + " === 'paid'")
		p.Click("button")
		p.WaitFor("seen.requests.length === 2")
		if p.Eval("seen.requests", &requests); requests[0]["merchant_uid"] == requests[1]["merchant_uid"] {
			t.Error("the second attempt has the number of the first")
		}
		once(t, p)
	})
	t.Run("what is mounted again waits for the window that is open", func(t *testing.T) {
		p, s := open(t, "")
		p.WaitFor(free)
		p.Click("button")
		p.WaitFor("seen.requests.length")
		p.Eval("unmount()", nil)
		p.WaitFor("!document.querySelector('button')")
		p.Eval("mount()", nil)
		p.WaitFor("document.querySelector('button')")
		var disabled bool
		if p.Eval("document.querySelector('button').disabled", &disabled); !disabled {
			t.Error("the button is free while a window is open")
		}
		p.Eval(paid, nil)
		p.WaitFor(state + " === 'paid' && !document.querySelector('button').disabled")
		if n := s.posted(); n != 1 {
			t.Errorf("the server was asked %d times", n)
		}
		once(t, p)
	})
	t.Run("a result that comes while nothing is mounted reaches the server", func(t *testing.T) {
		p, s := open(t, "")
		p.WaitFor(free)
		p.Click("button")
		p.WaitFor("seen.requests.length")
		p.Eval("unmount()", nil)
		p.Eval(paid, nil)
		p.Eval("new Promise((resolve) => setTimeout(resolve, 200))", nil)
		if n := s.posted(); n != 1 {
			t.Errorf("the server was asked %d times", n)
		}
		p.Eval("mount()", nil)
		p.WaitFor(free)
		once(t, p)
	})
	t.Run("the result of a phone is checked once", func(t *testing.T) {
		p, s := open(t, "?imp_uid=imp_123456789012&merchant_uid=order1&tab=2")
		p.WaitFor(state + " === 'paid'")
		p.WaitFor(free)
		var address string
		if p.Eval("location.search", &address); address != "?tab=2" || s.posted() != 1 {
			t.Errorf("left %s in the address after %d questions", address, s.posted())
		}
		p.Eval("unmount()", nil)
		p.Eval("mount()", nil)
		p.WaitFor(free)
		if got := p.Text("#root"); s.posted() != 1 || strings.Contains(got, "order1") {
			t.Errorf("told again: %q after %d questions", got, s.posted())
		}
		once(t, p)
	})
	t.Run("a blocked SDK is a sentence, and mounting again tries again", func(t *testing.T) {
		s, p := openShop(t), b.Page(t)
		p.Open(s.serve(t, "/pay", dir, a, target))
		p.WaitFor("document.querySelector('p') && " + state + " === 'failed'")
		if got := p.Text("p"); !strings.Contains(got, "cdn.iamport.kr") {
			t.Errorf("says %q", got)
		}
		p.Stub(browser.Script, sdk)
		p.Eval("unmount()", nil)
		p.Eval("mount()", nil)
		p.WaitFor(free)
		once(t, p)
	})
	t.Run("what a server rendered comes alive", func(t *testing.T) {
		s, p := openShop(t), b.Page(t)
		p.Stub(browser.Script, sdk)
		url := s.serve(t, "/pay", dir, a, target)
		html := rendered(t, dir, a, target)
		if !strings.Contains(html, "<button") || !strings.Contains(html, "disabled") {
			t.Errorf("the server rendered %s", html)
		}
		was := string(s.pages["/pay"].body)
		s.put("/pay", "text/html", []byte(strings.Replace(was, `<div id="root">`, `<div id="root">`+html, 1)))
		pays(t, p, url, s.url, a, want.Init(a))
		p.Eval("structuredClone(seen.requests[0])", nil) // what reaches the window can be sent to a frame
		var recovered []string
		if p.Eval("recovered", &recovered); len(recovered) > 0 {
			t.Errorf("server and browser render differently: %v", recovered)
		}
	})
}
