package html_test

import (
	"regexp"
	"testing"
	"time"

	"smartro-wizard/wizard"
)

// What the page makes at run time has to pass the rules for what is typed:
// 신모듈 takes letters and digits, at most 40.
func TestOrderNumbersTenThousandTimes(t *testing.T) {
	legal := regexp.MustCompile(`^[A-Za-z0-9]{1,40}$`)
	for _, prefix := range []string{"", "order", "ABCD1234"} {
		o := open(t, body(t, with(func(a *wizard.Answers) { a.Make.MerchantUID.Prefix = prefix })), "", false)
		var made []string
		o.read("Array.from({length: 10000}, newMerchantUid)", &made)
		seen := map[string]bool{}
		for _, id := range made {
			if !legal.MatchString(id) || len(id) != len(prefix)+32 || id[:len(prefix)] != prefix || seen[id] {
				t.Fatalf("%q is not legal, or not new", id)
			}
			seen[id] = true
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
		})
	}
}
