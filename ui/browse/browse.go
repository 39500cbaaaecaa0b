// Package browse opens an address in the person's browser without disturbing
// the terminal: openers print, block and fail. It opens our own loopback page
// and the documents that the catalogue names, and nothing else.
package browse

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/pkg/browser"

	"smartro-wizard/wizard"
)

// Wait is how long an opener may take. It may still open the page later; we
// only stop waiting for it.
const Wait = 10 * time.Second

// Errors on which callers branch. After any of them the address has to be
// shown for copying; over SSH and in a container that is the ordinary way.
var (
	ErrNoOpener = errors.New("no browser can be opened from here")
	ErrRefused  = errors.New("not an address that is opened")
	ErrSlow     = errors.New("the opener did not end in time")
)

// Opener opens addresses. The zero value is this machine's; tests put in
// their own parts.
type Opener struct {
	Env  func(string) string
	OS   string
	Open func(address string) error
	Wait time.Duration
}

// Open opens an address with this machine's opener. Call it off the UI loop:
// it comes back when the opener ends, after Wait, or with the context.
func Open(ctx context.Context, address string) error { return Opener{}.Try(ctx, address) }

// Try is Open for this opener.
func (o Opener) Try(ctx context.Context, address string) error {
	o = o.whole()
	if !Allowed(address) {
		return ErrRefused
	}
	if !o.canOpen() {
		return ErrNoOpener
	}
	ctx, cancel := context.WithTimeoutCause(ctx, o.Wait, ErrSlow)
	defer cancel()
	done := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- fmt.Errorf("open browser: %v", r)
			}
		}()
		done <- o.Open(address)
	}()
	select {
	case err := <-done:
		return opened(err)
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func opened(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, exec.ErrNotFound):
		return ErrNoOpener
	}
	return fmt.Errorf("open browser: %w", err)
}

func (o Opener) whole() Opener {
	if o.Env == nil {
		o.Env = os.Getenv
	}
	if o.OS == "" {
		o.OS = runtime.GOOS
	}
	if o.Open == nil {
		hush()
		o.Open = browser.OpenURL
	}
	if o.Wait == 0 {
		o.Wait = Wait
	}
	return o
}

// hush keeps openers from printing over the screen. The package has one pair
// of writers for everybody, so they are set once and before first use.
var hush = sync.OnceFunc(func() { browser.Stdout, browser.Stderr = io.Discard, io.Discard })

// canOpen tells where an opener would open a browser that nobody sees, or a
// text browser on our terminal. An editor's remote terminal sets BROWSER to a
// helper that reaches the person's machine.
func (o Opener) canOpen() bool {
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(n string) bool { return o.Env(n) != "" })
	}
	switch {
	case has("BROWSER"):
		return true
	case has("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"):
		return false
	case o.OS == "windows", o.OS == "darwin":
		return true
	}
	return has("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
}

// Allowed reports whether an address may be handed to an opener: a page on
// 127.0.0.1, or a document that stands in the catalogue letter by letter.
func Allowed(address string) bool {
	u, err := url.Parse(address)
	if err != nil || strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r > '~' }) || strings.ContainsAny(address, "\"'`\\^<>|&;$(){}") {
		return false
	}
	if u.Scheme == "http" && strings.HasPrefix(address, "http://127.0.0.1:") {
		return u.User == nil && u.Hostname() == "127.0.0.1" && u.Port() != "" && u.Port() != "0"
	}
	return slices.Contains(documents(), address)
}

// documentHosts are the first parties. Sources of the catalogue that are
// somebody's notes are cited and never opened.
var documentHosts = []string{"developers.portone.io", "help.portone.io", "docs.iamport.kr", "portone.gitbook.io"}

// documents are the https addresses of the catalogue's rows.
var documents = sync.OnceValue(func() []string {
	var all []string
	add := func(sources []string) {
		for _, s := range sources {
			u, err := url.Parse(s)
			if err == nil && u.Scheme == "https" && slices.Contains(documentHosts, u.Host) && !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	for _, c := range wizard.Channels() {
		add(c.Sources)
	}
	for _, call := range wizard.Calls() {
		for _, p := range wizard.ParamsOf(call.Function) {
			add(p.Sources)
		}
	}
	for _, q := range wizard.Questions() {
		add(q.Sources)
	}
	for _, s := range wizard.Symptoms() {
		add(s.Sources)
	}
	for _, l := range wizard.Links() {
		add([]string{l.URL})
	}
	return all
})
