package answers

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	yaml "go.yaml.in/yaml/v4"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

var errTooDeep = errors.New("nested too deep for answers")

// depthLimit stops the parser before it has built what would be refused.
type depthLimit struct{}

func (depthLimit) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > MaxDepth+2 { // the parser counts the document too, and flow apart from block
		return errTooDeep
	}
	return nil
}

func (depthLimit) CheckAlias(int, int) error { return nil }

func (r *reader) yamlTree() (value.Value, bool) {
	if !r.printable() {
		return value.Value{}, false
	}
	loader, err := yaml.NewLoader(bytes.NewReader(r.src.text), yaml.WithPlugin(depthLimit{}))
	if err != nil {
		panic("answers: " + err.Error()) // only wrong options can fail here
	}
	var doc, another yaml.Node
	if err = loader.Load(&doc); err == io.EOF {
		r.report(emptyFile, "", value.Span{}, "")
		return value.Value{}, false
	}
	y := &yamlReader{reader: r}
	if err == nil {
		y.call = callIn(doc.Content[0])
		v := y.value(doc.Content[0], "", 1)
		if y.failed {
			return value.Value{}, false
		}
		if err = loader.Load(&another); err == io.EOF {
			return v, true
		}
	}
	if err != nil {
		r.yamlError(err)
	} else {
		at := y.offset(another.Line, another.Column)
		r.report(manyDocuments, "", value.Span{Start: at, End: at}, "")
	}
	return value.Value{}, false
}

// printable refuses characters that YAML has no place for, and those that it
// takes for line ends where no editor does.
func (r *reader) printable() bool {
	for i, c := range string(r.src.text) {
		p := rawControl
		switch {
		case c == 0x85 || c == 0x2028 || c == 0x2029:
			p = lineSeparator
		case c == '\t', c == '\n', c == '\r', c >= 0x20 && c < 0x7f, c >= 0xa0 && c != 0xfffe && c != 0xffff:
			continue
		}
		at := value.Span{Start: i, End: i + utf8.RuneLen(c)}
		r.report(p, "", at, string(c), "escape", `\u`+strings.ToUpper(strconv.FormatInt(0x10000|int64(c), 16)[1:]))
		return false
	}
	return true
}

// yamlErrors turns the parser's commonest words into sentences that help.
var yamlErrors = []struct {
	words   string
	problem problem
}{
	{"found unexpected end of stream", yamlQuote},
	{"did not find expected ',' or", yamlQuote},
	{"mapping values are not allowed", yamlColon},
	{"could not find expected ':'", yamlNoColon},
	{"unknown anchor", alias},
	{"found invalid Unicode character escape code", surrogate},
	{"cannot start any token", yamlStart},
	{errTooDeep.Error(), tooDeep},
}

func (r *reader) yamlError(err error) {
	p, reason, mark := yamlSyntax, err.Error(), yaml.Mark{}
	if load := (*yaml.LoadError)(nil); errors.As(err, &load) {
		reason, mark = load.Message, load.Mark
		for _, known := range yamlErrors {
			if strings.Contains(reason, known.words) {
				p = known.problem
			}
		}
		if mark.Line == 0 || p == yamlQuote {
			mark = load.ContextMark // where the quote opens, not where the file ends
		}
	}
	at := (&yamlReader{reader: r}).offset(max(mark.Line, 1), max(mark.Column, 1))
	if p == yamlStart && at < len(r.src.text) && r.src.text[at] == '\t' {
		p = yamlTab
	}
	r.report(p, "", value.Span{Start: at, End: at}, "", "reason", safe.Line(reason, shownValue), "limit", strconv.Itoa(MaxDepth))
}

// yamlReader turns nodes into values. Nodes come in the order of the text, so
// the cursor only moves on: looking each place up from its line's start would
// be quadratic on one long line.
type yamlReader struct {
	*reader
	failed             bool
	line, column, byte int
}

// offset gives the byte offset of a line and column, both from 1.
func (y *yamlReader) offset(line, column int) int {
	line = min(line, len(y.src.lines))
	if line != y.line || column < y.column {
		y.line, y.column, y.byte = line, 1, y.src.lines[line-1]
	}
	for y.column < column && y.byte < len(y.src.text) {
		_, size := utf8.DecodeRune(y.src.text[y.byte:])
		y.byte += size
		y.column++
	}
	return y.byte
}

func (y *yamlReader) value(n *yaml.Node, path string, depth int) value.Value {
	start := y.offset(n.Line, n.Column)
	if y.refused(n, start, depth) {
		return value.Value{}
	}
	switch n.Kind {
	case yaml.MappingNode:
		return y.mapping(n, path, start, depth)
	case yaml.SequenceNode:
		var items []value.Value
		for _, c := range n.Content {
			if items = append(items, y.value(c, path, depth+1)); y.failed {
				return value.Value{}
			}
		}
		v := value.ListOf(items...)
		return v.At(value.Span{Start: start, End: y.endOf(n, start, items)})
	}
	return scalar(y.call, n, path).At(value.Span{Start: start, End: scalarEnd(n, y.src.text, start)})
}

// refused names what YAML can do and answers do without.
func (y *yamlReader) refused(n *yaml.Node, start, depth int) bool {
	var p problem
	switch {
	case depth > MaxDepth && n.Kind != yaml.ScalarNode:
		p = tooDeep
	case n.Kind == yaml.AliasNode:
		p = alias
	case n.Anchor != "":
		p = anchor
	case n.Style&yaml.TaggedStyle != 0 || n.Tag == "!":
		p = tag
	default:
		return false
	}
	y.refuse(p, value.Span{Start: start, End: start}, "", "limit", strconv.Itoa(MaxDepth))
	return true
}

func (y *yamlReader) refuse(p problem, at value.Span, shown string, args ...string) {
	y.report(p, "", at, shown, args...)
	y.failed = true
}

func (y *yamlReader) mapping(n *yaml.Node, path string, start, depth int) value.Value {
	var fields []value.Field
	var values []value.Value
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content) && !y.failed; i += 2 {
		k := n.Content[i]
		at := value.Span{Start: y.offset(k.Line, k.Column)}
		if y.refused(k, at.Start, 0) {
			break
		}
		at.End = scalarEnd(k, y.src.text, at.Start)
		switch {
		case k.Kind != yaml.ScalarNode || k.Tag == "!!null" && k.Value == "":
			y.refuse(keyNotText, value.Span{Start: at.Start, End: at.Start}, "")
		case seen[k.Value]:
			y.refuse(keyDuplicate, at, k.Value)
		default:
			v := y.value(n.Content[i+1], under(path, k.Value), depth+1)
			fields = append(fields, value.Field{Key: k.Value, KeySpan: at, Value: v})
			values = append(values, v)
		}
		seen[k.Value] = true
	}
	if y.failed {
		return value.Value{}
	}
	return value.ObjectOf(fields...).At(value.Span{Start: start, End: y.endOf(n, start, values)})
}

// under is join for looking keys up. No path of the catalogue is that long, and
// long keys inside each other would make it quadratic.
func under(path, name string) string {
	if len(path)+len(name) > 200 {
		return "-"
	}
	return join(path, name)
}

// scalar gives a scalar its kind. Quoted ones are text. Plain ones are text
// where the contract or the catalogue wants text, so that 090 stays 090; else
// null, booleans and numbers in JSON's grammar are what they look like.
func scalar(call wizard.Call, n *yaml.Node, path string) value.Value {
	plain := n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
	switch {
	case !plain:
		return value.Text(n.Value)
	case n.Value == "" || n.Value == "null" || n.Value == "~":
		return value.Nothing()
	case textual(call, path):
		return value.Text(n.Value)
	case n.Value == "true" || n.Value == "false":
		return value.Truth(n.Value == "true")
	case value.IsNumber(n.Value):
		return value.Digits(n.Value)
	}
	return value.Text(n.Value)
}

// textual reports whether a plain scalar at this place is text whatever it
// looks like. The places of a list have the path of the list.
func textual(call wizard.Call, path string) bool {
	if at, inside := strings.CutPrefix(path, "params."); inside {
		return strings.HasPrefix(typeOf(call, at), "string")
	}
	k, ok := keyAt(strings.Split(path, "."), contract)
	return ok && (k.kind == isText || k.kind == isNames)
}

// typeOf is the catalogue's type of a call's parameter, "" for one that it has not.
func typeOf(call wizard.Call, path string) string {
	p, _ := wizard.ParamOf(call.Function, path)
	return p.Type
}

// callIn is callOf before the tree is read: what a scalar is rests on it.
func callIn(root *yaml.Node) wizard.Call {
	is := map[string]string{}
	for i := 0; root.Kind == yaml.MappingNode && i+1 < len(root.Content); i += 2 {
		is[root.Content[i].Value] = root.Content[i+1].Value
	}
	return wizard.CallOf(wizard.FunctionOf(wizard.SDK(is["sdk"]), wizard.Type(is["type"])))
}
