package lint

import (
	"slices"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/scope"
)

// argument finds the call that a value goes into, as argument number place.
func argument(n *js.Node) (call *js.Node, place int) {
	for at := n; at.Up != nil; at = at.Up {
		switch up := at.Up; up.Kind {
		case js.Call, js.New:
			return up, slices.Index(up.Kids, at)
		case js.Object, js.Prop, js.Spread, js.Array, js.Template, js.Binary, js.Cond:
		default:
			return nil, 0
		}
	}
	return nil, 0
}

// said reports whether a call only shows its arguments to somebody.
func said(call *js.Node) bool {
	callee := call.Kid(0)
	if callee.Kind == js.Member && callee.Kid(0).Text == "console" {
		return true
	}
	switch callee.Text {
	case "alert", "confirm", "log", "toast", "text", "html", "append", "error", "success", "warn", "info", "stringify", "setMessage", "String", "open":
		return true
	}
	return false
}

// sent reports whether a value leaves the page or the sight of this file.
func (c *code) sent(n *js.Node) bool {
	c.left = maxEffort
	return c.sentBeyond(n, nil)
}

// sentBeyond is sent for a value that also goes into the call that opens the
// window, which tells the server nothing.
func (c *code) sentBeyond(n, window *js.Node) bool {
	if !c.spend() {
		return false
	}
	for at := n; at.Up != nil; at = at.Up {
		switch up := at.Up; up.Kind {
		case js.Call, js.New:
			switch {
			case up == window:
				return false
			case said(up) && (at.Kind != js.Object || up.Kid(0).Kind == js.Member):
				return up.Kid(0).Text == "stringify" && c.sentBeyond(up, window)
			}
			return true
		case js.Assign:
			return up.Kid(1) == at && !c.shown(up.Kid(0))
		case js.Decl:
			return slices.ContainsFunc(c.program.Bound(at), func(b *scope.Binding) bool {
				return slices.ContainsFunc(b.Uses, func(u *js.Node) bool { return c.sentBeyond(u, window) })
			})
		case js.Return:
			return true
		case js.Func, js.Block, js.If:
			return false
		case js.Cond:
			if up.Kid(0) == at {
				return false
			}
		}
	}
	return false
}

// shown reports whether what is assigned there is only shown: a message.
func (c *code) shown(to *js.Node) bool {
	if to.Kind == js.Member {
		return to.Text == "innerText" || to.Text == "innerHTML" || to.Text == "textContent"
	}
	b := (*scope.Binding)(nil)
	if to.Kind == js.Name {
		b = c.program.Lookup(to)
	}
	return b != nil && !slices.ContainsFunc(b.Uses, func(u *js.Node) bool {
		call, _ := argument(u)
		return call == nil || !said(call)
	})
}

// tested reports whether a branch hangs on an expression.
func tested(n *js.Node) bool {
	for at := n; at.Up != nil; at = at.Up {
		switch up := at.Up; up.Kind {
		case js.Unary:
			if up.Text != "!" && up.Text != "typeof" {
				return false
			}
		case js.Binary:
			if (up.Text == "&&" || up.Text == "||" || up.Text == "??") && up.Kid(0) == at && up.Up != nil && !tested(up) {
				return up.Text == "&&"
			}
		case js.If, js.Cond, js.Switch:
			return up.Kid(0) == at
		case js.Loop:
			return up.Kid(len(up.Kids)-1) != at
		case js.Call:
			if up.Kid(0).Text != "Boolean" && up.Kid(0).Text != "isEmpty" {
				return false
			}
		default:
			return false
		}
	}
	return false
}
