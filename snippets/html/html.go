// Package html writes the html target: one page that works when it is opened
// from a web server, or the part that a page which pays already takes in.
package html

import (
	_ "embed"

	"smartro-wizard/snippets/front"
	"smartro-wizard/snippets/plan"
)

// Name is the target's name, Path the file it writes.
const (
	Name = "html"
	Path = "payment.html"
)

//go:embed page.html.tmpl
var pageSource string

//go:embed part.html.tmpl
var partSource string

var (
	page = front.Parse("page", pageSource)
	part = front.Parse("part", partSource)
)

// Write writes the page. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	style := front.Style{Path: Path, Language: Name, Tag: true}
	if p.Insert {
		return part.Write(p, style)
	}
	return page.Write(p, style)
}
