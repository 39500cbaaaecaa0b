package plain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/share"
)

// result says what the rules say, writes the code, and names what is left to do.
func (t *talk) result() error {
	a := t.d.Answers()
	found := wizard.ReportOf(rulebook.Judge(t.d.Case(t.Today()), t.Lang))
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
	seen := a
	if t.Mask {
		seen = answers.Masked(a)
	}
	written := a
	if t.Screen {
		written = seen
	}
	out, err := snippets.Generate(written, targets...)
	if err != nil {
		return fmt.Errorf("generate: %w", err)
	}
	code, err := report.Files(out.Files, t.Screen)
	if err != nil {
		return fmt.Errorf("generate: %w", err)
	}
	t.tell("plain.code")
	if _, err := t.Out.Write(code); err != nil {
		return fmt.Errorf("write the code: %w", err)
	}
	t.todo(out.Todo)
	t.handOver(seen, t.shareCode(a), targets)
	if err := t.tick(); err != nil {
		return err
	}
	if len(t.d.Ticked()) > 0 {
		return nil // there is something to come back for
	}
	if err := t.sess.Done(); err != nil {
		t.warn(err)
	}
	t.sess = nil
	return nil
}

// shareCode is the code that opens the same answers, where it may be seen.
func (t *talk) shareCode(a wizard.Answers) string {
	if t.Mask {
		return share.Prefix + safe.Mask
	}
	return share.Code(a, false)
}

// handOver says what there is beside the code: what to know and to check, texts
// for others, and how to come back.
func (t *talk) handOver(a wizard.Answers, from string, targets []string) {
	t.know(a)
	if t.d.GoesLive() {
		t.differences(a)
		t.checklist(a)
	} else {
		t.steps()
		t.look(rulebook.Checklist(t.d.Case(t.Today()), t.Lang))
	}
	t.letters(a)
	t.tell("plain.repeat", "command", "smartro-wizard generate --from "+from+" -t "+strings.Join(targets, ","))
	try := "plain.try"
	if a.Mode == wizard.ModeLive {
		try = "plain.try_live"
		if a.SDK == wizard.V2 {
			try = "plain.try_live_v2"
		}
	}
	t.tell(try, "command", "smartro-wizard serve --from "+from)
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

// know says what one should know of the way to pay: money, time, limits.
func (t *talk) know(a wizard.Answers) {
	notes := handover.Notes(a, t.Lang)
	if len(notes) > 0 {
		t.tell("plain.know")
	}
	for _, n := range notes {
		t.say("- " + n)
	}
}

// differences are what changes between test and live, one line each.
func (t *talk) differences(a wizard.Answers) {
	t.tell("plain.differences")
	for _, d := range handover.Differences(a, t.Lang) {
		t.tell("plain.difference", "what", d.What, "test", d.Test, "live", d.Live)
	}
}

// checklist is everything to tick before the payment opens for customers.
func (t *talk) checklist(a wizard.Answers) {
	group := ""
	for _, l := range handover.Checklist(a, t.Today(), t.Lang) {
		if l.Group != group {
			group = l.Group
			t.say(handover.GroupTitle(group, t.Lang))
		}
		t.box(group+"/"+l.ID, strings.TrimSpace(l.Text+" "+l.How)+" ("+l.Who+")")
	}
}

// steps names what was not ticked on the console's form.
func (t *talk) steps() {
	if !t.d.Applies("console_steps") {
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
		t.box(handover.GroupConsole+"/"+item.ID, item.Text.In(t.Lang))
	}
}

// look names what only a person can check.
func (t *talk) look(lines []rulebook.Line) {
	if len(lines) > 0 {
		t.tell("plain.look")
	}
	for _, l := range lines {
		t.box(handover.GroupRules+"/"+l.Rule, l.Text+" "+l.How+" ("+l.Who+")")
	}
}

// letters are for who has the console, where somebody has to be asked, for who
// has the server, and for who knows how far the review is.
func (t *talk) letters(a wizard.Answers) {
	if t.d.Applies("channel_ready") && t.d.Entry("channel_ready").Text == string(ask) {
		t.tell("plain.letter")
		t.say(handover.ToConsole(a, t.d.Entry("channel_name").Text, t.Lang))
	}
	if t.d.HandsOff() {
		if letter, ok := handover.Letter("server", a, t.Lang); ok {
			t.tell("plain.letter_server")
			t.say(letter)
		}
	}
	if t.d.Applies("live_review") && t.d.Entry("live_review").Text == "unknown" {
		if letter, ok := handover.Letter("contract", a, t.Lang); ok {
			t.tell("plain.letter_review")
			t.say(letter)
		}
	}
}
