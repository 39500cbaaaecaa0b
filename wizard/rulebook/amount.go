package rulebook

import (
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// The amount, in won, and its tax-free part.
var amountRows = []Rule{
	{
		ID:       "amount-number-type",
		Reads:    []string{"params.amount"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: amountSent, Mend: plainNumber,
		Sources: []string{
			page + ` "amount"`,
			pg + "v1/smartro L99-103",
			v1sdk + "javascript-sdk/payrq L188-192",
		},
	},
	{
		ID:       "amount-positive",
		Reads:    []string{"params.amount"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Derived,
		Check:   positive,
		Sources: []string{play + "src/state/v1-pay.ts L125-131"},
	},
	{
		ID:       "amount-decimals",
		When:     When{Modules: newModule},
		Reads:    []string{"params.amount"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check:   decimals(2),
		Sources: []string{page + ` "amount"`},
	},
	{
		ID:       "amount-krw-integer",
		Reads:    []string{"params.amount"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: decimals(0),
		Sources: []string{
			caution + " L326-334",
			manual + " sspayModule.do Amt 12 digits",
		},
	},
	{
		ID:       "tax-free-range",
		When:     When{Modules: newModule},
		Reads:    []string{"params.tax_free", "params.amount"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney, Confidence: Derived,
		Check: taxFreeFits,
		Sources: []string{
			page + " L148-150",
			v1sdk + "javascript-sdk/payrq L202-206",
		},
	},
}

// amountSent wants an amount, and a number.
func amountSent(l *Look) []Verdict {
	path := l.reads[0]
	switch v := l.At(path); {
	case v.Kind() == value.Unknown && v.Sort() == value.String:
		return found(path) // whatever a person types into a field is a text
	case v.Kind() == value.Unknown && v.Sort() == value.Number:
		return nil
	}
	if v := missing(l, path); v != nil {
		v[0].Variant = "missing"
		return v
	}
	return kind(value.Number)(l)
}

// positive judges numbers only: a text is amount-number-type.
var positive = each(func(v value.Value) (Verdict, bool) {
	return Verdict{}, v.Kind() == value.Number && number(v) <= 0
})

// decimals wants at most max digits behind the point of the number that is sent.
func decimals(max int) Check {
	return each(func(v value.Value) (Verdict, bool) {
		if v.Kind() != value.Number {
			return Verdict{}, false
		}
		_, behind, _ := strings.Cut(strconv.FormatFloat(number(v), 'f', -1, 64), ".")
		return Verdict{}, len(behind) > max
	})
}

// taxFreeFits wants a number from 0 to the amount. An amount that is no number
// is a finding of its own.
func taxFreeFits(l *Look) []Verdict {
	v, ok := l.Value("params.tax_free")
	if !ok {
		return nil
	}
	if v.Kind() != value.Number || number(v) < 0 {
		return found("params.tax_free")
	}
	if amount, ok := l.Number("params.amount"); ok && number(v) > amount {
		return found("params.tax_free")
	}
	return nil
}

var groupedNumber = lazy(`^[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)

// plainNumber reads a number out of a text: quoted, grouped by commas, or with
// the sign of the won.
func plainNumber(l *Look, v Verdict) []wizard.Mend {
	was := l.At(v.Path)
	if was.Kind() != value.String {
		return nil
	}
	s := strings.TrimSpace(was.Text())
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, "₩"), "원"))
	if groupedNumber().MatchString(s) {
		s = strings.ReplaceAll(s, ",", "")
	}
	if !value.IsNumber(s) || strings.ContainsAny(s, "eE") {
		return nil
	}
	return sure(value.Put(v.Path, value.Digits(s)))
}
