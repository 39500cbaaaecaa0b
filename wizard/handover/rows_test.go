package handover

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"smartro-wizard/assets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

func TestFactsReadAsTheLibraryReadsThem(t *testing.T) {
	raw, err := assets.Files.ReadFile("facts/handover.json")
	if err != nil {
		t.Fatal(err)
	}
	var want facts
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(rows(), want) {
		t.Error("other rows than the library reads")
	}
}

// every payment, with and without what rows ask for.
func every() []*payment {
	var all []*payment
	for _, ch := range wizard.Channels() {
		for _, m := range ch.PayMethods {
			for _, keys := range [][]string{nil, {"notice_url", "confirm_url", "app_scheme", "tax_free", "m_redirect_url"}} {
				a := wizard.Answers{Mode: ch.Mode, Module: ch.Module, Type: ch.Type, Params: value.ObjectOf()}
				a.Params = a.Params.With("pay_method", value.Text(string(m)))
				for _, k := range keys {
					a.Params = a.Params.With(k, value.Text("https://shop.example.com/x"))
				}
				if keys != nil {
					a.UserCode, a.TierCode, a.Make.MerchantUID = "imp10000001", "0A1", &wizard.MakeOrderID{From: wizard.FromServer}
				}
				all = append(all, of(a, text.Ko))
			}
		}
	}
	return all
}

// everyV2 is every payment of V2 by its method alone.
func everyV2() []*payment {
	var all []*payment
	for _, ch := range wizard.Channels() {
		way := ch.In(wizard.V2)
		for _, m := range way.PayMethods {
			a := wizard.Answers{Mode: ch.Mode, SDK: wizard.V2, Module: ch.Module, Type: ch.Type}
			a.Params = value.ObjectOf(value.Field{Key: wizard.CallOf(way.Entry).Method, Value: value.Text(string(m))})
			all = append(all, of(a, text.Ko))
		}
	}
	return all
}

func TestEveryRowBelongsSomewhere(t *testing.T) {
	all := append(every(), everyV2()...)
	used := func(what string, s said) {
		if !slices.ContainsFunc(all, func(p *payment) bool { return p.sentence(s) != "" }) {
			t.Errorf("%s: %+v is never said", what, s)
		}
	}
	for _, row := range rows().Letters {
		for _, s := range row.Titles {
			used(row.ID, s)
		}
		for _, e := range row.Lines {
			if e.Part == "" {
				used(row.ID, e.said)
			}
		}
	}
	for _, s := range rows().Notes {
		used("notes", s)
	}
	for _, row := range rows().Checklist {
		used("checklist", row.said)
		if !slices.Contains(Groups[:], row.Group) {
			t.Errorf("%s: no group %s", row.ID, row.Group)
		}
	}
	for _, row := range rows().Tests {
		if !slices.ContainsFunc(all, func(p *payment) bool { return p.is(row.when) && (row.Rule == "" || p.judged(row.Rule)) }) {
			t.Errorf("the test %s belongs to no payment", row.ID)
		}
		if rows().Places[row.On].Ko == "" {
			t.Errorf("%s: no place %s", row.ID, row.On)
		}
	}
	for _, row := range rows().Differences {
		if !slices.ContainsFunc(all, func(p *payment) bool { return p.opens() && p.is(row.when) }) {
			t.Errorf("the difference %s belongs to no payment", row.ID)
		}
	}
}

func TestWhatRowsNameExists(t *testing.T) {
	check := func(where string, s said) {
		for _, id := range s.Rules {
			if _, ok := rulebook.RuleOf(id); !ok {
				t.Errorf("%s: no rule %s", where, id)
			}
		}
		if s.Symptom != "" && symptomSays(s.Symptom, text.Ko) == "" {
			t.Errorf("%s: no symptom %s", where, s.Symptom)
		}
	}
	for _, row := range rows().Letters {
		for _, e := range row.Lines {
			check(row.ID, e.said)
		}
	}
	for _, s := range rows().Notes {
		check("notes", s)
	}
	for _, row := range rows().Checklist {
		check(row.ID, row.said)
		if who := who(row.Who, text.Ko); who == "rules.who."+row.Who || who == "handover.who_"+row.Who {
			t.Errorf("%s: nobody is called %s", row.ID, row.Who)
		}
	}
	for _, row := range rows().Differences {
		check(row.ID, row.Test)
		check(row.ID, row.Live)
	}
	for _, row := range rows().Tests {
		if _, ok := rulebook.RuleOf(row.Rule); row.Rule != "" && !ok {
			t.Errorf("%s: no rule %s", row.ID, row.Rule)
		}
	}
}

// One payment has one row of a kind: one answer for money, one full cancel,
// every rung once.
func TestRowsDoNotSayTheSameTwice(t *testing.T) {
	for _, p := range every() {
		if !p.opens() {
			continue
		}
		var whats, dos, rungs []string
		for _, r := range Differences(p.Answers, text.En) {
			whats = append(whats, r.What)
		}
		for _, r := range QA(p.Answers, text.En) {
			dos = append(dos, r.Do+" "+r.On)
		}
		for _, r := range Ladder(p.Answers, text.En) {
			rungs = append(rungs, r.ID)
		}
		for _, list := range [][]string{whats, dos, rungs, Notes(p.Answers, text.En)} {
			sorted := slices.Sorted(slices.Values(list))
			if len(slices.Compact(sorted)) != len(list) {
				t.Errorf("%s %s %s %s: %q", p.Mode, p.Module, p.Type, p.method, list)
			}
		}
		if want := []string{"rules", "opened", "pc", "phone", "lookup", "webhook", "cancel"}; !slices.Equal(rungs, want) {
			t.Errorf("%s %s %s: rungs %v", p.Module, p.Type, p.method, rungs)
		}
	}
}

func TestTheConsolesAddressIsThatOfTheLinks(t *testing.T) {
	if got := wizard.Links()[0].URL; len(got) < len(rows().Values["console"]) || got[:len(rows().Values["console"])] != rows().Values["console"] {
		t.Errorf("the letters say %s, the links %s", rows().Values["console"], got)
	}
}
