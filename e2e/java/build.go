//go:build e2e

package java

import (
	_ "embed"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var (
	//go:embed Build.java
	build []byte
	//go:embed Show.java
	show []byte
)

// Build is a folder of classes to compile for a release of Java.
type Build struct{ Release, Folder string }

// Built is what came of it: what the compiler said, and what payments.Show
// printed, where there is one.
type Built struct {
	Built       bool
	Said, Shown string
}

// AddShow puts a class beside a Spring server that prints its example order.
func AddShow(t testing.TB, dir string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "src/main/java/payments/Show.java"), show, 0o644); err != nil {
		t.Fatal(err)
	}
}

// BuildAll compiles many folders in one virtual machine.
func BuildAll(t testing.TB, all []Build) []Built {
	t.Helper()
	require(t)
	program := filepath.Join(t.TempDir(), "Build.java")
	if err := os.WriteFile(program, build, 0o644); err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for _, b := range all {
		lines.WriteString(b.Release + " " + b.Folder + "\n")
	}
	cmd := exec.Command("java", "-cp", classpath(), program, classpath())
	cmd.Stdin, cmd.Stderr = strings.NewReader(lines.String()), os.Stderr
	said, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	var results []Built
	shown := ""
	for line := range strings.Lines(string(said)) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch word {
		case "shown":
			shown = rest
		case "built", "failed":
			results = append(results, Built{Built: word == "built", Said: rest, Shown: shown})
			shown = ""
		}
	}
	if len(results) != len(all) {
		t.Fatalf("%d of %d were built:\n%s", len(results), len(all), said)
	}
	return results
}
