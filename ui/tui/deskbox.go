package tui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard/text"
)

// sizeBox gives the paste box what the words around it leave.
func (m *Model) sizeBox() {
	d := &m.desk
	b := m.lay.whole()
	d.head = nil
	d.head = append(d.head, between(m.look.title.Render(text.Of(m.lang, "desk.box_title")), m.look.dim.Render(m.boxCount()), b.w))
	help := "desk.box_help"
	if b.h < 14 {
		help = "desk.box_short"
	}
	d.head = append(d.head, wrap(text.Of(m.lang, help), b.w)...)
	below := m.boxBelow(b.w)
	rows := max(b.h-len(d.head)-2-len(below), 2)
	d.lay = deskLayout{list: box{b.x, b.y + len(d.head), b.w, rows + 2}, body: box{b.x, b.y + len(d.head) + 2 + rows, b.w, len(below)}}
	d.box.SetSize(b.w-m.gutter()-1, rows)
}

// boxBelow is what the person should know of where the code stays.
func (m *Model) boxBelow(w int) []string {
	if !m.lay.airy {
		return nil
	}
	return styled(m.look.dim, wrap(text.Of(m.lang, "desk.box_kept"), w))
}

func (m *Model) boxCount() string {
	if m.desk.busy {
		return text.Of(m.lang, "desk.checking")
	}
	return text.Of(m.lang, "desk.count", "n", itoa(m.desk.box.Lines()))
}

// gutter is the width of the line numbers with the bar behind them.
func (m *Model) gutter() int { return max(width(itoa(m.desk.box.Lines())), 2) + 3 }

func (m *Model) putBox(r *rows) {
	d := &m.desk
	b := m.lay.whole()
	r.put(box{b.x, b.y, b.w, len(d.head)}, d.head)
	at := d.lay.list
	lines := []string{m.rule(at.w)}
	number := m.gutter() - 3
	for _, row := range d.box.Rows(m.deskTyping()) {
		end := ""
		if row.After {
			end = m.look.dim.Render(m.sign.cut)
		}
		bar := m.sign.bar
		if row.Before {
			bar = "<"
		}
		n := itoa(row.Number)
		lines = append(lines, m.look.dim.Render(blanks(number-width(n))+n+" "+bar)+" "+row.Text+end)
	}
	for len(lines) < at.h-1 {
		lines = append(lines, m.look.dim.Render(blanks(number+1)+m.sign.bar))
	}
	r.put(at, append(lines, m.rule(at.w)))
	r.put(d.lay.body, m.boxBelow(b.w))
}

// typedAhead is the longest pause after a letter that no person typed: a
// terminal that does not mark a paste sends it key by key, and then an Enter
// is the end of a line.
const typedAhead = 10 * time.Millisecond

func (m *Model) pressBox(k tea.KeyPressMsg) tea.Cmd {
	d := &m.desk
	now := m.world.now()
	pause := now.Sub(d.typed)
	if k.Text != "" || key.Matches(k, m.keys.next) {
		d.typed = now
	}
	switch {
	case key.Matches(k, m.keys.back):
		d.run++ // what is still read is not waited for
		d.busy = false
		return m.closeDesk()
	case key.Matches(k, m.keys.actions):
		m.openActions(m.boxActions())
		return nil
	case key.Matches(k, m.keys.newline), key.Matches(k, m.keys.next) && pause > 0 && pause < typedAhead:
		d.box.Newline()
	case key.Matches(k, m.keys.next):
		return m.check()
	default:
		m.typeBox(k)
	}
	m.sizeDesk()
	return nil
}

// typeBox is a key that edits.
func (m *Model) typeBox(k tea.KeyPressMsg) {
	b, keys := &m.desk.box, m.keys
	for _, e := range []struct {
		key key.Binding
		do  func()
	}{
		{keys.lineStart, b.Home}, {keys.lineEnd, b.End}, {keys.erase, b.Backspace}, {keys.deleteNext, b.Delete},
		{keys.cutBefore, b.CutBefore}, {keys.undo, func() { b.Undo() }},
		{bind("left"), b.Left}, {bind("right"), b.Right}, {bind("up"), b.Up}, {bind("down"), b.Down},
		{keys.pageUp, b.PageUp}, {bind("pgdown"), b.PageDown},
	} {
		if key.Matches(k, e.key) {
			e.do()
			return
		}
	}
	if k.Text != "" && !k.Mod.Contains(tea.ModCtrl) && !k.Mod.Contains(tea.ModAlt) {
		b.Type(k.Text)
	}
}

// boxActions are what can be done with the box.
func (m *Model) boxActions() []action {
	act := func(id, hint string, do func() tea.Cmd) action {
		return action{text.Of(m.lang, id), text.Of(m.lang, hint), do}
	}
	all := []action{act("desk.key_check", "desk.check_hint", m.check)}
	if m.desk.current() {
		all = append(all, act("desk.key_found", "desk.found_hint", func() tea.Cmd { return m.turnDesk(faceFound) }))
	}
	all = append(all,
		act("desk.act_clear", "desk.clear_hint", func() tea.Cmd { m.desk.box.Clear(); m.sizeDesk(); return nil }),
		act("ui.act_undo", "desk.undo_hint", func() tea.Cmd { m.desk.box.Undo(); m.sizeDesk(); return nil }),
		act("desk.key_assume", "desk.assume_hint", m.askAssumption),
		act("desk.key_words", "desk.words_hint", m.wordsFromHere))
	return append(all, m.deskAnywhere()...)
}
