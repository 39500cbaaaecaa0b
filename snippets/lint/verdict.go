package lint

import (
	"cmp"
	"slices"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/scope"
	"smartro-wizard/wizard/value"
)

// facts gives what the rulebook wants to know of the answer.
func (a *answer) facts(w window, facts facts) {
	if (!a.known || a.escapes && len(a.decides) == 0) && len(a.fields) == 0 {
		return
	}
	at := w.arg(1)
	if at.Kind == js.Missing {
		at = w.call
	}
	if a.known && !a.c.cut() {
		handled := len(a.decides) > 0 || a.asks || a.escapes
		facts.set("facts.callback.looks", value.Truth(handled).At(spanOf(at)))
		if !a.asks && !a.escapes && len(a.fields) > 0 && !a.mayAsk(w) {
			facts.set("facts.server.verifies", value.ListOf().At(spanOf(at)))
		}
	}
	if w.v2() {
		a.factsOfV2(facts)
		return
	}
	if a.known && len(w.args) > 0 {
		facts.set("facts.callback.decides", listOf(a.decides, w.call, "success", "imp_success"))
	}
	if a.unsafe != nil {
		facts.set("facts.callback.null_safe", value.Truth(false).At(spanOf(a.unsafe)))
	}
	if len(a.fields) > 0 {
		slices.SortStableFunc(a.fields, func(x, y value.Value) int { return cmp.Compare(usual(x), usual(y)) })
		facts.set("facts.callback.fields", listOf(a.fields, w.call))
	}
}

// cut reports whether the code ends in the middle: what is not there may do
// all that is missed.
func (c *code) cut() bool {
	return slices.ContainsFunc(c.problems, func(p js.Problem) bool { return p.What == js.NoClose })
}

// factsOfV2 tells whether a failed answer is told from a good one, and where a
// billing key goes.
func (a *answer) factsOfV2(facts facts) {
	tests := slices.ContainsFunc(a.decides, func(v value.Value) bool {
		return slices.Contains([]string{"code", "message", "pgCode", "pgMessage"}, v.Text())
	})
	switch {
	case tests:
		facts.set("facts.callback.tests_error", value.Truth(true).At(a.decides[0].Span()))
	case a.known && !a.escapes && len(a.decides) > 0:
		facts.set("facts.callback.tests_error", value.Truth(false).At(a.decides[0].Span()))
	}
	if a.stored != nil {
		facts.set("facts.billing_key.stored", textAt("localStorage", a.stored))
	}
}

// sendsOwn finds the order number sent on that the code made itself, as V2's
// pages do: the answer need not be asked for it.
func (a *answer) sendsOwn(w window) {
	n, _ := a.c.field(w, w.orderKey())
	if n == nil {
		return
	}
	sent := func(u *js.Node) bool {
		a.c.left = maxEffort
		return !within(u, w.call) && u != n && a.c.sentBeyond(u, w.call)
	}
	switch n.Kind {
	case js.Name:
		b := a.c.program.Lookup(n)
		a.asks = a.asks || b != nil && slices.ContainsFunc(b.Uses, sent)
	case js.Member:
		path := pathOf(n)
		fn := scope.Enclosing(w.call)
		if path == "" || fn == nil {
			return
		}
		js.Walk(fn, func(m *js.Node) bool {
			a.c.work++
			a.asks = a.asks || m.Kind == js.Member && pathOf(m) == path && sent(m)
			return !a.asks
		})
	}
}

// mayAsk reports whether the code that takes the answer calls something that
// may ask a server: what this file does not show cannot be said not to.
func (a *answer) mayAsk(w window) bool {
	seen := map[*js.Node]bool{}
	return slices.ContainsFunc(a.bodies, func(n *js.Node) bool { return a.c.mayAsk(n, w.call, seen) })
}

func (c *code) mayAsk(body, window *js.Node, seen map[*js.Node]bool) bool {
	if seen[body] || len(seen) > 20 {
		return false
	}
	seen[body] = true
	may := false
	js.Walk(body, func(n *js.Node) bool {
		c.work++
		if n.Kind == js.Call && n.Start > window.Start && !may {
			fn := c.program.FuncOf(n.Kid(0), nil)
			may = fn == nil && !harmless(n) || fn != nil && c.mayAsk(fn.Kid(1), window, seen)
		}
		return !may && n != window
	})
	return may
}

// harmless reports whether a call only changes what the page shows, or nothing.
func harmless(call *js.Node) bool {
	name := call.Kid(0).Text
	if said(call) && call.Kid(1).Kind != js.Object || len(name) > 3 && name[:3] == "set" && name[3] >= 'A' && name[3] <= 'Z' {
		return true
	}
	switch name {
	case "push", "replace", "navigate", "reload", "back", "preventDefault", "close", "hide", "show", "remove", "addClass", "removeClass", "focus", "clearTimeout",
		"querySelector", "getElementById", "$", "jQuery", "toString", "includes", "startsWith", "Number", "encodeURIComponent", "then", "catch", "finally", "setTimeout":
		return true
	}
	return false
}
