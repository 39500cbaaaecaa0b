package rulebook

import (
	"encoding/json"
	"slices"
	"sync"

	"smartro-wizard/assets"
	"smartro-wizard/wizard"
)

// Example shows a rule at work: settings that break it on an otherwise sound
// case, and what stands at the same paths where it is kept. Null means that
// nothing stands there. A rule that a person checks has none.
type Example struct {
	Breaks []Setting `json:"breaks"`
	Holds  []Setting `json:"holds"`
}

// Setting puts a value, as JSON, at a path of a case.
type Setting struct {
	Path  string `json:"path"`
	Value string `json:"value"`
}

// MarshalJSON writes the value as the JSON that it is.
func (s Setting) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Path  string          `json:"path"`
		Value json.RawMessage `json:"value"`
	}{s.Path, json.RawMessage(s.Value)})
}

var (
	examples   = facts[map[string]Example]("examples")
	examplesV2 = facts[map[string]Example]("examples_v2")
)

// ExampleOf gives the example of a rule of V1.
func ExampleOf(id string) Example { return examples()[id] }

// example is that of the row's own version.
func (r *Rule) example() Example {
	if r.When.SDK == wizard.V2 {
		return examplesV2()[r.ID]
	}
	return ExampleOf(r.ID)
}

var aliases = facts[map[string][]string]("aliases")

// Named gives the ids of the rules that a name stands for: itself, or what the
// name is an alias of, which may be several.
func Named(name string) []string {
	if _, ok := RuleOf(name); ok {
		return []string{name}
	}
	return slices.Clone(aliases()[name])
}

func facts[T any](name string) func() T {
	return sync.OnceValue(func() T {
		var t T
		raw, err := assets.Files.ReadFile("facts/" + name + ".json")
		if err == nil {
			err = json.Unmarshal(raw, &t)
		}
		if err != nil {
			panic("rulebook: facts/" + name + ".json: " + err.Error())
		}
		return t
	})
}
