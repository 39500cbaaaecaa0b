package lint

import (
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/scope"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Where the REST APIs stand.
const (
	apiHost   = "api.iamport.kr"
	apiHostV2 = "api.portone.io"
)

// rest is one call of the REST API, read.
type rest struct {
	request wizard.Request
	facts   facts
}

// http is a call over the network as the program writes it.
type http struct {
	url, method, body, query, headers *js.Node
	verb                              string // where the function's name says the method
}

// rests finds the calls of the REST API.
func (c *code) rests() []rest {
	if !strings.Contains(c.file.Text, "iamport") && !strings.Contains(c.file.Text, apiHostV2) {
		return nil
	}
	var all []rest
	c.walk(func(n *js.Node) {
		if n.Kind != js.Call || len(all) >= maxRests {
			return
		}
		if h, ok := network(n); ok {
			for _, way := range c.program.Ways(n) {
				if r, ok := c.rest(n, h, way); ok {
					all = append(all, r)
				}
			}
		}
	})
	return all
}

// verbs are the last names of functions that call over the network.
var verbs = map[string]string{"get": "GET", "post": "POST", "put": "PUT", "patch": "PATCH", "delete": "DELETE", "del": "DELETE", "getForObject": "GET", "postForObject": "POST"}

// network reports whether a call is one over the network, and takes it apart.
func network(n *js.Node) (h http, ok bool) {
	callee := n.Kid(0)
	first := n.Kid(1)
	missing := &js.Node{Kind: js.Missing}
	h = http{url: first, method: missing, body: missing, query: missing, headers: missing}
	if callee.Kind == js.Member && verbs[callee.Text] != "" {
		h.verb = verbs[callee.Text]
		options := n.Kid(2)
		if h.verb != "GET" && h.verb != "DELETE" {
			h.body, options = n.Kid(2), n.Kid(3)
		}
		h.options(options)
		return h, textual(first)
	}
	switch callee.Text {
	case "fetch", "$fetch", "ofetch", "got", "request", "axios", "ajax", "rp", "needle", "useFetch", "exchange":
	default:
		return h, false
	}
	if first.Kind == js.Object {
		h.url = missing
		h.options(first)
		return h, h.url.Kind != js.Missing
	}
	h.options(n.Kid(2))
	return h, textual(first)
}

func textual(n *js.Node) bool {
	return n.Kind == js.String || n.Kind == js.Template || n.Kind == js.Binary || n.Kind == js.Name || n.Kind == js.Member || n.Kind == js.Call
}

func (h *http) options(o *js.Node) {
	if o.Kind != js.Object {
		return
	}
	for _, k := range o.Kids {
		if k.Kind != js.Prop {
			continue
		}
		switch k.Text {
		case "url", "uri":
			h.url = k.Kid(1)
		case "method", "type":
			h.method = k.Kid(1)
		case "data", "body", "json", "form":
			if k.Kid(1).Kind != js.Bool {
				h.body = k.Kid(1)
			}
		case "params", "qs", "searchParams", "query":
			h.query = k.Kid(1)
		case "headers":
			h.headers = k.Kid(1)
		}
	}
}

// rest reads one call on one way.
func (c *code) rest(n *js.Node, h http, way *scope.Calls) (rest, bool) {
	host, path, query := c.address(h, way)
	if !strings.HasPrefix(path, "/") {
		return rest{}, false
	}
	list := endpoints
	if host == apiHostV2 || host == "" && !strings.Contains(c.file.Text, "iamport") {
		list = endpointsV2
	}
	fn, exact := endpoint(list, c.method(h, way), path)
	if fn == "" || host == "" && (!exact || !c.elsewhere(n, h)) || len(list) == len(endpointsV2) && !exact {
		return rest{}, false
	}
	r := rest{facts: facts{}}
	r.request = wizard.Request{Function: fn, Params: c.sentParams(n, h, way, query)}
	if !exact || !strings.Contains(path, "{}") {
		r.facts.set("facts.rest.path", value.Text(path).At(spanOf(h.url)))
	}
	c.authorization(h, way, r.facts)
	if strings.Contains(fn, "{paymentId}") || strings.HasPrefix(fn, "POST /billing-keys") {
		c.patience(n, h, way, &r)
	}
	if fn == "POST /payments/cancel" && c.ignoresCode(n) {
		r.facts.set("facts.rest.checks_code", value.Truth(false).At(spanOf(n)))
	}
	return r, true
}

// address takes the address of a call apart. What is put in at run time is {},
// and a host that only runs show is "".
func (c *code) address(h http, way *scope.Calls) (host, path, query string) {
	address := ""
	for i, p := range c.program.Pieces(h.url, way) {
		switch source := ""; {
		case p.Expr == nil:
			address += p.Text
		default:
			source = c.program.Source(p.Expr)
			switch {
			case i == 0 && strings.Contains(source, apiHost):
				address += "https://" + apiHost
			case i == 0 && strings.Contains(source, apiHostV2):
				address += "https://" + apiHostV2
			default:
				address += "{}"
			}
		}
	}
	for _, known := range []string{apiHost, apiHostV2} {
		if _, rest, ok := strings.Cut(address, known); ok {
			host, address = known, rest
		}
	}
	path, query, _ = strings.Cut(strings.TrimPrefix(address, "{}"), "?")
	return host, path, query
}

// elsewhere reports whether a path without a host is no address of the shop
// itself, and no route that a server offers: it follows a base that only runs
// show, or the client has one.
func (c *code) elsewhere(n *js.Node, h http) bool {
	for _, k := range n.Kids[1:] {
		if k.Kind == js.Func {
			return false
		}
	}
	if h.url.Kind == js.Template || h.url.Kind == js.Binary {
		if first := h.url.Kid(0); first.Kind != js.String || strings.TrimSpace(first.Text) == "" {
			return true
		}
	}
	client := ""
	if callee := n.Kid(0); callee.Kind == js.Member {
		client = strings.ToLower(pathOf(callee.Kid(0)))
	}
	return strings.Contains(client, "iamport") || strings.Contains(client, "portone") || client != "axios" && strings.Contains(strings.ToLower(c.file.Text), "baseurl")
}

func (c *code) method(h http, way *scope.Calls) string {
	if h.verb != "" {
		return h.verb
	}
	if v := c.program.Value(h.method, way); v.Kind() == value.String {
		return strings.ToUpper(v.Text())
	}
	if h.body.Kind != js.Missing {
		return "POST"
	}
	return "GET"
}

// sentParams puts body, query and path together, as the rulebook reads them.
func (c *code) sentParams(n *js.Node, h http, way *scope.Calls, query string) value.Value {
	body := c.body(h.body, way)
	params := c.program.Value(h.query, way)
	all := value.ObjectOf()
	switch {
	case body.Kind() == value.Object:
		all = body
	case !body.IsAbsent():
		all = value.OpenObject(body.Text())
	}
	if params.Kind() == value.Object {
		for _, f := range params.Fields() {
			all = all.With(f.Key, f.Value)
		}
	} else if params.Kind() == value.Unknown {
		all = value.OpenObject(params.Text(), all.Fields()...)
	}
	for pair := range strings.SplitSeq(query, "&") {
		key, val, _ := strings.Cut(pair, "=")
		switch {
		case strings.Contains(pair, "{}") && !strings.Contains(pair, "="):
			all = value.OpenObject(pair, all.Fields()...)
		case key != "" && strings.Contains(val, "{}"):
			all = all.With(key, value.UnknownBecause(pair).At(spanOf(h.url)))
		case key != "":
			all = all.With(key, value.Text(val).At(spanOf(h.url)))
		}
	}
	return all.At(spanOf(n))
}

// body is what is sent, in front of how it is written.
func (c *code) body(n *js.Node, way *scope.Calls) value.Value {
	if n.Kind == js.Call && n.Kid(0).Text == "stringify" || n.Kind == js.New && n.Kid(0).Text == "URLSearchParams" {
		n = n.Kid(1)
	}
	return c.program.Value(n, way)
}

// authorization reads the header that carries the token.
func (c *code) authorization(h http, way *scope.Calls, facts facts) {
	for _, k := range h.headers.Kids {
		if k.Kind != js.Prop || !strings.EqualFold(k.Text, "Authorization") {
			continue
		}
		text := ""
		pieces := c.program.Pieces(k.Kid(1), way)
		for _, p := range pieces {
			text += p.Text
			if p.Expr != nil {
				text += tokenName(c.program.Source(p.Expr))
			}
		}
		if len(pieces) > 1 || pieces[0].Expr == nil {
			facts.set("facts.rest.authorization", value.Text(text).At(spanOf(k.Kid(1))))
		}
	}
}

// tokenName stands for what a header carries: V2's secret goes by another word
// than a token.
func tokenName(source string) string {
	if low := strings.ToLower(source); strings.Contains(low, "secret") {
		return "{api_secret}"
	}
	return "{access_token}"
}

// ignoresCode reports whether the function around a call never looks at code,
// which says whether the API did what was asked.
func (c *code) ignoresCode(n *js.Node) bool {
	fn := scope.Enclosing(n)
	for up := fn; up != nil; up = scope.Enclosing(up) {
		fn = up
	}
	if fn == nil {
		return false
	}
	looks := false
	js.Walk(fn, func(n *js.Node) bool {
		if (n.Kind == js.Member || n.Kind == js.Prop || n.Kind == js.Name) && (n.Text == "code" || n.Text == "response") {
			looks = true
		}
		return !looks
	})
	return !looks
}
