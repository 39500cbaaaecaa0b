package lint_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestFieldCode reads code as shops have it: pages with jQuery, hooks, classes,
// options and set-up of Vue, templates of six servers, wrappers, mails. What is
// found in each was judged by eye; a change of the golden file wants the same.
func TestFieldCode(t *testing.T) {
	files, err := filepath.Glob("testdata/field/*")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	var b strings.Builder
	quiet := 0
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := lint.Read(filepath.Base(name), raw, lint.Options{Lang: text.En, Today: today})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s: %d calls\n", filepath.Base(name), r.Calls)
		n := b.Len()
		for _, f := range r.Findings {
			if f.State == wizard.StateFound {
				fmt.Fprintf(&b, "\t%d:%d\t%s\t%s\n", f.Line, f.Column, f.Severity, f.Rule)
			}
		}
		if b.Len() == n {
			quiet++
		}
	}
	golden := "testdata/field.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("judge the difference by eye and run with -update:\n%s", difference(string(want), got))
	}
	t.Logf("%d files, %d of them sound", len(files), quiet)
}

// difference lists the lines that only one of two texts has.
func difference(was, is string) string {
	var b strings.Builder
	for _, side := range []struct{ sign, text, other string }{{"-", was, is}, {"+", is, was}} {
		for l := range strings.Lines(side.text) {
			if !strings.Contains(side.other, l) {
				b.WriteString(side.sign + l)
			}
		}
	}
	return b.String()
}
