// Package java writes values as Java expressions that mean exactly the value,
// in a source file and in a scriptlet of a JSP page alike. It is the only maker
// of Lit, and templates take nothing else from people.
//
// The compiler turns \u0022 into a quote before it looks for strings, so no
// control, quote or backslash is ever written that way. Korean stays Korean
// unless the dialect is ASCII; whatever a reader could not see is an escape.
package java

import (
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

// Lit is a complete expression on one line.
type Lit struct{ code string }

// String is the code. The zero Lit is null, so that one that was forgotten is a
// value and not a hole in the code.
func (l Lit) String() string {
	if l.code == "" {
		return "null"
	}
	return l.code
}

// Dialect is what the file around the literals bears. The zero Dialect is for
// files in UTF-8.
type Dialect struct {
	ASCII bool // nothing but ASCII, for files whose encoding gets lost on the way
}

// Encode writes a value. Java has no literal for an object, so one, like a
// list, is a call of json with its JSON text; the code around has that method.
// The error is a *refusal.Error with the path inside v.
func (d Dialect) Encode(v value.Value) (Lit, error) {
	switch v.Kind() {
	case value.Null:
		return Lit{"null"}, nil
	case value.Bool:
		if v.Bool() {
			return Lit{"true"}, nil
		}
		return Lit{"false"}, nil
	case value.Number:
		code, err := number(v.Text())
		return Lit{code}, err
	case value.String:
		return d.String(v.Text())
	case value.List, value.Object:
		return d.parsed(v)
	}
	return Lit{}, &refusal.Error{Reason: refusal.NoValue}
}

// String writes a text.
func (d Dialect) String(s string) (Lit, error) {
	code, err := d.quote(s)
	return Lit{code}, err
}
