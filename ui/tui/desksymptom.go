package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// symptomPage are the four lines of a failure, how it was found and how sure
// the sources are.
func (m *Model) symptomPage(w int) []string {
	f, ok := m.desk.words.chosen()
	if !ok {
		return nil
	}
	s := f.Symptom
	out := append(styled(m.look.title, wrap(s.Title.In(m.lang), w)), "")
	how := m.howWord(f) + " (" + text.Of(m.lang, "cli.symptom-"+s.Certainty) + ", " + text.Of(m.lang, "ui.checked", "day", wizard.Checked) + ")"
	pairs := []string{text.Of(m.lang, "desk.how"), how, text.Of(m.lang, "ui.cause"), s.Cause.In(m.lang), text.Of(m.lang, "ui.to_ask"), s.Ask.In(m.lang),
		text.Of(m.lang, "ui.fix"), s.Fix.In(m.lang), text.Of(m.lang, "ui.source"), sourceOf(s)}
	return append(out, columns(m.look, w, pairs...)...)
}

// sourceOf is the page that tells of a failure.
func sourceOf(s wizard.Symptom) string {
	for _, source := range s.Sources {
		if strings.HasPrefix(source, "https://") {
			address, _, _ := strings.Cut(source, " ")
			return address
		}
	}
	if len(s.Sources) > 0 {
		return pageOf(s.Sources[0])
	}
	return ""
}

// pressSymptom is a key at a meaning in full.
func (m *Model) pressSymptom(k tea.KeyPressMsg, sideways int) (tea.Cmd, bool) {
	w := &m.desk.words
	switch n := len(w.found); {
	case sideways != 0 && n > 0:
		w.list.at = (w.list.at + sideways + n) % n
		m.desk.body.top = 0
		m.sizePage()
	case key.Matches(k, m.keys.copy):
		return m.copySymptom(), true
	case key.Matches(k, m.keys.edit) && m.mendable():
		return m.mendMeant(), true
	case key.Matches(k, m.keys.english) && !w.after:
		return m.turnDesk(faceBox), true
	case key.Matches(k, m.keys.next):
		return m.turnDesk(faceWords), true
	default:
		return nil, false
	}
	return nil, true
}

// mendable reports whether a question of the walk below mends the failure.
func (m *Model) mendable() bool {
	f, ok := m.desk.words.chosen()
	return ok && m.desk.words.after && m.begun && f.Symptom.Question != "" && m.draft.Applies(f.Symptom.Question)
}

// mendMeant goes to that question.
func (m *Model) mendMeant() tea.Cmd {
	f, _ := m.desk.words.chosen()
	m.desk.open = false
	m.draft = m.draft.Go(f.Symptom.Question)
	cmd := m.enter()
	m.resize(m.lay.w, m.lay.h)
	return cmd
}

// copySymptom copies the four lines to be sent on.
func (m *Model) copySymptom() tea.Cmd {
	f, ok := m.desk.words.chosen()
	if !ok {
		return nil
	}
	s := f.Symptom
	var b strings.Builder
	b.WriteString(s.Title.In(m.lang) + "\n")
	for _, p := range [][2]string{{"ui.cause", s.Cause.In(m.lang)}, {"ui.to_ask", s.Ask.In(m.lang)}, {"ui.fix", s.Fix.In(m.lang)}, {"ui.source", sourceOf(s)}} {
		if p[1] != "" {
			b.WriteString(text.Of(m.lang, p[0]) + ": " + p[1] + "\n")
		}
	}
	b.WriteString(text.Of(m.lang, "ui.checked", "day", wizard.Checked) + "\n")
	return m.copyText(b.String(), "desk.the_meaning")
}

// copyQuestions copies what to ask about an unknown error.
func (m *Model) copyQuestions() tea.Cmd {
	var b strings.Builder
	for i, question := range report.Narrowing(m.lang) {
		b.WriteString(itoa(i+1) + ". " + question + "\n")
	}
	return m.copyText(b.String(), "desk.the_questions")
}
