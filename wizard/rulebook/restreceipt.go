package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Cash receipts by API.
var restReceiptRows = []Rule{
	{
		ID: "rest-external-receipt-path", Functions: []string{"POST /receipts/external/{merchant_uid}"},
		When:     When{Modules: newModule},
		Reads:    []string{"facts.rest.path"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: matches(`^/receipts/external/[A-Za-z0-9]{1,40}$`),
		Sources: []string{
			oas + " L5124-5165",
			pg + "v1/smartro-v2/api L162",
		},
	},
	{
		ID: "rest-external-receipt-required-fields", Functions: []string{"POST /receipts/external/{merchant_uid}"},
		When:     When{Modules: newModule},
		Reads:    []string{"params.channel_key", "params.merchant_uid", "params.name", "params.amount", "params.identifier", "params.type", "params.buyer_name", "params.buyer_tel"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: required,
		Sources: []string{
			pg + `v1/smartro-v2/api "현금영수증 발급 (외부 결제건)" L160-173`,
			oas + " L5165-5345",
			repo + "commit/2ede31e0 (2026-02-11)",
		},
	},
	{
		ID: "rest-receipt-required-fields", Functions: []string{"POST /receipts/{imp_uid}"},
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"trans", "vbank"}},
		Reads:    []string{"params.identifier", "params.type", "params.buyer_name", "params.buyer_tel"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: required,
		Sources: []string{
			pg + "v1/smartro-v2/api L142-158",
			oas + " L4777-4981",
		},
	},
	{
		ID: "rest-receipt-type-enum", Functions: []string{"POST /receipts/{imp_uid}"},
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"trans", "vbank"}},
		Reads:    []string{"params.type"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: oneOf("person", "company"), Mend: receiptWord,
		Sources: []string{oas + " L4881-4891, L10088"},
	},
	{
		ID: "rest-receipt-manual-revoke", Functions: []string{"POST /payments/cancel", "POST /receipts/{imp_uid}"},
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"trans", "vbank"}},
		Reads:    []string{"facts.payment.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Person: Person{Who: Developer},
		Sources: []string{
			pg + "v1/smartro-v2/api L155-158",
			oas + " L5048-5051",
		},
	},
}

// receiptWord puts REST's word for the window's.
func receiptWord(l *Look, v Verdict) []wizard.Mend {
	switch l.At(v.Path).Text() {
	case "personal":
		return sure(value.Put(v.Path, value.Text("person")))
	case "corporate":
		return sure(value.Put(v.Path, value.Text("company")))
	}
	return nil
}
