package flow_test

import (
	"math/rand/v2"
	"testing"

	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/sample"
)

// Whatever answers hold that their channel forbids can be put right from the
// screen: at a question that is asked, or by an edit.
func TestEveryRefusedValueCanBeMended(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 20261121))
	broken, edited := 0, 0
	for _, b := range sample.Breaks() {
		for _, at := range sample.Places() {
			a, ok := b.Apply(r, at, sample.Valid(r, at, today))
			if !ok {
				continue
			}
			broken++
			d := flow.Open(a)
			for range 20 {
				i := unasked(d)
				if i < 0 {
					break
				}
				was := d.Refusals(today, "en")
				d = d.Amend(was[i])
				edited++
				if now := d.Refusals(today, "en"); len(now) >= len(was) && same(now, was[i]) {
					t.Fatalf("%s at %v: %s %s stays after %v\n%s", b.Rule, at, was[i].Finding.Rule, was[i].Finding.Path, was[i].Edits, answers.JSON(d.Answers()))
				}
			}
			for _, left := range d.Refusals(today, "en") {
				if !d.Applies(left.Question) {
					t.Fatalf("%s at %v: nothing mends %s at %s\n%s", b.Rule, at, left.Finding.Rule, left.Finding.Path, answers.JSON(a))
				}
			}
		}
	}
	t.Logf("%d broken answers, %d edits", broken, edited)
	if edited == 0 {
		t.Error("no broken answers needed an edit")
	}
}

// unasked is the first refusal that no question holds, or -1.
func unasked(d flow.Draft) int {
	for i, r := range d.Refusals(today, "en") {
		if r.Question == "" {
			return i
		}
	}
	return -1
}

func same(all []flow.Refusal, r flow.Refusal) bool {
	for _, other := range all {
		if other.Finding.Rule == r.Finding.Rule && other.Finding.Path == r.Finding.Path && other.Finding.Value == r.Finding.Value {
			return true
		}
	}
	return false
}

// A refused value at a question is where the person lands.
func TestARefusedValueAtAQuestionIsAskedFor(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 20261121))
	for _, b := range sample.Breaks() {
		for _, at := range sample.Places() {
			a, ok := b.Apply(r, at, sample.Valid(r, at, today))
			if !ok {
				continue
			}
			d := flow.Open(a)
			for _, left := range d.Refusals("", "en") {
				if left.Question != "" && d.Place() == "" {
					t.Errorf("%s at %v opens on the result", left.Finding.Rule, at)
				}
			}
		}
	}
}

// A field shows the text "1004" and the number alike: who confirms it, or types
// it anew, is not refused for what cannot be seen.
func TestWhatIsConfirmedCountsAsTyped(t *testing.T) {
	a, found := answers.Decode("a.yaml", []byte("version: 1\nmode: test\nsdk: v1\nmodule: smartro_v2\ntype: general\nuser_code: "+userCode+
		"\nparams: {channelKey: "+key+", pay_method: card, name: x, amount: \"1004\", buyer_tel: "+tel+"}\n"+
		"make: {merchant_uid: {from: server}, m_redirect_url: {path: /r}}\n"), "en")
	if len(found) > 0 {
		t.Fatal(found)
	}
	d := flow.Open(a)
	if d.Place() != "amount" {
		t.Fatalf("opens at %q", d.Place())
	}
	for _, at := range []flow.Draft{d, d.With("amount", typed("1")).With("amount", typed("1004"))} {
		next, ok := at.Next()
		if !ok || jsonOf(t, next.Answers().Params.Get("amount")) != "1004" {
			t.Errorf("went on %t with %s", ok, jsonOf(t, next.Answers().Params.Get("amount")))
		}
	}
}
