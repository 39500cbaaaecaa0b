package js

import "strings"

// angle reads what begins with "<" where an expression is expected: an element,
// the type parameters of an arrow function, or a cast.
func (p *parser) angle() *Node {
	if p.syntax.NoJSX || p.peek(p.generic) {
		if p.try(p.typeArguments) {
			return p.unary()
		}
	}
	n := p.element()
	p.next()
	return n
}

// generic reports whether a type parameter is in hand, and no tag.
func (p *parser) generic() bool {
	return p.tok.class == name && p.peek(func() bool {
		return p.is(",") || p.word("extends") && p.peek(func() bool { return !p.is("=") && !p.is(">") })
	})
}

// element reads <Tag ...>...</Tag> and leaves its last ">" in hand, because
// what follows may be text.
func (p *parser) element() *Node {
	n := &Node{Kind: Element, Start: p.tok.start}
	defer func(d int) { p.depth = d }(p.depth)
	if deep, yes := p.deep(); yes {
		return deep
	}
	p.next()
	n.Text = p.tag()
	for p.tok.class != end && !p.ends() && !p.is("/") {
		at := p.tok.start
		if a := p.attribute(); a != nil {
			n.Kids = append(n.Kids, a)
		}
		if p.tok.start == at {
			p.problem(Unreadable, at, p.tok.end)
			p.next()
		}
	}
	if p.take("/") {
		p.ends()
	} else if p.ends() {
		p.children(n)
	}
	n.End = p.tok.end
	return n
}

// ends reports whether a tag ends here, and takes signs apart that begin with ">".
func (p *parser) ends() bool {
	if p.tok.class != punct || p.tok.text[0] != '>' {
		return false
	}
	p.narrow()
	return true
}

// tag reads a name of parts: a.b, svg:rect, data-x.
func (p *parser) tag() string {
	start := p.tok.start
	for p.tok.class == name || p.tok.class == number {
		p.next()
		if !p.is("-") && !p.is(".") && !p.is(":") {
			break
		}
		p.next()
	}
	return p.src[start:max(start, p.last())]
}

func (p *parser) attribute() *Node {
	start := p.tok.start
	if p.take("{") {
		var n *Node
		if p.is("...") {
			n = p.spread()
		} else {
			n = p.expression()
		}
		p.close("}", start)
		return n
	}
	if p.tok.class != name {
		return nil
	}
	a := &Node{Kind: Attr, Start: start, Text: p.tag()}
	if p.take("=") {
		from := p.tok.start
		switch {
		case p.take("{"):
			a.Kids = append(a.Kids, p.expression())
			p.close("}", from)
		case p.is("<"):
			a.Kids = append(a.Kids, p.element())
			p.next()
		case p.tok.class == quoted || p.tok.class == gap:
			a.Kids = append(a.Kids, p.primary())
		}
	}
	a.End = p.last()
	return a
}

// children reads raw text, expressions and elements up to the closing tag.
func (p *parser) children(n *Node) {
	for {
		rest := p.src[p.pos:]
		i := strings.IndexAny(rest, "<{")
		if i < 0 {
			p.problem(NoClose, n.Start, n.Start+1)
			p.pos = len(p.src)
			p.next()
			return
		}
		if text := rest[:i]; strings.TrimSpace(text) != "" {
			n.Kids = append(n.Kids, &Node{Kind: Markup, Text: text, Start: p.pos, End: p.pos + i})
		}
		p.pos += i
		p.next()
		switch {
		case p.is("{"):
			p.braces(n)
		case strings.HasPrefix(p.src[p.pos:], "/"):
			p.next()
			p.next()
			p.tag()
			if !p.ends() {
				p.problem(NoClose, n.Start, n.Start+1)
			}
			return
		case p.is("<"):
			n.Kids = append(n.Kids, p.element())
		}
		p.pos = p.tok.end
	}
}

// braces reads an expression between tags and leaves the closing brace in hand.
func (p *parser) braces(n *Node) {
	from := p.tok.start
	p.next()
	switch {
	case p.is("}"):
	case p.is("..."):
		n.Kids = append(n.Kids, p.spread())
	default:
		n.Kids = append(n.Kids, p.expression())
	}
	for p.tok.class != end && !p.is("}") {
		p.problem(NoClose, from, from+1)
		p.skip()
	}
}
