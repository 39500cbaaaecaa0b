package snippets_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
)

var madeOrderID = regexp.MustCompile(`^[0-9a-f]{32}$`)

// troubles are the findings about a parameter, errors only.
func troubles(a wizard.Answers, path string) (found []string) {
	for _, f := range rulebook.Judge(a.Case(today), text.En) {
		if f.Severity == wizard.SeverityError && f.State == wizard.StateFound && strings.HasPrefix(f.Path, "params."+path) {
			found = append(found, f.Rule)
		}
	}
	return found
}

// bare are answers of which one parameter is worth judging: what a maker gives
// is judged in the little of a payment that its rules read.
func bare(pairs ...any) wizard.Answers {
	a := card()
	a.Make = wizard.Make{}
	a.Params = object(pairs...)
	return a
}

// functions opens the makers of a target in either syntax.
func functions(t *testing.T, a wizard.Answers) map[string]opened {
	t.Helper()
	es5 := a
	es5.Options.Syntax = wizard.SyntaxES5
	return map[string]opened{"modern": open(t, a, "html", world{}), "es5": open(t, es5, "html", world{})}
}

// What code makes at run time has to pass the rules for what is typed.
func TestOrderNumbersTenThousandTimes(t *testing.T) {
	judge := func(id string) []string { return troubles(bare("merchant_uid", id), "merchant_uid") }
	if len(judge("order-1")) == 0 || len(judge(strings.Repeat("a", 41))) == 0 {
		t.Fatal("the rules have nothing against order-1, or against 41 letters")
	}
	judged := 0
	for prefix, times := range map[string]int{"order": 10000, "": 1000, "ABCD1234": 1000} {
		for name, o := range functions(t, with(func(a *wizard.Answers) { a.Make.MerchantUID.Prefix = prefix })) {
			n := map[string]int{"modern": times, "es5": times / 10}[name]
			var made []string
			o.do(fmt.Sprintf("var made = []; for (var n = 0; n < %d; n++) made.push(newMerchantUid())", n))
			o.read("made", &made)
			seen := map[string]bool{}
			for _, id := range made {
				if digits, found := strings.CutPrefix(id, prefix); !found || !madeOrderID.MatchString(digits) || seen[id] {
					t.Fatalf("%s: %q is not new, or not %s and 32 digits", name, id, prefix)
				}
				seen[id] = true
				if found := judge(id); len(found) > 0 {
					t.Fatalf("%s: %q: %v", name, id, found)
				}
				judged++
			}
		}
	}
	t.Logf("%d order numbers judged", judged)
}

// moments are where days in Korea and elsewhere come apart, and all over the
// years to come.
func moments(n int) []time.Time {
	var all []time.Time
	for _, day := range []string{"2026-11-21", "2026-12-31", "2027-02-28", "2028-02-28", "2028-02-29", "2028-12-31", "2100-02-28"} {
		midnight, _ := time.ParseInLocation(time.DateOnly, day, wizard.Korea)
		for _, off := range []time.Duration{-time.Hour, -time.Second, -time.Millisecond, 0, time.Millisecond, 9 * time.Hour, 24*time.Hour - time.Millisecond} {
			all = append(all, midnight.Add(off), midnight.Add(24*time.Hour+off))
		}
	}
	random := rand.New(rand.NewPCG(3, 10))
	for len(all) < n {
		all = append(all, time.UnixMilli(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli()+random.Int64N(80*365*24*3600*1000)))
	}
	return all
}

// The rules judge what Go makes of a day, in package wizard; code makes the same.
func TestDaysInKoreaTenThousandTimes(t *testing.T) {
	const longest = 400
	times := moments(10000)
	for name, o := range functions(t, caseOf(t, "vbank")) {
		t.Run(name, func(t *testing.T) {
			var at []string
			for _, m := range times {
				at = append(at, fmt.Sprint(m.UnixMilli()))
			}
			o.do("var NOW; Date.now = function () { return NOW }; Date.prototype.getTime = function () { return NOW }")
			o.do("var made = [" + strings.Join(at, ",") + "].map(function (now, i) { NOW = now; return koreanDay(i % " + fmt.Sprint(longest) + ") })")
			var made []string
			o.read("made", &made)
			for i, got := range made {
				if want := (wizard.MakeVbankDue{Days: i % longest}).Make(times[i]); got != want {
					t.Fatalf("%s and %d days: got %s, want %s", times[i], i%longest, got, want)
				}
			}
			t.Logf("%d days are those of Go", len(made))
		})
	}
}

func TestTermIsCountedInKorea(t *testing.T) {
	for _, at := range []string{"2026-11-21T14:59:59Z", "2026-11-21T15:00:00Z", "2028-02-28T15:00:00Z", "2026-12-31T20:00:00Z"} {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		for _, days := range []int{1, 30, 365} {
			term := wizard.MakePeriod{Days: days}
			for name, o := range functions(t, with(func(a *wizard.Answers) { a.Make.Period = &term })) {
				t.Run(fmt.Sprint(at, "/", days, "/", name), func(t *testing.T) {
					o.do(fmt.Sprintf("Date.now = Date.prototype.getTime = function () { return %d }; click()", now.UnixMilli()))
					var got struct{ From, To string }
					o.read("seen.requests[0].params.period", &got)
					if from, to := term.Make(now); got.From != from || got.To != to {
						t.Errorf("got %s to %s, want %s to %s", got.From, got.To, from, to)
					}
				})
			}
		}
	}
}
