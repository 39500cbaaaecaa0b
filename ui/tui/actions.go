package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// action is one entry of the row that Tab opens.
type action struct {
	label string
	hint  string
	do    func() tea.Cmd
}

// actions is that row, in the place of the row of keys.
type actions struct {
	all []action
	at  int
}

func (m *Model) openActions(all []action) {
	if len(all) > 0 {
		m.actions = &actions{all: all}
	}
}

func (m *Model) pressActions(k tea.KeyPressMsg) tea.Cmd {
	a := m.actions
	n := len(a.all)
	switch {
	case key.Matches(k, m.keys.back):
		m.actions = nil
	case key.Matches(k, m.keys.right):
		a.at = (a.at + 1) % n
	case key.Matches(k, m.keys.left):
		a.at = (a.at + n - 1) % n
	case key.Matches(k, m.keys.next):
		m.actions = nil
		return a.all[a.at].do()
	}
	return nil
}

// view draws the row, turned so that the chosen entry is seen.
func (a *actions) view(look styles, w int) string {
	from, to := a.seen(w)
	var row []string
	for i := from; i < to; i++ {
		if i == a.at {
			row = append(row, look.strong.Render("["+a.all[i].label+"]"))
		} else {
			row = append(row, " "+look.dim.Render(a.all[i].label)+" ")
		}
	}
	line := strings.Join(row, " ")
	if to < len(a.all) {
		line = pad(line, w-2) + look.dim.Render(" >")
	}
	return fit(line, w)
}

// seen are the entries that fit: the chosen one and as many before and after
// it as there is room for.
func (a *actions) seen(w int) (from, to int) {
	for ; ; from++ {
		cells := 0
		for to = from; to < len(a.all); to++ {
			more := 2 * btoi(to < len(a.all)-1)
			if cells+a.cells(to)+more > w {
				break
			}
			cells += a.cells(to) + 1
		}
		if a.at < to || from == a.at {
			return from, max(to, from+1)
		}
	}
}

// cells are what an entry takes, with the bracket or blank at each end.
func (a *actions) cells(i int) int { return width(a.all[i].label) + 2 }

// hit is the entry at a column of the row, or -1.
func (a *actions) hit(w, x int) int {
	from, to := a.seen(w)
	for i, at := from, 0; i < to; i++ {
		if x >= at && x < at+a.cells(i) {
			return i
		}
		at += a.cells(i) + 1
	}
	return -1
}

// askActions are the actions of a question: first what mends, then what
// explains, then the other ways on.
func (m *Model) askActions() []action {
	var all []action
	add := func(id, hint string, do func() tea.Cmd) {
		all = append(all, action{text.Of(m.lang, id), hint, do})
	}
	if len(m.problems) > 0 && m.ask.touched {
		if p := m.problems[0]; p.Switches() != "" {
			all = append(all, action{text.Of(m.lang, "ui.act_switch", "sdk", version(p)), "", m.mend})
		} else if p.MoveTo != "" {
			add("ui.act_move", "", m.mend)
		} else if p.Mendable {
			add("ui.act_mend", "", m.mend)
		}
	}
	if len(m.undo) > 0 {
		add("ui.act_undo", "", m.undoMend)
	}
	if m.ask.letter != "" {
		add("ui.act_letter", "", func() tea.Cmd { return m.showLetter("console") })
	}
	add("ui.act_explain", "", m.explain)
	all = append(all, m.wayToFindings()...)
	add("ui.act_preview", "", m.showPreview)
	add("ui.act_where", "", m.showWhere)
	all = append(all, m.waysOn()...)
	if q := m.ask.q; q.Later && len(q.Options) == 0 {
		add("ui.act_later", text.Of(m.lang, "ui.later_hint"), m.later)
	}
	add("ui.key_edit", text.Of(m.lang, "ui.edit_title"), m.askEdit)
	if len(m.draft.Parked()) > 0 {
		add("ui.act_parked", "", m.showParked)
	}
	return append(all, m.anywhereActions()...)
}

// wayToFindings leads back to where the walk came from, if that was the desk.
func (m *Model) wayToFindings() []action {
	if !m.ledByDesk() {
		return nil
	}
	return []action{{text.Of(m.lang, "desk.key_found"), text.Of(m.lang, "desk.back_hint"), m.backToFound}}
}

// anywhereActions are the keys that work everywhere, for who does not know them.
func (m *Model) anywhereActions() []action {
	mask, fold := "ui.act_mask", "ui.act_fold"
	if m.mask {
		mask = "ui.act_unmask"
	}
	if m.folded {
		fold = "ui.act_unfold"
	}
	act := func(id, hint string, do func() tea.Cmd) action {
		return action{text.Of(m.lang, id), text.Of(m.lang, hint), do}
	}
	all := []action{act("ui.act_turn", "ui.turn_hint", m.turnTarget), act(mask, "ui.mask_hint", m.toggleMask),
		act("ui.act_language", "ui.language_hint", m.switchLanguage), act("ui.act_mouse", "ui.mouse_hint", m.toggleMouse)}
	if m.saver != nil && !m.saver.keeps() {
		all = append(all, act("ui.act_keep", "ui.keep_hint", m.keep))
	}
	if m.screen == onAsk {
		all = append(all, act(fold, "ui.fold_hint", m.foldPreview))
	}
	return all
}

// waysOn are the other answers of a text question: no channel, no access, later.
func (m *Model) waysOn() []action {
	if !m.ask.typing() {
		return nil
	}
	var all []action
	id := m.ask.q.ID
	for _, o := range m.ask.options {
		all = append(all, action{o.Label.In(m.lang), o.Hint.In(m.lang), func() tea.Cmd { return m.take(id, o) }})
	}
	return all
}

func (m *Model) take(id string, o wizard.Option) tea.Cmd {
	m.draft = m.draft.Take(id, o.Value)
	return m.confirm()
}
