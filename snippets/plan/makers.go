package plan

import (
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// makers takes from the answers what the makers need. A typed order number can
// pay only once, so the code makes numbers that begin like it.
func (p *Plan) makers(a wizard.Answers) error {
	typed := a.Params.Get("merchant_uid")
	p.OrderPrefix = value.Text(prefixOf(typed.Text()))
	if id := a.Make.MerchantUID; id != nil && typed.IsAbsent() {
		if id.From != wizard.FromBrowser && id.From != wizard.FromServer {
			return &refusal.Error{Reason: refusal.OrderIDFrom, Path: "make.merchant_uid.from"}
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
	if a.LeftOpen("merchant_uid") {
		p.ServerID = true // who numbers the orders is open: the shop hands the number in
	}
	return nil
}

// prefixOf is the leading letters of an order number, at most 8.
func prefixOf(orderID string) string {
	n := 0
	for n < len(orderID) && n < 8 && isLetter(orderID[n]) {
		n++
	}
	return orderID[:n]
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

var selectors = []string{"channelKey", "channelGroupId", "pg"}

// complete gives a request under way what the code cannot do without, so that
// a preview shows the whole shape: a channel and an order number.
func complete(params value.Value) value.Value {
	channel := value.Value{}
	for _, name := range selectors {
		if channel.IsAbsent() {
			channel = params.Get(name)
		}
	}
	if channel.IsAbsent() {
		params = params.With(selectors[0], value.LeftOpen())
	}
	if id := params.Get("merchant_uid"); id.IsAbsent() || id.Known() {
		params = params.With("merchant_uid", value.MadeBy(wizard.MakerOrderID))
	}
	return params
}
