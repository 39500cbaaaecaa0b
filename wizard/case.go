package wizard

import (
	"strings"

	"smartro-wizard/wizard/value"
)

// RequestPay is the V1 call that opens a window.
const RequestPay = "IMP.request_pay"

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
	case "user_code":
		return s.UserCode
	case "tier_code":
		return s.TierCode
	}
	return value.Value{}
}

// Names of the makers, as the text of a value of kind Made.
const (
	MakerOrderID  = "order-id"  // a prefix and 32 random hexadecimal digits
	MakerServerID = "server"    // handed in by the shop for each payment
	MakerRedirect = "redirect"  // the page's origin and a path
	MakerPeriod   = "period"    // a date of a term that begins on the day of the payment
	MakerVbankDue = "vbank-due" // the day on which a virtual account ends
)

// Case is the case that these answers make on the given day (YYYY-MM-DD in
// Asia/Seoul): what was typed, what the payment type fixes, what is made, what
// was left open, and the facts that answers can tell.
func (a Answers) Case(today string) Case {
	c := Case{
		Setup: Setup{Mode: a.Mode, SDK: a.SDK, Module: a.Module, Type: a.Type,
			UserCode: a.named("user_code", a.UserCode), TierCode: a.named("tier_code", a.TierCode)},
		Facts: map[string]value.Value{"ctx.today": value.Text(today)},
	}
	if ch, ok := ChannelOf(a.Mode, a.Module, a.Type); ok && ch.MID != "" {
		c.Facts["console.mid"] = value.Text(ch.MID)
	}
	params := a.Params
	if params.Kind() != value.Object {
		params = value.ObjectOf()
	}
	if id := a.Make.MerchantUID; id != nil && params.Get("merchant_uid").IsAbsent() {
		c.Facts["order_id.source"] = value.Text("uuid_without_hyphens")
		c.Facts["order_id.prefix"] = value.Text(id.Prefix)
		if id.From == FromServer {
			c.Facts["order_id.source"] = value.Text("other")
		}
	}
	params = a.Make.into(withFixed(params, a.Type))
	for _, name := range a.Later {
		if name != "user_code" && name != "tier_code" && free(params, name) {
			params = params.With(name, value.LeftOpen())
		}
	}
	c.Requests = []Request{{Function: RequestPay, Params: params}}
	return c
}

// Method is how the payment is paid: as typed, or as the payment type fixes it.
func (a Answers) Method() PayMethod {
	return PayMethod(withFixed(a.Params, a.Type).Get("pay_method").Text())
}

// into puts what is made into a request. What was typed stays.
func (m Make) into(params value.Value) value.Value {
	put := func(path, maker string) {
		if free(params, path) {
			params = params.With(path, value.MadeBy(maker))
		}
	}
	if m.MerchantUID != nil {
		put("merchant_uid", m.MerchantUID.maker())
	}
	if m.MRedirectURL != nil {
		put("m_redirect_url", MakerRedirect)
	}
	if m.VbankDue != nil {
		put("vbank_due", MakerVbankDue)
	}
	if m.Period != nil && params.Get("period").IsAbsent() {
		put("period.from", MakerPeriod)
		put("period.to", MakerPeriod)
	}
	return params
}

func (id MakeOrderID) maker() string {
	if id.From == FromServer {
		return MakerServerID
	}
	return MakerOrderID
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
