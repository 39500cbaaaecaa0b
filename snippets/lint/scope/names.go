package scope

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/wizard/value"
)

// name is the value of a variable: what it was given, if that happened once.
func (p *Program) name(n *js.Node, way *Calls, steps int) value.Value {
	if n.Text == "undefined" {
		return value.Value{}
	}
	b := p.Lookup(n)
	if b == nil || b.Rest {
		return p.unknown(n, value.Absent)
	}
	from, way := p.given(b, way)
	if from == nil {
		return p.unknown(n, value.Absent)
	}
	v := p.value(from, way, steps)
	for _, key := range b.Keys {
		v = v.Get(key)
	}
	if v.Kind() == value.Unknown {
		return p.unknown(n, v.Sort())
	}
	return p.changed(b, v, n, way, steps)
}

// given is the one expression that a name got its value from, nil where that
// is not one.
func (p *Program) given(b *Binding, way *Calls) (*js.Node, *Calls) {
	switch b.Origin {
	case Variable:
		switch {
		case len(b.Writes) == 0 && b.Init != nil && !inLoop(b.At):
			return b.Init, way
		case len(b.Writes) == 1 && b.Init == nil && b.Writes[0].Kind == js.Assign && b.Writes[0].Text == "=":
			return b.Writes[0].Kid(1), way
		}
	case Parameter:
		call := way.of(b.Func)
		if call == nil || len(b.Writes) > 0 {
			return nil, nil
		}
		if arg := 1 + b.Place; arg < len(call.Kids) && call.Kids[arg].Kind != js.Spread {
			return call.Kids[arg], way.until(b.Func)
		}
		if d := defaultOf(b.Func, b.Place); d != nil {
			return d, way
		}
	}
	return nil, nil
}

// until is the way before it came to the function: its arguments are seen there.
func (c *Calls) until(fn *js.Node) *Calls {
	for ; c != nil; c = c.before {
		if c.fn == fn {
			return c.before
		}
	}
	return nil
}

func defaultOf(fn *js.Node, place int) *js.Node {
	if param := fn.Kid(0).Kid(place); param.Kind == js.Assign {
		return param.Kid(1)
	}
	return nil
}

// inLoop reports whether a declaration is the variable of for…of or for…in.
func inLoop(n *js.Node) bool {
	for at := n.Up; at != nil; at = at.Up {
		switch at.Kind {
		case js.Decl, js.Var, js.Object, js.Array, js.Prop:
		case js.Loop:
			return true
		default:
			return false
		}
	}
	return false
}

// changed puts in what was assigned to members later. What hangs on a condition
// that does not hold at the use as well leaves the member unknown.
func (p *Program) changed(b *Binding, v value.Value, use *js.Node, way *Calls, steps int) value.Value {
	if v.Kind() != value.Object || len(b.Members) == 0 {
		return v
	}
	written := map[string]int{}
	for _, w := range b.Members {
		path, known := p.path(w.Kid(0), way, steps)
		if !known {
			return p.unknown(use, value.Object)
		}
		written[path]++
		to := p.unknown(w, value.Absent)
		if w.Kind == js.Assign && w.Text == "=" {
			to = p.value(w.Kid(1), way, steps)
		}
		if w.Kind == js.Unary && w.Text == "delete" {
			to = value.Value{}
		}
		if was := v.Get(path); written[path] > 1 && !was.Equal(to) || !p.sure(w, use) {
			to = p.unknown(w, to.Sort())
		}
		v = v.With(path, to).At(v.Span())
	}
	return v
}

// path is a chain of members as one path, without its root.
func (p *Program) path(n *js.Node, way *Calls, steps int) (string, bool) {
	key := n.Text
	if n.Kind == js.Index {
		v := p.value(n.Kid(1), way, steps)
		if v.Kind() != value.String && v.Kind() != value.Number {
			return "", false
		}
		key = v.Text()
	}
	if k := n.Kid(0); k.Kind == js.Member || k.Kind == js.Index {
		before, known := p.path(k, way, steps)
		return before + "." + key, known
	}
	return key, true
}

// sure reports whether what happens at write has happened at use: it stands
// under no condition that use does not stand under too.
func (p *Program) sure(write, use *js.Node) bool {
	var around []*js.Node
	for at := use; at != nil; at = at.Up {
		around = append(around, at)
	}
	for at := write; at.Up != nil; at = at.Up {
		if slices.Contains(around, at.Up) {
			return at.Up.Kind != js.If || slices.Contains(around, at)
		}
		switch at.Up.Kind {
		case js.If, js.Cond, js.Loop, js.Case, js.Switch, js.Catch, js.Func:
			return false
		case js.Binary:
			if at.Up.Kid(0) != at {
				return false
			}
		}
	}
	return true
}

// member is the value of a member of a known object.
func (p *Program) member(n *js.Node, way *Calls, steps int) value.Value {
	key, known := n.Text, n.Text != ""
	if n.Kind == js.Index {
		v := p.value(n.Kid(1), way, steps)
		key, known = v.Text(), v.Kind() == value.String || v.Kind() == value.Number
	}
	if texts[key] || key == "value" && typed(p.Source(n.Kid(0))) {
		return p.unknown(n, value.String)
	}
	if key == "length" {
		return p.unknown(n, value.Number)
	}
	object := p.value(n.Kid(0), way, steps)
	if !known || object.Kind() != value.Object && object.Kind() != value.List {
		return p.unknown(n, value.Absent)
	}
	v := object.Get(key)
	if v.Kind() == value.Unknown {
		return p.unknown(n, v.Sort())
	}
	return v
}

// typed reports whether an expression is a field that a person types into.
func typed(source string) bool {
	return strings.HasPrefix(source, "document.") || strings.HasPrefix(source, "$(") || strings.HasSuffix(source, ".target") ||
		strings.Contains(source, "getElementById(") || strings.Contains(source, "querySelector(")
}

// texts are the members that are texts wherever they are found.
var texts = map[string]bool{"innerText": true, "innerHTML": true, "textContent": true, "outerHTML": true, "href": true, "origin": true, "host": true, "hostname": true, "pathname": true}
