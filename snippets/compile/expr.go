package main

import (
	"fmt"
	"strconv"
	"strings"
	"text/template/parse"
)

// expr is an expression in Go with its type.
type expr struct{ code, typ string }

// truth is the expression as a condition.
func (x expr) truth() (string, error) {
	switch x.typ {
	case "bool":
		return x.code, nil
	case "[]Entry":
		return "len(" + x.code + ") > 0", nil
	}
	return "", fmt.Errorf("%s is a %s and no condition", x.code, x.typ)
}

// pipe is one field, one method with texts and numbers, or the not of them.
func (g *generator) pipe(p *parse.PipeNode, at dot) (expr, error) {
	if len(p.Cmds) != 1 || len(p.Decl) > 0 {
		return expr{}, fmt.Errorf("%s: no pipes and names", p)
	}
	args := p.Cmds[0].Args
	switch first := args[0].(type) {
	case *parse.FieldNode:
		return g.field(first, args[1:], at)
	case *parse.IdentifierNode: // not, the parser knows no other
		if len(args) != 2 {
			return expr{}, fmt.Errorf("%s: not takes one thing", p)
		}
		f, ok := args[1].(*parse.FieldNode)
		if !ok {
			return expr{}, fmt.Errorf("%s: not takes a field", p)
		}
		x, err := g.field(f, nil, at)
		if err != nil {
			return expr{}, err
		}
		code, err := x.truth()
		return expr{"!(" + code + ")", "bool"}, err
	}
	return expr{}, fmt.Errorf("%s is not known here", p)
}

func (g *generator) field(f *parse.FieldNode, args []parse.Node, at dot) (expr, error) {
	if len(f.Ident) != 1 {
		return expr{}, fmt.Errorf("%s: one name at a time", f)
	}
	is, known := g.shapes[at.typ][f.Ident[0]]
	if !known {
		return expr{}, fmt.Errorf("%s has no %s", at.typ, f.Ident[0])
	}
	code := at.name + "." + f.Ident[0]
	if !is.method {
		if len(args) > 0 {
			return expr{}, fmt.Errorf("%s takes nothing", f)
		}
		return expr{code, is.typ}, nil
	}
	var list []string
	for _, a := range args {
		switch a := a.(type) {
		case *parse.StringNode:
			list = append(list, strconv.Quote(a.Text))
		case *parse.NumberNode:
			list = append(list, a.Text)
		default:
			return expr{}, fmt.Errorf("%s: %s is neither text nor number", f, a)
		}
	}
	return expr{code + "(" + strings.Join(list, ", ") + ")", is.typ}, nil
}
