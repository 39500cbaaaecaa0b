package front

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/korean"

	"smartro-wizard/snippets/java"
	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard/text"
)

// A template can print nothing that people typed but literals: every exported
// field and every method gives a literal, a switch or text of ours.
func TestTemplatesGetLiteralsOnly(t *testing.T) {
	harmless := []reflect.Type{reflect.TypeFor[js.Lit](), reflect.TypeFor[java.Lit](), reflect.TypeFor[Words](), reflect.TypeFor[text.Lang](),
		reflect.TypeFor[bool](), reflect.TypeFor[[]Entry]()}
	looked := 0
	for _, of := range []reflect.Type{reflect.TypeFor[Data](), reflect.TypeFor[Entry]()} {
		for f := range of.Fields() {
			if looked++; f.IsExported() && !slices.Contains(harmless, f.Type) {
				t.Errorf("%s.%s is a %s", of.Name(), f.Name, f.Type)
			}
		}
		for m := range reflect.PointerTo(of).Methods() {
			if looked++; !slices.Contains(harmless, m.Type.Out(0)) {
				t.Errorf("%s.%s gives a %s", of.Name(), m.Name, m.Type.Out(0))
			}
		}
	}
	if looked < 45 {
		t.Errorf("looked at %d only", looked)
	}
}

// sentences are the ids that templates and the tables of this package use.
func sentences(t *testing.T) []string {
	t.Helper()
	var ids []string
	id := regexp.MustCompile(`"(code\.[a-z0-9_]+)"`)
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".tmpl") {
			return err
		}
		source, err := os.ReadFile(name)
		for _, found := range id.FindAllStringSubmatch(string(source), -1) {
			ids = append(ids, found[1])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range otherwise {
		for _, other := range table {
			ids = append(ids, other)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Sentences stand in comments of every kind, in strings and in HTML text, in
// UTF-8 and EUC-KR: none may end its place or leave the encoding.
func TestSentencesFitTheirPlaces(t *testing.T) {
	ids := sentences(t)
	for _, id := range ids {
		for _, l := range text.Langs {
			s := text.Of(l, id)
			if !text.Has(l, id) || strings.ContainsAny(s, "\r\n\u2028\u2029<>&") || strings.Contains(s, "*/") || strings.Contains(s, "--") {
				t.Errorf("%s in %s: %q", id, l, s)
			}
			if _, err := korean.EUCKR.NewEncoder().String(s); err != nil {
				t.Errorf("%s in %s cannot stand in EUC-KR: %v", id, l, err)
			}
		}
	}
	if len(ids) < 60 {
		t.Errorf("found %d sentences only", len(ids))
	}
}

func TestEndsHaveTheirWords(t *testing.T) {
	for _, ends := range []plan.Ends{plan.EndsPaid, plan.EndsAccount, plan.EndsRegistered} {
		if done[ends] == "" || verify[ends] == "" {
			t.Errorf("end %d: %q, %q", ends, done[ends], verify[ends])
		}
	}
}
