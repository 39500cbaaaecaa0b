package flow

import (
	"maps"
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Mend carries out the sure mend of the first mendable problem, or moves a
// value in the wrong box to where it belongs. was is the entry before; to undo
// everything, keep the draft before.
func (d Draft) Mend(id, today string) (mended Draft, was Entry, ok bool) {
	q, known := row(id)
	if !known {
		return d, Entry{}, false
	}
	was = d.Entry(id)
	for _, p := range d.Problems(id, today, text.Ko) {
		switch {
		case !p.Mendable:
		case p.MoveTo != "":
			moved := d.setting(p.sets).move(id, p.MoveTo)
			if len(p.sets) > 0 {
				moved.place = p.MoveTo // the question that was asked is none of this version
			}
			return moved, was, true
		default:
			next, did := d.mended(q, p.Finding)
			return next, was, did
		}
	}
	return d, was, false
}

// edited carries out edits on the answers and reads the question's field back.
func (d Draft) edited(q *wizard.Question, edits []value.Edit) Draft {
	a := d.Answers()
	for _, e := range edits {
		switch {
		case e.New.Kind() != value.String:
		case e.Path == "setup.user_code":
			a.UserCode = e.New.Text()
		case e.Path == "setup.tier_code":
			a.TierCode = e.New.Text()
		case q.ID == storeID:
			a.StoreID = e.New.Text()
		}
	}
	u, path := unitOf(q), d.see().place(q.Params)
	if q.ID != storeID {
		a.Params = a.Params.Apply("params", edits...)
	}
	e, settled := entryOf(a, path, q)
	if !settled {
		e = Entry{}
	}
	if d.opened != nil { // what was opened may look the same as text: "1004" and 1004
		d.base = cleared(d.base, u, d.base.Call())
		switch u.name {
		case "user_code":
			d.base.UserCode = a.UserCode
		case "tier_code":
			d.base.TierCode = a.TierCode
		case storeID:
			d.base.StoreID = a.StoreID
		}
		for _, at := range u.paths(d.base.Call()) {
			insert(&d.base, at, a.Params.Get(at))
		}
		now := opening{given: maps.Clone(d.opened.given), seen: d.opened.seen}
		now.given[q.ID] = e
		d.opened = &now
	}
	done := d.done
	d = d.With(q.ID, e)
	d.done = done
	return d
}

// setting answers questions so that a value in the wrong box has one of its own.
func (d Draft) setting(answers map[string]string) Draft {
	for _, id := range slices.Sorted(maps.Keys(answers)) {
		d = d.With(id, Entry{Text: answers[id]}).pass(id)
	}
	return d
}

// move puts a value where it belongs. What stood there comes here when it
// looks as if the two had changed places.
func (d Draft) move(from, to string) Draft {
	here, there := d.Entry(from).trimmed(), d.Entry(to).trimmed()
	if !looks(from, there.Text) {
		there = Entry{}
	}
	passed := d.Confirmed(to)
	d = d.With(from, there).With(to, here)
	if passed {
		d = d.pass(to)
	}
	return d
}
