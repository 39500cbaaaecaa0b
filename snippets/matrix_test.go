package snippets_test

import (
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/text"
)

// The cells with a reason are those for which the research found no window,
// and those of targets that do not speak the version.
func TestReasonsStandWhereTheResearchFoundNoWindow(t *testing.T) {
	raw, err := os.ReadFile("../wizard/testdata/channels.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var found struct {
		Channels []struct {
			Module, Mode string
			Type         string   `yaml:"payment_type"`
			Label        string   `yaml:"label_ko"`
			Versions     []string `yaml:"portone_versions"`
			Entry        string   `yaml:"v1_entrypoint"`
			Methods      []string `yaml:"v1_pay_methods"`
		}
	}
	if err := yaml.Unmarshal(raw, &found); err != nil || len(found.Channels) < 14 {
		t.Fatalf("%d channels, %v", len(found.Channels), err)
	}
	windows := map[[4]string][]string{} // with the pay methods of V1
	for _, c := range found.Channels {
		if strings.HasPrefix(c.Entry, wizard.RequestPay) {
			windows[[4]string{"v1", c.Module, c.Mode, c.Type}] = c.Methods
		}
		if slices.Contains(c.Versions, "V2") && strings.Contains(c.Label, "결제창") {
			windows[[4]string{"v2", c.Module, c.Mode, c.Type}] = nil
		}
	}
	seen := map[[4]string][]string{}
	for _, c := range snippets.Matrix() {
		at := [4]string{string(c.SDK), string(c.Module), string(c.Mode), string(c.Type)}
		methods, window := windows[at]
		target := slices.IndexFunc(snippets.Targets(), func(t snippets.Target) bool { return t.Name == c.Target })
		if want := window && snippets.Targets()[target].Speaks(c.SDK); c.Code() != want {
			t.Errorf("%v %s %s: code is %v, want %v", at, c.Method, c.Target, c.Code(), want)
		}
		for _, l := range text.Langs {
			if c.Code() != (c.Why(l) == "") {
				t.Errorf("%v %s %s: the reason is %q", at, c.Method, c.Target, c.Why(l))
			}
		}
		if methods != nil && !slices.Contains(seen[at], string(c.Method)) {
			seen[at] = append(seen[at], string(c.Method))
		}
	}
	for at, methods := range windows {
		if at[0] == "v1" && !slices.Equal(seen[at], methods) {
			t.Errorf("%v: %v, want %v", at, seen[at], methods)
		}
	}
	if len(windows) != 10+8 {
		t.Errorf("the research found %d windows", len(windows))
	}
}

// A cell says that there is code if, and only if, there is.
func TestTheMatrixIsWhatGenerateDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for _, c := range snippets.Matrix() {
		ch, has := wizard.ChannelOf(c.Mode, c.Module, c.Type)
		if !has {
			continue // no answers lead there
		}
		a := sample.Valid(r, sample.Place{Channel: ch, Method: c.Method, In: c.SDK}, "2026-11-21")
		a.Options = wizard.Options{}
		if _, err := snippets.Generate(a, c.Target); (err == nil) != c.Code() {
			t.Errorf("%s %s %s %s %s %s: %v, and the matrix says %v", c.SDK, c.Module, c.Mode, c.Type, c.Method, c.Target, err, c.Code())
		}
	}
}
