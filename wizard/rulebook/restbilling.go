package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Charges and schedules of a billing key.
var restBillingRows = []Rule{
	{
		ID: "rest-again-path", Functions: []string{"POST /subscribe/payments/again"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"facts.rest.path"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: matches(`^/subscribe/payments/again$`),
		Sources: []string{
			oas + " L6034",
			pg + "v1/smartro-v2/api L44",
			guide + "integration/start/v1/non-auth L248-249",
		},
	},
	{
		ID: "rest-again-required-fields", Functions: []string{"POST /subscribe/payments/again"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.customer_uid", "params.merchant_uid", "params.amount", "params.name", "params.buyer_name", "params.buyer_email", "params.buyer_tel"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: required,
		Sources: []string{
			pg + "v1/smartro-v2/api L48-54",
			oas + " L6034-6215",
		},
	},
	{
		ID: "rest-again-amount-number", Functions: []string{"POST /subscribe/payments/again"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.amount"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: kind(value.Number),
		Sources: []string{
			oas + " L6091-6099",
			guide + "integration/start/v1/non-auth L256-265",
		},
	},
	{
		ID: "rest-schedule-path", Functions: []string{"POST /subscribe/payments/schedule", "POST /subscribe/payments/unschedule", "GET /subscribe/payments/schedule"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"facts.rest.path"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: matches(`^/subscribe/payments/(schedule|unschedule)(/.*)?$`),
		Sources: []string{
			oas + " L6732, L7106",
			pg + "v1/smartro-v2/api L61",
		},
	},
	{
		ID: "rest-schedule-required-fields", Functions: []string{"POST /subscribe/payments/schedule"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.schedules.*.merchant_uid", "params.schedules.*.schedule_at", "params.schedules.*.currency", "params.schedules.*.amount", "params.schedules.*.name", "params.schedules.*.buyer_name", "params.schedules.*.buyer_email", "params.schedules.*.buyer_tel"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: required,
		Sources: []string{
			pg + "v1/smartro-v2/api L65-75",
			oas + " L6835-7105, L10234-10470",
		},
	},
	{
		ID: "rest-use-card-point-allowed", Functions: []string{"POST /subscribe/payments/again"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.use_card_point"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract, If: sends("params.use_card_point")},
		Sources: []string{oas + " L6256-6269"},
	},
	{
		ID: "rest-billing-key-delete-check", Functions: []string{"DELETE /subscribe/customers/{customer_uid}"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.customer_uid"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Developer},
		Sources: []string{oas + " L942-1022"},
	},
}
