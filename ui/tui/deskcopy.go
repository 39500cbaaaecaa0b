package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/lint"
	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// reportName is the file that the report is saved as.
const reportName = "smartro-check.txt"

// reportText is what was found as a text to be sent on. What may be a key is
// hidden in it as on the screen; a mask is for the screen alone.
func (m *Model) reportText(r lint.Report) string {
	var b strings.Builder
	_ = report.Desk(&b, r, report.Options{Lang: m.lang})
	b.WriteString(report.Summary(wizard.ReportOf(r.Findings).Summary, m.lang) + "\n")
	return b.String()
}

func (m *Model) copyReport() tea.Cmd {
	return m.copyText(m.reportText(m.desk.seen.report), "desk.the_report")
}

// copyFinding copies the one that is shown.
func (m *Model) copyFinding() tea.Cmd {
	f, ok := m.desk.chosen()
	if !ok {
		return nil
	}
	r := m.desk.seen.report
	r.Findings, r.Ignored = []wizard.Finding{f}, 0
	return m.copyText(m.reportText(r), "desk.the_finding")
}

func (m *Model) saveReport() tea.Cmd { return m.saveReportIn(".") }

// saveReportIn asks for the folder and writes the report there.
func (m *Model) saveReportIn(dir string) tea.Cmd {
	q, _ := wizard.QuestionOf("save_to")
	q.Title, q.Help, q.Where = pair("desk.save_title"), pair("desk.save_help"), text.Pair{}
	files := []snippets.File{{Path: reportName, Body: m.reportText(m.desk.seen.report)}}
	m.openSide(newAsk(m, q, nil, flow.Entry{Text: dir}), func(e flow.Entry) tea.Cmd {
		dir := e.Text
		if dir == "" {
			dir = "."
		}
		return m.plan(dir, files)
	})
	return nil
}
