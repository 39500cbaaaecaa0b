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
func putPeriod(a *wizard.Answers, path, typed string) {
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
	begins, ends := compact, compact
	if a.Call().SDK() == wizard.V2 {
		begins, ends = moment(startOfDay), moment(endOfDay)
	}
	period := value.ObjectOf(value.Field{Key: "from", Value: value.Text(begins(from))})
	if both {
		period = period.With("to", value.Text(ends(to)))
	}
	insert(a, path, period)
}

// The ends of a day in Korea, as V2 takes them.
const (
	startOfDay = "T00:00:00+09:00"
	endOfDay   = "T23:59:59+09:00"
)

// moment writes a date as V2 takes it and leaves the rest alone.
func moment(of string) func(date string) string {
	return func(date string) string {
		day := compact(date)
		if len(day) != 8 || strings.Trim(day, "0123456789") != "" {
			return date
		}
		return day[:4] + "-" + day[4:6] + "-" + day[6:] + of
	}
}

// dateOf is moment the other way round.
func dateOf(at value.Value) string {
	return strings.TrimSuffix(strings.TrimSuffix(plain(at), startOfDay), endOfDay)
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
func periodText(a wizard.Answers, p value.Value) string {
	if a.Make.Period != nil {
		return strconv.Itoa(a.Make.Period.Days)
	}
	if p.Kind() != value.Object {
		return plain(p)
	}
	return strings.TrimSpace(dateOf(p.Get("from")) + " " + dateOf(p.Get("to")))
}

func dueText(a wizard.Answers, at value.Value) string {
	if a.Make.VbankDue != nil && at.IsAbsent() {
		return strconv.Itoa(a.Make.VbankDue.Days)
	}
	return plain(at)
}
