package carry_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/carry"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

const today = "2026-11-21"

// Whatever is answered is told of, once; and what comes out on the other side
// has nothing that the rulebook calls an error but what a person has to decide.
func TestNothingIsLostOnTheWay(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	ways := 0
	for _, sdk := range wizard.SDKs {
		for _, at := range sample.PlacesIn(sdk) {
			for range 8 {
				a := sample.Valid(r, at, today)
				for _, to := range []carry.To{{SDK: wizard.V1, Module: wizard.ModuleNew}, {SDK: wizard.V2, Module: wizard.ModuleNew}, {SDK: wizard.V1, Module: wizard.ModuleOld}} {
					got := carry.Across(a, to, false, today, text.En)
					if got.Refused != "" {
						continue
					}
					ways++
					whole(t, a, got)
				}
			}
		}
	}
	if ways < 400 {
		t.Errorf("%d ways were open", ways)
	}
}

func whole(t *testing.T, a wizard.Answers, got carry.Result) {
	t.Helper()
	request := a.Case(today).Requests[0].Params
	for _, p := range slices.Concat(wizard.ParamsOf(a.Call().Function), wizard.OtherParamsOf(a.Call().Function)) {
		n := 0
		for _, row := range got.Rows {
			if row.From.Path == p.Path {
				n++
			}
		}
		if sent := !request.Get(p.Path).IsAbsent(); p.Path != "storeId" && sent != (n == 1) {
			t.Errorf("%s is told of %d times", p.Path, n)
		}
	}
	open := map[string]bool{}
	for _, row := range got.Rows {
		if row.Reason == "" || row.From.Path == "" && row.To.Path == "" {
			t.Errorf("no reason, or no name: %+v", row)
		}
		if row.State == carry.Decide {
			open["params."+row.To.Path], open[row.To.Path] = true, true
		}
	}
	for _, f := range rulebook.Judge(got.Answers.Case(today), text.En) {
		if f.Severity == wizard.SeverityError && f.State == wizard.StateFound && !open[f.Path] {
			t.Errorf("%s %s to %s: %s of %s is nobody's to decide: %s", a.SDK, a.Type, got.To.SDK, f.Rule, f.Path, f.Message)
		}
	}
}

// There and back is where it began, but for what had to be decided or was dropped.
func TestThereAndBack(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for _, at := range sample.Places() {
		if at.Module == wizard.ModuleOld {
			continue
		}
		for range 8 {
			a := sample.Valid(r, at, today)
			there := carry.Across(a, carry.Other(a), false, today, text.En)
			back := carry.Across(there.Answers, carry.Other(there.Answers), false, today, text.En)
			for _, row := range there.Rows {
				if row.From.Path == "" || row.State != carry.Same && row.State != carry.Renamed || row.From.Value.Kind() == value.Made || row.From.Path == "notice_url" {
					continue
				}
				was, is := row.From.Value, back.Answers.Case(today).Requests[0].Params.Get(row.From.Path)
				if !is.Equal(was) {
					t.Fatalf("%s: %v was %v", row.From.Path, is, was)
				}
			}
		}
	}
}

// What the other side's rules refuse is for a person to settle, with the rule's
// own words.
func TestWhatIsRefusedThereIsToBeDecided(t *testing.T) {
	for _, c := range []struct {
		name   string
		from   wizard.Answers
		to     carry.To
		path   string
		rule   string
		params []value.Field
	}{
		{"data that V2 takes as an object only", answers(wizard.ModuleNew, wizard.TypeGeneral), carry.To{SDK: wizard.V2, Module: wizard.ModuleNew},
			"customData", "custom-data-json", []value.Field{{Key: "custom_data", Value: value.Text("cart 1")}}},
		{"a number that only the old module takes", answers(wizard.ModuleOld, wizard.TypeGeneral), carry.To{SDK: wizard.V1, Module: wizard.ModuleNew},
			"merchant_uid", "merchant-uid-charset", []value.Field{{Key: "merchant_uid", Value: value.Text("order_20261121")}}},
		{"a language without a word", answers(wizard.ModuleNew, wizard.TypeGeneral), carry.To{SDK: wizard.V2, Module: wizard.ModuleNew},
			"locale", "", []value.Field{{Key: "language", Value: value.Text("zh")}}},
	} {
		a := c.from
		a.Params = value.ObjectOf(append(a.Params.Fields(), c.params...)...)
		got := carry.Across(a, c.to, false, today, text.En)
		i := slices.IndexFunc(got.Rows, func(r carry.Row) bool { return r.To.Path == c.path })
		if i < 0 || got.Rows[i].State != carry.Decide || got.Rows[i].Rule != c.rule || got.Rows[i].Reason == "" {
			t.Errorf("%s: %+v", c.name, got.Rows)
		}
	}
}

func answers(module wizard.Module, typ wizard.Type) wizard.Answers {
	return wizard.Answers{Version: wizard.AnswersVersion, Mode: wizard.ModeTest, SDK: wizard.V1, Module: module, Type: typ, UserCode: "imp10000001",
		Params: value.ObjectOf(value.Field{Key: "pay_method", Value: value.Text("card")})}
}
