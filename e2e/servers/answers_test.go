//go:build e2e

package servers

import (
	"encoding/json"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/e2e/fakeapi"
	"smartro-wizard/snippets"
	strange "smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/want"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// texts shares all hostile strings out to so many fields.
func texts(t *testing.T, fields int) []string {
	t.Helper()
	all := make([]string, fields)
	for i, h := range strange.Strings(t) {
		if utf8.ValidString(h.Text) && len(h.Text) < 2000 {
			all[i%fields] += h.Text
		}
	}
	return all
}

// hostileAnswers have a hostile text in every field that reaches a server.
func hostileAnswers(t *testing.T) wizard.Answers {
	t.Helper()
	a := wizard.Answers{
		Version: 1, Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.TypeGeneral, Params: value.ObjectOf(),
		Make:    wizard.Make{MRedirectURL: &wizard.MakeRedirect{}},
		Options: wizard.Options{Locale: "ko", Server: []string{wizard.PartCancel, wizard.PartVbank}},
	}
	var rows []wizard.Param
	for _, row := range wizard.Params() {
		if row.Type == "string" && row.Path != "merchant_uid" && row.Path != "m_redirect_url" && row.Path != "pay_method" && row.Path != "pg" && row.Path != "channelGroupId" {
			rows = append(rows, row)
		}
	}
	const others = 6
	all := texts(t, len(rows)+others)
	for i, row := range rows {
		a.Params = a.Params.With(row.Path, value.Text(all[i]))
	}
	last := all[len(rows):]
	a.UserCode, a.TierCode, a.Make.MRedirectURL.Path = last[0], last[1], last[2]
	a.Make.MerchantUID = &wizard.MakeOrderID{From: wizard.FromServer, Prefix: last[3]}
	a.Params = a.Params.With("amount", value.Digits("1004")).With("custom_data", value.ObjectOf(
		value.Field{Key: last[4], Value: value.ListOf(value.Text(last[5]), value.Nothing(), value.Digits("0.10"))},
		value.Field{Key: "__proto__", Value: value.ObjectOf(value.Field{Key: "x", Value: value.Truth(true)})}))
	return a
}

// A server of such answers is built by its own tools, runs, and hands the page
// exactly what was typed.
func TestHostileAnswers(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(launchers)) {
		l := launchers[name]
		t.Run(name, func(t *testing.T) {
			a := hostileAnswers(t)
			if release, java := strings.CutPrefix(name, "spring-"); java {
				a.Options.Java = release
			}
			dir := filepath.Join(t.TempDir(), "shop")
			out, err := snippets.Generate(a, l.Target)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range out.Files {
				at := filepath.Join(dir, filepath.FromSlash(f.Path))
				raw, err := f.Bytes()
				if err == nil {
					err = os.MkdirAll(filepath.Dir(at), 0o755)
				}
				if err == nil {
					err = os.WriteFile(at, raw, 0o644)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if l.Prepare != nil {
				l.Prepare(t, dir)
			}
			server := l.Launch(t, dir, Variants()[0].environment(fakeapi.Start(t)))
			handsOver(t, a, server)
			if l.Target == "next" {
				opens(t, server)
			}
		})
	}
}

func handsOver(t *testing.T, a wizard.Answers, server Server) {
	t.Helper()
	answer, err := client.Post(server.URL+"/payments/orders", "application/json", strings.NewReader(""))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	got := map[string]any{}
	if err := json.NewDecoder(answer.Body).Decode(&got); err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s, %v\n%s", answer.Status, err, server.Output())
	}
	wanted := map[string]any{}
	raw, err := json.Marshal(want.Order(t, a))
	if err == nil {
		err = json.Unmarshal(raw, &wanted)
	}
	if err != nil {
		t.Fatal(err)
	}
	number, _ := got["merchantUid"].(string)
	made, found := strings.CutPrefix(number, a.Make.MerchantUID.Prefix)
	if !found || !regexp.MustCompile(`^[0-9a-f]{32}$`).MatchString(made) {
		t.Errorf("the number is %.300q", number)
	}
	wanted["merchantUid"] = number
	for name := range wanted {
		if !reflect.DeepEqual(got[name], wanted[name]) {
			t.Errorf("%s is %.400q, want %.400q", name, got[name], wanted[name])
		}
	}
	if len(got) != len(wanted) {
		t.Errorf("%d fields, want %d", len(got), len(wanted))
	}
	t.Logf("counts: %d fields exact", len(wanted))
}

// opens wants the page that a server has of its own.
func opens(t *testing.T, server Server) {
	t.Helper()
	answer, err := client.Get(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	if answer.Body.Close(); answer.StatusCode != http.StatusOK {
		t.Errorf("the page is answered %s\n%s", answer.Status, server.Output())
	}
}
