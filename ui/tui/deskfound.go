package tui

import (
	"cmp"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// sorted are findings as they are listed: what was not read, then by moment,
// the worst first, and last what the code alone does not tell.
func sorted(all []wizard.Finding) []wizard.Finding {
	out := slices.Clone(all)
	moment := func(f wizard.Finding) int {
		switch {
		case unread(f):
			return -1
		case f.State == wizard.StateUnknown:
			return len(deskMoments)
		}
		return max(slices.Index(deskMoments, f.Moment), 0)
	}
	slices.SortStableFunc(out, func(a, b wizard.Finding) int {
		return cmp.Or(cmp.Compare(moment(a), moment(b)), cmp.Compare(report.Weight(a), report.Weight(b)), cmp.Compare(a.Line, b.Line))
	})
	return out
}

// unread reports whether a finding tells of a piece that was stepped over.
func unread(f wizard.Finding) bool { return f.State == wizard.StateUnknown && f.Path == "" }

var deskMoments = []wizard.Moment{wizard.MomentOpens, wizard.MomentRefused, wizard.MomentResult, wizard.MomentMoney, wizard.MomentOps}

// sizeFound lays the list out: with the detail beside it, below it, or on a
// narrow screen alone.
func (m *Model) sizeFound() {
	d := &m.desk
	b := m.lay.whole()
	d.head = m.foundHead(b.w)
	y := b.y + len(d.head) + btoi(m.lay.airy)
	rest := b.y + b.h - y
	d.list.rows, d.list.n = m.foundRows(), len(d.found)
	m.splitDesk(y, rest, len(d.list.rows))
	d.list.size(d.lay.list)
	m.sizeBody()
}

// splitDesk divides the rows below the head between a list and what stands
// beside or below it.
func (m *Model) splitDesk(y, rest, rows int) {
	b := m.lay.whole()
	switch {
	case m.lay.wide:
		w := min(max(b.w*2/5, 46), 66)
		m.desk.lay = deskLayout{list: box{b.x, y, w, rest}, body: box{b.x + w + 3, y, b.w - w - 3, rest}, bar: true}
	case rest >= 13:
		h := min(rows, max(rest/2-1, 5))
		m.desk.lay = deskLayout{list: box{b.x, y, b.w, h}, body: box{b.x, y + h + 1, b.w, rest - h - 1}}
	default:
		m.desk.lay = deskLayout{list: box{b.x, y, b.w, rest}}
	}
}

// sizeBody fills what stands beside the list.
func (m *Model) sizeBody() {
	d := &m.desk
	d.body.rows, d.body.top, d.body.lines = max(d.lay.body.h, 1), 0, nil
	if d.lay.body.empty() {
		return
	}
	if d.face == faceWords {
		d.body.lines = m.wordsBody(d.lay.body.w)
	} else if f, ok := d.chosen(); ok {
		d.body.lines = m.findingLines(f, d.lay.body.w)
	}
}

// chosen is the finding under the cursor.
func (d *desk) chosen() (wizard.Finding, bool) {
	if d.list.at < 0 || d.list.at >= len(d.found) {
		return wizard.Finding{}, false
	}
	return d.found[d.list.at], true
}

// foundHead is under what the code was judged, and how much was found.
func (m *Model) foundHead(w int) []string {
	r := m.desk.seen.report
	line := report.Assumption(r, m.lang)
	counts := wizard.ReportOf(r.Findings).Summary
	count := text.Of(m.lang, "desk.counts", "lines", itoa(countLines(r.Text)), "errors", itoa(counts.Errors), "warnings", itoa(counts.Warnings), "rest", itoa(counts.Infos+counts.Unknown+counts.Later))
	if m.desk.busy {
		count = text.Of(m.lang, "desk.checking")
	}
	if change := "   " + text.Of(m.lang, "desk.change"); width(line)+width(change)+width(count)+2 <= w || width(line)+width(change) <= w {
		line += change
	}
	if width(line)+width(count)+3 <= w {
		return []string{between(m.look.title.Render(line), m.look.dim.Render(count), w)}
	}
	out := styled(m.look.title, wrap(line, w))
	if width(count) > w {
		return append(out, styled(m.look.dim, wrap(count, w))...)
	}
	name := safe.Line(r.File, 60)
	return append(out, between(m.look.dim.Render(count), m.look.dim.Render(name), w))
}

// foundRows are the rows of the list.
func (m *Model) foundRows() []deskRow {
	found := m.desk.found
	badges, lines := 0, 0
	for _, f := range found {
		badges = max(badges, width(m.badgeWord(f)))
		lines = max(lines, width(m.lineWord(f)))
	}
	var rows []deskRow
	group := ""
	for i, f := range found {
		if head := m.groupWord(f); head != group {
			group = head
			rows = append(rows, deskRow{item: -1, label: head})
		}
		word, line := m.badgeWord(f), m.lineWord(f)
		lead := m.badge(f).Render(pad(word, badges)) + "  "
		if lines > 0 {
			lead += m.look.dim.Render(blanks(lines-width(line))+line) + "  "
		}
		rows = append(rows, deskRow{item: i, lead: lead, label: m.foundLabel(f)})
	}
	if len(rows) == 0 {
		rows = append(rows, deskRow{item: -1, label: text.Of(m.lang, "report.nothing")})
	}
	return rows
}

// badgeWord says how bad a finding is. What the code does not tell stands under
// a head that says so.
func (m *Model) badgeWord(f wizard.Finding) string {
	if f.State == wizard.StateUnknown {
		return ""
	}
	return text.Of(m.lang, badgeID(f))
}

func (m *Model) lineWord(f wizard.Finding) string {
	if f.Line == 0 {
		return ""
	}
	return text.Of(m.lang, "desk.line", "n", itoa(f.Line))
}

func (m *Model) groupWord(f wizard.Finding) string {
	switch {
	case unread(f):
		return text.Of(m.lang, "report.not_read")
	case f.State == wizard.StateUnknown:
		return text.Of(m.lang, "report.not_in_code")
	}
	return text.Of(m.lang, momentNames[deskMoments[max(slices.Index(deskMoments, f.Moment), 0)]])
}

// foundLabel is a finding in a line.
func (m *Model) foundLabel(f wizard.Finding) string {
	if f.State != wizard.StateUnknown || unread(f) {
		return report.Message(f, m.mask)
	}
	label := report.Place(f)
	if label == "" {
		label = f.Rule
	}
	if f.Value != "" && !m.mask {
		label += ": " + safe.Shown(f.Value, 60)
	}
	return label
}

// badgeID is the word before a finding.
func badgeID(f wizard.Finding) string {
	return [...]string{"report.error", "report.warning", "report.info", "report.unknown", "report.later"}[report.Weight(f)]
}

func (m *Model) badge(f wizard.Finding) paint {
	switch report.Weight(f) {
	case 0:
		return m.look.alarm
	case 1:
		return m.look.warn
	case 2:
		return m.look.accent
	}
	return m.look.dim
}

func countLines(s string) int {
	n := 1
	for i := range len(s) {
		if s[i] == '\n' && i < len(s)-1 {
			n++
		}
	}
	return n * btoi(s != "")
}

// pressFound is a key at the list.
func (m *Model) pressFound(k tea.KeyPressMsg) tea.Cmd {
	d := &m.desk
	for _, b := range []struct {
		key key.Binding
		do  func() tea.Cmd
	}{
		{m.keys.back, func() tea.Cmd { return m.turnDesk(faceBox) }}, {m.keys.next, m.openFinding}, {m.keys.letters, m.askAssumption},
		{m.keys.toWizard, m.openTake}, {m.keys.copy, m.copyReport}, {m.keys.save, m.saveReport}, {m.keys.help, m.deskHelp},
		{m.keys.words, m.wordsFromHere},
		{m.keys.actions, func() tea.Cmd { m.openActions(m.foundActions()); return nil }},
	} {
		if key.Matches(k, b.key) {
			return b.do()
		}
	}
	if d.list.press(k, m.keys) {
		m.sizeBody()
	} else {
		d.body.turn(k, m.keys)
	}
	return nil
}

func (m *Model) openFinding() tea.Cmd {
	if _, ok := m.desk.chosen(); !ok {
		return nil
	}
	return m.turnDesk(faceFinding)
}

func (m *Model) foundActions() []action {
	act := func(id, hint string, do func() tea.Cmd) action {
		return action{text.Of(m.lang, id), text.Of(m.lang, hint), do}
	}
	all := []action{
		act("desk.key_wizard", "desk.wizard_hint", m.openTake), act("desk.key_assume", "desk.assume_hint", m.askAssumption),
		act("ui.key_copy", "desk.copy_hint", m.copyReport), act("ui.key_save", "desk.save_hint", m.saveReport),
		act("desk.key_words", "desk.words_hint", m.wordsFromHere),
		act("desk.key_code", "desk.code_hint", func() tea.Cmd { return m.turnDesk(faceBox) }),
	}
	return append(all, m.deskAnywhere()...)
}
