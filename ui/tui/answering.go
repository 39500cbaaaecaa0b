package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// pressAsk is a key at a question of the draft.
func (m *Model) pressAsk(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.next):
		return m.next()
	case key.Matches(k, m.keys.back):
		return m.back()
	case key.Matches(k, m.keys.actions):
		m.openActions(m.askActions())
		return nil
	case key.Matches(k, m.keys.mend):
		return m.mend()
	case k.Code == tea.KeyPgUp, k.Code == tea.KeyPgDown:
		m.scrollPreview(k.Code == tea.KeyPgDown)
		return nil
	case key.Matches(k, m.keys.undo) && len(m.undo) > 0:
		return m.undoMend()
	case m.ask.typing() && k.Code == tea.KeyDown && len(m.ask.after) > 0:
		return m.next()
	case m.ask.typing() && k.Code == tea.KeyUp && len(m.ask.before) > 0:
		return m.back()
	}
	if m.ask.Update(k) {
		return m.typed()
	}
	return nil
}

// typed carries what stands in the form over to the draft. A secret is not
// taken, and then the field must not keep it either. A tick counts at once, so
// it is saved at once.
func (m *Model) typed() tea.Cmd {
	m.undo = nil
	m.preview.moved = 0
	id := m.ask.q.ID
	m.draft = m.draft.With(id, m.ask.entry)
	if kept := m.draft.Entry(id); m.ask.typing() && kept.Text != m.ask.entry.Text {
		m.ask.field.line.SetValue(kept.Text)
		m.ask.entry = kept
		m.ask.build()
	}
	m.refresh()
	if m.ask.q.Kind == "checklist" {
		return m.save()
	}
	return nil
}

// next confirms the answer and goes on, or says what stands in the way.
func (m *Model) next() tea.Cmd {
	m.draft = m.draft.With(m.ask.q.ID, m.ask.current())
	next, ok := m.draft.Next()
	if !ok {
		m.ask.touched = true
		m.draft = next
		m.refresh()
		m.say(text.Of(m.lang, "ui.refused"), false)
		return nil
	}
	m.draft = next
	return m.confirm()
}

// back goes to the question before, and from the first one to the first screen.
func (m *Model) back() tea.Cmd {
	before := m.draft.Back()
	if before.Place() == m.draft.Place() {
		if m.ledByDesk() {
			return m.backToFound()
		}
		return m.leave()
	}
	m.draft = before
	return tea.Batch(m.save(), m.enter())
}

// mend carries out the one sure way to put the worst problem right.
func (m *Model) mend() tea.Cmd {
	id := m.ask.q.ID
	before, done := m.draft, "ui.mended"
	if len(m.problems) > 0 && m.problems[0].MoveTo != "" {
		done = "ui.moved"
	}
	mended, _, ok := m.draft.Mend(id, m.world.today())
	if !ok {
		m.say(text.Of(m.lang, "ui.no_mend"), false)
		return nil
	}
	m.draft = mended
	if mended.Place() != id {
		cmd := m.enter()
		m.undo = append(m.undo, before)
		m.say(text.Of(m.lang, done), false)
		return cmd
	}
	m.ask.Put(mended.Entry(id))
	m.ask.touched = m.ask.entry.Text != "" // what was moved away left an empty field that nobody failed to fill
	m.undo = append(m.undo, before)
	m.refresh()
	m.say(text.Of(m.lang, done), false)
	return nil
}

func (m *Model) undoMend() tea.Cmd {
	last := len(m.undo) - 1
	was, rest := m.undo[last], m.undo[:last]
	m.draft = was
	cmd := m.enter()
	m.undo = rest
	m.ask.touched = true
	return cmd
}

// later leaves the question open on purpose and goes on.
func (m *Model) later() tea.Cmd {
	m.draft = m.draft.With(m.ask.q.ID, flow.Entry{Later: true})
	next, ok := m.draft.Next()
	if !ok {
		m.refresh()
		return nil
	}
	m.draft = next
	return m.confirm()
}

// scrollPreview turns the code beside the question by half its height.
func (m *Model) scrollPreview(down bool) {
	rows := m.lay.codeRows()
	by := max(rows/2, 1)
	if !down {
		by = -by
	}
	m.preview.scroll(by, rows)
	m.tell()
}

func (m *Model) sizeAsk() {
	if m.ask == nil || m.lay.tiny {
		return
	}
	whole := m.lay.h * btoi(!m.folded)
	codes := []int{whole, min(whole, fewCodeRows)}
	if len(m.preview.touched) == 0 {
		codes = append(codes, 0)
	}
	for _, rows := range codes {
		m.lay = newLayout(m.lay.w, m.lay.h, rows)
		if m.ask.place(m.lay.body, nil); m.lay.wide || !m.ask.cut() {
			return
		}
	}
}

// fewCodeRows are left of the preview below a question that needs the room; a
// question that is not in the code may take them all.
const fewCodeRows = 3

// place lays a question out in a box, with lines above it as far as they fit.
func (a *ask) place(b box, above []string) {
	a.w, a.box, a.above = b.w, b, above
	a.page = a.arrange(b, above)
	a.SetSize(b.w, max(a.rows, a.page.form))
	a.page = a.arrange(b, above)
}
