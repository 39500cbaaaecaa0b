package text

import (
	"encoding/json"
	"io/fs"
	"maps"
	"testing"

	"smartro-wizard/assets"
	"smartro-wizard/wizard/decode"
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
		var got, want map[string]string
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := decode.JSON(raw, &got); err != nil || !maps.Equal(got, want) {
			t.Errorf("%s: %v, or another text than the library's", name, err)
		}
	}
}

func BenchmarkTexts(b *testing.B) {
	raw, err := assets.Files.ReadFile("texts/rules.ko.json")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var t map[string]string
		if err := decode.JSON(raw, &t); err != nil {
			b.Fatal(err)
		}
	}
}
