package rulebook

import (
	"smartro-wizard/wizard"
)

// What has to be agreed with Smartro before live payments work.
var contractRows = []Rule{
	{
		ID: "live-card-review-done", Functions: windows,
		When:     When{Methods: []wizard.PayMethod{"card", "CARD"}, Mode: wizard.ModeLive, SDK: AnySDK},
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person: Person{Who: Contract},
		Sources: []string{
			setup + ` "실 연동"`,
			help + `core-service/how-to-use/smartro-contract.md "카드사 심사 진행"`,
		},
	},
	{
		ID:       "precontract-easypay",
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"lpay", "kakaopay", "naverpay", "payco", "pinpay"}, Mode: wizard.ModeLive},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract},
		Sources: []string{caution + ` "스마트로와 사전 계약이 필요한 경우" L14-20, L21`},
	},
	{
		ID:       "precontract-taxfree",
		When:     When{Modules: newModule, Mode: wizard.ModeLive},
		Reads:    []string{"params.tax_free"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract, If: taxFreeUsed},
		Sources: []string{caution + ` "스마트로와 사전 계약이 필요한 경우" L14-20, L22`},
	},
	{
		ID:       "precontract-installment",
		When:     When{Modules: newModule, Mode: wizard.ModeLive},
		Reads:    []string{"params.card.direct.quota"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract, If: installments},
		Sources: []string{caution + ` "스마트로와 사전 계약이 필요한 경우" L14-20, L23`},
	},
	{
		ID: "precontract-merchant-interest-free", Functions: windows,
		When:     When{Modules: newModule, Mode: wizard.ModeLive, SDK: AnySDK},
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract},
		Sources: []string{caution + ` "스마트로와 사전 계약이 필요한 경우" L14-20, L24`},
	},
	{
		ID: "precontract-card-point", Functions: windows,
		When:     When{Modules: newModule, Mode: wizard.ModeLive, SDK: AnySDK},
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract},
		Sources: []string{caution + ` "스마트로와 사전 계약이 필요한 경우" L14-20, L25`},
	},
	{
		ID:       "precontract-escrow",
		When:     When{Modules: newModule, Mode: wizard.ModeLive},
		Reads:    []string{"params.escrow"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract, If: escrowUsed},
		Sources: []string{caution + ` "스마트로와 사전 계약이 필요한 경우" L14-20, L26`},
	},
	{
		ID: "precontract-overseas", Functions: windows,
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeOverseas}, Mode: wizard.ModeLive, SDK: AnySDK},
		Reads:    []string{"setup.type"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract},
		Sources: []string{caution + ` "스마트로와 사전 계약이 필요한 경우" L14-20, L27`},
	},
}

func taxFreeUsed(l *Look) bool {
	n, ok := l.Number("params.tax_free")
	return ok && n > 0
}

func installments(l *Look) bool {
	n, ok := l.Number(cardQuota)
	return ok && n >= 2
}

func escrowUsed(l *Look) bool {
	return l.Case.Setup.Type == wizard.TypeEscrow || l.At("params.escrow").Bool()
}

func sends(path string) func(*Look) bool {
	return func(l *Look) bool { return l.Sent(path) }
}
