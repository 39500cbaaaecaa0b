package js

// parser reads with one token in hand. Where the text is wrong it notes the
// problem and takes what is there.
type parser struct {
	lexer
	syntax Syntax
	depth  int
	colon  int // a colon belongs to a conditional around
	limit  int // what is only tried stops at this byte; 0 is no limit
}

func (p *parser) is(text string) bool   { return p.tok.class == punct && p.tok.text == text }
func (p *parser) word(text string) bool { return p.tok.class == name && p.tok.text == text }

// take steps over the sign if it is next.
func (p *parser) take(text string) bool {
	if !p.is(text) {
		return false
	}
	p.next()
	return true
}

func (p *parser) takeWord(text string) bool {
	if !p.word(text) {
		return false
	}
	p.next()
	return true
}

// close steps over the bracket that ends what began at from.
func (p *parser) close(text string, from int) int {
	if !p.take(text) {
		p.problem(NoClose, from, from+1)
	}
	return p.last()
}

// last is the end of the token before the one in hand.
func (p *parser) last() int { return p.done }

func (p *parser) node(k Kind, start int, kids ...*Node) *Node {
	n := &Node{Kind: k, Start: start, Kids: kids}
	n.End = start
	if len(kids) > 0 {
		n.End = max(start, kids[len(kids)-1].End)
	}
	return n
}

// peek tells whether the token after the one in hand fulfils the test.
func (p *parser) peek(test func() bool) bool {
	was := p.mark()
	p.next()
	yes := test()
	p.back(was)
	return yes
}

type mark struct {
	lexer
	depth, colon, limit int
}

func (p *parser) mark() mark { return mark{p.lexer, p.depth, p.colon, p.limit} }

// tried is how far a try may go: no type that a person writes is longer.
const tried = 3000

// try keeps what read has read if it says so, and else goes back.
func (p *parser) try(read func() bool) bool {
	m := p.mark()
	if p.limit == 0 {
		p.limit = p.tok.start + tried
	}
	ok := read()
	if !ok {
		p.back(m)
	}
	p.limit = m.limit
	return ok
}

// over reports whether a try has gone too far.
func (p *parser) over() bool { return p.limit > 0 && p.tok.start > p.limit }

func (p *parser) back(m mark) {
	comments, work := p.comments, p.work
	p.lexer, p.depth, p.colon, p.limit = m.lexer, m.depth, m.colon, m.limit
	p.comments, p.work = comments, work // what was read stays read
}

// deep counts one level of nesting; past the limit the group at hand becomes
// one node that nobody looks into.
func (p *parser) deep() (*Node, bool) {
	p.depth++
	if p.depth <= maxDepth {
		return nil, false
	}
	n := &Node{Kind: Opaque, Start: p.tok.start}
	p.problem(TooDeep, p.tok.start, p.tok.end)
	p.skip()
	n.End = p.last()
	return n, true
}

// skip steps over the token in hand, and over all of a group that it opens.
func (p *parser) skip() {
	for open := 0; p.tok.class != end; {
		switch {
		case p.is("("), p.is("["), p.is("{"):
			open++
		case p.is(")"), p.is("]"), p.is("}"):
			open--
		}
		p.next()
		if open <= 0 || p.over() {
			return
		}
	}
}

func (p *parser) program() *Node {
	p.next()
	n := &Node{Kind: Block}
	for p.tok.class != end {
		n.Kids = append(n.Kids, p.statement())
	}
	n.End = len(p.src)
	return n
}

// block reads statements between braces.
func (p *parser) block() *Node {
	n := &Node{Kind: Block, Start: p.tok.start}
	colon := p.colon
	p.colon = 0
	p.next()
	for p.tok.class != end && !p.is("}") {
		n.Kids = append(n.Kids, p.statement())
	}
	n.End = p.close("}", n.Start)
	p.colon = colon
	return n
}

// statement reads one statement and always moves on.
func (p *parser) statement() *Node {
	defer func(d int) { p.depth = d }(p.depth)
	if n, deep := p.deep(); deep {
		return n
	}
	start := p.tok.start
	switch p.tok.class {
	case punct:
		switch p.tok.text {
		case "{":
			if p.peek(p.property) {
				return p.loose()
			}
			return p.block()
		case ";":
			p.next()
			return p.node(Missing, start)
		case "@":
			p.decorators()
			return p.statement()
		case ")", "]", "}":
			p.problem(StrayClose, start, p.tok.end)
			p.next()
			return p.node(Missing, start)
		}
	case name:
		if n := p.keyword(); n != nil {
			return n
		}
		fallthrough
	case quoted:
		if p.peek(func() bool { return p.is(":") }) {
			return p.labelled()
		}
	}
	n := p.expression()
	if p.tok.start == start && p.tok.class != end {
		p.problem(Unreadable, start, p.tok.end)
		p.next()
	}
	p.take(";")
	return n
}

// property reports whether the token in hand begins the first member of an
// object, where a brace could also begin a block.
func (p *parser) property() bool {
	if p.is("...") {
		return true
	}
	if p.tok.class != quoted && p.tok.class != name {
		return false
	}
	return p.peek(func() bool {
		return p.is(":") && !p.peek(p.loop) || p.is(",") && p.peek(func() bool { return p.tok.class == name })
	})
}

func (p *parser) loop() bool {
	return p.word("for") || p.word("while") || p.word("do") || p.word("switch")
}

// loose reads an object where a statement is expected: somebody pasted the
// parameters alone.
func (p *parser) loose() *Node {
	n := p.expression()
	p.take(";")
	return n
}

// labelled reads what begins with a name and a colon: a label, or members of an
// object that lost its braces.
func (p *parser) labelled() *Node {
	label := p.word("$") || p.peek(func() bool { return p.peek(p.loop) })
	if label {
		p.next()
		p.next()
		return p.statement()
	}
	n := &Node{Kind: Object, Start: p.tok.start}
	p.members(n, func() bool { return !p.another() })
	n.End = p.last()
	p.take(";")
	return n
}

// another reports whether another member follows in an object without braces.
func (p *parser) another() bool {
	return p.is("...") || (p.tok.class == name || p.tok.class == quoted) && p.peek(func() bool { return p.is(":") })
}

func (p *parser) decorators() {
	for p.take("@") {
		p.postfix(p.primary(), true)
	}
}
