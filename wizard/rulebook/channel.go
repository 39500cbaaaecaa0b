package rulebook

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// How the channel was made in the console, and what mode, module and type allow.
var channelRows = []Rule{
	{
		ID: "module-supports-type", Functions: []string{WholeCase},
		When:     When{Modules: oldModule, Types: []wizard.Type{wizard.TypeEscrow, wizard.TypeBilling, wizard.TypeOverseas, wizard.TypeAPIRecurring, wizard.TypeAPIKeyin}, SDK: AnySDK},
		Reads:    []string{"setup.type", "setup.module"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   first(oneOf("general")),
		Sources: []string{setup + ` "(구모듈) 결제창 일반결제"`},
	},
	{
		ID: "api-type-not-in-v1", Functions: []string{EveryCall},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeAPIRecurring, wizard.TypeAPIKeyin}},
		Reads:    []string{"setup.type", "setup.sdk", "fn"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: apiType,
		Sources: []string{
			pg + "v1/smartro-v2/api L73-75",
			oas + " L750-941",
			oas + " L5631-6033",
			guide + "support/code-info/pg L32",
			help + `core-service/payment-type/content200052.md "스마트로"`,
		},
	},
	{
		ID: "mid-matches-type", Functions: []string{WholeCase},
		When:     When{Mode: wizard.ModeTest, SDK: AnySDK},
		Reads:    []string{"facts.console.mid", "setup.module", "setup.type"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Derived,
		Check: midOfType,
		Sources: []string{
			setup + ` "설정방법" MID list`,
			caution + " L16-20",
		},
	},
	{
		ID: "live-mode-no-test-mid", Functions: []string{WholeCase},
		When:     When{Mode: wizard.ModeLive, SDK: AnySDK},
		Reads:    []string{"facts.console.mid", "setup.user_code", "params.storeId", "params.channelKey"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney, Confidence: Derived,
		Check: noTestMID,
		Sources: []string{
			setup + ` "실 연동 > 설정방법"`,
			help + "procedure/payment-integration/real-integration.md",
			play + `src/ui/trial.yaml "스마트로" L199-240`,
		},
	},
	{
		ID: "channel-name-charset", Functions: []string{WholeCase},
		When:     When{SDK: AnySDK},
		Reads:    []string{"facts.console.channel_name"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOps,
		Check:   matches(`^[\p{L}\p{N}_ -]+$`),
		Sources: []string{setup + ` "설정방법" 채널 이름`},
	},
	{
		ID: "channel-attribute-payment", Functions: []string{WholeCase},
		When:     When{SDK: AnySDK},
		Reads:    []string{"facts.console.channel_attribute"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOps,
		Check: oneOf("결제"),
		Sources: []string{
			setup + ` "설정방법" 채널 속성`,
			guide + "integration/ready/readme L126",
		},
	},
	{
		ID: "live-key-required", Functions: []string{WholeCase},
		When:     When{Mode: wizard.ModeLive, SDK: AnySDK},
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Person: Person{Who: Console},
		Sources: []string{
			setup + ` "실 연동 > 설정방법"`,
			guide + "integration/ready/readme L283-294",
			repo + "blob/af926bd2/src/routes/(root)/opi/ko/integration/ready/_assets/pg/smartro.png (screen)",
		},
	},
	{
		ID: "live-cancel-password", Functions: []string{WholeCase},
		When:     When{Mode: wizard.ModeLive, SDK: AnySDK},
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney,
		Person: Person{Who: Console},
		Sources: []string{
			setup + ` "실 연동 > 설정방법"`,
			guide + "integration/ready/readme L289-294",
			repo + "blob/af926bd2/src/routes/(root)/opi/ko/integration/ready/_assets/pg/smartro1.png (screen)",
			repo + "blob/af926bd2/src/routes/(root)/opi/ko/integration/virtual-account/_assets/smartro-webhook-guide-1.png (screen: 5 minutes)",
		},
	},
	{
		ID: "live-billing-ssp-mall-id", Functions: []string{WholeCase},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeBilling}, Methods: []wizard.PayMethod{"card", "CARD"}, Mode: wizard.ModeLive, SDK: AnySDK},
		Reads:    []string{"setup.mode", "setup.type"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Person: Person{Who: Console},
		Sources: []string{
			guide + "integration/ready/readme L296-303",
			repo + "commit/22f03975 src/content/docs/ko/ready/2-pg/payment-gateway/smartro-v2.mdx (shape only)",
		},
	},
	{
		ID: "live-escrow-api-key", Functions: []string{WholeCase},
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeEscrow}, Methods: []wizard.PayMethod{"card", "trans", "vbank", "CARD", "TRANSFER", "VIRTUAL_ACCOUNT"}, Mode: wizard.ModeLive, SDK: AnySDK},
		Reads:    []string{"setup.mode", "setup.type"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Person:  Person{Who: Console},
		Sources: []string{guide + "integration/ready/readme L296-303"},
	},
	{
		ID: "tax-setting-is-report-only", Functions: []string{WholeCase},
		When:     When{SDK: AnySDK},
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps,
		Person:  Person{Who: Console},
		Sources: []string{setup + ` "과세설정"`},
	},
}

var (
	newModule = []wizard.Module{wizard.ModuleNew}
	oldModule = []wizard.Module{wizard.ModuleOld}
)

// midOfType wants the shared MID of the chosen module and type; a merchant's
// own MID tells nothing.
func midOfType(l *Look) []Verdict {
	c, shared := wizard.ChannelOfMID(l.Word("facts.console.mid"))
	if s := l.Case.Setup; shared && (c.Module != s.Module || c.Type != s.Type) {
		return found("facts.console.mid")
	}
	return nil
}

func noTestMID(l *Look) []Verdict {
	if _, shared := wizard.ChannelOfMID(l.Word("facts.console.mid")); shared {
		return found("facts.console.mid")
	}
	for _, path := range l.reads[1:] {
		if v := l.At(path); v.Kind() == value.String && slices.Contains(published, v.Text()) {
			return []Verdict{{Path: path, Variant: "published"}}
		}
	}
	return nil
}

// published are codes and keys that PortOne shows to everybody for trying.
var published = []string{
	"imp14397622", "channel-key-a72e6358-77f7-4098-b8ac-294d9894d14e",
	"store-e4038486-8d83-41a5-acf1-844a009e0d94", "channel-key-c4a4b281-a1e5-40c9-8140-f055262bcefd",
}

// apiType breaks for every call of API billing, which V1 lacks, and for the
// calls of key-in payment; POST /vbanks is the one API payment that V1 has.
func apiType(l *Look) []Verdict {
	if l.Case.Setup.Type == wizard.TypeAPIRecurring {
		return found("setup.type")
	}
	switch l.Request.Function {
	case wizard.RequestPay, "POST /subscribe/payments/onetime", "POST /subscribe/customers/{customer_uid}":
		return found("setup.type")
	}
	return nil
}
