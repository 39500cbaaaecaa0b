package lint

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/snippets/lint/region"
	"smartro-wizard/snippets/lint/scope"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// code is one file, read. Places of all nodes count in the file.
type code struct {
	file     region.File
	program  *scope.Program
	trees    []tree
	comments []js.Span
	problems []js.Problem
	large    []js.Span // pieces that were not read
	windows  []window
	inits    []*js.Node
	more     *js.Node // the first call that was left out, nil for none
	named    bool     // the file speaks of the SDK by its name
	imports  bool

	of    map[*js.Node]*region.Region  // by root
	said  map[wizard.SDK][]value.Value // addresses of a version, as far as they are told
	world *World
	left  int // steps that the search at hand may still take
	work  int // nodes looked at, which tests count
}

// The most that is judged of one file: what has more was not written by a
// person, and one call more would say nothing new.
const (
	maxWindows = 200
	maxInits   = 50
	maxRests   = 200
	maxEffort  = 500 // steps of one search for where something comes from
)

// tree is what one region became.
type tree struct {
	root   *js.Node
	region *region.Region
}

func newCode(f region.File) *code {
	c := &code{file: f, of: map[*js.Node]*region.Region{}}
	c.named = slices.ContainsFunc([]string{"iamport", "portone", "IMP.init"}, func(s string) bool { return strings.Contains(f.Text, s) })
	c.imports = strings.Contains(f.Text, "import ")
	var roots []*js.Node
	for i := 0; i < len(c.file.Regions); i++ {
		r := c.file.Regions[i]
		if len(r.Text) > MaxScript {
			c.large = append(c.large, js.Span{Start: c.file.Place(&r, 0), End: c.file.Place(&r, len(r.Text)-1) + 1})
			continue
		}
		parsed := js.Parse(r.Text, r.Gaps, r.Syntax)
		c.work += parsed.Looks
		if !r.Inner {
			c.inner(&r, parsed.Root)
		}
		c.place(&r, parsed)
		c.trees = append(c.trees, tree{parsed.Root, &r})
		c.of[parsed.Root] = &r
		roots = append(roots, parsed.Root)
	}
	c.program = scope.New(f.Text, roots, func(i int) bool { return c.trees[i].region.Module })
	c.find()
	return c
}

// inner finds pages in texts of a script: what a server sends, or what is put
// into the page that is there.
func (c *code) inner(r *region.Region, root *js.Node) {
	js.Walk(root, func(n *js.Node) bool {
		c.work++
		if (n.Kind == js.Template || n.Kind == js.String) && n.End-n.Start > 20 {
			if s := r.Text[n.Start:n.End]; strings.Contains(s, "<script") || strings.Contains(s, "<SCRIPT") || strings.Contains(s, " onclick=") {
				c.file.Inner(r, n.Start+1, max(n.End-1, n.Start+1))
				return false
			}
		}
		return true
	})
}

// region is the piece of JavaScript that a node stands in.
func (c *code) region(n *js.Node) *region.Region {
	for n.Up != nil {
		n = n.Up
	}
	return c.of[n]
}

// spend takes one step of the search at hand and reports whether it was there.
func (c *code) spend() bool {
	c.left--
	c.work++
	return c.left >= 0
}

// place moves a tree from its region to the file.
func (c *code) place(r *region.Region, p js.Program) {
	move := func(start, end int) (int, int) {
		from := c.file.Place(r, start)
		if end <= start {
			return from, from
		}
		return from, c.file.Place(r, end-1) + 1
	}
	js.Walk(p.Root, func(n *js.Node) bool {
		n.Start, n.End = move(n.Start, n.End)
		return true
	})
	for _, s := range p.Comments {
		start, end := move(s.Start, s.End)
		c.comments = append(c.comments, js.Span{Start: start, End: end})
	}
	for _, b := range p.Problems {
		b.Start, b.End = move(b.Start, b.End)
		c.problems = append(c.problems, b)
	}
}

// walk visits every node of the file.
func (c *code) walk(visit func(*js.Node)) {
	for _, t := range c.trees {
		js.Walk(t.root, func(n *js.Node) bool {
			c.work++
			visit(n)
			return true
		})
	}
}

// facts are what the rulebook knows beside setup and parameters.
type facts map[string]value.Value

// set puts a fact by the path that rows read it by.
func (f facts) set(path string, v value.Value) { f[strings.TrimPrefix(path, "facts.")] = v }

func (f facts) has(path string) bool {
	_, ok := f[strings.TrimPrefix(path, "facts.")]
	return ok
}

func spanOf(n *js.Node) value.Span { return value.Span{Start: n.Start, End: n.End} }

// textAt is a fact's text with the place that it was read from.
func textAt(s string, n *js.Node) value.Value { return value.Text(s).At(spanOf(n)) }
