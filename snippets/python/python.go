// Package python writes values as Python literals that mean exactly the value.
// It is the only maker of Lit, and templates take nothing else from people.
//
// Korean stays Korean unless the file is ASCII. Whatever a reader of the code
// could not see or would misread is an escape. No literal is made for
// an f-string, a comment or a docstring: values do not stand there.
package python

import (
	"strconv"
	"strings"

	"smartro-wizard/snippets/exact"
	"smartro-wizard/snippets/layout"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

// Lit is a complete literal. Line ends stand only between its parts, never
// inside a string.
type Lit struct{ code string }

// String is the code. The zero Lit is None, so that one that was forgotten is
// a value and not a hole in the code.
func (l Lit) String() string {
	if l.code == "" {
		return "None"
	}
	return l.code
}

// Indent moves every line but the first to the right.
func (l Lit) Indent(blanks string) Lit {
	return Lit{strings.ReplaceAll(l.code, "\n", "\n"+blanks)}
}

const (
	maxDepth  = 100  // Python itself stops at 200 brackets
	maxDigits = 4300 // of a whole number; Python refuses a file with more
)

var lines = layout.Style{Width: 56, Indent: "    "}

// Dialect is what the file around the literals bears. The zero Dialect is
// UTF-8, in which Python reads its files.
type Dialect struct {
	ASCII bool // for files whose encoding gets lost on the way
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

func (d Dialect) docOf(v value.Value, depth int) (layout.Doc, error) {
	switch v.Kind() {
	case value.Null:
		return layout.Doc{Flat: "None"}, nil
	case value.Bool:
		if v.Bool() {
			return layout.Doc{Flat: "True"}, nil
		}
		return layout.Doc{Flat: "False"}, nil
	case value.Number:
		code, err := number(v.Text())
		return layout.Doc{Flat: code}, err
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
		return d.dictDoc(v, depth-1)
	}
	return layout.Doc{}, &refusal.Error{Reason: refusal.NoValue}
}

// number passes digits on as they were written, if Python reads the same
// number from them. Its whole numbers have no bound and no zero below nothing.
func number(digits string) (string, error) {
	switch {
	case digits == "-0":
		return "-0.0", nil
	case exact.Integer(digits) && len(digits) <= maxDigits, !exact.Integer(digits) && exact.Float64(digits):
		return strings.ToLower(digits), nil
	}
	return "", &refusal.Error{Reason: refusal.InexactNumber}
}

func (d Dialect) listDoc(v value.Value, depth int) (layout.Doc, error) {
	list := layout.Doc{Open: "[", Close: "]"}
	for i, item := range v.Items() {
		part, err := d.docOf(item, depth)
		if err != nil {
			return layout.Doc{}, refusal.Under(strconv.Itoa(i), err)
		}
		list.Parts = append(list.Parts, part)
	}
	return lines.Fold(list), nil
}

// dictDoc refuses a key that stands twice: Python would keep the last one
// only.
func (d Dialect) dictDoc(v value.Value, depth int) (layout.Doc, error) {
	dict := layout.Doc{Open: "{", Close: "}"}
	seen := make(map[string]bool, v.Len())
	for _, f := range v.Fields() {
		if seen[f.Key] {
			return layout.Doc{}, &refusal.Error{Reason: refusal.DuplicateKey, Path: f.Key}
		}
		seen[f.Key] = true
		part, err := d.docOf(f.Value, depth)
		if err != nil {
			return layout.Doc{}, refusal.Under(f.Key, err)
		}
		key, err := d.quote(f.Key)
		if err != nil {
			return layout.Doc{}, err
		}
		part.Before = key + ": "
		dict.Parts = append(dict.Parts, part)
	}
	return lines.Fold(dict), nil
}
