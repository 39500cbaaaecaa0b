package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// sizePage lays a face out that is one text: a finding, a meaning, what the
// wizard takes over.
func (m *Model) sizePage() {
	d := &m.desk
	b := m.lay.whole()
	d.body.rows = max(b.h-2, 1)
	switch d.face {
	case faceFinding:
		f, _ := d.chosen()
		d.body.lines = m.findingLines(f, b.w)
	case faceSymptom:
		d.body.lines = m.symptomPage(b.w)
	case faceTake:
		d.body.lines = m.takeLines(b.w)
	}
	d.body.scroll(0)
	d.head = []string{m.pageHead(b.w), ""}
}

// pageHead names the text and says how many there are.
func (m *Model) pageHead(w int) string {
	d := &m.desk
	title, place := "", d.body.place()
	switch d.face {
	case faceFinding:
		f, _ := d.chosen()
		title = m.groupWord(f)
		place = strings.TrimSpace(itoa(d.list.at+1) + " / " + itoa(len(d.found)) + "   " + place)
	case faceSymptom:
		title = text.Of(m.lang, "desk.words_title")
		place = strings.TrimSpace(itoa(d.words.list.at+1) + " / " + itoa(len(d.words.found)) + "   " + place)
	case faceTake:
		title = text.Of(m.lang, "desk.take_title")
	}
	return between(m.look.title.Render(title), m.look.dim.Render(place), w)
}

func (m *Model) putPage(r *rows) {
	b := m.lay.whole()
	r.line(b.x, b.y, m.pageHead(b.w))
	r.put(box{b.x, b.y + 2, b.w, b.h - 2}, m.bodySeen(b.w))
}

// bodySeen are the lines of the text that show, the last one marked where it
// goes on.
func (m *Model) bodySeen(w int) []string {
	p := &m.desk.body
	last := min(p.top+p.rows, len(p.lines))
	seen := slices.Clone(p.lines[p.top:last])
	if n := len(seen) - 1; last < len(p.lines) && n >= 0 { // the mark stands over the end of the row, which may be carets
		seen[n] = between(fit(seen[n], w-width(m.sign.below)-2), m.look.dim.Render(m.sign.below), w)
	}
	return seen
}

// pressPage is a key at a text.
func (m *Model) pressPage(k tea.KeyPressMsg) tea.Cmd {
	d := &m.desk
	switch {
	case key.Matches(k, m.keys.back):
		return m.turnDesk(map[face]face{faceFinding: faceFound, faceTake: faceFound, faceSymptom: faceWords}[d.face])
	case key.Matches(k, m.keys.help):
		return m.deskHelp()
	case key.Matches(k, m.keys.actions):
		m.openActions(m.deskAnywhere())
		return nil
	}
	if cmd, handled := m.pressFace(k); handled {
		return cmd
	}
	d.body.turn(k, m.keys)
	return nil
}

// pressFace handles the keys that have a meaning in one of the texts only.
func (m *Model) pressFace(k tea.KeyPressMsg) (cmd tea.Cmd, handled bool) {
	sideways := btoi(key.Matches(k, m.keys.right)) - btoi(key.Matches(k, m.keys.left))
	switch m.desk.face {
	case faceFinding:
		switch {
		case sideways != 0:
			m.otherFinding(sideways)
		case key.Matches(k, m.keys.copy):
			return m.copyFinding(), true
		case key.Matches(k, m.keys.toWizard):
			return m.openTake(), true
		case key.Matches(k, m.keys.next):
			return m.turnDesk(faceFound), true
		default:
			return nil, false
		}
		return nil, true
	case faceTake:
		if key.Matches(k, m.keys.next) {
			return m.beginTaken(), true
		}
		return nil, false
	}
	return m.pressSymptom(k, sideways)
}

// otherFinding goes to the one before or after.
func (m *Model) otherFinding(by int) {
	l := &m.desk.list
	if n := len(m.desk.found); n > 0 {
		l.at = (l.at + by + n) % n
	}
	m.desk.body.top = 0
	m.sizePage()
}

// findingLines are a finding in full: what, the place in the code, why, how to
// mend it, where it is written.
func (m *Model) findingLines(f wizard.Finding, w int) []string {
	badge := m.badge(f)
	word := text.Of(m.lang, badgeID(f))
	lead := badge.Render(word) + "  "
	var out []string
	for _, line := range wrap(report.Message(f, m.mask), w-width(word)-2) {
		out = append(out, lead+m.look.title.Render(line))
		lead = blanks(width(word) + 2)
	}
	out = append(out, "")
	if f.Line > 0 && !m.mask {
		code := report.Code(m.sourceLine(f.Line), f, w)
		out = append(out, code[0], badge.Render(code[1]), "")
	}
	return append(out, columns(m.look, w, m.findingPairs(f)...)...)
}

// sourceLine is a line of what was read.
func (m *Model) sourceLine(n int) string {
	s := m.desk.seen.report.Text
	for ; n > 1; n-- {
		_, rest, more := strings.Cut(s, "\n")
		if !more {
			return ""
		}
		s = rest
	}
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// findingPairs are the labelled texts of a finding.
func (m *Model) findingPairs(f wizard.Finding) []string {
	line := func(s string) string { return safe.Line(s, 2*maxLine) }
	place, value := report.Place(f), ""
	if m.mask && f.Line > 0 {
		place = strings.TrimSpace(m.lineWord(f) + "  " + place)
	}
	if f.Replacement != "" && !m.mask {
		value = safe.Shown(f.Replacement, 120)
	}
	source := line(f.Source)
	if source != "" {
		source += "  (" + text.Of(m.lang, "ui.checked", "day", wizard.Checked) + ")"
	}
	var pairs []string
	for _, p := range [][2]string{{"ui.why", line(f.Why)}, {"ui.fix", line(f.Fix)}, {"desk.replacement", value}, {"report.place", place},
		{"ui.source", source}, {"ui.rule", f.Rule}} {
		pairs = append(pairs, text.Of(m.lang, p[0]), p[1])
	}
	return pairs
}
