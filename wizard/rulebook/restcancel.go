package rulebook

import (
	"smartro-wizard/wizard"
)

// Cancellation by API.
var restCancelRows = []Rule{
	{
		ID: "rest-cancel-one-of-uid", Functions: []string{"POST /payments/cancel"},
		Reads:    []string{"params.imp_uid", "params.merchant_uid"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney,
		Check: anyOf,
		Sources: []string{
			oas + " L4018-4050",
			pg + "v1/smartro-v2/api L181-182",
		},
	},
	{
		ID: "rest-cancel-refund-account", Functions: []string{"POST /payments/cancel"},
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"vbank", "trans"}},
		Reads:    []string{"params.refund_holder", "params.refund_bank", "params.refund_account", "params.refund_tel"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney,
		Check: required,
		Sources: []string{
			pg + `v1/smartro-v2/api "결제 취소" L181-186`,
			oas + " L4153-4213",
		},
	},
	{
		ID: "rest-cancel-refund-tel-old", Functions: []string{"POST /payments/cancel"},
		When:     When{Modules: oldModule, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"params.refund_tel"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney,
		Check:   required,
		Sources: []string{oas + " L4200-4211"},
	},
	{
		ID: "rest-cancel-tax-free", Functions: []string{"POST /payments/cancel"},
		When:     When{Modules: newModule},
		Reads:    []string{"params.tax_free", "params.amount", "facts.payment.amount", "facts.payment.tax_free"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney,
		Check: taxFreePart,
		Sources: []string{
			pg + "v1/smartro-v2/api L188-196",
			oas + " L4061-4096",
		},
	},
	{
		ID: "rest-cancel-code-nonzero", Functions: []string{"POST /payments/cancel"},
		Reads:    []string{"facts.rest.checks_code"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney,
		Check: is(true),
		Sources: []string{
			guide + "integration/cancel/v1/basic L256-260",
			oas + " L10222-10233",
		},
	},
	{
		ID: "rest-cancel-vbank-async", Functions: []string{wizard.RequestPay, "POST /payments/cancel"},
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"facts.payment.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Person: Person{Who: Developer},
		Sources: []string{
			pg + "v1/smartro-v2/api L191-193",
			oas + " L4284-4287",
		},
	},
	{
		ID: "rest-cancel-webhook-flag", Functions: []string{"POST /payments/cancel"},
		Reads:    []string{"params.enable_webhook"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentResult,
		Person: Person{Who: Developer},
		Sources: []string{
			oas + " L4224-4238",
			guide + "integration/webhook/readme-v1 L44-56",
		},
	},
}

// taxFreePart: part of a payment with tax-free money says how much of the part
// is tax-free.
func taxFreePart(l *Look) []Verdict {
	if !partial(l) {
		return nil
	}
	if paid, ok := l.Number("facts.payment.tax_free"); !ok || paid <= 0 {
		return nil
	}
	return missing(l, "params.tax_free")
}
