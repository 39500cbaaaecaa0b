package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// target are templates of a package that one line compiles. A package may have
// several of them, each with Data of its own.
type target struct {
	dir       string
	data      string // where their Data is
	templates []string
	source    string // of the Go file that names them
}

// targets gives what packages want compiled.
func targets(t *testing.T) (found []target) {
	t.Helper()
	files, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^//go:generate go run \.\./compile (?:-data (\S+) )?(.*)$`)
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if m := line.FindSubmatch(raw); m != nil {
			data := pages
			if len(m[1]) > 0 {
				data = string(m[1])
			}
			found = append(found, target{filepath.Dir(name), data, strings.Fields(string(m[2])), string(raw)})
		}
	}
	if len(found) < 8 {
		t.Fatalf("found %v only", found)
	}
	return found
}

func TestCompiledTemplatesAreFresh(t *testing.T) {
	templates, compiled := map[string]int{}, map[string]int{}
	for _, of := range targets(t) {
		want, err := compile(of.dir, of.data, of.templates)
		if err != nil {
			t.Fatalf("%s: %v", of.dir, err)
		}
		for name, body := range want {
			got, err := os.ReadFile(filepath.Join(of.dir, name))
			if err != nil || string(got) != string(body) {
				t.Errorf("%s/%s is not of its template: go generate ./snippets/... (%v)", of.dir, name, err)
			}
		}
		templates[of.dir] += len(of.templates)
		compiled[of.dir] += len(want)
	}
	for dir := range templates {
		there, err := filepath.Glob(filepath.Join(dir, "*_gen.go"))
		if err != nil || len(there) != compiled[dir] {
			t.Errorf("%s has %v, want %d", dir, there, compiled[dir])
		}
		all, err := filepath.Glob(filepath.Join(dir, "*.tmpl"))
		if parts, _ := filepath.Glob(filepath.Join(dir, "parts", "*.tmpl")); err != nil || len(all)+len(parts) != templates[dir] {
			t.Errorf("%s compiles %d templates and has %v %v", dir, templates[dir], all, parts)
		}
	}
}

// blocksOf gives every block of some templates.
func blocksOf(t *testing.T, dir string, templates ...string) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, name := range templates {
		s, err := parseTemplate(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		for block := range s.blocks {
			all[block] = true
		}
	}
	return all
}

// Every block that a template calls is there for it: one of its package, or of
// the parts that its package takes from another, in both syntaxes of a page.
func TestEveryBlockThatIsCalledExists(t *testing.T) {
	all := targets(t)
	call := regexp.MustCompile(`\{\{-? ?template "([^"]+)"`)
	calls := 0
	for _, of := range all {
		there := blocksOf(t, of.dir, of.templates...)
		lenders := regexp.MustCompile(`"smartro-wizard/(snippets/[a-z]+)"`).FindAllStringSubmatch(of.source, -1)
		for _, m := range lenders {
			for _, lender := range all {
				if lender.dir == "../"+filepath.Base(m[1]) {
					maps.Copy(there, blocksOf(t, lender.dir, lender.templates...))
				}
			}
		}
		if of.data == pages {
			maps.Copy(there, blocksOf(t, pages, "parts/common.tmpl", "parts/types.tmpl", "parts/modern.tmpl"))
			es5 := blocksOf(t, pages, "parts/common.tmpl", "parts/types.tmpl", "parts/es5.tmpl")
			maps.DeleteFunc(there, func(block string, _ bool) bool { return blocksOf(t, pages, "parts/modern.tmpl")[block] && !es5[block] })
		}
		for _, name := range of.templates {
			raw, err := os.ReadFile(filepath.Join(of.dir, name))
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range call.FindAllStringSubmatch(string(raw), -1) {
				if calls++; !there[m[1]] && !lent(all, m[1], of.dir) {
					t.Errorf("%s/%s calls %q, which not every file has", of.dir, name, m[1])
				}
			}
		}
	}
	if calls < 40 {
		t.Errorf("looked at %d calls only", calls)
	}
}

// lent reports whether parts that targets take call a block that each of the
// takers has, as the ending of imports.
func lent(all []target, block, lender string) bool {
	takers := 0
	for _, of := range all {
		if !strings.Contains(of.source, `"smartro-wizard/snippets/`+filepath.Base(lender)+`"`) {
			continue
		}
		takers++
		found := false
		for _, name := range of.templates {
			s, err := parseTemplate(of.dir, name)
			found = found || err == nil && s.blocks[block] != nil
		}
		if !found {
			return false
		}
	}
	return takers > 0
}

// compiled gives the Go of one template in the package of the parts.
func compiled(t *testing.T, template string) (string, error) {
	t.Helper()
	dir := t.TempDir()
	for name, body := range map[string]string{
		"front/data.go": `package front
type Words string
type Data struct { Tag bool; Order []Entry; Script Words }
type Entry struct { Name Words; Parts []Entry }
func (d *Data) Has(path Words) bool { return false }
func (d *Data) Comment(id string, indent ...int) Words { return "" }
func (e Entry) Mark() Words { return "" }`,
		"page/page.go":   "package page",
		"page/page.tmpl": template,
	} {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	files, err := compile(filepath.Join(dir, "page"), pages, []string{"page.tmpl"})
	return string(files["page_gen.go"]), err
}

func TestWhatTemplatesMaySay(t *testing.T) {
	for template, want := range map[string]string{
		"a\n  {{- .Script}}\"`\n":                    "\tfront.Raw(d, \"a\")\n\tfront.Put(d, d.Script)\n\tfront.Raw(d, \"\\\"`\\n\")\n",
		`{{.Comment "x" 2}}{{""}}{{"y"}}`:            "\tfront.Put(d, d.Comment(\"x\", 2))\n\tfront.Raw(d, \"y\")\n",
		`{{if .Order}}a{{else if not .Tag}}b{{end}}`: "\tif len(d.Order) > 0 {\n\t\tfront.Raw(d, \"a\")\n\t} else if !(d.Tag) {\n\t\tfront.Raw(d, \"b\")\n\t}\n",
		`{{if .Has "name"}}a{{else}}b{{end}}`:        "\tif d.Has(\"name\") {\n\t\tfront.Raw(d, \"a\")\n\t} else {\n\t\tfront.Raw(d, \"b\")\n\t}\n",
		`{{range .Order}}{{.Mark}}{{.Name}}{{end}}`:  "\tfor _, e := range d.Order {\n\t\tfront.Put(d, e.Mark())\n\t\tfront.Put(d, e.Name)\n\t}\n",
		`{{template "other block" .}}`:               "\tfront.Block(d, \"other block\")\n",
		`{{range .Order}}{{template "row" .}}{{end}}` + `{{define "row"}}{{range .Parts}}{{template "row" .}}{{end}}{{end}}`: "\nfunc pageRow(d *front.Data, e front.Entry) {\n" +
			"\tfor _, e := range e.Parts {\n\t\tpageRow(d, e)\n\t}\n}\n",
	} {
		got, err := compiled(t, template)
		if err != nil || !strings.Contains(got, want) {
			t.Errorf("%s: %v, it gave\n%s\nwithout\n%s", template, err, got, want)
		}
	}
}

func TestWhatIsRefused(t *testing.T) {
	for template, want := range map[string]string{
		`{{.Nothing}}`:                                    "Data has no Nothing",
		`{{range .Order}}{{.Tag}}{{end}}`:                 "Entry has no Tag",
		`{{.Script.Name}}`:                                "one name at a time",
		`{{.Script "x"}}`:                                 "takes nothing",
		`{{.Comment .Script}}`:                            "neither text nor number",
		`{{if .Script}}{{end}}`:                           "no condition",
		`{{$x := .Script}}`:                               "no pipes and names",
		`{{.Script | not}}`:                               "no pipes and names",
		`{{with .Script}}{{end}}`:                         "is not known here",
		`{{range .Script}}{{end}}`:                        "a range is over entries",
		`{{range .Order}}{{else}}{{end}}`:                 "a range is over entries",
		`{{template "x"}}`:                                "a block gets the dot",
		`{{template "x" .Order}}`:                         "a block gets the dot",
		`{{range .Order}}{{template "nowhere" .}}{{end}}`: "there is no such block",
		`{{printf "x"}}`:                                  "not defined",
	} {
		_, err := compiled(t, template)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", template, err, want)
		}
	}
}
