package main_test

import (
	"encoding/json"
	"go/parser"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var readmes = []string{"README.md", "README.ko.md"}

// block is a fenced piece of code. A block of sh is run by TestReadmeCommands
// and what it prints is compared with the block of text behind it, if one follows.
type block struct{ language, body string }

// readme is what can be compared between the languages.
type readme struct {
	blocks   []block
	pictures []string
	shape    []string // everything above in its order, to find what one lacks
}

func read(t *testing.T, name string) readme {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var r readme
	picture := regexp.MustCompile(`!\[[^\]]+\]\(([^)]+)\)`)
	row := regexp.MustCompile(`^(\||- )`)
	open := false
	for line := range strings.Lines(string(b)) {
		fence, isFence := strings.CutPrefix(strings.TrimSpace(line), "```")
		switch {
		case isFence && !open:
			open = true
			r.blocks = append(r.blocks, block{language: fence})
			r.shape = append(r.shape, "code "+fence)
		case isFence:
			open = false
		case open:
			r.blocks[len(r.blocks)-1].body += line
		case strings.HasPrefix(line, "#"):
			marks, _, _ := strings.Cut(line, " ")
			r.shape = append(r.shape, marks)
		case row.MatchString(line):
			r.shape = append(r.shape, row.FindString(line))
		}
		for _, m := range picture.FindAllStringSubmatch(line, -1) {
			r.pictures = append(r.pictures, m[1])
			r.shape = append(r.shape, "picture "+m[1])
		}
	}
	return r
}

// Both languages have the same headings, lists, code and pictures in the same order.
func TestReadmesAgree(t *testing.T) {
	en, ko := read(t, readmes[0]), read(t, readmes[1])
	if !slices.Equal(en.shape, ko.shape) {
		t.Errorf("their shapes differ:\n%q\n%q", en.shape, ko.shape)
	}
	if !slices.Equal(en.blocks, ko.blocks) {
		t.Errorf("their code differs:\n%q\n%q", en.blocks, ko.blocks)
	}
}

func TestReadmePicturesExist(t *testing.T) {
	pictures := read(t, readmes[0]).pictures
	if len(pictures) == 0 {
		t.Fatal("there are none")
	}
	for _, p := range pictures {
		if info, err := os.Stat(filepath.FromSlash(p)); err != nil || info.Size() == 0 {
			t.Errorf("%s is missing or empty", p)
		}
	}
}

// The blocks of sh are run one after the other in an empty folder, as a reader would.
func TestReadmeCommands(t *testing.T) {
	bin := t.TempDir()
	if said, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, said)
	}
	blocks, ran := read(t, readmes[0]).blocks, 0
	dir, home := t.TempDir(), t.TempDir()
	for i, b := range blocks {
		if b.language != "sh" {
			continue
		}
		ran++
		cmd := exec.Command("sh", "-eu")
		cmd.Dir, cmd.Stdin = dir, strings.NewReader(b.body)
		cmd.Env = []string{"PATH=" + bin + string(os.PathListSeparator) + os.Getenv("PATH"), "HOME=" + home, "LANG=ko_KR.UTF-8"}
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s\nit said\n%s", err, b.body, out)
		}
		if i+1 < len(blocks) && blocks[i+1].language == "text" && string(out) != blocks[i+1].body {
			t.Errorf("%s\ngives\n%s\nwant\n%s", b.body, out, blocks[i+1].body)
		}
	}
	if ran == 0 {
		t.Error("no block of sh found")
	}
}

// imported lists the modules that the code of this module imports itself, tests too.
func imported(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-json", "all").Output()
	if err != nil {
		t.Fatal(err)
	}
	var modules []string
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var m struct{ Path string }
		if err := d.Decode(&m); err != nil {
			t.Fatal(err)
		}
		modules = append(modules, m.Path)
	}
	used := map[string]bool{}
	for _, s := range sources(t, parser.ImportsOnly) {
		for _, p := range imports(s) {
			best := ""
			for _, m := range modules {
				if (p == m || strings.HasPrefix(p, m+"/")) && len(m) > len(best) {
					best = m
				}
			}
			used[best] = used[best] || best != "" && best != module
		}
	}
	var all []string
	for m, ok := range used {
		if ok {
			all = append(all, m)
		}
	}
	slices.Sort(all)
	return all
}

// The reason for each dependency stands in the README, and for nothing else.
func TestReadmeNamesDependencies(t *testing.T) {
	line := regexp.MustCompile("(?m)^- `([a-z0-9./-]+)`: .+$")
	want := imported(t)
	for _, name := range readmes {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range line.FindAllStringSubmatch(string(b), -1) {
			got = append(got, m[1])
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s gives reasons for\n%q\nthe code imports\n%q", name, got, want)
		}
	}
}
