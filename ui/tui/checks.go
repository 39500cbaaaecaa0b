package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
)

// checksPage is every finding in the order in which it bites, and below what
// only a person can check.
func (m *Model) checksPage(w int) []string {
	var out []string
	if m.result.report.Errors > 0 {
		out = append(wrap(text.Of(m.lang, "ui.no_code"), w), "")
	}
	moment := wizard.Moment("")
	for _, f := range m.result.findings {
		if f.Moment != moment {
			moment = f.Moment
			out = append(out, m.look.strong.Render(text.Of(m.lang, momentNames[moment])))
		}
		out = append(out, m.problemText(flow.Problem{Finding: f}, w)...)
		out = append(out, "")
	}
	if len(m.result.findings) == 0 {
		out = append(out, m.look.good.Render(m.sign.on)+" "+text.Of(m.lang, "ui.no_findings"), "")
	}
	return append(out, m.checkLines(w)...)
}

var momentNames = map[wizard.Moment]string{
	wizard.MomentOpens: "ui.moment_opens", wizard.MomentRefused: "ui.moment_refused", wizard.MomentResult: "ui.moment_result",
	wizard.MomentMoney: "ui.moment_money", wizard.MomentOps: "ui.moment_ops",
}

// checkLines is the checklist in its groups, with how to check and who can tell.
func (m *Model) checkLines(w int) []string {
	var out []string
	group := ""
	for _, l := range m.result.lines {
		if l.Group != group {
			if group != "" {
				out = append(out, "")
			}
			group = l.Group
			out = append(out, m.look.strong.Render(fit(handover.GroupTitle(group, m.lang), w)))
		}
		lead := m.look.dim.Render(m.sign.off) + " "
		if m.ticked(l) {
			lead = m.look.good.Render(m.sign.on) + " "
		}
		for _, line := range wrap(l.Text, w-4) {
			out = append(out, lead+line)
			lead = blanks(4)
		}
		for _, line := range wrap(l.How, w-4) {
			out = append(out, blanks(4)+m.look.dim.Render(line))
		}
	}
	return out
}

// ticked reports whether the person said that a line of the checklist is done.
func (m *Model) ticked(l handover.Line) bool {
	if l.Group == handover.GroupConsole {
		return slices.Contains(m.draft.Entry("console_steps").Picked, l.ID)
	}
	return slices.Contains(m.draft.Ticked(), l.Group+"/"+l.ID)
}

// askTicks lets the person tick what is done. The console's steps are those of
// the question about them, so they are ticked there as well.
func (m *Model) askTicks() tea.Cmd {
	q := wizard.Question{ID: "checklist", Kind: "checklist", Title: pair("ui.ticks_title"), Help: pair("ui.ticks_help")}
	ko, en := m.checklist(text.Ko), m.checklist(text.En)
	var options []wizard.Option
	var picked []string
	for i, l := range ko {
		options = append(options, wizard.Option{Value: l.Group + "/" + l.ID, Label: text.Pair{Ko: l.Text, En: en[i].Text}})
		if m.ticked(l) {
			picked = append(picked, l.Group+"/"+l.ID)
		}
	}
	if len(options) == 0 {
		return nil
	}
	m.openSide(newAsk(m, q, options, flow.Entry{Picked: picked}), func(e flow.Entry) tea.Cmd {
		m.side = nil
		return m.tickLines(e.Picked)
	})
	return nil
}

func (m *Model) tickLines(picked []string) tea.Cmd {
	var steps, lines []string
	for _, at := range picked {
		if id, console := strings.CutPrefix(at, handover.GroupConsole+"/"); console {
			steps = append(steps, id)
		} else {
			lines = append(lines, at)
		}
	}
	m.draft = m.draft.With("console_steps", flow.Entry{Picked: steps}).Tick(lines)
	m.sizeResult()
	return m.save()
}

func (m *Model) checklist(l text.Lang) []handover.Line {
	return handover.Checklist(m.shown(), m.world.today(), l)
}

// checkText is the checklist to be sent on.
func (m *Model) checkText() string {
	var b strings.Builder
	group := ""
	for _, l := range m.result.lines {
		if l.Group != group {
			group = l.Group
			b.WriteString("\n" + handover.GroupTitle(group, m.lang) + "\n")
		}
		sign := "[ ] "
		if m.ticked(l) {
			sign = "[x] "
		}
		b.WriteString(sign + l.Text + "\n")
	}
	return strings.TrimPrefix(b.String(), "\n")
}
