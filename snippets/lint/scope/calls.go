package scope

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/wizard/value"
)

// call is the value of a call: that of a function of the program that only
// returns something, and else at most its kind.
func (p *Program) call(n *js.Node, way *Calls, steps int) value.Value {
	callee := n.Kid(0)
	if n.Kind == js.Call {
		if fn := p.FuncOf(callee, way); fn != nil {
			if out := p.returned(fn); out != nil && !fn.Is(js.Async) {
				if v := p.value(out, way.Into(fn, n), steps); v.Kind() != value.Unknown {
					return v
				} else {
					return p.unknown(n, v.Sort())
				}
			}
		}
		if frozen(callee) && len(n.Kids) == 2 {
			return p.value(n.Kid(1), way, steps)
		}
	}
	return p.unknown(n, sortOf(callee, p.Lookup, n))
}

// frozen reports whether a call gives its argument back as it is.
func frozen(callee *js.Node) bool {
	return callee.Kind == js.Member && callee.Kid(0).Text == "Object" && (callee.Text == "freeze" || callee.Text == "seal")
}

// sorts are the kinds that well-known functions give.
var sorts = map[string]value.Kind{
	"String": value.String, "Number": value.Number, "parseInt": value.Number, "parseFloat": value.Number, "Boolean": value.Bool,
	"prompt": value.String, "encodeURIComponent": value.String, "encodeURI": value.String,
	".toString": value.String, ".toFixed": value.String, ".toLocaleString": value.String, ".trim": value.String, ".replace": value.String,
	".replaceAll": value.String, ".substring": value.String, ".substr": value.String, ".join": value.String, ".val": value.String, ".text": value.String,
	".html": value.String, ".attr": value.String, ".getAttribute": value.String, ".getItem": value.String, ".stringify": value.String,
	".randomUUID": value.String, ".padStart": value.String, ".padEnd": value.String, ".toISOString": value.String, ".toUpperCase": value.String,
	".toLowerCase": value.String, ".getTime": value.Number, ".now": value.Number, ".valueOf": value.Absent, ".floor": value.Number, ".round": value.Number,
	".ceil": value.Number, ".random": value.Number, ".trunc": value.Number, ".abs": value.Number, ".getParameter": value.String,
}

func sortOf(callee *js.Node, lookup func(*js.Node) *Binding, n *js.Node) value.Kind {
	switch callee.Kind {
	case js.Name:
		if lookup(callee) == nil && n.Kind == js.Call {
			return sorts[callee.Text]
		}
	case js.Member:
		if searches(callee) {
			return value.String
		}
		return sorts["."+callee.Text]
	}
	return value.Absent
}

// searches reports whether a get reads a query, which gives texts.
func searches(callee *js.Node) bool {
	o := callee.Kid(0)
	return callee.Text == "get" && (o.Text == "searchParams" || strings.Contains(strings.ToLower(o.Text), "searchparams") ||
		o.Kind == js.New && o.Kid(0).Text == "URLSearchParams" || o.Kind == js.New && o.Kid(0).Text == "FormData")
}

// FuncOf finds the function of the program that an expression stands for.
func (p *Program) FuncOf(n *js.Node, way *Calls) *js.Node {
	for range maxSteps {
		switch n.Kind {
		case js.Func:
			return n
		case js.Name:
			b := p.Lookup(n)
			if b == nil || len(b.Keys) > 0 || b.Rest {
				return nil
			}
			if b.Origin == Function {
				return b.Init
			}
			from, then := p.given(b, way)
			if from == nil {
				return nil
			}
			n, way = from, then
		case js.Member:
			m := p.method(n, way)
			if m == nil {
				return nil
			}
			n = m
		case js.Call:
			// useCallback(f), f.bind(x), debounce(f)
			c := n.Kid(0)
			switch {
			case c.Kind == js.Member && c.Text == "bind":
				n = c.Kid(0)
			case wraps[c.Text] && len(n.Kids) > 1:
				n = n.Kid(1)
			default:
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

var wraps = map[string]bool{"useCallback": true, "debounce": true, "throttle": true, "memo": true, "once": true}

// method finds this.NAME in the class or object around, and NAME in an object
// that a variable holds.
func (p *Program) method(n *js.Node, way *Calls) *js.Node {
	object := n.Kid(0)
	if object.Kind == js.This {
		for at := n.Up; at != nil; at = at.Up {
			if at.Kind == js.Class || at.Kind == js.Object {
				if m := member(at, n.Text); m != nil {
					return m
				}
			}
		}
		return nil
	}
	if object.Kind != js.Name {
		return nil
	}
	b := p.Lookup(object)
	if b == nil || len(b.Keys) > 0 {
		return nil
	}
	if from, _ := p.given(b, way); from != nil && from.Kind == js.Object {
		return member(from, n.Text)
	}
	return nil
}

// member finds a function by its key in an object or class, also one level
// down, where Vue keeps methods.
func member(at *js.Node, key string) *js.Node {
	for _, k := range at.Kids {
		if k.Kind != js.Prop {
			continue
		}
		if k.Text == key && (k.Kid(1).Kind == js.Func) {
			return k.Kid(1)
		}
		if k.Text == "methods" && k.Kid(1).Kind == js.Object {
			if m := member(k.Kid(1), key); m != nil {
				return m
			}
		}
	}
	return nil
}

// returned is what a function gives, where it does nothing but find it: one
// return at its end, or an arrow's expression.
func (p *Program) returned(fn *js.Node) *js.Node {
	body := fn.Kid(1)
	if body.Kind != js.Block {
		return body
	}
	if out, ok := p.gives[fn]; ok {
		return out
	}
	if p.gives == nil {
		p.gives = map[*js.Node]*js.Node{}
	}
	p.gives[fn] = p.onlyReturn(body)
	return p.gives[fn]
}

func (p *Program) onlyReturn(body *js.Node) *js.Node {
	var out *js.Node
	many := false
	js.Walk(body, func(n *js.Node) bool {
		p.work++
		if n.Kind == js.Func {
			return false
		}
		if n.Kind == js.Return && n.Text == "return" {
			many = many || out != nil
			out = n.Kid(0)
		}
		return true
	})
	if many {
		return nil
	}
	return out
}

// Sites are the calls of a function that the program shows.
func (p *Program) Sites(fn *js.Node) []*js.Node {
	if p.sites == nil {
		p.sites = map[*js.Node][]*js.Node{}
		for _, root := range p.roots {
			js.Walk(root, func(n *js.Node) bool {
				if n.Kind == js.Call {
					if callee := p.FuncOf(n.Kid(0), nil); callee != nil {
						p.sites[callee] = append(p.sites[callee], n)
					}
				}
				return true
			})
		}
	}
	return p.sites[fn]
}

const (
	maxWays  = 12 // on which one place is reached
	maxCalls = 8  // of a way
	maxLooks = 500
)

// Ways are the ways on which a node is reached, from outside in. A node that
// the program does not reach by a call has the one way that says nothing.
func (p *Program) Ways(n *js.Node) []*Calls {
	p.looks = maxLooks
	all := p.ways(n, maxCalls, nil)
	if len(all) == 0 {
		return []*Calls{nil}
	}
	return all
}

// ways leaves out those that come round to a function of on.
func (p *Program) ways(n *js.Node, left int, on []*js.Node) []*Calls {
	p.work++
	fn := Enclosing(n)
	if fn == nil || left == 0 {
		return []*Calls{nil}
	}
	sites := p.Sites(fn)
	if len(sites) == 0 {
		return p.ways(fn, left-1, on)
	}
	on = append(slices.Clip(on), fn)
	var all []*Calls
	for _, site := range sites {
		if p.looks--; p.looks < 0 || len(all) == maxWays {
			break
		}
		if slices.ContainsFunc(on, func(f *js.Node) bool { return inside(site, f) }) {
			continue
		}
		for _, before := range p.ways(site, left-1, on) {
			if len(all) < maxWays {
				all = append(all, before.Into(fn, site))
			}
		}
	}
	return all
}

func inside(n, fn *js.Node) bool {
	for ; n != nil; n = n.Up {
		if n == fn {
			return true
		}
	}
	return false
}
