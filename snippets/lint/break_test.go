package lint_test

import (
	"math/rand/v2"
	"regexp"
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
	for _, b := range sample.Breaks() {
		kind := n
		for _, way := range ways(r, b) {
			n.count(t, b, way)
		}
		if n.tried == kind.tried {
			t.Errorf("%s: no code was written of it", b.Rule)
		}
	}
	t.Logf("%d breaks of %d kinds tried in code, %d caught, %d with line and column", n.tried, len(sample.Breaks()), n.caught, n.placed)
}

// tally counts breaks in code.
type tally struct{ tried, caught, placed int }

// count tries one break.
func (n *tally) count(t *testing.T, b sample.Break, way way) {
	t.Helper()
	again := retold(b.Rule, way)
	before, after := written(t, way.was, way.form, nil), written(t, way.is, way.form, again)
	if before == nil || after == nil {
		return // the form cannot say it
	}
	n.tried++
	i := slices.IndexFunc(after.Findings, func(f wizard.Finding) bool { return f.Rule == b.Rule && f.State == wizard.StateFound })
	if i < 0 {
		t.Errorf("%s is silent in %s:%s\n%s", b.Rule, way.form, show(after.Findings), numbered(after.Text))
		return
	}
	n.caught++
	f := after.Findings[i]
	if f.Line == 0 {
		t.Errorf("%s has no place in %s", b.Rule, way.form)
		return
	}
	standsThere(t, after, f)
	standsAtTheBreak(t, before, after, f)
	n.placed++
	also := b.Also
	if again != nil {
		also = append(slices.Clone(also), again.also)
	}
	for _, f := range after.Findings {
		if f.State == wizard.StateFound && f.Rule != b.Rule && !slices.Contains(also, f.Rule) && !slices.Contains(harmless, f.Rule) && !has(before.Findings, f.Rule) {
			t.Errorf("%s in %s: %s speaks too%s", b.Rule, way.form, f.Rule, show(after.Findings))
		}
	}
}

// retold gives what has to be done to code of the sound answers where the
// generator would mend the break: it makes order numbers itself, marks a place
// for what is missing, and writes nothing for a payment without a window.
func retold(rule string, w way) *retelling {
	line := func(key string) *regexp.Regexp { return regexp.MustCompile(`(?m)^( *)` + key + `: [^\n]*\n`) }
	edit := func(at *regexp.Regexp, with string) *retelling {
		return &retelling{w.was, func(body string) string { return at.ReplaceAllString(body, with) }, ""}
	}
	switch rule {
	case "merchant-uid-required", "merchant-uid-charset", "merchant-uid-length":
		v := w.is.Params.Get("merchant_uid")
		if v.IsAbsent() {
			return edit(line("merchant_uid"), "")
		}
		typed := edit(line("merchant_uid"), `${1}merchant_uid: "`+v.Text()+"\",\n")
		typed.also = "order-id-fresh" // a number in code is the same each time
		return typed
	case "merchant-uid-uuid-hyphen":
		prefix := w.is.Make.MerchantUID.Prefix
		typed := edit(line("merchant_uid"), `${1}merchant_uid: "`+prefix+"\" + crypto.randomUUID(),\n")
		if prefix == "주문" {
			typed.also = "merchant-uid-charset"
		}
		return typed
	case "channel-key-required":
		return edit(line("(?:channelKey|channelGroupId|pg)"), "")
	case "api-type-not-in-v1":
		return edit(regexp.MustCompile(`^`), "")
	}
	return nil
}

// retelling is code of sound answers, and how to break it.
type retelling struct {
	of   wizard.Answers
	edit func(body string) string
	also string // a rule that speaks of the edit as well
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

// written reads the code of answers, nil where they cannot be written.
func written(t *testing.T, a wizard.Answers, form string, r *retelling) *lint.Report {
	t.Helper()
	of := a
	if r != nil {
		of = r.of
	}
	of.Options = forms()[form]
	name, _, _ := strings.Cut(form, " ")
	out, err := snippets.Generate(of, name)
	if err != nil {
		return nil
	}
	if r != nil {
		out.Files[0].Body = r.edit(out.Files[0].Body)
	}
	report := read(t, out.Files[0], setupOf(a))
	return &report
}

// standsAtTheBreak holds that a finding stands where the broken code differs
// from the sound code: at a line that is new, or, for what is gone or contradicts
// what was said beforehand, at a call of the SDK.
func standsAtTheBreak(t *testing.T, before, after *lint.Report, f wizard.Finding) {
	t.Helper()
	was, is := strings.Split(before.Text, "\n"), strings.Split(after.Text, "\n")
	if line := is[f.Line-1]; strings.Contains(line, ".request") || !slices.Contains(was, line) {
		return
	}
	last := f.Path[strings.LastIndexByte(f.Path, '.')+1:]
	if strings.HasPrefix(f.Path, "setup.") || strings.Contains(is[f.Line-1], last+":") {
		return // said beforehand, or a value that came through a name: both lines are its own
	}
	t.Errorf("%s stands at line %d, which is as it was: %s\n%s", f.Rule, f.Line, is[f.Line-1], numbered(after.Text))
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
	case n.Kind == js.String && f.Value != safe.Mask && !strings.HasPrefix(f.Path, "facts.") && !strings.HasPrefix(f.Path, "setup.") && len(f.Value) < 60:
		if want, _ := value.Text(n.Text).MarshalJSON(); safe.Line(string(want), 80) != f.Value && n.Text != last {
			t.Errorf("%s has the value %s and stands at %q", f.Rule, f.Value, there)
		}
	}
}

// harmless rules speak of what is odd and breaks nothing.
var harmless = []string{"dummy-buyer", "sample-leftover", "redirect-url-reachable", "pg-code-shape", "currency-ignored"}
