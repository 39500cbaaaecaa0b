// Package ts writes the ts target: a module with its types that any bundler
// takes, without a dependency and without a user interface.
package ts

import (
	"smartro-wizard/snippets/front"
	"smartro-wizard/snippets/plan"
)

// Name is the target's name, Path the file it writes.
const (
	Name = "ts"
	Path = "payment.ts"
)

//go:generate go run ../compile payment.ts.tmpl

// Write writes the module. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	return front.Write(p, front.Style{Path: Path, Language: "typescript", Types: true, Export: true}, payment)
}
