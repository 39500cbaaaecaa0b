package cli

import (
	goflag "flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/carry"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

var update = goflag.Bool("update", false, "write the golden files anew")

// Every channel goes to each other side, with its whole window: test channels
// in Korean, live ones in English.
func TestDifferencesOfEveryChannel(t *testing.T) {
	for _, c := range wizard.Channels() {
		name := string(c.Mode) + "-" + string(c.Module) + "-" + string(c.Type)
		t.Run(name, func(t *testing.T) {
			a := &app{lang: text.Ko, getenv: env()}
			if c.Mode == wizard.ModeLive {
				a.lang = text.En
			}
			var b strings.Builder
			for _, sdk := range wizard.SDKs {
				ans := wizard.Answers{Version: wizard.AnswersVersion, Mode: c.Mode, SDK: sdk, Module: c.Module, Type: c.Type, Params: value.ObjectOf()}
				for _, to := range ways(c, sdk) {
					b.WriteString(a.diffText(carry.Across(ans, to, true, "2026-11-21", a.lang), nil) + "\n")
				}
			}
			file := filepath.Join("testdata", "diff", name+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil || string(want) != b.String() {
				t.Errorf("%s is not what comes out (%v); -update writes it:\n%s", file, err, b.String())
			}
		})
	}
}

// ways are the other sides of a channel, if a version takes its payments at
// all. V2 with the old module is asked for by those who have it only.
func ways(c wizard.Channel, sdk wizard.SDK) []carry.To {
	all := []carry.To{{SDK: wizard.V1, Module: wizard.ModuleNew}, {SDK: wizard.V2, Module: wizard.ModuleNew}, {SDK: wizard.V1, Module: wizard.ModuleOld}}
	if c.Module == wizard.ModuleOld {
		all = append(all, carry.To{SDK: wizard.V2, Module: wizard.ModuleOld})
	}
	return slices.DeleteFunc(all, func(to carry.To) bool {
		return to == carry.To{SDK: sdk, Module: c.Module} || c.In(sdk).Entry == ""
	})
}
