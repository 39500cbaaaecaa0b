package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Options that go through to Smartro, and the overseas window.
var v2BypassRows = []Rule{
	{
		ID: "bypass-key-spelling", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.bypass"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: keysOf("smartro_v2"), Mend: keyUnderSmartro,
		Sources: []string{page2 + " L169-213, L278-302", bsdk + " L2588-2600, L3692-3708"},
	},
	{
		ID:       "bypass-namespace",
		When:     v2(),
		Reads:    []string{"params.bypass.smartro_v2"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: keysOf(payingKeys...), Mend: keyRenamed(payingKeys),
		Sources: []string{page2 + " L169-213", bsdk + " L3692-3708"},
	},
	{
		ID: "billing-bypass-keys", Functions: issuing,
		When:     v2(),
		Reads:    []string{"params.bypass.smartro_v2"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: keysOf(issuingKeys...), Mend: drop,
		Sources: []string{page2 + " L278-302", bsdk + " L2588-2600"},
	},
	{
		ID:       "bypass-goodscnt",
		When:     v2(),
		Reads:    []string{"params.bypass.smartro_v2.GoodsCnt"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Differs: true,
		Check:   whole(1, 99),
		Sources: []string{bsdk + " L3697", manual + " sspayModule.do GoodsCnt"},
	},
	{
		ID: "bypass-skincolor", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"params.bypass.smartro_v2.SkinColor"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Differs: true,
		Check:   oneOf(skinColors...), Mend: spelled(skinColors...),
		Sources: []string{page2 + " L183-188, L288-293", bsdk + " L4234"},
	},
	{
		ID: "bypass-ispwdpass", Functions: issuing,
		When:     v2(),
		Reads:    []string{"params.bypass.smartro_v2.IsPwdPass"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Differs: true,
		Check:   oneOf("Y", "N"), Mend: spelled("Y", "N"),
		Sources: []string{page2 + " L295-300", bsdk + " L2674-2685"},
	},
	{
		ID:       "overseas-opentype-en",
		When:     v2For(abroad, "CARD"),
		Reads:    []string{openType},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: always(oneOf("EN")), Mend: put(value.Text("EN")),
		Sources: []string{page2 + " L190-196", bsdk + " L4245"},
	},
	{
		ID:       "opentype-en-blocks-domestic",
		When:     v2For([]wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}),
		Reads:    []string{openType},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: oneOf("KR"), Mend: dropUnsure,
		Sources: []string{page2 + " L190-196", setup + " MID list"},
	},
	{
		ID:       "overseas-card-only",
		When:     v2For(abroad),
		Reads:    []string{"params.payMethod", cardCompany},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check:   cardsAbroad,
		Sources: []string{page2 + " L190-196"},
	},
	{
		ID:       "overseas-mid",
		When:     When{SDK: wizard.V2, Types: abroad, Mode: wizard.ModeTest},
		Reads:    []string{"params.channelKey", "facts.console.mid"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Derived,
		Person:  Person{Who: Console},
		Sources: []string{setup + " MID list", page2 + " L190-196"},
	},
}

const openType = "params.bypass.smartro_v2.OpenType"

var (
	payingKeys  = []string{"GoodsCnt", "SkinColor", "OpenType"}
	issuingKeys = []string{"SkinColor", "IsPwdPass"}
)

// keyUnderSmartro gives a key of bypass its right name, or its place under smartro_v2.
func keyUnderSmartro(l *Look, v Verdict) []wizard.Mend {
	for _, key := range smartroKeys {
		if v.Path == "params.bypass."+key {
			return move(l, v.Path, "params.bypass.smartro_v2."+key)
		}
	}
	return renamed(l, v.Path, []string{"smartro_v2"})
}

func keyRenamed(keys []string) Mend {
	return func(l *Look, v Verdict) []wizard.Mend { return renamed(l, v.Path, keys) }
}

// cardsAbroad: the window of overseas cards takes cards, and a company that is
// opened at once is a Korean one.
func cardsAbroad(l *Look) []Verdict {
	if v := first(always(oneOf("CARD")))(l); v != nil {
		return v
	}
	if l.Sent(cardCompany) {
		return found(cardCompany)
	}
	return nil
}
