package tui

import (
	"context"
	"io"
	"os"
	"time"

	"smartro-wizard/ui/browse"
	"smartro-wizard/ui/clip"
	"smartro-wizard/ui/draft"
	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
)

// world is everything outside the terminal that the screen reaches, so that
// tests can stand in for it. Functions of saved work are nil where nothing is kept.
type world struct {
	ctx        context.Context
	version    string
	home       string // of the person, "" where there is none
	now        func() time.Time
	today      func() string
	rand       io.Reader
	unfinished func() []draft.Entry
	begin      func() (*draft.Session, error)
	resume     func(id string) (*draft.Session, flow.Draft, error)
	copy       func(context.Context, string) error
	open       func(context.Context, string) error
	serve      func(context.Context, testpage.Options) (server, error)
}

// realWorld is this machine.
func realWorld(ctx context.Context, c Config) world {
	w := world{
		ctx: ctx, version: c.Version, now: c.Now, today: c.Today, rand: c.Rand,
		copy: func(ctx context.Context, s string) error { return clip.Copy(ctx, os.Getenv, s) },
		open: browse.Open,
		serve: func(ctx context.Context, o testpage.Options) (server, error) {
			s, err := testpage.Start(ctx, o)
			if err != nil {
				return nil, err // a nil *Server in the interface would not be nil
			}
			return s, nil
		},
	}
	w.home, _ = os.UserHomeDir()
	if w.now == nil {
		w.now = time.Now
	}
	if w.today == nil {
		w.today = func() string { return wizard.Day(w.now()) }
	}
	if c.Store != nil && !c.Private {
		w.unfinished, w.begin, w.resume = c.Store.Unfinished, c.Store.Begin, c.Store.Resume
	}
	return w
}
