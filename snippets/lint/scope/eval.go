package scope

import (
	"strconv"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/wizard/value"
)

// Calls is the way on which a function was reached: which call gave its
// parameters their values. The nil Calls is no way.
type Calls struct {
	fn, call *js.Node
	before   *Calls
}

// Into adds a call to the way.
func (c *Calls) Into(fn, call *js.Node) *Calls { return &Calls{fn, call, c} }

func (c *Calls) of(fn *js.Node) *js.Node {
	for ; c != nil; c = c.before {
		if c.fn == fn {
			return c.call
		}
	}
	return nil
}

const (
	maxSteps  = 60        // from a name to what it was given, and on
	maxEffort = 20_000    // nodes for one value: names that double at each step have no end
	leastWork = 1_000_000 // steps for all values of a small text,
	workAByte = 40        // and of a large one
	maxFields = 100       // of an object, whose other fields are not known
	maxItems  = 1000      // of a list that is known
	maxShown  = 60        // code points of a source that stands for an unknown value
)

// Value gives the value of an expression on a way, with its place in the text.
func (p *Program) Value(n *js.Node, way *Calls) value.Value {
	p.effort = maxEffort
	return p.value(n, way, maxSteps)
}

func (p *Program) value(n *js.Node, way *Calls, steps int) value.Value {
	p.work++
	if p.effort--; steps == 0 || p.effort < 0 || p.work > p.most {
		return p.unknown(n, value.Absent)
	}
	steps--
	span := value.Span{Start: n.Start, End: n.End}
	switch n.Kind {
	case js.Missing:
		return value.Value{}
	case js.String:
		return value.Text(n.Text).At(span)
	case js.Number:
		return p.number(n).At(span)
	case js.Bool:
		return value.Truth(n.Text == "true").At(span)
	case js.Null:
		return value.Nothing().At(span)
	case js.Array:
		return p.list(n, way, steps).At(span)
	case js.Object:
		return p.object(n, way, steps).At(span)
	case js.Template:
		return p.joined(n, way, steps)
	case js.Binary:
		return p.binary(n, way, steps)
	case js.Unary:
		return p.unary(n, way, steps)
	case js.Cond:
		return p.either(n, way, steps, n.Kid(1), n.Kid(2))
	case js.Assign:
		if n.Text == "=" {
			return p.value(n.Kid(1), way, steps)
		}
	case js.Name:
		return p.name(n, way, steps)
	case js.Member, js.Index:
		return p.member(n, way, steps)
	case js.Call, js.New:
		return p.call(n, way, steps)
	case js.Await:
		if v := p.value(n.Kid(0), way, steps); v.Kind() != value.Unknown {
			return v
		}
	case js.Elided:
		return p.unknown(n, value.Absent)
	}
	return p.unknown(n, value.Absent)
}

func (p *Program) unknown(n *js.Node, sort value.Kind) value.Value {
	src := strings.Join(strings.Fields(p.Source(n)), " ")
	if len([]rune(src)) > maxShown {
		src = string([]rune(src)[:maxShown-3]) + "..."
	}
	if src == "" {
		src = "?"
	}
	return value.UnknownOf(sort, src).At(value.Span{Start: n.Start, End: n.End})
}

// number keeps the digits as they were written, where JSON has the same.
func (p *Program) number(n *js.Node) value.Value {
	digits := strings.ReplaceAll(n.Text, "_", "")
	if value.IsNumber(digits) {
		return value.Digits(digits)
	}
	f, ok := js.NumberOf(n.Text)
	if !ok {
		return p.unknown(n, value.Number)
	}
	return value.Digits(strconv.FormatFloat(f, 'f', -1, 64))
}

func (p *Program) list(n *js.Node, way *Calls, steps int) value.Value {
	if len(n.Kids) > maxItems {
		return p.unknown(n, value.List)
	}
	items := make([]value.Value, 0, len(n.Kids))
	for _, k := range n.Kids {
		if k.Kind == js.Spread || k.Kind == js.Elided {
			return p.unknown(n, value.List)
		}
		items = append(items, p.value(k, way, steps))
	}
	return value.ListOf(items...)
}

// object reads the fields of an object. What an unknown object is spread into
// is open, and the fields before it may be overwritten.
func (p *Program) object(n *js.Node, way *Calls, steps int) value.Value {
	var fields []value.Field
	open := ""
	put := func(f value.Field) { fields = append(fields, f) }
	for _, k := range n.Kids {
		if len(fields) > maxFields {
			open = "..."
			break
		}
		switch k.Kind {
		case js.Elided:
			open = p.unknown(k, value.Absent).Text()
		case js.Spread:
			v := p.value(k.Kid(0), way, steps)
			if v.Kind() == value.Object {
				for _, f := range v.Fields() {
					put(f)
				}
				open = first(open, v.Text())
				continue
			}
			if v.Kind() == value.Unknown {
				for i := range fields {
					fields[i].Value = overwritten(fields[i].Value, v)
				}
				open = p.unknown(k, value.Absent).Text()
			}
		case js.Prop:
			key, known := p.key(k, way, steps)
			if !known {
				open = p.unknown(k, value.Absent).Text()
				continue
			}
			v := p.value(k.Kid(1), way, steps)
			if v.IsAbsent() {
				v = p.unknown(k, value.Absent) // a key is there, whatever became of its value
			}
			put(value.Field{Key: key, Value: v, KeySpan: value.Span{Start: k.Kid(0).Start, End: k.Kid(0).End}})
		}
	}
	if open != "" {
		return value.OpenObject(open, fields...)
	}
	return value.ObjectOf(fields...)
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// overwritten is a field in front of an unknown spread.
func overwritten(was, by value.Value) value.Value {
	return value.UnknownOf(was.Sort(), by.Text()).At(was.Span())
}

func (p *Program) key(prop *js.Node, way *Calls, steps int) (string, bool) {
	if !prop.Is(js.Computed) {
		return prop.Text, prop.Kid(0).Kind != js.Hole
	}
	v := p.value(prop.Kid(0), way, steps)
	return v.Text(), v.Kind() == value.String || v.Kind() == value.Number
}

// either is the value of two branches where both agree.
func (p *Program) either(n *js.Node, way *Calls, steps int, a, b *js.Node) value.Value {
	x, y := p.value(a, way, steps), p.value(b, way, steps)
	switch {
	case x.Known() && x.Equal(y):
		return x
	case x.Sort() == y.Sort() && x.Sort() != value.Unknown:
		return p.unknown(n, x.Sort())
	}
	return p.unknown(n, value.Absent)
}

func (p *Program) unary(n *js.Node, way *Calls, steps int) value.Value {
	v := p.value(n.Kid(0), way, steps)
	switch n.Text {
	case "-":
		if v.Kind() == value.Number && !strings.HasPrefix(v.Text(), "-") {
			return value.Digits("-" + v.Text()).At(value.Span{Start: n.Start, End: n.End})
		}
		return p.unknown(n, value.Number)
	case "+":
		if v.Kind() == value.Number {
			return v
		}
		if v.Kind() == value.String && value.IsNumber(v.Text()) {
			return value.Digits(v.Text()).At(value.Span{Start: n.Start, End: n.End})
		}
		return p.unknown(n, value.Number)
	case "!":
		return p.unknown(n, value.Bool)
	case "typeof":
		return p.unknown(n, value.String)
	case "void":
		return value.Value{}
	}
	return p.unknown(n, value.Number)
}

func (p *Program) binary(n *js.Node, way *Calls, steps int) value.Value {
	switch n.Text {
	case "+":
		return p.joined(n, way, steps)
	case "-", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>", "*":
		return p.unknown(n, value.Number)
	case "==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "instanceof":
		return p.unknown(n, value.Bool)
	case "||", "??":
		left := p.value(n.Kid(0), way, steps)
		if len(n.Kids) == 2 && left.Known() {
			if empty := left.Kind() == value.Null || left.Kind() == value.String && left.Text() == "" || left.Kind() == value.Bool && !left.Bool(); !empty {
				return left
			}
			return p.value(n.Kid(1), way, steps)
		}
		return p.either(n, way, steps, n.Kid(0), n.Kid(1))
	}
	return p.unknown(n, value.Absent)
}

// joined is the text of a template literal, or the sum or text of a chain of +.
func (p *Program) joined(n *js.Node, way *Calls, steps int) value.Value {
	var b strings.Builder
	text, known := n.Kind == js.Template, true
	for _, k := range n.Kids {
		v := p.value(k, way, steps)
		text = text || v.Sort() == value.String
		switch v.Kind() {
		case value.String, value.Number:
			b.WriteString(v.Text())
		default:
			known = false
		}
	}
	switch {
	case text && known:
		return value.Text(b.String()).At(value.Span{Start: n.Start, End: n.End})
	case text:
		return p.unknown(n, value.String)
	}
	for _, k := range n.Kids {
		if p.value(k, way, steps).Sort() != value.Number {
			return p.unknown(n, value.Absent)
		}
	}
	return p.unknown(n, value.Number)
}
