package flow_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is stale, see with -update\n%s", name, got)
	}
}

func judged(d flow.Draft) []wizard.Finding { return rulebook.Judge(d.Case(today), text.En) }
