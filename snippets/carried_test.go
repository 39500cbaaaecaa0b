package snippets_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/carry"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/text"
)

// What was carried to the other version or module becomes code there, with a
// mark for each thing that a person has to decide.
func TestWhatWasCarriedBecomesCode(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	written := 0
	for _, sdk := range wizard.SDKs {
		for _, at := range sample.PlacesIn(sdk) {
			for range 4 {
				a := sample.Valid(r, at, "2026-11-21")
				got := carry.Across(a, carry.Other(a), false, "2026-11-21", text.En)
				if got.Refused != "" || broken(got.Answers) {
					continue
				}
				out, err := snippets.Generate(got.Answers, "html")
				if err != nil {
					t.Errorf("%s %s %s: %v", sdk, at.Type, at.Method, err)
					continue
				}
				written++
				for _, name := range got.Answers.Later {
					if mark := "TODO(smartro-wizard): " + name; !strings.Contains(out.Files[0].Body, mark) {
						t.Errorf("%s %s %s: no %s", sdk, at.Type, at.Method, mark)
					}
				}
			}
		}
	}
	if written < 150 {
		t.Errorf("%d were written", written)
	}
}

func broken(a wizard.Answers) bool {
	for _, f := range rulebook.Judge(a.Case("2026-11-21"), text.En) {
		if f.Severity == wizard.SeverityError && f.State == wizard.StateFound {
			return true
		}
	}
	return false
}
