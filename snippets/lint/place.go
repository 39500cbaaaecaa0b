package lint

import (
	"sort"
	"strings"
	"unicode/utf8"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

const bareObject = js.Object // a window that is only its parameters

// midOf is the MID behind the dot of pg.
func midOf(params value.Value) string {
	_, mid, _ := strings.Cut(params.Get("pg").Text(), ".")
	return mid
}

// lines turns bytes into lines and columns.
type lines struct {
	text  string
	start []int
}

func newLines(text string) lines {
	l := lines{text: text, start: []int{0}}
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			return l
		}
		i += n + 1
		l.start = append(l.start, i)
	}
}

// at counts line and column from 1, the column in code points.
func (l lines) at(pos int) (line, column int) {
	line = sort.SearchInts(l.start, pos+1)
	return line, utf8.RuneCountInString(l.text[l.start[line-1]:min(pos, len(l.text))]) + 1
}

// locate fills in where findings stand. What has no place of its own stands
// nowhere but in the file.
func locate(r *Report, found []wizard.Finding) {
	l := newLines(r.Text)
	for i := range found {
		f := &found[i]
		f.File = r.File
		if f.Span == (value.Span{}) {
			continue
		}
		f.Line, f.Column = l.at(f.Span.Start)
		f.EndLine, f.EndColumn = l.at(max(f.Span.End, f.Span.Start))
	}
}

// todo is what marks a value that was left open in code of ours.
const todo = "TODO(smartro-wizard): "

// later takes values for left open that stand on a line which says so.
func (c *code) later(params value.Value) value.Value {
	if !strings.Contains(c.file.Text, todo) {
		return params
	}
	return c.laterBelow(params, params, "")
}

func (c *code) laterBelow(all, v value.Value, path string) value.Value {
	for _, f := range v.Fields() {
		at := strings.TrimPrefix(path+"."+f.Key, ".")
		switch {
		case c.marked(f.Value.Span(), at):
			all = all.With(at, value.LeftOpen().At(f.Value.Span()))
		case f.Value.Kind() == value.Object:
			all = c.laterBelow(all, f.Value, at)
		}
	}
	return all
}

// marked reports whether the line of a place has the mark with that name.
func (c *code) marked(s value.Span, name string) bool {
	text := c.file.Text
	if s.End > len(text) || s.End == 0 {
		return false
	}
	line, _, _ := strings.Cut(text[s.End:], "\n")
	_, what, ok := strings.Cut(line, todo)
	if !ok {
		return false
	}
	what, _, _ = strings.Cut(strings.TrimSpace(what), " ")
	return strings.Trim(what, "*/->.") == name || strings.TrimSpace(what) == name
}
