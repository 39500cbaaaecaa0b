// Package jsp writes the jsp target: the page of html for Tomcat and other
// servers of JSP, whose order the server puts into the script. It keeps to
// ECMAScript 5, as the shops do that have such pages.
package jsp

import (
	"smartro-wizard/snippets/front"
	"smartro-wizard/snippets/plan"
)

// Name is the target's name, Path the file it writes. With a server of ours
// the page is the start page of its web application, Served.
const (
	Name   = "jsp"
	Path   = "payment.jsp"
	Served = "src/main/webapp/index.jsp"
)

//go:generate go run ../compile page.jsp.tmpl

// Write writes the page, or the part that a page which pays already takes in.
// The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	p.ES5 = true
	style := front.Style{Path: Path, Language: Name, Tag: true, Java: true}
	if p.Served && !p.Insert {
		style.Path = Served
	}
	return front.Write(p, style, page)
}
