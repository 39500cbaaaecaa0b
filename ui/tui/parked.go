package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard"
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
	switch {
	case m.mask:
		return safe.Mask
	case p.Entry.Later:
		return text.Of(m.lang, "ui.act_later")
	}
	var words []string
	for _, v := range append(slices.Clip(p.Entry.Picked), p.Entry.Text) {
		if v != "" {
			words = append(words, m.optionName(p.Question, v))
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
