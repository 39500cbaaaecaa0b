// Package phplit writes values as PHP literals that mean exactly the value, in
// PHP 7.2 and later. It is the only maker of Lit, and templates take nothing
// else from people.
//
// A string stands in single quotes where nothing in it needs an escape, else
// in double quotes with its dollar signs escaped, so that PHP never takes a
// part of it for a variable. Korean stays Korean unless the file is ASCII.
// Values do not stand in comments, where ?> would end the code, nor in
// heredocs; nested ones not in constants either, which may not hold a cast.
package phplit

import (
	"math"
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

// String is the code. The zero Lit is null, so that one that was forgotten is
// a value and not a hole in the code.
func (l Lit) String() string {
	if l.code == "" {
		return "null"
	}
	return l.code
}

// Indent moves every line but the first to the right.
func (l Lit) Indent(blanks string) Lit {
	return Lit{strings.ReplaceAll(l.code, "\n", "\n"+blanks)}
}

const maxDepth = 100

var lines = layout.Style{Width: 80, Indent: "    "}

// Dialect is what the file around the literals bears. The zero Dialect is
// UTF-8.
type Dialect struct {
	ASCII bool // for files that a shop keeps in EUC-KR; the strings are UTF-8 all the same
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
		return layout.Doc{Flat: "null"}, nil
	case value.Bool:
		if v.Bool() {
			return layout.Doc{Flat: "true"}, nil
		}
		return layout.Doc{Flat: "false"}, nil
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
		return d.objectDoc(v, depth-1)
	}
	return layout.Doc{}, &refusal.Error{Reason: refusal.NoValue}
}

// number passes digits on as they were written, if PHP reads the same number
// from them. What does not fit 64 bits becomes a float there, in silence, and
// whole numbers have no zero below nothing.
func number(digits string) (string, error) {
	if digits == "-0" {
		return "-0.0", nil
	}
	n, err := strconv.ParseInt(digits, 10, 64)
	if err == nil && n != math.MinInt64 || err != nil && exact.Float64(digits) { // PHP reads the lowest as minus a float
		return digits, nil
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

// objectDoc writes an array with keys, which json_encode gives back as the
// object; where it would take the array for a list, an object. A key that
// stands twice is refused: PHP would keep the last one only.
func (d Dialect) objectDoc(v value.Value, depth int) (layout.Doc, error) {
	array := layout.Doc{Open: "[", Close: "]"}
	seen := make(map[string]bool, v.Len())
	counted := true
	for i, f := range v.Fields() {
		if seen[f.Key] {
			return layout.Doc{}, &refusal.Error{Reason: refusal.DuplicateKey, Path: f.Key}
		}
		seen[f.Key] = true
		counted = counted && f.Key == strconv.Itoa(i)
		part, err := d.docOf(f.Value, depth)
		if err != nil {
			return layout.Doc{}, refusal.Under(f.Key, err)
		}
		key, err := d.quote(f.Key)
		if err != nil {
			return layout.Doc{}, err
		}
		part.Before = key + " => "
		array.Parts = append(array.Parts, part)
	}
	if counted {
		array.Open = "(object) ["
	}
	return lines.Fold(array), nil
}
