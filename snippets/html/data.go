package html

import (
	"strconv"

	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// words is text of ours. What people typed reaches the template as js.Lit
// only; a test holds that nothing else is to be had there.
type words string

// data is what the template sees.
type data struct {
	Lang     text.Lang
	Script   words // the SDK's address
	Agency   bool
	Numbers  bool // the page makes order numbers, for good or for the example
	ServerID bool
	Prefix   js.Lit
	Days     bool
	Config   []entry
	Order    []entry
	Request  []entry

	plan  plan.Plan
	out   plan.Lines
	marks []plan.Mark
	todos map[string]int // line of each thing to do
}

// entry is one parameter in one of its places.
type entry struct {
	Key, Name, Value                                       js.Lit
	Pad                                                    words
	InConfig, InOrder, OrderID, ServerID, Redirect, Period bool
	Parts                                                  []entry

	param plan.Param
	page  *data
	owner bool // the value itself stands here, not only its name
}

func newData(p plan.Plan) (*data, error) {
	d := &data{Lang: p.Lang, Script: wizard.ScriptV1, Agency: p.Agency, ServerID: p.ServerID, plan: p, todos: map[string]int{}}
	d.Numbers = p.ServerID || p.Uses(wizard.MakerOrderID)
	d.Days = p.Uses(wizard.MakerPeriod)
	var err error
	if d.Prefix, err = js.Encode(p.OrderPrefix); err != nil {
		return nil, refusal.Under("make.merchant_uid.prefix", err)
	}
	if d.Config, err = d.named(p.Config); err != nil {
		return nil, err
	}
	if d.Order, err = d.named(p.Order); err != nil {
		return nil, err
	}
	d.Request, err = d.request(p.Request, "          ")
	return d, err
}

// named are the entries of the config and of the example order.
func (d *data) named(params []plan.Param) ([]entry, error) {
	entries := make([]entry, len(params))
	for i, p := range params {
		name, err := js.Key(p.Name)
		if err != nil {
			return nil, refusal.Under(p.Where(), err)
		}
		lit, err := js.Encode(p.Value)
		if err != nil {
			return nil, refusal.Under(p.Where(), err)
		}
		entries[i] = entry{Name: name, Value: lit.Indent("    "), param: p, page: d, owner: true}
	}
	return entries, nil
}

func (d *data) request(params []plan.Param, pad words) ([]entry, error) {
	entries := make([]entry, len(params))
	for i, p := range params {
		e, err := d.entry(p, pad)
		if err != nil {
			return nil, err
		}
		entries[i] = e
	}
	return entries, nil
}

func (d *data) entry(p plan.Param, pad words) (entry, error) {
	key, err := js.Key(p.Key)
	if err != nil {
		return entry{}, refusal.Under(p.Where(), err)
	}
	e := entry{Key: key, Pad: pad, param: p, page: d}
	switch p.From {
	case plan.FromGroup:
		e.Parts, err = d.request(p.Parts, pad+"  ")
		return e, err
	case plan.FromConfig, plan.FromOrder:
		e.InConfig, e.InOrder = p.From == plan.FromConfig, p.From == plan.FromOrder
		e.Name, err = js.Key(p.Name)
	case plan.FromMaker:
		e, err = e.made(p, d.plan)
	default:
		e.owner = true
		e.Value, err = js.Encode(p.Value)
		e.Value = e.Value.Indent(string(pad))
	}
	if err != nil {
		return entry{}, refusal.Under(p.Where(), err)
	}
	return e, nil
}

// made is an entry that a maker works out when the page runs.
func (e entry) made(p plan.Param, all plan.Plan) (entry, error) {
	var err error
	switch p.Maker {
	case wizard.MakerOrderID:
		e.OrderID = true
	case wizard.MakerServerID:
		e.ServerID = true
	case wizard.MakerRedirect:
		e.Redirect, e.owner = true, true
		e.Value, err = js.Encode(all.RedirectPath)
	case wizard.MakerPeriod:
		e.Period, e.owner = true, true
		e.Value, err = js.Encode(value.Digits(strconv.Itoa(all.PeriodDays)))
	default:
		err = &refusal.Error{Reason: refusal.NoValue}
	}
	return e, err
}
