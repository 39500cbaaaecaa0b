// Package proof keeps what proved each target: which tests ran its code, with
// which tool, and how much they counted. The records lie in
// assets/facts/proofs.json, where the command targets reads them; a test holds
// that each is of the target as it stands.
//
// A test that runs generated code calls Note when all of it has run. With
// PROOFS=write in the environment (make proofs) that writes the record;
// otherwise it fails where the record claims more than was counted.
package proof

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// Record is what proved one target, by the test's name. Folder is the hash of
// the target's folder at that time.
type Record struct {
	Folder string          `json:"folder"`
	By     map[string]Test `json:"by"`
}

// Test is one test of a target with its tools, as they name themselves, and
// what it counted.
type Test struct {
	Tools  []string       `json:"tools"`
	Counts map[string]int `json:"counts"`
}

// place is the file of the records, from a package of e2e.
const place = "../../assets/facts/proofs.json"

var writing sync.Mutex

// Note says what a test counted for a target. A run of only some of its
// subtests proves nothing and is not noted.
func Note(t testing.TB, target, test string, tools []string, counts map[string]int) {
	t.Helper()
	if some := flag.Lookup("test.run"); t.Failed() || some != nil && strings.Contains(some.Value.String(), "/") {
		return
	}
	writing.Lock()
	defer writing.Unlock()
	all, err := Read(place)
	if err != nil {
		t.Error(err)
		return
	}
	if os.Getenv("PROOFS") == "write" {
		if err := write(all, target, test, Test{tools, counts}); err != nil {
			t.Error(err)
		}
		return
	}
	for what, claimed := range all[target].By[test].Counts {
		if counts[what] < claimed {
			t.Errorf("the record of %s claims %d %s by %s, this run counted %d: make proofs", target, claimed, what, test, counts[what])
		}
	}
}

// Read gives the records by target.
func Read(path string) (map[string]Record, error) {
	all := map[string]Record{}
	raw, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(raw, &all)
	}
	return all, err
}

func write(all map[string]Record, target, test string, of Test) error {
	folder, err := Folder("../../snippets", target)
	if err != nil {
		return err
	}
	r := all[target]
	if r.Folder != folder {
		r = Record{Folder: folder, By: map[string]Test{}} // what proved another state proves nothing
	}
	r.By[test] = of
	all[target] = r
	raw, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		return err
	}
	return os.WriteFile(place, append(raw, '\n'), 0o644)
}

// folders are those of targets that are not called like them.
var folders = map[string]string{"js": "script"}

// Folder is the hash of a target's folder: what is written by hand, without
// tests and without what was compiled of templates.
func Folder(snippets, target string) (string, error) {
	dir := filepath.Join(snippets, target)
	if other, has := folders[target]; has {
		dir = filepath.Join(snippets, other)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_gen.go") {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return "", err
		}
		_, _ = fmt.Fprintf(sum, "%s %d\n", name, len(raw))
		_, _ = io.Writer(sum).Write(raw)
	}
	return hex.EncodeToString(sum.Sum(nil)[:12]), nil
}

// Tool is what a tool says of its version: the first line that holds a digit,
// without what it was built of.
func Tool(t testing.TB, command ...string) string {
	t.Helper()
	said, err := exec.Command(command[0], command[1:]...).Output() // a wrapper may complain beside it
	if err != nil {
		t.Errorf("%v: %v", command, err)
	}
	for line := range strings.Lines(string(said)) {
		if line = strings.TrimSpace(line); strings.ContainsAny(line, "0123456789") {
			line, _, _ = strings.Cut(line, " (")
			return line
		}
	}
	return command[0]
}

// Package is the version of a package that a tool of e2e/tools has installed.
func Package(t testing.TB, tool, name string) string {
	t.Helper()
	var of struct{ Version string }
	raw, err := os.ReadFile(filepath.Join("..", "tools", tool, "node_modules", name, "package.json"))
	if err == nil {
		err = json.Unmarshal(raw, &of)
	}
	if err != nil {
		t.Error(err)
	}
	return name + " " + of.Version
}

// Names are the targets that have a record, sorted.
func Names(all map[string]Record) []string { return slices.Sorted(maps.Keys(all)) }
