package fakeapi

import (
	"maps"
	"slices"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
)

// heard are the rules that find a call wrong, those that tell only left out.
func heard(c wizard.Case) []string {
	var all []string
	for _, f := range rulebook.Judge(c, text.En) {
		if f.State == wizard.StateFound && f.Severity != wizard.SeverityInfo {
			all = append(all, f.Rule)
		}
	}
	return all
}

// rules are those that say of a wrong call what the API says, by its name.
var rules = map[string]string{
	"the charge's path of the Smartro page":              "rest-again-path",
	"the schedule's path of the Smartro page":            "rest-schedule-path",
	"a payment number in the path of an outside receipt": "rest-external-receipt-path",
	"the token without Bearer":                           "rest-token-header",
	"a test payment without include_sandbox":             "test-include-sandbox",
	"an order number over 40":                            "merchant-uid-length",
	"nothing to cancel":                                  "rest-cancel-one-of-uid",
	"an account's money without a refund account":        "rest-cancel-refund-account",
	"a transfer without the holder's telephone":          "rest-cancel-refund-account",
	"the old module's account without a telephone":       "rest-cancel-refund-tel-old",
	"a part without its tax-free money":                  "rest-cancel-tax-free",
	"part of a phone payment":                            "phone-no-partial-cancel",
	"part of an escrow payment":                          "escrow-no-partial-cancel",
	"a charge without an e-mail address":                 "rest-again-required-fields",
	"a charge without a name":                            "rest-again-required-fields",
	"an amount as V2 sends it":                           "rest-again-amount-number",
	"a number with a line":                               "merchant-uid-charset",
	"a number over 40":                                   "merchant-uid-length",
	"a name over 40":                                     "name-length",
	"a row without a telephone":                          "rest-schedule-required-fields",
	"a row without its currency":                         "rest-schedule-required-fields",
	"a row's number with a hyphen":                       "merchant-uid-charset",
	"a row's number over 40":                             "merchant-uid-length",
	"an account without a channel":                       "rest-vbank-required-fields",
	"an account without its holder":                      "rest-vbank-required-fields",
	"a due day as the window takes it":                   "rest-vbank-due-unix",
	"a due day in quotes":                                "rest-vbank-due-unix",
	"an account at a bank that tests cannot have":        "test-vbank-banks",
	"an address in one line":                             "rest-escrow-formed-address",
	"a delivery without an invoice":                      "rest-escrow-formed-address",
	"a receipt without its kind":                         "rest-receipt-required-fields",
	"a receipt in the window's words":                    "rest-receipt-type-enum",
	"an outside receipt without a channel":               "rest-external-receipt-required-fields",
}

// misprints are paths that no server has, with the call that is meant.
var misprints = map[string]string{"/subscribe/again": "again", "/subscribe/schedule": "schedule-post"}

// What the API refuses by its documents, the rulebook finds before anything is sent.
func TestTheRulebookSaysWhatTheAPISays(t *testing.T) {
	found := 0
	for _, w := range wrongs(atNoon(t)) {
		want, has := rules[w.name]
		if !has {
			continue
		}
		found++
		t.Run(w.name, func(t *testing.T) {
			api := world(t)
			for _, s := range w.first {
				ask(t, api, s)
			}
			ask(t, api, w.call)
			all := api.Calls()
			last := all[len(all)-1]
			if id := misprints[last.Path]; id != "" {
				last.ID = id
			}
			if got := heard(api.Case(last)); !slices.Contains(got, want) {
				t.Errorf("the rulebook says %v, want %s", got, want)
			}
		})
	}
	if found != len(rules) {
		t.Errorf("%d of the %d calls are tried", found, len(rules))
	}
	t.Logf("%d wrong calls are found by %d rules", found, len(slices.Compact(slices.Sorted(maps.Values(rules)))))
}

func TestTheRulebookIsSilentOnRightCalls(t *testing.T) {
	for id, calls := range right(atNoon(t)) {
		api := world(t)
		for _, s := range calls {
			ask(t, api, s)
		}
		for _, c := range api.Calls() {
			if got := heard(api.Case(c)); len(got) > 0 {
				t.Errorf("%s: the rulebook says %v of %s %s", id, got, c.Method, c.Path)
			}
		}
	}
}
