// Package front holds what all code for a browser has in common: the data that
// templates see, and the parts of JavaScript that html, js, ts, react and vue are
// put together from. A target adds a template of its own.
package front

import (
	"strconv"

	"smartro-wizard/snippets/java"
	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Words is text of ours. What people typed reaches a template as js.Lit only;
// a test holds that nothing else is to be had there.
type Words string

// Style is how a target wants its code.
type Style struct {
	Path, Language string
	Types          bool // TypeScript, which a compiler reads: its syntax and encoding are settled
	Tag            bool // the page brings the SDK by a script element of its own; other code loads it
	Export         bool // a module that others import
	Java           bool // a JSP page, whose order is put together in Java
}

// Data is what templates see.
type Data struct {
	Lang     text.Lang
	Script   Words // the SDK's address
	V2       bool
	Insert   bool // the SDK and init are there already
	Tag      bool // a script element brings the SDK
	Load     bool // the code brings the SDK
	Package  bool // a package brings the SDK, with its types
	ES5      bool
	Agency   bool
	Numbers  bool // the code makes order numbers, for good or for the example
	ServerID bool
	Served   bool  // the server that is written with the page makes the orders
	Account  bool  // the window ends with an account that waits for the money
	Issues   bool  // it ends with a billing key of V2, which nobody but the server keeps
	Won      bool  // an amount is shown that counts won
	Named    bool  // there is something to show of the order: its name,
	Priced   bool  // and its amount
	Done     Words // what the server's answer calls the good end
	SDK      Words // what the window has it by
	Opens    Words // what opens the payment window
	OrderID  Words // the order number in an order
	NewID    Words // what makes one
	Bytes    Words // of what is random in it
	Days     bool
	Prefix   js.Lit
	Config   []Entry
	Order    []Entry
	Request  []Entry

	style    Style
	plan     plan.Plan
	dialect  js.Dialect
	comments text.Lang
	blocks   []Blocks // the target's own first
	out      plan.Lines
	failed   error
	marks    []plan.Mark
	todos    map[string]int // line of each thing to do
}

// requestPad stands before the parameters of the call in every part.
const requestPad = "      "

var done = map[plan.Ends]Words{plan.EndsPaid: "paid", plan.EndsAccount: "ready", plan.EndsRegistered: "registered"}

func newData(p plan.Plan, s Style) (*Data, error) {
	d := &Data{
		Lang: p.Lang, Insert: p.Insert, ES5: p.ES5 && !s.Types, Agency: p.Agency,
		ServerID: p.ServerID, Account: p.Ends == plan.EndsAccount, Done: done[p.Ends],
		style: s, plan: p, comments: p.Lang, todos: map[string]int{},
	}
	d.version()
	d.dialect = js.Dialect{ASCII: p.EUCKR, ES5: d.ES5}
	if s.Types && p.EUCKR {
		d.comments = text.En // compilers read UTF-8, so such a file is ASCII in every line
	}
	d.Numbers = p.Uses(p.Call.Maker(p.Call.OrderID)) || p.ServerID && !s.Types
	d.Served = p.Served && p.ServerID
	d.Numbers = d.Numbers && !d.Served
	d.Days = p.Uses(p.Call.Maker(p.Call.Period)) || p.Uses(p.Call.Maker(p.Call.Due))
	var err error
	if d.Prefix, err = d.dialect.Encode(p.OrderPrefix); err != nil {
		return nil, refusal.Under("make."+p.Call.OrderID+".prefix", err)
	}
	if d.Config, err = d.named(p.Config); err != nil {
		return nil, err
	}
	if d.Order, err = d.named(p.Order); err != nil {
		return nil, err
	}
	d.Named, d.Priced = !d.V2, !d.V2 // an order of V1 always has both
	for _, e := range d.Order {
		d.Named, d.Priced = d.Named || e.IsName, d.Priced || e.IsAmount
	}
	d.Won = d.Priced && !p.Cents()
	d.Request, err = d.request(p.Request, requestPad)
	return d, err
}

// Entry is one parameter in one of its places.
type Entry struct {
	Key, Name, Value                                          js.Lit
	JavaKey, Java                                             java.Lit // of the order, where it is put together in Java
	Pad                                                       Words
	InConfig, InOrder, OrderID, ServerID, Redirect, Due, Term bool
	IsName, IsAmount                                          bool // what a page shows of its order
	Parts                                                     []Entry

	param plan.Param
	data  *Data
	owner bool // the value itself stands here, not only its name
}

// named are the entries of the config and of the order.
func (d *Data) named(params []plan.Param) ([]Entry, error) {
	entries := make([]Entry, len(params))
	for i, p := range params {
		name, err := d.dialect.Key(p.Name)
		if err != nil {
			return nil, refusal.Under(p.Where(), err)
		}
		lit, err := d.dialect.Encode(p.Value)
		if err != nil {
			return nil, refusal.Under(p.Where(), err)
		}
		entries[i] = Entry{Name: name, Value: lit.Indent("  "), param: p, data: d, owner: true,
			IsName: p.Path == d.plan.Call.Name, IsAmount: p.Path == d.plan.Call.Amount}
		if err := entries[i].inJava(); err != nil {
			return nil, refusal.Under(p.Where(), err)
		}
	}
	return entries, nil
}

func (d *Data) request(params []plan.Param, pad Words) ([]Entry, error) {
	entries := make([]Entry, len(params))
	for i, p := range params {
		e, err := d.entry(p, pad)
		if err != nil {
			return nil, err
		}
		entries[i] = e
	}
	return entries, nil
}

func (d *Data) entry(p plan.Param, pad Words) (Entry, error) {
	key, err := d.dialect.Key(p.Key)
	if err != nil {
		return Entry{}, refusal.Under(p.Where(), err)
	}
	e := Entry{Key: key, Pad: pad, param: p, data: d}
	switch p.From {
	case plan.FromGroup:
		e.Parts, err = d.request(p.Parts, pad+"  ")
		return e, err
	case plan.FromConfig, plan.FromOrder:
		e.InConfig, e.InOrder = p.From == plan.FromConfig, p.From == plan.FromOrder
		e.Name, err = d.dialect.Key(p.Name)
	case plan.FromMaker:
		e, err = e.made(d.plan)
	default:
		e.owner = true
		e.Value, err = d.dialect.Encode(p.Value)
		e.Value = e.Value.Indent(string(pad))
	}
	if err != nil {
		return Entry{}, refusal.Under(p.Where(), err)
	}
	return e, nil
}

// made is an entry that a maker works out when the code runs.
func (e Entry) made(all plan.Plan) (Entry, error) {
	v := value.Nothing()
	e.owner = true
	switch e.param.Maker {
	case wizard.MakerOrderID, wizard.MakerIssueID:
		e.OrderID, e.owner = true, false
	case wizard.MakerServerID:
		e.ServerID, e.owner = true, false
	case wizard.MakerRedirect:
		e.Redirect, v = true, all.RedirectPath
	case wizard.MakerVbankDue, wizard.MakerDueDate:
		e.Due, v = true, value.Digits(strconv.Itoa(all.VbankDays))
	case wizard.MakerPeriod, wizard.MakerOfferPeriod:
		e.Term, v = true, value.Digits(strconv.Itoa(all.PeriodDays-1)) // the first day counts
	default:
		return e, &refusal.Error{Reason: refusal.NoValue}
	}
	var err error
	e.Value, err = e.data.dialect.Encode(v)
	return e, err
}
