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
	restBillingRows, restCancelRows, restReceiptRows,
}

// Rules are all rows in their order.
func Rules() []Rule { return slices.Concat(tables...) }

// RuleOf finds a row by its id.
func RuleOf(id string) (Rule, bool) {
	for _, table := range tables {
		for i := range table {
			if table[i].ID == id {
				return table[i], true
			}
		}
	}
	return Rule{}, false
}

// Explanation is what can be told of a rule without a case.
type Explanation struct {
	Rule       string             `json:"rule"`
	Severity   wizard.Severity    `json:"severity"`
	Moment     wizard.Moment      `json:"moment"`
	Confidence string             `json:"confidence"`
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

// Explain tells what a rule says, why, and where it applies. Empty lists mean
// no limit.
func Explain(id string, l text.Lang) (Explanation, bool) {
	r, ok := RuleOf(id)
	if !ok {
		return Explanation{}, false
	}
	e := Explanation{
		Rule: r.ID, Severity: r.Severity, Moment: r.Moment, Confidence: r.Confidence.String(),
		Manual:  r.Check == nil,
		Modules: r.When.Modules, Types: r.When.Types, Methods: r.When.Methods, Mode: r.When.Mode,
		Reads: r.Reads, Sources: r.Sources, Checked: wizard.Checked,
		Message: text.Of(l, "rules."+id+".message"),
		Why:     text.Of(l, "rules."+id+".why"),
		Fix:     text.Of(l, "rules."+id+".fix"),
	}
	example := ExampleOf(id)
	e.Breaks, e.Holds = example.Breaks, example.Holds
	if e.Manual {
		e.Who = text.Of(l, "rules.who."+string(r.Person.Who))
	}
	return e, true
}
