package rulebook

import (
	"slices"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

var overlayFiles = []string{"v1-overlays.yaml", "own-overlays.yaml"}

func TestBasesBreakNoErrorRule(t *testing.T) {
	v := load(t, "v1-overlays.yaml")
	for name := range v.Bases {
		if bad := errorsOf(Judge(v.base(t, name), text.Ko)); len(bad) > 0 {
			t.Errorf("base %s breaks %v", name, bad)
		}
	}
}

func TestRulesOnTheirOverlays(t *testing.T) {
	bases := load(t, "v1-overlays.yaml")
	ran, runs := 0, 0
	for _, file := range overlayFiles {
		for _, o := range load(t, file).Rules {
			if o.Person {
				continue
			}
			ran++
			t.Run(o.ID, func(t *testing.T) {
				base := bases.base(t, o.Base)
				runs += runPassing(t, o, base) + runFailing(t, o, base)
			})
		}
	}
	t.Logf("%d rules ran on %d overlays", ran, runs)
}

func runPassing(t *testing.T, o vector, base wizard.Case) int {
	for i, p := range append([]overlay{o.Pass}, o.AlsoPass...) {
		findings := Judge(lay(t, base, p), text.Ko)
		if bad := errorsOf(findings); len(bad) > 0 {
			t.Errorf("pass %d: error rules fire:%s", i, say(findings))
		}
		if slices.Contains(ids(findings), o.ID) {
			t.Errorf("pass %d: the rule fires:%s", i, say(findings))
		}
	}
	return 1 + len(o.AlsoPass)
}

func runFailing(t *testing.T, o vector, base wizard.Case) int {
	want := append([]string{o.ID}, o.Companions...)
	slices.Sort(want)
	findings := Judge(lay(t, base, o.Fail), text.Ko)
	if got := ids(findings); !slices.Equal(got, want) {
		t.Errorf("fail: got %v, want %v:%s", got, want, say(findings))
	}
	for _, f := range findings {
		if f.State != wizard.StateFound {
			t.Errorf("fail: %s is %s", f.Rule, f.State)
		}
	}
	for i, a := range o.AlsoFail {
		findings := Judge(lay(t, base, a), text.Ko)
		got := ids(findings)
		if !slices.Contains(got, o.ID) {
			t.Errorf("also_fail %d: the rule is silent:%s", i, say(findings))
		}
		for _, id := range got {
			if !slices.Contains(want, id) {
				t.Errorf("also_fail %d: %s fires too:%s", i, id, say(findings))
			}
		}
	}
	return 1 + len(o.AlsoFail)
}

func TestChecklistShowsThePersonsRules(t *testing.T) {
	v := load(t, "v1-overlays.yaml")
	for _, o := range v.Rules {
		if !o.Person {
			continue
		}
		lines := Checklist(lay(t, v.base(t, o.Base), o.Shown), text.Ko)
		i := slices.IndexFunc(lines, func(l Line) bool { return l.Rule == o.ID })
		if i < 0 {
			t.Errorf("%s: no line on its base", o.ID)
			continue
		}
		if l := lines[i]; l.Text == "" || l.Who == "" || l.How == "" || l.Source == "" {
			t.Errorf("%s: a line with gaps: %+v", o.ID, l)
		}
	}
}
