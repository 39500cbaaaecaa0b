package flow

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Fixed are the sentences about what is not asked because an earlier answer
// settles it.
func (d Draft) Fixed(l text.Lang) []string {
	s := d.see()
	var all []string
	for _, p := range wizard.ParamsOf(s.call().Function) {
		if f, ok := p.FixedFor(s.typ()); ok {
			all = append(all, f.Why.In(l))
		}
	}
	for _, row := range wizard.SettledBy() {
		if s.match(row.When) {
			all = append(all, row.Text.In(l))
		}
	}
	return slices.Compact(all)
}
