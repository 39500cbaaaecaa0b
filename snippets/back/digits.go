package back

import "smartro-wizard/wizard/value"

// Digits is the price as a text, for languages whose exact numbers are made of
// one.
func (d *Data) Digits() Lit {
	lit, err := d.lit(value.Text(d.plan.Server.Price.Value.Text()))
	if err != nil && d.failed == nil {
		d.failed = err
	}
	return lit
}

// Tree reports whether a field of the order is an object or a list.
func (d *Data) Tree() bool {
	for _, e := range d.Order {
		if e.Tree {
			return true
		}
	}
	return false
}
