package main_test

import (
	"slices"
	"testing"

	"smartro-wizard/e2e/licences"
)

func TestLicencesAreAllowed(t *testing.T) {
	modules, err := licences.Linked(".", nil, "-test", "-tags", "e2e", "./...")
	if err != nil {
		t.Fatal(err)
	}
	if len(modules) < 10 {
		t.Fatalf("found only %d modules", len(modules))
	}
	for _, m := range modules {
		text, err := m.Text()
		if err != nil {
			t.Error(err)
			continue
		}
		kind := licences.Kind(text)
		if !slices.Contains(licences.Allowed, kind) {
			t.Errorf("%s %s: licence %q is not on the list", m.Path, m.Version, kind)
		}
	}
}
