// Package vue writes the vue target: a single file component for Vue 3.3 and
// later that Vite and Nuxt take as it is. What all buttons of a page share
// stands in a script of its own, which runs once.
package vue

import (
	"smartro-wizard/snippets/front"
	"smartro-wizard/snippets/plan"
)

// Name is the target's name, Path the file it writes. With a server the page is
// a project, in which components stand in src.
const (
	Name   = "vue"
	Path   = "PayButton.vue"
	Served = "src/PayButton.vue"
)

//go:generate go run ../compile PayButton.vue.tmpl

// Write writes the component. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	style := front.Style{Path: Path, Language: "vue", Types: true}
	if p.Served {
		style.Path = Served
	}
	return front.Write(p, style, payButton)
}
