package flow

import (
	"maps"
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Refusal is an error in the answers and the way to put it right: the question
// that holds the value, or else the edits that mend it or take it out. Answers
// that were opened can hold what no question of their channel asks for.
type Refusal struct {
	Finding  wizard.Finding
	Question string
	Edits    []value.Edit
}

// Refusals are the errors for which there is no code, each with a way out.
func (d Draft) Refusals(today string, l text.Lang) []Refusal {
	s := d.see()
	var all []Refusal
	for _, f := range d.judge(today, l) {
		if f.Severity != wizard.SeverityError || f.State != wizard.StateFound {
			continue
		}
		r := Refusal{Finding: f, Question: s.ownerOf(f.Path)}
		if q, ok := row(r.Question); !ok || !d.holds(q, f.Path) {
			r.Question, r.Edits = "", d.mending(f)
		}
		all = append(all, r)
	}
	return all
}

// holds reports whether the field of a question has the value at a path: not
// where it stands below the field's own, or looks otherwise than a field can.
func (d Draft) holds(q *wizard.Question, path string) bool {
	at := d.see().place(q.Params)
	return told[q.ID] == path || at != "" && rulePath(at) == path
}

// mending are the edits of a finding: a sure mend before another, and where
// there is none the value is taken out, or the object that something lacks in.
func (d Draft) mending(f wizard.Finding) []value.Edit {
	for _, sure := range []bool{true, false} {
		for _, m := range f.Mends {
			if m.Sure == sure && len(m.Edits) > 0 {
				return m.Edits
			}
		}
	}
	if f.Path == "setup.type" {
		return []value.Edit{value.Put(f.Path, value.Text(string(onlyType(d.Answers().Module))))}
	}
	params, path := d.Answers().Params, strings.TrimPrefix(f.Path, "params.")
	for strings.Contains(path, ".") && params.Get(path).IsAbsent() {
		path = path[:strings.LastIndexByte(path, '.')]
	}
	return []value.Edit{value.Take("params." + path)}
}

// onlyType is the type of a module that has no others, so that nobody is asked for it.
func onlyType(m wizard.Module) wizard.Type {
	for _, ch := range wizard.Channels() {
		if ch.Module == m && ch.Opens() {
			return ch.Type
		}
	}
	return wizard.TypeGeneral
}

// Amend carries out the edits of a refusal on the answers. What no question
// asks for stands in the answers that the draft began with.
func (d Draft) Amend(r Refusal) Draft {
	a := d.Answers()
	for _, e := range r.Edits {
		if strings.HasPrefix(e.Path, "params.") && !(e.Path == rulePath(storeID) && a.StoreID != "") {
			a.Params = a.Params.Apply("params", e)
			continue
		}
		a = amendSetup(a, e)
	}
	next := Open(a)
	next.ticks, next.proofs, next.proofsOf = d.ticks, d.proofs, d.proofsOf
	for slot, e := range d.given {
		if id, _ := slotOf(slot); beside(id) {
			next = next.keep(slot, e, d.done[slot])
		}
	}
	next.seen = next.look()
	next.opened.given, next.opened.seen = maps.Clone(next.given), next.seen
	if next.place == "" {
		next.place = d.place
	}
	return next
}

// beside reports whether an answer is in no answers file: what a person did in
// the console, say.
func beside(id string) bool {
	inAnswers := slices.ContainsFunc(units(), func(u unit) bool { return slices.Contains(u.ids, id) })
	return !inAnswers && !slices.Contains(setupIDs, id) && id != "extras"
}

// keep takes an entry over from another draft.
func (d Draft) keep(slot string, e Entry, done bool) Draft {
	d.given[slot] = e
	if done {
		d.done[slot] = true
	}
	return d
}

func amendSetup(a wizard.Answers, e value.Edit) wizard.Answers {
	to := e.New.Text()
	switch e.Path {
	case "setup.user_code":
		a.UserCode = to
	case "setup.tier_code":
		a.TierCode = to
	case rulePath(storeID):
		a.StoreID = to
	case "setup.mode":
		a.Mode = wizard.Mode(to)
	case "setup.module":
		a.Module = wizard.Module(to)
	case "setup.type":
		a.Type = wizard.Type(to)
	case "setup.sdk":
		a.SDK = wizard.SDK(to)
	}
	return a
}

// Say tells what the way out does.
func (r Refusal) Say(l text.Lang) string {
	if q, ok := row(r.Question); ok {
		return text.Of(l, "flow.way_ask", "name", q.Name.In(l))
	}
	var all []string
	for _, e := range r.Edits {
		path := strings.TrimPrefix(strings.TrimPrefix(e.Path, "params."), "setup.")
		switch e.Op {
		case value.Remove:
			all = append(all, text.Of(l, "flow.way_remove", "path", path))
		case value.Rename:
			all = append(all, text.Of(l, "flow.way_rename", "path", path, "to", e.To))
		default:
			all = append(all, text.Of(l, "flow.way_set", "path", path, "value", plain(e.New)))
		}
	}
	return strings.Join(all, ", ")
}
