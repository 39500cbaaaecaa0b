package lint

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

// secretNames are the names that keys of the API go by.
var secretNames = []string{"imp_key", "imp_secret", "impkey", "impsecret", "rest_api_key", "rest_api_secret", "restapikey", "restapisecret",
	"iamport_secret", "iamport_key", "iamportsecret", "iamportkey", "apisecret", "api_secret", "portone_api_secret", "portoneapisecret", "v2_api_secret"}

func secretName(s string) bool { return slices.Contains(secretNames, strings.ToLower(s)) }

// sideFacts tell where the code runs, and which secrets stand in it. The values
// of secrets go nowhere.
func (c *code) sideFacts(facts facts) {
	var found []value.Value
	shown := false // a browser gets one of them, whatever runs the file
	c.walk(func(n *js.Node) {
		if name, at := c.secret(n); name != "" {
			found = append(found, value.Text(name).At(spanOf(at)))
			r := c.region(n)
			shown = shown || published(strings.ToUpper(name)) || r != nil && r.Inner
		}
	})
	for _, s := range c.comments {
		found = append(found, c.commented(s)...)
	}
	if c.file.Browser && len(found) == 0 {
		found = c.plainSecrets()
	}
	if len(found) > 0 {
		facts.set("facts.code.secrets", value.ListOf(found...).At(found[0].Span()))
	}
	switch {
	case shown || c.file.Browser || c.browser() && !c.server():
		facts.set("facts.code.side", value.Text("browser"))
	case c.server():
		facts.set("facts.code.side", value.Text("server"))
	}
}

// secret finds a secret that a node gives away: a name with a text, or the call
// that asks for a token.
func (c *code) secret(n *js.Node) (name string, at *js.Node) {
	var key, val *js.Node
	switch n.Kind {
	case js.Prop:
		key, val = n.Kid(0), n.Kid(1)
	case js.Decl:
		key, val = n.Kid(0), n.Kid(1)
	case js.Assign:
		key, val = n.Kid(0), n.Kid(1)
	case js.Attr:
		key, val = n, n.Kid(0)
	case js.Member:
		if published(n.Text) {
			return strings.ToLower(n.Text), n
		}
		return "", nil
	case js.String:
		switch {
		case strings.Contains(n.Text, "/users/getToken"):
			return "users/getToken", n
		case strings.HasPrefix(n.Text, "PortOne ") && len(n.Text) > 28 && !placeholder(n.Text[len("PortOne "):]):
			return "api_secret", n
		case len(n.Text) >= 60 && digits(n.Text)*6 > len(n.Text) && safe.Secret(n.Text):
			return "imp_secret", n
		}
		return "", nil
	default:
		return "", nil
	}
	if secretName(key.Text) && val.Kind == js.String && len(strings.TrimSpace(val.Text)) >= 8 && !placeholder(val.Text) {
		return strings.ToLower(key.Text), val
	}
	return "", nil
}

// published reports whether a build puts a variable of that name into the page.
func published(name string) bool {
	for _, head := range []string{"NEXT_PUBLIC_", "VITE_", "REACT_APP_", "VUE_APP_", "NUXT_PUBLIC_", "PUBLIC_"} {
		if strings.HasPrefix(name, head) {
			return strings.HasSuffix(name, "_SECRET") || strings.HasSuffix(name, "IMP_KEY") || strings.HasSuffix(name, "REST_API_KEY")
		}
	}
	return false
}

// digits counts the digits of a text. A key has some, a long name has none.
func digits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' {
			n++
		}
	}
	return n
}

// placeholder reports whether a text only says what belongs there.
func placeholder(s string) bool {
	low := strings.ToLower(s)
	return strings.ContainsAny(s, "{}<>[] ") || strings.Contains(low, "your") || strings.Contains(low, "secret") || strings.Contains(low, "xxx") ||
		strings.Contains(low, "api") || strings.IndexFunc(s, func(r rune) bool { return r > 0x7f }) >= 0
}

var inText = lazy(`(?i)\b(imp_?key|imp_?secret|rest_api_(?:key|secret)|api_?secret)['"]?\s*[:=]\s*['"]([^'"\s]{8,})['"]`)

// commented finds secrets in a comment, which everybody reads who looks.
func (c *code) commented(s js.Span) []value.Value {
	return c.secretsIn(c.file.Text[s.Start:s.End], s.Start)
}

func (c *code) secretsIn(text string, at int) []value.Value {
	var all []value.Value
	for _, m := range inText().FindAllStringSubmatchIndex(text, 20) {
		if !placeholder(text[m[4]:m[5]]) {
			all = append(all, value.Text(strings.ToLower(text[m[2]:m[3]])).At(value.Span{Start: at + m[4], End: at + m[5]}))
		}
	}
	return all
}

// plainSecrets finds secrets in comments of the page itself.
func (c *code) plainSecrets() []value.Value {
	var all []value.Value
	text := c.file.Text
	for pos := 0; ; {
		i := strings.Index(text[pos:], "<!--")
		if i < 0 {
			return all
		}
		start := pos + i
		end := strings.Index(text[start:], "-->")
		if end < 0 {
			end = len(text) - start
		}
		all = append(all, c.secretsIn(text[start:start+end], start)...)
		pos = start + end
	}
}

// browser reports whether only a browser can run the code.
func (c *code) browser() bool {
	for _, w := range c.windows {
		if w.call.Kind == js.Call {
			return true
		}
	}
	if len(c.inits) > 0 {
		return true
	}
	found := false
	c.walk(func(n *js.Node) {
		if n.Kind == js.Element || n.Kind == js.Name && (n.Text == "document" || n.Text == "window" || n.Text == "$") && c.program.Lookup(n) == nil {
			found = true
		}
	})
	return found && !c.server()
}

// server reports whether the code is a server's.
func (c *code) server() bool {
	t := c.file.Text
	for _, s := range []string{"require(\"express\")", "require('express')", "from \"express\"", "from 'express'", "NextResponse", "export async function POST", "export async function GET",
		"\"use server\"", "'use server'", "getServerSideProps", "@Controller", "app.post(", "router.post(", "exports.handler", "createServer("} {
		if strings.Contains(t, s) {
			return true
		}
	}
	return false
}
