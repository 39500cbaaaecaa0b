package servers

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"smartro-wizard/e2e/fakeapi"
	"smartro-wizard/wizard"
)

// cardTable is the card window of a test channel, whose page makes the order
// numbers. What is the same for all payments is tried here.
var cardTable = slices.Concat([]scenario{
	row("paid", 1, pays(), completes("paid"), queries("include_sandbox=true")),
	row("paid, and the page asks again", 1, pays(), completes("paid"), completes("paid")),
	row("paid, and the page asks eight times at once", 1, pays(), breaks("get-payment", 4, fakeapi.Slow(60*time.Millisecond)), together(8, completes("paid"))),
	row("the webhook comes before the page", 1, pays(), hears("paid", "paid"), completes("paid")),
	row("the webhook comes after the page", 1, pays(), completes("paid"), hears("paid", "paid")),
	row("the webhook comes twice", 1, pays(), hears("paid", "paid"), hears("paid", "paid")),
	row("the webhook comes as a form", 1, pays(), hearsForm("paid", "paid"), hearsForm("paid", "paid")),
	row("page, webhook, form and phone at once", 1, pays(), breaks("get-payment", 4, fakeapi.Slow(60*time.Millisecond)),
		together(2, completes("paid"), hears("paid", "paid"), hearsForm("paid", "paid"), returns(home))),

	row("a won less", 0, pays(amount(price-1)), completes("mismatch"), completes("mismatch"), hears("paid", "mismatch")),
	row("a won more", 0, pays(amount(price+1)), completes("mismatch")),
	row("half a won more", 0, pays(amount(price+0.5)), completes("mismatch")),
	row("another order's payment", 0, pays(), another, completes("mismatch"), hears("paid", "mismatch")),
	row("another currency", 0, pays(money("USD")), completes("mismatch")),
	row("another MID", 0, pays(mid("t_0000000m")), completes("mismatch")),
	row("another module", 0, pays(pg(wizard.ModuleOld)), completes("mismatch")),
	row("a live payment in test code", 0, pays(sandbox(false)), completes("mismatch")),
	row("what differs is told to nobody", 0, pays(amount(1)), completes("mismatch"), likeLast(pays(mid("x"))), likeLast(pays(money("USD")))),
	row("a wrong payment, then the right one", 1, pays(amount(1)), completes("mismatch"), pays(), completes("paid")),
	row("a second payment of an order that is paid", 1, pays(), completes("paid"), pays(), completes("mismatch")),

	row("refused by the card company", 0, pays(status(fakeapi.Failed)), completes("failed"), hears("failed", "failed")),
	row("refused, then paid", 1, pays(status(fakeapi.Failed)), completes("failed"), pays(), completes("paid")),
	row("the window is open", 0, pays(status(fakeapi.Ready)), completes("unpaid")),
	row("the window was open, then paid", 1, pays(status(fakeapi.Ready)), completes("unpaid"), becomes(status(fakeapi.Paid)), hears("paid", "paid")),
	row("cancelled before the page asks", 0, pays(), cancelsInConsole(0), completes("cancelled"), hears("cancelled", "cancelled")),
	row("cancelled meanwhile", 1, pays(), completes("paid"), cancelsInConsole(0), hears("cancelled", "cancelled"), completes("cancelled")),
	row("cancelled in part", 1, pays(), completes("paid"), cancelsInConsole(400), hears("cancelled", "cancelled"), completes("cancelled")),
	row("cancelled, and an old webhook comes late", 1, pays(), completes("paid"), cancelsInConsole(0), hears("cancelled", "cancelled"), hears("paid", "cancelled")),
	row("cancelled, and the look-up is an old one", 1, pays(), completes("paid"), cancelsInConsole(0), completes("cancelled"),
		becomes(func(p *fakeapi.Payment) { p.Status, p.CancelAmount = fakeapi.Paid, 0 }), completes("cancelled")),
	row("a state that nobody knows", 0, pays(status("frozen")), completes("unconfirmed")),

	row("the webhook lies that it is paid", 0, pays(status(fakeapi.Failed)), hears("paid", "failed"), hearsForm("paid", "failed")),
	row("the webhook lies that it is cancelled", 1, pays(), hears("cancelled", "paid")),
	row("a payment that PortOne does not know", 0, pays(), of("imp_999999999999"), completes("not_found"), hears("paid", "not_found")),
	row("a webhook of another kind", 0, pays(), hearsBody("text/plain", func(r *run) any { return r.numbers() }, "bad_request")),
	row("a webhook with further fields", 1, pays(), hearsBody("application/json", func(r *run) any {
		return object{"imp_uid": r.imp, "merchant_uid": r.number, "status": "paid", "cancellation_id": "", "amount": 1, "response": object{"status": "paid"}}
	}, "paid")),

	row("the token is used again", 2, pays(), completes("paid"), another, pays(), completes("paid"), asks("get-token", 0), asks("get-payment", 2)),
	row("the token is over", 1, pays(), expires, completes("paid"), asks("get-token", 1), asks("get-payment", 2)),
	row("the token is over, and eight come at once", 1, pays(), expires, together(8, completes("paid")), asks("get-token", 1)),
	row("the token ends within a minute", 1, pays(), expires, advances(-29*time.Minute-30*time.Second), completes("paid"), completes("paid"), asks("get-token", 2)),
	row("the token is refused once", 1, pays(), breaks("get-payment", 1, fakeapi.Unauthorized()), completes("paid"), asks("get-payment", 2)),
	row("the token is refused for ever", 0, pays(), breaks("get-payment", 0, fakeapi.Unauthorized()), completes("unconfirmed"), asks("get-payment", 2)),
	row("the keys are refused", 1, pays(), expires, breaks("get-token", 0, fakeapi.Unauthorized()), completes("unconfirmed"), hears("paid", "unconfirmed"), mends, completes("paid")),
	row("the token is slow", 1, pays(), expires, slows("get-token"), completes("unconfirmed"), mends, completes("paid")),
	row("the token comes as HTML", 1, pays(), expires, breaks("get-token", 1, fakeapi.HTML(200)), completes("unconfirmed"), mends, completes("paid")),

	row("the phone returns", 1, pays(), returns(home), asks("get-payment", 1), completes("paid")),
	row("the phone returns, and the page is never seen", 1, pays(), returns(home)),
	row("the phone returns with an error", 0, pays(), returns(func(r *run) url.Values {
		return url.Values{"imp_uid": {r.imp}, "merchant_uid": {r.number}, "error_code": {"F400"}, "error_msg": {"사용자가 결제를 취소하셨습니다"}}
	}), asksNothing),
	row("the phone returns without a number", 0, returns(func(*run) url.Values { return url.Values{} }), asksNothing),
	row("the phone returns while PortOne is down", 1, pays(), breaks("", 0, fakeapi.Down()), returns(home), mends, completes("paid")),
	row("the phone is sent to another site", 1, pays(), returns(func(r *run) url.Values {
		return url.Values{"imp_uid": {r.imp}, "merchant_uid": {r.number}, "next": {"https://evil.example"}, "imp_success": {"true"}, "url": {"//evil.example"}}
	})),
	row("the phone carries hostile values", 0, returns(func(*run) url.Values {
		return url.Values{"imp_uid": {"//evil.example/\\x"}, "merchant_uid": {"a&error_code=&x=1#?"}, "error_code": {"\r\nSet-Cookie: a=b"},
			"error_msg": {"\"><script>alert(1)</script> 한글 \n" + forged + " %0d%0a +&=" + "\u2028"}}
	}), asksNothing),
	row("the phone carries a hostile payment", 0, returns(func(r *run) url.Values {
		return url.Values{"imp_uid": {"../users/pg?x=\n" + forged}, "merchant_uid": {r.number}}
	}), asksNothing),

	row("a look-up by GET", 0, missing("GET", "/payments/complete"), missing("GET", "/payments/webhook")),
	row("orders are made at the server's price", 0, makesOrders(`{"amount":1,"merchantUid":"order1"}`), makesOrders("")),
	row("an order that the server made is paid", 1, madeOrder, pays(), completes("paid")),
}, troubles(), hostile(), bodies(), guards("cancel", "vbank"), cancels(), vbankCalls())

// troubles are the ways in which PortOne may not answer. Nothing is handed out
// until it does.
func troubles() []scenario {
	var rows []scenario
	for _, trouble := range []struct {
		name  string
		fault func(r *run) fakeapi.Fault
		once  bool // what it leads to is well
	}{
		{"is down", always(fakeapi.Down()), false},
		{"is slow", func(r *run) fakeapi.Fault { return fakeapi.Slow(2 * r.server.Patience) }, false},
		{"answers HTML", always(fakeapi.HTML(200)), false},
		{"answers HTML with 502", always(fakeapi.HTML(502)), false},
		{"answers HTML with 404", always(fakeapi.HTML(404)), false},
		{"answers half a JSON", always(fakeapi.Torn()), false},
		{"answers two megabytes", func(r *run) fakeapi.Fault { return fakeapi.Says(200, "application/json", padded(r.api.Told(r.imp))) }, false},
		{"answers nothing", always(fakeapi.Says(200, "application/json", "")), false},
		{"answers null", always(fakeapi.Says(200, "application/json", "null")), false},
		{"answers a list", always(fakeapi.Says(200, "application/json", `[{"status":"paid"}]`)), false},
		{"answers without a code", func(r *run) fakeapi.Fault {
			return fakeapi.Says(200, "application/json", strings.Replace(r.api.Told(r.imp), `"code":0,`, "", 1))
		}, false},
		{"answers without a payment", always(fakeapi.Says(200, "application/json", `{"code":0,"message":null,"response":null}`)), false},
		{"answers another payment", func(r *run) fakeapi.Fault {
			other := r.payment()
			other.MerchantUID, other.Sandbox = r.number, r.channel().Sandbox
			return fakeapi.Says(200, "application/json", r.api.Told(r.api.Add(other).ImpUID))
		}, false},
		{"answers a code of its own", always(fakeapi.Says(200, "application/json", `{"code":1,"message":"점검 중입니다.","response":null}`)), false},
		{"answers 500", always(fakeapi.Says(500, "application/json", `{"code":-1,"message":"Internal","response":null}`)), false},
		{"answers the payment with 500", func(r *run) fakeapi.Fault { return fakeapi.Says(500, "application/json", r.api.Told(r.imp)) }, false},
		{"answers the payment as HTML", func(r *run) fakeapi.Fault { return fakeapi.Says(200, "text/html", r.api.Told(r.imp)) }, false},
		{"leads elsewhere", func(r *run) fakeapi.Fault {
			return fakeapi.Redirect(r.api.URL + "/payments/" + r.imp + "?include_sandbox=true")
		}, true},
	} {
		times := 0
		if trouble.once {
			times = 1
		}
		breaking := func(r *run) { r.api.Break("get-payment", times, trouble.fault(r)) }
		rows = append(rows, row("PortOne "+trouble.name, 1,
			pays(), breaking, completes("unconfirmed"), mends, breaking, hears("paid", "unconfirmed"), mends, completes("paid")))
	}
	return rows
}

// padded is an answer with two megabytes of words.
func padded(told string) string {
	return strings.Replace(told, `"message":null`, `"message":"`+strings.Repeat("x", 2<<20)+`"`, 1)
}

func always(f fakeapi.Fault) func(*run) fakeapi.Fault { return func(*run) fakeapi.Fault { return f } }

// closedTable is the same server without an operator's token, while nothing
// listens where PortOne should be.
var closedTable = []scenario{
	row("PortOne cannot be reached", 0, pays(), completes("unconfirmed"), hears("paid", "unconfirmed"), returns(home)),
	row("orders are made all the same", 0, makesOrders("")),
	row("what is odd is refused all the same", 0, pays(), claims(odd("imp_uid", shapes[0]), "bad_request")),
	row("without a token nobody is an operator", 0, pays(),
		guarded("cancel", ""), guarded("cancel", "Bearer "), guarded("cancel", "Bearer undefined"), guarded("cancel", "Bearer null"), guarded("vbank", "Bearer "+OperatorToken)),
}

// of takes another payment than the one that was made.
func of(imp string) step { return func(r *run) { r.imp = imp } }

// queries wants the query of the last look-up.
func queries(want string) step {
	return func(r *run) {
		all := r.since("get-payment")
		if len(all) == 0 || all[len(all)-1].Query != want {
			r.fail("the look-ups were %v, want the query %q", all, want)
		}
	}
}

// likeLast does something and wants that the page is told the same words.
func likeLast(do step) step {
	return func(r *run) {
		before := r.last.message()
		do(r)
		r.complete(r.numbers(), "mismatch")
		if r.last.message() != before {
			r.fail("%q is told, and before it was %q", r.last.message(), before)
		}
	}
}

// makesOrders wants a new order with the fields of the page, whatever is sent.
func makesOrders(body string) step {
	return func(r *run) {
		s := r.post("/payments/orders", "application/json", body, nil)
		r.take(s)
		number, _ := s.fields["merchantUid"].(string)
		fresh := number != r.number && strings.HasPrefix(number, "order") && len(number) > 20 && len(number) <= 40
		if s.status != http.StatusOK || !fresh || s.fields["amount"] != float64(price) {
			r.fail("an order is %s", s.raw)
		}
		for _, name := range slices.Concat(buyerFields, r.fields) {
			if s.fields[name] == nil {
				r.fail("the order lacks %s: %s", name, s.raw)
			}
		}
		r.last.fields = s.fields
	}
}

// madeOrder goes on with an order of the server's.
func madeOrder(r *run) {
	makesOrders("")(r)
	r.number, _ = r.last.fields["merchantUid"].(string)
}
