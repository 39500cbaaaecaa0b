// Package html writes the html target: one page that works when it is opened
// from a web server, or the part that a page which pays already takes in.
package html

import (
	"smartro-wizard/snippets/front"
	"smartro-wizard/snippets/plan"
)

// Name is the target's name, Path the file it writes. A server that is written
// with the page serves it as its start page, Served.
const (
	Name   = "html"
	Path   = "payment.html"
	Served = "index.html"
)

//go:generate go run ../compile page.html.tmpl part.html.tmpl

// Write writes the page. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	style := front.Style{Path: Path, Language: Name, Tag: true}
	if p.Insert {
		return front.Write(p, style, part)
	}
	if p.Served {
		style.Path = p.Public + Served
	}
	return front.Write(p, style, page)
}
