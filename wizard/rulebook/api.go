// Package rulebook holds the rules, one row each, and judges a Case by them.
// Rows stand in one file for each subject; the engine, and no rule, knows what
// it means that a value is missing, left open, made at run time or unknown. It
// reads no code and asks nobody: what cannot be known is said to be unknown.
package rulebook

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// tables are all rows in the order in which equal findings are shown.
var tables = [][]Rule{
	channelRows, scriptRows, selectorRows, orderNumberRows, nameRows, amountRows, methodRows, buyerRows, redirectRows,
	noticeRows, periodRows, currencyRows, unsupportedRows, unknownKeyRows, cardDirectRows, easyPayRows, vbankRows,
	phoneRows, billingRows, escrowRows, receiptRows, bypassRows, testModeRows, contractRows, resultRows, restRows,
	restBillingRows, restCancelRows, restReceiptRows, codeRows, codeFlowRows,
}

// Rules are the rows that judge V1, those of both versions among them, in
// their order.
func Rules() []Rule { return slices.Concat(tables...) }

// RulesIn are the rows that judge a version. Those of V2 alone come last.
func RulesIn(sdk wizard.SDK) []Rule {
	if sdk != wizard.V2 {
		return Rules()
	}
	both := slices.DeleteFunc(Rules(), func(r Rule) bool { return r.When.SDK != AnySDK })
	return append(both, slices.Concat(tablesV2...)...)
}

// RuleOf finds a row by its id; of a fact with two rows it is that of V1.
func RuleOf(id string) (Rule, bool) {
	if r, ok := find(tables, id); ok {
		return r, true
	}
	return find(tablesV2, id)
}

// RuleIn finds the row of an id that judges a version.
func RuleIn(sdk wizard.SDK, id string) (Rule, bool) {
	if sdk != wizard.V2 {
		return find(tables, id)
	}
	if r, ok := find(tablesV2, id); ok {
		return r, true
	}
	r, ok := find(tables, id)
	return r, ok && r.When.SDK == AnySDK
}

func find(tables [][]Rule, id string) (Rule, bool) {
	for _, table := range tables {
		for i := range table {
			if table[i].ID == id {
				return table[i], true
			}
		}
	}
	return Rule{}, false
}

// Judges reports whether the row speaks of a version.
func (r *Rule) Judges(sdk wizard.SDK) bool {
	if sdk == wizard.V2 {
		return r.When.SDK == wizard.V2 || r.When.SDK == AnySDK
	}
	return r.When.SDK != wizard.V2
}

// say is one of the row's sentences, for a case of that version.
func (r *Rule) say(sdk wizard.SDK, l text.Lang, part string, args ...string) string {
	if id := "rulesv2." + r.ID + "." + part; sdk == wizard.V2 && text.Has(l, id) {
		return text.Of(l, id, args...)
	}
	return text.Of(l, "rules."+r.ID+"."+part, args...)
}

// Explanation is what can be told of a rule without a case.
type Explanation struct {
	Rule       string             `json:"rule"`
	SDK        []wizard.SDK       `json:"sdk"` // the PortOne versions that the row judges
	Severity   wizard.Severity    `json:"severity"`
	Moment     wizard.Moment      `json:"moment"`
	Confidence string             `json:"confidence"`
	Differs    string             `json:"differs,omitempty"` // why V1 takes it for worse or better
	Manual     bool               `json:"manual"`
	Who        string             `json:"who,omitempty"`
	Modules    []wizard.Module    `json:"modules,omitempty"`
	Types      []wizard.Type      `json:"types,omitempty"`
	Methods    []wizard.PayMethod `json:"pay_methods,omitempty"`
	Mode       wizard.Mode        `json:"mode,omitempty"`
	Reads      []string           `json:"reads"`
	Message    string             `json:"message"`
	Why        string             `json:"why"`
	Fix        string             `json:"fix"`
	Sources    []string           `json:"sources"`
	Checked    string             `json:"checked"`
	Breaks     []Setting          `json:"breaks,omitempty"` // what breaks it; see Example
	Holds      []Setting          `json:"holds,omitempty"`  // what stands there where it is kept
}

// Explain tells what a rule says, why, and where it applies, by the row of
// RuleOf. Empty lists mean no limit.
func Explain(id string, l text.Lang) (Explanation, bool) {
	r, ok := RuleOf(id)
	if !ok {
		return Explanation{}, false
	}
	return r.explain(wizard.V1, l), true
}

// ExplainIn is Explain by the row of RuleIn.
func ExplainIn(sdk wizard.SDK, id string, l text.Lang) (Explanation, bool) {
	r, ok := RuleIn(sdk, id)
	if !ok {
		return Explanation{}, false
	}
	return r.explain(sdk, l), true
}

func (r *Rule) explain(sdk wizard.SDK, l text.Lang) Explanation {
	if r.When.SDK == wizard.V2 {
		sdk = wizard.V2
	}
	e := Explanation{
		Rule: r.ID, Severity: r.Severity, Moment: r.Moment, Confidence: r.Confidence.String(),
		Manual:  r.Check == nil,
		Modules: r.When.Modules, Types: r.When.Types, Methods: r.When.Methods, Mode: r.When.Mode,
		Reads: r.Reads, Sources: r.Sources, Checked: wizard.Checked,
		Message: r.say(sdk, l, "message"), Why: r.say(sdk, l, "why"), Fix: r.say(sdk, l, "fix"),
	}
	if r.Differs {
		e.Differs = r.say(sdk, l, "differs")
	}
	for _, sdk := range wizard.SDKs {
		if r.Judges(sdk) {
			e.SDK = append(e.SDK, sdk)
		}
	}
	example := r.example()
	e.Breaks, e.Holds = example.Breaks, example.Holds
	if e.Manual {
		e.Who = text.Of(l, "rules.who."+string(r.Person.Who))
	}
	return e
}
