package js

// expression reads one or more expressions with commas between them.
func (p *parser) expression() *Node {
	first := p.assign()
	if !p.is(",") {
		return first
	}
	n := p.node(Seq, first.Start, first)
	for p.take(",") {
		n.Kids = append(n.Kids, p.assign())
	}
	n.End = p.last()
	return n
}

// assign reads an expression without a comma.
func (p *parser) assign() *Node {
	defer func(d int) { p.depth = d }(p.depth)
	if n, deep := p.deep(); deep {
		return n
	}
	if p.word("yield") {
		return p.awaiting()
	}
	n := p.binary(0)
	switch {
	case p.is("?") && !p.peek(func() bool { return p.is(":") || p.is(",") || p.is(")") || p.is("=") }):
		return p.choice(n)
	case p.tok.class == punct && assigns(p.tok.text):
		a := &Node{Kind: Assign, Text: p.tok.text, Start: n.Start}
		p.next()
		a.Kids = []*Node{n, p.assign()}
		a.End = p.last()
		return a
	}
	return n
}

func assigns(op string) bool {
	switch op {
	case "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=":
		return true
	}
	return false
}

func (p *parser) choice(test *Node) *Node {
	n := p.node(Cond, test.Start, test)
	p.next()
	p.colon++
	n.Kids = append(n.Kids, p.assign())
	p.colon--
	if p.take(":") {
		n.Kids = append(n.Kids, p.assign())
	} else {
		p.problem(Unreadable, p.tok.start, p.tok.end)
	}
	n.End = p.last()
	return n
}

// strength is how tightly an operator binds; 0 is no operator.
func (p *parser) strength() int {
	switch p.tok.class {
	case name:
		switch p.tok.text {
		case "in", "instanceof":
			return 7
		case "as", "satisfies":
			if !p.tok.line {
				return 7
			}
		}
	case punct:
		switch p.tok.text {
		case "??", "||":
			return 1
		case "&&":
			return 2
		case "|":
			return 3
		case "^":
			return 4
		case "&":
			return 5
		case "==", "!=", "===", "!==":
			return 6
		case "<", ">", "<=", ">=":
			return 7
		case "<<", ">>", ">>>":
			return 8
		case "+", "-":
			return 9
		case "*", "/", "%":
			return 10
		case "**":
			return 11
		}
	}
	return 0
}

// binary reads operands of operators that bind tighter than floor. A chain of
// one operator becomes one node; a longer one of several becomes opaque.
func (p *parser) binary(floor int) *Node {
	left := p.unary()
	links := 0
	for {
		s := p.strength()
		if s <= floor {
			return left
		}
		op := p.tok.text
		p.next()
		if op == "as" || op == "satisfies" {
			if !p.takeWord("const") {
				p.typ()
			}
			continue
		}
		right := p.binary(s)
		if left.Kind == Binary && left.Text == op && links > 0 {
			left.Kids = append(left.Kids, right)
			left.End = right.End
			continue
		}
		if links++; links > maxDepth {
			left, links = &Node{Kind: Opaque, Start: left.Start, End: left.End}, 1
		}
		left = p.node(Binary, left.Start, left, right)
		left.Text = op
	}
}

func (p *parser) unary() *Node {
	start := p.tok.start
	op := ""
	switch {
	case p.is("!"), p.is("-"), p.is("+"), p.is("~"), p.is("++"), p.is("--"):
		op = p.tok.text
	case p.word("typeof"), p.word("void"), p.word("delete"):
		op = p.tok.text
	case p.word("await"):
		return p.awaiting()
	default:
		return p.postfix(p.primary(), true)
	}
	defer func(d int) { p.depth = d }(p.depth)
	if n, deep := p.deep(); deep {
		return n
	}
	p.next()
	n := p.node(Unary, start, p.unary())
	n.Text = op
	return n
}

func (p *parser) awaiting() *Node {
	n := &Node{Kind: Await, Start: p.tok.start, End: p.tok.end}
	defer func(d int) { p.depth = d }(p.depth)
	if deep, yes := p.deep(); yes {
		return deep
	}
	yield := p.word("yield")
	p.next()
	p.take("*")
	if !yield {
		n.Kids = append(n.Kids, p.unary())
	} else if !p.tok.line && !p.is(")") && !p.is("]") && !p.is("}") && !p.is(",") && !p.is(";") && !p.is(":") && p.tok.class != end {
		n.Kids = append(n.Kids, p.assign())
	}
	n.End = p.last()
	return n
}

// postfix reads what hangs behind an expression: members, calls, ++ and !.
func (p *parser) postfix(n *Node, calls bool) *Node {
	for links := 0; ; links++ {
		if links > maxDepth {
			n = &Node{Kind: Opaque, Start: n.Start, End: n.End}
			links = 0
		}
		switch {
		case p.is("."), p.is("?."):
			n = p.member(n)
		case p.is("["):
			n = p.index(n, 0)
		case p.is("(") && calls:
			n = p.call(n, 0)
		case p.tok.class == backtick:
			n = p.node(Call, n.Start, n, p.template())
		case p.is("<") && calls:
			if !p.try(func() bool { return p.typeArguments() && (p.is("(") || p.tok.class == backtick) }) {
				return n
			}
		case p.is("!") && !p.tok.line:
			p.next()
		case (p.is("++") || p.is("--")) && !p.tok.line:
			u := p.node(Unary, n.Start, n)
			u.Text = p.tok.text
			p.next()
			n = u
		default:
			return n
		}
	}
}

func (p *parser) member(object *Node) *Node {
	var flag Flag
	if p.is("?.") {
		flag = Optional
	}
	p.next()
	switch {
	case flag == Optional && p.is("("):
		return p.call(object, flag)
	case flag == Optional && p.is("["):
		return p.index(object, flag)
	}
	n := &Node{Kind: Member, Flag: flag, Start: object.Start, Kids: []*Node{object}}
	switch p.tok.class {
	case name:
		n.Text, n.End = p.tok.text, p.tok.end
		p.next()
	case gap:
		n.End = p.tok.end
		p.next()
	default:
		p.problem(Unreadable, p.tok.start, p.tok.end)
		n.End = p.last()
	}
	return n
}

func (p *parser) index(object *Node, flag Flag) *Node {
	n := &Node{Kind: Index, Flag: flag, Start: object.Start}
	from := p.tok.start
	p.next()
	n.Kids = []*Node{object, p.inside(p.expression)}
	n.End = p.close("]", from)
	return n
}

// inside reads with no conditional around that could own a colon.
func (p *parser) inside(read func() *Node) *Node {
	colon := p.colon
	p.colon = 0
	n := read()
	p.colon = colon
	return n
}

func (p *parser) call(callee *Node, flag Flag) *Node {
	n := &Node{Kind: Call, Flag: flag, Start: callee.Start, Kids: []*Node{callee}}
	n.Kids = append(n.Kids, p.list(")")...)
	n.End = p.last()
	return n
}

// list reads expressions up to the closing bracket, the opening one in hand.
func (p *parser) list(closing string) []*Node {
	from := p.tok.start
	colon := p.colon
	p.colon = 0
	defer func() { p.colon = colon }()
	p.next()
	var all []*Node
	for p.tok.class != end && !p.is(closing) {
		at := p.tok.start
		switch {
		case p.is(","):
			all = append(all, p.node(Missing, at)) // a hole in an array
		case p.is("..."):
			all = append(all, p.spread())
		default:
			all = append(all, p.assign())
		}
		if p.take(",") || p.is(closing) || p.tok.class == end {
			continue
		}
		if p.is(")") || p.is("]") || p.is("}") || p.is(";") {
			break // the bracket is missing; what follows belongs to others
		}
		p.between(at, all)
	}
	p.close(closing, from)
	return all
}

// between notes a comma that is missing, or steps over what fits nowhere.
func (p *parser) between(at int, all []*Node) {
	if p.tok.start == at {
		p.problem(Unreadable, at, p.tok.end)
		p.next()
		return
	}
	if len(all) > 0 {
		p.problem(NoComma, p.last(), p.tok.start)
	}
}

// spread reads ... and what is spread, which may be nothing at all.
func (p *parser) spread() *Node {
	start, after := p.tok.start, p.tok.end
	p.next()
	if p.tok.class == end || p.is(",") || p.is("}") || p.is("]") || p.is(")") || p.is("...") || p.is(".") || p.tok.line {
		for p.is(".") || p.is("...") {
			p.next()
		}
		return &Node{Kind: Elided, Start: start, End: after}
	}
	n := p.node(Spread, start, p.assign())
	return n
}
