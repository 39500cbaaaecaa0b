package lint

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/scope"
	"smartro-wizard/wizard/value"
)

// answer is what code does with the answer of a window.
type answer struct {
	c       *code
	known   bool // the place where the answer arrives was found
	escapes bool // it went to somewhere that is not seen
	asks    bool // imp_uid or the order number was sent on
	seen    map[*scope.Binding]bool
	decides []value.Value
	fields  []value.Value // keys that were read
	stored  *js.Node      // where a billing key was put into the browser's own storage
	bodies  []*js.Node    // the code that takes the answer
	unsafe  *js.Node      // a use of imp_uid that breaks when it is null
}

// deepest is how far an answer is followed through functions.
const deepest = 6

// answer follows the answer of a window.
func (c *code) answer(w window) *answer {
	a := &answer{c: c, seen: map[*scope.Binding]bool{}}
	if w.v2() {
		if w.params.Get("forceRedirect").Bool() || w.params.Get("forceRedirect").Kind() == value.Unknown {
			a.escapes = true // the answer comes by the address
			return a
		}
		a.sendsOwn(w)
		a.promise(w.call, deepest)
		return a
	}
	switch back := w.arg(1); {
	case back.Kind == js.Missing:
		a.known = true
	case c.resolves(back) != nil:
		a.promise(c.resolves(back), deepest)
	default:
		a.function(back, w.way, deepest)
	}
	return a
}

// resolves finds the new Promise whose resolve a name is.
func (c *code) resolves(n *js.Node) *js.Node {
	if n.Kind != js.Name {
		return nil
	}
	b := c.program.Lookup(n)
	if b == nil || b.Origin != scope.Parameter || b.Place != 0 {
		return nil
	}
	if up := b.Func.Up; up != nil && up.Kind == js.New && up.Kid(0).Text == "Promise" {
		return up
	}
	return nil
}

// function follows the first parameter of a function.
func (a *answer) function(n *js.Node, way *scope.Calls, left int) {
	fn := a.c.program.FuncOf(n, way)
	if fn == nil || left == 0 {
		a.escapes = true
		return
	}
	a.known = true
	a.bodies = append(a.bodies, fn.Kid(1))
	param := fn.Kid(0).Kid(0)
	if len(fn.Kid(0).Kids) == 0 {
		return // it takes no answer
	}
	if p := a.c.resolvesIn(fn); p != nil {
		a.promise(p, left-1)
	}
	a.pattern(param, left)
}

// resolvesIn finds the promise that a callback hands its answer to.
func (c *code) resolvesIn(fn *js.Node) *js.Node {
	var found *js.Node
	js.Walk(fn.Kid(1), func(n *js.Node) bool {
		if n.Kind == js.Call && found == nil && len(n.Kids) > 1 {
			found = c.resolves(n.Kid(0))
		}
		return true
	})
	return found
}

// promise follows what a promise of the answer gives.
func (a *answer) promise(n *js.Node, left int) {
	up := n.Up
	switch {
	case left == 0 || up == nil:
		a.escapes = true
	case up.Kind == js.Await:
		a.known = true
		if fn := scope.Enclosing(up); fn != nil {
			a.bodies = append(a.bodies, fn.Kid(1))
		}
		a.given(up, left)
	case up.Kind == js.Member && up.Up != nil && up.Up.Kind == js.Call:
		call := up.Up
		if up.Text == "then" && len(call.Kids) > 1 {
			a.function(call.Kid(1), nil, left-1)
			return
		}
		a.promise(call, left-1)
	case up.Kind == js.Return || up.Kind == js.Func && up.Kid(1) == n:
		fn := scope.Enclosing(n)
		sites := a.c.program.Sites(fn)
		if fn == nil || len(sites) == 0 {
			a.escapes = true
			return
		}
		for _, s := range sites {
			a.promise(s, left-1)
		}
	case up.Kind == js.Block:
		a.known = true // nobody takes it
	default:
		a.escapes = true
	}
}

// given follows the names that take an expression's value.
func (a *answer) given(n *js.Node, left int) {
	bound := a.c.program.Bound(n)
	switch up := n.Up; {
	case len(bound) > 0:
		for _, b := range bound {
			a.binding(b, left)
		}
	case up != nil && up.Kind == js.Member:
		a.read(up.Text, up)
	case up != nil && up.Kind == js.Assign && up.Kid(1) == n && up.Kid(0).Kind == js.Name:
		if b := a.c.program.Lookup(up.Kid(0)); b != nil {
			a.binding(b, left)
			return
		}
		a.escapes = true
	case up != nil && (up.Kind == js.Block || up.Kind == js.Missing):
		// nobody takes it
	default:
		a.escapes = true
	}
}

// pattern follows a parameter: a name, or keys taken out at once.
func (a *answer) pattern(n *js.Node, left int) {
	switch n.Kind {
	case js.Name:
		if b := a.c.program.Lookup(n); b != nil {
			a.binding(b, left)
		} else if b := a.c.program.Declared(n); b != nil {
			a.binding(b, left)
		}
	case js.Assign:
		a.pattern(n.Kid(0), left)
	case js.Object:
		for _, k := range n.Kids {
			if k.Kind == js.Prop && !k.Is(js.Computed) {
				if b := a.c.program.Declared(target(k.Kid(1))); b != nil {
					a.key(k.Text, b)
				}
			}
		}
	default:
		a.escapes = true
	}
}

func target(n *js.Node) *js.Node {
	if n.Kind == js.Assign {
		return n.Kid(0)
	}
	return n
}

// binding follows every use of a name that holds the answer, or one key of it.
func (a *answer) binding(b *scope.Binding, left int) {
	if a.seen[b] {
		return
	}
	a.seen[b] = true
	if k := len(b.Keys); k > 0 {
		a.key(b.Keys[k-1], b)
		return
	}
	for _, u := range b.Uses {
		a.c.work++
		up := u.Up
		switch {
		case up == nil:
		case up.Kind == js.Member && up.Kid(0) == u:
			a.read(up.Text, up)
		case up.Kind == js.Index && up.Kid(0) == u && up.Kid(1).Kind == js.String:
			a.read(up.Kid(1).Text, up)
		case up.Kind == js.Binary && up.Text == "in" && up.Kid(0).Kind == js.String:
			a.read(up.Kid(0).Text, up)
		case up.Kind == js.Decl:
			for _, inner := range a.c.program.Bound(u) {
				a.binding(inner, left)
			}
		case tested(u):
			// whether there is an answer at all
		default:
			a.passed(u, left)
		}
	}
}

// key follows a name that holds one key of the answer.
func (a *answer) key(key string, b *scope.Binding) {
	a.fields = append(a.fields, textAt(key, b.At))
	for _, u := range b.Uses {
		a.use(key, u)
	}
}

func (a *answer) read(key string, n *js.Node) {
	a.fields = append(a.fields, textAt(key, n))
	a.use(key, n)
}

// use judges one use of a key of the answer.
func (a *answer) use(key string, n *js.Node) {
	if tested(n) {
		a.decides = append(a.decides, textAt(key, n))
	}
	if call, _ := argument(n); key == "billingKey" && call != nil && call.Kid(0).Text == "setItem" {
		a.stored = n
		return
	}
	if key != "imp_uid" && key != "merchant_uid" && key != "paymentId" && key != "txId" && key != "billingKey" && key != "issueId" {
		return
	}
	if up := n.Up; key == "imp_uid" && up.Kind == js.Member && !up.Is(js.Optional) && up.Kid(0) == n {
		a.unsafe = n
	}
	if key != "merchant_uid" && a.c.sent(n) {
		a.asks = true
	}
}

// passed follows the whole answer into a call.
func (a *answer) passed(n *js.Node, left int) {
	call, place := argument(n)
	switch {
	case call == nil:
		a.escapes = true
	case said(call):
		// it is only shown
	default:
		fn := a.c.program.FuncOf(call.Kid(0), nil)
		if fn == nil || left == 0 || call.Kid(place) != n {
			if a.c.resolves(call.Kid(0)) == nil {
				a.escapes = true
			}
			return
		}
		if param := fn.Kid(0).Kid(place - 1); param.Kind != js.Missing {
			a.pattern(param, left-1)
		}
	}
}

// usual sorts the fields that every answer has behind the others.
func usual(field value.Value) int {
	return 1 + slices.Index([]string{"imp_uid", "merchant_uid", "error_code", "error_msg", "success", "imp_success"}, field.Text())
}

// listOf is a list that stands where the first of the given words stands.
func listOf(items []value.Value, call *js.Node, first ...string) value.Value {
	v := value.ListOf(items...).At(spanOf(call))
	for _, i := range items {
		if slices.Contains(first, i.Text()) {
			return v.At(i.Span())
		}
	}
	if len(items) > 0 {
		return v.At(items[0].Span())
	}
	return v
}

// pathOf is a chain of names as it was written, "" for anything else.
func pathOf(n *js.Node) string {
	switch n.Kind {
	case js.Name:
		return n.Text
	case js.This:
		return "this"
	case js.Member:
		return strings.TrimPrefix(pathOf(n.Kid(0))+"."+n.Text, ".")
	}
	return ""
}
