package proof

import (
	"slices"
	"testing"

	"smartro-wizard/snippets"
)

// A record proves the target only as it stood when the tests ran.
func TestRecordsAreOfTheTargetsAsTheyStand(t *testing.T) {
	all, err := Read(place)
	if err != nil {
		t.Fatal(err)
	}
	var known []string
	for _, target := range snippets.Targets() {
		known = append(known, target.Name)
		record, has := all[target.Name]
		if !has {
			t.Errorf("%s has no record of what proved it: make proofs", target.Name)
			continue
		}
		now, err := Folder("../../snippets", target.Name)
		if err != nil {
			t.Fatal(err)
		}
		if record.Folder != now {
			t.Errorf("the record of %s is of another state of its folder: make proofs", target.Name)
		}
		for test, of := range record.By {
			if len(of.Tools) == 0 || len(of.Counts) == 0 {
				t.Errorf("%s by %s: %+v", target.Name, test, of)
			}
			for what, n := range of.Counts {
				if n < 1 && what != "wrong" {
					t.Errorf("%s by %s: %d %s", target.Name, test, n, what)
				}
			}
		}
	}
	for _, name := range Names(all) {
		if !slices.Contains(known, name) {
			t.Errorf("there is no target %s", name)
		}
	}
}
