package plain

import (
	"errors"
	"strings"

	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// explainWords tells what words of an error may mean, until an empty line.
func (t *talk) explainWords() error {
	t.tell("plain.explain_paste")
	for said := false; ; said = true {
		typed, ok, err := t.answer()
		var end *EndError
		switch {
		case errors.As(err, &end) && said:
			t.over = true
			return nil
		case err != nil:
			return err
		case !ok:
			continue
		case strings.TrimSpace(typed) == "":
			return nil
		case words[strings.ToLower(strings.TrimSpace(typed))] == quit:
			return ErrQuit
		}
		t.meaning(wizard.Matches(typed))
		t.tell("plain.explain_more")
	}
}

// meaning tells the best match in full and names the others, or asks what
// narrows the error down.
func (t *talk) meaning(found []wizard.Match) {
	if len(found) == 0 {
		t.tell("desk.words_none")
		t.tell("cli.symptom-questions")
		for _, question := range report.Narrowing(t.Lang) {
			t.say("- " + question)
		}
		return
	}
	s := found[0].Symptom
	t.say(s.Title.In(t.Lang))
	how := text.Of(t.Lang, "cli.symptom-"+string(found[0].How)) + " (" + text.Of(t.Lang, "cli.symptom-"+s.Certainty) + ", " + text.Of(t.Lang, "ui.checked", "day", wizard.Checked) + ")"
	source := ""
	if len(s.Sources) > 0 {
		source, _, _ = strings.Cut(s.Sources[0], " L")
	}
	for _, p := range [][2]string{{"desk.how", how}, {"ui.cause", s.Cause.In(t.Lang)}, {"ui.to_ask", s.Ask.In(t.Lang)}, {"ui.fix", s.Fix.In(t.Lang)}, {"ui.source", source}} {
		if p[1] != "" {
			t.say(text.Of(t.Lang, p[0]) + ": " + p[1])
		}
	}
	for i, m := range found[1:min(len(found), 5)] {
		if i == 0 {
			t.tell("cli.symptom-others")
		}
		t.say("- " + m.Symptom.Title.In(t.Lang))
	}
}
