package rulebook

import (
	"smartro-wizard/wizard"
)

// What V2 is told before a payment: module, store, channel.
var v2SetupRows = []Rule{
	{
		ID: "old-module-not-in-v2", Functions: []string{WholeCase},
		When:     When{Modules: oldModule, SDK: wizard.V2},
		Reads:    []string{"setup.module", "setup.sdk"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: foundFirst,
		Sources: []string{
			setup + ` "(구모듈) 결제창 일반결제"`,
			page2 + ` "채널 설정하기" L15-16`,
		},
	},
	{
		ID: "api-billing-closed-to-new-merchants", Functions: []string{WholeCase},
		When:     v2For([]wizard.Type{wizard.TypeAPIRecurring}),
		Reads:    []string{"setup.type"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOps,
		Person:  Person{Who: Contract},
		Sources: []string{help + `core-service/payment-type/content200052.md "스마트로"`},
	},
	{
		ID: "api-type-has-no-test-mid", Functions: []string{WholeCase},
		When:     When{Types: []wizard.Type{wizard.TypeAPIKeyin, wizard.TypeAPIRecurring}, Mode: wizard.ModeTest, SDK: wizard.V2},
		Reads:    []string{"setup.type", "setup.mode"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps, Confidence: Derived,
		Check:   foundFirst,
		Sources: []string{setup + ` "테스트 연동 > 설정방법"`},
	},
	{
		ID: "channel-key-required", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.channelKey", "params.channelGroupId"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   anyOf,
		Sources: []string{bsdk + " L2299-2316", page2 + " L120-124, L246-250"},
	},
	{
		ID:       "channel-selector-exactly-one",
		When:     v2(),
		Reads:    []string{"params.channelKey", "params.channelGroupId"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Differs: true,
		Check:   oneSelector,
		Sources: []string{bsdk + " L2299-2316"},
	},
	{
		ID: "channel-key-format", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.channelKey"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Derived,
		Check: matches(channelKeyShape), Mend: trimmed(channelKeyShape),
		Sources: []string{
			play + "src/state/v2-pay.ts L113-121",
			bsdk + " L5138 TxServicePayErrorCode",
		},
	},
	{
		ID: "store-id-format", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.storeId"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Derived,
		Check: storeGiven, Mend: trimmed(storeShape),
		Sources: []string{
			page2 + ` "storeId" L102-106, L240-244`,
			guide + "integration/ready/readme L845-862",
			bsdk + " L5138 TxServicePayErrorCode",
		},
	},
}

const storeShape = `^store-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`

var storeFits = matches(storeShape)

// storeGiven: without a store nothing opens; an odd one may be a slip.
func storeGiven(l *Look) []Verdict {
	if v := missing(l, l.reads[0]); v != nil {
		v[0].Variant, v[0].Severity = "missing", wizard.SeverityError
		return v
	}
	return storeFits(l)
}

// foundFirst breaks wherever the row applies.
func foundFirst(l *Look) []Verdict { return found(l.reads[0]) }
