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
	var qs []wizard.Question
	for _, q := range d.walks() {
		qs = append(qs, *q)
	}
	return qs
}

// Editable are all questions that Go takes, also those that a quick start
// does not ask.
func (d Draft) Editable() []wizard.Question {
	var qs []wizard.Question
	for i, asked := range d.see().asked {
		if asked {
			qs = append(qs, wizard.QuestionsIn(d.see().sdk())[i])
		}
	}
	return qs
}

// Question is a question in the words of the version that was chosen. Its
// parameters are those of the call.
func (d Draft) Question(id string) (wizard.Question, bool) {
	i, ok := rowOf()[id]
	if !ok {
		return wizard.Question{}, false
	}
	s := d.see()
	q := wizard.QuestionsIn(s.sdk())[i]
	switch at := s.paths[i]; at {
	case "":
	case storeID:
		q.Params = []string{storeIDParam}
	default:
		q.Params = []string{at}
	}
	return q, true
}

// Applies reports whether a question is one of Editable.
func (d Draft) Applies(id string) bool { return d.see().asks(id) }

// walks are the rows of Questions.
func (d Draft) walks() []*wizard.Question {
	asks, _ := wizard.QuickStart()
	var qs []*wizard.Question
	rows := wizard.QuestionsIn(d.see().sdk())
	for i, asked := range d.see().asked {
		q := &rows[i]
		if asked && (d.start != quick || slices.Contains(asks, q.ID) || q.ID == d.place || d.Touched(q.ID) || d.follows(q)) {
			qs = append(qs, q)
		}
	}
	return qs
}

// follows reports whether a question depends on an answer that the person changed.
func (d Draft) follows(q *wizard.Question) bool {
	for key := range q.AskedWhen {
		if d.changed(key) || strings.HasPrefix(key, "needs_") && (d.changed("type") || d.changed("pay_method")) {
			return true
		}
	}
	return false
}

// changed reports whether an answer is another one than is taken without asking.
func (d Draft) changed(id string) bool {
	q, ok := row(id)
	return ok && d.Touched(id) && !d.Entry(id).Equal(d.untyped(q, d.see()))
}

// Options are the options of a question that are offered now. Those of a text
// question are other ways on, for Take.
func (d Draft) Options(id string) []wizard.Option {
	q, ok := row(id)
	if !ok {
		return nil
	}
	return d.see().offered(q)
}

// walked reports whether the question is part of the walk. The first screen
// and the result ask theirs by id.
func walked(q *wizard.Question) bool { return q.Stage != "start" && q.Stage != "result" }

// trimmed is the entry as it counts: the blanks around a paste are no part of it.
func (e Entry) trimmed() Entry {
	e.Text = strings.TrimSpace(e.Text)
	return e
}

func placeOf(qs []*wizard.Question, id string) int {
	return slices.IndexFunc(qs, func(q *wizard.Question) bool { return q.ID == id })
}
