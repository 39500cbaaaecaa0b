package js

// primary reads what an expression begins with. Where nothing fits it gives
// Missing and leaves the token to others.
func (p *parser) primary() *Node {
	t := p.tok
	n := &Node{Start: t.start, End: t.end, Text: t.text}
	switch t.class {
	case gap:
		n.Kind = Hole
	case number:
		n.Kind = Number
	case quoted:
		n.Kind = String
		if t.parts != nil {
			n.Kind, n.Kids, n.Text = Template, t.parts, ""
		}
	case backtick:
		return p.template()
	case name:
		return p.named(n)
	case punct:
		return p.sign(n)
	default:
		return p.nothing()
	}
	p.next()
	return n
}

// nothing stands where an expression is missing; a quiet gap before it may
// have been meant as one.
func (p *parser) nothing() *Node {
	if q := p.tok.quiet; q > 0 {
		return &Node{Kind: Hole, Start: q, End: q}
	}
	return p.node(Missing, p.tok.start)
}

func (p *parser) named(n *Node) *Node {
	switch n.Text {
	case "function":
		return p.function(0)
	case "class":
		return p.class()
	case "new":
		return p.making()
	case "async":
		if f := p.asyncFunction(); f != nil {
			return f
		}
	case "true", "false":
		n.Kind = Bool
		p.next()
		return n
	case "null":
		n.Kind = Null
		p.next()
		return n
	case "this", "super":
		n.Kind = This
		p.next()
		return n
	}
	n.Kind = Name
	p.next()
	if p.is("=>") && !p.tok.line {
		return p.arrow(n.Start, 0, n)
	}
	return n
}

// asyncFunction reads what follows the word async, nil where it is a mere name.
func (p *parser) asyncFunction() *Node {
	start := p.tok.start
	m := p.mark()
	p.next()
	switch {
	case p.tok.line:
	case p.word("function"):
		f := p.function(Async)
		f.Start = start
		return f
	case p.tok.class == name:
		param := &Node{Kind: Name, Text: p.tok.text, Start: p.tok.start, End: p.tok.end}
		p.next()
		if p.is("=>") {
			return p.arrow(start, Async, param)
		}
	case p.is("("), p.is("<"):
		if p.is("<") {
			p.typeArguments()
		}
		from := p.tok.start
		items, after := p.items()
		if f := p.arrowOf(from, items); f != nil {
			f.Flag |= Async
			f.Start = start
			return f
		}
		id := &Node{Kind: Name, Text: "async", Start: start, End: start + len("async")}
		return &Node{Kind: Call, Kids: append([]*Node{id}, items...), Start: start, End: after}
	}
	p.back(m)
	return nil
}

// arrow reads => and the body.
func (p *parser) arrow(start int, flags Flag, params ...*Node) *Node {
	n := &Node{Kind: Func, Flag: flags | Arrow, Start: start}
	ps := p.node(Params, start, params...)
	p.next()
	var body *Node
	if p.is("{") {
		body = p.block()
	} else {
		body = p.assign()
	}
	n.Kids, n.End = []*Node{ps, body}, body.End
	return n
}

func (p *parser) sign(n *Node) *Node {
	switch n.Text {
	case "(":
		return p.parens()
	case "[":
		n.Kind = Array
		n.Kids = p.list("]")
		n.End = p.last()
		return n
	case "{":
		return p.object()
	case "/", "/=":
		p.regex()
		n.Kind, n.End, n.Text = Regex, p.tok.end, p.src[n.Start:p.tok.end]
		p.next()
		return n
	case "<":
		return p.angle()
	case "@":
		p.decorators()
		return p.primary()
	case "...", "…":
		n.Kind = Elided
		p.next()
		return n
	}
	return p.nothing()
}

// parens reads what stands in parentheses: an expression, or the parameters of
// an arrow function, which look the same up to the arrow.
func (p *parser) parens() *Node {
	from := p.tok.start
	items, after := p.items()
	if f := p.arrowOf(from, items); f != nil {
		return f
	}
	switch len(items) {
	case 0:
		return &Node{Kind: Missing, Start: from, End: after}
	case 1:
		return items[0]
	}
	n := p.node(Seq, from, items...)
	n.End = after
	return n
}

// arrowOf reads the rest of an arrow function, nil where there is none.
func (p *parser) arrowOf(from int, items []*Node) *Node {
	if p.is(":") && p.colon == 0 && p.try(p.returnType) || p.is("=>") && !p.tok.line {
		return p.arrow(from, 0, items...)
	}
	return nil
}

// returnType steps over ": Type" and reports whether an arrow follows.
func (p *parser) returnType() bool {
	p.next()
	return p.typ() && p.is("=>")
}

// items reads what stands in parentheses, and where they end.
func (p *parser) items() (items []*Node, after int) {
	from := p.tok.start
	colon := p.colon
	p.colon = 0
	p.next()
	for p.tok.class != end && !p.is(")") {
		at := p.tok.start
		items = append(items, p.item())
		if p.take(",") || p.is(")") || p.tok.class == end {
			continue
		}
		if p.is("]") || p.is("}") || p.is(";") {
			break
		}
		p.between(at, items)
	}
	after = p.close(")", from)
	p.colon = colon
	return items, after
}

// item is one thing in parentheses, with the type of a parameter.
func (p *parser) item() *Node {
	if p.is("...") {
		n := p.spread()
		p.annotation()
		return n
	}
	n := p.assign()
	if p.is("?") {
		p.next()
	}
	if p.is(":") {
		p.annotation()
		if p.take("=") {
			n = p.node(Assign, n.Start, n, p.assign())
			n.Text = "="
		}
	}
	return n
}

func (p *parser) making() *Node {
	n := &Node{Kind: New, Start: p.tok.start}
	defer func(d int) { p.depth = d }(p.depth)
	if deep, yes := p.deep(); yes {
		return deep
	}
	p.next()
	if p.is(".") {
		p.next() // new.target
	}
	n.Kids = []*Node{p.postfix(p.primary(), false)}
	if p.is("<") {
		p.try(p.typeArguments)
	}
	if p.is("(") {
		n.Kids = append(n.Kids, p.list(")")...)
	}
	n.End = p.last()
	return n
}

// template reads a template literal: texts and expressions in turn.
func (p *parser) template() *Node {
	n := &Node{Kind: Template, Start: p.tok.start}
	colon := p.colon
	p.colon = 0
	defer func() { p.colon = colon }()
	for {
		text, done := p.chunk()
		if text.Start < text.End {
			n.Kids = append(n.Kids, text)
		}
		if done {
			n.End = p.pos
			break
		}
		if g, ok := p.gapAt(p.pos); ok {
			n.Kids = append(n.Kids, &Node{Kind: Hole, Text: p.src[g.Start:g.End], Start: g.Start, End: g.End})
			p.pos = g.End
			continue
		}
		p.pos += len("${")
		p.next()
		n.Kids = append(n.Kids, p.expression())
		for p.tok.class != end && !p.is("}") {
			p.problem(Unreadable, p.tok.start, p.tok.end)
			p.skip()
		}
		p.pos = p.tok.end
	}
	p.next()
	if len(n.Kids) == 0 || len(n.Kids) == 1 && n.Kids[0].Kind == String {
		if len(n.Kids) == 1 {
			n.Text = n.Kids[0].Text
		}
		n.Kind, n.Kids = String, nil
	}
	return n
}
