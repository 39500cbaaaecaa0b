package js

// typing reads statements that only a type checker needs, nil for any other.
func (p *parser) typing() *Node {
	start := p.tok.start
	named := func() bool { return p.tok.class == name && !p.tok.line }
	switch p.tok.text {
	case "interface":
		if p.peek(named) {
			p.next()
			for p.tok.class != end && !p.is("{") && !p.is(";") {
				if !p.is("<") || !p.typeArguments() {
					p.next()
				}
			}
			p.skip()
			return p.node(Missing, start)
		}
	case "type":
		if p.peek(named) {
			p.next()
			p.next()
			if p.is("<") {
				p.typeArguments()
			}
			if p.take("=") {
				p.typ()
			}
			p.take(";")
			return p.node(Missing, start)
		}
	case "enum":
		if p.peek(named) {
			return p.enum()
		}
	case "namespace", "module":
		if p.peek(func() bool { return !p.tok.line && (p.tok.class == name || p.tok.class == quoted) }) {
			for p.tok.class != end && !p.is("{") {
				p.next()
			}
			return p.block()
		}
	case "declare":
		if p.peek(named) {
			return p.declaring()
		}
	}
	return nil
}

// declaring steps over what exists elsewhere.
func (p *parser) declaring() *Node {
	start := p.tok.start
	p.next()
	if p.word("global") || p.word("module") || p.word("namespace") {
		p.toBrace()
	} else {
		p.statement()
	}
	return p.node(Missing, start)
}

// toBrace steps over everything up to and with the next group in braces.
func (p *parser) toBrace() {
	for p.tok.class != end && !p.is("{") && !p.is(";") {
		p.next()
	}
	p.skip()
}

// enum becomes a constant object.
func (p *parser) enum() *Node {
	start := p.tok.start
	p.next()
	id := &Node{Kind: Name, Text: p.tok.text, Start: p.tok.start, End: p.tok.end}
	p.next()
	o := &Node{Kind: Object, Start: p.tok.start}
	for p.take("{"); p.tok.class != end && !p.is("}"); {
		at := p.tok.start
		m := &Node{Kind: Prop, Text: p.tok.text, Start: p.tok.start}
		key := keyNode(p.tok)
		p.next()
		v := p.node(Missing, p.tok.start)
		if p.take("=") {
			v = p.assign()
		}
		m.Kids, m.End = []*Node{key, v}, p.last()
		o.Kids = append(o.Kids, m)
		if !p.take(",") && !p.is("}") && p.tok.start == at {
			p.next()
		}
	}
	o.End = p.close("}", o.Start)
	n := p.node(Var, start, p.node(Decl, start, id, o))
	n.Text = "const"
	return n
}

// maxTypeDepth bounds a try that a<a<a<... would repeat at each sign.
const maxTypeDepth = 12

// typeArguments steps over <...>. It reports false, somewhere on the way,
// where that is none.
func (p *parser) typeArguments() bool {
	open := 0
	for !p.over() {
		switch {
		case p.is("<"):
			if open++; open > maxTypeDepth {
				return false
			}
		case p.tok.class == punct && p.tok.text[0] == '>':
			p.narrow()
			if open--; open == 0 {
				p.next()
				return true
			}
		case p.is("{"), p.is("("), p.is("["):
			p.skip()
			continue
		case p.tok.class == end, p.is(";"), p.is(")"), p.is("]"), p.is("}"), p.is("&&"), p.is("||"):
			return false
		case p.tok.class == number, p.tok.class == gap, p.is("+"), p.is("=="), p.is("==="):
			return false
		}
		p.next()
	}
	return false
}

// narrow makes one ">" of the signs that begin with it.
func (p *parser) narrow() {
	p.tok.text, p.tok.end = ">", p.tok.start+1
	p.pos = p.tok.end
}

// typ steps over one type and reports whether there was one.
func (p *parser) typ() bool {
	defer func(d int) { p.depth = d }(p.depth)
	if _, deep := p.deep(); deep {
		return false
	}
	p.take("|")
	p.take("&")
	for p.tok.class == name && p.typeWord() {
		p.next()
	}
	if !p.typeAtom() {
		return false
	}
	for !p.over() {
		switch {
		case p.is("[") && !p.tok.line:
			p.skip()
		case p.is("<"):
			if !p.typeArguments() {
				return true
			}
		case p.take("."):
			p.next()
		case p.is("|"), p.is("&"), p.word("is") && !p.tok.line:
			p.next()
			return p.typ()
		case p.word("extends") && !p.tok.line:
			p.next()
			p.typ()
			if p.take("?") {
				p.typ()
				p.take(":")
				return p.typ()
			}
			return true
		default:
			return true
		}
	}
	return false
}

// typeWord reports whether the word in hand only stands before a type.
func (p *parser) typeWord() bool {
	switch p.tok.text {
	case "keyof", "typeof", "infer", "readonly", "unique", "asserts", "new", "abstract":
		return p.peek(func() bool { return p.tok.class == name && !p.tok.line || p.is("(") || p.is("[") || p.is("{") })
	}
	return false
}

func (p *parser) typeAtom() bool {
	switch {
	case p.tok.class == name, p.tok.class == quoted, p.tok.class == number:
		p.next()
		return true
	case p.tok.class == backtick:
		p.template()
		return true
	case p.is("-"):
		p.next()
		return p.typeAtom()
	case p.is("("):
		p.skip()
		if p.take("=>") {
			return p.typ()
		}
		return true
	case p.is("{"), p.is("["):
		p.skip()
		return true
	case p.is("<"):
		return p.typeArguments() && p.typeAtom()
	}
	return false
}
