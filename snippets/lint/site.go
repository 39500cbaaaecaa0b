package lint

import (
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/scope"
)

// Where code runs.
const (
	onClick  = "click"
	onLoad   = "load"   // when the page is there
	onEffect = "effect" // when a component is there
	onRender = "render" // each time a component is drawn
	onServer = "server"
	unseen   = "" // the file does not show it
)

// siteFact tells when the window is asked for, if the file shows it.
func (c *code) siteFact(w window, facts facts) {
	c.left = maxEffort
	if where := c.site(w.call, deepest); where != unseen {
		facts.set("facts.call.site", textAt(where, w.call))
	}
}

// site tells when a node runs. A click wins over everything else that the
// same function is used for.
func (c *code) site(n *js.Node, left int) string {
	fn := scope.Enclosing(n)
	if left == 0 || !c.spend() {
		return unseen
	}
	if fn == nil {
		return c.top(n)
	}
	if where := c.event(fn); where != unseen {
		return where
	}
	var all []string
	for _, s := range c.program.Sites(fn) {
		all = append(all, c.site(s, left-1))
	}
	all = append(all, c.handed(fn, left)...)
	if len(all) == 0 {
		if passes(fn) {
			return c.site(fn, left-1)
		}
		return unseen
	}
	where := all[0]
	for _, w := range all {
		if w == onClick || w == unseen {
			return w
		}
	}
	return where
}

// top tells when code at the top of a program runs.
func (c *code) top(n *js.Node) string {
	switch r := c.region(n); {
	case r == nil:
	case r.Handler:
		return onClick
	case r.Tag && c.file.Page, r.Module && c.imports:
		return onLoad
	}
	return unseen
}

func within(n, root *js.Node) bool {
	for ; n != nil; n = n.Up {
		if n == root {
			return true
		}
	}
	return false
}

// event tells what runs a function that stands where it is used.
func (c *code) event(fn *js.Node) string {
	if where := byName(fn); where != unseen {
		return where
	}
	for _, name := range c.file.Clicks {
		if name != "" && name == nameOf(fn) {
			return onClick
		}
	}
	if fn.Up == nil {
		return unseen
	}
	return c.use(fn)
}

// use tells what the place where a function is handed over makes of it.
func (c *code) use(n *js.Node) string {
	switch up := n.Up; up.Kind {
	case js.Attr:
		if strings.HasPrefix(up.Text, "on") {
			return onClick
		}
	case js.Call:
		return byCall(up, n)
	case js.Prop:
		if strings.HasPrefix(strings.ToLower(up.Text), "on") && len(up.Text) > 2 {
			return onClick
		}
	case js.Assign:
		if up.Kid(1) == n && up.Kid(0).Kind == js.Member {
			switch name := up.Kid(0).Text; {
			case name == "onload":
				return onLoad
			case strings.HasPrefix(name, "on"):
				return onClick
			}
		}
	}
	return unseen
}

// byCall tells when a function runs that is an argument of a call.
func byCall(call, fn *js.Node) string {
	callee := call.Kid(0)
	event := ""
	if k := call.Kid(1); k.Kind == js.String {
		event = k.Text
	}
	switch callee.Text {
	case "addEventListener", "on", "bind", "one", "delegate", "live":
		if event == "load" || event == "DOMContentLoaded" || event == "ready" {
			return onLoad
		}
		return onClick
	case "click", "submit", "tap", "mousedown", "touchstart", "keydown":
		return onClick
	case "ready", "onMounted", "nextTick":
		return onLoad
	case "$", "jQuery":
		return onLoad
	case "useEffect", "useLayoutEffect":
		return onEffect
	case "getServerSideProps":
		return onServer
	}
	if callee.Kind == js.Func && callee == fn {
		return unseen
	}
	return unseen
}

// byName tells when functions run whose names frameworks know.
func byName(fn *js.Node) string {
	switch nameOf(fn) {
	case "mounted", "created", "beforeMount", "ngOnInit", "ngAfterViewInit", "componentDidMount", "onload":
		return onLoad
	case "getServerSideProps", "getStaticProps", "asyncData":
		return onServer
	case "componentDidUpdate":
		return onEffect
	case "render":
		return onRender
	}
	return unseen
}

// nameOf is the name that a function is known by.
func nameOf(fn *js.Node) string {
	if fn.Text != "" {
		return fn.Text
	}
	switch up := fn.Up; {
	case up == nil:
	case up.Kind == js.Decl:
		return up.Kid(0).Text
	case up.Kind == js.Prop:
		return up.Text
	case up.Kind == js.Assign:
		return up.Kid(0).Text
	}
	return ""
}

// handed lists when a function runs that is handed over by its name.
func (c *code) handed(fn *js.Node, left int) []string {
	var all []string
	for _, b := range c.namesOf(fn) {
		for _, u := range b.Uses {
			if u.Up.Kind == js.Call && u.Up.Kid(0) == u {
				continue // a call of it
			}
			all = append(all, c.use(u))
		}
	}
	return all
}

func (c *code) namesOf(fn *js.Node) []*scope.Binding {
	bound := c.program.Bound(fn)
	if up := fn.Up; len(bound) == 0 && up != nil && up.Kind == js.Call {
		return c.program.Bound(up) // useCallback(fn)
	}
	return bound
}

// passes reports whether a function runs as part of what is around it: handed
// to a promise, a then, a forEach, or called on the spot.
func passes(fn *js.Node) bool {
	up := fn.Up
	if up == nil {
		return false
	}
	switch up.Kind {
	case js.New:
		return up.Kid(0).Text == "Promise"
	case js.Call:
		switch up.Kid(0).Text {
		case "then", "catch", "finally", "forEach", "map", "setTimeout", "done", "always":
			return true
		}
		return up.Kid(0) == fn
	}
	return false
}
