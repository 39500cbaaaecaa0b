package plain

import (
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// hear takes a line at the current question: a word that is a command, or an answer.
func (t *talk) hear(typed string) error {
	if c, ok := t.command(typed); ok {
		return t.obey(c)
	}
	q := t.question()
	literal := strings.HasPrefix(typed, "=")
	if typed != "" {
		e, ok := t.entry(q, strings.TrimPrefix(typed, "="))
		if !ok && !literal {
			t.tell("plain.no_choice", "typed", t.echo(typed), "most", strconv.Itoa(t.most(q)))
			return nil
		}
		t.d = t.d.With(q.ID, e)
	}
	t.pass(q)
	return nil
}

func (t *talk) obey(c command) error {
	q := t.question()
	switch c {
	case back:
		was := t.d.Place()
		if t.d = t.d.Back(); t.d.Place() == was {
			t.tell("plain.first")
			return nil
		}
		t.save()
	case later:
		if !q.Later {
			t.tell("plain.not_later")
			return nil
		}
		t.d = t.d.With(q.ID, flow.Entry{Later: true})
		t.pass(q)
	case add, ask, pg:
		t.d = t.d.Take(q.ID, string(c))
		t.save()
	case mend:
		t.mend(q)
	case help:
		t.help(q)
	case list:
		return t.list()
	case quit:
		return ErrQuit
	}
	return nil
}

// pass goes on when nothing blocks, and says what is wrong with the answer.
func (t *talk) pass(q wizard.Question) {
	problems := t.d.Problems(q.ID, t.Today(), t.Lang)
	next, ok := t.d.Next()
	if ok && q.Kind != "note" {
		t.tell("plain.answer", "value", t.answered(q, t.d.Entry(q.ID)))
	}
	t.problems(problems, ok)
	if t.d = next; ok {
		t.settled(q)
		t.save()
	}
}

// settled says what is not asked any more because of answers about the channel.
func (t *talk) settled(after wizard.Question) {
	if after.Stage != "channel" {
		return
	}
	for _, s := range t.d.Fixed(t.Lang) {
		if !t.fixed[s] {
			t.fixed[s] = true
			t.tell("plain.info", "message", s)
		}
	}
}

// problems says the findings of an answer; of an accepted one only those that
// the person should know.
func (t *talk) problems(ps []flow.Problem, accepted bool) {
	for _, p := range ps {
		f := p.Finding
		if f.State != wizard.StateFound || accepted && f.Severity == wizard.SeverityInfo || !accepted && !p.Blocks {
			continue
		}
		t.finding(f)
		switch {
		case accepted:
		case p.Switches() != "":
			t.tell("plain.can_switch", "sdk", strings.ToUpper(string(p.Switches())))
		case p.MoveTo != "":
			t.tell("plain.can_move")
		case p.Mendable:
			t.tell("plain.can_mend")
		}
	}
}

// finding is one sentence with the way out.
func (t *talk) finding(f wizard.Finding) {
	id := "plain.info"
	switch f.Severity {
	case wizard.SeverityError:
		id = "plain.error"
	case wizard.SeverityWarning:
		id = "plain.warning"
	}
	line := text.Of(t.Lang, id, "message", f.Message)
	if f.Fix != "" && !strings.HasSuffix(line, f.Fix) {
		line += " " + f.Fix
	}
	t.say(line)
}

func (t *talk) mend(q wizard.Question) {
	moved := ""
	for _, p := range t.d.Problems(q.ID, t.Today(), t.Lang) {
		if p.Mendable {
			moved = p.MoveTo
			break
		}
	}
	d, _, ok := t.d.Mend(q.ID, t.Today())
	if !ok {
		t.tell("plain.no_mend")
		return
	}
	t.d = d
	if to, known := t.d.Question(moved); known {
		t.tell("plain.moved", "title", to.Title.In(t.Lang))
	} else {
		t.tell("plain.mended", "value", t.value(q, t.d.Entry(q.ID)))
	}
	t.enter(q)
	t.save()
}

// help says everything about the question and what is known of the answer.
func (t *talk) help(q wizard.Question) {
	t.explain(q)
	t.choices(q)
	for _, p := range t.d.Problems(q.ID, t.Today(), t.Lang) {
		if p.Finding.Rule == "" {
			continue
		}
		t.finding(p.Finding)
		t.say(p.Finding.Why)
		t.tell("plain.source", "rule", p.Finding.Rule, "source", p.Finding.Source)
	}
	t.tell("plain.words")
	t.enter(q)
}

// entry reads an answer in the way of the question's kind.
func (t *talk) entry(q wizard.Question, typed string) (flow.Entry, bool) {
	switch q.Kind {
	case "select":
		for i, o := range t.d.Options(q.ID) {
			if typed == strconv.Itoa(i+1) || strings.EqualFold(typed, o.Value) || typed == o.Label.In(t.Lang) {
				return flow.Entry{Text: o.Value}, true
			}
		}
		return flow.Entry{Text: typed}, false
	case "multi":
		values := make([]string, 0, len(q.Options))
		for _, o := range t.d.Options(q.ID) {
			values = append(values, o.Value)
		}
		picked, ok := several(typed, values)
		return flow.Entry{Picked: picked}, ok
	case "checklist":
		ids := make([]string, 0, len(q.Items))
		for _, item := range t.d.Items(q.ID) {
			ids = append(ids, item.ID)
		}
		picked, ok := several(typed, ids)
		return flow.Entry{Picked: picked}, ok
	case "note": // whatever is typed, it was read
		return flow.Entry{}, true
	}
	return flow.Entry{Text: typed}, true
}

// several reads numbers, or the values themselves: 1,3 or "1 3"; 0 is none
// and * is all.
func several(typed string, values []string) ([]string, bool) {
	switch strings.TrimSpace(typed) {
	case "0", "":
		return nil, true
	case "*":
		return values, true
	}
	chosen := map[string]bool{}
	for _, word := range strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ' ' }) {
		n, err := strconv.Atoi(word)
		if err == nil && n >= 1 && n <= len(values) {
			word = values[n-1]
		}
		chosen[word] = true
	}
	var picked []string
	for _, v := range values {
		if chosen[v] {
			picked = append(picked, v)
			delete(chosen, v)
		}
	}
	return picked, len(chosen) == 0
}

func (t *talk) most(q wizard.Question) int {
	return max(len(t.d.Options(q.ID)), len(t.d.Items(q.ID)))
}
