// Package plan turns answers into flat data that every target builds from:
// which value stands where in the code. It knows no language and no template.
package plan

import (
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
	if p.Path == userCode || p.Path == tierCode {
		return p.Path
	}
	return "params." + p.Path
}

// The two of the config that are no parameters of the call.
const (
	userCode = "user_code"
	tierCode = "tier_code"
)

// Plan is everything a target needs. Order and Config hold the values that
// stand outside the call; Request is the call itself, in order.
type Plan struct {
	Lang     text.Lang
	Comments bool
	Mode     wizard.Mode
	Agency   bool // a sub-store: IMP.agency instead of IMP.init
	Config   []Param
	Order    []Param
	Request  []Param

	ServerID     bool        // the order number is handed in with the order
	OrderPrefix  value.Value // of an order number that the page makes
	RedirectPath value.Value // of a return address that the page makes
	PeriodDays   int
	Later        []string // every name left open, in the order of the code
}

// New plans the code of answers. The error is a *refusal.Error.
func New(a wizard.Answers) (Plan, error) {
	p := Plan{Lang: text.Ko, Comments: a.Options.Locale != "none", Mode: a.Mode}
	if a.Options.Locale == string(text.En) {
		p.Lang = text.En
	}
	c := a.Case("") // the day matters to rules, not to code
	if err := p.makers(a); err != nil {
		return Plan{}, err
	}
	p.setup(c.Setup)
	if err := p.request(complete(c.Requests[0].Params)); err != nil {
		return Plan{}, err
	}
	return p, nil
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
