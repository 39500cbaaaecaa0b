// Package ts writes the ts target: a module with its types that any bundler
// takes, without a dependency and without a user interface.
package ts

import (
	_ "embed"

	"smartro-wizard/snippets/front"
	"smartro-wizard/snippets/plan"
)

// Name is the target's name, Path the file it writes.
const (
	Name = "ts"
	Path = "payment.ts"
)

//go:embed payment.ts.tmpl
var source string

var file = front.Parse(Path, source)

// Write writes the module. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	return file.Write(p, front.Style{Path: Path, Language: "typescript", Types: true, Export: true})
}
