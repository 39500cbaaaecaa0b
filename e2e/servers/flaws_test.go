package servers

import (
	"slices"
	"strings"
	"testing"

	"smartro-wizard/e2e/fakeapi"
)

// flaw is a way to be wrong.
type flaw string

// Each has been seen in code of somebody's, or is one slip away from it.
const (
	wrongSandboxQuery flaw = "include_sandbox is left out in test, and sent in live"
	noNumber          flaw = "the order number is not compared"
	noAmount          flaw = "the amount is not compared"
	noSandbox         flaw = "sandbox is not compared"
	noProvider        flaw = "pg_provider is not compared"
	noMID             flaw = "pg_id is not compared"
	noCurrency        flaw = "the currency is not compared"
	tellsReason       flaw = "the page is told what differs"
	takesSecond       flaw = "a second payment of an order is taken"
	takesAnyNumber    flaw = "any imp_uid goes into the address"
	takesMadeUp       flaw = "numbers that the server never made are taken"
	trustsWebhook     flaw = "the webhook's status is believed"
	noForms           flaw = "webhooks as forms are not read"
	hookPlain         flaw = "webhooks are answered with errors that PortOne need not see"
	hookAlways200     flaw = "webhooks are answered 200 when nothing is known"
	fulfilsAgain      flaw = "the goods are handed out each time"
	fulfilsReady      flaw = "the goods are handed out when the account is issued"
	racy              flaw = "the state is read first and changed later"
	goesBack          flaw = "what is paid goes back to waiting"
	uncancels         flaw = "what is cancelled becomes paid again"
	redirectOnly      flaw = "the phone's return is not checked"
	openRedirect      flaw = "the phone is led where the address says"
	pageSetsPrice     flaw = "the page sets the price"
	preparesNothing   flaw = "the amount is not registered"
	noTimeout         flaw = "calls have no time-out"
	followsRedirects  flaw = "redirects are followed"
	noLimit           flaw = "answers of any size are read"
	readsHTML         flaw = "answers of any type are read"
	ignoresCode       flaw = "the code of an answer is not looked at"
	ignoresHTTP       flaw = "the HTTP status of an answer is not looked at"
	takesNull         flaw = "an answer without a payment is taken for one"
	takesOther        flaw = "the look-up of another payment is taken"
	freshToken        flaw = "each call fetches a token"
	stormsForTokens   flaw = "tokens are fetched by all at once"
	noMargin          flaw = "a token is used to its last second"
	neverAgain        flaw = "a refused token is the end"
	againForEver      flaw = "a refused token is asked for again and again"
	noTier            flaw = "the sub-store is not named"
	openOperators     flaw = "operators need no token"
	looseOperators    flaw = "a token with more around it will do"
	openUnset         flaw = "without a token everybody is an operator"
	allParts          flaw = "parts that were not chosen are there"
	noChecksum        flaw = "money goes back without a checksum"
	cancelsAtOnce     flaw = "a refund of an account counts before the money is back"
	misprint          flaw = "the path is the misprint of the Smartro page"
	chargesBlindly    flaw = "a charge counts as paid by its code alone"
	printsSecrets     flaw = "the token is printed"
	forgesLog         flaw = "texts from outside are printed as they are"
)

// caught says where each is to be found: variant and beginning of a scenario.
var caught = map[flaw][]string{
	wrongSandboxQuery: {"card/paid", "live/paid"},
	noNumber:          {"card/another order's payment"},
	noAmount:          {"card/a won less", "card/a won more", "vbank/a won less"},
	noSandbox:         {"card/a live payment in test code", "live/a test payment that PortOne tells of"},
	noProvider:        {"card/another module"},
	noMID:             {"card/another MID", "live/the MID of the test channel"},
	noCurrency:        {"card/another currency"},
	tellsReason:       {"card/what differs is told to nobody"},
	takesSecond:       {"card/a second payment", "vbank/money on an account that was left"},
	takesAnyNumber:    {"card/imp_uid: a path value", "card/imp_uid: a query value"},
	takesMadeUp:       {"live/a number that the page made up"},
	trustsWebhook:     {"card/the webhook lies that it is paid", "card/the webhook lies that it is cancelled"},
	noForms:           {"card/the webhook comes as a form"},
	hookPlain:         {"card/a won less"},
	hookAlways200:     {"card/PortOne is down"},
	fulfilsAgain:      {"card/paid, and the page asks again", "card/the webhook comes twice", "vbank/the webhook of the money"},
	fulfilsReady:      {"vbank/an account waits"},
	racy:              {"card/paid, and the page asks eight times at once", "card/page, webhook, form and phone at once"},
	goesBack:          {"vbank/paid, and the look-up is an old one"},
	uncancels:         {"card/cancelled, and the look-up is an old one"},
	redirectOnly:      {"card/the phone returns, and the page is never seen"},
	openRedirect:      {"card/the phone is sent to another site"},
	pageSetsPrice:     {"card/orders are made at the server's price"},
	preparesNothing:   {"live/the amount is registered", "live/the window does not open"},
	noTimeout:         {"card/PortOne is slow"},
	followsRedirects:  {"card/PortOne leads elsewhere"},
	noLimit:           {"card/PortOne answers two megabytes"},
	readsHTML:         {"card/PortOne answers the payment as HTML"},
	ignoresCode:       {"card/PortOne answers without a code", "card/cancel, and PortOne says no in words"},
	ignoresHTTP:       {"card/PortOne answers the payment with 500"},
	takesNull:         {"card/PortOne answers without a payment"},
	takesOther:        {"card/PortOne answers another payment"},
	freshToken:        {"card/the token is used again"},
	stormsForTokens:   {"card/the token is over, and eight come at once"},
	noMargin:          {"card/the token ends within a minute"},
	neverAgain:        {"card/the token is over", "card/the token is refused once"},
	againForEver:      {"card/the token is refused for ever"},
	noTier:            {"escrow/paid"},
	openOperators:     {"card/who may not: cancel", "billing/who may not: again"},
	looseOperators:    {"card/who may not: vbank"},
	openUnset:         {"closed/without a token nobody"},
	allParts:          {"card/parts that were not chosen"},
	noChecksum:        {"card/cancel all", "card/cancel a part, and then"},
	cancelsAtOnce:     {"vbank/cancel, and the money goes back later"},
	misprint:          {"billing/charge again"},
	chargesBlindly:    {"billing/charge a card that is refused"},
	printsSecrets:     {"card/paid"},
	forgesLog:         {"card/imp_uid: a new line value"},
}

// The table can be satisfied, by a server of a few hundred lines.
func TestReferenceSatisfiesTheTable(t *testing.T) {
	count := Run(t, referring())
	if count.Scenarios < 250 || count.Answers < 500 || count.Wrong != 0 {
		t.Errorf("%d scenarios, %d answers, %d wrong", count.Scenarios, count.Answers, count.Wrong)
	}
}

func TestEveryFlawIsFound(t *testing.T) {
	places := 0
	for f, where := range caught {
		for _, at := range where {
			places++
			t.Run(string(f)+"/"+at, func(t *testing.T) {
				t.Parallel()
				variant, name, _ := strings.Cut(at, "/")
				if !finds(t, variant, name, f) {
					t.Error("is not found")
				}
				if finds(t, variant, name) {
					t.Error("is found where it is not")
				}
			})
		}
	}
	t.Logf("%d flaws at %d places", len(caught), places)
}

// finds takes a server with flaws through one scenario, after one that is paid.
func finds(t *testing.T, variant, name string, flaws ...flaw) bool {
	t.Helper()
	all := Variants()
	v := all[slices.IndexFunc(all, func(v Variant) bool { return v.Name == variant })]
	i := slices.IndexFunc(v.table, func(s scenario) bool { return strings.HasPrefix(s.name, name) })
	if i < 0 {
		t.Fatalf("%s has no scenario %s", variant, name)
	}
	api := fakeapi.Start(t)
	server := referring(flaws...)(t, v, v.environment(api))
	if v.table[0].name == "paid" && i > 0 { // so that there is a token, as there is in the table
		judge(v, v.table[0], api, server)
	}
	wrong := append(judge(v, v.table[i], api, server).wrong, closing(v, api, server)...)
	return len(wrong) > 0
}
