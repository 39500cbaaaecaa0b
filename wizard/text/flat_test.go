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
		want := map[string]string{}
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got, err := flat(string(raw)); err != nil || !maps.Equal(got, want) {
			t.Errorf("%s: %v, or another text than the library's", name, err)
		}
	}
}

func FuzzFlatAgreesWithTheLibrary(f *testing.F) {
	for _, s := range []string{`{}`, ` { } `, `{"a":"b"}`, `{"a" : "b" , "c":"\u00e9\n\"\\"}`, `{"a":"\/"}`, `{"a":"b",}`, `{"a":1}`, `{"a":"b"}x`, `{"a":"b"`,
		"{\"a\":\"\t\"}", `{"a":"\x41"}`, `{"a":"\ud83d\ude00"}`, `{"a":"b""c":"d"}`, `{,"a":"b"}`, ``, `"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var want map[string]string
		wantErr := json.Unmarshal([]byte(s), &want)
		got, err := flat(s)
		if (err == nil) != (wantErr == nil) || err == nil && !maps.Equal(got, want) {
			t.Errorf("%q: %v, %v; the library says %v, %v", s, got, err, want, wantErr)
		}
	})
}

func BenchmarkFlat(b *testing.B) {
	raw, err := assets.Files.ReadFile("texts/rules.ko.json")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := flat(string(raw)); err != nil {
			b.Fatal(err)
		}
	}
}
