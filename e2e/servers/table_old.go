package servers

import (
	"slices"

	"smartro-wizard/e2e/fakeapi"
	"smartro-wizard/wizard"
)

// oldTable is the window of the old module with virtual accounts: what differs
// from the new one, and that the two are not taken for one another.
var oldTable = slices.Concat([]scenario{
	row("paid", 1, pays(by("card")), completes("paid"), queries("include_sandbox=true"), hears("paid", "paid")),
	row("another module", 0, pays(by("card"), pg(wizard.ModuleNew)), completes("mismatch")),
	row("another MID", 0, pays(by("card"), mid("t_2302141m")), completes("mismatch")),
	row("a live payment in test code", 0, pays(by("card"), sandbox(false)), completes("mismatch")),
	row("an account waits, and the money comes", 1, pays(status(fakeapi.Ready)), completes("ready"), tells(account), deposits, hears("paid", "paid"), completes("paid")),

	row("cancel a card", 1, pays(by("card")), completes("paid"), operates("cancel", cancelling(), "done"), stands(fakeapi.Cancelled, price), completes("cancelled")),
	row("cancel a transfer", 1, pays(by("trans")), completes("paid"), operates("cancel", cancelling(), "done"), stands(fakeapi.Cancelled, price)),
	row("cancel an account without a telephone", 1, paidAccount, operates("cancel", cancelling(), "bad_request"), asks("cancel", 0), stands(fakeapi.Paid, 0)),
	row("cancel an account, and the money goes back later", 1, paidAccount, operates("cancel", cancelling(refundTel), "done"),
		sends("cancel", "refund_tel", "01012345678"), completes("paid"), paysBack, hears("cancelled", "cancelled"), completes("cancelled")),
}, guards("cancel"))

// refundTel is all that the old module wants of an account to pay back to.
var refundTel = object{"refund_tel": refund["refund_tel"]}
