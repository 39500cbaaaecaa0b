package rulebook

import (
	"smartro-wizard/wizard"
)

// The pay methods that each module has.
var methodRows = []Rule{
	{
		ID:       "pay-method-allowed-smartro-v2",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: always(oneOf(newMethods...)), Mend: spelled(newMethods...),
		Sources: []string{
			page + ` "pay_method"`,
			help + "core-service/payment-type/hub-service-fee.md L58",
		},
	},
	{
		ID:       "pay-method-allowed-smartro",
		When:     When{Modules: oldModule, Types: []wizard.Type{wizard.TypeGeneral}},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: always(oneOf(oldMethods...)), Mend: spelled(oldMethods...),
		Sources: []string{
			pg + "v1/smartro L81-87",
			guide + "extra/smart-routing/intro L45",
			help + `service/pg/pg-service-list.md "구모듈"`,
		},
	},
}

var (
	newMethods = []string{"card", "trans", "vbank", "phone", "lpay", "kakaopay", "naverpay", "payco", "pinpay"}
	oldMethods = []string{"card", "trans", "vbank"}
)
