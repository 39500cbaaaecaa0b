package plain

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/ui/lineedit"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// walk asks until the result is reached.
func (t *talk) walk() error {
	for t.d.Place() != "" {
		t.put()
		typed, ok, err := t.answer()
		if err != nil {
			return err
		}
		if ok {
			if err := t.hear(typed); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *talk) question() wizard.Question {
	q, _ := t.d.Question(t.d.Place())
	return q
}

// answer reads a line. A line that cannot be an answer is explained, and ok is false.
func (t *talk) answer() (typed string, ok bool, err error) {
	if t.failed != nil {
		return "", false, t.failed // nobody hears the questions
	}
	got, err := t.lines.next(t.ctx)
	switch {
	case err != nil:
		return "", false, err
	case errors.Is(got.err, io.EOF):
		return "", false, &EndError{t.missing()}
	case got.err != nil:
		return "", false, t.unfit(got.err)
	}
	c := got.changed
	c.Edges = false // blanks around an answer are nobody's intention
	if c != (lineedit.Cleaned{}) {
		t.tell("plain.line_cleaned", "value", t.echo(got.text))
	}
	return got.text, true, nil
}

// unfit explains a line that is no text. Many of them are no typing but a file
// that went astray; then the error ends the conversation.
func (t *talk) unfit(why error) error {
	switch {
	case errors.Is(why, errLong):
		t.tell("plain.line_long")
	case errors.Is(why, errEUCKR):
		t.tell("plain.line_euckr")
	case errors.Is(why, errBytes):
		t.tell("plain.line_bytes")
	default:
		return why
	}
	if t.unread++; t.unread == mostUnfit {
		return errNotText
	}
	return nil
}

// missing are the questions that were not answered, the current one first.
func (t *talk) missing() []wizard.Question {
	if t.d.Place() == "" {
		q, _ := wizard.QuestionOf("start")
		return []wizard.Question{q}
	}
	missing := []wizard.Question{t.question()}
	for _, q := range t.d.Questions() {
		if !t.d.Confirmed(q.ID) && q.ID != t.d.Place() {
			missing = append(missing, q)
		}
	}
	return missing
}

// put asks the current question, in full when it was not the last one.
func (t *talk) put() {
	q := t.question()
	if t.shown == q.ID {
		return
	}
	t.shown = q.ID
	n, of := t.d.Step()
	t.say("")
	t.say("(" + strconv.Itoa(n) + "/" + strconv.Itoa(of) + ") " + q.Title.In(t.Lang))
	t.explain(q)
	t.choices(q)
	t.enter(q)
}

// explain says the help and where to find the answer.
func (t *talk) explain(q wizard.Question) {
	t.say(q.Help.In(t.Lang))
	if where := q.Where.In(t.Lang); where != "" {
		t.tell("plain.where", "where", where)
	}
	if q.Example != "" {
		t.tell("plain.example", "example", q.Example)
	}
}

// choices are what can be answered with a number or a word.
func (t *talk) choices(q wizard.Question) {
	for i, o := range t.d.Options(q.ID) {
		label := o.Label.In(t.Lang)
		if hint := o.Hint.In(t.Lang); hint != "" {
			label += ". " + hint
		}
		if q.Kind == "text" {
			t.say(t.way(o.Value) + ": " + label)
			continue
		}
		t.say(strconv.Itoa(i+1) + ") " + label)
	}
	ticked := t.d.Entry(q.ID).Picked
	for i, item := range t.d.Items(q.ID) {
		box := "[ ] "
		if slices.Contains(ticked, item.ID) {
			box = "[x] "
		}
		t.say(strconv.Itoa(i+1) + ") " + box + item.Text.In(t.Lang))
	}
}

// way is the word for a way on from a text question.
func (t *talk) way(value string) string {
	switch command(value) {
	case add:
		return text.Of(t.Lang, "plain.word_add")
	case ask:
		return text.Of(t.Lang, "plain.word_ask")
	case pg:
		return value
	}
	return text.Of(t.Lang, "plain.word_later")
}

// enter says what an empty line takes.
func (t *talk) enter(q wizard.Question) {
	now := t.value(q, t.d.Entry(q.ID))
	switch {
	case q.Kind == "note":
		t.tell("plain.enter_note")
	case q.Kind == "checklist":
		t.tell("plain.enter_ticks")
	case q.Kind == "multi":
		t.tell("plain.enter_several", "value", now)
	case now != "" && q.Kind == "select":
		t.tell("plain.enter_choice", "value", now)
	case now != "":
		t.tell("plain.enter_value", "value", now)
	case q.Optional:
		t.tell("plain.enter_empty")
	}
	if q.Later && q.Kind != "checklist" && t.d.Options(q.ID) == nil {
		t.tell("plain.or_later")
	}
}

// value is an entry in words.
func (t *talk) value(q wizard.Question, e flow.Entry) string {
	if e.Later {
		return text.Of(t.Lang, "plain.later")
	}
	switch q.Kind {
	case "select":
		for i, o := range t.d.Options(q.ID) {
			if o.Value == e.Text {
				return strconv.Itoa(i+1) + ") " + o.Label.In(t.Lang)
			}
		}
	case "multi":
		return t.labels(t.d.Options(q.ID), e)
	case "checklist":
		return strconv.Itoa(len(e.Picked)) + "/" + strconv.Itoa(len(t.d.Items(q.ID)))
	}
	if len(e.Picked) > 0 { // a way on from a text question
		for _, o := range q.Options {
			if o.Value == string(pg) {
				return o.Label.In(t.Lang)
			}
		}
	}
	if e.Text == q.Default {
		return safe.Shown(e.Text, 200) // nobody typed it
	}
	return t.echo(e.Text)
}

// answered is value for an answer that was given: one may be empty.
func (t *talk) answered(q wizard.Question, e flow.Entry) string {
	if v := t.value(q, e); v != "" {
		return v
	}
	return text.Of(t.Lang, "plain.nothing")
}

// labels are the options that are picked.
func (t *talk) labels(options []wizard.Option, e flow.Entry) string {
	var labels []string
	for _, o := range options {
		if slices.Contains(e.Picked, o.Value) {
			labels = append(labels, o.Label.In(t.Lang))
		}
	}
	if len(labels) == 0 {
		return text.Of(t.Lang, "plain.nothing")
	}
	return strings.Join(labels, ", ")
}

// parked is an answer that does not count now, in words.
func (t *talk) parked(p flow.Parked) string {
	was := t.value(p.Question, p.Entry)
	switch {
	case p.Entry.Later:
	case p.Question.Kind == "multi":
		was = t.labels(p.Question.Options, p.Entry)
	case p.Question.Kind == "checklist":
		was = strconv.Itoa(len(p.Entry.Picked))
	case p.Question.Kind == "select":
		for _, o := range p.Question.Options {
			if o.Value == p.Entry.Text {
				was = o.Label.In(t.Lang)
			}
		}
	}
	return text.Of(t.Lang, "plain.parked", "title", p.Question.Title.In(t.Lang), "value", was, "why", p.Why(t.Lang))
}
