package plan

import (
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// makers takes from the answers what the makers need. A typed order number can
// pay only once, so the code makes numbers that begin like it.
func (p *Plan) makers(a wizard.Answers) error {
	typed := a.Params.Get(p.Call.OrderID)
	p.OrderPrefix = value.Text(prefixOf(typed.Text(), longest[p.Call.Maker(p.Call.OrderID)]))
	if id := a.Make.MerchantUID; id != nil && typed.IsAbsent() {
		if id.From != wizard.FromBrowser && id.From != wizard.FromServer {
			return &refusal.Error{Reason: refusal.OrderIDFrom, Path: "make." + p.Call.OrderID + ".from"}
		}
		p.ServerID = id.From == wizard.FromServer
		p.OrderPrefix = value.Text(id.Prefix)
	}
	if a.Make.MRedirectURL != nil {
		p.RedirectPath = value.Text(a.Make.MRedirectURL.Path)
	}
	if a.Make.Period != nil {
		p.PeriodDays = a.Make.Period.Days
	}
	if a.Make.VbankDue != nil {
		p.VbankDays = a.Make.VbankDue.Days
	}
	if a.LeftOpen(p.Call.OrderID) {
		p.ServerID = true // who numbers the orders is open: the shop hands the number in
	}
	return nil
}

// longest is how many letters go before what a maker makes.
var longest = map[string]int{wizard.MakerOrderID: 8, wizard.MakerIssueID: 4}

// prefixOf is the leading letters of an order number, at most so many.
func prefixOf(orderID string, most int) string {
	n := 0
	for n < len(orderID) && n < most && isLetter(orderID[n]) {
		n++
	}
	return orderID[:n]
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// complete gives a request under way what the code cannot do without, so that
// a preview shows the whole shape: a store, a channel and an order number.
func complete(params value.Value, call wizard.Call) value.Value {
	if call.SDK() == wizard.V2 && params.Get(storeID).IsAbsent() {
		params = params.With(storeID, value.LeftOpen())
	}
	channel := value.Value{}
	for _, name := range call.Selectors {
		if channel.IsAbsent() {
			channel = params.Get(name)
		}
	}
	if channel.IsAbsent() {
		params = params.With(call.Selectors[0], value.LeftOpen())
	}
	if id := params.Get(call.OrderID); id.IsAbsent() || id.Known() {
		params = params.With(call.OrderID, value.MadeBy(call.Maker(call.OrderID)))
	}
	return params
}
