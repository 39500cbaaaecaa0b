package tui

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// entryLine is a field of the form besides the one that is answered now: its name
// and what stands in it.
type entryLine struct {
	name, value string
	done        bool
}

// others are the fields before and after the current question on its screen.
func (m *Model) others() (before, after []entryLine) {
	place := m.draft.Place()
	passed := false
	for _, q := range m.form() {
		if q.ID == place {
			passed = true
			continue
		}
		o := entryLine{q.Name.In(m.lang), m.answer(*q, m.draft.Entry(q.ID)), m.draft.Confirmed(q.ID)}
		if o.done && o.value == "" {
			o.value = text.Of(m.lang, "ui.left_empty")
		}
		if passed {
			after = append(after, o)
		} else {
			before = append(before, o)
		}
	}
	return before, after
}

// form are the questions on the screen of the current one, itself among them.
func (m *Model) form() []*wizard.Question {
	place := m.draft.Place()
	for _, screen := range m.draft.Screens() {
		if slices.ContainsFunc(screen, func(q *wizard.Question) bool { return q.ID == place }) {
			return screen
		}
	}
	return nil
}

// answer is what was answered, in the words of the question.
func (m *Model) answer(q wizard.Question, e flow.Entry) string {
	switch {
	case e.Later:
		return text.Of(m.lang, "ui.act_later")
	case q.Kind == "text" && len(e.Picked) > 0: // a way on from the question
		return m.word(q, "pg")
	case q.Kind == "checklist":
		return itoa(len(e.Picked)) + " / " + itoa(len(m.draft.Items(q.ID)))
	}
	var words []string
	for _, v := range append(slices.Clip(e.Picked), strings.TrimSpace(e.Text)) {
		if v != "" {
			words = append(words, m.word(q, v))
		}
	}
	return strings.Join(words, ", ")
}

// word is an option by its label; anything else is what somebody typed.
func (m *Model) word(q wizard.Question, v string) string {
	for _, o := range append(m.draft.Options(q.ID), q.Options...) {
		if o.Value == v {
			return o.Label.In(m.lang)
		}
	}
	if m.mask && q.Kind == "text" {
		return safe.Mask
	}
	return safe.Line(v, 200)
}

// otherLines are rows of the form, names in one column.
func (a *ask) otherLines(others []entryLine, w int) []string {
	column := width(a.q.Name.In(a.lang)) // so that it stays where it is from field to field
	for _, o := range append(slices.Clip(a.before), a.after...) {
		column = max(column, width(o.name))
	}
	out := make([]string, len(others))
	for i, o := range others {
		lead := "  "
		if o.done {
			lead = a.look.good.Render(a.sign.done) + " "
		}
		out[i] = cut(lead+a.look.dim.Render(pad(o.name, column))+blanks(hintGap)+o.value, w, a.sign.cut)
	}
	return out
}

// surround takes over what stands around the question and follows from the
// answers: the other fields of the form, the letter that is being written.
func (m *Model) surround() {
	a := m.ask
	before, after := m.others()
	letter := ""
	if a.q.ID == "channel_name" && m.draft.Entry("channel_ready").Text == "ask" {
		letter = m.letter("console", m.shown(), m.lang)
	}
	changed := len(before) != len(a.before) || len(after) != len(a.after) || letter != a.letter
	a.before, a.after, a.letter = before, after, letter
	if changed && a.form != nil {
		m.sizeAsk()
	}
}
