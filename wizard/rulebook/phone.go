package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Mobile phone payment.
var phoneRows = []Rule{
	{
		ID:       "digital-required",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"phone"}},
		Reads:    []string{"params.digital"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: required,
		Sources: []string{
			caution + ` "digital 파라미터는 필수 입력" L152-155`,
			page + " L162-166",
			v1sdk + "javascript-sdk/payrq L311-317",
		},
	},
	{
		ID:       "digital-boolean",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"phone"}},
		Reads:    []string{"params.digital"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: kind(value.Bool), Mend: truth,
		Sources: []string{caution + " L155"},
	},
	{
		ID:       "digital-matches-mid",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"phone"}},
		Reads:    []string{"params.digital"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Person: Person{Who: Contract},
		Sources: []string{
			caution + ` "digital 파라미터가 올바르지 않은 경우 결제 불가" L157-161`,
			repo + "blob/af926bd2/src/routes/(root)/opi/ko/integration/pg/v1/smartro-v2/_assets/caution/screenshot-1.png",
		},
	},
	{
		ID: "phone-cancel-same-month", Functions: []string{wizard.RequestPay, "POST /payments/cancel"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"phone"}},
		Reads:    []string{"facts.payment.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Person: Person{Who: Developer},
		Sources: []string{
			guide + "integration/cancel/v1/basic L129-133",
			help + "faq/payment-faq/cancel-deadline.md",
		},
	},
	{
		ID: "phone-no-partial-cancel", Functions: []string{"POST /payments/cancel"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"phone"}},
		Reads:    []string{"params.amount", "facts.payment.amount"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Check: partialCancel,
		Sources: []string{
			guide + "integration/checklist/readme-v1 L58-59",
			help + "core-service/how-to-use/cancel-deadline-by-paymethod.md",
		},
	},
}

// partialCancel speaks where less than the whole payment is cancelled. An
// amount left out, or 0, cancels everything.
func partialCancel(l *Look) []Verdict {
	if partial(l) {
		return found("params.amount")
	}
	return nil
}

func partial(l *Look) bool {
	amount, ok := l.Number("params.amount")
	if !ok || amount <= 0 {
		return false
	}
	paid, ok := l.Number("facts.payment.amount")
	return ok && amount < paid
}
