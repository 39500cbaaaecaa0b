package answers

import (
	"slices"
	"strconv"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// The calls that keys belong to.
var (
	callsV1  = []string{wizard.RequestPay}
	callsV2  = []string{wizard.RequestPayment, wizard.RequestIssueBillingKey}
	payingV2 = []string{wizard.RequestPayment}
	issuing  = []string{wizard.RequestIssueBillingKey}
)

const (
	storeID      = "store_id"
	storeIDParam = "storeId" // where a call of V2 takes it
)

// makeKeys are the makers. One of V1 and one of V2 that make the same thing
// keep it in the same place of the answers.
var makeKeys = []key{
	orderMaker("merchant_uid", callsV1),
	orderMaker("paymentId", payingV2),
	orderMaker("issueId", issuing),
	redirectMaker("m_redirect_url", callsV1),
	redirectMaker("redirectUrl", callsV2),
	periodMaker("period", callsV1),
	periodMaker("offerPeriod", payingV2),
	dueMaker("vbank_due", callsV1),
	dueMaker("dueDate", payingV2),
}

func orderMaker(name string, calls []string) key {
	id := func(a wizard.Answers) wizard.MakeOrderID {
		if a.Make.MerchantUID == nil {
			return wizard.MakeOrderID{}
		}
		return *a.Make.MerchantUID
	}
	return key{name: name, kind: isObject, calls: calls, path: func(c wizard.Call) string { return c.OrderID },
		get: func(a wizard.Answers) value.Value { return there(a.Make.MerchantUID != nil) },
		set: func(a *wizard.Answers, _ value.Value) { a.Make.MerchantUID = &wizard.MakeOrderID{} },
		keys: []key{
			{name: "from", kind: isText, needed: true, oneOf: []string{wizard.FromBrowser, wizard.FromServer},
				get: func(a wizard.Answers) value.Value { return word(id(a).From) },
				set: func(a *wizard.Answers, v value.Value) { a.Make.MerchantUID.From = v.Text() }},
			{name: "prefix", kind: isText,
				get: func(a wizard.Answers) value.Value { return word(id(a).Prefix) },
				set: func(a *wizard.Answers, v value.Value) { a.Make.MerchantUID.Prefix = v.Text() }},
		}}
}

func redirectMaker(name string, calls []string) key {
	path := func(a wizard.Answers) string {
		if a.Make.MRedirectURL == nil {
			return ""
		}
		return a.Make.MRedirectURL.Path
	}
	return key{name: name, kind: isObject, calls: calls, path: func(c wizard.Call) string { return c.Redirect },
		get: func(a wizard.Answers) value.Value { return there(a.Make.MRedirectURL != nil) },
		set: func(a *wizard.Answers, _ value.Value) { a.Make.MRedirectURL = &wizard.MakeRedirect{} },
		keys: []key{
			{name: "path", kind: isText, needed: true, check: (*reader).redirectPath,
				get: func(a wizard.Answers) value.Value { return word(path(a)) },
				set: func(a *wizard.Answers, v value.Value) { a.Make.MRedirectURL.Path = v.Text() }},
		}}
}

func periodMaker(name string, calls []string) key {
	n := func(a wizard.Answers) int {
		if a.Make.Period == nil {
			return 0
		}
		return a.Make.Period.Days
	}
	return key{name: name, kind: isObject, calls: calls, path: func(c wizard.Call) string { return c.Period },
		get:  func(a wizard.Answers) value.Value { return there(a.Make.Period != nil) },
		set:  func(a *wizard.Answers, _ value.Value) { a.Make.Period = &wizard.MakePeriod{} },
		keys: daysKey(n, func(a *wizard.Answers, n int) { a.Make.Period.Days = n })}
}

func dueMaker(name string, calls []string) key {
	n := func(a wizard.Answers) int {
		if a.Make.VbankDue == nil {
			return 0
		}
		return a.Make.VbankDue.Days
	}
	return key{name: name, kind: isObject, calls: calls, path: func(c wizard.Call) string { return c.Due },
		get:  func(a wizard.Answers) value.Value { return there(a.Make.VbankDue != nil) },
		set:  func(a *wizard.Answers, _ value.Value) { a.Make.VbankDue = &wizard.MakeVbankDue{} },
		keys: daysKey(n, func(a *wizard.Answers, n int) { a.Make.VbankDue.Days = n })}
}

func daysKey(get func(wizard.Answers) int, set func(*wizard.Answers, int)) []key {
	return []key{{name: "days", kind: isNumber, needed: true, check: (*reader).days,
		get: func(a wizard.Answers) value.Value { return days(get(a)) },
		set: func(a *wizard.Answers, v value.Value) {
			n, _ := strconv.Atoi(v.Text())
			set(a, n)
		}}}
}

// of reports whether the key belongs to a call.
func (k key) of(call wizard.Call) bool {
	return len(k.calls) == 0 || slices.Contains(k.calls, call.Function)
}

// instead is the key that a call has in place of one of another, or "".
func (k key) instead(call wizard.Call) string {
	among := contract
	if k.path != nil {
		among = makeKeys
	}
	for _, other := range among {
		same := k.path != nil && k.path(call) != "" && k.path(call) == other.path(call)
		if codes := k.name == "user_code" || k.name == storeID; codes {
			same = other.name == "user_code" || other.name == storeID
		}
		if same && other.of(call) {
			return other.name
		}
	}
	return ""
}

// makerOf is the key of the maker that makes the parameter of a call, or "".
func makerOf(call wizard.Call, path string) string {
	for _, k := range makeKeys {
		if k.of(call) && k.path(call) == path {
			return k.name
		}
	}
	return ""
}

// makerIn is makerOf for the tree of a file: a flag may have changed the
// version or the type, and the file still has its own name for the maker.
func makerIn(root value.Value, call wizard.Call, path string) string {
	made := root.Get("make")
	for _, k := range makeKeys {
		own := k.path(wizard.CallOf(k.calls[0]))
		if !made.Get(k.name).IsAbsent() && (own == path || k.path(call) == path) {
			return k.name
		}
	}
	return "-" // no such key
}

// madeBy is the path of the parameter that a maker of a call makes, or "".
func madeBy(call wizard.Call, name string) string {
	for _, k := range makeKeys {
		if k.of(call) && k.name == name {
			return k.path(call)
		}
	}
	return ""
}
