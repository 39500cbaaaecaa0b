//go:build e2e

// Package targets_test asks what others wrote about generated code: the
// TypeScript compiler with the types of React and Vue, those two themselves, and
// Chromium.
package targets_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/want"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/sample"
)

const today = "2026-11-21"

// targets are all pages, in the order of the program.
func targets() []string {
	var names []string
	for _, t := range snippets.Targets() {
		if t.Side == "page" {
			names = append(names, t.Name)
		}
	}
	return names
}

// one is an answer set with a name.
type one struct {
	name    string
	answers wizard.Answers
}

// windows are random sound answers for every channel and pay method in both
// modes, with all the parameters that go there.
func windows(t *testing.T) []one {
	t.Helper()
	random := rand.New(rand.NewPCG(34, 4))
	var every []string
	for _, row := range wizard.Params() {
		every = append(every, row.Path)
	}
	var all []one
	for _, p := range sample.Places() {
		name := strings.Join([]string{string(p.Mode), string(p.Module), string(p.Type), string(p.Method)}, "-")
		all = append(all, one{name, sample.Valid(random, p, today, every...)})
	}
	if len(all) != 34 {
		t.Fatalf("%d windows, the documents have 34", len(all))
	}
	return all
}

func body(t *testing.T, a wizard.Answers, target string) string {
	t.Helper()
	out, err := snippets.Generate(a, target)
	if err != nil {
		t.Fatal(err)
	}
	return out.Files[0].Body
}

func orderOf(t *testing.T, a wizard.Answers) string {
	t.Helper()
	raw, err := json.Marshal(want.Order(t, a))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// workshop is a folder in which the compiler and React are installed, and Vue
// in the folder vue below it.
func workshop(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	install(t, "typescript", dir)
	install(t, "vue", filepath.Join(dir, "vue"))
	return dir
}

func install(t *testing.T, tool, dir string) {
	t.Helper()
	modules, err := filepath.Abs("../tools/" + tool + "/node_modules")
	if err == nil {
		_, err = os.Stat(modules)
	}
	if err != nil {
		t.Fatalf("make setup installs the tools: %v", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(modules, filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, dir, name, body string) {
	t.Helper()
	at := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
}
