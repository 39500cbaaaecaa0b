package js

// keyword reads a statement that begins with a keyword, nil for any other.
func (p *parser) keyword() *Node {
	start := p.tok.start
	switch p.tok.text {
	case "var", "const":
		return p.variables()
	case "let":
		if p.peek(func() bool { return p.tok.class == name || p.is("{") || p.is("[") }) {
			return p.variables()
		}
	case "function":
		return p.function(0)
	case "async":
		if p.peek(func() bool { return p.word("function") && !p.tok.line }) {
			p.next()
			n := p.function(Async)
			n.Start = start
			return n
		}
	case "class":
		return p.class()
	case "abstract":
		if p.peek(func() bool { return p.word("class") }) {
			p.next()
			return p.class()
		}
	case "if":
		return p.conditional()
	case "for", "while", "with":
		return p.looping()
	case "do":
		return p.doing()
	case "switch":
		return p.switching()
	case "try":
		return p.trying()
	case "return", "throw":
		return p.returning()
	case "break", "continue", "debugger":
		p.next()
		if p.tok.class == name && !p.tok.line && !p.reserved() {
			p.next()
		}
		p.take(";")
		return p.node(Missing, start)
	case "import":
		if !p.peek(func() bool { return p.is("(") || p.is(".") }) {
			return p.importing()
		}
	case "export":
		return p.exporting()
	}
	return p.typing()
}

func (p *parser) reserved() bool {
	switch p.tok.text {
	case "case", "default", "var", "const", "let", "function", "if", "for", "while", "return", "break", "else":
		return true
	}
	return false
}

func (p *parser) variables() *Node {
	n := &Node{Kind: Var, Text: p.tok.text, Start: p.tok.start}
	p.next()
	if n.Text == "const" && p.word("enum") {
		return p.enum()
	}
	for {
		d := p.node(Decl, p.tok.start, p.binding())
		if p.take("=") {
			d.Kids = append(d.Kids, p.assign())
		}
		d.End = p.last()
		n.Kids = append(n.Kids, d)
		if !p.take(",") {
			break
		}
	}
	n.End = p.last()
	p.take(";")
	return n
}

// binding reads a name or pattern with its type.
func (p *parser) binding() *Node {
	n := p.primary()
	if !p.take("!") {
		p.take("?")
	}
	p.annotation()
	return n
}

// annotation steps over ": Type".
func (p *parser) annotation() {
	if p.take(":") {
		p.typ()
	}
}

func (p *parser) function(flags Flag) *Node {
	n := &Node{Kind: Func, Flag: flags, Start: p.tok.start}
	p.next()
	p.take("*")
	if p.tok.class == name {
		n.Text = p.tok.text
		p.next()
	}
	p.signature(n)
	return n
}

// signature reads parameters and body into the function.
func (p *parser) signature(n *Node) {
	if p.is("<") {
		p.typeArguments()
	}
	params := &Node{Kind: Params, Start: p.tok.start, End: p.tok.start}
	if from := p.tok.start; p.take("(") {
		for p.tok.class != end && !p.is(")") {
			at := p.tok.start
			params.Kids = append(params.Kids, p.parameter())
			if !p.take(",") && !p.is(")") && p.tok.start == at {
				p.problem(Unreadable, at, p.tok.end)
				p.next()
			}
		}
		params.End = p.close(")", from)
	}
	p.annotation()
	body := p.node(Missing, p.last())
	if p.is("{") {
		body = p.block()
	} else {
		p.take(";")
	}
	n.Kids = []*Node{params, body}
	n.End = body.End
}

func (p *parser) parameter() *Node {
	start := p.tok.start
	p.decorators()
	for p.modifier() {
		p.next()
	}
	if p.take("...") {
		return p.node(Spread, start, p.binding())
	}
	n := p.binding()
	if p.take("=") {
		n = p.node(Assign, n.Start, n, p.assign())
		n.Text = "="
	}
	return n
}

// modifier reports whether the word in hand only describes the name behind it.
func (p *parser) modifier() bool {
	if p.tok.class != name {
		return false
	}
	switch p.tok.text {
	case "public", "private", "protected", "readonly", "static", "override", "declare", "abstract", "accessor":
		return p.peek(func() bool { return !p.tok.line && p.key() || p.is("{") || p.is("*") })
	}
	return false
}

// key reports whether the token in hand can be the key of a member.
func (p *parser) key() bool {
	switch p.tok.class {
	case name, quoted, number, gap:
		return true
	}
	return p.is("[")
}

func (p *parser) conditional() *Node {
	n := &Node{Kind: If, Start: p.tok.start}
	p.next()
	n.Kids = append(n.Kids, p.group(), p.statement())
	if p.takeWord("else") {
		n.Kids = append(n.Kids, p.statement())
	}
	n.End = p.last()
	return n
}

// group reads an expression in parentheses.
func (p *parser) group() *Node {
	from := p.tok.start
	if !p.take("(") {
		return p.node(Missing, from)
	}
	n := p.expression()
	p.close(")", from)
	return n
}

func (p *parser) looping() *Node {
	n := &Node{Kind: Loop, Start: p.tok.start}
	p.next()
	p.takeWord("await")
	if from := p.tok.start; p.take("(") {
		for p.tok.class != end && !p.is(")") {
			at := p.tok.start
			switch {
			case p.word("var") || p.word("let") || p.word("const"):
				n.Kids = append(n.Kids, p.variables())
			case p.take(";"), p.takeWord("of"), p.takeWord("in"):
			default:
				n.Kids = append(n.Kids, p.expression())
			}
			if p.tok.start == at {
				p.next()
			}
		}
		p.close(")", from)
	}
	n.Kids = append(n.Kids, p.statement())
	n.End = p.last()
	return n
}

func (p *parser) doing() *Node {
	n := &Node{Kind: Loop, Start: p.tok.start}
	p.next()
	n.Kids = append(n.Kids, p.statement())
	if p.takeWord("while") {
		n.Kids = append(n.Kids, p.group())
	}
	p.take(";")
	n.End = p.last()
	return n
}

func (p *parser) switching() *Node {
	n := &Node{Kind: Switch, Start: p.tok.start}
	p.next()
	n.Kids = append(n.Kids, p.group())
	from := p.tok.start
	if !p.take("{") {
		return n
	}
	for p.tok.class != end && !p.is("}") {
		c := &Node{Kind: Case, Start: p.tok.start}
		if p.takeWord("case") {
			p.colon++
			c.Kids = append(c.Kids, p.expression())
			p.colon--
		} else {
			p.takeWord("default")
			c.Kids = append(c.Kids, p.node(Missing, p.tok.start))
		}
		p.take(":")
		for p.tok.class != end && !p.is("}") && !p.word("case") && !p.word("default") {
			c.Kids = append(c.Kids, p.statement())
		}
		c.End = p.last()
		n.Kids = append(n.Kids, c)
	}
	n.End = p.close("}", from)
	return n
}

func (p *parser) trying() *Node {
	n := &Node{Kind: Try, Start: p.tok.start}
	p.next()
	n.Kids = append(n.Kids, p.statement())
	if start := p.tok.start; p.takeWord("catch") {
		c := p.node(Catch, start, p.node(Missing, start))
		if p.take("(") {
			c.Kids[0] = p.binding()
			p.close(")", start)
		}
		c.Kids = append(c.Kids, p.statement())
		c.End = p.last()
		n.Kids = append(n.Kids, c)
	}
	if p.takeWord("finally") {
		n.Kids = append(n.Kids, p.statement())
	}
	n.End = p.last()
	return n
}

func (p *parser) returning() *Node {
	n := &Node{Kind: Return, Text: p.tok.text, Start: p.tok.start, End: p.tok.end}
	p.next()
	if !p.tok.line && !p.is(";") && !p.is("}") && p.tok.class != end {
		n.Kids = append(n.Kids, p.expression())
		n.End = p.last()
	}
	p.take(";")
	return n
}

func (p *parser) importing() *Node {
	n := &Node{Kind: Import, Start: p.tok.start}
	p.next()
	known := "" // the name there of what gets another one here
	for braces := false; p.tok.class != end && p.tok.class != quoted && !p.is(";") && !p.is("="); p.next() {
		switch {
		case p.is("{"), p.is("}"):
			braces = p.is("{")
		case p.tok.line && !braces:
			return n
		case p.tok.class != name, p.word("from"), p.word("as"), p.word("type"):
		case p.peek(func() bool { return p.word("as") }):
			known = p.tok.text
		default:
			bound := &Node{Kind: Name, Text: p.tok.text, Start: p.tok.start, End: p.tok.end}
			if known != "" {
				bound.Kids, known = []*Node{{Kind: String, Text: known, Start: p.tok.start, End: p.tok.end}}, ""
			}
			n.Kids = append(n.Kids, bound)
		}
	}
	switch {
	case p.tok.class == quoted:
		n.Text = p.tok.text
		p.next()
	case p.take("="):
		n.Kids = append(n.Kids, p.assign())
	}
	n.End = p.last()
	p.take(";")
	return n
}

func (p *parser) exporting() *Node {
	n := &Node{Kind: Export, Start: p.tok.start}
	p.next()
	switch {
	case p.takeWord("default"):
		var what *Node
		if p.word("function") || p.word("class") || p.word("async") || p.word("abstract") {
			what = p.statement()
		} else {
			what = p.assign()
		}
		what.Flag |= Default
		n.Kids = append(n.Kids, what)
	case p.is("{"), p.is("*"):
		p.skip()
		for p.tok.class == name && !p.tok.line {
			p.next() // as NAME, from
		}
		if p.tok.class == quoted {
			p.next()
		}
	case p.take("="):
		n.Kids = append(n.Kids, p.assign())
	default:
		n.Kids = append(n.Kids, p.statement())
	}
	n.End = p.last()
	p.take(";")
	return n
}
