package servers

import (
	"strings"
	"time"

	"smartro-wizard/e2e/fakeapi"
)

// guarded wants an operator's route to be closed to this Authorization.
func guarded(path, authorization string) step {
	return func(r *run) { r.operate(path, object{"merchant_uid": r.number}, authorization, "forbidden") }
}

// guards are rows for those who are no operators.
func guards(paths ...string) []scenario {
	var rows []scenario
	for _, path := range paths {
		var steps []step
		for _, sent := range []string{"", "Bearer ", OperatorToken, "Bearer " + OperatorToken + "x", "Bearer " + OperatorToken[1:], "Basic " + OperatorToken, "Bearer 한글"} {
			steps = append(steps, guarded(path, sent))
		}
		rows = append(rows, row("who may not: "+path, 0, append(steps, asksNothing)...))
	}
	return append(rows, row("parts that were not chosen", 0, notChosen))
}

// notChosen wants no route for a part that the answers do not name.
func notChosen(r *run) {
	chosen := strings.Join(r.Parts, " ")
	for part, path := range map[string]string{"cancel": "cancel", "again": "again", "schedule": "schedule", "vbank": "vbank", "escrow": "delivery", "receipt": "receipt"} {
		if !strings.Contains(chosen, part) {
			missing("POST", "/payments/"+path)(r)
		}
	}
}

// cancelling is the body of a cancellation with further fields.
func cancelling(more ...object) func(r *run) any {
	return func(r *run) any {
		body := object{"merchant_uid": r.number, "reason": "고객 변심"}
		for _, m := range more {
			for name, value := range m {
				body[name] = value
				if value == absent {
					delete(body, name)
				}
			}
		}
		return body
	}
}

// cancels are rows for giving a card's money back.
func cancels() []scenario {
	cancel := func(word string, more ...object) step { return operates("cancel", cancelling(more...), word) }
	rows := []scenario{
		row("cancel all", 1, pays(), completes("paid"), cancel("done"), stands(fakeapi.Cancelled, price), sends("cancel", "checksum", float64(price)),
			completes("cancelled"), hears("cancelled", "cancelled")),
		row("cancel a part, and then the rest", 1, pays(), completes("paid"), cancel("done", object{"amount": 400}), stands(fakeapi.Cancelled, 400),
			cancel("done"), stands(fakeapi.Cancelled, price), sends("cancel", "checksum", float64(price-400))),
		row("cancel more than there is", 1, pays(), completes("paid"), cancel("refused", object{"amount": price + 1}), stands(fakeapi.Paid, 0)),
		row("cancel twice", 1, pays(), completes("paid"), cancel("done"), cancel("refused"), stands(fakeapi.Cancelled, price)),
		row("cancel what was never paid", 0, cancel("unpaid")),
		row("cancel what failed", 0, pays(status(fakeapi.Failed)), completes("failed"), cancel("unpaid")),
		row("cancel an order that nobody made", 0, cancel("unknown_order", object{"merchant_uid": "other1"}), asksNothing),
		row("cancel a part with its tax-free money", 1, pays(taxFree(500)), completes("paid"), cancel("done", object{"amount": 600, "tax_free": 300}),
			sends("cancel", "tax_free", 300.0), stands(fakeapi.Cancelled, 600)),
		row("cancel a part without its tax-free money", 1, pays(taxFree(500)), completes("paid"), cancel("refused", object{"amount": 600}), stands(fakeapi.Paid, 0)),
		row("cancel, and PortOne says no in words", 1, pays(), completes("paid"),
			breaks("cancel", 1, fakeapi.Says(200, "application/json", `{"code":1,"message":"<b>취소할 수 없는 카드</b>","response":null}`)),
			cancel("refused"), tells(func(*run) []string { return []string{"취소할 수 없는 카드"} }), stands(fakeapi.Paid, 0)),
		row("cancel while PortOne is down", 1, pays(), completes("paid"), breaks("cancel", 0, fakeapi.Down()), cancel("unconfirmed"), asks("cancel", 1), mends, cancel("done")),
		row("cancel while PortOne answers HTML", 1, pays(), completes("paid"), breaks("cancel", 1, fakeapi.HTML(502)), cancel("unconfirmed"), stands(fakeapi.Paid, 0)),
		row("cancel while PortOne is slow", 1, pays(), completes("paid"), slows("cancel"), cancel("unconfirmed")),
	}
	for _, n := range []named{{"none", 0}, {"less than none", -1}, {"in quotes", "1004"}, {"a list", []any{400}}, {"true", true}} {
		rows = append(rows, row("cancel an amount that is "+n.name, 1, pays(), completes("paid"), cancel("bad_request", object{"amount": n.value}), stands(fakeapi.Paid, 0), asks("cancel", 0)))
	}
	for _, n := range []named{{"none", absent}, {"empty", ""}, {"a number", 1}, {"a thousand letters", strings.Repeat("가", 1000)}} {
		rows = append(rows, row("cancel for a reason that is "+n.name, 1, pays(), completes("paid"), cancel("bad_request", object{"reason": n.value}), stands(fakeapi.Paid, 0), asks("cancel", 0)))
	}
	return append(rows, row("cancel an order number that is odd", 0, cancel("bad_request", object{"merchant_uid": "a_b"}), cancel("bad_request", object{"merchant_uid": absent}), asksNothing))
}

var buyer = object{"buyer_name": "홍길동", "buyer_email": "hong@example.com", "buyer_tel": "010-1234-5678"}

// with is a body with fields put, or taken out where they are absent.
func with(parts ...object) object {
	all := object{}
	for _, part := range parts {
		for name, value := range part {
			all[name] = value
			if value == absent {
				delete(all, name)
			}
		}
	}
	return all
}

// vbankCalls are rows for virtual accounts without a window.
func vbankCalls() []scenario {
	call := func(word string, more object) step {
		return operates("vbank", func(r *run) any {
			return with(object{"merchant_uid": r.number + "v", "amount": 5000, "vbank_code": "088", "vbank_due": time.Now().Add(48 * time.Hour).Unix(),
				"vbank_holder": "상점"}, buyer, more)
		}, word)
	}
	return []scenario{
		row("an account by API, and its money", 1, call("done", nil), issued, hears("ready", "ready"), deposits, hears("paid", "paid"), hears("paid", "paid")),
		row("an account by API for a number of the server's", 0, call("done", object{"merchant_uid": absent})),
		row("an account by API, its number twice", 0, call("done", nil), call("bad_request", nil), asks("vbank-issue", 1)),
		row("an account at a bank that tests cannot have", 0, call("refused", object{"vbank_code": "004"})),
		row("an account by API without a buyer", 0, call("bad_request", object{"buyer_tel": absent}), asks("vbank-issue", 0)),
		row("an account by API for an odd amount", 0, call("bad_request", object{"amount": "5000"}), call("bad_request", object{"amount": 0}), asks("vbank-issue", 0)),
		row("an account by API while PortOne is down", 0, breaks("vbank-issue", 0, fakeapi.Down()), call("unconfirmed", nil), asks("vbank-issue", 1)),
	}
}

// issued takes the payment that PortOne made last.
func issued(r *run) {
	if all := r.api.Webhooks(); len(all) > 0 {
		last := all[len(all)-1]
		r.imp, r.number = last.ImpUID, last.MerchantUID
		return
	}
	r.fail("PortOne made no payment")
}
