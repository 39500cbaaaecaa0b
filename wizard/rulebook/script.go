package rulebook

import (
	"strings"

	"smartro-wizard/wizard"
)

// The SDK file on the page and how it is begun.
var scriptRows = []Rule{
	{
		ID: "sdk-latest-required", Functions: []string{WholeCase},
		When:     When{Modules: newModule},
		Reads:    []string{"facts.sdk.script"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   matches(`^https://cdn\.iamport\.kr/v1/iamport\.js$`),
		Sources: []string{page + ` "2. 최신 JavaScript SDK로 업데이트하기"`},
	},
	{
		ID:       "channel-key-needs-latest-sdk",
		Reads:    []string{"facts.sdk.script", "params.channelKey"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: keyNeedsLatestScript,
		Sources: []string{
			page + ` "channelKey"`,
			pg + "v1/smartro L59-67",
		},
	},
	{
		ID: "sdk-legacy-needs-jquery", Functions: []string{WholeCase},
		When:     When{Modules: oldModule, Types: []wizard.Type{wizard.TypeGeneral}},
		Reads:    []string{"facts.sdk.jquery", "facts.sdk.script"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   legacyNeedsJQuery,
		Sources: []string{v1sdk + "javascript-sdk-old/readme L17-32"},
	},
	{
		ID: "sdk-jquery-not-needed", Functions: []string{WholeCase},
		Reads:    []string{"facts.sdk.jquery", "facts.sdk.script"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps,
		Check:   idleJQuery,
		Sources: []string{v1sdk + "javascript-sdk/readme L27-30"},
	},
	{
		ID: "imp-init-once", Functions: []string{WholeCase},
		Reads:    []string{"facts.init.calls", "facts.init.where"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens,
		Check:   begunOnce,
		Sources: []string{guide + "integration/start/v1/auth L81-87"},
	},
	{
		ID: "imp-init-user-code", Functions: []string{WholeCase},
		Reads:    []string{"setup.user_code"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens,
		Check: matches(`^imp[0-9]{8}$`), Mend: trimmed(userCodeShape),
		Sources: []string{
			guide + "integration/start/v1/auth L75-87",
			guide + "integration/ready/readme L818-831",
			v1sdk + "javascript-sdk/load-module L37-41",
		},
	},
	{
		ID: "imp-agency-tier-code", Functions: []string{WholeCase},
		Reads:    []string{"setup.tier_code"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: matches(`^[A-Z0-9]{3}$`),
		Sources: []string{
			oas + " L7505",
			guide + "support/agency-and-tier L15-51",
			v1sdk + "javascript-sdk/load-module L43-47",
		},
	},
}

const (
	latestScript  = "https://cdn.iamport.kr/v1/iamport.js"
	userCodeShape = `^imp[0-9]{8}$`
)

// begunOnce wants one call of init, and not one at each click.
func begunOnce(l *Look) []Verdict {
	if l.Word("facts.init.where") == "click" {
		return []Verdict{{Path: "facts.init.where", Variant: "click"}}
	}
	return first(whole(1, 1))(l)
}

// keyNeedsLatestScript: the older files know pg only.
func keyNeedsLatestScript(l *Look) []Verdict {
	if src := l.Word("facts.sdk.script"); src != "" && src != latestScript && l.Sent("params.channelKey") {
		return found("facts.sdk.script")
	}
	return nil
}

func legacyNeedsJQuery(l *Look) []Verdict {
	if !strings.Contains(l.Word("facts.sdk.script"), "/iamport.payment-") {
		return nil
	}
	if v, ok := l.Value("facts.sdk.jquery"); ok && !v.Bool() {
		return found("facts.sdk.jquery")
	}
	return nil
}

func idleJQuery(l *Look) []Verdict {
	if l.Word("facts.sdk.script") != latestScript {
		return nil
	}
	if v, ok := l.Value("facts.sdk.jquery"); ok && v.Bool() {
		return found("facts.sdk.jquery")
	}
	return nil
}
