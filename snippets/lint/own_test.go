package lint_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/text"
)

const today = "2026-11-21"

// forms are the targets of pages, and the two that have older syntax once more.
func forms() map[string]wizard.Options {
	all := map[string]wizard.Options{}
	for _, t := range snippets.Targets() {
		if t.Side == "page" {
			all[t.Name] = wizard.Options{}
		}
	}
	for _, name := range []string{"html", "js"} {
		all[name+" es5"] = wizard.Options{Syntax: wizard.SyntaxES5}
		all[name+" insert"] = wizard.Options{Page: wizard.PageV1}
	}
	all["html euc-kr"] = wizard.Options{Encoding: wizard.EncodingEUCKR}
	return all
}

// write gives the file that a form of the answers is.
func write(t *testing.T, a wizard.Answers, form string, o wizard.Options) snippets.File {
	t.Helper()
	o.Locale = a.Options.Locale
	a.Options = o
	name, _, _ := strings.Cut(form, " ")
	out, err := snippets.Generate(a, name)
	if err != nil {
		t.Fatalf("%s: %v", form, err)
	}
	return out.Files[0]
}

func setupOf(a wizard.Answers) wizard.Setup {
	return wizard.Setup{Mode: a.Mode, SDK: a.SDK, Module: a.Module, Type: a.Type}
}

func read(t *testing.T, f snippets.File, s wizard.Setup) lint.Report {
	t.Helper()
	body, err := f.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	r, err := lint.Read(f.Path, body, lint.Options{Setup: s, Lang: text.En, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func show(findings []wizard.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "\n  %d:%d %s %s %s at %s [%s]: %s", f.Line, f.Column, f.Severity, f.State, f.Rule, f.Path, f.Value, f.Message)
	}
	return b.String()
}

// told are the rules that the answers themselves break, which code made of them
// breaks too.
func told(a wizard.Answers) map[string]bool {
	rules := map[string]bool{}
	for _, f := range rulebook.Judge(a.Case(today), text.En) {
		rules[f.Rule] = true
	}
	return rules
}

// TestOwnOutputIsClean reads what the generator writes of random valid answers,
// for every channel, pay method and form. Only what was told about the answers
// may be told about the code, and only arguments may be unknown.
func TestOwnOutputIsClean(t *testing.T) {
	for _, sdk := range []wizard.SDK{wizard.V1, wizard.V2} {
		t.Run(string(sdk), func(t *testing.T) { ownOutput(t, sdk) })
	}
}

func ownOutput(t *testing.T, sdk wizard.SDK) {
	r := rand.New(rand.NewPCG(20261121, 61))
	files, calls := 0, 0
	unknown := map[string]int{}
	for _, at := range sample.PlacesIn(sdk) {
		a := sample.Valid(r, at, today)
		may := told(a)
		for form, o := range forms() {
			if sdk == wizard.V2 && o.Page == wizard.PageV1 {
				continue
			}
			file := write(t, a, form, o)
			got := read(t, file, setupOf(a))
			files, calls = files+1, calls+got.Calls
			if got.Calls != 1 || got.Setup.SDK != sdk {
				t.Fatalf("%s %s %s %s: %d calls of %s\n%s", form, at.Module, at.Type, at.Method, got.Calls, got.Setup.SDK, file.Body)
			}
			for _, f := range got.Findings {
				switch {
				case f.State == wizard.StateUnknown:
					unknown[form]++
					if !strings.HasPrefix(f.Value, "order.") && f.Path != "facts.init.calls" && !strings.HasPrefix(f.Value, "new") {
						t.Errorf("%s: not known and no argument: %s", form, show([]wizard.Finding{f}))
					}
				case f.State == wizard.StateFound && !may[f.Rule] && !slices.Contains(ofExamples, f.Rule):
					t.Fatalf("%s %s %s %s: %s%s\n%s", form, at.Module, at.Type, at.Method, f.Rule, show(got.Findings), numbered(file.Body))
				}
			}
		}
	}
	t.Logf("%d files, %d calls; values that the shop hands in: %v", files, calls, unknown)
}

// ofExamples are rules about the values of samples, which random answers have too.
// or which know more of a MID in pg than answers tell.
var ofExamples = []string{"dummy-buyer", "sample-leftover", "redirect-url-reachable", "live-token-price", "pg-code-shape", "live-mode-no-test-mid", "mid-matches-type"}

func numbered(s string) string {
	var b strings.Builder
	n := 0
	for l := range strings.Lines(s) {
		n++
		fmt.Fprintf(&b, "%4d %s", n, l)
	}
	return b.String()
}
