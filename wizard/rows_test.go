package wizard_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

func whole(t *testing.T, what string, pairs ...text.Pair) {
	t.Helper()
	for _, p := range pairs {
		if p.Ko == "" || p.En == "" || strings.ContainsAny(p.Ko+p.En, "{}") {
			t.Errorf("%s: a sentence is missing or has a blank: %+v", what, p)
		}
	}
}

func cited(t *testing.T, what string, sources []string) {
	t.Helper()
	if len(sources) == 0 {
		t.Errorf("%s cites nothing", what)
	}
	for _, s := range sources {
		if !strings.HasPrefix(s, "https://") {
			t.Errorf("%s cites %q, where nobody can look", what, s)
		}
	}
}

func TestChannelRowsAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range wizard.Channels() {
		id := string(c.Mode) + " " + string(c.Module) + " " + string(c.Type)
		if seen[id] || seen[c.Name] {
			t.Errorf("%s or its name stands twice", id)
		}
		seen[id], seen[c.Name] = true, true
		whole(t, id, c.Label)
		if c.Note.Ko != "" || c.Note.En != "" || !c.Opens() {
			whole(t, id, c.Note)
		}
		cited(t, id, c.Sources)
		for _, m := range c.PayMethods {
			if _, ok := wizard.CodeOf(wizard.CodesPayMethods, string(m)); !ok {
				t.Errorf("%s: no pay method %s", id, m)
			}
		}
		if len(c.Conditions()) == 0 && c.Opens() || len(c.Links()) == 0 {
			t.Errorf("%s: nothing about its contract, or nothing to read on", id)
		}
		if first, ok := wizard.ChannelOfMID(c.MID); c.MID != "" && (!ok || first.Type != c.Type || first.Module != c.Module) {
			t.Errorf("%s shares its MID with %+v", id, first)
		}
	}
	general, _ := wizard.ChannelOf(wizard.ModeTest, wizard.ModuleNew, wizard.TypeGeneral)
	if q, _ := wizard.QuestionOf("channel_name"); q.Default != general.Name {
		t.Errorf("the wizard proposes the name %q, the row %q", q.Default, general.Name)
	}
	if _, ok := wizard.ChannelOfMID(""); ok {
		t.Error("no MID finds a channel")
	}
}

func TestStepsFillTheConsolesForm(t *testing.T) {
	fields := map[string]int{}
	for _, c := range wizard.Channels() {
		id := string(c.Mode) + " " + string(c.Module) + " " + string(c.Type)
		var ids []string
		var all strings.Builder
		for _, s := range c.Steps() {
			whole(t, id+" "+s.ID, s.Text)
			ids = append(ids, s.ID)
			all.WriteString(s.Text.Ko + "\n")
			if f := s.Field; f.ID != "" {
				fields[f.ID]++
				cited(t, id+" "+f.ID, f.Sources)
				if f.Label == "" || strings.ContainsAny(f.Value+f.Rule.Ko+f.Rule.En, "{}") {
					t.Errorf("%s: box %+v", id, f)
				}
				if f.Secret && f.Value != "" {
					t.Errorf("%s: %s carries a secret", id, f.ID)
				}
				if f.Pattern != "" && f.Value != "" && !regexp.MustCompile(f.Pattern).MatchString(f.Value) {
					t.Errorf("%s: the form refuses %q for %s", id, f.Value, f.Label)
				}
			}
		}
		live := c.Mode == wizard.ModeLive
		if c.MID == "" && !live {
			if len(ids) > 0 {
				t.Errorf("%s: steps lead to no MID", id)
			}
			continue
		}
		for step, want := range map[string]bool{
			"mid_test": !live, "mid_live": live, "key": live, "cancel_password": live,
			"ssp_mall_id": live && c.Type == wizard.TypeBilling, "api_key": live && c.Type == wizard.TypeEscrow,
			"vbank_notice": live && c.Module == wizard.ModuleNew && slices.Contains(c.PayMethods, "vbank"),
			"login":        true, "name": true, "attribute": true, "tax": true, "save": true,
		} {
			if slices.Contains(ids, step) != want {
				t.Errorf("%s: step %s is %v, want %v", id, step, !want, want)
			}
		}
		if !strings.Contains(all.String(), c.Name) || !strings.Contains(all.String(), c.MID) || !strings.Contains(all.String(), string(c.Module)) {
			t.Errorf("%s: the steps do not name it:\n%s", id, &all)
		}
	}
	if len(fields) != 13 {
		t.Errorf("%d boxes are filled, want 13: %v", len(fields), fields)
	}
}

func TestBoxesAreThoseOfTheForm(t *testing.T) {
	found := research[struct {
		Fields []struct {
			ID       string
			Label    string `yaml:"label_ko"`
			Modes    []wizard.Mode
			Secret   bool
			Required *bool
		} `yaml:"form_fields"`
	}](t, "channels.yaml").Fields
	general, _ := wizard.ChannelOf(wizard.ModeTest, wizard.ModuleNew, wizard.TypeGeneral)
	all := map[string]wizard.ConsoleField{}
	for _, c := range wizard.Channels() {
		for _, s := range c.Steps() {
			all[s.Field.Label] = s.Field
		}
	}
	for _, f := range found {
		label, _, _ := strings.Cut(f.Label, "(과세")
		box, ok := all[label]
		if !ok || box.Secret != f.Secret || f.Required != nil && box.Optional == *f.Required {
			t.Errorf("%s: box is %+v", f.Label, box)
		}
		inTest := slices.ContainsFunc(general.Steps(), func(s wizard.Step) bool { return s.Field.Label == label })
		if inTest != slices.Contains(f.Modes, wizard.ModeTest) {
			t.Errorf("%s stands on the form of a test channel: %v", f.Label, inTest)
		}
	}
	if len(found) != 8 {
		t.Errorf("%d boxes were found", len(found))
	}
}

func TestParameterRowsAreWhole(t *testing.T) {
	unsupported := wizard.UnsupportedParams()
	for i, p := range slices.Concat(wizard.Params(), unsupported) {
		whole(t, p.Path, p.Label)
		cited(t, p.Path, p.Sources)
		if len(p.Rules) == 0 || p.Function != wizard.RequestPay {
			t.Errorf("%s: row is %+v", p.Path, p)
		}
		for _, id := range p.Rules {
			if _, ok := rulebook.RuleOf(id); !ok {
				t.Errorf("%s: no rule %s", p.Path, id)
			}
		}
		if p.Unsupported != (i >= len(wizard.Params())) {
			t.Errorf("%s stands among the others", p.Path)
		}
		limits := []wizard.Limits{p.Limits}
		for _, l := range p.LimitsByModule {
			limits = append(limits, l)
		}
		for _, l := range p.Limits.Fields {
			limits = append(limits, l)
		}
		for _, l := range limits {
			if _, err := regexp.Compile(l.Pattern); err != nil {
				t.Errorf("%s: %v", p.Path, err)
			}
			if l.Codes != "" && len(wizard.Codes(l.Codes)) == 0 {
				t.Errorf("%s: no codes %s", p.Path, l.Codes)
			}
			if p.Example != "" && p.Type == "string" && l.Pattern != "" && !regexp.MustCompile(l.Pattern).MatchString(p.Example) {
				t.Errorf("%s: the example %q breaks its own limit", p.Path, p.Example)
			}
		}
		for _, f := range p.Fixed {
			whole(t, p.Path, f.Why)
		}
	}
}

// What a type settles is part of the request, and a typed value stays.
func TestTheTypeFixesValues(t *testing.T) {
	for _, tt := range []struct {
		name, typ, typed, later string
		want                    string
	}{
		{"escrow", "escrow", `pay_method=trans`, "", `{"pay_method":"trans","escrow":true}`},
		{"overseas", "overseas", "", "", `{"pay_method":"card","bypass":{"smartro_v2":{"OpenType":"EN"}}}`},
		{"billing", "billing", "", "", `{"pay_method":"card"}`},
		{"general", "general", "", "", `{}`},
		{"a contradiction stays", "billing", "pay_method=trans", "", `{"pay_method":"trans"}`},
		{"beside other options", "overseas", "bypass.smartro_v2.SkinColor=RED", "", `{"bypass":{"smartro_v2":{"SkinColor":"RED","OpenType":"EN"}},"pay_method":"card"}`},
		{"nothing typed is overwritten", "overseas", "bypass=x", "", `{"bypass":"x","pay_method":"card"}`},
		{"left open and fixed", "billing", "", "pay_method", `{"pay_method":"card"}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := wizard.Answers{Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.Type(tt.typ), Params: value.ObjectOf()}
			if path, v, ok := strings.Cut(tt.typed, "="); ok {
				a.Params = a.Params.With(path, value.Text(v))
			}
			if tt.later != "" {
				a.Later = []string{tt.later}
			}
			got, err := a.Case("2026-11-21").Requests[0].Params.MarshalJSON()
			if err != nil || string(got) != tt.want {
				t.Errorf("%v\ngot  %s\nwant %s", err, got, tt.want)
			}
		})
	}
}

// A character whose width terminals do not agree on shifts the rest of its line.
func TestFactsKeepTheirWidth(t *testing.T) {
	for _, name := range []string{"channels", "params", "codes", "console"} {
		raw, err := os.ReadFile("../assets/facts/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range string(raw) {
			if r > 0x7e && !(r >= 0xac00 && r <= 0xd7a3) {
				t.Errorf("%s.json holds %q", name, r)
			}
		}
	}
}
