package lint_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/lint"
	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/value"
)

// TestOneBreakIsFoundAtItsPlace breaks random valid answers in one way, writes
// code of them all the same, and wants the rule that the break belongs to, at
// the line and column of the value, and beside it nothing but the companions
// that the break lists.
func TestOneBreakIsFoundAtItsPlace(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 62))
	var n tally
	missed := map[string]bool{}
	for _, b := range sample.Breaks() {
		caught := false
		for _, way := range ways(r, b) {
			before, after := broken(t, way.was, way.form), broken(t, way.is, way.form)
			if before == nil || after == nil {
				continue // no code can say it
			}
			n.tried++
			i := slices.IndexFunc(after.Findings, func(f wizard.Finding) bool { return f.Rule == b.Rule && f.State == wizard.StateFound })
			if i < 0 {
				continue
			}
			caught = true
			n.caught++
			if f := after.Findings[i]; f.Line > 0 {
				n.placed++
				standsThere(t, after, f)
			}
			for _, f := range after.Findings {
				if f.State == wizard.StateFound && f.Rule != b.Rule && !slices.Contains(b.Also, f.Rule) && !slices.Contains(harmless, f.Rule) && !has(before.Findings, f.Rule) {
					t.Fatalf("%s in %s: %s speaks too%s", b.Rule, way.form, f.Rule, show(after.Findings))
				}
			}
		}
		if !caught {
			missed[b.Rule] = true
		}
	}
	for rule := range missed {
		if unsaid[rule] == "" {
			t.Errorf("%s is never found in code", rule)
		}
	}
	for rule, why := range unsaid {
		if !missed[rule] {
			t.Errorf("%s is found in code, though %s", rule, why)
		}
	}
	t.Logf("%d breaks of %d kinds tried in code, %d caught, %d with a place", n.tried, len(sample.Breaks()), n.caught, n.placed)
}

type tally struct{ tried, caught, placed int }

// unsaid are breaks that the generator does not put into code.
var unsaid = map[string]string{
	"merchant-uid-charset":     "a typed number gives only its plain letters to generated code",
	"merchant-uid-length":      "a typed number gives only its first letters to generated code",
	"merchant-uid-required":    "generated code always makes a number",
	"merchant-uid-uuid-hyphen": "the generator leaves out what is no letter or digit",
	"api-type-not-in-v1":       "no window takes such a payment, so nothing is generated",
	"channel-key-required":     "generated code has a marked place for it",
}

// way is one break with the form in which it is written.
type way struct {
	was, is wizard.Answers
	form    string
}

// ways are a break in a few places and forms.
func ways(r *rand.Rand, b sample.Break) []way {
	var all []way
	places := sample.Places()
	r.Shuffle(len(places), func(i, j int) { places[i], places[j] = places[j], places[i] })
	readable := []string{"html", "js", "html es5", "js es5", "html euc-kr"}
	for _, at := range places {
		was := sample.Valid(r, at, today)
		if was.Make.MerchantUID != nil {
			was.Make.MerchantUID.From = wizard.FromBrowser
		}
		if is, ok := b.Apply(r, at, was); ok {
			i := r.IntN(len(readable))
			all = append(all, way{was, is, readable[i]}, way{was, is, readable[(i+1)%len(readable)]})
		}
		if len(all) >= 8 {
			break
		}
	}
	return all
}

func has(findings []wizard.Finding, rule string) bool {
	return slices.ContainsFunc(findings, func(f wizard.Finding) bool { return f.Rule == rule })
}

// broken reads the code of answers, nil where they cannot be written.
func broken(t *testing.T, a wizard.Answers, form string) *lint.Report {
	t.Helper()
	a.Options = forms()[form]
	name, _, _ := strings.Cut(form, " ")
	out, err := snippets.Generate(a, name)
	if err != nil {
		return nil
	}
	r := read(t, out.Files[0], setupOf(a))
	return &r
}

// standsThere holds that a finding's place is that of a value, a key or a call.
func standsThere(t *testing.T, r *lint.Report, f wizard.Finding) {
	t.Helper()
	line := strings.Split(r.Text, "\n")[f.Line-1]
	runes := []rune(line)
	if f.Column < 1 || f.Column > len(runes)+1 {
		t.Fatalf("%s stands at column %d of %q", f.Rule, f.Column, line)
	}
	before, there := strings.TrimRight(string(runes[:f.Column-1]), " "), string(runes[f.Column-1:])
	if there == "" || before != "" && !strings.HasSuffix(before, ":") && !strings.HasSuffix(before, "(") && !strings.HasSuffix(before, "{") && !strings.HasSuffix(before, "[") && !strings.HasSuffix(before, ",") {
		t.Errorf("%s stands behind %q, in front of %q", f.Rule, before, there)
	}
	if f.EndLine != f.Line || f.EndColumn <= f.Column {
		return
	}
	there = string(runes[f.Column-1 : f.EndColumn-1])
	n := js.Parse("x = "+there, nil, js.Syntax{}).Root.Kid(0).Kid(1)
	last := f.Path[strings.LastIndexByte(f.Path, '.')+1:]
	switch {
	case n.Kind == js.Name:
		if n.Text != last {
			t.Errorf("%s is about %s and stands at the name %q", f.Rule, f.Path, there)
		}
	case n.Kind == js.String && f.Value != safe.Mask && !strings.HasPrefix(f.Path, "facts.") && len(f.Value) < 60:
		if want, _ := value.Text(n.Text).MarshalJSON(); safe.Line(string(want), 80) != f.Value && n.Text != last {
			t.Errorf("%s has the value %s and stands at %q", f.Rule, f.Value, there)
		}
	}
}

// harmless rules speak of what is odd and breaks nothing.
var harmless = []string{"dummy-buyer", "sample-leftover", "redirect-url-reachable", "pg-code-shape", "currency-ignored"}
