package cli

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"smartro-wizard/assets"
)

// proofs are what proved each target, by the name of the test. The tests write
// them; see package proof of e2e.
type proofs map[string]struct {
	By map[string]struct {
		Tools  []string
		Counts map[string]int
	}
}

func readProofs() (proofs, error) {
	var all proofs
	raw, err := assets.Files.ReadFile("facts/proofs.json")
	if err == nil {
		err = json.Unmarshal(raw, &all)
	}
	return all, err
}

// proved says how a target was proved, and a line for each test with what it
// counted and the tools that it ran.
func (a *app) proved(all proofs, target string) string {
	lines := []string{a.say("cli.proof-" + target)}
	by := all[target].By
	for _, test := range slices.Sorted(maps.Keys(by)) {
		var counted []string
		for _, what := range slices.Sorted(maps.Keys(by[test].Counts)) {
			counted = append(counted, a.say("cli.counted-"+what, "n", itoa(by[test].Counts[what])))
		}
		lines = append(lines, strings.Join(counted, ", ")+" ("+strings.Join(by[test].Tools, ", ")+")")
	}
	return strings.Join(lines, "\n")
}
