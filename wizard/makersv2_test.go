package wizard_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// paymentV2 is a sound payment of V2, with pairs of path and text set over it.
func paymentV2(method string, more ...string) wizard.Answers {
	a := answersV2(wizard.TypeGeneral)
	all := append([]string{"channelKey", "channel-key-00000000-0000-0000-0000-000000000000", "payMethod", method, "orderName", "결제 테스트",
		"customer.phoneNumber", "010-1234-5678", "paymentId", "order1", "redirectUrl", "https://shop.example.com/back"}, more...)
	for i := 0; i < len(all); i += 2 {
		a.Params = a.Params.With(all[i], value.Text(all[i+1]))
	}
	a.Params = a.Params.With("totalAmount", value.Digits("1004"))
	return a
}

func billingV2(issueID string) wizard.Answers {
	a := answersV2(wizard.TypeBilling)
	a.Params = value.ObjectOf().With("channelKey", value.Text("channel-key-00000000-0000-0000-0000-000000000000")).
		With("customer.customerId", value.Text("user0001")).With("redirectUrl", value.Text("https://shop.example.com/back")).
		With("issueId", value.Text(issueID))
	return a
}

var plainID = regexp.MustCompile(`^[A-Za-z0-9]+$`)

func TestMadePaymentIDsAndIssueIDsAreClean(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 1))
	bytes, seen := source(r), map[string]bool{}
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, wizard.Korea)
	for range often {
		id := wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: []string{"", "ord", "a", "ORD1"}[r.IntN(4)]}
		payment, err := id.Make(bytes)
		issue, err2 := id.MakeIssue(bytes)
		if err != nil || err2 != nil || seen[payment] || seen[issue] || len(payment) > 40 || len(issue) > 20 || !plainID.MatchString(payment+issue) {
			t.Fatalf("%q, %q: %v %v", payment, issue, err, err2)
		}
		seen[payment], seen[issue] = true, true
		accept(t, paymentV2("CARD", "paymentId", payment), now)
		accept(t, billingV2(issue), now)
	}
	if _, err := (wizard.MakeOrderID{}).MakeIssue(strings.NewReader("short")); err == nil {
		t.Error("an id was made of too little")
	}
}

func TestMadeDatesOfV2AreClean(t *testing.T) {
	r := rand.New(rand.NewPCG(22, 2))
	for range often {
		now, days := moments(r), 1+r.IntN(400)
		due := wizard.MakeVbankDue{Days: days}.MakeDueDate(now)
		from, to := wizard.MakePeriod{Days: days}.MakeRange(now)
		accept(t, paymentV2("VIRTUAL_ACCOUNT", "virtualAccount.accountExpiry.dueDate", due, "offerPeriod.range.from", from, "offerPeriod.range.to", to), now)
		if strings.ReplaceAll(due, "-", "") != (wizard.MakeVbankDue{Days: days}).Make(now) {
			t.Fatalf("at %s, %d days: %s is another day than V1's", now, days, due)
		}
		begin, err := time.Parse(time.RFC3339, from)
		end, err2 := time.Parse(time.RFC3339, to)
		if err != nil || err2 != nil || wizard.Day(begin) != wizard.Day(now) || end.Sub(begin) != time.Duration(days)*24*time.Hour-time.Second {
			t.Fatalf("at %s, %d days: %s to %s", now, days, from, to)
		}
	}
}
