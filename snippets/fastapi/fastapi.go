// Package fastapi writes the fastapi target: a server on Python 3.9 and later
// that needs FastAPI, httpx and python-dotenv. Its routes are plain functions,
// which FastAPI runs on threads, so that a shop's orders may come from any
// database library.
package fastapi

import (
	"fmt"

	"smartro-wizard/snippets/back"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/python"
	"smartro-wizard/wizard/value"
)

// Name is the target's name.
const Name = "fastapi"

//go:generate go run ../compile -data ../back app.py.tmpl payments.py.tmpl operators.py.tmpl portone.py.tmpl orders.py.tmpl settings.py.tmpl requirements.txt.tmpl

// Write writes the server. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	module := func(path string, template back.Blocks) back.File {
		return back.File{Path: path, Language: "python", Comment: "#", Gap: "  ", Template: template}
	}
	files := []back.File{module("main.py", app), module("payments.py", payments)}
	if p.Server.Operated() {
		files = append(files, module("operators.py", operators))
	}
	return back.Write(p, back.Style{
		Literal: literal,
		Files: append(files,
			module("portone.py", portone), module("orders.py", orders), module("settings.py", settings),
			back.File{Path: "requirements.txt", Language: "text", Template: requirements},
			back.File{Path: ".env.example", Language: "env", Comment: "#", Template: back.Env},
		),
		Start: "pip install -r requirements.txt && python3 main.py",
	})
}

func literal(v value.Value, ascii bool) (fmt.Stringer, error) {
	return python.Dialect{ASCII: ascii}.Encode(v)
}
