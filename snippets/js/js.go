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

const (
	maxDepth  = 256
	lineWidth = 60 // longer objects and lists take a line for each part
)

// Encode writes a value. The error is a *refusal.Error with the path inside v.
func Encode(v value.Value) (Lit, error) {
	d, err := docOf(v, maxDepth)
	if err != nil {
		return Lit{}, err
	}
	var b strings.Builder
	d.print(&b, "")
	return Lit{b.String()}, nil
}

// String writes a text.
func String(s string) (Lit, error) {
	code, err := quote(s)
	return Lit{code}, err
}

// Key writes the key of an object literal: bare where it is an ordinary name.
func Key(s string) (Lit, error) {
	code, err := key(s)
	return Lit{code}, err
}

// doc is a value on its way to code: as one line where that is short enough.
type doc struct {
	flat        string // "" when it does not fit
	open, close string
	before      string // the key and its colon
	parts       []doc
}

func docOf(v value.Value, depth int) (doc, error) {
	switch v.Kind() {
	case value.Null:
		return doc{flat: "null"}, nil
	case value.Bool:
		if v.Bool() {
			return doc{flat: "true"}, nil
		}
		return doc{flat: "false"}, nil
	case value.Number:
		code, err := number(v.Text())
		return doc{flat: code}, err
	case value.String:
		code, err := quote(v.Text())
		return doc{flat: code}, err
	case value.List, value.Object:
		if depth == 0 {
			return doc{}, &refusal.Error{Reason: refusal.TooDeep}
		}
		if v.Kind() == value.List {
			return listDoc(v, depth-1)
		}
		return objectDoc(v, depth-1)
	}
	return doc{}, &refusal.Error{Reason: refusal.NoValue}
}
