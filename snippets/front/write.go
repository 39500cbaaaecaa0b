package front

import (
	"embed"
	"sync"
	"text/template"

	"smartro-wizard/snippets/plan"
)

//go:embed parts
var parts embed.FS

// Template is the text of a target in each syntax, parsed when it is first
// written and not at start-up.
type Template struct{ modern, es5 func() *template.Template }

// Parse prepares the template of a target. It may use every part.
func Parse(name, source string) Template {
	parse := func(syntax string) func() *template.Template {
		return sync.OnceValue(func() *template.Template {
			t := template.New(name).Option("missingkey=error")
			template.Must(t.ParseFS(parts, "parts/common.tmpl", "parts/types.tmpl", "parts/"+syntax+".tmpl"))
			return template.Must(t.Parse(source))
		})
	}
	return Template{parse("modern"), parse("es5")}
}

// Write writes a target. The error is a *refusal.Error.
func (t Template) Write(p plan.Plan, s Style) (plan.Output, error) {
	d, err := newData(p, s)
	if err != nil {
		return plan.Output{}, err
	}
	page := t.modern
	if d.ES5 {
		page = t.es5
	}
	if err := page().Execute(&d.out, d); err != nil {
		return plan.Output{}, err
	}
	file := plan.File{Path: s.Path, Language: s.Language, Body: d.out.String(), Marks: d.marks}
	if p.EUCKR && !s.Types {
		file.Encoding = plan.EUCKR
	}
	return plan.Output{Files: []plan.File{file}, Todo: d.todo()}, nil
}
