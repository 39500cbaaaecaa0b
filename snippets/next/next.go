// Package next writes the next target: page and server in one project with
// Next's App Router.
package next

import (
	"slices"

	"smartro-wizard/snippets/back"
	"smartro-wizard/snippets/node"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/react"
)

// Name is the target's name.
const Name = "next"

//go:generate go run ../compile -data ../back files.tmpl page.tsx.tmpl instrumentation.ts.tmpl http.ts.tmpl complete.ts.tmpl webhook.ts.tmpl orders.ts.tmpl redirect.ts.tmpl operator.ts.tmpl

// Write writes page and server, and of V2 the page. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	if p.V2() {
		return writePage(p)
	}
	p.Served = true
	button, err := react.WriteTo("app/PayButton.tsx", p)
	if err != nil {
		return plan.Output{}, err
	}
	out, err := back.Write(p, back.Style{
		Literal: node.Literal, Types: true, OwnPort: true,
		Parts: slices.Concat([]back.Blocks{files}, node.Parts()),
		Files: all(p),
		Start: "npm run dev",
		After: []string{plan.TodoAddress},
	})
	out.Files = append(button.Files, out.Files...)
	out.Todo = append(plan.BesideServer(button.Todo, true), out.Todo...)
	return out, err
}

func all(p plan.Plan) []back.File {
	at := func(path string, template back.Blocks) back.File {
		return back.File{Path: path, Language: "typescript", Comment: "//", Template: template}
	}
	list := []back.File{
		{Path: "app/page.tsx", Language: "tsx", Comment: "//", Template: page},
		at("app/payments/complete/route.ts", complete), at("app/payments/webhook/route.ts", webhook),
		at("app/payments/orders/route.ts", orders), at("app"+string(back.ReturnPath(p))+"/route.ts", redirect),
		at("lib/payments.ts", back.Part("payments")), at("lib/orders.ts", back.Part("orders")), at("lib/portone.ts", back.Part("portone")),
		at("lib/http.ts", http), at("lib/settings.ts", back.Part("settings")), at("instrumentation.ts", instrumentation),
		{Path: ".env.example", Language: "env", Comment: "#", Template: back.Env},
	}
	if p.Server.Operated() {
		list = slices.Insert(list, 5, at("app/payments/[operation]/route.ts", operator), at("lib/operator.ts", back.Part("operator")))
	}
	return list
}
