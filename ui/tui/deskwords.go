package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/report"
	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// words are those of an error, and the failures that they may be about.
type words struct {
	field *field
	found []wizard.Match
	list  deskList
	after bool           // they came from the test page
	back  func() tea.Cmd // where the person came from
}

// mostMeanings are offered; what comes later is only noise.
const mostMeanings = 6

// openWords shows what an error may mean. Without words of one the field is as
// it was left.
func (m *Model) openWords(said string, back func() tea.Cmd) tea.Cmd {
	w := &m.desk.words
	m.actions = nil
	if w.field == nil {
		w.field = newField("", text.Of(m.lang, "desk.words_example"), m.sign.pointer, m.keys, m.look)
		w.field.Focus()
	}
	if said != "" {
		w.field.line.SetValue(said)
	}
	w.after, w.back = false, back
	m.desk.open, m.desk.face = true, faceWords
	m.match()
	return nil
}

// match looks the words up.
func (m *Model) match() {
	w := &m.desk.words
	w.list.at, w.found = 0, nil
	if said := strings.TrimSpace(w.field.line.Value()); said != "" {
		w.found = wizard.Matches(said)
		w.found = w.found[:min(len(w.found), mostMeanings)]
	}
	m.sizeDesk()
}

// errorSaid are the words of the last error that the test page told of.
func (m *Model) errorSaid() string {
	for i := len(m.after.events) - 1; i >= 0; i-- {
		e := m.after.events[i]
		switch {
		case e.Kind == testpage.Result && e.Verdict == testpage.VerdictError:
			said := strings.TrimSpace(e.Fields.Get("error_msg").Text() + " " + e.Fields.Get("error_code").Text())
			if said == "" {
				said = e.Message
			}
			return safe.Line(said, maxNotice)
		case e.Kind == testpage.Closed && e.Why == testpage.WhyThrew:
			return safe.Line(e.Message, maxNotice)
		case e.Kind == testpage.SDK && e.State != testpage.Loaded, e.Kind == testpage.Policy, e.Kind == testpage.Quiet:
			return safe.Line(testpage.Say(e, m.lang), maxNotice)
		case e.Kind == testpage.Result:
			return "" // a later payment went well
		}
	}
	return ""
}

// explainPage looks up what the test page reported.
func (m *Model) explainPage() tea.Cmd {
	cmd := m.openWords(m.errorSaid(), m.coverDesk)
	m.desk.words.after = true
	return cmd
}

func (m *Model) sizeWords() {
	d := &m.desk
	w := &d.words
	b := m.lay.whole()
	w.field.WithWidth(b.w)
	w.field.line.SetMask(m.mask)
	w.field.example = text.Of(m.lang, "desk.words_example")
	d.head = []string{m.look.title.Render(fit(text.Of(m.lang, "desk.words_title"), b.w)), ""}
	if m.lay.airy {
		d.head = append(d.head, "")
	}
	y := b.y + len(d.head)
	rest := b.y + b.h - y
	if len(w.found) == 0 {
		d.lay = deskLayout{list: box{b.x, y, b.w, rest}}
		return
	}
	w.list.rows, w.list.n = m.wordRows(), len(w.found)
	m.splitDesk(y, rest, len(w.list.rows))
	w.list.size(d.lay.list)
	m.sizeBody()
}

// wordRows are the meanings, each with how sure it is where that leaves room
// for their names; the page of a meaning says it in any case.
func (m *Model) wordRows() (rows []deskRow) {
	found := m.desk.words.found
	how := 0
	for _, f := range found {
		how = max(how, width(m.howWord(f)))
	}
	narrow := 2*how > m.lay.whole().w
	for i, f := range found {
		if narrow {
			rows = append(rows, deskRow{item: i, label: f.Symptom.Title.In(m.lang)})
			continue
		}
		lead := m.look.dim.Render(pad(m.howWord(f), how)) + "  "
		if f.How == wizard.ByText {
			lead = m.look.good.Render(pad(m.howWord(f), how)) + "  "
		}
		rows = append(rows, deskRow{item: i, lead: lead, label: f.Symptom.Title.In(m.lang)})
	}
	return rows
}

func (m *Model) howWord(f wizard.Match) string { return text.Of(m.lang, "cli.symptom-"+string(f.How)) }

// wordsBody is the chosen meaning beside the list.
func (m *Model) wordsBody(w int) []string { return m.symptomPage(w) }

func (w *words) chosen() (wizard.Match, bool) {
	if w.list.at < 0 || w.list.at >= len(w.found) {
		return wizard.Match{}, false
	}
	return w.found[w.list.at], true
}

func (m *Model) putWords(r *rows) {
	d := &m.desk
	w := &d.words
	if len(w.found) > 0 {
		m.putList(r, w.list.view(m.look, m.sign))
	} else {
		r.put(box{d.lay.list.x, m.lay.whole().y, d.lay.list.w, len(d.head)}, d.head)
		r.put(d.lay.list, m.nothingMeant(d.lay.list.w))
	}
	line := *w.field
	line.focused = m.deskTyping()
	r.lines[m.lay.whole().y+1] = ""
	r.line(m.lay.whole().x, m.lay.whole().y+1, line.View())
}

// nothingMeant says what to write, or which questions narrow an unknown error
// down.
func (m *Model) nothingMeant(w int) []string {
	if strings.TrimSpace(m.desk.words.field.line.Value()) == "" {
		return styled(m.look.dim, wrap(text.Of(m.lang, "desk.words_help"), w))
	}
	out := styled(m.look.warn, wrap(text.Of(m.lang, "desk.words_none"), w))
	return append(out, append([]string{""}, m.narrowing(w)...)...)
}

// narrowing are the questions that narrow an unknown error down.
func (m *Model) narrowing(w int) []string {
	out := wrap(text.Of(m.lang, "cli.symptom-questions"), w)
	for i, question := range report.Narrowing(m.lang) {
		lead := m.look.accent.Render(itoa(i+1)) + "  "
		for _, line := range wrap(question, w-3) {
			out = append(out, lead+line)
			lead = blanks(3)
		}
	}
	return out
}

// pasteWords is a paste into the field.
func (m *Model) pasteWords(p tea.PasteMsg) {
	w := &m.desk.words
	before := w.field.line.Value()
	w.field.Update(p)
	c := w.field.cleaned
	c.Lines, c.Edges = false, false // a log has line ends, and nobody misses them
	m.sayCleaned(c)
	if w.field.line.Value() != before {
		m.match()
	}
}

func (m *Model) pressWords(k tea.KeyPressMsg) tea.Cmd {
	d := &m.desk
	w := &d.words
	n := len(w.found)
	switch {
	case key.Matches(k, m.keys.back):
		return w.back()
	case key.Matches(k, m.keys.actions):
		m.openActions(m.wordActions())
	case key.Matches(k, m.keys.next):
		if n > 0 {
			return m.turnDesk(faceSymptom)
		}
	case k.Code == tea.KeyUp, k.Code == tea.KeyDown:
		w.list.press(k, m.keys)
		m.sizeBody()
	case k.Code == tea.KeyPgUp || k.Code == tea.KeyPgDown:
		d.body.turn(k, m.keys)
	default:
		before := w.field.line.Value()
		if w.field.Update(k); w.field.line.Value() != before {
			m.match()
		}
	}
	return nil
}

func (m *Model) wordActions() []action {
	act := func(id, hint string, do func() tea.Cmd) action {
		return action{text.Of(m.lang, id), text.Of(m.lang, hint), do}
	}
	all := []action{}
	if len(m.desk.words.found) > 0 {
		all = append(all, act("ui.key_copy", "desk.copy_meaning", m.copySymptom))
	} else {
		all = append(all, act("desk.copy_questions", "desk.questions_hint", m.copyQuestions))
	}
	if !m.desk.words.after {
		all = append(all, act("desk.key_lint", "desk.lint_hint", func() tea.Cmd { return m.turnDesk(faceBox) }))
	}
	return append(all, m.deskAnywhere()...)
}
