package flow_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/sample"
)

// buyers are everything about a buyer that answers of any channel hold.
func buyers(a wizard.Answers) map[string]string {
	found := map[string]string{}
	for _, p := range wizard.Params() {
		if v := a.Params.Get(p.Path); p.Personal && v.Text() != "" {
			found[p.Path] = v.Text()
		}
	}
	return found
}

func TestWithoutBuyerHoldsNothingOfABuyer(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 20261121))
	held := 0
	for _, at := range sample.Places() {
		for range 10 {
			a := sample.Valid(r, at, today, "buyer_tel", "buyer_name")
			d := flow.Open(a).WithoutBuyer()
			if d.HoldsBuyer() || len(buyers(d.Answers())) > 0 {
				t.Fatalf("left: %v", buyers(d.Answers()))
			}
			raw, err := json.Marshal(d)
			if err != nil {
				t.Fatal(err)
			}
			for path, v := range buyers(a) {
				held++
				if quoted, _ := json.Marshal(v); len(v) > 5 && strings.Contains(string(raw), strings.Trim(string(quoted), `"`)) {
					t.Errorf("%s %q is still saved:\n%s", path, v, raw)
				}
			}
			again(t, d)
			if d.Place() == "" && !slices.Contains(a.Later, "buyer_tel") {
				t.Errorf("the result stands although the buyer is to be asked again")
			}
		}
	}
	if held == 0 {
		t.Error("no buyer was ever there")
	}
}

func TestWithoutBuyerKeepsTheRest(t *testing.T) {
	d, _ := walk(t, flow.Guided(), said{"channel_ready": typed("have"), "buyer_name": typed("홍길동"), "extras": picked("custom_data", "period")})
	bare := d.WithoutBuyer()
	if got := bare.Place(); got != "buyer_tel" {
		t.Errorf("asks at %q", got)
	}
	want, got := d.Answers(), bare.Answers()
	for path := range buyers(want) {
		want.Params = want.Params.With(path, got.Params.Get(path))
	}
	want.Params = want.Params.With("custom_data", got.Params.Get("custom_data"))
	if g, w := string(answers.JSON(got)), string(answers.JSON(want)); g != w {
		t.Errorf("\n got %s\nwant %s", g, w)
	}
	if !flow.Guided().WithoutBuyer().Confirmed("mode") && flow.Guided().HoldsBuyer() {
		t.Error("a draft that nobody touched holds a buyer")
	}
}

// What was ticked comes back with the draft, and evidence counts for the
// request that it was seen of and for no other.
func TestTicksAndProofsStayWithTheDraft(t *testing.T) {
	d, _ := walk(t, flow.Quick(), nil)
	d = d.Tick([]string{"rules/b", "rules/a"}).Prove(map[string]bool{"opened": true, "phone": false})
	back := again(t, d)
	if got := back.Ticked(); !slices.Equal(got, []string{"rules/a", "rules/b"}) {
		t.Errorf("ticked %v", got)
	}
	check := func(what string, d flow.Draft, want int) {
		t.Helper()
		if got := d.Proved(); len(got) != want {
			t.Errorf("%s: proved %v", what, got)
		}
	}
	check("as saved", back, 2)
	check("another amount", back.With("amount", typed("2000")), 0)
	check("and back", back.With("amount", typed("2000")).With("amount", typed("1004")), 2)
	check("another buyer", back.With("buyer_tel", typed("010-2222-3333")), 2)
	check("without the buyer", back.WithoutBuyer(), 2)
	check("live", back.With("mode", typed("live")), 0)
	if got := back.With("mode", typed("live")).Ticked(); len(got) != 0 {
		t.Errorf("another channel has the ticks %v", got)
	}
}
