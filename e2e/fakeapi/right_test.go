package fakeapi

import (
	"fmt"
	"net/url"
	"slices"
	"testing"
	"time"

	"smartro-wizard/wizard"
)

func in(d time.Duration) int64 { return noon.Add(d).Unix() }

var buyer = object{"buyer_name": "홍길동", "buyer_email": "hong@example.com", "buyer_tel": "010-1234-5678"}

func with(o object, more ...object) object {
	c := clone(o)
	for _, m := range more {
		for k, v := range m {
			c[k] = v
		}
	}
	return c
}

var address = object{"name": "상점", "tel": "02-1234-5678", "postcode": "06164",
	"formed_address": object{"address_line_1": "서울 강남구", "address_line_2": "1층"}}

var (
	charge    = with(object{"customer_uid": "card1", "merchant_uid": "charge1", "amount": 8900, "name": "구독"}, buyer)
	later     = with(object{"merchant_uid": "later1", "schedule_at": in(time.Hour), "currency": "KRW", "amount": 8900, "name": "구독"}, buyer)
	schedule  = object{"customer_uid": "card1", "schedules": []any{later}}
	delivery  = object{"sender": address, "receiver": address, "logis": object{"company": "CJGLS", "invoice": "1234", "sent_at": in(0)}}
	cash      = object{"identifier": "01012345678", "type": "person", "buyer_name": "홍길동", "buyer_tel": "01012345678"}
	refund    = object{"refund_holder": "홍길동", "refund_bank": "088", "refund_account": "110123456789", "refund_tel": "01012345678"}
	firstPaid = "imp_000000000001"
)

// world is an API with one of everything.
func world(t *testing.T) *API {
	t.Helper()
	api := atNoon(t)
	api.Add(Payment{MerchantUID: "card1004", Amount: 1004}) // firstPaid
	api.Add(Payment{MerchantUID: "test1004", Amount: 1004, Sandbox: true})
	api.Add(Payment{ImpUID: "imp_trans", MerchantUID: "trans1004", Amount: 1004, PayMethod: "trans"})
	api.Add(Payment{ImpUID: "imp_waiting", MerchantUID: "vbank1", Amount: 1004, PayMethod: "vbank", Status: Ready})
	api.Add(Payment{ImpUID: "imp_vbank", MerchantUID: "vbank2", Amount: 1004, PayMethod: "vbank"})
	api.Add(Payment{ImpUID: "imp_phone", MerchantUID: "phone1004", Amount: 1004, PayMethod: "phone"})
	api.Add(Payment{ImpUID: "imp_escrow", MerchantUID: "escrow1004", Amount: 1004, Escrow: true})
	api.Add(Payment{ImpUID: "imp_taxfree", MerchantUID: "taxfree1004", Amount: 1004, TaxFree: 500})
	api.Add(Payment{ImpUID: "imp_gone", MerchantUID: "gone1004", Amount: 1004, Status: Cancelled})
	api.Add(Payment{ImpUID: "imp_failed", MerchantUID: "failed1004", Amount: 1004, Status: Failed})
	api.Add(Payment{ImpUID: "imp_old", MerchantUID: "old_1004", Amount: 1004, PayMethod: "vbank", Provider: wizard.ModuleOld})
	api.Register(BillingKey{UID: "card1", Channel: api.Channel(wizard.ModeLive, wizard.ModuleNew, wizard.TypeBilling)})
	return api
}

func (api *API) vbankKey() string {
	return api.Channel(wizard.ModeLive, wizard.ModuleNew, wizard.TypeAPIKeyin).Key
}

func issue(api *API) object {
	return with(object{"channel_key": api.vbankKey(), "merchant_uid": "account1", "amount": 1004, "vbank_code": "088",
		"vbank_due": in(48 * time.Hour), "vbank_holder": "상점"}, buyer)
}

func external(api *API) object {
	return with(cash, object{"channel_key": api.vbankKey(), "name": "현금", "amount": 1004})
}

// right are calls that hold all that is asked, by their endpoints. Those with
// a first call want something to be there.
func right(api *API) map[string][]sending {
	between := func(from, to string) string {
		return fmt.Sprintf("?%s=%d&%s=%d", from, in(0), to, in(24*time.Hour))
	}
	registered := post("/subscribe/payments/schedule", schedule)
	took := post("/subscribe/payments/unschedule", object{"customer_uid": "card1"})
	delivered := post("/escrows/logis/imp_escrow", delivery)
	receipted := post("/receipts/imp_trans", cash)
	outside := post("/receipts/external/outside1", external(api))
	prepared := post("/payments/prepare", object{"merchant_uid": "new1", "amount": 1004})
	return map[string][]sending{
		"get-token":            {post("/users/getToken", keys(Key, Secret)).withoutToken()},
		"get-payment":          {get("/payments/" + firstPaid)},
		"get-payments-multi":   {get("/payments?imp_uid[]=" + firstPaid + "&merchant_uid[]=test1004")},
		"find-by-merchant-uid": {get("/payments/find/test1004/paid?sorting=-paid")},
		"prepare-post":         {prepared},
		"prepare-put":          {prepared, put("/payments/prepare", object{"merchant_uid": "new1", "amount": 10})},
		"prepare-get":          {prepared, get("/payments/prepare/new1")},
		"cancel":               {post("/payments/cancel", object{"imp_uid": firstPaid, "amount": 1000, "checksum": 1004, "reason": "변심"})},
		"again":                {post("/subscribe/payments/again", charge)},
		"schedule-post":        {registered},
		"unschedule":           {registered, took},
		"schedule-list":        {registered, get("/subscribe/payments/schedule" + between("schedule_from", "schedule_to"))},
		"schedule-get":         {registered, get("/subscribe/payments/schedule/later1")},
		"schedule-put":         {registered, put("/subscribe/payments/schedule/later1", object{"schedule_at": in(2 * time.Hour)})},
		"schedule-reschedule":  {registered, took, post("/subscribe/payments/schedule/later1/reschedule", object{"schedule_at": in(2 * time.Hour)})},
		"schedule-retry":       {registered, took, post("/subscribe/payments/schedule/later1/retry", nil)},
		"schedule-by-customer": {registered, get("/subscribe/payments/schedule/customers/card1" + between("from", "to"))},
		"customer-get":         {get("/subscribe/customers/card1")},
		"customers-get":        {get("/subscribe/customers?customer_uid[]=card1")},
		"customer-delete":      {remove("/subscribe/customers/card1?reason=%EB%81%9D")},
		"customer-payments":    {get("/subscribe/customers/card1/payments")},
		"vbank-issue":          {post("/vbanks", issue(api))},
		"vbank-revoke":         {remove("/vbanks/imp_waiting")},
		"escrow-get":           {delivered, get("/escrows/logis/imp_escrow")},
		"escrow-post":          {delivered},
		"escrow-put":           {delivered, put("/escrows/logis/imp_escrow", delivery)},
		"receipt-post":         {receipted},
		"receipt-get":          {receipted, get("/receipts/imp_trans")},
		"receipt-delete":       {receipted, remove("/receipts/imp_trans")},
		"ext-receipt-post":     {outside},
		"ext-receipt-get":      {outside, get("/receipts/external/outside1")},
		"ext-receipt-delete":   {outside, remove("/receipts/external/outside1")},
		"cards":                {get("/cards")},
		"banks":                {get("/banks")},
		"users-pg":             {get("/users/pg")},
	}
}

func TestRightCallsAreAnswered(t *testing.T) {
	for _, d := range documents(t) {
		t.Run(d.ID, func(t *testing.T) {
			api := world(t)
			calls, known := right(api)[d.ID]
			if !known && d.Supported {
				t.Fatal("nobody calls it")
			}
			var last said
			for _, s := range calls {
				if last = ask(t, api, s); last.refused() {
					t.Fatalf("%s %s: %+v", s.method, s.path, last)
				}
			}
			if all := api.Calls(); d.Supported && all[len(all)-1].ID != d.ID {
				t.Errorf("the last call reached %q", all[len(all)-1].ID)
			}
			holds(t, last.Response, d.Response)
		})
	}
}

// holds wants every key that the documents name, in each row of a list.
func holds(t *testing.T, response any, want []string) {
	t.Helper()
	list, isList := response.([]any)
	if !isList {
		list = []any{response}
	}
	if len(want) > 0 && len(list) == 0 {
		t.Error("an empty list")
	}
	for _, item := range list {
		fields, _ := item.(object)
		for _, key := range want {
			if _, there := fields[key]; !there {
				t.Errorf("no %s in %v", key, fields)
			}
		}
	}
}

func TestFormsAreReadAsJSONIs(t *testing.T) {
	api := world(t)
	form := url.Values{"imp_uid": {firstPaid}, "amount": {"4"}, "checksum": {"1004"}, "enable_webhook": {"true"}}
	if a := ask(t, api, post("/payments/cancel", form)); a.refused() || a.fields()["cancel_amount"] != 4.0 {
		t.Errorf("%+v", a)
	}
	hooks := api.Webhooks()
	if len(hooks) != 1 || hooks[0].Status != Cancelled || hooks[0].CancellationID == "" {
		t.Errorf("webhooks are %+v", hooks)
	}
	gone := url.Values{"merchant_uid[]": {"later1"}}
	ask(t, api, post("/subscribe/payments/schedule", schedule))
	if a := ask(t, api, post("/subscribe/payments/unschedule", gone)); a.refused() {
		t.Errorf("%+v", a)
	}
}

func TestCallsAreWrittenDown(t *testing.T) {
	api := world(t)
	ask(t, api, get("/payments/"+firstPaid+"?include_sandbox=true").with("Tier", "ABC"))
	seen := api.Calls("get-payment")
	if len(seen) != 1 || seen[0].Query != "include_sandbox=true" || seen[0].Header.Get("Tier") != "ABC" || seen[0].Status != 404 {
		t.Errorf("%+v", seen)
	}
	if all := api.Calls(); len(all) != 2 || all[0].ID != "get-token" || all[0].Field("imp_key") != Key {
		t.Errorf("%+v", all)
	}
	if i := slices.IndexFunc(api.Calls(), func(c Call) bool { return c.Status == 0 }); i >= 0 {
		t.Error("a call has no status")
	}
}
