package rulebook

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// What is told about the buyer.
var buyerRows = []Rule{
	{
		ID:       "buyer-tel-required",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"params.buyer_tel"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: required,
		Sources: []string{
			page + ` "buyer_tel"`,
			pg + "v2/smartro-v2 L162-166",
		},
	},
	{
		ID:       "buyer-tel-recommended",
		When:     When{Types: []wizard.Type{wizard.TypeBilling, wizard.TypeGeneral}},
		Reads:    []string{"params.buyer_tel", "setup.type", "setup.module"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused,
		Check: recommendTel,
		Sources: []string{
			page + " L357-359",
			pg + "v1/smartro L113-115",
			pg + "v1/smartro-v2/api L48-54",
		},
	},
	{
		ID: "buyer-tel-format", Functions: []string{EveryCall},
		Reads:    []string{"params.buyer_tel", "params.schedules.*.buyer_tel"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: matches(phoneShape), Mend: koreanPhone,
		Sources: []string{
			oas + " L6204-6213",
			page + " examples",
			manual + " vanBillModule.do BuyerTel",
		},
	},
	{
		ID: "buyer-name-length", Functions: []string{EveryCall},
		Reads:    []string{"params.buyer_name", "params.schedules.*.buyer_name"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: maxLength(16),
		Sources: []string{
			oas + " L6168-6179",
			bsdk + " L1199-1201",
		},
	},
	{
		ID: "buyer-email-format", Functions: []string{EveryCall},
		Reads:    []string{"params.buyer_email", "params.schedules.*.buyer_email"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: within(60, matches(emailShape)), Mend: trimmed(emailShape),
		Sources: []string{
			oas + " L6189-6198",
			bsdk + " L1287-1289",
		},
	},
	{
		ID: "buyer-addr-postcode-length", Functions: []string{EveryCall},
		Reads:    []string{"params.buyer_postcode", "params.buyer_addr"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused,
		Check:   addressFits,
		Sources: []string{oas + " L6215-6230"},
	},
}

const (
	phoneShape = `^[0-9]{2,4}-?[0-9]{3,4}-?[0-9]{4}$`
	emailShape = `^[^@\s]+@[^@\s]+\.[^@\s]+$`
)

// recommendTel: registering a card and the old module do without the number,
// a charge of the billing key does not.
func recommendTel(l *Look) []Verdict {
	if s := l.Case.Setup; s.Type == wizard.TypeBilling || s.Module == wizard.ModuleOld {
		return missing(l, "params.buyer_tel")
	}
	return nil
}

// addressFits holds each of the two fields to its own limit.
func addressFits(l *Look) []Verdict {
	var out []Verdict
	for i, limit := range []int{8, 128} {
		field := *l
		field.reads = l.reads[i : i+1]
		out = append(out, maxLength(limit)(&field)...)
		l.doubt = field.doubt
	}
	return out
}

var loosePhone = lazy(`^[+0-9][0-9 .()-]*$`)

// koreanPhone writes a Korean number in the usual groups: blanks, dots and the
// country code +82 become what Smartro takes.
func koreanPhone(l *Look, v Verdict) []wizard.Mend {
	was := l.At(v.Path)
	s := strings.TrimSpace(was.Text())
	if was.Kind() != value.String || !loosePhone().MatchString(s) {
		return nil
	}
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
	if strings.HasPrefix(s, "+") {
		rest, korean := strings.CutPrefix(digits, "82")
		if !korean {
			return nil
		}
		digits = "0" + strings.TrimPrefix(rest, "0")
	}
	area := 3
	if strings.HasPrefix(digits, "02") {
		area = 2
	}
	if middle := len(digits) - area - 4; digits[0] != '0' || middle < 3 || middle > 4 {
		return nil
	}
	last := len(digits) - 4
	return sure(value.Put(v.Path, value.Text(digits[:area]+"-"+digits[area:last]+"-"+digits[last:])))
}
