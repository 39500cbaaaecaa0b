package tui

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// midWords say which MID the console's channel has, and why, at the questions
// about that channel.
func (m *Model) midWords(id string) text.Pair {
	a := m.draft.Answers()
	ch, ok := wizard.ChannelOf(a.Mode, a.Module, a.Type)
	if !ok || !slices.Contains([]string{"channel_ready", "console_steps"}, id) {
		return text.Pair{}
	}
	say := func(l text.Lang) string {
		if ch.MID == "" {
			return text.Of(l, "ui.mid_live", "channel", ch.Label.In(l))
		}
		return text.Of(l, "ui.mid_test", "mid", ch.MID, "channel", ch.Label.In(l))
	}
	return text.Pair{Ko: say(text.Ko), En: say(text.En)}
}
