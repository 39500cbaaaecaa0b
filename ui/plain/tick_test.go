package plain_test

import (
	"slices"
	"strings"
	"testing"

	"smartro-wizard/ui/draft"
	"smartro-wizard/ui/plain"
)

// Whatever can be ticked on the screen can be ticked here, and comes back.
func TestTicksAreKept(t *testing.T) {
	store, err := draft.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	store.KeepBuyer = true
	got := talk(t, plain.Config{Store: store}, append(slices.Clone(quickLines), "99", "2,3", "")...)
	if got.err != nil || !strings.Contains(got.said, "2) [ ] ") {
		t.Fatalf("%v\n%s", got.err, got.said)
	}
	ticked := got.draft.Ticked()
	if len(ticked) != 2 {
		t.Fatalf("ticked %q\n%s", ticked, got.said)
	}
	if n := len(store.Unfinished()); n != 1 {
		t.Fatalf("%d works to go on with, want the one that has ticks", n)
	}
	again := talk(t, plain.Config{Store: store}, "6", "", "0", "")
	if !strings.Contains(again.said, "2) [x] ") || !strings.Contains(again.said, "3) [x] ") || strings.Contains(again.said, "4) [x] ") {
		t.Errorf("the ticks did not come back:\n%s", again.said)
	}
	if left := again.draft.Ticked(); len(left) != 0 {
		t.Errorf("0 left %q ticked", left)
	}
	if n := len(store.Unfinished()); n != 0 {
		t.Errorf("%d works to go on with after everything was taken back", n)
	}
}
