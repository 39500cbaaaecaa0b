//go:build e2e

package targets_test

import (
	"strings"
	"testing"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/wizard"
)

const (
	paidV2  = `answer({transactionType: "PAYMENT", txId: "tx1", paymentId: seen.requests.at(-1).paymentId})`
	askedV2 = "window.seen && seen.requests.length"
)

// What a component of V2 owes a page that puts it there and takes it away. The
// package brings the SDK at the first click.
func TestButtonsV2(t *testing.T) {
	b, dir := browser.Start(t), workshop(t)
	for _, target := range []string{"react", "vue"} {
		t.Run(target, func(t *testing.T) { testButtonV2(t, b, dir, target) })
	}
}

func testButtonV2(t *testing.T, b *browser.Browser, dir, target string) {
	a := windowsV2(t)[0].answers
	a.Options = wizard.Options{}
	open := func(t *testing.T, query string, stub bool) (*browser.Page, *shop) {
		s, p := openShop(t), b.Page(t)
		if stub {
			p.Stub(wizard.ScriptV2, sdkV2)
		}
		p.Open(s.serve(t, "/pay", dir, a, target) + query)
		p.WaitFor(free)
		return p, s
	}

	t.Run("a double click opens one window, the next click another number", func(t *testing.T) {
		p, s := open(t, "", true)
		p.DoubleClick("button")
		p.WaitFor(askedV2)
		p.Eval(paidV2, nil)
		p.WaitFor(state + " === 'paid'")
		p.Click("button")
		p.WaitFor("seen.requests.length === 2")
		var requests []map[string]any
		if p.Eval("seen.requests", &requests); requests[0]["paymentId"] == requests[1]["paymentId"] {
			t.Error("the second attempt has the number of the first")
		}
		var scripts int
		p.Eval(`document.querySelectorAll('script[src="`+wizard.ScriptV2+`"]').length`, &scripts)
		if scripts != 1 || s.posted() != 1 {
			t.Errorf("%d script elements, %d questions", scripts, s.posted())
		}
	})
	t.Run("what is mounted again waits for the window that is open", func(t *testing.T) {
		p, s := open(t, "", true)
		p.Click("button")
		p.WaitFor(askedV2)
		p.Eval("unmount()", nil)
		p.WaitFor("!document.querySelector('button')")
		p.Eval("mount()", nil)
		p.WaitFor("document.querySelector('button')")
		var disabled bool
		if p.Eval("document.querySelector('button').disabled", &disabled); !disabled {
			t.Error("the button is free while a window is open")
		}
		p.Eval(paidV2, nil)
		p.WaitFor(state + " === 'paid' && " + free)
		if n := s.posted(); n != 1 {
			t.Errorf("the server was asked %d times", n)
		}
	})
	t.Run("the result of a phone is checked once", func(t *testing.T) {
		p, s := open(t, "?paymentId=order1&transactionType=PAYMENT&txId=tx1&tab=2", true)
		p.WaitFor(state + " === 'paid'")
		var address string
		if p.Eval("location.search", &address); address != "?tab=2" || s.posted() != 1 {
			t.Errorf("left %s in the address after %d questions", address, s.posted())
		}
	})
	t.Run("a blocked SDK is a sentence", func(t *testing.T) {
		p, _ := open(t, "", false)
		p.Click("button")
		p.WaitFor(state + " === 'failed'")
		if got := p.Text("p"); !strings.Contains(got, "cdn.portone.io") {
			t.Errorf("says %q", got)
		}
	})
	t.Run("what a server rendered comes alive", func(t *testing.T) {
		s, p := openShop(t), b.Page(t)
		p.Stub(wizard.ScriptV2, sdkV2)
		url := s.serve(t, "/pay", dir, a, target)
		was := string(s.pages["/pay"].body)
		s.put("/pay", "text/html", []byte(strings.Replace(was, `<div id="root">`, `<div id="root">`+rendered(t, dir, a, target), 1)))
		pays(t, p, url, s.url, a, [][]string{})
		var recovered []string
		if p.Eval("recovered", &recovered); len(recovered) > 0 {
			t.Errorf("server and browser render differently: %v", recovered)
		}
	})
}
