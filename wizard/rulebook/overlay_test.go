package rulebook

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.yaml.in/yaml/v4"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// vectors is testdata/v1-overlays.yaml: cases that break no error rule, and
// for each rule the overlays that break it and those that do not.
type vectors struct {
	FactSets map[string]yaml.Node `yaml:"fact_sets"`
	Bases    map[string]baseCase  `yaml:"bases"`
	Rules    []vector             `yaml:"rules"`
	Own      []vector             `yaml:"own"`
	Meta     struct{ Rows, IDs int }
}

type baseCase struct {
	Setup   map[string]string `yaml:"setup"`
	Fn      string            `yaml:"fn"`
	Params  yaml.Node         `yaml:"params"`
	FactSet string            `yaml:"fact_set"`
	Facts   yaml.Node         `yaml:"facts"`
}

type overlay map[string]yaml.Node

type vector struct {
	ID         string    `yaml:"id"`
	Row        []string  `yaml:"row"` // in the catalogue of V2's rules
	Base       string    `yaml:"base"`
	Person     bool      `yaml:"person"`
	Outside    bool      `yaml:"outside"`
	Companions []string  `yaml:"companions"`
	Pass       overlay   `yaml:"pass"`
	Fail       overlay   `yaml:"fail"`
	Shown      overlay   `yaml:"shown"`
	AlsoPass   []overlay `yaml:"also_pass"`
	AlsoFail   []overlay `yaml:"also_fail"`
}

// loaded keeps each file once it was read; nobody changes it.
var loaded sync.Map

func load(t testing.TB, name string) vectors {
	t.Helper()
	if v, ok := loaded.Load(name); ok {
		return v.(vectors)
	}
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := yaml.Unmarshal(raw, &v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	loaded.Store(name, v)
	return v
}

// read turns a node into a value, digits and order kept.
func read(t testing.TB, n *yaml.Node) value.Value {
	t.Helper()
	switch n.Kind {
	case 0:
		return value.Value{}
	case yaml.MappingNode:
		var fields []value.Field
		for i := 0; i+1 < len(n.Content); i += 2 {
			fields = append(fields, value.Field{Key: n.Content[i].Value, Value: read(t, n.Content[i+1])})
		}
		return value.ObjectOf(fields...)
	case yaml.SequenceNode:
		var items []value.Value
		for _, c := range n.Content {
			items = append(items, read(t, c))
		}
		return value.ListOf(items...)
	}
	switch n.Tag {
	case "!!str", "!!timestamp":
		return value.Text(n.Value)
	case "!!bool":
		return value.Truth(n.Value == "true")
	case "!!int", "!!float":
		return value.Digits(n.Value)
	case "!!null":
		return value.Value{}
	}
	t.Fatalf("no value for %s %q", n.Tag, n.Value)
	return value.Value{}
}

func (v vectors) base(t testing.TB, name string) wizard.Case {
	t.Helper()
	b, ok := v.Bases[name]
	if !ok {
		b, ok = load(t, "own-overlays.yaml").Bases[name]
	}
	if !ok {
		t.Fatalf("no base %q", name)
	}
	c := wizard.Case{Facts: map[string]value.Value{}}
	for key, val := range b.Setup {
		set(t, &c, "setup."+key, value.Text(val))
	}
	facts := v.FactSets[b.FactSet]
	for _, n := range []yaml.Node{facts, b.Facts} {
		for _, f := range read(t, &n).Fields() {
			c.Facts[f.Key] = f.Value
		}
	}
	if b.Fn != "" {
		c.Requests = []wizard.Request{{Function: b.Fn, Params: read(t, &b.Params)}}
	}
	return c
}

// lay puts an overlay on a case.
func lay(t testing.TB, c wizard.Case, o overlay) wizard.Case {
	t.Helper()
	c.Facts = maps.Clone(c.Facts)
	c.Requests = slices.Clone(c.Requests)
	for _, path := range slices.Sorted(maps.Keys(o)) {
		n := o[path]
		set(t, &c, path, read(t, &n))
	}
	return c
}

func set(t testing.TB, c *wizard.Case, path string, v value.Value) {
	t.Helper()
	head, rest, _ := strings.Cut(path, ".")
	switch head {
	case "fn":
		c.Requests[0].Function = v.Text()
	case "params":
		c.Requests[0].Params = c.Requests[0].Params.With(rest, v)
	case "facts":
		c.Facts[rest] = v
		if v.IsAbsent() {
			delete(c.Facts, rest)
		}
	case "setup":
		setSetup(t, &c.Setup, rest, v)
	default:
		t.Fatalf("no place for %q", path)
	}
}

func setSetup(t testing.TB, s *wizard.Setup, name string, v value.Value) {
	t.Helper()
	switch name {
	case "mode":
		s.Mode = wizard.Mode(v.Text())
	case "sdk":
		s.SDK = wizard.SDK(v.Text())
	case "module":
		s.Module = wizard.Module(v.Text())
	case "type":
		s.Type = wizard.Type(v.Text())
	case "user_code":
		s.UserCode = v
	case "tier_code":
		s.TierCode = v
	default:
		t.Fatalf("no setup.%s", name)
	}
}

func ids(findings []wizard.Finding) []string {
	var out []string
	for _, f := range findings {
		out = append(out, f.Rule)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func errorsOf(findings []wizard.Finding) []string {
	return ids(slices.DeleteFunc(slices.Clone(findings), func(f wizard.Finding) bool {
		return f.Severity != wizard.SeverityError
	}))
}

func say(findings []wizard.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "\n  %s %s %s at %s: %s", f.Severity, f.State, f.Rule, f.Path, f.Value)
	}
	return b.String()
}
