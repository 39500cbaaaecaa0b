package flow

import (
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// days reads a number of days. Eight digits are a date, so four is the most.
func days(typed string) (n int, ok bool) {
	n, err := strconv.Atoi(typed)
	return n, err == nil && len(typed) <= 4
}

// putPeriod takes a number of days or two dates. Anything else goes where the
// first date stands, so that the rulebook can speak.
func putPeriod(a *wizard.Answers, typed string) {
	if n, ok := days(typed); ok {
		if n > 0 {
			a.Make.Period = &wizard.MakePeriod{Days: n}
		}
		return
	}
	if typed == "" {
		return
	}
	dates := strings.FieldsFunc(typed, func(r rune) bool { return r == ' ' || r == '~' || r == ',' })
	if len(dates) == 0 {
		dates = []string{typed}
	}
	from, to, both := dates[0], strings.Join(dates[1:], " "), len(dates) > 1
	period := value.ObjectOf(value.Field{Key: "from", Value: value.Text(compact(from))})
	if both {
		period = period.With("to", value.Text(compact(to)))
	}
	insert(a, "period", period)
}

// putDue takes a number of days or a date in any of the shapes that are
// accepted. Anything else goes where the date stands, so that the rulebook can speak.
func putDue(a *wizard.Answers, name, typed string) {
	if n, ok := days(typed); ok && n > 0 {
		a.Make.VbankDue = &wizard.MakeVbankDue{Days: n}
		return
	}
	insert(a, name, value.Text(typed))
}

// compact writes YYYY-MM-DD as the window takes it and leaves the rest alone.
func compact(date string) string {
	if len(date) == 10 && date[4] == '-' && date[7] == '-' {
		return date[:4] + date[5:7] + date[8:]
	}
	return date
}

// periodText is the other way round: how the answers stand in the field.
func periodText(a wizard.Answers) string {
	if a.Make.Period != nil {
		return strconv.Itoa(a.Make.Period.Days)
	}
	p := a.Params.Get("period")
	if p.Kind() != value.Object {
		return plain(p)
	}
	return strings.TrimSpace(plain(p.Get("from")) + " " + plain(p.Get("to")))
}

func dueText(a wizard.Answers, at value.Value) string {
	if a.Make.VbankDue != nil && at.IsAbsent() {
		return strconv.Itoa(a.Make.VbankDue.Days)
	}
	return plain(at)
}
