package text_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"smartro-wizard/assets"
	"smartro-wizard/wizard/text"
)

// rooms gives every sentence by room, language and name.
func rooms(t *testing.T) map[string]map[text.Lang]map[string]string {
	t.Helper()
	all := map[string]map[text.Lang]map[string]string{}
	files, err := fs.Glob(assets.Files, "texts/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, file := range files {
		room, lang, ok := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(file, "texts/"), ".json"), ".")
		if !ok || !slices.Contains(text.Langs, text.Lang(lang)) {
			t.Errorf("%s is not ROOM.LANG.json", file)
		}
		raw, err := assets.Files.ReadFile(file)
		sentences := map[string]string{}
		if err == nil {
			err = json.Unmarshal(raw, &sentences)
		}
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if keys := strings.Count(string(raw), "\n \""); keys != len(sentences) && strings.Contains(string(raw), "\n \"") {
			t.Errorf("%s: %d lines of keys, %d ids: one stands twice", file, keys, len(sentences))
		}
		if all[room] == nil {
			all[room] = map[text.Lang]map[string]string{}
		}
		all[room][text.Lang(lang)] = sentences
	}
	return all
}

var placeholder = regexp.MustCompile(`\{[a-z_0-9]+\}`)

func TestLanguagesHaveTheSameSentences(t *testing.T) {
	for room, langs := range rooms(t) {
		ids := map[string]bool{}
		for _, sentences := range langs {
			for id := range sentences {
				ids[id] = true
			}
		}
		for id := range ids {
			ko, en := langs[text.Ko][id], langs[text.En][id]
			if strings.TrimSpace(ko) == "" || strings.TrimSpace(en) == "" {
				t.Errorf("%s.%s: ko %q, en %q", room, id, ko, en)
				continue
			}
			if a, b := placeholders(ko), placeholders(en); !slices.Equal(a, b) {
				t.Errorf("%s.%s: placeholders %v in Korean, %v in English", room, id, a, b)
			}
		}
	}
}

func placeholders(s string) []string {
	all := placeholder.FindAllString(s, -1)
	slices.Sort(all)
	return slices.Compact(all)
}

// TestSentencesAreAsWideAsTheyCount keeps characters out whose width terminals
// disagree on: everything but ASCII and Hangul.
func TestSentencesAreAsWideAsTheyCount(t *testing.T) {
	for room, langs := range rooms(t) {
		if room == "page" {
			continue // shown by a browser
		}
		for l, sentences := range langs {
			for id, s := range sentences {
				i := strings.IndexFunc(s, func(r rune) bool {
					return r != '\n' && (r < ' ' || r > '~') && !unicode.Is(unicode.Hangul, r)
				})
				if i >= 0 {
					t.Errorf("%s.%s in %s: %q", room, id, l, s[i:min(len(s), i+4)])
				}
			}
		}
	}
}

func goStrings(path string) ([]string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var all []string
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, err := strconv.Unquote(lit.Value); err == nil {
				all = append(all, s)
			}
		}
		return true
	})
	return all, nil
}

// quoted gives the ids that a template of code says.
func quoted(path string) ([]string, error) {
	src, err := os.ReadFile(path)
	var all []string
	for _, m := range inQuotes.FindAllStringSubmatch(string(src), -1) {
		all = append(all, m[1])
	}
	return all, err
}

// literals gives the strings of the program's Go files and templates, and
// where they stand.
func literals(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); name == "testdata" || name == "e2e" || name == "node_modules" || len(name) > 2 && name[0] == '.' {
				return fs.SkipDir
			}
			return nil
		}
		var found []string
		switch {
		case strings.HasSuffix(path, ".tmpl"):
			found, err = quoted(path)
		case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
			found, err = goStrings(path)
		}
		for _, s := range found {
			all[s] = path
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var (
	id       = regexp.MustCompile(`^([a-z][a-z0-9]*)\.[A-Za-z0-9_.-]*$`)
	inQuotes = regexp.MustCompile(`"([a-z]+\.[a-z0-9_-]+)"`)
	fileName = regexp.MustCompile(`\.(json|ya?ml|html|js|css|go|txt|md|mod|sum)$`)
)

// TestIDsOfTheProgramExistAndAllAreUsed reads the program's strings: "room.name"
// has to be a sentence, and a sentence has to be in the program. A string that
// ends in a dot, a hyphen or an underscore is the head of computed ids, which
// the room checks by its own tables.
func TestIDsOfTheProgramExistAndAllAreUsed(t *testing.T) {
	texts := rooms(t)
	used, heads := map[string]bool{}, []string{}
	for s, path := range literals(t) {
		m := id.FindStringSubmatch(s)
		if m == nil || texts[m[1]] == nil || fileName.MatchString(s) {
			continue
		}
		switch {
		case text.Has(text.Ko, s):
			used[s] = true
		case strings.HasSuffix(s, ".") || strings.HasSuffix(s, "-") || strings.HasSuffix(s, "_"):
			heads = append(heads, s)
		default:
			t.Errorf("%s says %q, which is no sentence", path, s)
		}
	}
	for _, room := range slices.Sorted(maps.Keys(texts)) {
		for name := range texts[room][text.Ko] {
			full := room + "." + name
			computed := slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(full, h) })
			if !used[full] && !computed {
				t.Errorf("nothing says %s", full)
			}
		}
	}
	for _, h := range heads {
		room, name, _ := strings.Cut(h, ".")
		begins := func(other string) bool { return strings.HasPrefix(other, name) }
		if !slices.ContainsFunc(slices.Collect(maps.Keys(texts[room][text.Ko])), begins) {
			t.Errorf("no sentence begins with %s", h)
		}
	}
}
