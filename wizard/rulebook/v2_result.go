package rulebook

import (
	"smartro-wizard/wizard"
)

// What page, server and webhook receiver do with the answer.
var v2ResultRows = []Rule{
	{
		ID: "result-error-first", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{"facts.callback.tests_error"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Corroborated,
		Check:   is(true),
		Sources: []string{check2 + " L128-141"},
	},
	{
		ID: "callback-verify-on-server", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{serverVerifies},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney, Confidence: Corroborated,
		Check:   steps("lookup"),
		Sources: []string{check2 + " L167-176"},
	},
	{
		ID: "server-compares-amount", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{serverVerifies},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney, Confidence: Corroborated,
		Check:   afterLookup,
		Sources: []string{check2 + " L203-219"},
	},
	{
		ID: "redirect-no-callback", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{"facts.redirect.handled", "facts.promise.handled", "params.forceRedirect"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check:   bothWaysHandled,
		Sources: []string{check2 + " L84-86"},
	},
	{
		ID: "live-payment-from-live-channel", Functions: []string{WholeCase},
		When:     live(),
		Reads:    []string{"facts.server.channel_type"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney, Confidence: Corroborated,
		Check:   oneOf("LIVE"),
		Sources: []string{"https://github.com/portone-io/portone-sample/blob/0c083c73/express-html/server/index.js verifyPayment", oas2 + " SelectedChannelType"},
	},
	{
		ID: "test-payment-accepted-in-test", Functions: []string{WholeCase},
		When:     When{SDK: wizard.V2, Mode: wizard.ModeTest},
		Reads:    []string{"facts.server.channel_type"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Derived,
		Check:   refuse("LIVE"),
		Sources: []string{quick + " (its server code asks for LIVE)", oas2 + " SelectedChannelType"},
	},
	{
		ID: "payment-method-field", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{"facts.server.reads"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Corroborated,
		Check:   readsNo("paymentMethod"),
		Sources: []string{oas2 + " Payment", check2 + " L208 (shows the other name)"},
	},
	{
		ID: "api-secret-header", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{"facts.rest.authorization"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Corroborated,
		Check:   matches(`^(PortOne .+|Bearer \{access_token\})$`),
		Sources: []string{rest2 + " #auth", guide + "integration/ready/readme L895-897"},
	},
	{
		ID: "rest-secret-server-side", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{"facts.code.secrets", "facts.code.side"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOps, Confidence: Corroborated,
		Check:   secretInBrowser,
		Sources: []string{rest2 + " #auth", guide + "integration/ready/readme L895-897"},
	},
	{
		ID: "server-sdk-client", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{"facts.server_sdk.client"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Corroborated,
		Check:   oneOf("object"),
		Sources: []string{docs + "sdk/ko/v2-server-sdk/readme", hook2 + " L467 (passes a text)"},
	},
	{
		ID: "rest-timeout-and-idempotency", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{"facts.rest.timeout_seconds", "facts.rest.idempotency_key"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Check:   patient,
		Sources: []string{rest2 + " #idempotency-key, #timeout-policy"},
	},
	{
		ID: "webhook-verify-by-lookup", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{"facts.webhook.verifies", "facts.webhook.looks_up"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney, Confidence: Corroborated,
		Check:   verifiedOrLookedUp,
		Sources: []string{hook2 + ` "웹훅 메시지 검증하기"`},
	},
	{
		ID: "webhook-unknown-ignored", Functions: []string{WholeCase},
		When:     v2(),
		Reads:    []string{"facts.webhook.unknown_type"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check:   oneOf("ignored"),
		Sources: []string{hook2 + " L84-89"},
	},
	{
		ID: "webhook-recommended", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentResult,
		Person:  Person{Who: Developer},
		Sources: []string{hook2 + " L29-33", check2},
	},
}

const serverVerifies = "facts.server.verifies"

// steps wants the named steps where it is known what the server does.
func steps(names ...string) Check {
	return func(l *Look) []Verdict {
		if _, ok := l.Value(serverVerifies); !ok {
			return nil
		}
		for _, step := range names {
			if !lists(l, serverVerifies, step) {
				return found(serverVerifies)
			}
		}
		return nil
	}
}

// afterLookup: what is not looked up cannot be compared, and is a row of its own.
func afterLookup(l *Look) []Verdict {
	if !lists(l, serverVerifies, "lookup") {
		return nil
	}
	return steps("status", "amount", "currency")(l)
}

// bothWaysHandled: a PC answers by the promise and a phone by the address,
// unless the call forces the address.
func bothWaysHandled(l *Look) []Verdict {
	if v, ok := l.Value("facts.redirect.handled"); ok && !v.Bool() {
		return found("facts.redirect.handled")
	}
	if v, ok := l.Value("facts.promise.handled"); ok && !v.Bool() && !l.At("params.forceRedirect").Bool() {
		return found("facts.promise.handled")
	}
	return nil
}

func readsNo(field string) Check {
	return func(l *Look) []Verdict {
		if lists(l, l.reads[0], field) {
			return found(l.reads[0])
		}
		return nil
	}
}

// patient wants a minute for an answer, and a key against charging twice.
func patient(l *Look) []Verdict {
	if n, ok := l.Number("facts.rest.timeout_seconds"); ok && n < 60 {
		return found("facts.rest.timeout_seconds")
	}
	if v, ok := l.Value("facts.rest.idempotency_key"); ok && !v.Bool() {
		return found("facts.rest.idempotency_key")
	}
	return nil
}

func verifiedOrLookedUp(l *Look) []Verdict {
	signed, ok1 := l.Value("facts.webhook.verifies")
	looked, ok2 := l.Value("facts.webhook.looks_up")
	if ok1 && !signed.Bool() && !looked.Bool() || !ok1 && ok2 && !looked.Bool() {
		return found("facts.webhook.verifies")
	}
	return nil
}
