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

var madeOrderID = regexp.MustCompile(`^[0-9a-f]+$`)

// troubles are the findings about a parameter, errors only.
func troubles(a wizard.Answers, path string) (found []string) {
	for _, f := range rulebook.Judge(a.Case(today), text.En) {
		if f.Severity == wizard.SeverityError && f.State == wizard.StateFound && strings.HasPrefix(f.Path, "params."+path) {
			found = append(found, f.Rule)
		}
	}
	return found
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
	orderNumbers(t, card(), "newMerchantUid", 32, map[string]int{"order": 10000, "": 1000, "ABCD1234": 1000})
}

func TestPaymentIDsTenThousandTimes(t *testing.T) {
	orderNumbers(t, cardV2(), "newPaymentId", 32, map[string]int{"order": 10000, "": 1000, "ABCD1234": 1000})
}

func TestIssueIDsTenThousandTimes(t *testing.T) {
	orderNumbers(t, withV2(billingV2), "newIssueId", 16, map[string]int{"card": 10000, "": 1000, "AB12": 1000})
}

func orderNumbers(t *testing.T, a wizard.Answers, maker string, digits int, prefixes map[string]int) {
	t.Helper()
	path := a.Call().OrderID
	judge := func(id string) []string {
		alone := a
		alone.Make, alone.Params = wizard.Make{}, object(path, id)
		return troubles(alone, path)
	}
	if len(judge("order-1")) == 0 || len(judge(strings.Repeat("a", 41))) == 0 && digits == 32 {
		t.Fatal("the rules have nothing against order-1, or against 41 letters")
	}
	judged := 0
	for prefix, times := range prefixes {
		id := *a.Make.MerchantUID
		id.Prefix = prefix
		a.Make.MerchantUID = &id
		for name, o := range functions(t, a) {
			n := map[string]int{"modern": times, "es5": times / 10}[name]
			var made []string
			o.do(fmt.Sprintf("var made = []; for (var n = 0; n < %d; n++) made.push(%s())", n, maker))
			o.read("made", &made)
			seen := map[string]bool{}
			for _, id := range made {
				if random, found := strings.CutPrefix(id, prefix); !found || !madeOrderID.MatchString(random) || len(random) != digits || seen[id] {
					t.Fatalf("%s: %q is not new, or not %s and %d digits", name, id, prefix, digits)
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
	times := moments(10000)
	for name, o := range functions(t, caseOf(t, "vbank")) {
		t.Run(name, func(t *testing.T) { days(t, o, times, wizard.MakeVbankDue.Make) })
	}
	for name, o := range functions(t, caseOf(t, "v2-vbank")) {
		t.Run("v2/"+name, func(t *testing.T) { days(t, o, times, wizard.MakeVbankDue.MakeDueDate) })
	}
}

func days(t *testing.T, o opened, times []time.Time, inGo func(wizard.MakeVbankDue, time.Time) string) {
	t.Helper()
	const longest = 400
	var at []string
	for _, m := range times {
		at = append(at, fmt.Sprint(m.UnixMilli()))
	}
	o.do("var NOW; Date.now = function () { return NOW }; Date.prototype.getTime = function () { return NOW }")
	o.do("var made = [" + strings.Join(at, ",") + "].map(function (now, i) { NOW = now; return koreanDay(i % " + fmt.Sprint(longest) + ") })")
	var made []string
	o.read("made", &made)
	for i, got := range made {
		if want := inGo(wizard.MakeVbankDue{Days: i % longest}, times[i]); got != want {
			t.Fatalf("%s and %d days: got %s, want %s", times[i], i%longest, got, want)
		}
	}
	t.Logf("%d days are those of Go", len(made))
}

func TestTermIsCountedInKorea(t *testing.T) {
	for _, at := range []string{"2026-11-21T14:59:59Z", "2026-11-21T15:00:00Z", "2028-02-28T15:00:00Z", "2026-12-31T20:00:00Z"} {
		now, err := time.Parse(time.RFC3339, at)
		if err != nil {
			t.Fatal(err)
		}
		for _, days := range []int{1, 30, 365} {
			term := wizard.MakePeriod{Days: days}
			for _, a := range []wizard.Answers{card(), cardV2()} {
				a.Make.Period = &term
				inGo := term.Make
				if a.SDK == wizard.V2 {
					inGo = term.MakeRange
				}
				for name, o := range functions(t, a) {
					t.Run(fmt.Sprint(at, "/", days, "/", name, "/", a.SDK), func(t *testing.T) {
						o.do(fmt.Sprintf("Date.now = Date.prototype.getTime = function () { return %d }; click()", now.UnixMilli()))
						var got struct{ From, To string }
						o.read("seen.requests[0].params."+a.Call().Period, &got)
						if from, to := inGo(now); got.From != from || got.To != to {
							t.Errorf("got %s to %s, want %s to %s", got.From, got.To, from, to)
						}
					})
				}
			}
		}
	}
}
