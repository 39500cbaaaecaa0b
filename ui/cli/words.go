package cli

import (
	"io"
	"strings"

	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
)

// longestPaste is how much of a pasted text explain looks at.
const longestPaste = 64 << 10

// shownMatches is how many symptoms are told in full or by their title.
const shownMatches = 5

// pasted reads the words from standard input.
func (a *app) pasted() (string, error) {
	raw, err := io.ReadAll(io.LimitReader(a.in, longestPaste))
	if err != nil {
		return "", &exit{exitUsage, a.say("cli.file-other", "path", a.say("cli.stdin"), "cause", shown(err.Error()))}
	}
	return string(raw), nil
}

// symptomFound is what machines get of a symptom.
type symptomFound struct {
	ID        string     `json:"id"`
	How       wizard.How `json:"how"`
	Score     int        `json:"score"`
	Title     string     `json:"title"`
	Cause     string     `json:"cause"`
	Ask       string     `json:"ask"`
	Fix       string     `json:"fix"`
	Certainty string     `json:"certainty"`
	Sources   []string   `json:"sources"`
}

// explainWords tells what words from a screen or a log may mean. Words that
// look like the name of a rule are left to the one who asked; done is false then.
func (a *app) explainWords(words string, machine bool) (done bool, err error) {
	found := wizard.Matches(words)
	if len(found) == 0 && !strings.ContainsAny(words, " \t\n") && onlyASCII(words) {
		return false, nil
	}
	found = found[:min(len(found), shownMatches)]
	if machine {
		return true, a.symptomsJSON(found)
	}
	if len(found) == 0 {
		return true, a.nothingKnown(words)
	}
	s := a.sheet()
	best := found[0]
	s.lines("", "", best.Symptom.Title.In(a.lang))
	s.row(a.say("cli.symptom-how"), a.say("cli.symptom-"+string(best.How))+" ("+a.say("cli.symptom-"+best.Symptom.Certainty)+", "+a.say("cli.checked", "day", wizard.Checked)+")")
	s.row(a.say("cli.symptom-cause"), best.Symptom.Cause.In(a.lang))
	s.row(a.say("cli.symptom-ask"), best.Symptom.Ask.In(a.lang))
	s.row(a.say("cli.symptom-fix"), best.Symptom.Fix.In(a.lang))
	if address := firstAddress(best.Symptom.Sources); address != "" {
		s.row(a.say("cli.symptom-source"), address)
	}
	if len(found) > 1 {
		s.WriteByte('\n')
		s.lines("", "", a.say("cli.symptom-others"))
		for _, m := range found[1:] {
			s.row("", m.Symptom.Title.In(a.lang))
		}
	}
	return true, a.print([]byte(s.String()))
}

func onlyASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > 0x7e }) < 0
}

// nothingKnown says so, with the questions that narrow it down.
func (a *app) nothingKnown(words string) error {
	s := a.sheet()
	s.lines("", "", a.say("cli.symptom-none", "words", shown(words)))
	s.lines("", "", a.say("cli.symptom-questions"))
	for _, question := range report.Narrowing(a.lang) {
		s.lines(" - ", "   ", question)
	}
	if err := a.print([]byte(s.String())); err != nil {
		return err
	}
	return &exit{code: exitWork}
}

func (a *app) symptomsJSON(found []wizard.Match) error {
	all := []symptomFound{}
	for _, m := range found {
		s := m.Symptom
		all = append(all, symptomFound{s.ID, m.How, m.Score, s.Title.In(a.lang), s.Cause.In(a.lang), s.Ask.In(a.lang), s.Fix.In(a.lang), s.Certainty, s.Sources})
	}
	if err := a.print(toJSON(struct {
		Symptoms []symptomFound `json:"symptoms"`
	}{all})); err != nil {
		return err
	}
	if len(all) == 0 {
		return &exit{code: exitWork}
	}
	return nil
}
