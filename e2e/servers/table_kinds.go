package servers

import (
	"slices"
	"strings"
	"time"

	"smartro-wizard/e2e/fakeapi"
	"smartro-wizard/wizard"
)

// liveTable is the card window of a live channel; the server makes the order
// numbers and registers their amounts.
var liveTable = slices.Concat([]scenario{
	row("paid", 1, pays(), completes("paid"), queries(""), hears("paid", "paid")),
	row("a test payment", 0, pays(sandbox(true)), completes("not_found"), queries("")),
	row("a test payment that PortOne tells of", 0, pays(sandbox(true)), telling, completes("mismatch"), telling, hears("paid", "mismatch")),
	row("the MID of the test channel", 0, pays(mid("t_2302141m")), completes("mismatch")),
	row("a number that the page made up", 0, pays(), func(r *run) { r.number = "order" + strings.Repeat("0a1f", 8) }, completes("unknown_order"), hears("paid", "unknown_order")),
	row("the amount is registered", 0, registered),
	row("the window does not open for another amount", 0, func(r *run) {
		_, err := r.api.Pay(fakeapi.Window{ChannelKey: r.channel().Key, MerchantUID: r.number, Amount: 10, PayMethod: "card"})
		if err != fakeapi.ErrAmount {
			r.fail("the window says %v", err)
		}
	}),
	row("an order while PortOne is down", 0, breaks("prepare-post", 0, fakeapi.Down()), ordering("unconfirmed")),
	row("an order that PortOne refuses", 0, breaks("prepare-post", 1, fakeapi.Says(200, "application/json", `{"code":1,"message":"이미 등록","response":null}`)), ordering("refused")),
	row("orders are made at the server's price", 0, makesOrders(`{"amount":1}`), makesOrders("")),
	row("cancel all", 1, pays(), completes("paid"), operates("cancel", cancelling(), "done"), stands(fakeapi.Cancelled, price)),
}, guards("cancel"))

// telling makes PortOne tell of a payment that it would keep to itself.
func telling(r *run) {
	r.api.Break("get-payment", 1, fakeapi.Says(200, "application/json", r.api.Told(r.imp)))
}

func registered(r *run) {
	if p, known := r.api.Prepared(r.number); !known || p.Amount != price {
		r.fail("for %s is registered %+v", r.number, p)
	}
}

func ordering(word string) step {
	return func(r *run) { r.want(r.post("/payments/orders", "application/json", "", nil), outcome[word], word) }
}

// vbankTable is the window that issues virtual accounts.
var vbankTable = slices.Concat([]scenario{
	row("an account waits", 0, pays(status(fakeapi.Ready)), completes("ready"), tells(account), hears("ready", "ready"), completes("ready"), tells(account)),
	row("an account waits, and the money comes", 1, pays(status(fakeapi.Ready)), completes("ready"), deposits, hears("paid", "paid"), completes("paid")),
	row("the money comes before the page asks", 1, pays(status(fakeapi.Ready)), deposits, completes("paid")),
	row("the webhook of the money comes twice and as a form", 1, pays(status(fakeapi.Ready)), hears("ready", "ready"), deposits, hears("paid", "paid"), hearsForm("paid", "paid")),
	row("webhooks out of order", 1, pays(status(fakeapi.Ready)), deposits, hears("paid", "paid"), hears("ready", "paid")),
	row("paid, and the look-up is an old one", 1, pays(status(fakeapi.Ready)), deposits, hears("paid", "paid"), becomes(status(fakeapi.Ready)), hears("ready", "paid"), completes("paid")),
	row("eight at once when the money comes", 1, pays(status(fakeapi.Ready)), completes("ready"), deposits,
		breaks("get-payment", 4, fakeapi.Slow(60*time.Millisecond)), together(4, completes("paid"), hears("paid", "paid"))),
	row("a won less", 0, pays(status(fakeapi.Ready), amount(price-1)), completes("mismatch")),
	row("the window is open, by another way", 0, pays(status(fakeapi.Ready), by("card")), completes("unpaid")),
	row("an account that was left for a card", 1, pays(status(fakeapi.Ready)), completes("ready"), pays(by("card")), completes("paid")),
	row("money on an account that was left", 1, pays(status(fakeapi.Ready)), completes("ready"), keep, pays(by("card")), completes("paid"), back, deposits, hears("paid", "mismatch")),
	row("the account ends", 0, pays(status(fakeapi.Ready)), completes("ready"), becomes(status(fakeapi.Cancelled)), hears("cancelled", "cancelled"), completes("cancelled")),

	row("cancel without an account to pay to", 1, paidAccount, operates("cancel", cancelling(), "bad_request"), stands(fakeapi.Paid, 0)),
	row("cancel with half of an account", 1, paidAccount, operates("cancel", cancelling(refund, object{"refund_tel": absent}), "bad_request"), stands(fakeapi.Paid, 0), asks("cancel", 0)),
	row("cancel, and the money goes back later", 1, paidAccount, operates("cancel", cancelling(refund), "done"), sends("cancel", "refund_account", "110123456789"),
		completes("paid"), paysBack, hears("cancelled", "cancelled"), completes("cancelled")),
	row("cancel an account that waits", 0, pays(status(fakeapi.Ready)), completes("ready"), operates("cancel", cancelling(refund), "refused")),

	row("a cash receipt", 1, paidAccount, receipt("done"), receipt("refused")),
	row("a cash receipt of a transfer", 1, pays(by("trans")), completes("paid"), receipt("done")),
	row("a cash receipt before the money", 0, pays(status(fakeapi.Ready)), completes("ready"), receipt("refused")),
	row("a cash receipt in the window's words", 1, paidAccount, receipt("bad_request", object{"type": "personal"}), asks("receipt-post", 0)),
	row("a cash receipt for nobody", 1, paidAccount, receipt("bad_request", object{"identifier": absent}), receipt("bad_request", object{"buyer_tel": ""}), asks("receipt-post", 0)),
	row("a cash receipt of an order that nobody made", 0, receipt("unknown_order", object{"merchant_uid": "other1"}), asksNothing),
	row("a cash receipt while PortOne is down", 1, paidAccount, breaks("receipt-post", 0, fakeapi.Down()), receipt("unconfirmed"), mends, receipt("done")),
}, guards("cancel", "receipt"))

// account is what a buyer has to be told of a virtual account.
func account(r *run) []string {
	p, _ := r.api.Payment(r.imp)
	due := time.Unix(p.Vbank.Due, 0).In(wizard.Korea).Format(time.DateOnly)
	return []string{p.Vbank.Name, p.Vbank.Num, due}
}

// keep and back set a payment aside and take it up again.
func keep(r *run) { r.kept = r.imp }

func back(r *run) { r.imp = r.kept }

func paidAccount(r *run) {
	pays()(r)
	completes("paid")(r)
}

var refund = object{"refund_holder": "홍길동", "refund_bank": "088", "refund_account": "110123456789", "refund_tel": "01012345678"}

func receipt(word string, more ...object) step {
	return operates("receipt", func(r *run) any {
		return with(append([]object{{"merchant_uid": r.number, "identifier": "01012345678", "type": "person", "buyer_name": "홍길동", "buyer_tel": "01012345678"}}, more...)...)
	}, word)
}

// billingTable is the window that registers cards.
var billingTable = slices.Concat([]scenario{
	row("registered", 1, registers, pays(), completes("registered"), completes("registered"), asks("customer-get", 2)),
	row("registered, and eight ask at once", 1, registers, pays(), together(4, completes("registered"), hears("paid", "registered"))),
	row("no card is there", 0, pays(), completes("not_found"), hears("paid", "not_found")),
	row("no card yet, and then it is", 1, pays(), completes("not_found"), registers, hears("paid", "registered")),
	row("a card of a live channel", 0, registersAt(func(c *fakeapi.Channel) { c.Sandbox = false }), pays(), completes("mismatch")),
	row("a card of another MID", 0, registersAt(func(c *fakeapi.Channel) { c.MID = "t_0000000m" }), pays(), completes("mismatch")),
	row("PortOne is down", 1, registers, pays(), breaks("customer-get", 0, fakeapi.Down()), completes("unconfirmed"), mends, completes("registered")),
	row("PortOne answers HTML", 1, registers, pays(), breaks("customer-get", 1, fakeapi.HTML(200)), completes("unconfirmed"), completes("registered")),
	row("PortOne answers no card", 1, registers, pays(), breaks("customer-get", 1, fakeapi.Says(200, "application/json", `{"code":0,"message":null,"response":null}`)),
		completes("unconfirmed"), completes("registered")),
	row("orders have the card's name", 0, makesOrders("")),

	row("charge again", 1, registers, charge("done", nil), charged(fakeapi.Paid)),
	row("charge again, and a webhook comes", 1, registers, charge("done", nil), charged(fakeapi.Paid), hears("paid", "paid"), hears("paid", "paid")),
	row("charge again for a number of the server's", 1, registers, charge("done", object{"merchant_uid": absent})),
	row("charge a number twice", 1, registers, charge("done", nil), charge("bad_request", nil), asks("again", 1)),
	row("charge a card that is refused", 0, registers, declines, charge("refused", nil), charged(fakeapi.Failed)),
	row("charge again for the number of a charge that was refused", 1, registers, declines, charge("refused", nil), registers, charge("done", nil)),
	row("charge again for the number of a charge that nobody knows of", 1, registers, breaks("again", 1, fakeapi.HTML(502)), charge("unconfirmed", nil), charge("done", nil)),
	row("charge a card that is not there", 0, charge("refused", nil)),
	row("charge without a buyer", 0, registers, charge("bad_request", object{"buyer_email": absent}), charge("bad_request", object{"name": absent}), asks("again", 0)),
	row("charge an odd amount", 0, registers, charge("bad_request", object{"amount": "8900"}), charge("bad_request", object{"amount": object{"total": 8900}}), charge("bad_request", object{"amount": -1}), asks("again", 0)),
	row("charge an odd number", 0, registers, charge("bad_request", object{"merchant_uid": "charge_1"}), asks("again", 0)),
	row("charge while PortOne is down", 0, registers, breaks("again", 0, fakeapi.Down()), charge("unconfirmed", nil), asks("again", 1)),
	row("charge while PortOne answers HTML", 0, registers, breaks("again", 1, fakeapi.HTML(502)), charge("unconfirmed", nil)),
	row("cancel a charge", 1, registers, charge("done", nil), charged(fakeapi.Paid), operates("cancel", cancelling(), "done"), stands(fakeapi.Cancelled, 8900), completes("cancelled")),

	row("schedule, and the charge comes", 1, registers, plan("done", nil), advances(2*time.Hour), issued, hears("paid", "paid"), hears("paid", "paid")),
	row("schedule, and the charge fails", 0, registers, plan("done", nil), declines, advances(2*time.Hour), issued, hears("failed", "failed")),
	row("schedule and take it back", 0, registers, plan("done", nil), unplan("done"), unplan("refused")),
	row("schedule for a number of the server's", 1, registers, plan("done", object{"merchant_uid": absent}), advances(2*time.Hour), issued, hears("paid", "paid")),
	row("schedule for a time that is past", 0, registers, plan("refused", object{"schedule_at": 1700000000})),
	row("schedule for a card that is not there", 0, plan("refused", nil)),
	row("schedule without a buyer", 0, registers, plan("bad_request", object{"buyer_tel": absent}), asks("schedule-post", 0)),
	row("schedule nothing", 0, registers, operates("schedule", func(*run) any { return object{"customer_uid": customer, "schedules": []any{}} }, "bad_request"), asks("schedule-post", 0)),
	row("schedule while PortOne is down", 0, registers, breaks("schedule-post", 0, fakeapi.Down()), plan("unconfirmed", nil)),
}, guards("cancel", "again", "schedule", "unschedule"))

func charge(word string, more object) step {
	return operates("again", func(r *run) any {
		return with(object{"customer_uid": customer, "merchant_uid": r.number + "c", "amount": 8900, "name": "구독"}, buyer, more)
	}, word)
}

// charged takes the charge that PortOne made of the order's card.
func charged(status string) step {
	return func(r *run) {
		p, found := r.api.Last()
		r.imp, r.number = p.ImpUID, p.MerchantUID
		if !found || p.Status != status || p.Amount != 8900 || p.CustomerUID != customer {
			r.fail("the charge is %+v", p)
		}
	}
}

func plan(word string, more object) step {
	return operates("schedule", func(r *run) any {
		r.planned = r.number + "s"
		at := r.api.Now().Add(time.Hour).Unix()
		return object{"customer_uid": customer, "schedules": []any{
			with(object{"merchant_uid": r.planned, "schedule_at": at, "amount": 8900, "name": "구독"}, buyer, more)}}
	}, word)
}

func unplan(word string) step {
	return operates("unschedule", func(r *run) any { return object{"customer_uid": customer, "merchant_uid": []any{r.planned}} }, word)
}

// escrowTable is the escrow window of a sub-store.
var escrowTable = slices.Concat([]scenario{
	row("paid", 1, pays(), completes("paid"), hears("paid", "paid")),
	row("another sub-store's payment", 0, pays(store("002")), completes("not_found")),
	row("the delivery", 1, pays(), completes("paid"), deliver("done", nil), deliver("refused", nil)),
	row("the delivery before the money", 0, deliver("unpaid", nil), asksNothing),
	row("the delivery with an address in one line", 1, pays(), completes("paid"),
		deliver("bad_request", object{"sender": object{"name": "상점", "tel": "02-1234-5678", "postcode": "06164", "addr": "서울"}}), asks("escrow-post", 0)),
	row("the delivery without an invoice", 1, pays(), completes("paid"), deliver("bad_request", object{"logis": object{"company": "CJGLS"}}), asks("escrow-post", 0)),
	row("the delivery of an order that nobody made", 0, deliver("unknown_order", object{"merchant_uid": "other1"}), asksNothing),
	row("the delivery while PortOne is down", 1, pays(), completes("paid"), breaks("escrow-post", 0, fakeapi.Down()), deliver("unconfirmed", nil), mends, deliver("done", nil)),
	row("cancel all", 1, pays(), completes("paid"), operates("cancel", cancelling(), "done"), stands(fakeapi.Cancelled, price)),
	row("cancel a part, which escrow does not have", 1, pays(), completes("paid"), operates("cancel", cancelling(object{"amount": 4}), "refused"), stands(fakeapi.Paid, 0)),
}, guards("cancel", "delivery"))

func deliver(word string, more object) step {
	address := object{"name": "상점", "tel": "02-1234-5678", "postcode": "06164",
		"formed_address": object{"address_line_1": "서울 강남구", "address_line_2": "1층"}}
	return operates("delivery", func(r *run) any {
		return with(object{"merchant_uid": r.number, "sender": address, "receiver": address,
			"logis": object{"company": "CJGLS", "invoice": "1234", "sent_at": r.api.Now().Unix()}}, more)
	}, word)
}
