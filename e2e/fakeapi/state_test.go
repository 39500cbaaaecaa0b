package fakeapi

import (
	"errors"
	"testing"
	"time"

	"smartro-wizard/wizard"
)

func TestTokenLivesHalfAnHour(t *testing.T) {
	api := world(t)
	token := func() (string, float64) {
		f := ask(t, api, post("/users/getToken", keys(Key, Secret)).withoutToken()).fields()
		return f["access_token"].(string), f["expired_at"].(float64)
	}
	first, end := token()
	if want := float64(in(30 * time.Minute)); end != want {
		t.Errorf("ends at %v, want %v", end, want)
	}
	look := get("/payments/"+firstPaid).with("Authorization", "Bearer "+first)
	for _, step := range []struct {
		after time.Duration
		good  bool
		same  bool
		end   time.Duration
	}{
		{29 * time.Minute, true, true, 30 * time.Minute},                 // a minute before its end
		{29*time.Minute + 1*time.Second, true, true, 35 * time.Minute},   // in its last minute it lives longer
		{34 * time.Minute, true, true, 35 * time.Minute},                 //
		{35 * time.Minute, false, false, 65 * time.Minute},               // over
		{35*time.Minute + 1*time.Second, false, false, 65 * time.Minute}, // the old one stays over
	} {
		api.Advance(step.after - time.Duration(api.unix()-noon.Unix())*time.Second)
		if good := ask(t, api, look).Status == 200; good != step.good {
			t.Errorf("after %v the token is good: %v", step.after, good)
		}
		text, end := token()
		if (text == first) != step.same || end != float64(in(step.end)) {
			t.Errorf("after %v: the same token %v, until %v", step.after, text == first, time.Unix(int64(end), 0).Sub(noon))
		}
	}
}

func TestWindowRefusesWhatItRefuses(t *testing.T) {
	api := world(t)
	live := api.Channel(wizard.ModeLive, wizard.ModuleNew, wizard.TypeGeneral).Key
	ask(t, api, post("/payments/prepare", object{"merchant_uid": "new1", "amount": 1004}))
	for _, w := range []struct {
		number string
		amount float64
		want   error
	}{
		{"order_1", 1004, ErrNumber},
		{"card1004", 1004, ErrPaid},
		{"new1", 10, ErrAmount},
		{"new1", 1004, nil},
	} {
		if _, err := api.Pay(Window{ChannelKey: live, MerchantUID: w.number, Amount: w.amount, PayMethod: "card"}); !errors.Is(err, w.want) {
			t.Errorf("%s for %v: %v, want %v", w.number, w.amount, err, w.want)
		}
	}
	if _, err := api.Pay(Window{ChannelKey: "x"}); !errors.Is(err, ErrChannel) {
		t.Errorf("an unknown channel: %v", err)
	}
}

func TestAccountGoesFromReadyToPaidToCancelled(t *testing.T) {
	api := world(t)
	live := api.Channel(wizard.ModeLive, wizard.ModuleNew, wizard.TypeGeneral)
	p, err := api.Pay(Window{ChannelKey: live.Key, MerchantUID: "order1", Amount: 1004, PayMethod: "vbank"})
	if err != nil {
		t.Fatal(err)
	}
	status := func() any { return ask(t, api, get("/payments/"+p.ImpUID)).fields()["status"] }
	if p.Vbank.Num == "" || p.MID != LiveMID || status() != Ready {
		t.Errorf("issued %+v", p)
	}
	api.Deposit(p.ImpUID)
	if got := status(); got != Paid {
		t.Errorf("after the money: %v", got)
	}
	if a := ask(t, api, post("/payments/cancel", with(refund, object{"imp_uid": p.ImpUID}))); a.refused() || status() != Paid {
		t.Errorf("a refund is only asked for: %+v, %v", a, status())
	}
	api.PayBack(p.ImpUID)
	if got := status(); got != Cancelled {
		t.Errorf("after the money went back: %v", got)
	}
	var told []string
	for _, w := range api.Webhooks() {
		told = append(told, w.Status)
	}
	if len(told) != 3 || told[0] != Ready || told[1] != Paid || told[2] != Cancelled {
		t.Errorf("told %v", told)
	}
}

func TestScheduleRunsWhenItIsDue(t *testing.T) {
	api := world(t)
	second := but(later, "merchant_uid", "later2")
	ask(t, api, post("/subscribe/payments/schedule", object{"customer_uid": "card1", "schedules": []any{later, but(second, "schedule_at", in(2*time.Hour))}}))
	api.Advance(time.Hour - time.Second)
	if n := len(api.Webhooks()); n != 0 {
		t.Fatalf("%d webhooks too early", n)
	}
	api.Advance(time.Second)
	api.Decline("card1")
	api.Advance(time.Hour)
	all := api.Schedules()
	hooks := api.Webhooks()
	if len(hooks) != 2 || hooks[0].Status != Paid || hooks[1].Status != Failed {
		t.Errorf("told %+v", hooks)
	}
	if all[0].Status != Executed || all[0].PaymentStatus != Paid || all[1].PaymentStatus != Failed || all[1].ImpUID != hooks[1].ImpUID {
		t.Errorf("schedules are %+v", all)
	}
	retried := ask(t, api, post("/subscribe/payments/schedule/later2/retry", nil))
	if retried.refused() || retried.fields()["status"] != Failed || retried.fields()["fail_reason"] == nil {
		t.Errorf("a refused card comes with code 0 and status failed: %+v", retried)
	}
}

func TestPhonePaymentIsCancelledInItsMonth(t *testing.T) {
	api := world(t)
	api.Advance(10 * 24 * time.Hour) // into December
	if a := ask(t, api, post("/payments/cancel", object{"imp_uid": "imp_phone"})); !a.refused() {
		t.Errorf("%+v", a)
	}
}

func TestPartOfATestCheckCardStays(t *testing.T) {
	api := world(t)
	p := api.Add(Payment{MerchantUID: "check1", Amount: 1004, Sandbox: true, CheckCard: true})
	if a := ask(t, api, post("/payments/cancel", object{"imp_uid": p.ImpUID, "amount": 4})); !a.refused() {
		t.Errorf("%+v", a)
	}
	if a := ask(t, api, post("/payments/cancel", object{"imp_uid": p.ImpUID})); a.refused() {
		t.Errorf("%+v", a)
	}
}

func TestSomeOfSeveralComeWith207(t *testing.T) {
	api := world(t)
	for _, path := range []string{"/payments?imp_uid[]=" + firstPaid + "&imp_uid[]=imp_x", "/subscribe/customers?customer_uid[]=card1&customer_uid[]=x"} {
		if a := ask(t, api, get(path)); a.Status != 207 || a.Code != 0 || len(a.Response.([]any)) != 1 {
			t.Errorf("%s: %+v", path, a)
		}
	}
}
