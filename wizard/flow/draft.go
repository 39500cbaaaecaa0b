// Package flow holds the wizard's state: which questions apply, what was
// answered, where the person is, what is parked. Screens show it; they decide
// nothing. The rows of the questions stand in the catalogue, the rules in
// wizard/rulebook; the day is passed in.
package flow

import (
	"maps"
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Entry is what a person gave at one question.
type Entry struct {
	Text   string   `json:"text,omitempty"`   // text, number and days; the option's value of a select; "true"/"false" of a confirm
	Picked []string `json:"picked,omitempty"` // option values of a multi, item ids of a checklist
	Later  bool     `json:"later,omitempty"`  // left for later
}

// Equal reports whether two entries say the same.
func (e Entry) Equal(f Entry) bool {
	return e.Text == f.Text && e.Later == f.Later && slices.Equal(e.Picked, f.Picked)
}

func (e Entry) empty() bool { return !e.Later && len(e.Picked) == 0 && strings.TrimSpace(e.Text) == "" }

// Draft is the wizard's state. It is a value; methods that change it return
// the new one, so that a screen undoes anything by keeping the one before.
type Draft struct {
	start   start
	base    wizard.Answers   // what the answers begin with
	opened  *opening         // nil unless the draft was opened
	given   map[string]Entry // what stands in the fields because of the person or of base, by slot
	done    map[string]bool  // questions that were passed, by slot
	seen    *sight           // of all the above
	place   string
	jumped  bool   // Next skips what was passed, because the person jumped here
	refused string // the question where something was not taken

	ticks    map[string][]string // lines of the checklist, by channel
	proofs   map[string]bool     // rungs of evidence, with whether the program saw it
	proofsOf string              // the request that they are about
}

// opening is what answers that were opened say about the questions. As long as
// a question stands as it did, they speak for it.
type opening struct {
	given map[string]Entry
	seen  *sight
}

type start string

const (
	quick  start = "quick"
	guided start = "guided"
	golive start = "golive"
	open   start = "open"
)

// Quick begins a quick start: three questions, every other answer taken.
func Quick() Draft { return begin(quick) }

// Guided begins the full flow.
func Guided() Draft { return begin(guided) }

// GoLive begins the full flow for a payment that goes live.
func GoLive() Draft { return begin(golive) }

// GoesLive reports whether the person came to prepare going live: the result
// then begins with what is different from testing.
func (d Draft) GoesLive() bool { return d.start == golive }

func begin(s start) Draft {
	d := Draft{start: s, base: blank()}
	d.seen = d.look()
	d.place = d.walks()[0].ID
	return d
}

// Speaking lets the comments in the code begin in the language of the screen.
// It is no answer: the question about comments stays as open as it was.
func (d Draft) Speaking(l text.Lang) Draft {
	if l != text.Ko && d.base.Options.Locale == "" {
		d.base.Options.Locale = string(l)
	}
	return d
}

func blank() wizard.Answers {
	_, takes := wizard.QuickStart()
	return wizard.Answers{Version: wizard.AnswersVersion, SDK: wizard.SDK(takes["sdk"]), Params: value.ObjectOf()}
}

// Place is the id of the question where the person is; "" is the result.
func (d Draft) Place() string { return d.place }

// Step gives the number of the current question from 1 and how many apply. On
// the result both are the number of questions.
func (d Draft) Step() (n, of int) {
	walk := d.walks()
	if i := placeOf(walk, d.place); i >= 0 {
		return i + 1, len(walk)
	}
	return len(walk), len(walk)
}

// Touched reports whether something was put into the field of a question, so
// that what stands there is not only the default.
func (d Draft) Touched(id string) bool {
	_, ok := d.given[d.see().slot(id)]
	return ok
}

// Confirmed reports whether the question was answered and passed.
func (d Draft) Confirmed(id string) bool { return d.done[d.see().passSlot(id)] }

// With puts an entry into a field without passing the question (live typing).
// A long secret is not taken: the field becomes empty, see Problems.
func (d Draft) With(id string, e Entry) Draft {
	q, ok := row(id)
	if !ok {
		return d
	}
	hide := secret(q, e.Text)
	if hide {
		e.Text = ""
	} else if e = d.whole(q, e); d.Touched(id) && d.Entry(id).Equal(e) {
		return d
	}
	d.refused = ""
	if hide {
		d.refused = id
	}
	d.done = maps.Clone(d.done)
	switch {
	case q.Kind == "checklist": // ticks are set on the result as well
	case id == "channel_key":
		if d.given[id].Text != e.Text {
			d.given = without(d.given, "test_key_check") // it was asked for the key before
		}
		maps.DeleteFunc(d.done, func(slot string, _ bool) bool { return strings.HasPrefix(slot, id+slotMark) })
	default:
		delete(d.done, d.see().passSlot(id))
	}
	return d.hold(id, e).settle()
}

// whole adds to an entry what its screen did not show: picks that are not
// offered now, and that there is no channel key, as long as none is typed.
func (d Draft) whole(q *wizard.Question, e Entry) Entry {
	was := d.Entry(q.ID)
	switch {
	case e.Later:
	case q.ID == "channel_key" && e.Picked == nil && e.Text == was.Text:
		e.Picked = was.Picked
	case q.Kind == "multi":
		for i := range q.Options {
			p := q.Options[i].Value
			if slices.Contains(was.Picked, p) && !slices.Contains(e.Picked, p) && !d.see().offers(q, p) {
				e.Picked = append(slices.Clip(e.Picked), p)
			}
		}
	}
	return e
}

// hold puts an entry into the draft, whose maps may be shared with another.
func (d Draft) hold(id string, e Entry) Draft {
	slot := d.see().slot(id)
	d.given = maps.Clone(d.given)
	if d.given == nil {
		d.given = map[string]Entry{}
	}
	e.Picked = slices.Clone(e.Picked)
	d.given[slot] = e
	d.seen = d.look()
	return d
}

func (d Draft) pass(id string) Draft {
	d.done = maps.Clone(d.done)
	if d.done == nil {
		d.done = map[string]bool{}
	}
	d.done[d.see().passSlot(id)] = true
	return d
}

func without(m map[string]Entry, id string) map[string]Entry {
	m = maps.Clone(m)
	delete(m, id)
	return m
}
