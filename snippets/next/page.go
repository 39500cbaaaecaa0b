package next

import (
	"slices"

	"smartro-wizard/snippets/front"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/react"
)

//go:generate go run ../compile shop.tsx.tmpl

// writePage writes the half of the project that browsers see. Of V2 there is no
// other: what the routes have to do is left to the shop and said.
func writePage(p plan.Plan) (plan.Output, error) {
	p.Served = p.ServerID // then the button asks for its order
	button, err := react.WriteTo("app/PayButton.tsx", p)
	if err != nil {
		return plan.Output{}, err
	}
	page, err := front.Write(p, front.Style{Path: "app/page.tsx", Language: "tsx", Types: true}, shop)
	if err != nil {
		return plan.Output{}, err
	}
	todo := ofOrder(page.Todo)
	for _, t := range button.Todo {
		filled := slices.ContainsFunc(todo, func(in plan.Todo) bool { return in.ID == t.ID && in.Param == t.Param })
		if t.ID != plan.TodoHandOver && !filled {
			todo = append(todo, t)
		}
	}
	return plan.Output{Files: append(button.Files, page.Files...), Todo: todo}, nil
}

// ofOrder is what is to be done in the page itself: its order, and what was
// left open of it.
func ofOrder(todo []plan.Todo) []plan.Todo {
	return slices.DeleteFunc(slices.Clone(todo), func(t plan.Todo) bool {
		return t.ID != plan.TodoOrder && (t.ID != plan.TodoLater || t.Line == 0)
	})
}
