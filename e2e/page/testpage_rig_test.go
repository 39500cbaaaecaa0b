//go:build e2e

package page_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard/text"
)

// trial is a test page in a browser, with what the terminal sees of it.
type trial struct {
	t *testing.T
	*browser.Page
	server *testpage.Server

	mu     sync.Mutex
	timers []func() // those of the server, run by minute
	events []testpage.Event
	came   chan struct{}
}

// begin opens the page of the usual answers; before runs ahead of the first load.
func begin(t *testing.T, before func(*trial, *testpage.Options)) *trial {
	t.Helper()
	tr := &trial{t: t, Page: browser.Start(t).Page(t), came: make(chan struct{}, 1000)}
	opt := testpage.Options{Answers: cardAnswers(), Lang: text.Ko, KeyFrom: testpage.FromTest, After: tr.after}
	tr.Stub(browser.Script, sdk)
	if before != nil {
		before(tr, &opt)
	}
	server, err := testpage.Start(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	tr.server = server
	t.Cleanup(func() { _ = server.Close() })
	go tr.read()
	tr.Open(server.URL())
	return tr
}

// ready is begin for pages whose button can be pressed.
func ready(t *testing.T, before func(*trial, *testpage.Options)) *trial {
	t.Helper()
	tr := begin(t, before)
	tr.pressable()
	return tr
}

func (tr *trial) pressable() {
	tr.t.Helper()
	tr.until(`!document.querySelector("#open").disabled`)
}

// until is WaitFor for a tab that is on its way to another page or behind
// another tab, where the browser's own polling stops.
func (tr *trial) until(expression string) {
	tr.t.Helper()
	for deadline := time.Now().Add(browser.Patience); ; time.Sleep(20 * time.Millisecond) {
		ok, err := chromedp.Run(tr.Context(), chromedp.Evaluate[bool]("!!("+expression+")"))
		if err == nil && ok {
			return
		}
		if time.Now().After(deadline) {
			tr.t.Fatalf("waited for %s: %v", expression, err)
		}
	}
}

func (tr *trial) after(_ time.Duration, f func()) func() bool {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	tr.timers = append(tr.timers, f)
	return func() bool { return true }
}

func (tr *trial) minute() {
	tr.mu.Lock()
	due := tr.timers
	tr.timers = nil
	tr.mu.Unlock()
	for _, f := range due {
		f()
	}
}

func (tr *trial) read() {
	for e := range tr.server.Events() {
		tr.mu.Lock()
		tr.events = append(tr.events, e)
		tr.mu.Unlock()
		tr.came <- struct{}{}
	}
}

func (tr *trial) seen(kind testpage.Kind) (found []testpage.Event) {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	for _, e := range tr.events {
		if e.Kind == kind {
			found = append(found, e)
		}
	}
	return found
}

// wait gives the n-th event of a kind, from 1, and checks that it has a line for people.
func (tr *trial) wait(kind testpage.Kind, n int) testpage.Event {
	tr.t.Helper()
	deadline := time.After(browser.Patience)
	for {
		if found := tr.seen(kind); len(found) >= n {
			line := testpage.Say(found[n-1], text.Ko)
			if line == "" {
				tr.t.Errorf("no sentence for %+v", found[n-1])
			}
			tr.t.Log(line)
			return found[n-1]
		}
		select {
		case <-tr.came:
		case <-deadline:
			tr.t.Fatalf("no event %s number %d among %+v", kind, n, tr.events)
		}
	}
}

// requests are the calls of IMP.request_pay since the page was loaded.
func (tr *trial) requests() []map[string]any {
	tr.t.Helper()
	var all []map[string]any
	tr.Eval("seen.requests", &all)
	return all
}

// answer gives the SDK's callback an object, as JavaScript.
func (tr *trial) answer(object string) {
	tr.t.Helper()
	tr.WaitFor("window.answer")
	tr.Eval("void answer("+object+")", nil)
}

const success = `{imp_uid: "imp_123456789012", merchant_uid: seen.requests.at(-1).merchant_uid}`

func (tr *trial) noErrors() {
	tr.t.Helper()
	if errs := tr.Errors(); len(errs) > 0 {
		tr.t.Errorf("uncaught: %v", errs)
	}
}

// early runs a script ahead of those of the page.
func (tr *trial) early(script string) {
	tr.t.Helper()
	if _, err := chromedp.Call(tr.Context(), page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		tr.t.Fatal(err)
	}
}
