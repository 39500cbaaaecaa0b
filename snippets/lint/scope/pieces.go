package scope

import (
	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/wizard/value"
)

// Piece is a part of a text: fixed, or what an expression gives.
type Piece struct {
	Text string
	Expr *js.Node // nil where the part is fixed
	Way  *Calls
}

// Pieces takes the text that an expression makes apart, through names and
// functions of the program.
func (p *Program) Pieces(n *js.Node, way *Calls) []Piece {
	p.effort = maxEffort
	return p.pieces(n, way, maxSteps)
}

func (p *Program) pieces(n *js.Node, way *Calls, steps int) []Piece {
	whole := []Piece{{Expr: n, Way: way}}
	p.work++
	if p.effort--; steps == 0 || p.effort < 0 || p.work > p.most {
		return whole
	}
	steps--
	switch n.Kind {
	case js.String, js.Number:
		return []Piece{{Text: n.Text}}
	case js.Template, js.Binary:
		if n.Kind == js.Binary && n.Text != "+" {
			return whole
		}
		var all []Piece
		for _, k := range n.Kids {
			all = append(all, p.pieces(k, way, steps)...)
		}
		return all
	case js.Name:
		b := p.Lookup(n)
		if b == nil || len(b.Keys) > 0 || b.Rest {
			return whole
		}
		if from, then := p.given(b, way); from != nil {
			return p.pieces(from, then, steps)
		}
	case js.Call:
		if fn := p.FuncOf(n.Kid(0), way); fn != nil && !fn.Is(js.Async) {
			if out := p.returned(fn); out != nil {
				return p.pieces(out, way.Into(fn, n), steps)
			}
		}
		if c := n.Kid(0); c.Kind == js.Member && c.Text == "concat" {
			all := p.pieces(c.Kid(0), way, steps)
			for _, k := range n.Kids[1:] {
				all = append(all, p.pieces(k, way, steps)...)
			}
			return all
		}
	case js.Member, js.Index:
		if v := p.value(n, way, steps); v.Kind() == value.String || v.Kind() == value.Number {
			return []Piece{{Text: v.Text()}}
		}
	}
	return whole
}
