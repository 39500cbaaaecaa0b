// Package hostile gives tests the strings that everything we write has to
// bear. Nothing but tests imports it.
package hostile

import (
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"strings"
	"testing"
)

//go:embed hostile-dev.json
var raw []byte

// String is one of them. Exact ones may not even be refused.
type String struct {
	ID    string
	Text  string
	Exact bool
}

// Strings are all of them, in the order of the collection.
func Strings(t testing.TB) []String {
	t.Helper()
	var file struct {
		Count   int
		Entries []entry
	}
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Entries) != file.Count || file.Count == 0 {
		t.Fatalf("%d entries, the file says %d", len(file.Entries), file.Count)
	}
	all := make([]String, len(file.Entries))
	for i, e := range file.Entries {
		all[i] = String{ID: e.ID, Text: e.text(t), Exact: e.Policy == "exact"}
	}
	return all
}

type entry struct {
	ID, Value, Policy string
	Repeat            int
	BytesHex          string `json:"bytes_hex"`
	JSONText          string `json:"json_text"`
}

func (e entry) text(t testing.TB) string {
	t.Helper()
	switch {
	case e.BytesHex != "":
		b, err := hex.DecodeString(e.BytesHex)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	case e.JSONText != "":
		return "\xed\xb0\x80x" // a lone surrogate: bytes that are no text
	case e.Repeat > 0:
		return strings.Repeat(e.Value, e.Repeat)
	}
	return e.Value
}
