package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
)

func TestCompiledRowsAreFresh(t *testing.T) {
	want, err := compile("../..")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join("..", "..", output))
	if err != nil || string(got) != string(want) {
		t.Errorf("%s is not of assets/facts: go generate ./wizard (%v)", output, err)
	}
}

// What the program knows is what stands in the facts, to the last value.
func TestCompiledRowsSayWhatTheFactsSay(t *testing.T) {
	same(t, "channels", wizard.Channels())
	same(t, "params", append(wizard.Params(), wizard.UnsupportedParams()...))
	var v2 []wizard.Param
	for _, call := range wizard.Calls()[1:] {
		v2 = slices.Concat(v2, wizard.ParamsOf(call.Function), wizard.OtherParamsOf(call.Function))
	}
	same(t, "params_v2", v2)
	same(t, "first", wizard.Questions()[:1])
}

func same(t *testing.T, file string, rows any) {
	t.Helper()
	raw, err := os.ReadFile("../../assets/facts/" + file + ".json")
	if err != nil {
		t.Fatal(err)
	}
	want := reflect.New(reflect.TypeOf(rows))
	if err := json.Unmarshal(raw, want.Interface()); err != nil {
		t.Fatal(err)
	}
	read, err := json.Marshal(want.Elem().Interface())
	if err != nil {
		t.Fatal(err)
	}
	compiled, err := json.Marshal(rows)
	if err != nil {
		t.Fatal(err)
	}
	empty := strings.NewReplacer("[]", "null", "{}", "null")
	if got, want := empty.Replace(string(compiled)), empty.Replace(string(read)); got != want {
		t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
	}
}

func TestAKeyWithoutAFieldIsRefused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "rows.json")
	if err := os.WriteFile(file, []byte(`[{"path": "amount", "colour": "red"}]`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := read(file, &[]wizard.Param{}); err == nil || !strings.Contains(err.Error(), "colour") {
		t.Errorf("got %v", err)
	}
}
