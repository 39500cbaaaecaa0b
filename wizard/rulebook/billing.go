package rulebook

import (
	"smartro-wizard/wizard"
)

// Registering a card in the window, and what turns a payment into that.
var billingRows = []Rule{
	{
		ID:       "billing-customer-uid-required",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.customer_uid"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   required,
		Sources: []string{page + ` "비인증 결제창 요청"`},
	},
	{
		ID:       "billing-customer-id-required",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.customer_id"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: required,
		Sources: []string{
			page + ` "비인증 결제창 요청"`,
			caution + " L177-180",
		},
	},
	{
		ID:       "billing-card-only",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: always(oneOf("card")),
		Sources: []string{
			page + ` "비인증 결제창 요청" pay_method`,
			pg + "v2/smartro-v2 L252-256",
		},
	},
	{
		ID: "billing-customer-uid-length", Functions: []string{EveryCall},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.customer_uid"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check:   maxLength(80),
		Sources: []string{oas + " L6049-6059"},
	},
	{
		ID:       "billing-customer-uid-per-card",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.customer_uid"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Person: Person{Who: Developer},
		Sources: []string{
			guide + "integration/start/v1/non-auth L195-210",
			caution + " L190-195",
		},
	},
	{
		ID:       "billing-no-charge",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.amount"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentMoney,
		Person: Person{Who: Developer},
		Sources: []string{
			page + ` "비인증 결제창 요청" amount`,
			guide + "support/code-info/pg L32",
		},
	},
	{
		ID:       "billing-phone-auth",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.customer_id"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps,
		Person:  Person{Who: Tester},
		Sources: []string{caution + ` "본인인증 프로세스 존재" L182-195`},
	},
	{
		ID:       "billing-mid",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}, Mode: wizard.ModeTest},
		Reads:    []string{"params.channelKey", "facts.console.mid"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Derived,
		Person: Person{Who: Console},
		Sources: []string{
			setup + " MID list",
			guide + "integration/ready/readme L296-303",
		},
	},
	{
		ID:       "bypass-ispwdpass",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.bypass.smartro_v2.IsPwdPass"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: oneOf("Y", "N"), Mend: spelled("Y", "N"),
		Sources: []string{
			page + " L391-396",
			bsdk + " L2674-2683",
		},
	},
	{
		ID:       "billing-bypass-keys",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.bypass.smartro_v2"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: billingKeys, Mend: drop,
		Sources: []string{page + " L377-398"},
	},
	{
		ID:       "billing-no-escrow",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.escrow", "params.customer_uid"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: escrowOn, Mend: dropUnsure,
		Sources: []string{page + ` "비인증 결제창 요청"`},
	},
	{
		ID:       "billing-domestic-card-only",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Person:  Person{Who: Tester},
		Sources: []string{manual + " billModule.do notice"},
	},
	{
		ID:       "customer-uid-turns-into-billing",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"params.customer_uid"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: forbidden, Mend: dropUnsure,
		Sources: []string{
			guide + "integration/start/v1/non-auth L148-150",
			page + ` "비인증 결제창 요청"`,
		},
	},
	{
		ID: "customer-id-stable", Functions: []string{WholeCase},
		When:     When{Types: []wizard.Type{wizard.TypeBilling}, SDK: AnySDK},
		Reads:    []string{"facts.customer_id.source"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOps, Confidence: Corroborated,
		Check: refuse("random"),
		Sources: []string{
			page2 + " L426-434",
			caution + ` "본인인증 프로세스 존재" L182-195`,
		},
	},
}

var billingKeys = keysOf("SkinColor", "IsPwdPass")
