package snippets_test

import (
	"testing"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
)

// The goal is under 5 ms for all targets of one case.
func BenchmarkAllTargets(b *testing.B) {
	for name, a := range map[string]wizard.Answers{"card": card(), "v2": cardV2(), "extras": caseOf(b, "extras"), "euc-kr-es5": caseOf(b, "euc-kr-es5")} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := snippets.Generate(a, targets...); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
