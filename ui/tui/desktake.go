package tui

import (
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// openTake shows what of the code the wizard takes over, and what it will ask.
func (m *Model) openTake() tea.Cmd {
	t, ok := m.desk.seen.report.Take()
	if !ok {
		m.say(text.Of(m.lang, "desk.no_window"), false)
		return nil
	}
	if _, known := wizard.ChannelOf(t.Answers.Mode, t.Answers.Module, t.Answers.Type); !known {
		m.say(text.Of(m.lang, "desk.no_channel"), false)
		return nil
	}
	return m.turnDesk(faceTake)
}

// takeLines list what is taken and what stays behind, each with its line.
func (m *Model) takeLines(w int) []string {
	t, _ := m.desk.seen.report.Take()
	a := t.Answers
	out := wrap(text.Of(m.lang, "desk.take_help"), w)
	out = append(out, "", m.look.strong.Render(text.Of(m.lang, "desk.taken")))
	ch, _ := wizard.ChannelOf(a.Mode, a.Module, a.Type)
	out = append(out, m.partLine(0, text.Of(m.lang, "desk.channel"), m.setupWords(ch, m.lang), w))
	for _, p := range t.Got {
		out = append(out, m.partLine(p.Line, p.Path, m.takenValue(p), w))
	}
	if len(t.Left) > 0 {
		out = append(out, "", m.look.strong.Render(text.Of(m.lang, "desk.left")))
	}
	for _, p := range t.Left {
		out = append(out, m.partLine(p.Line, p.Path, text.Of(m.lang, "desk.left_"+string(p.Why)), w))
	}
	return out
}

// takenValue is a value as the screen may show it.
func (m *Model) takenValue(p lint.Part) string {
	switch {
	case m.mask:
		return safe.Mask
	case p.Value.Kind() == value.Made:
		return text.Of(m.lang, "desk.made")
	case p.Value.Kind() == value.Bool || p.Value.Kind() == value.List || p.Value.Kind() == value.Object:
		raw, _ := p.Value.MarshalJSON()
		return safe.Shown(string(raw), 120)
	}
	return safe.Shown(p.Value.Text(), 120)
}

// partLine is a row of the list: line, name, what is said of it.
func (m *Model) partLine(line int, path, says string, w int) string {
	const lines, paths = 6, 26
	n := ""
	if line > 0 {
		n = text.Of(m.lang, "desk.line", "n", itoa(line))
	}
	name := min(paths, w/3)
	if w < 60 {
		n = ""
	}
	lead := "  "
	if n != "" || w >= 60 {
		lead += m.look.dim.Render(pad(n, lines+btoi(m.lang == text.En)*2)) + "  "
	}
	return fit(lead+m.look.accent.Render(pad(safe.Line(path, 60), name))+"  "+says, w)
}

// beginTaken begins the walk with the answers of the code, or goes on where it
// was left if they are still the same.
func (m *Model) beginTaken() tea.Cmd {
	d := &m.desk
	t, _ := d.seen.report.Take()
	same := d.led && m.begun && string(answers.YAML(t.Answers)) == string(answers.YAML(d.took))
	d.open = false
	if same {
		m.resize(m.lay.w, m.lay.h)
		return nil
	}
	var left tea.Cmd
	if m.begun {
		left = m.leave()
	}
	d.led, d.took = true, t.Answers
	begun := m.begin(flow.Open(t.Answers))
	m.resize(m.lay.w, m.lay.h)
	m.say(text.Of(m.lang, "desk.begun", "n", itoa(len(t.Got))), false)
	return tea.Batch(left, begun)
}

// backToFound shows the findings again; the walk waits below.
func (m *Model) backToFound() tea.Cmd {
	m.desk.open = true
	return m.turnDesk(faceFound)
}

// ledByDesk reports whether the walk began with the findings, so that there is
// a way back to them.
func (m *Model) ledByDesk() bool { return m.desk.led && m.begun && m.desk.seen != nil }
