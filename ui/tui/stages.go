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

// stageRows are the stages that the draft has questions in, and the result.
func (m *Model) stageRows() []stageRow {
	var out []stageRow
	questions, place := m.draft.Questions(), m.draft.Place()
	at := ""
	if q, ok := wizard.QuestionOf(place); ok {
		at = q.Stage
	}
	for _, s := range wizard.Stages() {
		asked := slices.ContainsFunc(questions, func(q wizard.Question) bool { return q.Stage == s.ID && s.ID != "result" })
		if !asked && s.ID != "result" {
			continue
		}
		row := stageRow{title: s.Title.In(m.lang), here: s.ID == at || place == "" && s.ID == "result"}
		row.done = asked && !slices.ContainsFunc(questions, func(q wizard.Question) bool { return q.Stage == s.ID && !m.draft.Confirmed(q.ID) })
		out = append(out, row)
	}
	return out
}

// stageColumn is the column at the left of a wide screen.
func (m *Model) stageColumn() []string {
	var out []string
	for _, s := range m.stageRows() {
		switch {
		case s.here:
			out = append(out, m.look.strong.Render(m.sign.pointer+" "+s.title))
		case s.done:
			out = append(out, m.look.good.Render(m.sign.done)+" "+s.title)
		default:
			out = append(out, "  "+m.look.dim.Render(s.title))
		}
	}
	if n, of := m.draft.Step(); n > 0 {
		out = append(out, "", "  "+m.look.dim.Render(itoa(n)+" / "+itoa(of)))
	}
	if parked := len(m.draft.Parked()); parked > 0 {
		out = append(out, "", "  "+m.look.dim.Render(text.Of(m.lang, "ui.parked", "n", itoa(parked))))
	}
	return out
}

// stageLine is the same in one row. Where not all fit, only the current one stays.
func (m *Model) stageLine(w int) string {
	step := ""
	if n, of := m.draft.Step(); n > 0 {
		step = m.look.dim.Render(itoa(n) + " / " + itoa(of))
	}
	var parts []string
	here := ""
	for _, s := range m.stageRows() {
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
	return between(all, step, w)
}
