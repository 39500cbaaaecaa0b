package fakeapi

import (
	"os"
	"reflect"
	"slices"
	"testing"

	"go.yaml.in/yaml/v4"
)

type foundField struct {
	Name, Type, Required string
	MaxLength            int `yaml:"max_length"`
	Enum                 []string
}

type foundEndpoint struct {
	ID, Method, Path, Auth string
	Supported              bool
	Query, Fields          []foundField
	Response               []string
	Errors                 []int
}

// documents are what was found in PortOne's pages and schema.
func documents(t *testing.T) []foundEndpoint {
	t.Helper()
	raw, err := os.ReadFile("testdata/v1-rest.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var all struct{ Endpoints []foundEndpoint }
	if err := yaml.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	if len(all.Endpoints) < 38 {
		t.Fatalf("only %d endpoints", len(all.Endpoints))
	}
	return all.Endpoints
}

func fieldsOf(all []foundField) []field {
	var fields []field
	for _, f := range all {
		fields = append(fields, field{f.Name, f.Type, need(f.Required), f.MaxLength, f.Enum})
	}
	return fields
}

func TestRowsAreWhatTheDocumentsSay(t *testing.T) {
	all := documents(t)
	fields := 0
	for _, d := range all {
		i := slices.IndexFunc(rows, func(r row) bool { return r.id == d.ID })
		if i < 0 {
			t.Errorf("%s has no row", d.ID)
			continue
		}
		r := rows[i]
		if r.method != d.Method || r.path != d.Path || !slices.Equal(r.errors, d.Errors) {
			t.Errorf("%s: row is %s %s %v, found %s %s %v", d.ID, r.method, r.path, r.errors, d.Method, d.Path, d.Errors)
		}
		if !reflect.DeepEqual(r.query, fieldsOf(d.Query)) || !reflect.DeepEqual(r.fields, fieldsOf(d.Fields)) {
			t.Errorf("%s: fields are %v and %v, found %v and %v", d.ID, r.query, r.fields, d.Query, d.Fields)
		}
		if refuses := reflect.ValueOf(r.serve).Pointer() == reflect.ValueOf((*API).unsupported).Pointer(); refuses == d.Supported {
			t.Errorf("%s: supported for Smartro is %v, the row refuses: %v", d.ID, d.Supported, refuses)
		}
		if open := d.Auth == "none"; open != (d.ID == "get-token") {
			t.Errorf("%s: needs no token: %v", d.ID, open)
		}
		fields += len(d.Query) + len(d.Fields)
	}
	if len(rows) != len(all) {
		t.Errorf("%d rows, %d endpoints found", len(rows), len(all))
	}
	t.Logf("%d endpoints with %d fields", len(all), fields)
}

// A word for when a field is required that nothing here understands would
// make the field optional in silence.
func TestNeedsAreUnderstood(t *testing.T) {
	known := []need{always, never, byV2, eitherUID, eitherKey, refunded, refundTel, taxPart, fixed, bySchema}
	for _, r := range rows {
		for _, f := range slices.Concat(r.query, r.fields) {
			if !slices.Contains(known, f.need) {
				t.Errorf("%s: %s is required when %q", r.id, f.name, f.need)
			}
		}
	}
}
