// Package tui is the wizard on a whole terminal. It shows what wizard/flow
// decides and reads keys; it holds no payment knowledge. One root model owns
// size, place and focus, its parts draw into boxes of one layout, and only the
// root's view touches terminal features. Where there is no terminal to draw on
// callers take ui/plain instead.
package tui

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"smartro-wizard/ui/draft"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// Config is what a run needs. Store may be nil, and Private keeps nothing.
// Draft begins with given answers instead of the first screen. Today, Now and
// Rand are passed in for tests; nil takes the machine's.
type Config struct {
	In, Out *os.File
	Lang    text.Lang
	Version string
	ASCII   bool // no box drawing: see the rules for glyph sets
	NoColor bool
	Private bool
	Mask    bool
	Store   *draft.Store
	Draft   *flow.Draft
	Today   func() string
	Now     func() time.Time
	Rand    io.Reader
}

// Outcome is how a run ended. Message, if any, is for standard error once the
// terminal is its own again; it ends without a line end.
type Outcome struct {
	Status  int // for the process: 0, 1 after a fault, 128 + signal
	Message string
}

// framesPerSecond is the tick that a person waits for.
const framesPerSecond = 120

// Run shows the wizard until the person ends it. Signals and panics come back
// as an Outcome, with the terminal restored and the answers saved.
func Run(ctx context.Context, c Config) (Outcome, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	g := &guard{build: func() *Model { return newModel(c, realWorld(ctx, c)) }}
	profile := colorprofile.ANSI
	if c.NoColor {
		profile = colorprofile.Ascii
	}
	p := tea.NewProgram(g, tea.WithInput(c.In), tea.WithOutput(c.Out), tea.WithFPS(framesPerSecond),
		tea.WithColorProfile(profile), tea.WithoutSignalHandler(), tea.WithContext(ctx))
	g.quit = p.Quit
	stop := takeSignals(p, g)
	defer stop()
	_, err := p.Run()
	if g.m == nil {
		return g.stillborn(c.Lang, err)
	}
	return g.m.finish(g, err)
}

// stillborn is the end of a run that never had a first frame.
func (g *guard) stillborn(l text.Lang, err error) (Outcome, error) {
	if fault := g.fault(); fault != "" {
		return Outcome{Status: 1, Message: text.Of(l, "ui.fault", "what", fault)}, nil
	}
	return Outcome{Status: 1}, fmt.Errorf("run the terminal: %w", err)
}

// finish saves and says how it ended.
func (m *Model) finish(g *guard, err error) (Outcome, error) {
	fault, signal := g.fault(), g.signal()
	out := Outcome{Status: m.status, Message: m.lastWords(fault != "" || signal != 0)}
	switch {
	case fault != "":
		out.Status = 1
		out.Message = joinLines(text.Of(m.lang, "ui.fault", "what", fault), out.Message)
	case signal != 0:
		out.Status = 128 + signal
	case err != nil && m.status == 0:
		out.Status = 1
		return out, fmt.Errorf("run the terminal: %w", err)
	}
	return out, nil
}

// lastWords save what there is and say where it stays.
func (m *Model) lastWords(brokenOff bool) string {
	if m.saver == nil || !m.begun {
		return ""
	}
	how := left
	switch {
	case brokenOff:
		how = broken
	case m.screen >= onResult && m.result.taken && !m.underWay():
		how = finished
	}
	said := "ui.bye_saved"
	if how == left && m.draft.HoldsBuyer() && !m.saver.keeps() {
		said = "ui.bye_without_buyer"
	}
	switch err := m.lastSave(how); {
	case err != nil:
		return draft.Sentence(err, m.lang)
	case how == finished:
		return ""
	}
	return text.Of(m.lang, said)
}

// underWay reports whether somebody ticks what was done and is not through, so
// that there is something to come back for.
func (m *Model) underWay() bool {
	ticked := len(m.draft.Ticked())
	for _, seen := range m.draft.Proved() {
		ticked += btoi(!seen)
	}
	return ticked > 0
}

func joinLines(a, b string) string {
	if b == "" {
		return a
	}
	return a + "\n" + b
}
