package flow

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
)

// Questions are the questions of this walk that apply now, in order, answered
// or not. A quick start asks its three, and whatever follows from an answer
// that the person changed.
func (d Draft) Questions() []wizard.Question {
	all, _ := d.applicable()
	if d.start != quick {
		return all
	}
	asks, _ := wizard.QuickStart()
	return slices.DeleteFunc(all, func(q wizard.Question) bool {
		return !slices.Contains(asks, q.ID) && q.ID != d.place && !d.Touched(q.ID) && !d.follows(q)
	})
}

// Editable are all questions that Go takes, also those that a quick start
// does not ask.
func (d Draft) Editable() []wizard.Question {
	all, _ := d.applicable()
	return all
}

// follows reports whether a question depends on an answer that the person gave.
func (d Draft) follows(q wizard.Question) bool {
	for key := range q.AskedWhen {
		if d.Touched(key) {
			return true
		}
	}
	return false
}

// Parked are the questions whose answers do not apply now and come back when they do.
func (d Draft) Parked() []wizard.Question {
	all, _ := d.applicable()
	var parked []wizard.Question
	for _, q := range wizard.Questions() {
		if e, ok := d.given[q.ID]; ok && walked(q) && !e.empty() && indexOf(all, q.ID) < 0 {
			parked = append(parked, q)
		}
	}
	return parked
}

// Options are the options of a question that are offered now. Those of a text
// question are other ways on, for Take.
func (d Draft) Options(id string) []wizard.Option {
	q, _ := wizard.QuestionOf(id)
	_, keys := d.applicable()
	return keys.offered(q)
}

// walked reports whether the question is part of the walk. The first screen
// and the result ask theirs by id.
func walked(q wizard.Question) bool { return q.Stage != "start" && q.Stage != "result" }

// applicable are all questions that apply, and the keys they were told by.
// Only earlier questions that apply count, so a parked answer steers nothing.
func (d Draft) applicable() ([]wizard.Question, keys) {
	known := d.setupKeys()
	var qs []wizard.Question
	for _, q := range wizard.Questions() {
		if !walked(q) || !known.match(q.AskedWhen) {
			continue
		}
		qs = append(qs, q)
		switch e := d.Entry(q.ID); q.Kind {
		case "select":
			known[q.ID] = []string{e.Text}
		case "multi":
			known[q.ID] = e.Picked
		}
	}
	return qs, known
}

// keys are the answers that asked_when looks at.
type keys map[string][]string

func (d Draft) setupKeys() keys {
	a := d.base
	return keys{
		"start":       {string(guided)},
		"mode":        {string(a.Mode)},
		"sdk":         {string(a.SDK)},
		"module":      {string(a.Module)},
		"type":        {string(a.Type)},
		"pay_method":  {a.Params.Get("pay_method").Text()},
		"channel_key": {"first_use"},
	}
}

func (k keys) match(when map[string][]string) bool {
	for key, want := range when {
		if !slices.ContainsFunc(want, func(w string) bool { return slices.Contains(k[key], w) }) {
			return false
		}
	}
	return true
}

func (k keys) offered(q wizard.Question) []wizard.Option {
	var offered []wizard.Option
	for _, o := range q.Options {
		if k.match(o.AskedWhen) {
			offered = append(offered, o)
		}
	}
	return offered
}

// trimmed is the entry as it counts: the blanks around a paste are no part of it.
func (e Entry) trimmed() Entry {
	e.Text = strings.TrimSpace(e.Text)
	return e
}
