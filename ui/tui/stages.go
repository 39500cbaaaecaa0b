package tui

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// stageRow is one stage and how far the person is with it.
type stageRow struct {
	title      string
	here, done bool
}

// status is what header and stages say. It changes with the answers and the
// size, and a frame only lays it out.
type status struct {
	header string
	stages []string // a column on a wide screen, else one row
	code   []string // the preview, with its bar on a wide screen
	rule   string   // above it on a narrow one, with the file's name
}

// tell works it out.
func (m *Model) tell() {
	if m.screen != onAsk {
		m.answers = m.draft.Answers() // refresh keeps them while a question is answered
	}
	m.told.header = m.crumbLine(m.lay.w - 2*margin)
	m.told.code, m.told.rule = nil, ""
	if m.lay.wide {
		m.told.stages = m.stageColumn()
	} else {
		m.told.stages = []string{m.stageLine(m.lay.stages.w)}
	}
	if m.lay.code.empty() {
		return
	}
	b := m.lay.code
	b.h = m.lay.codeRows()
	shown := m.preview.view(b, m.look, m.sign)
	if m.unwritten != "" {
		shown = styled(m.look.dim, wrap(m.unwritten, b.w))
	}
	label := m.look.dim.Render(m.preview.label(b.h, b.w-12*btoi(!m.lay.wide)))
	if !m.lay.wide {
		m.told.code, m.told.rule = shown, m.ruleNamed(label, b.w)
		return
	}
	m.told.code = m.barred(append([]string{between("", label, b.w)}, shown...))
}

// barred sets the bar that stands at the left of the code on a wide screen.
func (m *Model) barred(lines []string) []string {
	bar := m.look.dim.Render(m.sign.bar) + " "
	rows := make([]string, m.lay.code.h)
	for i := range rows {
		rows[i] = bar
		if i < len(lines) {
			rows[i] += lines[i]
		}
	}
	return rows
}

// ruleNamed is a rule with a label in its right end.
func (m *Model) ruleNamed(label string, w int) string {
	rest := w - width(label) - 4
	if label == "" || rest < 8 {
		return m.rule(w)
	}
	return m.rule(rest) + " " + label + " " + m.rule(2)
}

// stageRows are the stages that the draft has questions in, and the result.
func (m *Model) stageRows() (out []stageRow, step string) {
	screens, place := m.draft.Screens(), m.draft.Place()
	questions := slices.Concat(screens...)
	for i, screen := range screens {
		if slices.ContainsFunc(screen, func(q *wizard.Question) bool { return q.ID == place }) {
			step = m.look.dim.Render(itoa(i+1) + " / " + itoa(len(screens)))
		}
	}
	at := ""
	if q, ok := wizard.QuestionOf(place); ok {
		at = q.Stage
	}
	for _, s := range wizard.Stages() {
		asked := slices.ContainsFunc(questions, func(q *wizard.Question) bool { return q.Stage == s.ID && s.ID != "result" })
		if !asked && s.ID != "result" {
			continue
		}
		row := stageRow{title: s.Title.In(m.lang), here: s.ID == at || place == "" && s.ID == "result"}
		row.done = asked && !slices.ContainsFunc(questions, func(q *wizard.Question) bool { return q.Stage == s.ID && !m.draft.Confirmed(q.ID) })
		out = append(out, row)
	}
	return out, step
}

// stageColumn is the column at the left of a wide screen.
func (m *Model) stageColumn() []string {
	var out []string
	stages, step := m.stageRows()
	for _, s := range stages {
		switch {
		case s.here:
			out = append(out, m.look.strong.Render(m.sign.pointer+" "+s.title))
		case s.done:
			out = append(out, m.look.good.Render(m.sign.done)+" "+s.title)
		default:
			out = append(out, "  "+m.look.dim.Render(s.title))
		}
	}
	if step != "" {
		out = append(out, "", "  "+step)
	}
	if parked := len(m.draft.Parked()); parked > 0 {
		out = append(out, "", "  "+m.look.warn.Render(text.Of(m.lang, "ui.parked", "n", itoa(parked))))
	}
	return out
}

// stageLine is the same in one row. Where not all fit, only the current one stays.
func (m *Model) stageLine(w int) string {
	var parts []string
	here := ""
	stages, step := m.stageRows()
	for _, s := range stages {
		title := m.look.dim.Render(s.title)
		if s.here {
			title = m.look.strong.Render("[" + s.title + "]")
			here = title
		} else if s.done {
			title = s.title
		}
		parts = append(parts, title)
	}
	all := strings.Join(parts, "  ")
	if width(all)+2+width(step) > w {
		all = here
	}
	if parked := len(m.draft.Parked()); parked > 0 {
		said := m.look.warn.Render(text.Of(m.lang, "ui.parked_short", "n", itoa(parked)))
		if width(all)+width(said)+width(step)+6 <= w {
			step = said + "   " + step
		}
	}
	return between(all, step, w)
}
