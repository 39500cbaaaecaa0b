package answers

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// paths are those of all keys of the contract, groups too.
func paths(among []key, at string) []string {
	var all []string
	for _, k := range among {
		all = append(all, join(at, k.name))
		all = append(all, paths(k.keys, join(at, k.name))...)
	}
	return all
}

func inSchema(s value.Value, path string) value.Value {
	return s.Get("properties." + strings.ReplaceAll(path, ".", ".properties."))
}

// What a validator makes of it is tested with one, see e2e/schema.
func TestSchemaHasEveryKeyAndParameter(t *testing.T) {
	for _, l := range text.Langs {
		s := Schema(l, []string{"html"})
		raw, err := s.MarshalJSON()
		if err != nil || !json.Valid(raw) {
			t.Fatalf("%s: %v", l, err)
		}
		for _, path := range paths(contract, "") {
			row := inSchema(s, path)
			about := row.Get("description").Text()
			if row.IsAbsent() || about == "" || strings.HasPrefix(about, "answers.") {
				t.Errorf("%s: %s is %v %q", l, path, row.Kind(), about)
			}
		}
		for _, d := range s.Get("$defs").Fields() {
			for _, p := range slices.Concat(wizard.ParamsOf(d.Key), wizard.OtherParamsOf(d.Key)) {
				row := inSchema(d.Value, "params."+p.Path)
				if about := row.Get("description").Text(); !strings.HasPrefix(about, p.Label.In(l)) {
					t.Errorf("%s: %s is about %q", l, p.Path, about)
				}
				if deprecated := row.Get("deprecated").Bool(); deprecated != (p.Unsupported || p.Path == "pg") {
					t.Errorf("%s: deprecated is %v", p.Path, deprecated)
				}
			}
		}
		if n := s.Get("$defs").Len(); n != len(wizard.Calls()) {
			t.Errorf("%d calls are defined", n)
		}
		if got := inSchema(s, "options.targets").Get("items.enum.0").Text(); got != "html" {
			t.Errorf("targets begin with %q", got)
		}
	}
}

func TestEveryProblemCanBeExplained(t *testing.T) {
	names := problems(t)
	if len(names) != len(Rules()) {
		t.Errorf("%d problems, %d rules", len(names), len(Rules()))
	}
	for _, name := range names {
		for _, l := range text.Langs {
			f, ok := Explain("answers-"+name, l)
			if !ok || f.Rule != "answers-"+name || f.Message == "" || f.Why == "" || f.Fix == "" || strings.ContainsAny(f.Message+f.Why+f.Fix, "{}") {
				t.Errorf("%s: %+v", name, f)
			}
		}
	}
	for _, other := range []string{"", "answers-", "answers-nothing", "type", "amount-positive"} {
		if f, ok := Explain(other, text.Ko); ok {
			t.Errorf("%q is %+v", other, f)
		}
	}
}
