// Package scope tells what names in a program stand for, and what values its
// expressions have when that can be known from the text alone. What depends on
// input, on another file or on the order of events is unknown, with the source
// as the reason; nothing is guessed and nothing is run.
package scope

import (
	"slices"

	"smartro-wizard/snippets/lint/js"
)

// Origin is how a name came to be.
type Origin uint8

// The origins.
const (
	Variable Origin = iota
	Function
	Class
	Parameter
	Imported
	Caught
)

// Binding is one name that the program declares.
type Binding struct {
	Name   string
	Origin Origin
	At     *js.Node // the name where it is declared
	Init   *js.Node // what it was given: an expression, function or class; nil for nothing
	Keys   []string // where in Init it is found, after destructuring
	Module string   // of Imported
	Member string   // of Imported: its name in the module
	Func   *js.Node // of Parameter: the function
	Place  int      // of Parameter: which one
	Rest   bool     // it gathers what others left

	Writes  []*js.Node // assignments to the name itself
	Members []*js.Node // assignments to members of what it holds
	Uses    []*js.Node // every other mention
}

// Program is one or more trees that share their global names.
type Program struct {
	text   string
	roots  []*js.Node
	tables map[*js.Node]map[string]*Binding
	global map[string]*Binding
	shared map[*js.Node]bool // programs whose names are global
	sites  map[*js.Node][]*js.Node
	bound  map[*js.Node][]*Binding
	gives  map[*js.Node]*js.Node // what functions return
	looks  int                   // that Ways may still take
	effort int                   // that Value may still take
	work   int
	most   int // work past which every value is unknown
}

// New reads the names of trees. Places in them count in text. own tells which
// trees keep their names to themselves, as modules do.
func New(text string, roots []*js.Node, own func(int) bool) *Program {
	p := &Program{most: leastWork + workAByte*len(text), text: text, roots: roots, tables: map[*js.Node]map[string]*Binding{}, global: map[string]*Binding{}, shared: map[*js.Node]bool{}, bound: map[*js.Node][]*Binding{}}
	for i, root := range roots {
		p.shared[root] = !own(i)
		js.Walk(root, p.declare)
	}
	for _, root := range roots {
		js.Walk(root, p.mention)
	}
	return p
}

// Roots are the trees.
func (p *Program) Roots() []*js.Node { return p.roots }

// Work counts the steps that were taken, for tests that hold it linear.
func (p *Program) Work() int { return p.work }

// Source is the text of a node.
func (p *Program) Source(n *js.Node) string { return p.text[n.Start:min(n.End, len(p.text))] }

func (p *Program) declare(n *js.Node) bool {
	switch n.Kind {
	case js.Var:
		for _, d := range n.Kids {
			p.pattern(d.Kid(0), Binding{Origin: Variable, Init: initial(d)}, home(n, n.Text == "var"))
		}
	case js.Func:
		if n.Text != "" && (n.Up == nil || n.Up.Kind != js.Prop) {
			at := home(n.Up, false)
			if expression(n) {
				at = n
			}
			p.add(at, &Binding{Name: n.Text, Origin: Function, At: n, Init: n})
		}
		for i, param := range n.Kid(0).Kids {
			p.pattern(param, Binding{Origin: Parameter, Func: n, Place: i}, n)
		}
	case js.Class:
		if n.Text != "" {
			p.add(home(n.Up, false), &Binding{Name: n.Text, Origin: Class, At: n, Init: n})
		}
	case js.Catch:
		p.pattern(n.Kid(0), Binding{Origin: Caught}, n)
	case js.Import:
		for _, k := range n.Kids {
			if k.Kind == js.Name {
				there := k.Text
				if len(k.Kids) > 0 {
					there = k.Kid(0).Text
				}
				p.add(home(n, false), &Binding{Name: k.Text, Origin: Imported, At: k, Module: n.Text, Member: there})
			}
		}
	}
	return true
}

func initial(d *js.Node) *js.Node {
	if len(d.Kids) > 1 {
		return d.Kids[1]
	}
	return nil
}

// expression reports whether a function is a value and no declaration.
func expression(n *js.Node) bool {
	switch n.Up.Kind {
	case js.Block, js.Export, js.Case, js.If, js.Loop:
		return false
	}
	return true
}

// home is the node whose table a declaration at n goes to.
func home(n *js.Node, hoisted bool) *js.Node {
	for ; n.Up != nil; n = n.Up {
		switch n.Kind {
		case js.Func:
			return n
		case js.Block, js.Loop, js.Switch, js.Catch:
			if !hoisted && (n.Up.Kind != js.Func) {
				return n
			}
		}
	}
	return n
}

// pattern declares the names of a pattern.
func (p *Program) pattern(n *js.Node, like Binding, at *js.Node) {
	switch n.Kind {
	case js.Name:
		b := like
		b.Name, b.At, b.Keys = n.Text, n, slices.Clone(like.Keys)
		p.add(at, &b)
	case js.Assign:
		p.pattern(n.Kid(0), like, at)
	case js.Spread:
		like.Rest = true
		p.pattern(n.Kid(0), like, at)
	case js.Object:
		for _, k := range n.Kids {
			inner := like
			switch {
			case k.Kind == js.Spread:
				inner.Rest = true
				p.pattern(k.Kid(0), inner, at)
			case k.Kind == js.Prop && !k.Is(js.Computed):
				inner.Keys = append(slices.Clone(like.Keys), k.Text)
				p.pattern(k.Kid(1), inner, at)
			}
		}
	case js.Array:
		for _, k := range n.Kids {
			inner := like
			inner.Rest = true // a place in a list: not followed
			p.pattern(k, inner, at)
		}
	}
}

// Declared is the binding that a name in a declaration makes.
func (p *Program) Declared(n *js.Node) *Binding {
	for at := n; at != nil; at = at.Up {
		if b := p.tables[at][n.Text]; b != nil && b.At == n {
			return b
		}
	}
	if b := p.global[n.Text]; b != nil && b.At == n {
		return b
	}
	return nil
}

// Bound are the names that take their values from an expression.
func (p *Program) Bound(n *js.Node) []*Binding { return p.bound[n] }

// Given is the one expression that a name has its value from on a way, nil
// where that is not one.
func (p *Program) Given(b *Binding, way *Calls) (*js.Node, *Calls) { return p.given(b, way) }

func (p *Program) add(at *js.Node, b *Binding) {
	if b.Init != nil {
		p.bound[b.Init] = append(p.bound[b.Init], b)
	}
	table := p.tables[at]
	if at.Up == nil && p.shared[at] {
		table = p.global
	} else if table == nil {
		table = map[string]*Binding{}
		p.tables[at] = table
	}
	if was, ok := table[b.Name]; ok {
		if b.Init != nil && b.Origin != Parameter {
			was.Writes = append(was.Writes, b.At) // declared twice
			if was.Init == nil {
				was.Init, was.Writes = b.Init, nil
			}
		}
		return
	}
	table[b.Name] = b
}

// Lookup finds what a Name node stands for, nil where the program does not say.
func (p *Program) Lookup(n *js.Node) *Binding {
	for at := n.Up; at != nil; at = at.Up {
		p.work++
		if b, ok := p.tables[at][n.Text]; ok {
			return b
		}
	}
	return p.global[n.Text]
}

// mention files assignments and other uses with their bindings.
func (p *Program) mention(n *js.Node) bool {
	if n.Kind != js.Name || named(n) {
		return true
	}
	b := p.Lookup(n)
	if b == nil || b.At == n || n.Up.Kind == js.Decl && n.Up.Kid(0) == n { // declared, perhaps again
		return true
	}
	top := n
	for top.Up != nil && (top.Up.Kind == js.Member || top.Up.Kind == js.Index) && top.Up.Kid(0) == top {
		top = top.Up
	}
	up := top.Up
	written := up != nil && (up.Kind == js.Assign && up.Kid(0) == top || up.Kind == js.Unary && (up.Text == "++" || up.Text == "--" || up.Text == "delete"))
	switch {
	case written && top == n:
		b.Writes = append(b.Writes, up)
	case written:
		b.Members = append(b.Members, up)
	default:
		b.Uses = append(b.Uses, n)
	}
	return true
}

// named reports whether a Name is a key and no variable.
func named(n *js.Node) bool {
	return n.Up != nil && n.Up.Kind == js.Prop && n.Up.Kid(0) == n && !n.Up.Is(js.Computed)
}

// Enclosing is the function that a node stands in, nil at the top.
func Enclosing(n *js.Node) *js.Node {
	for at := n.Up; at != nil; at = at.Up {
		if at.Kind == js.Func {
			return at
		}
	}
	return nil
}
