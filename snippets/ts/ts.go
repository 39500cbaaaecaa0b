// Package ts writes the ts target: a module with its types that any bundler
// takes, without a dependency and without a user interface.
package ts

import (
	"smartro-wizard/snippets/front"
	"smartro-wizard/snippets/plan"
)

// Name is the target's name, Path the file it writes. With a server the page is
// a project, in which modules stand in src.
const (
	Name   = "ts"
	Path   = "payment.ts"
	Served = "src/payment.ts"
)

//go:generate go run ../compile payment.ts.tmpl

// Write writes the module. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	path := Path
	if p.Served {
		path = Served
	}
	return front.Write(p, front.Style{Path: path, Language: "typescript", Types: true, Export: true}, payment)
}
