package wizard_test

import (
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

const often = 10_000

// accept is a case in which the rules find nothing but what a made value brings.
func accept(t *testing.T, a wizard.Answers, now time.Time) {
	t.Helper()
	for _, f := range rulebook.Judge(a.Case(wizard.Day(now)), text.En) {
		t.Fatalf("at %s: %s at %s: %s\n%s", now, f.Rule, f.Path, f.Message, answers.JSON(a))
	}
}

func payment(method string, more ...string) wizard.Answers {
	a := wizard.Answers{Version: wizard.AnswersVersion, Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.TypeGeneral,
		UserCode: "imp10000001", Params: value.ObjectOf()}
	all := append([]string{"channelKey", "channel-key-00000000-0000-0000-0000-000000000000", "pay_method", method, "name", "결제 테스트",
		"buyer_tel", "010-1234-5678", "merchant_uid", "order1", "m_redirect_url", "https://shop.example.com/back"}, more...)
	for i := 0; i < len(all); i += 2 {
		a.Params = a.Params.With(all[i], value.Text(all[i+1]))
	}
	a.Params = a.Params.With("amount", value.Digits("1004"))
	return a
}

// moments are those at which dates go wrong: around midnight in Korea and in
// UTC, at the ends of months and years, on leap days, in any zone.
func moments(r *rand.Rand) time.Time {
	days := []string{"2026-12-31", "2027-01-01", "2028-02-28", "2028-02-29", "2028-03-01", "2027-02-28", "2026-11-30", "2032-02-29", "2099-12-31", "2100-02-28"}
	day, err := time.ParseInLocation(time.DateOnly, days[r.IntN(len(days))], wizard.Korea)
	if err != nil {
		panic(err)
	}
	if r.IntN(4) == 0 {
		day = day.AddDate(0, 0, r.IntN(4000))
	}
	edge := []time.Duration{0, 9 * time.Hour, 15 * time.Hour, 24 * time.Hour}[r.IntN(4)]
	off := []time.Duration{-time.Second, -time.Millisecond, 0, time.Nanosecond, time.Second, time.Duration(r.Int64N(int64(24 * time.Hour)))}[r.IntN(6)]
	zone := time.FixedZone("", (r.IntN(27)-12)*3600)
	return day.Add(edge + off).In(zone)
}

// source gives random bytes that can be had again.
func source(r *rand.Rand) io.Reader {
	var seed [32]byte
	for i := range seed {
		seed[i] = byte(r.IntN(256))
	}
	return rand.NewChaCha8(seed)
}

func TestMadeOrderNumbersAreClean(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	bytes, seen := source(r), map[string]bool{}
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, wizard.Korea)
	for range often {
		prefix := []string{"", "order", "a", "ORDER123", "12345678"}[r.IntN(5)]
		made, err := wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: prefix}.Make(bytes)
		if err != nil || seen[made] || !strings.HasPrefix(made, prefix) || len(made) != len(prefix)+32 {
			t.Fatalf("%q after %d others: %v", made, len(seen), err)
		}
		seen[made] = true
		accept(t, payment("card", "merchant_uid", made), now)
	}
	if _, err := (wizard.MakeOrderID{}).Make(strings.NewReader("too short")); err == nil {
		t.Error("a number was made of too little")
	}
}

func TestMadeDueDatesAreClean(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for range often {
		now, days := moments(r), 1+r.IntN(400)
		made := wizard.MakeVbankDue{Days: days}.Make(now)
		accept(t, payment("vbank", "vbank_due", made), now)
		due, err := time.ParseInLocation("20060102", made, wizard.Korea)
		today, err2 := time.ParseInLocation(time.DateOnly, wizard.Day(now), wizard.Korea)
		if err != nil || err2 != nil || due.Sub(today) != time.Duration(days)*24*time.Hour {
			t.Fatalf("at %s, %d days: %s", now, days, made)
		}
	}
}

func TestMadeTermsAreClean(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range often {
		now, days := moments(r), 1+r.IntN(400)
		from, to := wizard.MakePeriod{Days: days}.Make(now)
		accept(t, payment("card", "period.from", from, "period.to", to), now)
		if from != strings.ReplaceAll(wizard.Day(now), "-", "") || days == 1 && to != from {
			t.Fatalf("at %s, %d days: %s to %s", now, days, from, to)
		}
	}
}

func TestMadeReturnAddressesAreClean(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, wizard.Korea)
	const letters = "abcXYZ0189-_.~/%?=&#결제"
	for range often {
		path := "/"
		for range r.IntN(40) {
			path += string([]rune(letters)[r.IntN(len([]rune(letters)))])
		}
		if _, found := answers.Set(wizard.Answers{}, "make.m_redirect_url.path", path, text.En); len(found) > 0 {
			continue // no path that anybody can give
		}
		origin := []string{"https://shop.example.com", "http://localhost:3000", "http://127.0.0.1:8080", "https://xn--9d0b.xn--3e0b707e"}[r.IntN(4)]
		accept(t, payment("card", "m_redirect_url", wizard.MakeRedirect{Path: path}.Make(origin)), now)
	}
}

func TestDatesAroundMidnightYearEndAndLeapDay(t *testing.T) {
	for _, tt := range []struct {
		at       string
		days     int
		due, end string
	}{
		{"2026-12-31T23:59:59+09:00", 1, "20270101", "20261231"},
		{"2027-01-01T00:00:00+09:00", 1, "20270102", "20270101"},
		{"2026-12-31T14:59:59Z", 3, "20270103", "20270102"},
		{"2026-12-31T15:00:00Z", 3, "20270104", "20270103"},
		{"2028-02-28T12:00:00+09:00", 1, "20280229", "20280228"},
		{"2028-02-28T10:30:00-05:00", 1, "20280301", "20280229"},
		{"2027-02-28T12:00:00+09:00", 1, "20270301", "20270228"},
		{"2028-02-29T00:00:00+09:00", 365, "20290228", "20290227"},
		{"2099-12-31T23:59:59.999999999+09:00", 60, "21000301", "21000228"},
	} {
		t.Run(tt.at, func(t *testing.T) {
			now, err := time.Parse(time.RFC3339Nano, tt.at)
			if err != nil {
				t.Fatal(err)
			}
			if got := (wizard.MakeVbankDue{Days: tt.days}).Make(now); got != tt.due {
				t.Errorf("due %s, want %s", got, tt.due)
			}
			if _, got := (wizard.MakePeriod{Days: tt.days}).Make(now); got != tt.end {
				t.Errorf("term ends %s, want %s", got, tt.end)
			}
		})
	}
}

// What is made at run time is judged as there, and by its shape not at all.
func TestMadeValuesCountAsSent(t *testing.T) {
	a := payment("vbank")
	a.Params = a.Params.With("merchant_uid", value.Value{}).With("m_redirect_url", value.Value{})
	a.Make = wizard.Make{MerchantUID: &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "order"}, MRedirectURL: &wizard.MakeRedirect{Path: "/p"},
		Period: &wizard.MakePeriod{Days: 30}, VbankDue: &wizard.MakeVbankDue{Days: 3}}
	accept(t, a, time.Date(2026, 11, 21, 12, 0, 0, 0, wizard.Korea))
	params := a.Case("2026-11-21").Requests[0].Params
	for path, maker := range map[string]string{"merchant_uid": wizard.MakerOrderID, "m_redirect_url": wizard.MakerRedirect,
		"vbank_due": wizard.MakerVbankDue, "period.from": wizard.MakerPeriod, "period.to": wizard.MakerPeriod} {
		if v := params.Get(path); v.Kind() != value.Made || v.Text() != maker {
			t.Errorf("%s is %s %q, want made by %s", path, v.Kind(), v.Text(), maker)
		}
	}
	a.Params = a.Params.With("vbank_due", value.Text("20261231"))
	if got := a.Case("2026-11-21").Requests[0].Params.Get("vbank_due").Text(); got != "20261231" {
		t.Errorf("a typed date became %q", got)
	}
}
