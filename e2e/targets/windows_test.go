//go:build e2e

package targets_test

import (
	"reflect"
	"strings"
	"testing"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/e2e/proof"
	"smartro-wizard/snippets/want"
	"smartro-wizard/wizard"
)

const free = "document.querySelector('button') && !document.querySelector('button').disabled"

// pays opens a page, presses its button, and judges what reached the SDK.
func pays(t *testing.T, p *browser.Page, url, origin string, a wizard.Answers, init [][]string) {
	t.Helper()
	p.Open(url)
	p.WaitFor(free)
	p.Click("button")
	p.WaitFor("window.seen && seen.requests.length")
	var seen struct {
		Init     [][]string
		Requests []map[string]any
	}
	if p.Eval("seen", &seen); len(seen.Requests) != 1 {
		t.Fatalf("%d requests, want 1", len(seen.Requests))
	}
	if want := want.Request(t, a, origin, seen.Requests[0]); !reflect.DeepEqual(seen.Requests[0], want) {
		t.Errorf("got  %v\nwant %v", seen.Requests[0], want)
	}
	if !reflect.DeepEqual(seen.Init, init) {
		t.Errorf("init and agency were called with %v, want %v", seen.Init, init)
	}
}

// Every window with all the parameters that go there, in every target.
func TestWindows(t *testing.T) {
	b, s, dir := browser.Start(t), openShop(t), workshop(t)
	p := b.Page(t)
	p.Stub(browser.Script, sdk)
	count, of := 0, map[string]int{}
	for _, c := range windows(t) {
		for _, target := range targets() {
			t.Run(c.name+"/"+target, func(t *testing.T) {
				url := s.serve(t, "/"+c.name+"/"+target, dir, c.answers, target)
				pays(t, p, url, s.url, c.answers, want.Init(c.answers))
				count++
				of[target]++
			})
		}
	}
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("uncaught: %v", errs)
	}
	if t.Logf("%d windows opened in Chromium", count); count != 34*len(targets()) {
		t.Errorf("%d windows, want %d", count, 34*len(targets()))
	}
	for target, n := range of {
		proof.Note(t, target, "windows", []string{proof.Tool(t, "chromium", "--version")}, map[string]int{"windows": n})
	}
}

// A page that pays already has its own init, and only that.
func TestInsertedIntoAPageThatPays(t *testing.T) {
	b, s, dir := browser.Start(t), openShop(t), workshop(t)
	for _, c := range options() {
		a := c.answers
		a.Options.Page = wizard.PageV1
		for _, target := range []string{"html", "js", "jsp"} {
			t.Run(c.name+"/"+target, func(t *testing.T) {
				p := b.Page(t)
				p.Stub(browser.Script, sdk)
				pays(t, p, s.serve(t, "/"+c.name+"/"+target, dir, a, target), s.url, a, [][]string{{"imp10000001"}})
			})
		}
	}
}

// Old pages come without a charset of the server and are read by their own.
func TestPagesInEUCKR(t *testing.T) {
	b, s, dir := browser.Start(t), openShop(t), workshop(t)
	for _, c := range windows(t)[:9] {
		a := c.answers
		a.Options.Encoding, a.Options.Syntax, a.Options.Locale = wizard.EncodingEUCKR, wizard.SyntaxES5, "ko"
		for _, target := range []string{"html", "js", "jsp"} {
			t.Run(c.name+"/"+target, func(t *testing.T) {
				p := b.Page(t)
				p.Stub(browser.Script, sdk)
				pays(t, p, s.serve(t, "/"+c.name+"/"+target, dir, a, target), s.url, a, want.Init(a))
				var charset string
				if p.Eval("document.characterSet", &charset); charset != "EUC-KR" {
					t.Errorf("read as %s", charset)
				}
				if got := p.Text("body"); !strings.Contains(got, "결제창을 열고 있습니다") || target != "js" && !strings.Contains(got, "결제하기") {
					t.Errorf("the page shows %q", got)
				}
			})
		}
	}
}
