//go:build e2e

package browser

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Page is a tab with storage of its own. Its methods fail the test when the
// page does not do what they ask for.
type Page struct {
	t   testing.TB
	ctx context.Context

	mu      sync.Mutex
	stubs   map[string]string
	refused []string
	errors  []string
}

// Page opens an empty tab that ends with t.
func (b *Browser) Page(t testing.TB) *Page {
	t.Helper()
	ctx, end := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(end)
	p := &Page{t: t, ctx: ctx, stubs: map[string]string{}}
	p.intercept()
	p.noteErrors()
	return p
}

// Context is for what has no method here: chromedp's own actions.
func (p *Page) Context() context.Context { return p.ctx }

// Do runs actions of chromedp.
func (p *Page) Do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, end := context.WithTimeout(p.ctx, Patience)
	defer end()
	if err := chromedp.Do(ctx, actions...); err != nil {
		p.t.Fatalf("browser: %v\n%s", err, p.state())
	}
}

// Open goes to an address and waits until the page is loaded.
func (p *Page) Open(url string) {
	p.t.Helper()
	p.Do(chromedp.Navigate(url))
}

// Reload loads the page once more.
func (p *Page) Reload() {
	p.t.Helper()
	p.Do(chromedp.Reload())
}

// Click presses the first element that the CSS selector finds, with the mouse.
// A covered or disabled element is clicked like any other: nothing happens there.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.Do(chromedp.Click(chromedp.CSS(selector), chromedp.NodeVisible))
}

// DoubleClick presses twice in a row, as a hand does. chromedp's own double
// click sends only the second press.
func (p *Page) DoubleClick(selector string) {
	p.t.Helper()
	element := chromedp.CSS(selector)
	p.Do(chromedp.Click(element, chromedp.NodeVisible), chromedp.DoubleClick(element, chromedp.NodeVisible))
}

// Eval gives the value of a JavaScript expression. A promise is waited for. The
// value comes by way of JSON; into nil it is thrown away.
func (p *Page) Eval(expression string, into any) {
	p.t.Helper()
	ctx, end := context.WithTimeout(p.ctx, Patience)
	defer end()
	raw, err := chromedp.Run(ctx, chromedp.Evaluate[[]byte](expression, chromedp.EvalAwaitPromise, chromedp.EvalAsValue))
	if err == nil && into != nil {
		err = json.Unmarshal(raw, into)
	}
	if err != nil {
		p.t.Fatalf("evaluate %s: %v", expression, err)
	}
}

// WaitFor waits until a JavaScript expression is true.
func (p *Page) WaitFor(expression string) {
	p.t.Helper()
	ctx, end := context.WithTimeout(p.ctx, Patience)
	defer end()
	err := p.poll(ctx, expression)
	for ctx.Err() == nil && leftThePage(err) {
		err = p.poll(ctx, expression)
	}
	if err != nil {
		p.t.Fatalf("wait for %s: %v\n%s", expression, err, p.state())
	}
}

func (p *Page) poll(ctx context.Context, expression string) error {
	return chromedp.Do(ctx, void(chromedp.Poll[bool]("!!("+expression+")", chromedp.WithPollingTimeout(Patience))))
}

// leftThePage tells an expression that was asked of a document just left: a
// reload takes the document away under it, and the next one can answer.
func leftThePage(err error) bool {
	return err != nil && (strings.Contains(err.Error(), "Cannot find context") || strings.Contains(err.Error(), "context was destroyed"))
}

// Text is the text that a person sees in the first element that the selector finds.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	var text string
	name, _ := json.Marshal(selector)
	p.Eval("document.querySelector("+string(name)+").innerText", &text)
	return strings.TrimSpace(text)
}

// Errors are the uncaught exceptions of the page so far.
func (p *Page) Errors() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string{}, p.errors...)
}

func (p *Page) noteErrors() {
	err := chromedp.Listen(p.ctx, func(ev any) {
		if thrown, ok := ev.(*runtime.EventExceptionThrown); ok {
			p.mu.Lock()
			defer p.mu.Unlock()
			text := thrown.ExceptionDetails.Text
			if thrown.ExceptionDetails.Exception != nil {
				text += " " + thrown.ExceptionDetails.Exception.Description
			}
			p.errors = append(p.errors, text)
		}
	})
	if err != nil {
		p.t.Fatalf("listen to the page: %v", err)
	}
}

// state is what a failed wait shows of the page.
func (p *Page) state() string {
	text, err := chromedp.Run(p.ctx, chromedp.Evaluate[string]("location.href + '\\n' + document.body.innerText"))
	if err != nil {
		text = err.Error()
	}
	return text + "\nuncaught: " + strings.Join(p.Errors(), "; ") + "\nrefused: " + strings.Join(p.Refused(), " ")
}

func void[T any](a chromedp.Action[T]) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := a(ctx, t)
		return err
	})
}
