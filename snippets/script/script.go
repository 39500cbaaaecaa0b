// Package script writes the js target: a plain script that a page takes in with
// one script element, and that leaves no names on it.
package script

import (
	"smartro-wizard/snippets/front"
	"smartro-wizard/snippets/plan"
)

// Name is the target's name, Path the file it writes. A server that is written
// with the script serves it from among its pages.
const (
	Name = "js"
	Path = "payment.js"
)

//go:generate go run ../compile payment.js.tmpl

// Write writes the script. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	style := front.Style{Path: Path, Language: "javascript"}
	if p.Served {
		style.Path = p.Public + Path
	}
	return front.Write(p, style, payment)
}
