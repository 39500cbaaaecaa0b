package answers

import (
	"strconv"

	"smartro-wizard/wizard/value"
)

// mostDays is a hundred years: more is a slip of the keyboard, and eight
// digits would be a date.
const mostDays = 36500

// days wants a whole number of days that a date can be counted with.
func (r *reader) days(at string, v value.Value) {
	if n, err := strconv.Atoi(v.Text()); err != nil || n < 1 || n > mostDays {
		r.report(badDays, at, v.Span(), v.Text(), "most", strconv.Itoa(mostDays))
	}
}

// days is the number of days of a maker. None is no number that anybody gave.
func days(n int) value.Value {
	if n == 0 {
		return value.Value{}
	}
	return value.Digits(strconv.Itoa(n))
}
