package plain

import (
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// list shows every question with its answer and goes to the one that is chosen.
func (t *talk) list() error {
	qs := t.d.Editable()
	for i, q := range qs {
		line := strconv.Itoa(i+1) + ") " + q.Title.In(t.Lang)
		switch e := t.d.Entry(q.ID); {
		case q.Kind == "note":
		case t.d.Confirmed(q.ID) || !t.walked(q):
			line += ": " + t.answered(q, e)
		default:
			line += ": " + text.Of(t.Lang, "plain.open")
		}
		t.say(line)
	}
	for _, p := range t.d.Parked() {
		t.say(t.parked(p))
	}
	for _, s := range t.d.Fixed(t.Lang) {
		t.tell("plain.info", "message", s)
	}
	t.tell("plain.list_enter")
	for {
		typed, ok, err := t.answer()
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		t.shown = ""
		if typed = strings.TrimSpace(typed); typed == "" {
			return nil
		}
		at := slices.IndexFunc(qs, func(q wizard.Question) bool { return q.ID == typed })
		if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(qs) {
			at = n - 1
		}
		if at >= 0 {
			t.d = t.d.Go(qs[at].ID)
			t.save()
			return nil
		}
		t.tell("plain.no_choice", "typed", t.echo(typed), "most", strconv.Itoa(len(qs)))
	}
}

// walked reports whether the question is asked in this walk; a quick start
// takes the others.
func (t *talk) walked(q wizard.Question) bool {
	return slices.ContainsFunc(t.d.Questions(), func(w wizard.Question) bool { return w.ID == q.ID })
}
