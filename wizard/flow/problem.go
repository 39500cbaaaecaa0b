package flow

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Problem is what keeps a question from being passed or should be seen there.
type Problem struct {
	Finding  wizard.Finding // Rule is empty for what flow itself says: wrong box, secret, empty field
	Blocks   bool           // Next refuses
	MoveTo   string         // wrong box: the question where the value belongs, or ""
	Mendable bool           // Mend changes the field

	sets map[string]string // answers that moving the value takes
}

// Switches is the version that moving the value chooses, "" where it stays.
func (p Problem) Switches() wizard.SDK { return wizard.SDK(p.sets["sdk"]) }

// Problems are the problems of the entry now in the field of a question, worst
// first. An empty field that wants an answer has one too: screens show it when
// Next was refused or the field was touched (see Touched).
func (d Draft) Problems(id, today string, l text.Lang) []Problem {
	q, ok := row(id)
	if !ok {
		return nil
	}
	return d.problems(q, d.judge(today, l), l)
}

// Case is what the rulebook judges: the answers, and what the person said
// besides that no answers file holds.
func (d Draft) Case(today string) wizard.Case {
	c := d.Answers().Case(today)
	if name := d.Entry("channel_name"); d.see().asks("channel_name") && !name.Later && name.Text != "" {
		c.Facts[channelName] = value.Text(name.Text)
	}
	return c
}

// judge asks the rulebook about the answers as they are. Without a day the
// rules that read it stay silent; whether Next may go on never rests on the day.
func (d Draft) judge(today string, l text.Lang) []wizard.Finding {
	c := d.Case(today)
	if today == "" {
		delete(c.Facts, "ctx.today")
	}
	return rulebook.Judge(c, l)
}

func (d Draft) blocked(q *wizard.Question) bool {
	return blocks(d.problems(q, d.judge("", text.Ko), text.Ko))
}

func blocks(ps []Problem) bool {
	return slices.ContainsFunc(ps, func(p Problem) bool { return p.Blocks })
}

func (d Draft) problems(q *wizard.Question, found []wizard.Finding, l text.Lang) []Problem {
	if d.refused == q.ID {
		return []Problem{own(l, refusal(q), true)}
	}
	s := d.see()
	e := d.entry(q, s).trimmed()
	if box, at := s.wrongBox(q, e); at {
		return []Problem{d.misplaced(q, box, l)}
	}
	var ps []Problem
	for _, f := range found {
		owner := s.ownerOf(f.Path)
		if owner != q.ID && (owner != "" || !slices.Contains(s.rules(q), f.Rule)) {
			continue
		}
		p := Problem{Finding: f, Blocks: owner == q.ID && f.Severity == wizard.SeverityError && f.State == wizard.StateFound}
		_, p.Mendable = d.mended(q, f)
		ps = append(ps, p)
	}
	if p, ok := d.unanswered(q, e, l); ok && !blocks(ps) {
		ps = append(ps, p)
	}
	slices.SortStableFunc(ps, func(a, b Problem) int { return weight(a) - weight(b) })
	return ps
}

// weight orders problems: what blocks, then by severity, then what is not known.
func weight(p Problem) int {
	switch {
	case p.Blocks:
		return 0
	case p.Finding.State != wizard.StateFound:
		return 4
	case p.Finding.Severity == wizard.SeverityError:
		return 1
	case p.Finding.Severity == wizard.SeverityWarning:
		return 2
	}
	return 3
}

// unanswered tells a field that has to hold something and does not.
func (d Draft) unanswered(q *wizard.Question, e Entry, l text.Lang) (Problem, bool) {
	switch {
	case e.Later:
		return Problem{}, false
	case q.Kind == "select":
		return own(l, "flow.choose", true), !d.chosen(q, e)
	case q.Kind != "text" && q.Kind != "number" && q.Kind != "days" || q.Optional || !walked(q):
		return Problem{}, false
	case q.ID == "channel_key" && (d.see().keyless(e) || otherChannel(d.base)):
		return Problem{}, false
	case e.Text == "" && q.Later:
		return own(l, "flow.required_or_later", true), true
	case e.Text == "":
		return own(l, "flow.required", true), true
	case q.ID == "period":
		n, ok := days(e.Text)
		return own(l, "flow.days", true), ok && n < 1
	}
	return Problem{}, false
}

// chosen reports whether an entry is an option that is offered. Opened answers
// may name several targets.
func (d Draft) chosen(q *wizard.Question, e Entry) bool {
	several := []string{e.Text}
	if q.ID == "front_target" || q.ID == "server_target" {
		several = strings.Split(e.Text, ",")
	}
	return !slices.ContainsFunc(several, func(v string) bool { return !d.see().offers(q, v) })
}

// own is a sentence that comes from no rule.
func own(l text.Lang, id string, blocks bool) Problem {
	return Problem{Blocks: blocks, Finding: wizard.Finding{Severity: wizard.SeverityError,
		Moment: wizard.MomentOps, State: wizard.StateFound, Message: text.Of(l, id)}}
}

const channelName = "console.channel_name"

// told are paths of rules that questions answer for besides their parameters.
var told = map[string]string{
	"order_id_prefix": "facts.order_id.prefix", "channel_name": "facts." + channelName, "sdk": "setup.sdk",
	"mode": "setup.mode", "module": "setup.module", "type": "setup.type", "api_type_note": "setup.type",
	"pay_method": "params." + wizard.EasyPayPath,
}

// rules are the rules that a question lists in this version.
func (s *sight) rules(q *wizard.Question) []string {
	return wizard.QuestionsIn(s.sdk())[rowOf()[q.ID]].Rules
}

// ownerOf is the question that answers for a path: of several the last that
// applies, so that an order number is not asked for before its question came.
// A finding without an owner is said where its rule is listed, and blocks
// nothing there: the person could not mend it.
func (s *sight) ownerOf(path string) string {
	for {
		for i, asked := range slices.Backward(s.asked) {
			if q := &wizard.Questions()[i]; asked && s.answersFor(q, i, path) {
				return q.ID
			}
		}
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			return ""
		}
		path = path[:i]
	}
}

// answersFor reports whether a question, by its row, is what a rule's path is about.
func (s *sight) answersFor(q *wizard.Question, i int, path string) bool {
	at := s.paths[i]
	return at != "" && rulePath(at) == path || told[q.ID] == path
}

func rulePath(param string) string {
	switch param {
	case "user_code", "tier_code":
		return "setup." + param
	case storeID:
		param = storeIDParam
	}
	return "params." + param
}

// mended is the draft after a mend of a finding that changes nothing outside
// this question. A mend that is not sure is taken too, after the sure ones:
// here a person asks for it, sees what became of the field and can undo it.
func (d Draft) mended(q *wizard.Question, f wizard.Finding) (Draft, bool) {
	for _, sure := range []bool{true, false} {
		for _, m := range f.Mends {
			at := d.see().place(q.Params)
			if m.Sure != sure || at == "" || !within(m.Edits, rulePath(at)) {
				continue
			}
			next := d.edited(q, m.Edits)
			if !sure && next.Entry(q.ID).empty() {
				continue // a field is emptied with the keyboard just as well
			}
			if !next.Entry(q.ID).Equal(d.Entry(q.ID)) || d.opened != nil {
				return next, true
			}
		}
	}
	return d, false
}

func within(edits []value.Edit, path string) bool {
	return len(edits) > 0 && !slices.ContainsFunc(edits, func(e value.Edit) bool {
		return e.Path != path && !strings.HasPrefix(e.Path, path+".")
	})
}
