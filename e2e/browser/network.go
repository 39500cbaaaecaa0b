//go:build e2e

package browser

import (
	"net/url"
	"strings"

	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// Stub answers every request to that address with a script, or with a page
// when it begins with a doctype. It holds for requests made after the call.
func (p *Page) Stub(address, script string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stubs[address] = script
}

// Unstub refuses the address again, as a firewall would.
func (p *Page) Unstub(address string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.stubs, address)
}

// Refused are the addresses outside 127.0.0.1 that were asked for and had no stub.
func (p *Page) Refused() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string{}, p.refused...)
}

func (p *Page) intercept() {
	err := chromedp.Listen(p.ctx, func(ev any) {
		if paused, ok := ev.(*fetch.EventRequestPaused); ok {
			go p.answer(paused) // a call from inside the listener would wait for itself
		}
	})
	if err == nil {
		_, err = chromedp.Call(p.ctx, fetch.Enable, fetch.EnableParams{})
	}
	if err != nil {
		p.t.Fatalf("intercept requests: %v", err)
	}
}

// answer ignores the errors of its calls: the page may be gone by then.
func (p *Page) answer(paused *fetch.EventRequestPaused) {
	address := paused.Request.URL
	p.mu.Lock()
	script, stubbed := p.stubs[address]
	local := isLocal(address)
	if !stubbed && !local {
		p.refused = append(p.refused, address)
	}
	p.mu.Unlock()
	contentType := "application/javascript; charset=utf-8"
	if strings.HasPrefix(script, "<!doctype html>") {
		contentType = "text/html; charset=utf-8"
	}
	switch {
	case stubbed:
		_, _ = chromedp.Call(p.ctx, fetch.FulfillRequest, fetch.FulfillRequestParams{
			RequestID: paused.RequestID, ResponseCode: 200, Body: []byte(script),
			ResponseHeaders: []*fetch.HeaderEntry{
				{Name: "Content-Type", Value: contentType},
				{Name: "Access-Control-Allow-Origin", Value: "*"},
			}})
	case local:
		_, _ = chromedp.Call(p.ctx, fetch.ContinueRequest, fetch.ContinueRequestParams{RequestID: paused.RequestID})
	default:
		_, _ = chromedp.Call(p.ctx, fetch.FailRequest, fetch.FailRequestParams{
			RequestID: paused.RequestID, ErrorReason: network.ErrorReasonBlockedByClient})
	}
}

func isLocal(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "http", "https", "ws", "wss":
		return u.Hostname() == "127.0.0.1"
	}
	return true // data:, blob:, about: leave the machine nowhere
}
