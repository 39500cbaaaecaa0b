package sample_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

const today = "2026-11-21"

// findings are what a command says about answers.
func findings(a wizard.Answers) []wizard.Finding {
	return slices.Concat(answers.Check(a, text.En), rulebook.Judge(a.Case(today), text.En))
}

// harmless are warnings that sound answers have too: pg is the old way.
var harmless = []string{"pg-param-deprecated"}

func TestRandomAnswersAreClean(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 1))
	places := sample.Places()
	carried := map[string]map[wizard.PayMethod]bool{}
	n := 0
	for _, at := range places {
		for range 200 {
			a := sample.Valid(r, at, today)
			n++
			for _, f := range findings(a) {
				if f.Severity == wizard.SeverityError || f.Severity == wizard.SeverityWarning && !slices.Contains(harmless, f.Rule) {
					t.Fatalf("%s %s %s %s: %s at %s: %s\n%s", at.Mode, at.Module, at.Type, at.Method, f.Rule, f.Path, f.Message, answers.JSON(a))
				}
			}
			params := a.Case(today).Requests[0].Params
			for _, p := range wizard.Params() {
				if params.Get(p.Path).IsAbsent() {
					continue
				}
				if !p.Allows(at.Module, at.Type, at.Method) {
					t.Fatalf("%s with %s %s %s", p.Path, at.Module, at.Type, at.Method)
				}
				if carried[p.Path] == nil {
					carried[p.Path] = map[wizard.PayMethod]bool{}
				}
				carried[p.Path][at.Method] = true
			}
		}
	}
	pairs := 0
	for _, p := range wizard.Params() {
		for _, at := range places {
			if p.Allows(at.Module, at.Type, at.Method) && !carried[p.Path][at.Method] {
				t.Errorf("%s never came with %s", p.Path, at.Method)
			}
		}
		pairs += len(carried[p.Path])
	}
	if len(places) != 34 || len(carried) != 33 {
		t.Errorf("%d places, %d parameters, want 34 and 33", len(places), len(carried))
	}
	t.Logf("%d random answers in %d places, %d parameters, %d pairs of parameter and pay method", n, len(places), len(carried), pairs)
}

func TestWhatIsAlwaysWantedIsThere(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 2))
	n := 0
	for _, at := range sample.Places() {
		for _, p := range wizard.Params() {
			if !p.Allows(at.Module, at.Type, at.Method) {
				continue
			}
			n++
			a := sample.Valid(r, at, today, p.Path)
			if a.Case(today).Requests[0].Params.Get(p.Path).IsAbsent() {
				t.Errorf("%s %s %s: no %s in\n%s", at.Module, at.Type, at.Method, p.Path, answers.JSON(a))
			}
		}
	}
	t.Logf("%d places of a parameter", n)
}

// brokenRules are the rules that a person hears, by id.
func brokenRules(a wizard.Answers) []string {
	var ids []string
	for _, f := range rulebook.Judge(a.Case(today), text.En) {
		if f.State == wizard.StateFound {
			ids = append(ids, f.Rule)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func TestOneBreakGivesItsFinding(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 3))
	n := 0
	for _, b := range sample.Breaks() {
		broken := 0
		for _, at := range sample.Places() {
			for range 8 {
				was := sample.Valid(r, at, today)
				is, ok := b.Apply(r, at, was)
				if !ok {
					continue
				}
				broken++
				before, after := brokenRules(was), brokenRules(is)
				if !slices.Contains(after, b.Rule) {
					t.Fatalf("%s is silent at %s %s %s; before %v, after %v\n%s", b.Rule, at.Module, at.Type, at.Method, before, after, answers.JSON(is))
				}
				for _, id := range after {
					if id != b.Rule && !slices.Contains(b.Also, id) && !slices.Contains(before, id) && !slices.Contains(harmless, id) {
						t.Fatalf("%s: %s speaks too, at %s %s %s\n%s", b.Rule, id, at.Module, at.Type, at.Method, answers.JSON(is))
					}
				}
			}
		}
		if broken == 0 {
			t.Errorf("%s: no answers could be broken", b.Rule)
		}
		n += broken
	}
	t.Logf("%d breaks of %d kinds", n, len(sample.Breaks()))
}

// unreachable are rules of the window that answers cannot break: they read
// what only code, the console or the world can tell.
var unreachable = []string{"app-scheme-webview", "mid-matches-type", "live-mode-no-test-mid"}

func TestEveryRuleThatAnswersCanBreakIsBroken(t *testing.T) {
	kinds := map[string]bool{}
	for _, b := range sample.Breaks() {
		kinds[b.Rule] = true
		if _, ok := rulebook.RuleOf(b.Rule); !ok {
			t.Errorf("no rule %s", b.Rule)
		}
	}
	for _, r := range rulebook.Rules() {
		window := len(r.Functions) == 0 || slices.Contains(r.Functions, rulebook.EveryCall) || slices.Contains(r.Functions, rulebook.WholeCase)
		facts := strings.HasPrefix(r.Reads[0], "facts.") || slices.Contains(r.Reads, "facts.code.read")
		if r.Check == nil || !window || facts || kinds[r.ID] || slices.Contains(unreachable, r.ID) {
			continue
		}
		t.Errorf("nothing breaks %s, which reads %v", r.ID, r.Reads)
	}
	t.Logf("%d rules are broken", len(kinds))
}

func TestABreakTouchesNothingElse(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 4))
	at := sample.Places()[0]
	a := sample.Valid(r, at, today)
	before := string(answers.JSON(a))
	for _, b := range sample.Breaks() {
		b.Apply(r, at, a)
	}
	if after := string(answers.JSON(a)); after != before {
		t.Errorf("the answers became\n%s, were\n%s", after, before)
	}
	if a.Params.Kind() != value.Object {
		t.Error("no parameters")
	}
}
