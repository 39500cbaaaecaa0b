// Package plan turns answers into flat data that every target builds from:
// which value stands where in the code. It knows no language and no template.
package plan

import (
	"slices"

	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// From is where a parameter of the request gets its value in code.
type From uint8

// The places.
const (
	FromLiteral From = iota // as typed, in the call
	FromConfig              // the one marked place at the top
	FromOrder               // handed in by the shop for each payment
	FromMaker               // a named maker at run time
	FromGroup               // an object whose parts come from several places
)

// Param is one parameter on its way into code. Name is what the value is
// called in the config or in the order (buyerTel). Value is what was typed; of
// one that was left open it is the placeholder, and Later is the name to mark
// it with, always a name of the catalogue.
type Param struct {
	Path  string
	Key   string
	Name  string
	From  From
	Maker string
	Value value.Value
	Later string
	Parts []Param
}

// Where is the path of the parameter in the answers, for messages.
func (p Param) Where() string {
	switch p.Path {
	case userCode, tierCode:
		return p.Path
	case storeID:
		return storeIDAnswer
	}
	return "params." + p.Path
}

// The two of the config that are no parameters of the call, and the one of V2
// that is and has another name in the answers.
const (
	userCode      = "user_code"
	tierCode      = "tier_code"
	storeID       = "storeId"
	storeIDAnswer = "store_id"
)

// Ends is what a window leads to when all goes well.
type Ends uint8

// The ends.
const (
	EndsPaid       Ends = iota // the money is taken
	EndsAccount                // a virtual account is issued and waits for the money
	EndsRegistered             // a card is registered for payments to come
)

// Plan is everything a target needs. Order and Config hold the values that
// stand outside the call; Request is the call itself, in order.
type Plan struct {
	Lang     text.Lang
	Comments bool
	Insert   bool // the page has the script and IMP.init already
	ES5      bool // only for targets that no compiler reads
	EUCKR    bool
	Mode     wizard.Mode
	Call     wizard.Call // what opens the window
	Ends     Ends
	Agency   bool // a sub-store: IMP.agency instead of IMP.init
	Config   []Param
	Order    []Param
	Request  []Param

	ServerID     bool        // the order number is handed in with the order
	Served       bool        // a server of ours is written with the page
	Bundled      bool        // a bundler builds the page
	Public       string      // where that server's pages lie, with a slash
	OrderPrefix  value.Value // of an order number that the page makes
	RedirectPath value.Value // of a return address that the page makes
	PeriodDays   int
	VbankDays    int
	Later        []string // every name left open, in the order of the code
	Server       Server
}

var noWindow = map[wizard.SDK]refusal.Reason{wizard.V1: refusal.NoWindow, wizard.V2: refusal.NoWindowV2}

// New plans the code of answers. The error is a *refusal.Error.
func New(a wizard.Answers) (Plan, error) {
	p := Plan{Mode: a.Mode, Call: a.Call()}
	if ch, known := wizard.ChannelOf(a.Mode, a.Module, a.Type); known && !ch.In(p.Call.SDK()).Opens() {
		return Plan{}, &refusal.Error{Reason: noWindow[p.Call.SDK()], Path: "type"}
	}
	if err := p.options(a.Options); err != nil {
		return Plan{}, err
	}
	if err := p.makers(a); err != nil {
		return Plan{}, err
	}
	c := a.Case("") // the day matters to rules, not to code
	params := complete(c.Requests[0].Params, p.Call)
	p.Ends = p.endsOf(a.Type, params)
	if !p.Insert && !p.V2() {
		p.setup(c.Setup)
	}
	if err := p.request(params); err != nil {
		return Plan{}, err
	}
	p.server(a, c.Setup, params)
	return p, nil
}

func (p *Plan) options(o wizard.Options) error {
	p.Lang, p.Comments = text.Ko, o.Locale != "none"
	if o.Locale == string(text.En) {
		p.Lang = text.En
	}
	for _, option := range []struct {
		name, given string
		off, on     string
		into        *bool
	}{
		{"page", o.Page, wizard.PageNew, wizard.PageV1, &p.Insert},
		{"syntax", o.Syntax, wizard.SyntaxModern, wizard.SyntaxES5, &p.ES5},
		{"encoding", o.Encoding, wizard.EncodingUTF8, wizard.EncodingEUCKR, &p.EUCKR},
	} {
		*option.into = option.given == option.on
		if option.given != "" && option.given != option.off && option.given != option.on {
			return &refusal.Error{Reason: refusal.UnknownOption, Path: "options." + option.name}
		}
	}
	if p.Insert && p.V2() {
		return &refusal.Error{Reason: refusal.PageOfV1, Path: "options.page"}
	}
	return nil
}

func (p *Plan) endsOf(typ wizard.Type, params value.Value) Ends {
	switch {
	case typ == wizard.TypeBilling, !p.V2() && !params.Get("customer_uid").IsAbsent():
		return EndsRegistered
	case slices.Contains([]string{"vbank", "VIRTUAL_ACCOUNT"}, params.Get(p.Call.Method).Text()):
		return EndsAccount
	}
	return EndsPaid
}

// V2 reports whether the code is for PortOne V2.
func (p Plan) V2() bool { return p.Call.SDK() == wizard.V2 }

// OrderID is what code calls the order number.
func (p Plan) OrderID() string { return nameOf(p.Call.OrderID) }

// Selector is the parameter that chooses the channel: channelKey, or what
// stands in its place.
func (p Plan) Selector() string {
	for _, param := range p.Request {
		if slices.Contains(p.Call.Selectors, param.Path) {
			return param.Path
		}
	}
	return p.Call.Selectors[0]
}

// Uses reports whether the request has a parameter that the maker works out.
func (p Plan) Uses(maker string) bool { return uses(p.Request, maker) }

func uses(params []Param, maker string) bool {
	for _, param := range params {
		if param.From == FromMaker && param.Maker == maker || uses(param.Parts, maker) {
			return true
		}
	}
	return false
}

// Cents reports whether the amount counts cents.
func (p Plan) Cents() bool {
	i := slices.IndexFunc(p.Request, func(param Param) bool { return param.Path == "currency" })
	return i >= 0 && p.V2() && p.Request[i].Value.Text() == "USD"
}
