package answers

import (
	"strconv"

	"smartro-wizard/wizard"
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

func days(a wizard.Answers) value.Value {
	if a.Make.Period == nil {
		return value.Value{}
	}
	return value.Digits(strconv.Itoa(a.Make.Period.Days))
}
