// Package php writes the php target: a server in plain PHP 7.4 and later that
// needs the extension curl only. PHP shares nothing between requests, so the
// token and the example's orders lie in files that are locked.
package php

import (
	"fmt"

	"smartro-wizard/snippets/back"
	"smartro-wizard/snippets/phplit"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard/value"
)

// Name is the target's name.
const Name = "php"

//go:generate go run ../compile -data ../back server.php.tmpl payments.php.tmpl operators.php.tmpl fields.php.tmpl portone.php.tmpl orders.php.tmpl store.php.tmpl settings.php.tmpl

// Write writes the server. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	script := func(path string, template back.Blocks) back.File {
		return back.File{Path: path, Language: "php", Comment: "//", Template: template}
	}
	files := []back.File{script("server.php", server), script("payments.php", payments)}
	if p.Server.Operated() {
		files = append(files, script("operators.php", operators), script("fields.php", fields))
	}
	return back.Write(p, back.Style{
		Literal: literal,
		Files: append(files,
			script("portone.php", portone), script("orders.php", orders), script("store.php", store), script("settings.php", settings),
			back.File{Path: ".env.example", Language: "env", Comment: "#", Template: back.Env},
		),
		Start: "php server.php",
	})
}

func literal(v value.Value, ascii bool) (fmt.Stringer, error) {
	return phplit.Dialect{ASCII: ascii}.Encode(v)
}
