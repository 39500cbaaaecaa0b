// Package carry takes a case across: to the other version of PortOne, or to the
// other module of Smartro. It tells what becomes of every parameter and why,
// and gives the answers of the other side. What it knows stands in the rows of
// the catalogue and is judged by the rulebook; the words that differ between
// the versions stand in words.go, the reasons in reasons.go.
package carry

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// State is what becomes of a parameter.
type State string

// The states, as they are listed.
const (
	Decide  State = "decide"  // somebody has to choose
	Dropped State = "dropped" // the other side has nothing for it
	Renamed State = "renamed" // carried over under another name or word
	Same    State = "same"    // carried over as it is
	Added   State = "added"   // only the other side has it
)

// States are all states, those first that need a person.
var States = []State{Decide, Dropped, Renamed, Added, Same}

// To is where a case goes.
type To struct {
	SDK    wizard.SDK
	Module wizard.Module
}

// Spot is a parameter on one side. It has no path where that side has nothing,
// and no value where nothing was answered.
type Spot struct {
	Path     string
	Label    text.Pair
	Value    value.Value
	Personal bool
}

// Row is one parameter on both sides. Rule is the row of the rulebook that
// speaks of it, if one does.
type Row struct {
	State    State
	From, To Spot
	Reason   string
	Rule     string
}

// Side is the case on one side: its setup and the call that takes the payment,
// which is empty where there is none.
type Side struct {
	wizard.Setup
	Entry string
	Note  string // what there is to know of that way
}

// Result is a case on both sides.
type Result struct {
	From, To Side
	Refused  string // why the other side has no such case; Rows is empty then
	Rows     []Row
	Answers  wizard.Answers // of the other side; what has to be decided is left for later
}

// Across takes answers to the other side. With all, parameters that were not
// answered are told of too. Today is YYYY-MM-DD in Asia/Seoul.
func Across(a wizard.Answers, to To, all bool, today string, l text.Lang) Result {
	m := newMover(a, to, today, l)
	r := Result{From: m.side(a.SDK, a.Module), To: m.side(to.SDK, to.Module)}
	if r.Refused = m.refusal(); r.Refused != "" || r.To.Entry != m.there.Function {
		return r
	}
	m.setup(all)
	for _, p := range everyParam(m.here.Function) {
		m.carry(p, all)
	}
	m.unknown()
	m.settle()
	if all {
		m.rest()
	}
	m.judge()
	slices.SortStableFunc(m.rows, func(a, b Row) int { return slices.Index(States, a.State) - slices.Index(States, b.State) })
	r.Rows, r.Answers = m.rows, m.out
	return r
}

func everyParam(function string) []wizard.Param {
	return slices.Concat(wizard.ParamsOf(function), wizard.OtherParamsOf(function))
}

// Other is where a case usually goes: to the other version, and from the old
// module, which V2 does not have, to the new one.
func Other(a wizard.Answers) To {
	switch {
	case a.Module == wizard.ModuleOld:
		return To{a.SDK, wizard.ModuleNew}
	case a.SDK == wizard.V2:
		return To{wizard.V1, a.Module}
	}
	return To{wizard.V2, a.Module}
}
