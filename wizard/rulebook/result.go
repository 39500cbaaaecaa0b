package rulebook

import (
	"smartro-wizard/wizard"
)

// What page, server and webhook receiver do with the answer.
var resultRows = []Rule{
	{
		ID: "callback-no-success-branch", Functions: []string{wizard.RequestPay},
		Reads:    []string{"facts.callback.decides"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check: decidesOnSuccess,
		Sources: []string{
			v1sdk + "javascript-sdk/payrt L15-28",
			v1sdk + "javascript-sdk/readme L32-43",
			guide + "integration/start/v1/auth L195",
		},
	},
	{
		ID: "callback-verify-on-server", Functions: []string{WholeCase},
		Reads:    []string{"facts.server.verifies"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney,
		Check: verifiesAll,
		Sources: []string{
			v1sdk + "javascript-sdk/readme L37-43",
			guide + "integration/start/v1/auth L323-340",
			guide + "integration/webhook/readme-v1 L136-150",
		},
	},
	{
		ID: "redirect-no-callback", Functions: []string{wizard.RequestPay},
		Reads:    []string{"facts.redirect.handled"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check: is(true),
		Sources: []string{
			guide + "integration/start/v1/auth L270-310",
			page + ` "3.결제 요청하기"`,
		},
	},
	{
		ID: "imp-uid-nullable", Functions: []string{wizard.RequestPay},
		Reads:    []string{"facts.callback.null_safe"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentResult,
		Check:   is(true),
		Sources: []string{v1sdk + "javascript-sdk/payrt L53-57"},
	},
	{
		ID:       "webhook-recommended",
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentResult,
		Person: Person{Who: Developer},
		Sources: []string{
			guide + "integration/start/v1/auth L220-225",
			guide + "integration/webhook/readme-v1 L29-33",
			guide + `console/guide/connect "웹훅 관리"`,
		},
	},
	{
		ID: "webhook-verify-by-lookup", Functions: []string{WholeCase},
		Reads:    []string{"facts.webhook.looks_up"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney,
		Check:   is(true),
		Sources: []string{guide + "integration/webhook/readme-v1 L136-150"},
	},
	{
		ID: "webhook-no-failure-event", Functions: []string{WholeCase},
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"setup.type"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentResult,
		Person:  Person{Who: Developer},
		Sources: []string{guide + "integration/webhook/readme-v1 L39-48"},
	},
	{
		ID: "webhook-idempotent", Functions: []string{WholeCase},
		When:     When{SDK: AnySDK},
		Reads:    []string{"facts.webhook.idempotent"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentResult,
		Check:   is(true),
		Sources: []string{hook2 + " L531-549"},
	},
}

// decidesOnSuccess: the latest script answers without success, so a good
// payment would count as failed. The old module's own script sends it still,
// until the shop moves.
func decidesOnSuccess(l *Look) []Verdict {
	const path = "facts.callback.decides"
	if !lists(l, path, "success", "imp_success") {
		return nil
	}
	if l.Case.Setup.Module == wizard.ModuleOld {
		return []Verdict{{Path: path, Variant: "old", Severity: wizard.SeverityInfo}}
	}
	return found(path)
}

// verifiesAll wants the server to look up, and to compare status and amount.
func verifiesAll(l *Look) []Verdict {
	const path = "facts.server.verifies"
	if _, ok := l.Value(path); !ok {
		return nil
	}
	for _, step := range []string{"lookup", "status", "amount"} {
		if !lists(l, path, step) {
			return found(path)
		}
	}
	return nil
}
