package rulebook

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
)

// example is what an overlay that breaks a rule and one that does not put at
// the same paths. What one of them leaves alone stands there in the base.
func example(t *testing.T, v vectors, r vector) Example {
	t.Helper()
	var e Example
	if len(r.Fail) == 0 {
		return e
	}
	base := v.base(t, r.Base)
	broken, sound := lay(t, base, r.Fail), lay(t, base, r.Pass)
	paths := map[string]bool{}
	for path := range r.Fail {
		paths[path] = true
	}
	for path := range r.Pass {
		paths[path] = true
	}
	for _, path := range slices.Sorted(maps.Keys(paths)) {
		is, was := stands(t, broken, path), stands(t, sound, path)
		if is != was {
			e.Breaks = append(e.Breaks, Setting{path, is})
			e.Holds = append(e.Holds, Setting{path, was})
		}
	}
	return e
}

func stands(t *testing.T, c wizard.Case, path string) string {
	t.Helper()
	var request wizard.Request
	if len(c.Requests) > 0 {
		request = c.Requests[0]
	}
	v := c.Read(request, path)
	if path == "params" {
		v = request.Params
	}
	raw, err := v.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// TestExamplesAreTheOverlays holds what explain shows to what the tests run.
func TestExamplesAreTheOverlays(t *testing.T) {
	var all []vector
	for _, file := range overlayFiles {
		all = append(all, load(t, file).Rules...)
	}
	examplesAre(t, "../../assets/facts/examples.json", load(t, overlayFiles[0]), all, ExampleOf)
}

// The examples of V2 are those of its own rows; a row of both versions shows that of V1.
func TestExamplesOfV2AreTheOverlays(t *testing.T) {
	all := slices.DeleteFunc(ofV2(t), func(o vector) bool {
		r, ok := RuleIn(wizard.V2, o.ID)
		return !ok || r.When.SDK != wizard.V2
	})
	examplesAre(t, "../../assets/facts/examples_v2.json", load(t, overlaysV2), all, func(id string) Example {
		r, _ := RuleIn(wizard.V2, id)
		return r.example()
	})
}

func examplesAre(t *testing.T, path string, bases vectors, all []vector, shown func(id string) Example) {
	t.Helper()
	want := map[string]Example{}
	var ids []string
	for _, r := range all {
		if e := example(t, bases, r); len(e.Breaks) > 0 {
			want[r.ID] = e
			ids = append(ids, r.ID)
		}
	}
	var b strings.Builder
	b.WriteString("{\n")
	for i, id := range ids {
		row, err := json.Marshal(plain(want[id]))
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(" \"" + id + "\": " + string(row))
		if i < len(ids)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("}\n")
	golden(t, path, b.String())
	if !*update {
		for id, e := range want {
			if got := shown(id); !slices.Equal(got.Breaks, e.Breaks) || !slices.Equal(got.Holds, e.Holds) {
				t.Errorf("%s: %+v, want %+v", id, got, e)
			}
		}
	}
	t.Logf("%d rules with an example", len(want))
}

// plain keeps the values as texts, as the file has them.
func plain(e Example) any {
	type row struct {
		Path  string `json:"path"`
		Value string `json:"value"`
	}
	rows := func(all []Setting) []row {
		out := []row{}
		for _, s := range all {
			out = append(out, row(s))
		}
		return out
	}
	return map[string][]row{"breaks": rows(e.Breaks), "holds": rows(e.Holds)}
}

func TestEveryJudgedRuleHasAnExampleThatBreaksIt(t *testing.T) {
	for _, r := range slices.Concat(Rules(), slices.Concat(tablesV2...)) {
		if e := r.example(); r.Check != nil && len(e.Breaks) == 0 {
			t.Errorf("%s has none", r.ID)
		}
	}
}

func TestAliasesNameRules(t *testing.T) {
	raw, err := os.ReadFile("../../assets/facts/aliases.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string][]string
	if err := json.Unmarshal(raw, &all); err != nil || len(all) < 50 {
		t.Fatalf("%d aliases, %v", len(all), err)
	}
	for name, ids := range all {
		if _, taken := RuleOf(name); taken || len(ids) == 0 {
			t.Errorf("%s is a rule itself, or stands for nothing", name)
		}
		for _, id := range ids {
			if _, ok := RuleOf(id); !ok {
				t.Errorf("%s stands for %s, which is no rule", name, id)
			}
		}
	}
	for name, want := range map[string][]string{
		"amount-positive": {"amount-positive"}, "V2-AMT-01": {"amount-number-type", "amount-positive", "amount-krw-integer"},
		"smartro/uid-length": {"merchant-uid-length", "issue-id-length"}, "nothing": nil, "": nil,
	} {
		if got := Named(name); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}
