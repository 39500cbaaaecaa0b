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

// letter is the letter of that name about the answers, or that there is none.
func (m *Model) letter(id string, a wizard.Answers, l text.Lang) string {
	if id == "console" {
		if s := handover.ToConsole(a, m.draft.Entry("channel_name").Text, l); s != "" {
			return s
		}
	} else if s, ok := handover.Letter(id, a, l); ok {
		return s
	}
	return text.Of(l, "ui.no_letter")
}

// askLetter offers every letter that can be written.
func (m *Model) askLetter() tea.Cmd {
	a := m.draft.Answers()
	ko, en := handover.Letters(a, text.Ko), handover.Letters(a, text.En)
	var options []wizard.Option
	for i, e := range ko {
		options = append(options, wizard.Option{Value: e.ID, Label: text.Pair{Ko: e.To, En: en[i].To}})
	}
	if len(options) == 0 {
		m.say(text.Of(m.lang, "ui.no_letter"), false)
		return nil
	}
	q := wizard.Question{ID: "letter", Kind: "select", Title: pair("ui.letter_title"), Help: pair("ui.letter_help")}
	start := options[0].Value
	if m.draft.Entry("channel_ready").Text != "ask" && slices.ContainsFunc(options, func(o wizard.Option) bool { return o.Value == "server" }) {
		start = "server"
	}
	m.openSide(newAsk(m, q, options, flow.Entry{Text: start}), func(e flow.Entry) tea.Cmd {
		m.side = nil
		return m.showLetter(e.Text)
	})
	return nil
}

// showLetter shows a letter and copies it.
func (m *Model) showLetter(id string) tea.Cmd {
	m.openPager(m.name("ui.letter_shown"), func(w int) []string { return plainLines(m.letter(id, m.shown(), m.lang), w) })
	return m.copyText(m.letter(id, m.draft.Answers(), m.lang), "ui.the_letter")
}

// testsPage is the table of tests, a row in two lines.
func (m *Model) testsPage(w int) []string {
	var out []string
	for _, t := range handover.QA(m.shown(), m.lang) {
		lead := m.look.dim.Render(m.sign.off) + " " + pad(itoa(t.Number), 3)
		for _, line := range wrap(t.Do+"  ("+t.On+")", w-7) {
			out = append(out, lead+m.look.title.Render(line))
			lead = blanks(7)
		}
		for _, line := range wrap(t.Expect, w-7) {
			out = append(out, blanks(7)+line)
		}
		out = append(out, "")
	}
	return out
}

// livePage is what changes from test to live: three columns, or a part for
// each row where there is no room for them.
func (m *Model) livePage(w int) []string {
	rows := handover.DifferenceTable(handover.Differences(m.shown(), m.lang), m.lang)
	if len(rows) == 0 {
		return nil
	}
	if w < 64 {
		var out []string
		for _, row := range rows[1:] {
			out = append(out, styled(m.look.title, wrap(row[0], w))...)
			out = append(out, columns(m.look, w, rows[0][1], row[1], rows[0][2], row[2])...)
			out = append(out, "")
		}
		return out
	}
	return m.table(rows, w)
}

// table sets rows of three cells in columns; the first row is the head.
func (m *Model) table(rows [][]string, w int) []string {
	first := 0
	for _, row := range rows {
		first = max(first, width(row[0]))
	}
	first = min(first, w/4)
	rest := (w - first - 6) / 2
	var out []string
	for i, row := range rows {
		cells := [][]string{wrap(row[0], first), wrap(row[1], rest), wrap(row[2], rest)}
		for y := range max(len(cells[0]), len(cells[1]), len(cells[2])) {
			line := ""
			for x, at := range []int{first, rest, rest} {
				cell := ""
				if y < len(cells[x]) {
					cell = cells[x][y]
				}
				cell = pad(cell, at)
				if i == 0 {
					cell = m.look.accent.Render(cell)
				} else if x == 0 {
					cell = m.look.title.Render(cell)
				}
				line += cell + blanks(3*btoi(x < 2))
			}
			out = append(out, strings.TrimRight(line, " "))
		}
		if i == 0 {
			out = append(out, m.rule(w))
		} else {
			out = append(out, "")
		}
	}
	return out
}
