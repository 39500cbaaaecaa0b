package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// The service period that the window shows.
var periodRows = []Rule{
	{
		ID:       "period-both-dates",
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"params.period.from", "params.period.to"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: bothDates,
		Sources: []string{
			page + ` "period"`,
			caution + " L336-340",
		},
	},
	{
		ID:       "period-format",
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"params.period.from", "params.period.to"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: periodDates, Mend: eightDigits,
		Sources: []string{
			page + ` "period"`,
			caution + " L336-359",
			repo + "blob/af926bd2/src/routes/(root)/opi/ko/integration/pg/v1/smartro-v2/_assets/caution/screenshot-2.png",
		},
	},
	{
		ID:       "period-order",
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"params.period.from", "params.period.to"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: datesInOrder, Mend: swapDates,
		Sources: []string{caution + " L336-340"},
	},
}

const (
	periodFrom = "params.period.from"
	periodTo   = "params.period.to"
)

func bothDates(l *Look) []Verdict { return pair(l, periodFrom, periodTo) }

// pair wants both or none, and blames the one that is missing.
func pair(l *Look, a, b string) []Verdict {
	switch {
	case l.Sent(a) == l.Sent(b):
		return nil
	case l.Sent(a):
		return found(b)
	}
	return found(a)
}

// periodDates wants eight digits that are a day of the calendar.
var periodDates = each(func(v value.Value) (Verdict, bool) {
	w, ok := word(v)
	_, real := day(w)
	return Verdict{Args: []string{"value", w}}, !ok || !real
})

// datesInOrder leaves days that are none to period-format.
func datesInOrder(l *Look) []Verdict {
	from, ok1 := l.Value(periodFrom)
	to, ok2 := l.Value(periodTo)
	if !ok1 || !ok2 {
		return nil
	}
	begin, ok1 := day(from.Text())
	end, ok2 := day(to.Text())
	if ok1 && ok2 && end.Before(begin) {
		return found(periodFrom)
	}
	return nil
}

func swapDates(l *Look, _ Verdict) []wizard.Mend {
	return unsure(value.Put(periodFrom, l.At(periodTo)), value.Put(periodTo, l.At(periodFrom)))
}

// eightDigits writes a day as YYYYMMDD.
func eightDigits(l *Look, v Verdict) []wizard.Mend {
	w, ok := word(l.At(v.Path))
	if !ok {
		return nil
	}
	d, ok := asDay(w)
	if !ok {
		return nil
	}
	return sure(value.Put(v.Path, value.Text(d)))
}
