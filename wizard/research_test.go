package wizard_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"smartro-wizard/wizard"
)

// research reads a file of what was found, which the rows are held against.
func research[T any](t testing.TB, name string) T {
	t.Helper()
	raw, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var all T
	if err := yaml.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

type foundChannel struct {
	ID         string
	Mode       wizard.Mode
	Module     wizard.Module
	Type       wizard.Type        `yaml:"payment_type"`
	Label      string             `yaml:"label_ko"`
	MID        string             `yaml:"test_mid"`
	Versions   []string           `yaml:"portone_versions"`
	Entry      string             `yaml:"v1_entrypoint"`
	PayMethods []wizard.PayMethod `yaml:"v1_pay_methods"`
}

func TestChannelsAreThoseThatWereFound(t *testing.T) {
	found := research[struct{ Channels []foundChannel }](t, "channels.yaml").Channels
	pairs := map[string]bool{}
	windows := 0
	for _, f := range found {
		c, ok := wizard.ChannelOf(f.Mode, f.Module, f.Type)
		if !ok {
			t.Errorf("%s has no row", f.ID)
			continue
		}
		if c.MID != f.MID || c.Label.Ko != f.Label || !slices.Equal(c.PayMethods, f.PayMethods) {
			t.Errorf("%s: row is %+v", f.ID, c)
		}
		if opens := strings.HasPrefix(f.Entry, wizard.RequestPay); c.Opens() != opens {
			t.Errorf("%s: opens a window %v, found %v", f.ID, c.Opens(), opens)
		}
		versions := strings.ToLower(strings.Join(f.Versions, " "))
		for _, sdk := range []wizard.SDK{wizard.V1, wizard.V2} {
			if has := slices.Contains(c.SDK, sdk); has != strings.Contains(versions, string(sdk)) {
				t.Errorf("%s: %s is %v in the row, found %s", f.ID, sdk, has, versions)
			}
		}
		if !c.Opens() {
			continue
		}
		for _, m := range c.PayMethods {
			pairs[string(c.Module)+" "+string(c.Type)+" "+string(m)] = true
			windows++
		}
	}
	if len(wizard.Channels()) != len(found) {
		t.Errorf("%d rows, %d found", len(wizard.Channels()), len(found))
	}
	if len(pairs) != 17 || windows != 34 {
		t.Errorf("%d pairs of channel and pay method, %d with both modes, want 17 and 34", len(pairs), windows)
	}
	t.Logf("%d channels, %d pairs of channel and pay method, %d with both modes", len(found), len(pairs), windows)
}

type foundParams struct {
	Parameters []struct {
		Name       string
		Type       string
		Modules    []wizard.Module
		Types      []wizard.Type      `yaml:"payment_types"`
		PayMethods []wizard.PayMethod `yaml:"pay_methods"`
		Required   map[string]string
	}
	Unsupported []struct{ Name, Rule string } `yaml:"unsupported_common_parameters"`
}

func TestParametersAreThoseThatWereFound(t *testing.T) {
	found := research[foundParams](t, "v1-request-pay.yaml")
	places := 0
	for _, f := range found.Parameters {
		p, ok := wizard.ParamAt(f.Name)
		if !ok || p.Unsupported || p.Type != f.Type {
			t.Errorf("%s: row is %+v", f.Name, p)
			continue
		}
		methods := slices.DeleteFunc(slices.Clone(f.PayMethods), func(m wizard.PayMethod) bool { return m == "any" })
		if !slices.Equal(p.When.Modules, f.Modules) || !slices.Equal(p.When.Types, f.Types) || !slices.Equal(p.When.PayMethods, methods) {
			t.Errorf("%s: stands in %+v", f.Name, p.When)
		}
		seen := map[wizard.PayMethod]int{}
		for _, c := range wizard.Channels() {
			for _, m := range c.PayMethods {
				if c.Opens() && p.Allows(c.Module, c.Type, m) {
					seen[m]++
					places++
				}
			}
		}
		if len(seen) == 0 {
			t.Errorf("%s stands nowhere", f.Name)
		}
		for _, m := range methods {
			if seen[m] == 0 {
				t.Errorf("%s: no channel allows it with %s", f.Name, m)
			}
		}
	}
	if n := len(wizard.Params()); n != len(found.Parameters) {
		t.Errorf("%d rows, %d found", n, len(found.Parameters))
	}
	t.Logf("%d parameters in %d places of channel, mode and pay method", len(found.Parameters), places)
}

func TestUnsupportedParametersHaveTheirRule(t *testing.T) {
	found := research[foundParams](t, "v1-request-pay.yaml").Unsupported
	rows := wizard.UnsupportedParams()
	named := 0
	for _, f := range found {
		for name := range strings.SplitSeq(f.Name, " / ") {
			p, ok := wizard.ParamAt(name)
			switch {
			case strings.Contains(name, " ") || name == "period.interval": // in words, or part of a parameter that is supported
				continue
			case !ok || !p.Unsupported || !slices.Contains(p.Rules, f.Rule):
				t.Errorf("%s: row is %+v, want the rule %s", name, p, f.Rule)
			}
			named++
		}
	}
	if bank := slices.DeleteFunc(slices.Clone(rows), func(p wizard.Param) bool { return p.Rules[0] != "vbank-direct-unsupported" }); named+len(bank) != len(rows) {
		t.Errorf("%d were found by name and %d are ways to choose a bank, of %d rows", named, len(bank), len(rows))
	}
	t.Logf("%d parameters that do nothing with Smartro", len(rows))
}

func TestCodesAreThoseThatWereFound(t *testing.T) {
	found := research[map[string][]string](t, "codes.yaml")
	v2 := research[foundV2](t, "v2-sdk.yaml").Enums
	tables := map[string]string{"card_codes": wizard.CodesCards, "foreign_card_codes": wizard.CodesForeignCards, "bank_codes": wizard.CodesBanks,
		"courier_codes": wizard.CodesCouriers, "pay_methods": wizard.CodesPayMethods, "sdk_receipts": wizard.CodesReceipts,
		"rest_receipts": wizard.CodesReceiptsREST, "payment_statuses": wizard.CodesStatuses}
	if len(found) != len(tables) || len(wizard.CodeTables()) != len(tables)+len(v2) {
		t.Errorf("%d tables found, %d in the catalogue, want %d and %d of V2", len(found), len(wizard.CodeTables()), len(tables), len(v2))
	}
	n := 0
	for name, want := range found {
		var got []string
		for _, c := range wizard.Codes(tables[name]) {
			got = append(got, c.Code)
			if again, ok := wizard.CodeOf(tables[name], c.Code); !ok || again.Name != c.Name {
				t.Errorf("%s: %s stands twice", name, c.Code)
			}
		}
		n += len(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	t.Logf("%d codes", n)
}
