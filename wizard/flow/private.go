package flow

import (
	"maps"
	"slices"
	"strings"

	"smartro-wizard/wizard"
)

// WithoutBuyer is the draft without what was said about a buyer; it is asked
// for again. Everything else stays.
func (d Draft) WithoutBuyer() Draft {
	if !d.HoldsBuyer() {
		return d
	}
	d.given, d.done = maps.Clone(d.given), maps.Clone(d.done)
	var now opening
	if d.opened != nil {
		now = opening{given: maps.Clone(d.opened.given), seen: d.opened.seen}
		d.opened = &now
	}
	for _, u := range units() {
		if !personal(u.name) {
			continue
		}
		if u.in(d.base) {
			d.base = cleared(d.base, u, d.base.Call())
		}
		for _, id := range u.ids {
			if said(d.given[id]) {
				delete(d.given, id)
				delete(now.given, id)
				delete(d.done, id)
			}
		}
	}
	d.seen = d.look()
	return d.settle()
}

// HoldsBuyer reports whether something in the draft is about a buyer.
func (d Draft) HoldsBuyer() bool {
	for _, u := range units() {
		if !personal(u.name) {
			continue
		}
		if u.in(d.base) {
			return true
		}
		if slices.ContainsFunc(u.ids, func(id string) bool { return said(d.given[id]) }) {
			return true
		}
	}
	return false
}

// in reports whether parameters of the answers hold the unit.
func (u unit) in(a wizard.Answers) bool {
	return slices.ContainsFunc(u.paths(a.Call()), func(path string) bool { return !a.Params.Get(path).IsAbsent() })
}

func said(e Entry) bool { return strings.TrimSpace(e.Text) != "" }

func personal(path string) bool {
	p, ok := wizard.ParamAt(path)
	return ok && p.Personal
}
