package plain

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/share"
)

// result says what the rules say, writes the code, and names what is left to do.
func (t *talk) result() error {
	a := t.d.Answers()
	c := a.Case(t.Today())
	found := wizard.ReportOf(rulebook.Judge(c, t.Lang))
	t.say("")
	for _, f := range found.Findings {
		if f.State == wizard.StateFound && f.Severity != wizard.SeverityInfo {
			t.finding(f)
		}
	}
	t.tell("plain.summary", "summary", report.Summary(found.Summary, t.Lang))
	if found.Summary.Errors > 0 {
		return &FindingsError{found}
	}
	targets := a.Options.Targets
	if len(targets) == 0 {
		targets = []string{"html"}
	}
	out, err := snippets.Generate(a, targets...)
	if err != nil {
		return fmt.Errorf("generate: %w", err)
	}
	t.tell("plain.code")
	for _, f := range out.Files {
		if _, err := io.WriteString(t.Out, f.Body); err != nil {
			return fmt.Errorf("write the code: %w", err)
		}
	}
	t.todo(out.Todo)
	t.steps()
	t.look(rulebook.Checklist(c, t.Lang))
	t.letter()
	code := share.Code(a, false)
	t.tell("plain.repeat", "command", "smartro-wizard generate --from "+code+" -t "+strings.Join(targets, ","))
	t.tell("plain.try", "command", "smartro-wizard serve --from "+code)
	if err := t.sess.Done(); err != nil {
		t.warn(err)
	}
	return nil
}

// todo names what is left to do in the code.
func (t *talk) todo(todo []snippets.Todo) {
	if len(todo) > 0 {
		t.tell("plain.todo")
	}
	for _, d := range todo {
		line := "[ ] " + d.Say(t.Lang)
		if d.Line > 0 {
			line += " (" + d.Path + ":" + strconv.Itoa(d.Line) + ")"
		}
		t.say(line)
	}
}

// steps names what was not ticked on the console's form.
func (t *talk) steps() {
	qs := t.d.Editable()
	if !slices.ContainsFunc(qs, func(q wizard.Question) bool { return q.ID == "console_steps" }) {
		return
	}
	ticked, said := t.d.Entry("console_steps").Picked, false
	for _, item := range t.d.Items("console_steps") {
		if slices.Contains(ticked, item.ID) {
			continue
		}
		if !said {
			t.tell("plain.steps")
			said = true
		}
		t.say("[ ] " + item.Text.In(t.Lang))
	}
}

// look names what only a person can check.
func (t *talk) look(lines []rulebook.Line) {
	if len(lines) > 0 {
		t.tell("plain.look")
	}
	for _, l := range lines {
		t.say("[ ] " + l.Text + " " + l.How + " (" + l.Who + ")")
	}
}

// letter is for who has the console, where somebody has to be asked.
func (t *talk) letter() {
	qs := t.d.Editable()
	asked := slices.ContainsFunc(qs, func(q wizard.Question) bool { return q.ID == "channel_ready" })
	if asked && t.d.Entry("channel_ready").Text == string(ask) {
		t.tell("plain.letter")
		t.say(t.d.Letter(t.Lang))
	}
}
