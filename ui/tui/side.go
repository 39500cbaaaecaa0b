package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// side is a question over the screen that is not part of the walk: which work
// to resume, where to save, whether to open the window. done is called with
// the answer and takes the question away, or says what is wrong with it.
type side struct {
	ask   *ask
	above []string // shown before the question: the difference that a file would get
	done  func(flow.Entry) tea.Cmd
	wrong string
	busy  bool // a command of it is under way

	byHand bool // a paste is not taken
}

func (m *Model) openSide(a *ask, done func(flow.Entry) tea.Cmd) {
	m.side = &side{ask: a, done: done}
	m.sizeSide()
}

func (m *Model) sizeSide() {
	if m.side == nil || m.lay.tiny {
		return
	}
	m.side.ask.place(m.sideBox(), m.side.above)
}

func (m *Model) sideBox() box {
	b := m.lay.whole()
	b.w = min(b.w, 96)
	return b
}

func (m *Model) pressSide(k tea.KeyPressMsg) tea.Cmd {
	s := m.side
	switch {
	case key.Matches(k, m.keys.back):
		m.side = nil
		return nil
	case s.busy:
		return nil
	case key.Matches(k, m.keys.actions):
		return m.explainSide()
	case key.Matches(k, m.keys.next):
		e := s.ask.current()
		if s.ask.q.Kind == "select" && e.Text == "" {
			m.say(text.Of(m.lang, "ui.choose_first"), false)
			return nil
		}
		return s.done(e)
	}
	if s.ask.Update(k) {
		s.wrong = ""
	}
	return nil
}

func (m *Model) explainSide() tea.Cmd {
	a := m.side.ask
	return m.openPager(func() string { return a.words(a.q.Title.In(m.lang)) }, func(w int) []string {
		out := append([]string{}, a.above...)
		out = append(out, wrap(a.words(a.q.Help.In(m.lang)), w)...)
		for _, o := range a.options {
			if hint := a.hint(o); hint != "" {
				out = append(out, "")
				out = append(out, labelled(m.look, a.label(o), hint, w)...)
			}
		}
		out = append(out, "")
		return append(out, labelled(m.look, text.Of(m.lang, "ui.where"), a.words(a.q.Where.In(m.lang)), w)...)
	})
}

func (m *Model) sideView() []string {
	s := m.side
	var problems []flow.Problem
	if s.wrong != "" {
		s := wizard.Finding{Severity: wizard.SeverityError, Message: s.wrong}
		problems = []flow.Problem{{Finding: s, Blocks: true}}
	}
	return s.ask.view(problems)
}
