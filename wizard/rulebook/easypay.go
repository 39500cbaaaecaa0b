package rulebook

import (
	"smartro-wizard/wizard"
)

// Easy pay and the buyer id that it wants.
var easyPayRows = []Rule{
	{
		ID:       "easypay-customer-id-required",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"lpay", "kakaopay", "naverpay", "payco", "pinpay"}},
		Reads:    []string{"params.customer_id"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   required,
		Sources: []string{caution + ` "구매자 식별값 customer_id는 필수 입력" L121-124`},
	},
	{
		ID:       "customer-id-length",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeBilling}, Methods: []wizard.PayMethod{"card", "lpay", "kakaopay", "naverpay", "payco", "pinpay"}},
		Reads:    []string{"params.customer_id"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: maxLength(20),
		Sources: []string{
			page + ` "customer_id"`,
			caution + " L123, L179-180",
		},
	},
	{
		ID:       "customer-id-charset",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeBilling}, Methods: []wizard.PayMethod{"card", "lpay", "kakaopay", "naverpay", "payco", "pinpay"}},
		Reads:    []string{"params.customer_id"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: lettersAndDigits,
		Sources: []string{
			bsdk + " L1160-1166",
			manual + " billModule.do / vanBillModule.do / sspayModule.do MallUserId",
		},
	},
	{
		ID:       "pinpay-customer-id-unique",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"pinpay"}},
		Reads:    []string{"params.customer_id", "params.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Developer},
		Sources: []string{bsdk + " L1163"},
	},
	{
		ID:       "naverpay-registered-card-only",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"naverpay"}},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused,
		Person:  Person{Who: Contract},
		Sources: []string{caution + ` "네이버페이는 카드 결제만 가능" L126-131`},
	},
}
