package wizard

import (
	"slices"
	"strings"

	"smartro-wizard/wizard/value"
)

// Request is one call of the SDK or the REST API with its tree of parameters.
type Request struct {
	Function string
	Params   value.Value
}

// Case is what the rulebook judges: the Setup, the calls, and named facts
// about the code and its world (sdk.script, callback.decides, ctx.today). A
// fact that is not in the map was never asked; one of kind Unknown was looked
// for and cannot be told.
type Case struct {
	Setup    Setup
	Requests []Request
	Facts    map[string]value.Value
}

// Read gives the value at a path of a rule row: setup.NAME, params.PATH of the
// given request, facts.NAME (the rest of the path is one name, dots included),
// or fn. What is not there is Absent.
func (c Case) Read(r Request, path string) value.Value {
	head, rest, _ := strings.Cut(path, ".")
	switch head {
	case "params":
		return r.Params.Get(rest)
	case "facts":
		return c.Facts[rest]
	case "fn":
		return value.Text(r.Function)
	case "setup":
		return c.Setup.read(rest)
	}
	return value.Value{}
}

func (s Setup) read(name string) value.Value {
	text := func(t string) value.Value {
		if t == "" {
			return value.Value{}
		}
		return value.Text(t)
	}
	switch name {
	case "mode":
		return text(string(s.Mode))
	case "sdk":
		return text(string(s.SDK))
	case "module":
		return text(string(s.Module))
	case "type":
		return text(string(s.Type))
	case userCode:
		return s.UserCode
	case tierCode:
		return s.TierCode
	}
	return value.Value{}
}

// Names of the makers, as the text of a value of kind Made.
const (
	MakerOrderID     = "order-id"     // a prefix and 32 random hexadecimal digits
	MakerIssueID     = "issue-id"     // a prefix and 16 of them: Smartro's own number for it has 20 places
	MakerServerID    = "server"       // handed in by the shop for each payment
	MakerRedirect    = "redirect"     // the page's origin and a path
	MakerPeriod      = "period"       // a day of a term that begins on the day of the payment, as V1 takes it
	MakerOfferPeriod = "offer-period" // the same as V2 takes it, a moment with the offset of Korea
	MakerVbankDue    = "vbank-due"    // the day on which a virtual account ends, as V1 takes it
	MakerDueDate     = "due-date"     // the same as V2 takes it
)

// Case is the case that these answers make on the given day (YYYY-MM-DD in
// Asia/Seoul): what was typed, what the payment type fixes, what is made, what
// was left open, and the facts that answers can tell.
func (a Answers) Case(today string) Case {
	c := Case{
		Setup: Setup{Mode: a.Mode, SDK: a.SDK, Module: a.Module, Type: a.Type,
			UserCode: a.named(userCode, a.UserCode), TierCode: a.named(tierCode, a.TierCode)},
		Facts: map[string]value.Value{"ctx.today": value.Text(today)},
	}
	if ch, ok := ChannelOf(a.Mode, a.Module, a.Type); ok && ch.MID != "" {
		c.Facts["console.mid"] = value.Text(ch.MID)
	}
	call, params := a.Call(), a.stored()
	if id := a.Make.MerchantUID; id != nil && params.Get(call.OrderID).IsAbsent() {
		c.Facts["order_id.source"] = value.Text("uuid_without_hyphens")
		c.Facts["order_id.prefix"] = value.Text(id.Prefix)
		if id.From == FromServer {
			c.Facts["order_id.source"] = value.Text("other")
		}
	}
	params = a.Make.into(withFixed(params, call.Function, a.Type), call)
	for _, name := range a.Later {
		if !slices.Contains(call.Setup, name) && free(params, name) {
			params = params.With(name, value.LeftOpen())
		}
	}
	c.Requests = []Request{{Function: call.Function, Params: params}}
	return c
}

// Method is how the payment is paid: as typed, or as the payment type fixes it.
func (a Answers) Method() PayMethod {
	call := a.Call()
	return PayMethod(withFixed(a.stored(), call.Function, a.Type).Get(call.Method).Text())
}

// stored are the parameters that were typed, and before them the store id that
// a call of V2 takes.
func (a Answers) stored() value.Value {
	params := a.Params
	if params.Kind() != value.Object {
		params = value.ObjectOf()
	}
	store := a.named(storeID, a.StoreID)
	if a.SDK != V2 || store.IsAbsent() || !params.Get(storeIDParam).IsAbsent() {
		return params
	}
	return value.ObjectOf(append([]value.Field{{Key: storeIDParam, Value: store}}, params.Fields()...)...)
}

// into puts what is made into the request of a call. What was typed stays.
func (m Make) into(params value.Value, call Call) value.Value {
	put := func(path, maker string) {
		if path != "" && free(params, path) {
			params = params.With(path, value.MadeBy(maker))
		}
	}
	if m.MerchantUID != nil {
		put(call.OrderID, m.MerchantUID.maker(call))
	}
	if m.MRedirectURL != nil {
		put(call.Redirect, MakerRedirect)
	}
	if m.VbankDue != nil {
		put(call.Due, call.makers[call.Due])
	}
	if m.Period != nil && call.Period != "" && params.Get(call.Period).IsAbsent() {
		put(call.Period+".from", call.makers[call.Period])
		put(call.Period+".to", call.makers[call.Period])
	}
	return params
}

func (id MakeOrderID) maker(call Call) string {
	if id.From == FromServer {
		return MakerServerID
	}
	return call.makers[call.OrderID]
}

func (a Answers) named(name, given string) value.Value {
	switch {
	case given != "":
		return value.Text(given)
	case a.LeftOpen(name):
		return value.LeftOpen()
	}
	return value.Value{}
}
