package lint

import (
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/scope"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// window is one call that opens a window, on one way to it.
type window struct {
	function string
	call     *js.Node
	way      *scope.Calls
	args     []*js.Node // parameters, callback
	params   value.Value
}

// arg is an argument, Missing where there is none.
func (w window) arg(i int) *js.Node {
	if i < len(w.args) {
		return w.args[i]
	}
	return &js.Node{Kind: js.Missing, Start: w.call.End, End: w.call.End, Up: w.call}
}

// find gathers the calls of the SDK.
func (c *code) find() {
	c.walk(func(n *js.Node) {
		switch n.Kind {
		case js.Call:
			c.called(n)
		case js.Element:
			c.element(n)
		}
	})
	if len(c.windows) == 0 && (c.file.Name == "" || c.loose()) {
		c.bare()
	}
}

// loose reports whether the file is no program of its own, so that an object
// may be all that somebody wanted to show.
func (c *code) loose() bool {
	i := strings.LastIndexByte(c.file.Name, '.')
	return i < 0 || strings.HasSuffix(c.file.Name, ".md") || strings.HasSuffix(c.file.Name, ".txt")
}

func (c *code) called(n *js.Node) {
	last := n.Kid(0)
	if last.Kind == js.Name && c.program.Lookup(last) == nil && last.Text != "request_pay" {
		return // a global function
	}
	name, f, _ := c.target(n, nil)
	switch name {
	case "init", "agency":
		if len(c.inits) < maxInits && (f == sure || f == weak && c.startsSDK(n)) {
			c.inits = append(c.inits, n)
		}
		return
	case "":
		return
	}
	for _, way := range c.program.Ways(n) {
		if len(c.windows) == maxWindows {
			if c.more == nil {
				c.more = n
			}
			return
		}
		name, f, args := c.target(n, way)
		w := window{call: n, way: way, args: args, function: function(name)}
		w.params = c.params(w)
		if c.accepts(w, f) {
			c.windows = append(c.windows, w)
		}
	}
}

func function(name string) string {
	if name == "request_pay" {
		return wizard.RequestPay
	}
	return "PortOne." + name
}

// v2 reports whether a window is one of V2.
func (w window) v2() bool { return w.function != wizard.RequestPay && w.function != "" }

// params is the tree of what is sent. Where nothing is, it stands at the call.
func (c *code) params(w window) value.Value {
	v := c.program.Value(w.arg(0), w.way)
	switch {
	case v.IsAbsent():
		return value.ObjectOf().At(spanOf(w.call))
	case v.Kind() == value.Unknown:
		return v
	case v.Kind() == value.Object:
		return c.made(w, v)
	}
	return value.UnknownBecause(v.Kind().String()).At(v.Span())
}

// ours are keys that tell a payment of PortOne V1 from another library's call,
// oursV2 those of V2.
var (
	ours = []string{
		"merchant_uid", "pay_method", "channelKey", "channelGroupId", "m_redirect_url", "buyer_tel", "buyer_name", "buyer_email", "customer_uid", "buyer_addr", "pg",
	}
	oursV2 = []string{
		"storeId", "channelKey", "paymentId", "orderName", "totalAmount", "payMethod", "billingKeyMethod", "issueId", "redirectUrl", "easyPay", "virtualAccount",
	}
)

func (c *code) accepts(w window, f faith) bool {
	n := 0
	keys := ours
	if w.v2() {
		keys = oursV2
	}
	for _, key := range keys {
		if w.params.Has(key) {
			n++
		}
	}
	open := w.params.Kind() == value.Unknown || w.params.Text() != ""
	switch f {
	case sure:
		return true
	case weak:
		return n >= 2 || open && c.names()
	}
	return n >= 3
}

// names reports whether the file speaks of the SDK by its name.
func (c *code) names() bool {
	return c.named
}

func (c *code) startsSDK(n *js.Node) bool {
	v := c.program.Value(n.Kid(1), nil)
	return v.Kind() == value.String && strings.HasPrefix(v.Text(), "imp") || v.Kind() == value.Unknown && c.names()
}

// element reads <IMP.Payment data={...}> of React Native.
func (c *code) element(n *js.Node) {
	if n.Text != "IMP.Payment" || len(c.windows) == maxWindows {
		return
	}
	attr := func(name string) *js.Node {
		for _, a := range n.Kids {
			if a.Kind == js.Attr && a.Text == name && len(a.Kids) > 0 {
				return a.Kid(0)
			}
		}
		return nil
	}
	data := attr("data")
	if data == nil {
		return
	}
	w := window{function: wizard.RequestPay, call: n, args: []*js.Node{data}}
	if back := attr("callback"); back != nil {
		w.args = append(w.args, back)
	}
	w.params = c.params(w)
	if w.params.Kind() == value.Object && !w.params.Has("m_redirect_url") {
		w.params = w.params.With("m_redirect_url", value.MadeBy(wizard.MakerRedirect)) // the component comes back by itself
	}
	c.windows = append(c.windows, w)
}

// bare takes objects that look like parameters for such.
func (c *code) bare() {
	c.walk(func(n *js.Node) {
		if n.Kind != js.Object || len(c.windows) == maxWindows {
			return
		}
		for _, function := range []string{wizard.RequestPay, wizard.RequestPayment, wizard.RequestIssueBillingKey} {
			w := window{function: function, call: n, args: []*js.Node{n}}
			w.params = c.params(w)
			if (w.params.Has("issueId") || w.params.Has("billingKeyMethod")) == (function == wizard.RequestIssueBillingKey) && c.accepts(w, none) {
				c.windows = append(c.windows, w)
				return
			}
		}
	})
}

// field finds the expression that a parameter has its value from, through the
// names and spreads on the way. It is nil where that is not one expression.
func (c *code) field(w window, key string) (*js.Node, *scope.Calls) {
	c.left = maxEffort
	return c.fieldOf(w.arg(0), w.way, key, farthest)
}

func (c *code) fieldOf(n *js.Node, way *scope.Calls, key string, steps int) (*js.Node, *scope.Calls) {
	if steps == 0 || !c.spend() {
		return nil, nil
	}
	switch n.Kind {
	case js.Name:
		b := c.program.Lookup(n)
		if b == nil || len(b.Keys) > 0 || b.Rest {
			return nil, nil
		}
		for _, m := range b.Members {
			if m.Kind == js.Assign && m.Kid(0).Text == key && m.Kid(0).Kid(0).Kind == js.Name {
				return m.Kid(1), way
			}
		}
		if from, then := c.program.Given(b, way); from != nil {
			return c.fieldOf(from, then, key, steps-1)
		}
	case js.Object:
		for i := len(n.Kids) - 1; i >= 0; i-- {
			switch k := n.Kids[i]; {
			case k.Kind == js.Prop && !k.Is(js.Computed) && k.Text == key:
				return k.Kid(1), way
			case k.Kind == js.Spread:
				if f, then := c.fieldOf(k.Kid(0), way, key, steps-1); f != nil {
					return f, then
				}
			}
		}
	}
	return nil, nil
}
