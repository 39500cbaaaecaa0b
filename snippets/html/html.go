// Package html writes the html target: one page that works when it is opened
// from a web server, and from which the parts are pasted into a shop's own page.
package html

import (
	_ "embed"
	"sync"
	"text/template"

	"smartro-wizard/snippets/plan"
)

// Name is the target's name, Path the file it writes.
const (
	Name = "html"
	Path = "payment.html"
)

//go:embed page.html.tmpl
var source string

// page is parsed when the first file is written, not at start-up.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New(Path).Option("missingkey=error").Parse(source))
})

// Write writes the page. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	d, err := newData(p)
	if err != nil {
		return plan.Output{}, err
	}
	if err := page().Execute(&d.out, d); err != nil {
		return plan.Output{}, err
	}
	file := plan.File{Path: Path, Language: Name, Body: d.out.String(), Marks: d.marks}
	return plan.Output{Files: []plan.File{file}, Todo: d.todo()}, nil
}
