package tui

import (
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// showParked lists the answers that an earlier answer put aside, and what
// brings each back.
func (m *Model) showParked() tea.Cmd {
	return m.openPager(m.name("ui.parked_title"), func(w int) []string {
		out := append(wrap(text.Of(m.lang, "ui.parked_help"), w), "")
		for _, p := range m.draft.Parked() {
			out = append(out, styled(m.look.title, wrap(p.Question.Title.In(m.lang), w))...)
			out = append(out, wrap(p.Why(m.lang), w)...)
			out = append(out, columns(m.look, w, text.Of(m.lang, "ui.parked_value"), m.parkedValue(p),
				text.Of(m.lang, "ui.parked_back"), p.Way(m.lang))...)
			out = append(out, "")
		}
		return out
	})
}

// parkedValue is what was answered, in the words of the question.
func (m *Model) parkedValue(p flow.Parked) string {
	if m.mask {
		return safe.Mask
	}
	return m.answer(p.Question, p.Entry)
}
