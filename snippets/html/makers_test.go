package html_test

import (
	"strings"
	"testing"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// troubles are the findings about a parameter, errors only.
func troubles(a wizard.Answers, path string) (found []string) {
	for _, f := range rulebook.Judge(a.Case("2026-11-21"), text.En) {
		if f.Severity == wizard.SeverityError && f.State == wizard.StateFound && strings.HasPrefix(f.Path, path) {
			found = append(found, f.Rule)
		}
	}
	return found
}

// What the page makes at run time has to pass the rules for what is typed.
func TestOrderNumbersTenThousandTimes(t *testing.T) {
	typed := with(func(a *wizard.Answers) { a.Make.MerchantUID = nil })
	judge := func(id string) []string {
		a := typed
		a.Params = a.Params.With("merchant_uid", value.Text(id))
		return troubles(a, "params.merchant_uid")
	}
	if len(judge("order-1")) == 0 {
		t.Fatal("the rules have nothing against order-1")
	}
	for prefix, times := range map[string]string{"order": "10000", "": "100", "ABCD1234": "100"} {
		o := open(t, body(t, with(func(a *wizard.Answers) { a.Make.MerchantUID.Prefix = prefix })), "", false)
		var made []string
		o.read("Array.from({length: "+times+"}, newMerchantUid)", &made)
		seen := map[string]bool{}
		for i, id := range made {
			if digits, found := strings.CutPrefix(id, prefix); !found || !madeOrderID.MatchString(digits) || seen[id] {
				t.Fatalf("%q is not new, or not %s and 32 digits", id, prefix)
			}
			seen[id] = true
			if i%50 != 0 {
				continue // the rules see letters and length, and those are the same
			}
			if found := judge(id); len(found) > 0 {
				t.Fatalf("%q: %v", id, found)
			}
		}
	}
}

func TestTermIsCountedInKorea(t *testing.T) {
	tests := []struct {
		now      string
		days     int
		from, to string
	}{
		{"2026-11-21T14:59:59Z", 30, "20261121", "20261220"},
		{"2026-11-21T15:00:00Z", 30, "20261122", "20261221"},
		{"2028-02-28T15:00:00Z", 1, "20280229", "20280229"},
		{"2026-12-31T20:00:00Z", 365, "20270101", "20271231"},
	}
	for _, tt := range tests {
		t.Run(tt.now, func(t *testing.T) {
			now, err := time.Parse(time.RFC3339, tt.now)
			if err != nil {
				t.Fatal(err)
			}
			o := open(t, body(t, with(func(a *wizard.Answers) { a.Make.Period = &wizard.MakePeriod{Days: tt.days} })), "", false)
			if err := o.vm.Set("NOW", now.UnixMilli()); err != nil {
				t.Fatal(err)
			}
			o.do("Date.now = () => NOW; click()")
			var got struct{ From, To string }
			o.read("seen.requests[0].params.period", &got)
			if got.From != tt.from || got.To != tt.to {
				t.Errorf("got %s to %s, want %s to %s", got.From, got.To, tt.from, tt.to)
			}
			a := with(func(a *wizard.Answers) {
				a.Params = a.Params.With("period", object("from", got.From, "to", got.To))
			})
			if found := troubles(a, "params.period"); len(found) > 0 {
				t.Errorf("the rules refuse it: %v", found)
			}
		})
	}
}
