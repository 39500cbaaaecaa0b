package flow

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
)

// Ticked are the lines of the result's checklist that the person ticked for
// this channel. The console's own steps are ticked at their question.
func (d Draft) Ticked() []string { return slices.Clone(d.ticks[d.see().channelSlot()]) }

// Tick replaces them.
func (d Draft) Tick(lines []string) Draft {
	d.ticks = maps.Clone(d.ticks)
	if d.ticks == nil {
		d.ticks = map[string][]string{}
	}
	d.ticks[d.see().channelSlot()] = slices.Sorted(slices.Values(lines))
	return d
}

func (s *sight) channelSlot() string {
	return s.one("mode") + "/" + s.one("module") + "/" + s.one("type")
}

// Proved are the rungs of the ladder of evidence that were ticked for exactly
// these answers, each with whether the program saw it. Evidence for another
// request is none for this one.
func (d Draft) Proved() map[string]bool {
	if len(d.proofs) == 0 || d.proofsOf != d.request() {
		return map[string]bool{}
	}
	return maps.Clone(d.proofs)
}

// Prove replaces them.
func (d Draft) Prove(rungs map[string]bool) Draft {
	d.proofs, d.proofsOf = maps.Clone(rungs), d.request()
	return d
}

// request tells one request from another, whoever pays and whatever code is
// made of it.
func (d Draft) request() string {
	a := d.Answers()
	a.Options, a.Later = wizard.Options{}, nil
	for _, p := range wizard.ParamsOf(a.Call().Function) {
		if p.Personal {
			a.Params = pruned(a.Params, p.Path)
		}
	}
	sum := sha256.Sum256(answers.JSON(a))
	return hex.EncodeToString(sum[:8])
}
