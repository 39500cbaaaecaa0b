// Package js reads JavaScript as it comes to a support desk: TypeScript, JSX,
// fragments, bare objects, code with a comma missing or the end cut off, and
// code with the expressions of a page template in it. It gives a tree with the
// exact place of every node and the problems that it stepped over. It never
// fails, runs nothing, and knows nothing about payments.
//
// Why a reader of our own. The plan was esbuild's transform, goja's tree of the
// result, and a source map back. It was built and measured before this:
//
//   - esbuild recurses without a limit, and a Go stack that overflows ends the
//     program whatever recovers. 512 KiB of "!", "(", "a=>", "a=", "if(a)" or
//     "a**" did so, and 100,000 brackets took 1 GB.
//   - 512 KiB of 'a'+'a'+… took 47 s and 17 GB, of "var a;" 48 s: its folding
//     and its table of hoisted names are quadratic. A limit that keeps both
//     under a second refuses ordinary pages.
//   - It stops at the first mistake, and what customers send has some. Mending
//     by its messages and trying again costs a run for each.
//   - A source map knows where a value begins and not where it ends, and folding
//     loses what a finding has to show ("order_" + time).
//   - esbuild and goja together add 7 MB to the program.
//
// So both stay where they are without rival, as the oracle of this package's
// tests: what they read out of well-formed code has to be read here too.
//
// Its rules:
//   - Time is linear in the length. What can be tried twice is tried over a
//     bounded number of tokens.
//   - Nesting past maxDepth is stepped over as one Opaque node, iteratively.
//   - Types are stepped over: a value is the same with and without them.
package js

// Kind tells what a node is.
type Kind uint8

// The kinds. Kids stand in the order given here.
const (
	Missing  Kind = iota // nothing where an expression belongs
	Name                 // Text is the name
	This                 // this, super
	String               // Text is the text, escapes read
	Number               // Text is the source
	Regex                // Text is the source
	Bool                 // Text is true or false
	Null                 //
	Template             // String and other nodes in turn: text with something in it
	Hole                 // an expression of a page template
	Elided               // "...": the author left something out
	Opaque               // nested too deep to be read
	Array                // the items
	Object               // Prop and Spread
	Prop                 // Text is the key unless it is Computed; key, value
	Spread               // what is spread
	Func                 // Text is the name; Params, then Block or an expression
	Params               // the patterns
	Class                // Text is the name; superclass or Missing, then Prop
	Call                 // what is called, then the arguments
	New                  // what is made, then the arguments
	Member               // Text is the member; the object
	Index                // the object, the key
	Unary                // Text is the operator
	Binary               // Text is the operator; also && || ??
	Assign               // Text is the operator; where to, what
	Cond                 // test, then, else
	Seq                  // expressions with commas between them
	Await                // also yield
	Element              // Text is the tag; Attr and children
	Attr                 // Text is the name; the value
	Markup               // text between JSX tags
	Block                // statements; the whole program is one
	Var                  // Text is var, let or const; Decl
	Decl                 // pattern, value or Missing
	Return               // value or Missing; also throw
	If                   // test, then, else
	Loop                 // what its head holds, then the body
	Switch               // what is switched on, then Case
	Case                 // test or Missing, then statements
	Try                  // blocks, Catch
	Catch                // pattern or Missing, Block
	Import               // Text is the module; Names of what it binds, with a String of another name there
	Export               // what is exported
)

// Flag tells more of a node.
type Flag uint8

// The flags.
const (
	Computed  Flag = 1 << iota // the key of a Prop is an expression
	Shorthand                  // {a} for {a: a}
	Method                     // a method, getter or setter
	Optional                   // ?. before a call, member or index
	Async                      // an async function
	Arrow                      // an arrow function
	Default                    // the function or class of export default
)

// Node is one piece of a program. Start and End are bytes of the text that was
// parsed. Up is the node it stands in, nil for the program.
type Node struct {
	Kind       Kind
	Flag       Flag
	Text       string
	Kids       []*Node
	Start, End int
	Up         *Node
}

// Kid gives a child, or a Missing node where there is none.
func (n *Node) Kid(i int) *Node {
	if i < len(n.Kids) {
		return n.Kids[i]
	}
	return &Node{Kind: Missing, Start: n.End, End: n.End, Up: n}
}

// Is reports whether the node has the flag.
func (n *Node) Is(f Flag) bool { return n.Flag&f != 0 }

// Span is a piece of the text.
type Span struct{ Start, End int }

// Gap is a piece of the text that belongs to a page template and not to the
// program. A quiet gap stands where a blank could stand (a loop, a comment);
// the others give a value.
type Gap struct {
	Span
	Quiet bool
}

// Problem is something in the text that no JavaScript engine takes.
type Problem struct {
	What Mistake
	Span
}

// Mistake is a kind of problem.
type Mistake string

// The mistakes. After each the reader goes on.
const (
	NoComma      Mistake = "comma"        // two members of a list without a comma
	NoClose      Mistake = "close"        // a bracket that is never closed
	StrayClose   Mistake = "stray"        // a closing bracket too many
	OpenString   Mistake = "string"       // a text without its closing quote
	CurlyQuote   Mistake = "quote"        // a quotation mark of a word processor
	Unreadable   Mistake = "unreadable"   // something that fits nowhere
	TooDeep      Mistake = "deep"         // nested deeper than is read
	MissingValue Mistake = "value"        // a key without a value
	OpenComment  Mistake = "open-comment" // a comment that never ends
)

// Syntax tells apart what the same characters mean.
type Syntax struct {
	NoJSX bool // "<" begins a cast: TypeScript outside .tsx
}

// Program is what was read.
type Program struct {
	Root     *Node
	Comments []Span
	Problems []Problem
	Looks    int // bytes that were looked at
}

const (
	maxDepth    = 400 // nested deeper than any person writes, and a fraction of the stack
	maxProblems = 20
)

// Parse reads a text. Gaps are sorted and do not overlap.
func Parse(text string, gaps []Gap, s Syntax) Program {
	p := &parser{lexer: lexer{src: text, gaps: gaps}, syntax: s}
	root := p.program()
	adopt(root)
	return Program{Root: root, Comments: p.comments, Problems: p.problems, Looks: p.work}
}

// adopt sets who stands in whom. The tree is at most a few times maxDepth high.
func adopt(n *Node) {
	for _, k := range n.Kids {
		k.Up = n
		adopt(k)
	}
}

// Walk visits the node and all below it, in the order of the text. Where visit
// says false, what is below is left out.
func Walk(n *Node, visit func(*Node) bool) {
	if !visit(n) {
		return
	}
	for _, k := range n.Kids {
		Walk(k, visit)
	}
}
