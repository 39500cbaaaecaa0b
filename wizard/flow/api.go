// Package flow holds the wizard's state: which questions apply, what was
// answered, where the person is, what is parked. Screens show it; they decide nothing.
package flow

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Entry is what a person gave at one question.
type Entry struct {
	Text   string   // text, number and days; the option's value of a select; "true"/"false" of a confirm
	Picked []string // option values of a multi, item ids of a checklist
	Later  bool     // left for later
}

// Draft is the wizard's state. It is a value; methods that change it return the new one.
type Draft struct{}

// Quick begins a quick start: three questions, every other answer taken.
func Quick() Draft { return Draft{} }

// Guided begins the full flow.
func Guided() Draft { return Draft{} }

// Open begins with given answers, on the result if they are whole, else on the
// first question that still wants an answer. Questions that the answers settle count as confirmed.
func Open(a wizard.Answers) Draft { return Draft{} }

// Questions are the questions that apply now, in order, answered or not.
func (d Draft) Questions() []wizard.Question { return nil }

// Place is the id of the question where the person is; "" is the result.
func (d Draft) Place() string { return "" }

// Step gives the number of the current question from 1 and how many apply.
func (d Draft) Step() (n, of int) { return 0, 0 }

// Options are the options of a question that are offered now.
func (d Draft) Options(id string) []wizard.Option { return nil }

// Items are the lines of a checklist that apply now, placeholders filled.
func (d Draft) Items(id string) []wizard.Item { return nil }

// Entry gives what stands in the field of a question: what was typed, else the default.
func (d Draft) Entry(id string) Entry { return Entry{} }

// Confirmed reports whether the question was answered and passed.
func (d Draft) Confirmed(id string) bool { return false }

// With puts an entry into a field without passing the question (live typing).
func (d Draft) With(id string, e Entry) Draft { return d }

// Next confirms the current question and goes to the next that applies. It
// refuses (ok false) while an error finding or a wrong-box value stands; see Problems.
func (d Draft) Next() (next Draft, ok bool) { return d, false }

// Back goes to the question before, also from an invalid field; what was typed stays.
func (d Draft) Back() Draft { return d }

// Go goes to a question that applies.
func (d Draft) Go(id string) Draft { return d }

// Problem is what keeps a question from being passed or should be seen there.
type Problem struct {
	Finding  wizard.Finding // Rule is empty for a value in the wrong box
	Blocks   bool           // Next refuses
	MoveTo   string         // wrong box: the question where the value belongs, or ""
	Mendable bool           // Mend changes the field
}

// Problems are the problems of the entry now in the field of a question, worst first.
func (d Draft) Problems(id, today string, l text.Lang) []Problem { return nil }

// Mend carries out the sure mend of the first mendable problem, or moves a
// value in the wrong box to where it belongs. was is the entry before, for undo.
func (d Draft) Mend(id, today string) (mended Draft, was Entry, ok bool) { return d, Entry{}, false }

// Answers are the decisions made so far; questions not reached give their defaults.
func (d Draft) Answers() wizard.Answers { return wizard.Answers{} }

// Parked are the questions whose answers do not apply now and come back when they do.
func (d Draft) Parked() []wizard.Question { return nil }

// MarshalJSON writes the saved form: the answers' JSON plus place, asked, parked and ticks.
func (d Draft) MarshalJSON() ([]byte, error) { return nil, nil }

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *Draft) UnmarshalJSON(b []byte) error { return nil }
