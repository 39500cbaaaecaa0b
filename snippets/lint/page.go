package lint

import (
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/region"
	"smartro-wizard/snippets/lint/scope"
	"smartro-wizard/wizard/value"
)

// pageFacts are the facts of the whole file.
func (c *code) pageFacts() facts {
	facts := facts{}
	facts.set("facts.code.read", value.Truth(true))
	c.scriptFacts(facts)
	c.initFacts(facts)
	c.sideFacts(facts)
	c.sdkClient(facts)
	return facts
}

// sdkAddress reports whether an address is a file of the SDK of V1 or V2.
func sdkAddress(s string) (v1, v2 bool) {
	s = strings.ToLower(s)
	v1 = strings.Contains(s, "iamport.kr/") && strings.Contains(s, ".js") || strings.Contains(s, "iamport.payment-")
	v2 = strings.Contains(s, "portone.io/") && strings.Contains(s, "browser-sdk")
	return v1, v2
}

// scriptFacts tell which SDK files the page loads, and jQuery.
func (c *code) scriptFacts(facts facts) {
	var v1, all []value.Value
	jquery, used := false, false
	add := func(address string, at value.Span) {
		one, two := sdkAddress(address)
		full := value.Text(absolute(address)).At(at)
		if one {
			v1 = append(v1, full)
		}
		if one || two {
			all = append(all, full)
		}
	}
	for _, s := range c.file.Scripts {
		add(s.Src, value.Span{Start: s.Start, End: s.End})
		jquery = jquery || strings.Contains(strings.ToLower(s.Src), "jquery")
	}
	c.walk(func(n *js.Node) {
		used = used || n.Kind == js.Name && (n.Text == "$" || n.Text == "jQuery") && c.program.Lookup(n) == nil
		if n.Kind == js.String && len(n.Text) < 200 && loads(n) {
			add(n.Text, value.Span{Start: n.Start + 1, End: n.End - 1})
		}
	})
	if len(v1) > 0 {
		facts.set("facts.sdk.script", v1[0])
		for _, s := range v1 { // an old file is the one to speak of
			if s.Text() != "https://cdn.iamport.kr/v1/iamport.js" {
				facts.set("facts.sdk.script", s)
			}
		}
	}
	if len(all) > 1 {
		facts.set("facts.sdk.scripts", value.ListOf(all...).At(all[1].Span()))
	}
	if old := len(v1) > 0 && strings.Contains(facts["sdk.script"].Text(), "iamport.payment-"); c.file.Page && len(v1) > 0 && (old || !used) {
		facts.set("facts.sdk.jquery", value.Truth(jquery).At(v1[0].Span()))
	}
	c.orderOfScripts(facts)
	c.removed(facts)
}

// absolute is the address that a browser makes of one without a scheme.
func absolute(address string) string {
	a := strings.TrimSpace(address)
	if strings.HasPrefix(a, "//") {
		a = "https:" + a
	}
	a, _, _ = strings.Cut(a, "?")
	return strings.Replace(a, "http://", "https://", 1)
}

// loads reports whether a text is the address of a script to load, and not
// part of a selector or a message.
func loads(n *js.Node) bool {
	if one, two := sdkAddress(n.Text); !one && !two {
		return false
	}
	switch t := strings.TrimSpace(n.Text); {
	case strings.ContainsAny(t, " \t\n[]<>"):
		return false
	default:
		return strings.HasPrefix(t, "http") || strings.HasPrefix(t, "//") || strings.HasPrefix(t, "/")
	}
}

// orderOfScripts finds code that uses the SDK at once where it cannot be there yet.
func (c *code) orderOfScripts(facts facts) {
	if !c.file.Page {
		return
	}
	files := map[string]*region.Script{} // by the name that they bring
	for i, s := range c.file.Scripts {
		one, two := sdkAddress(s.Src)
		for name, brings := range map[string]bool{"IMP": one, "PortOne": two} {
			if brings && files[name] == nil {
				files[name] = &c.file.Scripts[i]
			}
		}
	}
	c.walk(func(n *js.Node) {
		sdk := files[n.Text]
		if n.Kind != js.Name || sdk == nil || facts.has("facts.sdk.ready") || !sdk.Late && n.Start > sdk.Start {
			return
		}
		if c.program.Lookup(n) == nil && scope.Enclosing(n) == nil && c.plain(n) {
			facts.set("facts.sdk.ready", value.Truth(false).At(spanOf(n)))
		}
	})
}

// plain reports whether a node stands in a script element that runs at once.
func (c *code) plain(n *js.Node) bool {
	r := c.region(n)
	return r != nil && r.Tag && !r.Module
}

// removed finds a script element of the SDK that goes when a component goes.
func (c *code) removed(facts facts) {
	if !facts.has("facts.sdk.script") {
		return
	}
	c.walk(func(n *js.Node) {
		if n.Kind != js.Call || n.Kid(0).Text != "removeChild" && n.Kid(0).Text != "remove" {
			return
		}
		who := n.Kid(1)
		if n.Kid(0).Text == "remove" {
			who = n.Kid(0).Kid(0)
		}
		if strings.Contains(strings.ToLower(who.Text), "script") && c.cleanup(n) {
			facts.set("facts.sdk.stays", value.Truth(false).At(spanOf(n)))
		}
	})
}

// cleanup reports whether a node runs when a component goes.
func (c *code) cleanup(n *js.Node) bool {
	for at := n; at != nil; at = at.Up {
		if at.Kind != js.Func {
			continue
		}
		switch nameOf(at) {
		case "componentWillUnmount", "beforeDestroy", "destroyed", "unmounted", "beforeUnmount", "ngOnDestroy":
			return true
		}
		if at.Up != nil && at.Up.Kind == js.Return && scope.Enclosing(at) != nil && c.event(scope.Enclosing(at)) == onEffect {
			return true
		}
		if at.Up != nil && at.Up.Kind == js.Call && (at.Up.Kid(0).Text == "onUnmounted" || at.Up.Kid(0).Text == "onDestroy") {
			return true
		}
	}
	return false
}

// initFacts tell how often the SDK is begun and where.
func (c *code) initFacts(facts facts) {
	pays := false
	for _, w := range c.windows {
		pays = pays || !w.v2() && w.call.Kind == js.Call
	}
	switch {
	case len(c.inits) > 0:
		at := c.inits[len(c.inits)-1]
		n := "1"
		if c.twice() {
			n = "2"
		}
		facts.set("facts.init.calls", value.Digits(n).At(spanOf(at)))
		for _, i := range c.inits {
			if c.besideWindow(i) {
				facts.set("facts.init.where", textAt(onClick, i))
			}
		}
	case pays && c.wholePage():
		facts.set("facts.init.calls", value.Digits("0").At(spanOf(c.windows[0].call)))
	case pays:
		facts.set("facts.init.calls", value.UnknownBecause("IMP.init").At(spanOf(c.windows[0].call)))
	}
}

// twice reports whether one visit begins the SDK more than once: two calls that
// no branch parts.
func (c *code) twice() bool {
	for i, a := range c.inits {
		for _, b := range c.inits[i+1:] {
			if scope.Enclosing(a) == scope.Enclosing(b) && !parted(a, b) {
				return true
			}
		}
	}
	return false
}

// parted reports whether two nodes stand in two branches.
func parted(a, b *js.Node) bool {
	for at := a; at.Up != nil; at = at.Up {
		if k := at.Up.Kind; (k == js.If || k == js.Cond || k == js.Switch) && within(b, at.Up) && !within(b, at) {
			return true
		}
	}
	return false
}

// besideWindow reports whether a click begins the SDK anew: init stands in the
// function that opens the window.
func (c *code) besideWindow(init *js.Node) bool {
	fn := scope.Enclosing(init)
	if fn == nil {
		return false
	}
	for _, w := range c.windows {
		if scope.Enclosing(w.call) == fn {
			c.left = maxEffort
			return c.site(init, deepest) != onLoad
		}
	}
	return false
}

// wholePage reports whether what the file lacks is lacking: it is a page whose
// scripts are all in it.
func (c *code) wholePage() bool {
	if !c.file.Page {
		return false
	}
	for _, s := range c.file.Scripts {
		if one, two := sdkAddress(s.Src); !one && !two && !known(s.Src) {
			return false
		}
	}
	return true
}

// known reports whether an address is a library's and not the shop's own file.
func known(src string) bool {
	low := strings.ToLower(src)
	for _, lib := range []string{"jquery", "bootstrap", "vue", "react", "axios", "lodash", "googletagmanager", "google-analytics", "polyfill", "cdn.", "unpkg", "jsdelivr", "cdnjs"} {
		if strings.Contains(low, lib) {
			return true
		}
	}
	return false
}
