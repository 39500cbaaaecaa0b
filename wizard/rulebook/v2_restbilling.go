package rulebook

import (
	"smartro-wizard/wizard"
)

// Billing keys by API: registering, charging, scheduling.
var v2RestBillingRows = []Rule{
	{
		ID: "rest-billing-method-card", Functions: []string{registerV2},
		When:     v2(),
		Reads:    []string{"params.method"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused, Confidence: Derived,
		Check:   onlyKey("card"),
		Sources: []string{page2 + " L40, L844-852"},
	},
	{
		ID: "rest-billing-customer-id", Functions: []string{registerV2},
		When:     v2(),
		Reads:    []string{"params.customer.id"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   always(within(20, lettersAndDigits)),
		Sources: []string{page2 + " L815-817, L882-893", oas2 + " CustomerInput"},
	},
	{
		ID: "rest-billing-credential", Functions: []string{registerV2},
		When:     v2(),
		Reads:    []string{credential + "number", credential + "expiryYear", credential + "expiryMonth", credential + "birthOrBusinessRegistrationNumber", credential + "passwordTwoDigits"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   wholeCard,
		Sources: []string{page2 + " L852-880", oas2 + " CardCredential"},
	},
	{
		ID: "rest-again-required-fields", Functions: []string{chargeV2},
		When:     v2(),
		Reads:    []string{"params.customer.name", "params.customer.phoneNumber", "params.customer.email"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check:   required,
		Sources: []string{page2 + " L964-1000"},
	},
	{
		ID: "rest-schedule-time", Functions: []string{scheduleV2},
		When:     v2(),
		Reads:    []string{"params.timeToPay", "facts.ctx.today"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   always(futureMoment),
		Sources: []string{oas2 + " CreatePaymentScheduleBody", bill2 + "schedule L36", page2 + " L1032 (shows a past one)"},
	},
	{
		ID: "rest-schedule-next", Functions: []string{scheduleV2},
		When:     v2(),
		Reads:    []string{"fn"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps,
		Person:  Person{Who: Developer},
		Sources: []string{bill2 + "schedule L51-53"},
	},
}

const credential = "params.method.card.credential."

// cardParts are the shapes of a card's parts, in the order of the row's paths.
var cardParts = []Check{
	matches(`^[0-9]{12,19}$`), matches(`^[0-9]{2}$`), matches(`^(0[1-9]|1[0-2])$`), matches(`^([0-9]{6}|[0-9]{10})$`), matches(`^[0-9]{2}$`),
}

// wholeCard wants all five parts of a card that is registered.
func wholeCard(l *Look) []Verdict {
	if !l.Sent("params.method.card") {
		return nil
	}
	var out []Verdict
	for i, part := range cardParts {
		one := *l
		one.reads = l.reads[i : i+1]
		out = append(out, always(part)(&one)...)
		if l.doubt == "" {
			l.doubt = one.doubt
		}
	}
	return out
}
