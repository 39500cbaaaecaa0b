// Package express writes the express target: a server on Node 18 and later
// that needs Express only.
package express

import (
	"slices"

	"smartro-wizard/snippets/back"
	"smartro-wizard/snippets/node"
	"smartro-wizard/snippets/plan"
)

// Name is the target's name.
const Name = "express"

//go:generate go run ../compile -data ../back files.tmpl server.js.tmpl routes.js.tmpl manifest.json.tmpl

// Write writes the server. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	script := func(path string, template back.Blocks) back.File {
		return back.File{Path: path, Language: "javascript", Comment: "//", Template: template}
	}
	all := []back.File{
		script("server.js", server), script("routes.js", routes), script("payments.js", back.Part("payments")),
		script("orders.js", back.Part("orders")), script("portone.js", back.Part("portone")), script("settings.js", back.Part("settings file")),
		{Path: "package.json", Language: "json", Template: manifest},
		{Path: ".env.example", Language: "env", Comment: "#", Template: back.Env},
	}
	if p.Server.Operated() {
		all = slices.Insert(all, 3, script("operator.js", back.Part("operator")))
	}
	style := back.Style{
		Literal: node.Literal,
		Parts:   slices.Concat([]back.Blocks{files}, node.Parts()),
		Files:   all,
		Start:   "npm install && npm start",
	}
	if p.Bundled { // the page has a package.json of its own
		style.Folder, style.Start = "server/", "cd server && npm install && npm start"
	}
	return back.Write(p, style)
}
