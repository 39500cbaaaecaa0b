//go:build e2e

package java_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	e2e "smartro-wizard/e2e/java"
	"smartro-wizard/snippets"
	"smartro-wizard/snippets/want"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/value"
)

const today = "2026-11-21"

// lay writes a Spring server into a folder.
func lay(t *testing.T, a wizard.Answers) string {
	t.Helper()
	out, err := snippets.Generate(a, "spring")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range out.Files {
		raw, err := f.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		at := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Every window's server with all its parts, in both releases and as comments
// and encodings have it, compiles without a warning.
func TestSpringServersCompile(t *testing.T) {
	random := rand.New(rand.NewPCG(8, 11))
	var every []string
	for _, row := range wizard.Params() {
		every = append(every, row.Path)
	}
	var builds []e2e.Build
	for i, p := range sample.Places() {
		a := sample.Valid(random, p, today, every...)
		a.Options.Server = wizard.PartsOf(a.Module, a.Type, wizard.PayMethod(a.Params.Get("pay_method").Text()))
		a.Options.Locale = []string{"ko", "en", "none"}[i%3]
		a.Options.Encoding = []string{wizard.EncodingUTF8, wizard.EncodingEUCKR}[i/3%2]
		for _, release := range []string{wizard.Java8, wizard.Java11} {
			a.Options.Java = release
			builds = append(builds, e2e.Build{Release: release, Folder: lay(t, a)})
		}
	}
	for i, r := range e2e.BuildAll(t, builds) {
		if !r.Built {
			t.Errorf("build %d for Java %s: %s", i, builds[i].Release, r.Said)
		}
	}
	t.Logf("%d servers compiled by javac with all warnings", len(builds))
}

// Each hostile text stands in every field of the answers at once; the server
// compiles, runs, and its order holds exactly the text.
func TestHostileSpringServers(t *testing.T) {
	var builds []e2e.Build
	var used []string
	var wants []map[string]any
	for i, s := range texts(t) {
		if i%2 == 1 {
			continue // the literals' own test has all of them
		}
		a := hostileAnswers(s)
		a.Options.Java = []string{wizard.Java8, wizard.Java11}[i/2%2]
		a.Options.Encoding = []string{wizard.EncodingUTF8, wizard.EncodingEUCKR}[i/4%2]
		dir := lay(t, a)
		e2e.AddShow(t, dir)
		builds = append(builds, e2e.Build{Release: a.Options.Java, Folder: dir})
		used, wants = append(used, s), append(wants, shown(t, a, s))
	}
	wrong, fields := 0, 0
	for i, r := range e2e.BuildAll(t, builds) {
		raw, err := hex.DecodeString(r.Shown)
		var got map[string]any
		if !r.Built || err != nil || json.Unmarshal(raw, &got) != nil {
			t.Fatalf("%.80q: %v %.2000s", used[i], err, r.Said)
		}
		fields += len(got)
		if !reflect.DeepEqual(got, wants[i]) {
			wrong++
			t.Errorf("%.80q came out as %.400v", used[i], got)
		}
	}
	t.Logf("%d servers with every field hostile, %d fields compared, %d wrong, %d executed", len(builds), fields, wrong, executed(t, "."))
}

func hostileAnswers(s string) wizard.Answers {
	a := wizard.Answers{
		Version: 1, Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.TypeGeneral, UserCode: s, TierCode: s,
		Make: wizard.Make{MerchantUID: &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: s}},
	}
	fields := []value.Field{{Key: "amount", Value: value.Digits("1004")}}
	for _, row := range wizard.Params() {
		if strings.HasPrefix(row.Type, "string") && row.Path != "pay_method" && row.Path != "merchant_uid" && row.Path != "channelGroupId" && row.Path != "pg" && !strings.Contains(row.Path, ".") {
			fields = append(fields, value.Field{Key: row.Path, Value: value.Text(s)})
		}
	}
	a.Params = value.ObjectOf(append(fields, value.Field{Key: "custom_data", Value: value.ObjectOf(value.Field{Key: "list", Value: value.ListOf(value.Text(s))})})...)
	a.Options.Server = []string{wizard.PartCancel, wizard.PartVbank, wizard.PartPrepare}
	return a
}

// shown is what Show has to print.
func shown(t *testing.T, a wizard.Answers, prefix string) map[string]any {
	t.Helper()
	raw, err := json.Marshal(want.Order(t, a))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]any{}
	if err := json.NewDecoder(bytes.NewReader(raw)).Decode(&all); err != nil {
		t.Fatal(err)
	}
	delete(all, "merchantUid")
	all["PREFIX"], all["PRICE"] = prefix, 1004.0
	return all
}
