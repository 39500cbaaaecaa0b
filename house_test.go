package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

const module = "smartro-wizard"

// rooms are ordered as imports run: a room may import those after it.
var rooms = []string{".", "ui", "snippets", "wizard", "assets"}

// source is one Go file of the module.
type source struct {
	path string // slash-separated, from the top
	room string
	test bool
	file *ast.File
}

// sources parses every Go file of the module as far as mode asks.
func sources(t *testing.T, mode parser.Mode) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules" || d.Name() == "dist") {
			return filepath.SkipDir
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, mode)
		if err != nil {
			return err
		}
		slash := filepath.ToSlash(name)
		room, _, below := strings.Cut(slash, "/")
		if !below {
			room = "."
		}
		all = append(all, source{slash, room, strings.HasSuffix(slash, "_test.go"), file})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("found only %d Go files", len(all))
	}
	return all
}

func imports(s source) []string {
	var all []string
	for _, spec := range s.file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err == nil {
			all = append(all, p)
		}
	}
	return all
}

// ours gives the room of an import of this module.
func ours(p string) (string, bool) {
	rest, ok := strings.CutPrefix(p, module+"/")
	if !ok {
		return "", false
	}
	room, _, _ := strings.Cut(rest, "/")
	return room, true
}

func TestImportsRunOneWay(t *testing.T) {
	for _, s := range sources(t, parser.ImportsOnly) {
		from := slices.Index(rooms, s.room)
		if s.test || from < 0 {
			continue
		}
		for _, p := range imports(s) {
			room, ok := ours(p)
			if ok && slices.Index(rooms, room) < from {
				t.Errorf("%s: %s may not import %s", s.path, s.room, p)
			}
		}
	}
}

// The domain is told the time, its randomness and its input; it fetches none of them.
func TestDomainReachesForNothing(t *testing.T) {
	forbidden := []string{"os", "os/exec", "io/fs", "io/ioutil", "net", "net/http", "math/rand", "math/rand/v2", "crypto/rand", "syscall", "path/filepath"}
	for _, s := range sources(t, parser.SkipObjectResolution) {
		if s.test || s.room != "wizard" {
			continue
		}
		for _, p := range imports(s) {
			if slices.Contains(forbidden, p) || strings.HasPrefix(p, "charm.land/") || strings.Contains(p, "charmbracelet") {
				t.Errorf("%s imports %s", s.path, p)
			}
		}
		if readsClock(s.file) {
			t.Errorf("%s reads the clock", s.path)
		}
	}
}

// readsClock looks for time.Now and its relatives.
func readsClock(f *ast.File) bool {
	found := false
	ast.Inspect(f, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name == "time" {
			found = found || slices.Contains([]string{"Now", "Since", "Until", "After", "Sleep", "NewTimer", "NewTicker", "Tick"}, sel.Sel.Name)
		}
		return true
	})
	return found
}

func TestGeneratorKnowsNoTerminal(t *testing.T) {
	for _, s := range sources(t, parser.ImportsOnly) {
		for _, p := range imports(s) {
			if !s.test && s.room == "snippets" && strings.HasPrefix(p, "charm.land/") {
				t.Errorf("%s imports %s", s.path, p)
			}
		}
	}
}

func TestTopLevel(t *testing.T) {
	want := []string{".ci", ".git", ".gitignore", "LICENSE", "Makefile", "README.ko.md", "README.md", "assets", "e2e", "go.mod", "go.sum",
		"house_test.go", "licences_test.go", "main.go", "readme_test.go", "snippets", "ui", "wizard"}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	ignored := ignores(t)
	for _, e := range entries {
		if !slices.Contains(want, e.Name()) && !ignored(e.Name()) {
			t.Errorf("%s has no place at the top level", e.Name())
		}
	}
}

// ignores reports whether a name at the top is what .gitignore leaves out.
func ignores(t *testing.T) func(name string) bool {
	b, err := os.ReadFile(".gitignore")
	if err != nil {
		t.Fatal(err)
	}
	patterns := strings.Fields(string(b))
	return func(name string) bool {
		return slices.ContainsFunc(patterns, func(p string) bool {
			match, _ := path.Match(strings.Trim(p, "/"), name)
			return match
		})
	}
}

// Every package says in one place what it is for.
func TestPackageComments(t *testing.T) {
	comments := map[string]int{}
	for _, s := range sources(t, parser.ParseComments|parser.PackageClauseOnly) {
		dir := path.Dir(s.path)
		if s.test {
			continue
		}
		comments[dir] += 0
		if s.file.Doc.Text() != "" {
			comments[dir]++
		}
	}
	for dir, n := range comments {
		if n != 1 {
			t.Errorf("%s has %d package comments, want one", dir, n)
		}
	}
}

func TestFilesAreShort(t *testing.T) {
	for _, s := range sources(t, parser.PackageClauseOnly) {
		b, err := os.ReadFile(filepath.FromSlash(s.path))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(b), "\n"); n > 400 && !s.test {
			t.Errorf("%s has %d lines, more than 400", s.path, n)
		}
	}
}

// The versions that were found to work together; each of these has broken
// Korean on the screen or the start-up time when it moved by itself.
func TestPins(t *testing.T) {
	b, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, pin := range []string{
		"go 1.26.5",
		"charm.land/bubbletea/v2 v2.0.10",
		"charm.land/bubbles/v2 v2.2.1",
		"charm.land/huh/v2 v2.0.3",
		"charm.land/lipgloss/v2 v2.0.6",
		"github.com/charmbracelet/ultraviolet v0.0.0-20260811164956-006e29f97886",
		"github.com/mattn/go-runewidth v0.0.31",
		"github.com/charmbracelet/x/ansi v0.11.8",
		"github.com/rivo/uniseg v0.4.7",
	} {
		if !strings.Contains(string(b), pin) {
			t.Errorf("go.mod lacks %s", pin)
		}
	}
}

// A path of somebody's machine works on that machine alone.
func TestTreeNamesNoMachine(t *testing.T) {
	place := regexp.MustCompile(`/(` + strings.Join([]string{"work", "root", "home", "Users", "tmp"}, "|") + `)/[a-z.]`)
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules" || d.Name() == "dist") {
			return fs.SkipDir
		}
		if d.IsDir() || name == ".git" || path.Ext(name) == ".png" { // .git is a file in a worktree
			return nil
		}
		b, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil || !utf8.Valid(b) {
			return err
		}
		if found := place.Find(b); found != nil {
			t.Errorf("%s names %s", name, found)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A skipped test passes without having looked.
func TestNothingIsSkipped(t *testing.T) {
	for _, s := range sources(t, parser.SkipObjectResolution) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if ok && s.test && (sel.Sel.Name == "Skip" || sel.Sel.Name == "Skipf" || sel.Sel.Name == "SkipNow") {
				t.Errorf("%s skips a test", s.path)
			}
			return true
		})
	}
}
