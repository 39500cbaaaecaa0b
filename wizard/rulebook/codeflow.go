package rulebook

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// How code comes to its call, and what it does with the answer.
var codeFlowRows = []Rule{
	{
		ID: "sdk-one-script", Functions: []string{WholeCase},
		When:     When{SDK: AnySDK},
		Reads:    []string{"facts.sdk.scripts", "facts.sdk.stays"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens,
		Check:   oneScript,
		Sources: []string{v1sdk + "javascript-sdk/readme", v1sdk + "javascript-sdk-old/readme L17-32"},
	},
	{
		ID: "sdk-ready-before-use", Functions: []string{WholeCase},
		When:     When{SDK: AnySDK},
		Reads:    []string{"facts.sdk.ready"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Derived,
		Check:   is(true),
		Sources: []string{v1sdk + "javascript-sdk/load-module"},
	},
	{
		ID: "request-on-click", Functions: windows,
		When:     When{SDK: AnySDK},
		Reads:    []string{"facts.call.site"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Derived,
		Check:   onClick,
		Sources: []string{guide + "integration/start/v1/auth L90-130"},
	},
	{
		ID: "result-ignored", Functions: windows,
		When:     When{SDK: AnySDK},
		Reads:    []string{"facts.callback.looks", "facts.callback.decides"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check:   looksAtResult,
		Sources: []string{v1sdk + "javascript-sdk/payrt L15-57", guide + "integration/start/v1/auth L180-225"},
	},
}

// oneScript wants one file of the SDK, and that it stays while the page lives.
func oneScript(l *Look) []Verdict {
	if v, ok := l.Value("facts.sdk.scripts"); ok && v.Len() > 1 {
		return found("facts.sdk.scripts")
	}
	if v, ok := l.Value("facts.sdk.stays"); ok && !v.Bool() {
		return []Verdict{{Path: "facts.sdk.stays", Variant: "removed"}}
	}
	return nil
}

func onClick(l *Look) []Verdict {
	switch where := l.Word("facts.call.site"); where {
	case "load", "effect":
		return []Verdict{{Path: "facts.call.site", Variant: where}}
	case "render", "server":
		return []Verdict{{Path: "facts.call.site", Variant: where, Severity: wizard.SeverityError}}
	}
	return nil
}

// looksAtResult: who looks at nothing takes a closed window for a payment, and
// so does who only looks whether there is a number.
func looksAtResult(l *Look) []Verdict {
	if v, ok := l.Value("facts.callback.looks"); ok && !v.Bool() {
		return found("facts.callback.looks")
	}
	v, ok := l.Value("facts.callback.decides")
	if !ok || v.Len() == 0 {
		return nil
	}
	for _, item := range v.Items() {
		if !slices.Contains([]string{"imp_uid", "merchant_uid", "paymentId", "txId", "billingKey"}, item.Text()) {
			return nil
		}
	}
	return []Verdict{{Path: "facts.callback.decides", Variant: "uid"}}
}

// answerFields are what the current SDK answers on the new module.
var answerFields = []string{"imp_uid", "merchant_uid", "error_code", "error_msg"}

// strangeFields speaks of fields that the answer does not have. What branches
// on success has a rule of its own.
func strangeFields(l *Look) []Verdict {
	if l.Case.Setup.Module != wizard.ModuleNew {
		return nil
	}
	v, ok := l.Value("facts.callback.fields")
	if !ok || v.Kind() != value.List {
		return nil
	}
	for _, item := range v.Items() {
		if f := item.Text(); !slices.Contains(answerFields, f) && f != "success" && f != "imp_success" {
			return []Verdict{{Path: "facts.callback.fields", Variant: "field", Args: []string{"key", f}}}
		}
	}
	return nil
}
