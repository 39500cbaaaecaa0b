package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// showParked lists the answers that an earlier answer put aside, and what
// brings each back.
func (m *Model) showParked() tea.Cmd {
	return m.openPager(m.name("ui.parked_title"), func(w int) []string {
		out := append(wrap(text.Of(m.lang, "ui.parked_help"), w), "")
		for _, q := range m.draft.Parked() {
			out = append(out, styled(m.look.title, wrap(q.Title.In(m.lang), w))...)
			out = append(out, columns(m.look, w, text.Of(m.lang, "ui.parked_value"), m.parkedValue(q),
				text.Of(m.lang, "ui.parked_back"), m.wayBack(q))...)
			out = append(out, "")
		}
		return out
	})
}

// parkedValue is what was answered, in the words of the question.
func (m *Model) parkedValue(q wizard.Question) string {
	e := m.draft.Entry(q.ID)
	switch {
	case m.mask:
		return safe.Mask
	case e.Later:
		return text.Of(m.lang, "ui.act_later")
	}
	var words []string
	for _, v := range append(e.Picked, e.Text) {
		if v != "" {
			words = append(words, m.optionName(q, v))
		}
	}
	return strings.Join(words, ", ")
}

func (m *Model) optionName(q wizard.Question, v string) string {
	for _, o := range q.Options {
		if o.Value == v {
			return o.Label.In(m.lang)
		}
	}
	return safe.Line(v, 200)
}

// wayBack names the answers under which the question is asked.
func (m *Model) wayBack(q wizard.Question) string {
	var ways []string
	for _, before := range wizard.Questions() {
		wanted, asked := q.AskedWhen[before.ID]
		if !asked || before.Stage == "start" {
			continue
		}
		var names []string
		for _, v := range wanted {
			names = append(names, m.optionName(before, v))
		}
		ways = append(ways, before.Title.In(m.lang)+": "+strings.Join(names, ", "))
	}
	return strings.Join(ways, "; ")
}
