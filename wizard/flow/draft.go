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
	opened  map[string]Entry // the entries that base holds; nil unless the draft was opened
	given   map[string]Entry // what stands in the fields because of the person or of base
	done    map[string]bool  // questions that were passed
	place   string
	jumped  bool   // Next skips what was passed, because the person jumped here
	refused string // the question where a secret was not taken
}

type start string

const (
	quick  start = "quick"
	guided start = "guided"
	open   start = "open"
)

// Quick begins a quick start: three questions, every other answer taken.
func Quick() Draft { return begin(quick) }

// Guided begins the full flow.
func Guided() Draft { return begin(guided) }

func begin(s start) Draft {
	d := Draft{start: s, base: blank()}
	d.place = d.Questions()[0].ID
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

// blank are the answers that this build fixes because it has one option each.
func blank() wizard.Answers {
	_, takes := wizard.QuickStart()
	return wizard.Answers{
		Version: wizard.AnswersVersion,
		Mode:    wizard.Mode(takes["mode"]), SDK: wizard.SDK(takes["sdk"]),
		Module: wizard.Module(takes["module"]), Type: wizard.Type(takes["type"]),
		Params: value.ObjectOf(value.Field{Key: "pay_method", Value: value.Text(takes["pay_method"])}),
	}
}

// Place is the id of the question where the person is; "" is the result.
func (d Draft) Place() string { return d.place }

// Step gives the number of the current question from 1 and how many apply. On
// the result both are the number of questions.
func (d Draft) Step() (n, of int) {
	walk := d.Questions()
	if i := indexOf(walk, d.place); i >= 0 {
		return i + 1, len(walk)
	}
	return len(walk), len(walk)
}

// Entry gives what stands in the field of a question: what was typed, else the default.
func (d Draft) Entry(id string) Entry {
	if e, ok := d.given[id]; ok {
		return e
	}
	q, ok := wizard.QuestionOf(id)
	if !ok {
		return Entry{}
	}
	given := q.Default
	if _, takes := wizard.QuickStart(); d.start != guided {
		if taken, ok := takes[id]; ok {
			given = taken
		}
	}
	if id == "comments" && d.base.Options.Locale != "" {
		given = d.base.Options.Locale
	}
	if q.Kind == "multi" || q.Kind == "checklist" {
		return Entry{Picked: strings.FieldsFunc(given, func(r rune) bool { return r == ',' })}
	}
	return Entry{Text: given}
}

// Touched reports whether something was put into the field of a question, so
// that what stands there is not only the default.
func (d Draft) Touched(id string) bool {
	_, ok := d.given[id]
	return ok
}

// Confirmed reports whether the question was answered and passed.
func (d Draft) Confirmed(id string) bool { return d.done[id] }

// With puts an entry into a field without passing the question (live typing).
// A long secret is not taken: the field becomes empty, see Problems.
func (d Draft) With(id string, e Entry) Draft {
	q, ok := wizard.QuestionOf(id)
	if !ok {
		return d
	}
	hide := secret(q, e.Text)
	if hide {
		e.Text = ""
	}
	if !hide && d.Touched(id) && d.given[id].Equal(e) {
		return d
	}
	d.refused = ""
	if hide {
		d.refused = id
	}
	if id == "channel_key" && d.given[id].Text != e.Text {
		d.given = without(d.given, "test_key_check") // it was asked for the key before
	}
	if q.Kind != "checklist" { // ticks are set on the result as well
		d.done = maps.Clone(d.done)
		delete(d.done, id)
	}
	return d.hold(id, e).settle()
}

// hold puts an entry into the draft, whose maps may be shared with another.
func (d Draft) hold(id string, e Entry) Draft {
	d.given = maps.Clone(d.given)
	if d.given == nil {
		d.given = map[string]Entry{}
	}
	e.Picked = slices.Clone(e.Picked)
	d.given[id] = e
	return d
}

func (d Draft) pass(id string) Draft {
	d.done = maps.Clone(d.done)
	if d.done == nil {
		d.done = map[string]bool{}
	}
	d.done[id] = true
	return d
}

func without(m map[string]Entry, id string) map[string]Entry {
	m = maps.Clone(m)
	delete(m, id)
	return m
}

func indexOf(qs []wizard.Question, id string) int {
	return slices.IndexFunc(qs, func(q wizard.Question) bool { return q.ID == id })
}
