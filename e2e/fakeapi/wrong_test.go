package fakeapi

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"smartro-wizard/wizard"
)

// wrong is a call that the documents refuse.
type wrong struct {
	name   string
	first  []sending // calls that are right
	call   sending
	status int // 200 where the envelope alone says no
}

func wrongs(api *API) []wrong {
	again := func(o object) sending { return post("/subscribe/payments/again", o) }
	plan := func(rows ...any) sending {
		return post("/subscribe/payments/schedule", object{"customer_uid": "card1", "schedules": rows})
	}
	cancel := func(o object) sending { return post("/payments/cancel", o) }
	vbank := func(name string, v any) sending { return post("/vbanks", but(issue(api), name, v)) }
	prepared := post("/payments/prepare", object{"merchant_uid": "new1", "amount": 1004})
	delivered := post("/escrows/logis/imp_escrow", delivery)
	receipted := post("/receipts/imp_trans", cash)
	cancelled := cancel(object{"imp_uid": firstPaid})
	scheduled := plan(later)
	addr := but(delivery, "sender", but(without(address, "formed_address"), "addr", "서울 강남구"))
	return []wrong{
		// Paths that pages print and no server has.
		{"the charge's path of the Smartro page", nil, post("/subscribe/again", charge), 404},
		{"the schedule's path of the Smartro page", nil, post("/subscribe/schedule", schedule), 404},
		{"a payment number in the path of an outside receipt", nil, post("/receipts/external/imp_123456789012", external(api)), 400},
		{"a look-up by POST", nil, post("/payments/"+firstPaid, nil), 404},
		{"a path with a slash at its end", nil, get("/payments/" + firstPaid + "/"), 404},

		// Who calls.
		{"another secret", nil, post("/users/getToken", keys(Key, "x")).withoutToken(), 401},
		{"no key", nil, post("/users/getToken", object{"imp_secret": Secret}).withoutToken(), 400},
		{"no token", nil, get("/payments/" + firstPaid).withoutToken(), 401},
		{"the token without Bearer", nil, get("/payments/"+firstPaid).with("Authorization", "TOKEN"), 401},
		{"another token", nil, get("/payments/"+firstPaid).with("Authorization", "Bearer x"), 401},
		{"a sub-store's code in small letters", nil, get("/payments/"+firstPaid).with("Tier", "abc"), 400},
		{"another sub-store's payment", nil, get("/payments/"+firstPaid).with("Tier", "002"), 404},

		// Looking up.
		{"an unknown payment", nil, get("/payments/imp_999999999999"), 404},
		{"a test payment without include_sandbox", nil, get("/payments/imp_000000000002"), 404},
		{"include_sandbox that is no boolean", nil, get("/payments/" + firstPaid + "?include_sandbox=1"), 400},
		{"a query that nobody documents", nil, get("/payments/" + firstPaid + "?sandbox=true"), 400},
		{"an order without such a payment", nil, get("/payments/find/card1004/cancelled"), 404},
		{"none of several", nil, get("/payments?imp_uid[]=imp_1"), 404},
		{"over a hundred at once", nil, get("/payments?" + strings.Repeat("imp_uid[]=x&", 101)), 400},

		// Bodies.
		{"text that is no JSON", nil, cancel(nil).sends("imp_uid=" + firstPaid), 400},
		{"XML", nil, cancel(nil).sends("<imp_uid/>").with("Content-Type", "application/xml"), 400},
		{"two bodies in one", nil, cancel(nil).sends(`{"imp_uid":"` + firstPaid + `"}{}`), 400},
		{"an amount in quotes", nil, cancel(object{"imp_uid": firstPaid, "amount": "1004"}), 400},
		{"VAT, which Smartro does not read", nil, cancel(object{"imp_uid": firstPaid, "vat_amount": 91}), 400},

		// Registering an amount.
		{"an order number over 40", nil, post("/payments/prepare", object{"merchant_uid": strings.Repeat("a", 41), "amount": 1004}), 400},
		{"a registration without an amount", nil, post("/payments/prepare", object{"merchant_uid": "new1"}), 400},
		{"a number that is registered", []sending{prepared}, prepared, 200},
		{"a number that was paid", nil, post("/payments/prepare", object{"merchant_uid": "card1004", "amount": 1004}), 200},
		{"a change of what is not registered", nil, put("/payments/prepare", object{"merchant_uid": "new1", "amount": 10}), 404},
		{"what is not registered", nil, get("/payments/prepare/new1"), 404},

		// Giving money back.
		{"nothing to cancel", nil, cancel(object{"reason": "변심"}), 400},
		{"an unknown payment beside a good order number", nil, cancel(object{"imp_uid": "imp_x", "merchant_uid": "card1004"}), 200},
		{"a checksum of yesterday", nil, cancel(object{"imp_uid": firstPaid, "checksum": 2008}), 200},
		{"more than was paid", nil, cancel(object{"imp_uid": firstPaid, "amount": 1005}), 200},
		{"more than is left", []sending{cancel(object{"imp_uid": firstPaid, "amount": 1000})}, cancel(object{"imp_uid": firstPaid, "amount": 5}), 200},
		{"less than nothing", nil, cancel(object{"imp_uid": firstPaid, "amount": -1}), 200},
		{"what is cancelled", []sending{cancelled}, cancelled, 200},
		{"what failed", nil, cancel(object{"imp_uid": "imp_failed"}), 200},
		{"an account that waits", nil, cancel(with(refund, object{"imp_uid": "imp_waiting"})), 200},
		{"an account's money without a refund account", nil, cancel(object{"imp_uid": "imp_vbank"}), 400},
		{"a transfer without the holder's telephone", nil, cancel(with(without(refund, "refund_tel"), object{"imp_uid": "imp_trans"})), 400},
		{"the old module's account without a telephone", nil, cancel(object{"imp_uid": "imp_old"}), 400},
		{"a bank that does not exist", nil, cancel(with(refund, object{"imp_uid": "imp_vbank", "refund_bank": "999"})), 200},
		{"a refund on its way", []sending{cancel(with(refund, object{"imp_uid": "imp_vbank"}))}, cancel(with(refund, object{"imp_uid": "imp_vbank"})), 200},
		{"a part without its tax-free money", nil, cancel(object{"imp_uid": "imp_taxfree", "amount": 600}), 400},
		{"more tax-free money than there was", nil, cancel(object{"imp_uid": "imp_taxfree", "amount": 600, "tax_free": 501}), 200},
		{"part of a phone payment", nil, cancel(object{"imp_uid": "imp_phone", "amount": 4}), 200},
		{"part of an escrow payment", nil, cancel(object{"imp_uid": "imp_escrow", "amount": 4}), 200},

		// Charging a card.
		{"a charge without an e-mail address", nil, again(without(charge, "buyer_email")), 400},
		{"a charge without a name", nil, again(without(charge, "name")), 400},
		{"an amount as V2 sends it", nil, again(but(charge, "amount", object{"total": 8900})), 400},
		{"an unknown card", nil, again(but(charge, "customer_uid", "card2")), 200},
		{"a number with a line", nil, again(but(charge, "merchant_uid", "charge_1")), 200},
		{"a number over 40", nil, again(but(charge, "merchant_uid", strings.Repeat("a", 41))), 400},
		{"a number twice", []sending{again(charge)}, again(charge), 200},
		{"a name over 40", nil, again(but(charge, "name", strings.Repeat("가", 41))), 400},
		{"one instalment", nil, again(but(charge, "card_quota", 1)), 200},
		{"instalments of a small amount", nil, again(but(charge, "card_quota", 3)), 200},
		{"a registration by API", nil, post("/subscribe/customers/card2", object{}), 400},
		{"a card's number by API", nil, post("/subscribe/payments/onetime", object{}), 400},
		{"an unknown card's look-up", nil, get("/subscribe/customers/card2"), 404},
		{"an unknown card's end", nil, remove("/subscribe/customers/card2"), 404},

		// Charges to come.
		{"no rows", nil, plan(), 400},
		{"a row without a telephone", nil, plan(without(later, "buyer_tel")), 400},
		{"a row without its currency", nil, plan(without(later, "currency")), 400},
		{"a time in milliseconds", nil, plan(but(later, "schedule_at", noon.Add(time.Hour).UnixMilli())), 200},
		{"a time that is past", nil, plan(but(later, "schedule_at", in(-time.Hour))), 200},
		{"a row's number with a hyphen", nil, plan(but(later, "merchant_uid", "later-1")), 200},
		{"a row's number over 40", nil, plan(but(later, "merchant_uid", strings.Repeat("a", 41))), 200},
		{"a row twice", nil, plan(later, later), 200},
		{"a row again", []sending{scheduled}, scheduled, 200},
		{"dollars", nil, plan(but(later, "currency", "USD")), 200},
		{"a card's number in a schedule", nil, post("/subscribe/payments/schedule", but(schedule, "card_number", "x")), 400},
		{"nobody's schedules", nil, post("/subscribe/payments/unschedule", object{}), 400},
		{"schedules that are not there", nil, post("/subscribe/payments/unschedule", object{"customer_uid": "card1"}), 200},
		{"half a year of schedules", nil, get("/subscribe/payments/schedule?schedule_from=1&schedule_to=16000000"), 400},
		{"an unknown schedule", nil, get("/subscribe/payments/schedule/later1"), 404},
		{"a retry of what has not run", []sending{scheduled}, post("/subscribe/payments/schedule/later1/retry", nil), 400},

		// Accounts by API.
		{"an account without a channel", nil, post("/vbanks", without(issue(api), "channel_key")), 400},
		{"an account without its holder", nil, post("/vbanks", without(issue(api), "vbank_holder")), 400},
		{"a due day as the window takes it", nil, vbank("vbank_due", 20261231), 200},
		{"a due day in quotes", nil, vbank("vbank_due", "2026-12-31"), 400},
		{"an account at an unknown bank", nil, vbank("vbank_code", "999"), 200},
		{"an account of the old module", nil, vbank("channel_key", api.Channel(wizard.ModeLive, wizard.ModuleOld, wizard.TypeGeneral).Key), 200},
		{"an account at a bank that tests cannot have", nil, atTestBank(api), 200},
		{"the end of a card payment's account", nil, remove("/vbanks/" + firstPaid), 400},
		{"the end of an account with money", nil, remove("/vbanks/imp_vbank"), 400},
		{"the end of an unknown account", nil, remove("/vbanks/imp_x"), 404},
		{"another due day", nil, put("/vbanks/imp_waiting", object{}), 400},

		// Deliveries.
		{"an address in one line", nil, post("/escrows/logis/imp_escrow", addr), 400},
		{"a delivery without an invoice", nil, post("/escrows/logis/imp_escrow", but(delivery, "logis", object{"company": "CJGLS", "sent_at": in(0)})), 400},
		{"a delivery of what is no escrow", nil, post("/escrows/logis/"+firstPaid, delivery), 400},
		{"a delivery of an unknown payment", nil, post("/escrows/logis/imp_x", delivery), 404},
		{"a delivery twice", []sending{delivered}, delivered, 409},
		{"no delivery yet", nil, get("/escrows/logis/imp_escrow"), 409},
		{"a change of no delivery", nil, put("/escrows/logis/imp_escrow", delivery), 409},

		// Cash receipts.
		{"a receipt without its kind", nil, post("/receipts/imp_trans", without(cash, "type")), 400},
		{"a receipt in the window's words", nil, post("/receipts/imp_trans", but(cash, "type", "personal")), 400},
		{"a receipt for a card", nil, post("/receipts/"+firstPaid, cash), 500},
		{"a receipt before the money", nil, post("/receipts/imp_waiting", cash), 400},
		{"a receipt twice", []sending{receipted}, receipted, 400},
		{"a receipt that is not there", nil, get("/receipts/imp_trans"), 404},
		{"the end of a receipt that is not there", nil, remove("/receipts/imp_trans"), 400},
		{"an outside receipt without a channel", nil, post("/receipts/external/outside1", without(external(api), "channel_key")), 400},
		{"an outside receipt that is not there", nil, get("/receipts/external/outside1"), 404},
	}
}

// atTestBank asks for an account on the shared test MID.
func atTestBank(api *API) sending {
	test := api.Channel(wizard.ModeTest, wizard.ModuleNew, wizard.TypeAPIKeyin)
	return post("/vbanks", with(issue(api), object{"channel_key": test.Key, "vbank_code": "004"}))
}

func (s sending) sends(body string) sending { s.body = body; return s }

func TestWrongCallsAreRefused(t *testing.T) {
	all := wrongs(atNoon(t))
	for _, w := range all {
		t.Run(w.name, func(t *testing.T) {
			api := world(t)
			for _, s := range w.first {
				if a := ask(t, api, s); a.refused() {
					t.Fatalf("%s %s: %+v", s.method, s.path, a)
				}
			}
			before := fmt.Sprint(api.state())
			if w.call.header.Get("Authorization") == "TOKEN" {
				w.call.header.Set("Authorization", bearer(t, api))
			}
			a := ask(t, api, w.call)
			if a.Status != w.status || a.Code == 0 || a.Message == "" || a.Response != nil {
				t.Errorf("%+v, want status %d", a, w.status)
			}
			if after := fmt.Sprint(api.state()); after != before {
				t.Errorf("what is refused changed something:\n%s\n%s", before, after)
			}
			documented(t, api)
		})
	}
	if len(all) < 100 {
		t.Errorf("only %d wrong calls", len(all))
	}
	t.Logf("%d wrong calls", len(all))
}

// documented wants the HTTP errors that were given to be the endpoint's own, or
// those that any call may have.
func documented(t *testing.T, api *API) {
	t.Helper()
	for _, c := range api.Calls() {
		i := slices.IndexFunc(rows, func(r row) bool { return r.id == c.ID })
		general := []int{http.StatusOK, http.StatusBadRequest, http.StatusUnauthorized, http.StatusNotFound}
		if i >= 0 && !slices.Contains(general, c.Status) && !slices.Contains(rows[i].errors, c.Status) {
			t.Errorf("%s answered %d", c.ID, c.Status)
		}
	}
}

// state is all that calls may change.
func (api *API) state() []any {
	all := []any{api.prepared, len(api.keys), len(api.external), api.webhooks}
	for _, p := range api.payments {
		all = append(all, p.response(), p.delivery, p.refunds)
	}
	for _, s := range api.schedules {
		all = append(all, *s)
	}
	return all
}
