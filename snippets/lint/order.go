package lint

import (
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/scope"
	"smartro-wizard/wizard/value"
)

// orderFacts tell how the code makes the order number.
func (c *code) orderFacts(w window, facts facts) {
	n, way := c.field(w, w.orderKey())
	if n == nil {
		return
	}
	fixed, dynamic := "", []*js.Node(nil)
	pieces := c.program.Pieces(n, way)
	for _, p := range pieces {
		if p.Expr == nil {
			fixed += p.Text
		} else if p.Expr.Kind != js.Missing {
			dynamic = append(dynamic, p.Expr)
		}
	}
	v := c.program.Value(n, way)
	at := v.Span()
	if len(dynamic) == 0 {
		if v.Kind() == value.Number || v.Kind() == value.String && strings.TrimSpace(v.Text()) != "" {
			facts.set("facts.order_id.source", value.Text("literal").At(at))
		}
		return
	}
	source := "other"
	for _, d := range dynamic {
		if s := c.maker(d); s != "other" {
			source = s
		}
	}
	if c.fromLoad(n, w) && source != "other" {
		source = "page"
	}
	facts.set("facts.order_id.source", value.Text(source).At(at))
	if fixed != "" {
		facts.set("facts.order_id.fixed", value.Text(fixed).At(at))
	}
	if pieces[0].Expr == nil {
		facts.set("facts.order_id.prefix", value.Text(pieces[0].Text).At(at))
	} else {
		facts.set("facts.order_id.prefix", value.Text("").At(at))
	}
}

// maker names how a piece of an order number is made.
func (c *code) maker(n *js.Node) string {
	src := c.program.Source(n)
	low := strings.ToLower(src)
	switch {
	case strings.Contains(src, "randomUUID"), strings.Contains(low, "uuid"), strings.Contains(src, "v4("):
		if hyphenless(src) {
			return "uuid_without_hyphens"
		}
		return "uuid"
	case strings.Contains(src, "random"), strings.Contains(src, "getRandomValues"), strings.Contains(src, "nanoid"):
		return "other"
	case strings.Contains(src, "Date"), strings.Contains(src, ".now("), strings.Contains(src, "getTime"), strings.Contains(low, "moment("), strings.Contains(low, "dayjs("):
		return "clock"
	case productNumber(n):
		return "product"
	}
	return "other"
}

// hyphenless reports whether a UUID loses its hyphens on the way.
func hyphenless(src string) bool {
	for _, s := range []string{`/-/g`, `/\-/g`, `replaceAll("-"`, `replaceAll('-'`, `split("-").join(""`, `split('-').join(''`, `/[^a-zA-Z0-9]/g`, `/[^A-Za-z0-9]/g`, `/\W/g`} {
		if strings.Contains(src, s) {
			return true
		}
	}
	return false
}

// productNumber reports whether a name is that of a product or a member, which
// stay the same for the next payment.
func productNumber(n *js.Node) bool {
	path := strings.ToLower(pathOf(n))
	if path == "" {
		return false
	}
	parts := strings.Split(path, ".")
	last := parts[len(parts)-1]
	owner := ""
	if len(parts) > 1 {
		owner = parts[len(parts)-2]
	}
	for _, thing := range []string{"product", "item", "goods", "user", "member", "lecture", "course"} {
		if owner == thing && strings.Contains(last, "id") || last == thing+"id" || last == thing+"_id" || last == thing+"no" || last == thing+"_no" {
			return true
		}
	}
	return false
}

// fromLoad reports whether a name got its value when the page was loaded, and
// the window opens later, perhaps more than once.
func (c *code) fromLoad(n *js.Node, w window) bool {
	if n.Kind != js.Name || scope.Enclosing(w.call) == nil {
		return false
	}
	b := c.program.Lookup(n)
	return b != nil && b.Origin == scope.Variable && len(b.Writes) == 0 && b.Init != nil && scope.Enclosing(b.At) == nil
}

// redirectFacts tell what a return address lacks that is put together at run
// time.
func (c *code) redirectFacts(w window, facts facts) {
	key := "m_redirect_url"
	if w.v2() {
		key = "redirectUrl"
	}
	n, way := c.field(w, key)
	if n == nil {
		return
	}
	pieces := c.program.Pieces(n, way)
	text := ""
	for _, p := range pieces {
		if p.Expr == nil {
			text += p.Text
		} else {
			text += "{}"
		}
	}
	v := c.program.Value(n, way)
	if v.Kind() == value.String {
		text = v.Text()
	}
	first := pieces[0].Expr
	switch path := ""; {
	case first != nil:
		path = pathOf(first)
		if strings.HasSuffix(path, "location.host") || strings.HasSuffix(path, "location.hostname") || strings.HasSuffix(path, "location.pathname") {
			facts.set("facts.redirect.shape", value.Text("no-scheme").At(spanOf(n)))
		}
	case len(pieces) > 1 && !strings.HasPrefix(text, "http://") && !strings.HasPrefix(text, "https://"):
		facts.set("facts.redirect.shape", value.Text("no-scheme").At(spanOf(n)))
	}
}

// buyerFacts tell which buyer data may be missing when the code runs.
func (c *code) buyerFacts(w window, facts facts) {
	names := map[string]string{"buyer_tel": "buyer_tel", "buyer_name": "buyer_name", "buyer_email": "buyer_email", "customer_id": "customer_id", "customer_uid": "customer_uid"}
	if w.v2() {
		names = map[string]string{"buyer_tel": "customer.phoneNumber", "buyer_name": "customer.fullName", "buyer_email": "customer.email", "customer_id": "customer.customerId"}
	}
	for key, path := range names {
		n, _ := c.fieldAt(w, path)
		if n == nil {
			continue
		}
		if how, at := weakness(n); how != "" {
			facts.set("facts.buyer.weak."+key, textAt(how, at))
		}
	}
}

// customerFact tells whether one buyer gets another id each time.
func (c *code) customerFact(w window, facts facts) {
	path := "customer_id"
	if w.v2() {
		path = "customer.customerId"
	}
	n, way := c.fieldAt(w, path)
	if n == nil {
		return
	}
	for _, p := range c.program.Pieces(n, way) {
		if p.Expr == nil {
			continue
		}
		src := c.program.Source(p.Expr)
		if m := c.maker(p.Expr); m == "uuid" || m == "uuid_without_hyphens" || m == "clock" || strings.Contains(src, "random") {
			facts.set("facts.customer_id.source", textAt("random", n))
		}
	}
}

// weakness tells how an expression may come to nothing: a fallback that is
// empty or a sample, or a member of what may not be there.
func weakness(n *js.Node) (how string, at *js.Node) {
	switch {
	case n.Kind == js.Binary && (n.Text == "||" || n.Text == "??"):
		last := n.Kid(len(n.Kids) - 1)
		if last.Kind == js.String {
			if strings.TrimSpace(last.Text) == "" {
				return "empty", last
			}
			return "fallback", last
		}
	case n.Kind == js.Cond:
		for _, k := range n.Kids[1:] {
			if k.Kind == js.String && strings.TrimSpace(k.Text) == "" {
				return "empty", k
			}
		}
	case n.Kind == js.Member:
		for at := n; at.Kind == js.Member; at = at.Kid(0) {
			if at.Is(js.Optional) {
				return "undefined", n
			}
		}
	}
	return "", nil
}
