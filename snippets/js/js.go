// Package js writes values as JavaScript literals that mean exactly the value,
// in a plain script and in a script element of an HTML page alike. It is the
// only maker of Lit, and templates take nothing else from people.
//
// Korean stays Korean. Whatever a reader of the code could not see or would
// misread is an escape. The escapes also keep the literal out of reach of the
// HTML parser (</script, <!--) and of the template engines that such a page is
// often pasted into: ${ of JSP, {{ of Vue, {% of Jinja, [[ of Thymeleaf.
package js

import (
	"strings"

	"smartro-wizard/snippets/exact"
	"smartro-wizard/snippets/layout"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

// Lit is a complete literal, or an object key with its quotes where it needs
// them. Line ends stand only between its parts, never inside a string.
type Lit struct{ code string }

// String is the code. The zero Lit is undefined, so that one that was
// forgotten is a value and not a hole in the code.
func (l Lit) String() string {
	if l.code == "" {
		return "undefined"
	}
	return l.code
}

// Indent moves every line but the first to the right.
func (l Lit) Indent(blanks string) Lit {
	return Lit{strings.ReplaceAll(l.code, "\n", "\n"+blanks)}
}

const maxDepth = 256

var lines = layout.Style{Width: 60, Indent: "  "}

// Dialect is what the code around the literals bears. The zero Dialect is
// JavaScript as browsers of these years run it, in UTF-8.
type Dialect struct {
	ASCII bool // nothing but ASCII, for files whose encoding gets lost on the way
	ES5   bool // for engines that stopped at ECMAScript 5
}

// Encode writes a value. The error is a *refusal.Error with the path inside v.
func (d Dialect) Encode(v value.Value) (Lit, error) {
	literal, err := d.docOf(v, maxDepth)
	if err != nil {
		return Lit{}, err
	}
	return Lit{lines.Code(literal)}, nil
}

// String writes a text.
func (d Dialect) String(s string) (Lit, error) {
	code, err := d.quote(s)
	return Lit{code}, err
}

// Key writes the key of an object literal: bare where it is an ordinary name.
func (d Dialect) Key(s string) (Lit, error) {
	code, err := d.key(s)
	return Lit{code}, err
}

func (d Dialect) docOf(v value.Value, depth int) (layout.Doc, error) {
	switch v.Kind() {
	case value.Null:
		return layout.Doc{Flat: "null"}, nil
	case value.Bool:
		if v.Bool() {
			return layout.Doc{Flat: "true"}, nil
		}
		return layout.Doc{Flat: "false"}, nil
	case value.Number:
		if !exact.Float64(v.Text()) {
			return layout.Doc{}, &refusal.Error{Reason: refusal.InexactNumber}
		}
		return layout.Doc{Flat: v.Text()}, nil
	case value.String:
		code, err := d.quote(v.Text())
		return layout.Doc{Flat: code}, err
	case value.List, value.Object:
		if depth == 0 {
			return layout.Doc{}, &refusal.Error{Reason: refusal.TooDeep}
		}
		if v.Kind() == value.List {
			return d.listDoc(v, depth-1)
		}
		return d.objectDoc(v, depth-1)
	}
	return layout.Doc{}, &refusal.Error{Reason: refusal.NoValue}
}
