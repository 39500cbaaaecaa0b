//go:build e2e

// Package languages_test asks Python and PHP about whole generated servers:
// whether they read every file, what their formatters would change, and what
// an order is that a server hands to its page for hostile answers.
package languages_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/sample"
)

const (
	today  = "2026-11-21"
	python = "/usr/bin/python3" // the one that has Debian's packages
)

// one is an answer set with a name.
type one struct {
	name    string
	answers wizard.Answers
}

// kinds are random sound answers for every channel and pay method with all
// that goes there and every part that it has, and further ones for the rest.
func kinds(t *testing.T) []one {
	t.Helper()
	random := rand.New(rand.NewPCG(34, 5))
	var every []string
	for _, row := range wizard.Params() {
		every = append(every, row.Path)
	}
	var all []one
	for i, p := range sample.Places() {
		a := sample.Valid(random, p, today, every...)
		a.Options.Server = wizard.PartsOf(p.Module, p.Type, p.Method)
		a.Options.Locale = []string{"ko", "en", "none"}[i%3]
		if i%2 == 0 && a.Make.MerchantUID != nil {
			a.Make.MerchantUID.From = wizard.FromServer
		}
		if i%5 == 0 {
			a.TierCode = "001"
		}
		all = append(all, one{strings.Join([]string{string(p.Mode), string(p.Module), string(p.Type), string(p.Method)}, "-"), a})
	}
	base := all[0].answers
	with := func(name string, change func(*wizard.Answers)) {
		a := base
		change(&a)
		all = append(all, one{name, a})
	}
	for _, part := range base.Options.Server {
		with("only-"+part, func(a *wizard.Answers) { a.Options.Server = []string{part} })
	}
	with("none", func(a *wizard.Answers) { a.Options.Server = nil })
	with("euc-kr", func(a *wizard.Answers) { a.Options.Encoding = wizard.EncodingEUCKR })
	with("later", func(a *wizard.Answers) {
		a.TierCode, a.Params = "", wizard.Answers{}.Params
		a.Later = []string{"tier_code", "channelKey", "amount", "name", "pay_method"}
	})
	return all
}

// written puts the files of a target for every kind of answers into a folder
// and gives the names of those with the ending.
func written(t *testing.T, target, ending string) (dir string, files []string) {
	t.Helper()
	dir = t.TempDir()
	for i, k := range kinds(t) {
		folder := fmt.Sprintf("%02d-%s", i, k.name)
		for _, f := range write(t, filepath.Join(dir, folder), k.answers, target) {
			if strings.HasSuffix(f, ending) {
				files = append(files, filepath.Join(folder, f))
			}
		}
	}
	if len(files) < 200 {
		t.Fatalf("%d files", len(files))
	}
	return dir, files
}

func write(t *testing.T, dir string, a wizard.Answers, target string) (names []string) {
	t.Helper()
	out, err := snippets.Generate(a, target)
	if err != nil {
		t.Fatal(err)
	}
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
		names = append(names, f.Path)
	}
	return names
}

// run gives what a program prints, standard error too.
func run(t *testing.T, dir, program string, args ...string) (string, error) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, args...)
	var out bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &out
	err := cmd.Run()
	return out.String(), err
}

func TestPythonReadsEveryFile(t *testing.T) {
	dir, files := written(t, "fastapi", ".py")
	if out, err := run(t, dir, python, append([]string{"-W", "error", "-m", "py_compile"}, files...)...); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	some := slices.DeleteFunc(slices.Clone(files), func(f string) bool { return f[0] == '1' || f[0] == '2' }) // black is slow
	if out, err := run(t, dir, "black", append([]string{"--check", "--diff", "--quiet"}, some...)...); err != nil {
		t.Errorf("black: %v\n%s", err, out)
	}
	t.Logf("%d files compiled, and black has nothing to change in %d", len(files), len(some))
}

func TestPHPReadsEveryFile(t *testing.T) {
	dir, files := written(t, "php", ".php")
	const lint = `foreach (array_slice($argv, 1) as $name) { try { token_get_all(file_get_contents($name), TOKEN_PARSE); } catch (ParseError $e) { echo $name, ": ", $e->getMessage(), "\n"; } }`
	if out, err := run(t, dir, "php", append([]string{"-d", "error_reporting=-1", "-r", lint, "--"}, files...)...); err != nil || out != "" {
		t.Errorf("%v\n%s", err, out)
	}
	for _, f := range files[:20] { // the compiler sees more than the parser, and takes one file at a time
		if out, err := run(t, dir, "php", "-d", "error_reporting=-1", "-l", f); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
	parser, err := filepath.Abs("../tools/php-parser/parse.mjs")
	if err != nil {
		t.Fatal(err)
	}
	if out, err := run(t, dir, "node", append([]string{parser}, files...)...); err != nil || out != "" {
		t.Errorf("as PHP 7.4: %v\n%s", err, out)
	}
	t.Logf("%d files parsed by PHP, and as PHP 7.4 by another parser", len(files))
}
