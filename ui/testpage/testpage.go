// Package testpage serves the page that tries a payment window: a browser page
// on 127.0.0.1 that calls the window's function of V1 or V2 with exactly the
// request of some answers and tells this side what happens. It answers nobody but that page,
// keeps no secret, and never says that something was paid: what a browser
// reports is a claim, and the look-up that proves it is printed beside it.
// It draws no terminal.
package testpage

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
)

// Where the channel key was copied, as the question test_key_check offers it.
const (
	FromTest   = "test"
	FromLive   = "live"
	FromUnsure = "unsure"
)

// Options are what a run needs. Now, Rand and After are passed in for tests;
// nil takes the machine's.
type Options struct {
	Answers wizard.Answers
	Lang    text.Lang
	KeyFrom string // FromTest, FromLive or FromUnsure; "" lets the page ask. Not asked of live answers
	Typed   string // what Confirms wants, as the person typed it by hand; live answers are served only with it
	Port    int    // 0 takes a free one
	Now     func() time.Time
	Rand    io.Reader
	After   func(time.Duration, func()) (stop func() bool)

	limits *limits // tests do not wait for the usual ones
}

// ErrMode means that the version of the answers opens no window for their
// module and type.
var ErrMode = errors.New("no test page for this channel")

// ErrNotTyped means that the answers are live and nobody typed their merchant
// code to say that real money may be taken.
var ErrNotTyped = errors.New("live mode was not confirmed")

// BrokenError are the rules that the answers break: such a window stays shut,
// or takes the wrong money.
type BrokenError struct{ Findings []wizard.Finding }

func (e *BrokenError) Error() string {
	return "answers break a rule: " + e.Findings[0].Rule
}

// Server is a running test page.
type Server struct {
	opt     Options
	addr    string
	maker   maker
	channel wizard.Channel
	guards  []check
	http    *http.Server
	events  *stream

	page, back string // tokens

	mu       sync.Mutex
	doors    []string // tokens of addresses that work once
	attempts []*attempt
	windows  int // windows called so far
	keyFrom  string
	reports  int // events that the page asked for
	policies map[string]bool
	closed   bool
}

// Start listens and serves until the context ends or Close is called. The
// error is a MissingError, a BrokenError, a PortTakenError, ErrNotTyped, or
// wraps ErrMode or ErrNoLoopback.
func Start(ctx context.Context, opt Options) (*Server, error) {
	opt = withDefaults(opt)
	channel, err := sound(opt)
	if err != nil {
		return nil, err
	}
	s := &Server{opt: opt, channel: channel, guards: guards, keyFrom: opt.KeyFrom, policies: map[string]bool{}}
	if s.page, err = newToken(opt.Rand); err != nil {
		return nil, err
	}
	if s.back, err = newToken(opt.Rand); err != nil {
		return nil, err
	}
	l, err := listen(ctx, opt.Port)
	if err != nil {
		return nil, err
	}
	s.addr = l.Addr().String()
	s.maker = maker{opt.Answers, s.Redirect(), opt.Rand}
	s.events = newStream()
	s.http = httpServer(http.HandlerFunc(s.serve), *opt.limits)
	s.emit(Event{Kind: Listening, URL: s.URL(), Redirect: s.Redirect()})
	go func() { _ = s.http.Serve(l) }() // ends with ErrServerClosed
	context.AfterFunc(ctx, func() { _ = s.Close() })
	return s, nil
}

// sound gives the channel of answers that a page may be served for.
func sound(opt Options) (wizard.Channel, error) {
	a := opt.Answers
	channel, ok := wizard.ChannelOf(a.Mode, a.Module, a.Type)
	if !ok || !channel.In(a.SDK).Opens() {
		return channel, fmt.Errorf("%w: %s %s %s %s", ErrMode, a.Mode, a.SDK, a.Module, a.Type)
	}
	c := a.Case(wizard.Day(opt.Now()))
	if names := missing(c); len(names) > 0 {
		return channel, &MissingError{names}
	}
	broken := slices.DeleteFunc(rulebook.Judge(c, opt.Lang), func(f wizard.Finding) bool {
		return f.Severity != wizard.SeverityError || f.State != wizard.StateFound
	})
	if len(broken) > 0 {
		return channel, &BrokenError{broken}
	}
	if a.Mode == wizard.ModeLive && !Confirms(a, opt.Typed) {
		return channel, ErrNotTyped
	}
	return channel, nil
}

func withDefaults(opt Options) Options {
	if opt.Answers.Mode == wizard.ModeLive {
		opt.KeyFrom = FromLive // that is what the merchant code was typed for
	}
	if opt.Lang == "" {
		opt.Lang = text.Ko
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Rand == nil {
		opt.Rand = rand.Reader
	}
	if opt.limits == nil {
		opt.limits = &usual
	}
	if opt.After == nil {
		opt.After = func(d time.Duration, f func()) func() bool { return time.AfterFunc(d, f).Stop }
	}
	return opt
}

// newToken is 192 random bits.
func newToken(r io.Reader) (string, error) {
	var raw [24]byte
	if _, err := io.ReadFull(r, raw[:]); err != nil {
		return "", fmt.Errorf("make token: %w", err)
	}
	return base64.RawURLEncoding.EncodeToString(raw[:]), nil
}

// URL is the page's address, to be shown and copied.
func (s *Server) URL() string { return "http://" + s.addr + pagePath + s.page }

// Redirect is where a payment on the phone's way comes back.
func (s *Server) Redirect() string { return "http://" + s.addr + backPath + s.back }

// mostDoors bounds the addresses that were handed out and not used.
const mostDoors = 16

// Door is an address that works once and leads to URL. Arguments of a program
// can be read by everybody on the machine, so an opener gets this one.
func (s *Server) Door() (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	token, err := newToken(s.opt.Rand)
	if err != nil {
		return "", err
	}
	if len(s.doors) == mostDoors {
		s.doors = slices.Delete(s.doors, 0, 1)
	}
	s.doors = append(s.doors, token)
	return "http://" + s.addr + doorPath + token, nil
}

// Events tells what happens, in order, and is closed after the last one.
func (s *Server) Events() <-chan Event { return s.events.out }

// Cancel gives up every attempt that still waits. What comes for it later is
// noted and ignored.
func (s *Server) Cancel() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.attempts {
		s.giveUp(a)
	}
}

// Close frees the port. It may be called more than once.
func (s *Server) Close() error {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil
	}
	s.closed = true
	for _, a := range s.attempts {
		a.quiet()
	}
	s.mu.Unlock()
	err := s.http.Close()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.send(Event{Kind: Closed, Why: WhyServer})
	s.events.end()
	return err
}

// emit tells of something unless the server was closed. Callers hold mu, or
// are alone.
func (s *Server) emit(e Event) {
	if !s.closed {
		s.send(e)
	}
}

func (s *Server) send(e Event) {
	e.At = s.opt.Now().In(wizard.Korea)
	s.events.emit(e)
}
