package tui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// askFix offers every error that keeps code from being made, with what puts it
// right: a question, or an edit where no question holds the value.
func (m *Model) askFix() tea.Cmd {
	today := m.world.today()
	ko, en := m.draft.Refusals(today, text.Ko), m.draft.Refusals(today, text.En)
	if len(ko) == 0 {
		return nil
	}
	q := wizard.Question{ID: "fix", Kind: "select", Title: pair("ui.fix_title"), Help: pair("ui.fix_help")}
	var options []wizard.Option
	for i := range ko {
		options = append(options, wizard.Option{Value: itoa(i),
			Label: text.Pair{Ko: safe.Line(ko[i].Finding.Message, maxLine), En: safe.Line(en[i].Finding.Message, maxLine)},
			Hint:  text.Pair{Ko: m.wayOut(ko[i], text.Ko), En: m.wayOut(en[i], text.En)}})
	}
	m.openSide(newAsk(m, q, options, flow.Entry{Text: "0"}), func(e flow.Entry) tea.Cmd {
		m.side = nil
		i, _ := strconv.Atoi(e.Text)
		return m.fix(ko[i])
	})
	return nil
}

// wayOut is what puts a refusal right, fit for the screen.
func (m *Model) wayOut(r flow.Refusal, l text.Lang) string {
	if m.mask && r.Question == "" {
		return safe.Mask
	}
	return safe.Line(r.Say(l), maxLine)
}

// fix goes to the question of a refusal, or carries its edits out.
func (m *Model) fix(r flow.Refusal) tea.Cmd {
	if r.Question != "" {
		m.draft = m.draft.Go(r.Question)
		cmd := m.enter()
		if m.ask != nil {
			m.ask.touched = true
		}
		return cmd
	}
	m.result.undo = append(m.result.undo, m.draft)
	return m.amended(m.draft.Amend(r), "ui.fixed_one")
}

// amended shows what became of the answers.
func (m *Model) amended(d flow.Draft, said string) tea.Cmd {
	m.draft = d
	cmd := tea.Batch(m.save(), m.enter())
	m.say(text.Of(m.lang, said), false)
	return cmd
}

// undoFix takes the last edit back.
func (m *Model) undoFix(k tea.KeyPressMsg) (tea.Cmd, bool) {
	last := len(m.result.undo) - 1
	if last < 0 || !key.Matches(k, m.keys.undo) {
		return nil, false
	}
	d := m.result.undo[last]
	m.result.undo = m.result.undo[:last]
	return m.amended(d, "ui.undone"), true
}
