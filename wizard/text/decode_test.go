package text

import (
	"encoding/json"
	"io/fs"
	"maps"
	"testing"

	"smartro-wizard/assets"
)

func TestEveryTextFileReadsAsTheLibraryReadsIt(t *testing.T) {
	names, err := fs.Glob(assets.Files, "texts/*.json")
	if err != nil || len(names) < 2 {
		t.Fatalf("texts: %v, %v", names, err)
	}
	for _, name := range names {
		raw, err := assets.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var want map[string]string
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got, err := sentences(string(raw)); err != nil || !maps.Equal(got, want) {
			t.Errorf("%s: %v, or another text than the library's: a line for each sentence, and no escapes but \\\" \\\\ \\n", name, err)
		}
	}
}

func TestATextThatCannotBeReadIsNamed(t *testing.T) {
	for _, raw := range []string{"{\n \"a\": \"x\\q\"\n}", "{\n \"a\": \"x\n}"} {
		if got, err := sentences(raw); err == nil {
			t.Errorf("%q: got %v", raw, got)
		}
	}
}

func BenchmarkTexts(b *testing.B) {
	raw, err := assets.Files.ReadFile("texts/rules.ko.json")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := sentences(string(raw)); err != nil {
			b.Fatal(err)
		}
	}
}
