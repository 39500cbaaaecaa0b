// Package react writes the react target: a button for React 18 and later that
// Next and Vite take as it is.
package react

import (
	"smartro-wizard/snippets/front"
	"smartro-wizard/snippets/plan"
)

// Name is the target's name, Path the file it writes. With a server the page is
// a project, in which components stand in src.
const (
	Name   = "react"
	Path   = "PayButton.tsx"
	Served = "src/PayButton.tsx"
)

//go:generate go run ../compile PayButton.tsx.tmpl

// Write writes the component. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	if p.Served {
		return WriteTo(Served, p)
	}
	return WriteTo(Path, p)
}

// WriteTo writes it to another path, for a target that has more than the button.
func WriteTo(path string, p plan.Plan) (plan.Output, error) {
	return front.Write(p, front.Style{Path: path, Language: "tsx", Types: true}, payButton)
}
