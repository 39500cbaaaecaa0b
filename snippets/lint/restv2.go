package lint

import (
	"strconv"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/scope"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// patience tells how long a call of V2's API waits, and whether one that is
// sent again would charge again.
func (c *code) patience(n *js.Node, h http, way *scope.Calls, r *rest) {
	id := pathID(r.request.Function)
	if id != "" && !r.request.Params.Has(id) {
		if _, path, _ := c.address(h, way); !strings.Contains(path, "{}") {
			part := strings.Split(strings.TrimPrefix(path, "/"), "/")[1]
			r.request.Params = r.request.Params.With(id, value.Text(part).At(spanOf(h.url)))
		}
	}
	if ms, at := c.timeout(n, way); at != nil {
		r.facts.set("facts.rest.timeout_seconds", value.Digits(strconv.Itoa(ms/1000)).At(spanOf(at)))
	}
	charges := strings.HasSuffix(r.request.Function, "/billing-key") || strings.HasSuffix(r.request.Function, "/instant")
	if !charges || h.headers.Kind != js.Object {
		return
	}
	has := false
	for _, k := range h.headers.Kids {
		has = has || k.Kind == js.Spread || strings.EqualFold(k.Text, "Idempotency-Key")
	}
	r.facts.set("facts.rest.idempotency_key", value.Truth(has).At(spanOf(h.headers)))
}

// pathID is the parameter that a call of V2 has in its path.
func pathID(function string) string {
	for _, id := range []string{"paymentId", "billingKey"} {
		if strings.Contains(function, "{"+id+"}") {
			return id
		}
	}
	return ""
}

// timeout is the time in milliseconds after which a call gives up.
func (c *code) timeout(call *js.Node, way *scope.Calls) (ms int, at *js.Node) {
	for _, arg := range call.Kids[1:] {
		for _, k := range arg.Kids {
			if k.Kind != js.Prop {
				continue
			}
			v := k.Kid(1)
			if k.Text == "signal" && v.Kind == js.Call && v.Kid(0).Text == "timeout" {
				v = v.Kid(1)
			} else if k.Text != "timeout" {
				continue
			}
			if n, err := strconv.Atoi(c.program.Value(v, way).Text()); err == nil {
				return n, v
			}
		}
	}
	return 0, nil
}

// sdkClient tells how the client of V2's server package is made: it takes an
// object, and a text alone gives calls without a secret.
func (c *code) sdkClient(facts facts) {
	c.walk(func(n *js.Node) {
		if n.Kind != js.Call && n.Kind != js.New || !strings.HasSuffix(n.Kid(0).Text, "PortOneClient") || facts.has("facts.server_sdk.client") {
			return
		}
		how := "string"
		switch v := c.program.Value(n.Kid(1), nil); {
		case v.Kind() == value.Object:
			how = "object"
		case v.Sort() != value.String && !strings.Contains(c.program.Source(n.Kid(1)), "process.env"):
			return
		}
		facts.set("facts.server_sdk.client", textAt(how, n))
	})
}

// versionOf is the version that an API call belongs to.
func versionOf(function string) wizard.SDK {
	for _, e := range endpointsV2 {
		if e == function {
			return wizard.V2
		}
	}
	return wizard.V1
}
