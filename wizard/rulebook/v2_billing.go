package rulebook

import (
	"smartro-wizard/wizard"
)

// The window that registers a card, and what Smartro does not have of it.
var v2BillingRows = []Rule{
	{
		ID: "billing-card-only", Functions: issuing,
		When:     v2(),
		Reads:    []string{"params.billingKeyMethod"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: always(oneOf("CARD")), Mend: spelled("CARD"),
		Sources: []string{page2 + " L252-256"},
	},
	{
		ID: "billing-no-charge", Functions: issuing,
		When:     v2(),
		Reads:    []string{"setup.type"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentMoney, Confidence: Corroborated,
		Person:  Person{Who: Developer},
		Sources: []string{bill2 + "payment", page + ` "비인증 결제창 요청" amount`},
	},
	{
		ID: "billing-key-on-server", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{"facts.billing_key.stored"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOps,
		Check:   oneOf("server"),
		Sources: []string{bill2 + "readme L13-15"},
	},
	{
		ID: "billing-for-subscriptions", Functions: issuing,
		When:     v2(),
		Reads:    []string{"setup.type"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps,
		Person:  Person{Who: Contract},
		Sources: []string{bill2 + "readme L19-23"},
	},
	{
		ID: "function-not-for-smartro", Functions: elsewhere,
		When:     v2(),
		Reads:    []string{"params", "fn"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: notForSmartro,
		Sources: []string{
			v2sdk + "billing-key-and-pay-request L14-21",
			bsdk + " L150, L1775, L2000",
			guide + "support/code-info/pg L32",
		},
	},
}

// elsewhere are calls of the SDK that serve other PGs.
var elsewhere = []string{"PortOne.requestIssueBillingKeyAndPay", "PortOne.loadPaymentUI", "PortOne.loadIssueBillingKeyUI"}

func notForSmartro(l *Look) []Verdict {
	return []Verdict{{Path: "params", Args: []string{"function", l.Request.Function}}}
}

// Unfounded trust in the shared test MIDs.
var v2TestRows = []Rule{
	{
		ID:       "test-kb-kakaobank-card",
		When:     When{SDK: wizard.V2, Methods: []wizard.PayMethod{"CARD"}, Mode: wizard.ModeTest},
		Reads:    []string{cardCompany},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   notInTest(wizard.CodesCardsV2, prefixCard),
		Sources: []string{page2 + " L543-549", manual + " module.do notice"},
	},
	{
		ID:       "test-vbank-banks",
		When:     When{SDK: wizard.V2, Methods: []wizard.PayMethod{"VIRTUAL_ACCOUNT"}, Mode: wizard.ModeTest},
		Reads:    []string{accountBank},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check:   notInTest(wizard.CodesBanksV2, prefixBank),
		Sources: []string{page2 + " L559-565", manual + " module.do notice"},
	},
	{
		ID: "test-check-card-partial-cancel", Functions: []string{cancelV2},
		When:     When{SDK: wizard.V2, Methods: []wizard.PayMethod{"CARD"}, Mode: wizard.ModeTest},
		Reads:    []string{"params.amount", "facts.payment.amount", "facts.payment.card_type"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney, Confidence: Corroborated,
		Check:   checkCardPart,
		Sources: []string{page2 + " L535-541", manual + " module.do notice"},
	},
	{
		ID:       "test-kakaopay-payco-cards",
		When:     When{SDK: wizard.V2, Methods: []wizard.PayMethod{"EASY_PAY"}, Mode: wizard.ModeTest},
		Reads:    []string{easyPayProvider},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Person:  Person{Who: Tester, If: func(l *Look) bool { return provider("KAKAOPAY")(l) || provider("PAYCO")(l) }},
		Sources: []string{page2 + " L551-557", manual + " module.do notice"},
	},
	{
		ID:       "test-kakaopay-manual-cancel",
		When:     When{SDK: wizard.V2, Methods: []wizard.PayMethod{"EASY_PAY"}, Mode: wizard.ModeTest},
		Reads:    []string{easyPayProvider},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney, Confidence: Corroborated,
		Person:  Person{Who: Tester, If: provider("KAKAOPAY")},
		Sources: []string{page2 + " L567-573", help + "core-service/how-to-use/test-mode-cancel.md L30-33"},
	},
	{
		ID:       "test-easypay-manual-cancel",
		When:     When{SDK: wizard.V2, Methods: []wizard.PayMethod{"EASY_PAY"}, Mode: wizard.ModeTest},
		Reads:    []string{easyPayProvider},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney, Confidence: Corroborated,
		Person:  Person{Who: Tester, If: func(l *Look) bool { return !provider("KAKAOPAY")(l) }},
		Sources: []string{help + "core-service/how-to-use/test-mode-cancel.md L30-33"},
	},
	{
		ID: "test-billing-cards", Functions: issuing,
		When:     When{SDK: wizard.V2, Mode: wizard.ModeTest},
		Reads:    []string{"setup.type"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused, Confidence: Derived,
		Person:  Person{Who: Tester},
		Sources: []string{manual + " billModule.do / vanBillModule.do notice"},
	},
}

// notInTest refuses a code that the shared test MIDs do not take.
func notInTest(table, prefix string) Check {
	return func(l *Look) []Verdict {
		if c, _ := wizard.CodeOf(table, literal(l, l.reads[0], prefix)); c.NotInTest {
			return found(l.reads[0])
		}
		return nil
	}
}

// What has to be agreed with Smartro before live payments work.
var v2ContractRows = []Rule{
	{
		ID:       "precontract-easypay",
		When:     live("EASY_PAY"),
		Reads:    []string{"params.payMethod"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract},
		Sources: []string{page2 + ` "사전 계약" L307-319`},
	},
	{
		ID:       "precontract-taxfree",
		When:     live(),
		Reads:    []string{"params.taxFreeAmount"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract, If: atLeast("params.taxFreeAmount", 1)},
		Sources: []string{page2 + ` "사전 계약" L307-319`},
	},
	{
		ID:       "precontract-installment",
		When:     live(),
		Reads:    []string{fixedMonth},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract, If: atLeast(fixedMonth, 2)},
		Sources: []string{page2 + ` "사전 계약" L307-319`},
	},
	{
		ID:       "precontract-escrow",
		When:     live(),
		Reads:    []string{isEscrow},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract, If: escrowAsked},
		Sources: []string{page2 + ` "사전 계약" L307-319`},
	},
}

func live(methods ...wizard.PayMethod) When {
	return When{SDK: wizard.V2, Methods: methods, Mode: wizard.ModeLive}
}

func atLeast(path string, n float64) func(*Look) bool {
	return func(l *Look) bool {
		is, ok := l.Number(path)
		return ok && is >= n
	}
}
