package wizard

import (
	"encoding/json"
	"reflect"
	"testing"

	"smartro-wizard/assets"
	"smartro-wizard/wizard/decode"
)

// bothWays compares what decode makes of a file with what the library makes of it.
func bothWays[T any](t *testing.T, name string) {
	t.Helper()
	raw, err := assets.Files.ReadFile("facts/" + name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var got, want T
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	if err := decode.JSON(raw, &got); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %v, or other rows than the library reads", name, err)
	}
}

func TestFactsReadAsTheLibraryReadsThem(t *testing.T) {
	bothWays[[]Channel](t, "channels")
	bothWays[[]Param](t, "params")
	bothWays[[]Question](t, "first")
	bothWays[questionFile](t, "questions")
	bothWays[[]Symptom](t, "symptoms")
	bothWays[map[string]CodeTable](t, "codes")
	bothWays[consoleFile](t, "console")
}

func BenchmarkQuestions(b *testing.B) {
	for b.Loop() {
		rows[questionFile]("questions")()
	}
}
