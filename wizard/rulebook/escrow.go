package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Escrow has a MID of its own.
var escrowRows = []Rule{
	{
		ID:       "escrow-required",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeEscrow}, Methods: []wizard.PayMethod{"card", "trans", "vbank"}},
		Reads:    []string{"params.escrow"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: escrowMissing, Mend: put(value.Truth(true)),
		Sources: []string{
			page + ` "escrow"`,
			setup + " MID list",
		},
	},
	{
		ID:       "escrow-type",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeOverseas, wizard.TypeBilling}},
		Reads:    []string{"params.escrow"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: escrowOn, Mend: dropUnsure,
		Sources: []string{
			setup + " MID list",
			caution + " L12-27",
		},
	},
	{
		ID:       "escrow-pay-methods",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeEscrow}},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   always(oneOfThese(escrowMethods)),
		Sources: []string{page + ` "결제 가능 결제수단"`},
	},
	{
		ID:       "escrow-no-card-direct",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeEscrow}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.card.direct", "params.escrow"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: first(forbidden), Mend: dropUnsure,
		Sources: []string{caution + ` "에스크로 결제시 카드사/가상계좌 은행 다이렉트 호출 불가능" L199-223`},
	},
	{
		ID:       "escrow-trans-no-cash-receipt",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeEscrow}, Methods: []wizard.PayMethod{"trans"}},
		Reads:    []string{"params.bypass.cashReceiptType", "params.bypass.customerIdentifier", "params.escrow"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   receiptSent,
		Sources: []string{caution + ` "에스크로 + 계좌이체 결제 시 현금영수증 자동 입력 불가능" L266-291`},
	},
	{
		ID:       "escrow-mid",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeEscrow}, Methods: []wizard.PayMethod{"card", "trans", "vbank"}, Mode: wizard.ModeTest},
		Reads:    []string{"params.channelKey", "facts.console.mid"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Derived,
		Person: Person{Who: Console},
		Sources: []string{
			setup + " MID list",
			caution + " L16-20",
		},
	},
	{
		ID:       "escrow-boolean",
		When:     When{Modules: newModule},
		Reads:    []string{"params.escrow"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: kind(value.Bool), Mend: truth,
		Sources: []string{page + ` "escrow"`},
	},
	{
		ID:       "escrow-old-module",
		When:     When{Modules: oldModule, Types: []wizard.Type{wizard.TypeGeneral}},
		Reads:    []string{"params.escrow"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: escrowOn, Mend: dropUnsure,
		Sources: []string{
			pg + "v1/smartro L125-127",
			docs + "release-notes/api-sdk/2023-05-12 L19",
			setup + ` "(구모듈)"`,
		},
	},
	{
		ID: "escrow-no-partial-cancel", Functions: []string{"POST /payments/cancel"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeEscrow}},
		Reads:    []string{"params.amount", "facts.payment.amount"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Check:   partialCancel,
		Sources: []string{help + "core-service/how-to-use/impossible-partial-cancel.md L50"},
	},
	{
		ID: "escrow-register-delivery", Functions: []string{wizard.RequestPay, "POST /escrows/logis/{imp_uid}"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeEscrow}},
		Reads:    []string{"setup.type"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps,
		Person: Person{Who: Developer},
		Sources: []string{
			pg + `v1/smartro-v2/api "에스크로 배송 정보 등록" L99-123`,
			help + "faq/general-inquiry/content200006.md",
		},
	},
}

var escrowMethods = methodsOf(wizard.ModuleNew, wizard.TypeEscrow)

// escrowOn speaks where escrow is asked for.
func escrowOn(l *Look) []Verdict {
	if v, ok := l.Value("params.escrow"); ok && v.Bool() {
		return found("params.escrow")
	}
	return nil
}

// escrowMissing wants escrow to be true; a value of another kind is
// escrow-boolean.
func escrowMissing(l *Look) []Verdict {
	v := l.At("params.escrow")
	if v.Kind() == value.Bool && !v.Bool() {
		return found("params.escrow")
	}
	return missing(l, "params.escrow")
}
