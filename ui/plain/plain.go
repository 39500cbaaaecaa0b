// Package plain asks the wizard's questions line by line: for screen readers,
// pipes and terminals that cannot draw. It writes whole lines and never an
// escape code. Questions, findings and to-dos go to one writer, the generated
// code to another, so that the code alone can be redirected. The end of input
// is an error that names what is missing, never a silent default.
package plain

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/draft"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// Config is what a conversation needs from outside.
type Config struct {
	In      io.Reader
	Out     io.Writer     // takes the code, and everything where Err is nil
	Screen  bool          // Out is looked at: code is text there, whatever its encoding
	Err     io.Writer     // takes questions, findings and to-dos
	Lang    text.Lang     // empty is Korean
	Store   *draft.Store  // nil saves and offers nothing
	Draft   *flow.Draft   // begin here instead of with the first question
	Private bool          // save and offer nothing, whatever Store says
	Mask    bool          // repeat no value that was typed, or that stands in code
	Today   func() string // YYYY-MM-DD in Korea; nil reads the clock
}

// EndError says that the input ended while questions were open.
type EndError struct {
	Missing []wizard.Question
}

func (e *EndError) Error() string {
	ids := make([]string, len(e.Missing))
	for i, q := range e.Missing {
		ids[i] = q.ID
	}
	return "the input ended before these questions were answered: " + strings.Join(ids, ", ")
}

// FindingsError says that the answers have errors, so that no code was printed.
type FindingsError struct{ Report wizard.Report }

func (e *FindingsError) Error() string { return "the answers have errors" }

// ErrQuit says that the person ended the conversation. The answers are saved.
var ErrQuit = errors.New("ended by the person")

// Sentence tells a person why a conversation ended early.
func Sentence(err error, l text.Lang) string {
	var end *EndError
	var refused *FindingsError
	var unwritable *snippets.Error
	switch {
	case errors.As(err, &end):
		titles := make([]string, len(end.Missing))
		for i, q := range end.Missing {
			titles[i] = q.Title.In(l) + " (" + q.ID + ")"
		}
		return text.Of(l, "plain.ended", "missing", strings.Join(titles, ", "))
	case errors.As(err, &refused):
		return text.Of(l, "plain.refused")
	case errors.As(err, &unwritable):
		return safe.Line(unwritable.Say(l), 500)
	case errors.Is(err, errNotText):
		return text.Of(l, "plain.not_text")
	case errors.Is(err, ErrQuit):
		return text.Of(l, "plain.quit")
	}
	return text.Of(l, "plain.failed", "cause", safe.Line(err.Error(), 300))
}

// Run holds the conversation and gives the draft as it was at the end. The
// error is an *EndError, a *FindingsError, ErrQuit, the context's, or one of
// reading and writing; Sentence has the words for each.
func Run(ctx context.Context, c Config) (flow.Draft, error) {
	t := begin(ctx, c)
	left := false
	defer func() { t.close(left) }()
	err := t.start()
	if err == nil && !t.over {
		err = t.walk()
	}
	if err == nil && !t.over {
		err = t.finish()
	}
	if err == nil {
		err = t.failed
	}
	left = ctx.Err() == nil
	return t.d, err
}

// talk is one conversation.
type talk struct {
	Config
	ctx    context.Context
	lines  *lines
	d      flow.Draft
	sess   *draft.Session
	shown  string          // the question that was put last
	warned string          // what was said last about saving
	unread int             // lines that were no text
	fixed  map[string]bool // sentences about what is settled that were said
	boxes  []box           // lines of the result that can be ticked, as they were numbered
	failed error           // writing failed
	did    bool            // code or words were looked at, and nothing was begun
	over   bool            // the input ended after all that it asked for was told
}

func begin(ctx context.Context, c Config) *talk {
	if c.Err == nil {
		c.Err = c.Out
	}
	if c.Lang == "" {
		c.Lang = text.Ko
	}
	if c.Private {
		c.Store = nil
	}
	if c.Today == nil {
		c.Today = func() string { return wizard.Day(time.Now()) }
	}
	return &talk{Config: c, ctx: ctx, lines: read(c.In), fixed: map[string]bool{}}
}

// close lets the saved work go: as somebody left it, or as it was when a signal
// broke it off.
func (t *talk) close(left bool) {
	close(t.lines.asks)
	end := t.sess.Close
	if left {
		end = func() error { return t.sess.Leave(t.d) }
	}
	if err := end(); err != nil {
		t.warn(err)
	}
}

// say writes one line for people. Several lines in a sentence stay lines.
func (t *talk) say(s string) {
	if t.failed == nil {
		_, t.failed = io.WriteString(t.Err, s+"\n")
	}
}

// tell says a sentence of this room.
func (t *talk) tell(id string, args ...string) { t.say(text.Of(t.Lang, id, args...)) }

// echo brings a value that somebody typed onto the line.
func (t *talk) echo(s string) string {
	if t.Mask && s != "" {
		return safe.Mask
	}
	return safe.Shown(s, 200)
}

// save keeps the draft, and says once why it could not.
func (t *talk) save() {
	if t.sess == nil {
		sess, err := t.Store.Begin()
		if err != nil {
			t.warn(err)
			return
		}
		t.sess = sess
	}
	if err := t.sess.Save(t.d); err != nil {
		t.warn(err)
	}
}

func (t *talk) warn(err error) {
	if s := draft.Sentence(err, t.Lang); s != t.warned {
		t.warned = s
		t.say(s)
	}
}
