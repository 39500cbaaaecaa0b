package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
)

// The tabs of the result, in their order.
const (
	tabCode = iota
	tabTodos
	tabChecks
	tabServer
	tabTests
	tabLive
	tabs // how many
)

var tabIDs = [tabs]string{"ui.tab_code", "ui.tab_todos", "ui.tab_checks", "ui.tab_server", "ui.tab_tests", "ui.tab_live"}

// tabKeys opens a tab by its number.
func tabKey(k tea.KeyPressMsg) (tab int, ok bool) {
	if tab = int(k.Code - '1'); k.Mod != 0 || tab < 0 || tab >= tabs {
		return 0, false
	}
	return tab, true
}

// turnTab handles the keys that go to another tab.
func (m *Model) turnTab(k tea.KeyPressMsg) bool {
	r := &m.result
	tab, ok := tabKey(k)
	switch {
	case ok:
		r.tab = tab
	case k.Code == tea.KeyLeft:
		r.tab = max(r.tab-1, 0)
	case k.Code == tea.KeyRight:
		r.tab = min(r.tab+1, tabs-1)
	default:
		return false
	}
	return true
}

// page makes the lines of a tab.
func (m *Model) page(tab, w int) []string {
	switch tab {
	case tabTodos:
		return m.todosPage(w)
	case tabChecks:
		return m.checksPage(w)
	case tabServer:
		if files := m.codeOf(tab); len(files) > 0 {
			return m.codePage(files, w)
		}
		return plainLines(m.letter("server", m.shown(), m.lang), w)
	case tabTests:
		return m.testsPage(w)
	case tabLive:
		return m.livePage(w)
	}
	return m.codePage(m.result.out.Files, w)
}

// tabNames are the tabs as they stand in the row: all by name where there is
// room, else the open one by name and the others by number.
func (m *Model) tabNames() []string {
	names, cells := make([]string, tabs), 0
	for i, id := range tabIDs {
		if i == tabServer && m.serverTarget() != "" {
			id = "ui.tab_server_code"
		}
		names[i] = itoa(i+1) + " " + text.Of(m.lang, id)
		switch i {
		case tabTodos:
			names[i] += " " + itoa(len(m.result.todo))
		case tabChecks:
			names[i] += " " + itoa(len(m.result.findings)+len(m.result.lines))
		}
		cells += width(names[i]) + 3
	}
	if !m.lay.airy || cells > m.lay.w-2*margin+1 {
		for i := range names {
			if i != m.result.tab {
				names[i] = itoa(i + 1)
			}
		}
	}
	return names
}

func (m *Model) tabLine() string {
	names := m.tabNames()
	for i, name := range names {
		if i == m.result.tab {
			names[i] = m.look.strong.Render("[" + name + "]")
		} else {
			names[i] = " " + m.look.dim.Render(name) + " "
		}
	}
	return strings.Join(names, " ")
}

// tabAt is the tab at a column of the row, or -1.
func (m *Model) tabAt(x int) int {
	at := 0
	for i, name := range m.tabNames() {
		w := width(name) + 2
		if x >= at && x < at+w {
			return i
		}
		at += w + 1
	}
	return -1
}

// copyTab copies what the open tab is about, as text that can be sent on.
func (m *Model) copyTab() tea.Cmd {
	a, r := m.draft.Answers(), &m.result
	switch r.tab {
	case tabTodos:
		return m.copyText(m.todoText(), "ui.the_todos")
	case tabChecks:
		return m.copyText(m.checkText(), "ui.the_checklist")
	case tabServer:
		if len(m.codeOf(r.tab)) > 0 {
			return m.copyFile()
		}
		return m.copyText(m.letter("server", a, m.lang), "ui.the_letter")
	case tabTests:
		return m.copyText(handover.Markdown(handover.TestTable(handover.QA(a, m.lang), m.lang)), "ui.the_tests")
	case tabLive:
		return m.copyText(handover.Markdown(handover.DifferenceTable(handover.Differences(a, m.lang), m.lang)), "ui.the_differences")
	}
	return m.copyFile()
}

// pressTab handles keys that have a meaning in the open tab only.
func (m *Model) pressTab(k tea.KeyPressMsg) (cmd tea.Cmd, handled bool) {
	if m.result.tab == tabChecks && key.Matches(k, m.keys.tick) {
		return m.askTicks(), true
	}
	return nil, false
}
