package lint

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/scope"
)

// faith is how sure it is that an expression is the SDK's object. A mere name
// is weak: other libraries have an IMP too, and only what is sent tells.
type faith uint8

const (
	none faith = iota
	weak
	sure
)

const farthest = 20 // steps from a name to the SDK

// imp judges whether an expression is the object IMP of the V1 SDK.
func (c *code) imp(n *js.Node, way *scope.Calls, steps int) faith {
	if steps == 0 || !c.spend() {
		return none
	}
	steps--
	switch n.Kind {
	case js.Name:
		return c.impName(n, way, steps)
	case js.Member:
		if n.Text == "IMP" || n.Text == "$IMP" {
			if global(n.Kid(0)) {
				return sure
			}
			return weak
		}
	case js.Index:
		if n.Kid(1).Kind == js.String && n.Kid(1).Text == "IMP" && global(n.Kid(0)) {
			return sure
		}
	case js.Call:
		callee := n.Kid(0)
		if callee.Text == "IMP" || callee.Text == "$IMP" {
			return sure // Vue.IMP(), of vue-iamport
		}
		if fn := c.program.FuncOf(callee, way); fn != nil {
			return c.impOf(fn, way.Into(fn, n), steps)
		}
	case js.Await, js.Cond, js.Binary, js.Assign:
		best := none
		for _, k := range n.Kids {
			best = max(best, c.imp(k, way, steps))
		}
		return best
	}
	return none
}

// impOf judges what a function returns.
func (c *code) impOf(fn *js.Node, way *scope.Calls, steps int) faith {
	body := fn.Kid(1)
	if body.Kind != js.Block {
		return c.imp(body, way, steps)
	}
	best := none
	js.Walk(body, func(n *js.Node) bool {
		if c.left <= 0 {
			return false
		}
		c.spend()
		if n.Kind == js.Return && len(n.Kids) > 0 {
			best = max(best, c.imp(n.Kid(0), way, steps))
		}
		return n.Kind != js.Func
	})
	return best
}

func (c *code) impName(n *js.Node, way *scope.Calls, steps int) faith {
	b := c.program.Lookup(n)
	if b == nil {
		if n.Text == "IMP" {
			return sure
		}
		return none
	}
	byName := none
	if low := strings.ToLower(b.Name); low == "imp" || low == "iamport" || low == "$imp" {
		byName = weak
	}
	if b.Origin == scope.Imported {
		if m := strings.ToLower(b.Module); strings.Contains(m, "iamport") || strings.Contains(m, "portone") {
			return sure
		}
		return byName
	}
	if b.Origin == scope.Function || b.Origin == scope.Class {
		return none
	}
	from, then := c.program.Given(b, way)
	if from == nil {
		return byName
	}
	if k := len(b.Keys); k > 0 {
		if b.Keys[k-1] == "IMP" && global(from) {
			return sure
		}
		return byName
	}
	if f := c.imp(from, then, steps); f != none {
		return f
	}
	switch from.Kind {
	case js.New, js.Object, js.Class, js.Func, js.String, js.Number:
		return none
	}
	return byName
}

// global reports whether an expression is the browser's global object.
func global(n *js.Node) bool {
	switch n.Kind {
	case js.This:
		return true
	case js.Name:
		switch n.Text {
		case "window", "self", "globalThis", "top", "parent", "Vue", "opener", "unsafeWindow", "win":
			return true
		}
	case js.Member:
		return n.Text == "window" || n.Text == "prototype" || n.Text == "globalProperties" || n.Text == "defaultView"
	}
	return false
}

// target finds the function of the SDK that a call calls, with the arguments
// that it gets: IMP.request_pay(a, b), its .call, .apply and .bind, names for
// it, and PortOne's functions.
func (c *code) target(n *js.Node, way *scope.Calls) (function string, f faith, args []*js.Node) {
	c.left = maxEffort
	callee := n.Kid(0)
	args = n.Kids[1:]
	if callee.Kind == js.Member {
		switch {
		case callee.Text == "call" && len(args) > 0:
			callee, args = callee.Kid(0), args[1:]
		case callee.Text == "apply" && len(args) == 2 && args[1].Kind == js.Array:
			callee, args = callee.Kid(0), args[1].Kids
		}
	}
	function, f = c.sdk(callee, way, farthest)
	return function, f, args
}

// sdk names the function of the SDK that an expression is.
func (c *code) sdk(n *js.Node, way *scope.Calls, steps int) (string, faith) {
	if steps == 0 || !c.spend() {
		return "", none
	}
	switch n.Kind {
	case js.Member, js.Index:
		name := n.Text
		if n.Kind == js.Index {
			if v := c.program.Value(n.Kid(1), way); v.Known() {
				name = v.Text()
			}
		}
		return c.function(name, n.Kid(0), way, steps)
	case js.Call: // IMP.request_pay.bind(IMP)
		if b := n.Kid(0); b.Kind == js.Member && b.Text == "bind" {
			return c.sdk(b.Kid(0), way, steps-1)
		}
	case js.Name:
		b := c.program.Lookup(n)
		if b == nil {
			if n.Text == "request_pay" {
				return "request_pay", weak
			}
			return "", none
		}
		if b.Origin == scope.Imported && ofV2(b.Module) && slices.Contains(v2Functions, b.Member) {
			return b.Member, sure
		}
		from, then := c.program.Given(b, way)
		if from == nil {
			return "", none
		}
		if k := len(b.Keys); k > 0 {
			if k == 1 || k == 2 && b.Keys[0] == "IMP" && global(from) {
				if k == 2 {
					return b.Keys[1], sure
				}
				return c.function(b.Keys[0], from, then, steps)
			}
			return "", none
		}
		return c.sdk(from, then, steps-1)
	}
	return "", none
}

var v1Functions = []string{"request_pay", "init", "agency"}

// v2Functions are those that open a window, the last of them not for Smartro.
var v2Functions = []string{"requestPayment", "requestIssueBillingKey", "requestIssueBillingKeyAndPay", "loadPaymentUI", "loadIssueBillingKeyUI"}

func (c *code) function(name string, object *js.Node, way *scope.Calls, steps int) (string, faith) {
	switch {
	case slices.Contains(v1Functions, name):
		f := c.imp(object, way, steps-1)
		if f == none && name == "request_pay" {
			return name, none
		}
		return name, f
	case slices.Contains(v2Functions, name):
		if f := c.portone(object, way, steps-1); f != none {
			return name, f
		}
	}
	return "", none
}

// portone judges whether an expression is the object PortOne of the V2 SDK: the
// global one, what the package gives, or a name for either.
func (c *code) portone(n *js.Node, way *scope.Calls, steps int) faith {
	if steps == 0 || !c.spend() {
		return none
	}
	steps--
	switch n.Kind {
	case js.Member:
		if n.Text == "default" {
			return c.portone(n.Kid(0), way, steps)
		}
		return byPortOne(n.Text)
	case js.Index:
		if n.Kid(1).Kind == js.String {
			return byPortOne(n.Kid(1).Text)
		}
	case js.Call:
		if k := n.Kid(1); n.Kid(0).Text == "import" && k.Kind == js.String && ofV2(k.Text) {
			return sure
		}
		if fn := c.program.FuncOf(n.Kid(0), way); fn != nil && fn.Kid(1).Kind != js.Block {
			return c.portone(fn.Kid(1), way.Into(fn, n), steps)
		}
	case js.Await, js.Cond, js.Binary:
		best := none
		for _, k := range n.Kids {
			best = max(best, c.portone(k, way, steps))
		}
		return best
	case js.Name:
		return c.portoneName(n, way, steps)
	}
	return none
}

func (c *code) portoneName(n *js.Node, way *scope.Calls, steps int) faith {
	b := c.program.Lookup(n)
	if b == nil {
		return byPortOne(n.Text)
	}
	if b.Origin == scope.Imported {
		if ofV2(b.Module) {
			return sure
		}
		return min(byPortOne(b.Name), weak)
	}
	from, then := c.program.Given(b, way)
	if from == nil || len(b.Keys) > 1 {
		return min(byPortOne(b.Name), weak)
	}
	if len(b.Keys) == 1 {
		return byPortOne(b.Keys[0])
	}
	if f := c.portone(from, then, steps); f != none {
		return f
	}
	if from.Kind == js.New || from.Kind == js.Object || from.Kind == js.Class {
		return none // something of its own that has the name
	}
	return min(byPortOne(b.Name), weak)
}

// byPortOne is what a name alone tells.
func byPortOne(name string) faith {
	switch {
	case name == "PortOne":
		return sure
	case strings.EqualFold(name, "portone"), strings.EqualFold(name, "portonesdk"):
		return weak
	}
	return none
}

// ofV2 reports whether a module is the V2 SDK.
func ofV2(module string) bool {
	return strings.Contains(module, "@portone/browser-sdk") && !strings.HasSuffix(module, "/v1")
}
