package lint_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/value"
)

// TestOneBreakOfV2IsFoundAtItsPlace is TestOneBreakIsFoundAtItsPlace for V2,
// in code that stands in pages, components and templates.
func TestOneBreakOfV2IsFoundAtItsPlace(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 63))
	var n tally
	for _, b := range sample.BreaksV2() {
		kind := n
		for _, at := range someOf(r, sample.PlacesIn(wizard.V2)) {
			was := sample.Valid(r, at, today)
			is, ok := b.Apply(r, at, was)
			if !ok || n.tried-kind.tried >= 8 {
				continue
			}
			host := []string{"pay.html", "Pay.tsx", "Pay.vue", "pay.jsp"}[r.IntN(4)]
			n.countV2(t, b, was, is, host)
		}
		if n.tried == kind.tried {
			t.Errorf("%s: no code was written of it", b.Rule)
		}
	}
	t.Logf("%d breaks of V2 of %d kinds tried in code, %d caught, %d with line and column", n.tried, len(sample.BreaksV2()), n.caught, n.placed)
}

func someOf(r *rand.Rand, places []sample.Place) []sample.Place {
	all := slices.Concat(places, places, places)
	r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

func (n *tally) countV2(t *testing.T, b sample.Break, was, is wizard.Answers, host string) {
	t.Helper()
	before, after := writtenV2(t, was, host, ""), writtenV2(t, is, host, b.Rule)
	n.tried++
	i := slices.IndexFunc(after.Findings, func(f wizard.Finding) bool { return f.Rule == b.Rule && f.State == wizard.StateFound })
	if i < 0 {
		t.Errorf("%s is silent in %s (%s %s):%s\n%s", b.Rule, host, is.Type, is.Module, show(after.Findings), numbered(after.Text))
		return
	}
	n.caught++
	f := after.Findings[i]
	if f.Line == 0 {
		t.Errorf("%s has no place in %s", b.Rule, host)
		return
	}
	n.placed++
	standsThere(t, &after, f)
	standsAtTheBreak(t, &before, &after, f)
	for _, f := range after.Findings {
		if f.State == wizard.StateFound && f.Rule != b.Rule && !slices.Contains(b.Also, f.Rule) && !slices.Contains(harmless, f.Rule) && !has(before.Findings, f.Rule) && !slices.Contains(ofTyped, f.Rule) {
			t.Errorf("%s in %s: %s speaks too%s\n%s", b.Rule, host, f.Rule, show(after.Findings), after.Text)
		}
	}
}

// ofTyped are rules about a number that stands in code as it was typed, or that
// holds a sign beside a UUID.
var ofTyped = []string{"order-id-fresh", "merchant-uid-charset"}

// writtenV2 reads code that a developer writes of answers.
func writtenV2(t *testing.T, a wizard.Answers, host, rule string) report {
	t.Helper()
	request := a.Case(today).Requests[0]
	params := literal(t, marked(request.Params))
	prefix := "order"
	if a.Make.MerchantUID != nil {
		prefix = a.Make.MerchantUID.Prefix
	}
	id := ` + crypto.randomUUID().replace(/-/g, "")`
	if rule == "merchant-uid-uuid-hyphen" {
		id = ` + crypto.randomUUID()`
	}
	due := `new Date(Date.now() + 3 * 86400000).toISOString()`
	params = strings.NewReplacer(
		`"‹`+wizard.MakerOrderID+`›"`, `"`+prefix+`"`+id,
		`"‹`+wizard.MakerIssueID+`›"`, `"`+prefix+`" + Array.from(crypto.getRandomValues(new Uint8Array(7)), (b) => b.toString(16).padStart(2, "0")).join("")`,
		`"‹`+wizard.MakerRedirect+`›"`, `location.origin + "/payments/redirect"`,
		`"‹`+wizard.MakerDueDate+`›"`, due, `"‹`+wizard.MakerOfferPeriod+`›"`, due,
	).Replace(params)
	return readText(t, host, hostV2(host, pageScriptV2(request.Function, params)), setupOf(a))
}

// marked writes the names of makers as texts, and leaves out what is left open.
func marked(v value.Value) value.Value {
	for _, f := range v.Fields() {
		switch f.Value.Kind() {
		case value.Object:
			v = v.With(f.Key, marked(f.Value))
		case value.Made:
			v = v.With(f.Key, value.Text("‹"+f.Value.Text()+"›"))
		case value.Later:
			v = v.With(f.Key, value.Value{})
		}
	}
	return v
}
