package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// The mouse is only asked for where it has something to do: on lists, tabs,
// texts that scroll, and the fields of a form. A drag anywhere gives it back,
// because the person wants to mark text, and so does another button in a text
// field, because with that one the terminal pastes.

// wheelRows is how far a turn of the wheel scrolls.
const wheelRows = 3

// mouseMode is what the terminal is asked to tell.
func (m *Model) mouseMode() tea.MouseMode {
	if m.mouseOff || m.lay.tiny || m.typingIn() != nil && !m.inForm() || m.deskTyping() {
		return tea.MouseModeNone
	}
	return tea.MouseModeCellMotion
}

// inForm reports whether other fields than the current one can be clicked.
func (m *Model) inForm() bool {
	return m.pager == nil && m.actions == nil && m.side == nil && !m.deskOn() && m.screen == onAsk && m.ask != nil && m.ask.page.before+m.ask.page.after > 0
}

// toggleMouse leaves the mouse to the terminal, or takes it again.
func (m *Model) toggleMouse() tea.Cmd {
	m.mouseOff = !m.mouseOff
	said := "ui.mouse_on"
	if m.mouseOff {
		said = "ui.mouse_off"
	}
	m.say(text.Of(m.lang, said), false)
	return nil
}

// mouse handles what the mouse did. While a save is waited for it is let go.
func (m *Model) mouse(msg tea.MouseMsg) tea.Cmd {
	if m.mouseMode() == tea.MouseModeNone || m.waiting > 0 {
		return nil
	}
	at := msg.Mouse()
	switch msg.(type) {
	case tea.MouseMotionMsg:
		if at.Button == tea.MouseLeft {
			return m.toggleMouse()
		}
	case tea.MouseWheelMsg:
		return m.wheel(at)
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft {
			m.notice = notice{}
			return m.click(at.X, at.Y)
		} else if m.typingIn() != nil {
			return m.toggleMouse()
		}
	}
	return nil
}

// wheel scrolls what is long, and moves in a list.
func (m *Model) wheel(at tea.Mouse) tea.Cmd {
	k, by := tea.KeyPressMsg{Code: tea.KeyDown}, wheelRows
	switch at.Button {
	case tea.MouseWheelUp:
		k, by = tea.KeyPressMsg{Code: tea.KeyUp}, -wheelRows
	case tea.MouseWheelDown:
	default:
		return nil
	}
	switch p := m.scrolled(); {
	case p != nil:
		m.after.turned = m.after.turned || p == &m.after.page
		p.scroll(by)
	case m.actions != nil:
	case m.side == nil && m.deskOn():
		return m.press(k)
	case m.side == nil && m.screen == onAsk && m.inCode(at.X, at.Y):
		m.preview.scroll(by, m.lay.codeRows())
		m.tell()
	case m.listAsk() != nil:
		return m.press(k)
	}
	return nil
}

// scrolled is the text that the wheel turns, if one is on top.
func (m *Model) scrolled() *pager {
	switch {
	case m.pager != nil:
		return m.pager
	case m.actions != nil || m.side != nil:
		return nil
	case m.deskOn():
		return m.desk.scrolled()
	case m.screen == onResult:
		return &m.result.pages[m.result.tab]
	case m.screen == onAfter:
		m.after.page.lines = m.afterLines(m.after.w)
		return &m.after.page
	}
	return nil
}

func (m *Model) inCode(x, y int) bool {
	b := m.lay.barred()
	return !b.empty() && x >= b.x && x < b.x+b.w && y >= b.y && y < b.y+b.h
}

// listAsk is the question on top whose options can be clicked.
func (m *Model) listAsk() *ask {
	a := m.ask
	switch {
	case m.pager != nil || m.actions != nil:
		return nil
	case m.side != nil:
		a = m.side.ask
	case m.deskOn():
		return nil
	case m.screen == onFirst:
		a = m.first
	case m.screen != onAsk:
		return nil
	}
	if a == nil || a.list == nil {
		return nil
	}
	return a
}

// click chooses what is under the mouse: an option, and once more the chosen
// one to go on; a tick; a tab; an action.
func (m *Model) click(x, y int) tea.Cmd {
	if m.actions != nil && m.pager == nil {
		if i := m.actions.hit(m.lay.w-2*margin, x-margin); y == m.lay.footer && i >= 0 {
			m.actions.at = i
			return m.press(tea.KeyPressMsg{Code: tea.KeyEnter})
		}
		return nil
	}
	if m.inForm() && m.inQuestion(x) {
		if by := m.ask.fieldAt(y, m.problems); by != 0 {
			return m.goField(by)
		}
	}
	if a := m.listAsk(); a != nil {
		return m.clickOption(a, a.list.optionAt(y-m.listRow(a)))
	}
	if m.pager == nil && m.side == nil && m.deskOn() {
		return m.clickDesk(x, y)
	}
	if m.pager == nil && m.side == nil && m.screen == onResult {
		_, page, _ := m.resultBoxes()
		if tab := m.tabAt(x - page.x); y == page.y && tab >= 0 {
			m.result.tab = tab
		}
	}
	return nil
}

func (m *Model) inQuestion(x int) bool { return x >= m.ask.box.x && x < m.ask.box.x+m.ask.box.w }

// goField goes to another field of the form, as far as the answers between let
// one through.
func (m *Model) goField(by int) tea.Cmd {
	step, all := m.next, []tea.Cmd{}
	if by < 0 {
		step, by = m.back, -by
	}
	for range by {
		was, form := m.draft.Place(), m.form()
		all = append(all, step())
		if at := m.draft.Place(); at == was || !slices.ContainsFunc(form, func(q *wizard.Question) bool { return q.ID == at }) || m.waiting > 0 {
			break
		}
	}
	return tea.Batch(all...)
}

func (m *Model) clickOption(a *ask, option int) tea.Cmd {
	if option < 0 {
		return nil
	}
	again := option == a.list.at
	if a.ticks() || !again {
		before := a.current()
		a.list.move(option)
		if a.ticks() {
			a.list.on[option] = !a.list.on[option]
		}
		if a.took(before) && a == m.ask && m.side == nil {
			return m.typed()
		}
		return nil
	}
	return m.press(tea.KeyPressMsg{Code: tea.KeyEnter})
}

// listRow is the screen's row in which the options begin.
func (m *Model) listRow(a *ask) int {
	if a == m.first {
		return m.firstBox().y + len(m.firstParts().above)
	}
	return a.formRow()
}
