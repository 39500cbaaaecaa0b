package js

// object reads an object, or a pattern, which looks the same.
func (p *parser) object() *Node {
	n := &Node{Kind: Object, Start: p.tok.start}
	colon := p.colon
	p.colon = 0
	p.next()
	p.members(n, func() bool { return p.is("}") })
	n.End = p.close("}", n.Start)
	p.colon = colon
	return n
}

// members reads keys and values until done says that the object ends.
func (p *parser) members(n *Node, done func() bool) {
	for p.tok.class != end && !done() {
		at := p.tok.start
		switch {
		case p.is("..."):
			n.Kids = append(n.Kids, p.spread())
		case p.is("…"):
			n.Kids = append(n.Kids, p.primary())
		case p.prefixed() || p.key():
			n.Kids = append(n.Kids, p.prop())
		}
		if p.take(",") || done() || p.tok.class == end {
			continue
		}
		switch {
		case p.is(")") || p.is("]"):
			return // a brace is missing
		case p.is(";") && len(n.Kids) > 0:
			p.problem(NoComma, p.tok.start, p.tok.end)
			p.next()
		case p.tok.start == at:
			p.problem(Unreadable, at, p.tok.end)
			p.skip()
		case p.key() || p.is("..."):
			p.problem(NoComma, p.last(), p.tok.start)
		default:
			p.rest()
		}
	}
}

// rest steps over what is left of a member that cannot be read.
func (p *parser) rest() {
	p.problem(Unreadable, p.tok.start, p.tok.end)
	for p.tok.class != end && !p.is(",") && !p.is("}") && !p.is(")") && !p.tok.line {
		p.skip()
	}
	if p.tok.line && !p.is(",") && !p.is("}") && !p.is(")") && !p.key() {
		p.skip()
	}
	p.take(",")
}

// prefixed reports whether a word such as get or async stands before a key.
func (p *parser) prefixed() bool {
	switch {
	case p.is("*"), p.is("@"):
		return true
	case p.word("get"), p.word("set"), p.word("async"), p.modifier():
		return p.peek(func() bool { return p.key() || p.is("*") })
	}
	return false
}

// prop reads one member of an object or a class.
func (p *parser) prop() *Node {
	start := p.tok.start
	var flags Flag
	p.decorators()
	for p.prefixed() && !p.is("@") {
		if p.word("async") {
			flags |= Async
		}
		p.next()
	}
	n := &Node{Kind: Prop, Start: start, Text: p.tok.text}
	key := p.tok
	if p.is("[") {
		n.Flag |= Computed
		p.next()
		n.Kids = append(n.Kids, p.inside(p.expression))
		p.annotation() // an index signature
		p.close("]", start)
	} else {
		n.Kids = append(n.Kids, keyNode(key))
		p.next()
	}
	if !p.take("!") && p.is("?") {
		p.next()
	}
	n.Kids = append(n.Kids, p.valueOf(n, key, flags))
	n.End = p.last()
	return n
}

func keyNode(key token) *Node {
	k := &Node{Kind: Name, Text: key.text, Start: key.start, End: key.end}
	if key.class == gap {
		k.Kind = Hole
	}
	return k
}

// valueOf reads what stands behind a key.
func (p *parser) valueOf(n *Node, key token, flags Flag) *Node {
	switch {
	case p.is("("), p.is("<"):
		n.Flag |= Method
		f := &Node{Kind: Func, Flag: flags, Text: n.Text, Start: key.start}
		p.signature(f)
		return f
	case p.is(":"):
		p.next()
		if p.is(",") || p.is("}") {
			if p.tok.quiet == 0 {
				p.problem(MissingValue, key.start, key.end)
			}
			return p.nothing()
		}
		return p.assign()
	case key.class == name && p.is("="):
		p.next()
		n.Flag |= Shorthand
		left := &Node{Kind: Name, Text: key.text, Start: key.start, End: key.end}
		a := p.node(Assign, key.start, left, p.assign())
		a.Text = "="
		return a
	case key.class == name:
		n.Flag |= Shorthand
		return &Node{Kind: Name, Text: key.text, Start: key.start, End: key.end}
	case key.class == gap:
		return &Node{Kind: Hole, Text: key.text, Start: key.start, End: key.end}
	}
	p.problem(MissingValue, key.start, key.end)
	return p.nothing()
}

// class reads a class; its fields and methods become props.
func (p *parser) class() *Node {
	n := &Node{Kind: Class, Start: p.tok.start}
	p.next()
	if p.tok.class == name && !p.word("extends") && !p.word("implements") {
		n.Text = p.tok.text
		p.next()
	}
	if p.is("<") {
		p.typeArguments()
	}
	super := p.node(Missing, p.tok.start)
	if p.takeWord("extends") {
		super = p.postfix(p.primary(), true)
		if p.is("<") {
			p.typeArguments()
		}
	}
	n.Kids = append(n.Kids, super)
	for p.tok.class != end && !p.is("{") {
		p.next() // implements A, B
	}
	from := p.tok.start
	p.next()
	for p.tok.class != end && !p.is("}") {
		at := p.tok.start
		n.Kids = append(n.Kids, p.classMember())
		p.take(";")
		p.take(",")
		if p.tok.start == at {
			p.problem(Unreadable, at, p.tok.end)
			p.skip()
		}
	}
	n.End = p.close("}", from)
	return n
}

func (p *parser) classMember() *Node {
	start := p.tok.start
	p.decorators()
	if p.word("static") && p.peek(func() bool { return p.is("{") }) {
		p.next()
		return p.block()
	}
	for p.prefixed() && !p.is("@") {
		p.next()
	}
	n := &Node{Kind: Prop, Start: start, Text: p.tok.text}
	key := p.tok
	switch {
	case p.is("["):
		n.Flag |= Computed
		p.next()
		n.Kids = append(n.Kids, p.expression())
		p.annotation()
		p.close("]", start)
	case p.key():
		n.Kids = append(n.Kids, keyNode(key))
		p.next()
	default:
		return p.node(Missing, start)
	}
	if !p.take("!") {
		p.take("?")
	}
	if p.is("(") || p.is("<") {
		n.Kids = append(n.Kids, p.valueOf(n, key, 0))
		n.End = p.last()
		return n
	}
	p.annotation()
	value := p.node(Missing, p.tok.start)
	if p.take("=") {
		value = p.assign()
	}
	n.Kids = append(n.Kids, value)
	n.End = p.last()
	return n
}
