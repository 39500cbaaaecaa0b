// Package node holds what servers on Node have in common: asking PortOne,
// comparing with the order, and what an operator may do. Its templates are
// JavaScript, or TypeScript where the style has types; what hears requests is
// the target's own.
package node

import (
	"fmt"

	"smartro-wizard/snippets/back"
	"smartro-wizard/snippets/js"
	"smartro-wizard/wizard/value"
)

//go:generate go run ../compile -data ../back settings.tmpl portone.tmpl orders.tmpl payments.tmpl operator.tmpl

// Parts are the templates. A target has the block "ext", which is how its
// imports end.
func Parts() []back.Blocks { return []back.Blocks{settings, portone, orders, payments, operator} }

// Literal is the encoder.
func Literal(v value.Value, ascii bool) (fmt.Stringer, error) {
	return js.Dialect{ASCII: ascii}.Encode(v)
}
