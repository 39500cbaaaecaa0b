package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// What is different on the shared test MIDs: real money, and cards that fail.
var testModeRows = []Rule{
	{
		ID: "test-real-charge", Functions: windows,
		When:     When{Mode: wizard.ModeTest, SDK: AnySDK},
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Person: Person{Who: Tester},
		Sources: []string{
			setup + ` "참고사항"`,
			help + "core-service/how-to-use/test-mode-cancel.md",
		},
	},
	{
		ID: "test-console-stays-paid", Functions: windows,
		When:     When{Mode: wizard.ModeTest, SDK: AnySDK},
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentResult,
		Person:  Person{Who: Tester},
		Sources: []string{help + "procedure/payment-integration/test-integration.md"},
	},
	{
		ID:       "test-kb-kakaobank-card",
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas, wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}, Mode: wizard.ModeTest},
		Reads:    []string{"params.card.direct.code"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: refuse("381", "090"),
		Sources: []string{
			caution + ` "국민카드(카카오뱅크) 결제 불가능" L35-37`,
			manual + " module.do notice",
		},
	},
	{
		ID:       "test-kakaopay-payco-cards",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"kakaopay", "payco"}, Mode: wizard.ModeTest},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Person: Person{Who: Tester},
		Sources: []string{
			caution + ` "카카오페이 / 페이코 결제시, 삼성/현대/농협/신한 카드 외 결제 불가능" L39-41`,
			manual + " module.do notice",
		},
	},
	{
		ID: "test-kakaopay-manual-cancel", Functions: []string{wizard.RequestPay, "POST /payments/cancel"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"kakaopay"}, Mode: wizard.ModeTest},
		Reads:    []string{"facts.payment.pay_method"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney,
		Person: Person{Who: Tester},
		Sources: []string{
			caution + ` "카카오페이 - 등록된 카드로 결제시, 반드시 직접 취소 필요" L47-50`,
			oas + " L4279-4287",
		},
	},
	{
		ID: "test-easypay-manual-cancel", Functions: []string{wizard.RequestPay, "POST /payments/cancel"},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"lpay", "naverpay", "payco", "pinpay"}, Mode: wizard.ModeTest},
		Reads:    []string{"facts.payment.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Person: Person{Who: Tester},
		Sources: []string{
			help + `core-service/how-to-use/test-mode-cancel.md "유의사항"`,
			help + "procedure/payment-integration/test-integration.md",
		},
	},
	{
		ID: "test-check-card-partial-cancel", Functions: []string{"POST /payments/cancel"},
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}, Methods: []wizard.PayMethod{"card"}, Mode: wizard.ModeTest},
		Reads:    []string{"params.amount", "facts.payment.amount", "facts.payment.card_type"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Check: checkCardPart,
		Sources: []string{
			caution + ` "체크카드 결제시, 부분취소 불가능" L31-33`,
			oas + " L4279-4283",
		},
	},
	{
		ID: "test-vbank-banks", Functions: []string{"POST /vbanks"},
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeAPIKeyin}, Methods: []wizard.PayMethod{"vbank"}, Mode: wizard.ModeTest},
		Reads:    []string{"params.vbank_code"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: refuse("089", "004", "037", "034", "031"),
		Sources: []string{
			caution + ` "일부 은행(예: K뱅크)의 경우 가상계좌 발급 불가능" L43-45`,
			manual + " module.do notice",
		},
	},
	{
		ID:       "test-vbank-no-deposit",
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}, Methods: []wizard.PayMethod{"vbank"}, Mode: wizard.ModeTest},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Person: Person{Who: Tester},
		Sources: []string{
			help + "procedure/payment-integration/test-integration.md",
			help + "faq/payment-faq/vbank-test-guide.md",
		},
	},
	{
		ID: "test-include-sandbox", Functions: []string{"GET /payments/{imp_uid}"},
		When:     When{Mode: wizard.ModeTest},
		Reads:    []string{"params.include_sandbox"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check: sandboxAsked,
		Sources: []string{
			help + "notice-v1-api-2025-11-25.md",
			oas + " L3666-3672",
			repo + "commit/cad0a012 (2025-11-26)",
		},
	},
	{
		ID: "live-no-include-sandbox", Functions: []string{"GET /payments/{imp_uid}"},
		When:     When{Mode: wizard.ModeLive},
		Reads:    []string{"params.include_sandbox"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney, Confidence: Derived,
		Check:   yes,
		Sources: []string{help + `notice-v1-api-2025-11-25.md "참고사항"`},
	},
}

func checkCardPart(l *Look) []Verdict {
	if partial(l) && l.Word("facts.payment.card_type") == "check" {
		return found("params.amount")
	}
	return nil
}

// sandboxAsked wants include_sandbox to be true.
func sandboxAsked(l *Look) []Verdict {
	if v, ok := l.Value("params.include_sandbox"); ok && !asked(v) {
		return found("params.include_sandbox")
	}
	return missing(l, "params.include_sandbox")
}

// yes speaks where the value is true.
var yes = each(func(v value.Value) (Verdict, bool) { return Verdict{}, asked(v) })

func asked(v value.Value) bool { return v.Bool() || v.Text() == "true" }
