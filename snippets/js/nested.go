package js

import (
	"strconv"
	"strings"

	"smartro-wizard/snippets/layout"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

func (d Dialect) listDoc(v value.Value, depth int) (layout.Doc, error) {
	list := layout.Doc{Open: "[", Close: "]"}
	for i, item := range v.Items() {
		part, err := d.docOf(item, depth)
		if err != nil {
			return layout.Doc{}, refusal.Under(strconv.Itoa(i), err)
		}
		list.Parts = append(list.Parts, part)
	}
	return fold(list), nil
}

// objectDoc refuses a key that stands twice: JavaScript would keep the last
// one only.
func (d Dialect) objectDoc(v value.Value, depth int) (layout.Doc, error) {
	object := layout.Doc{Open: "{", Close: "}", Inside: " "}
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
		if part.Before, err = d.objectKey(f.Key); err != nil {
			return layout.Doc{}, err
		}
		object.Parts = append(object.Parts, part)
	}
	if d.ES5 && seen[proto] {
		return d.parsed(v)
	}
	return fold(object), nil
}

// objectKey is a key on its way into an object that may yet be parsed.
func (d Dialect) objectKey(name string) (string, error) {
	if d.ES5 && name == proto {
		return "", nil
	}
	code, err := d.key(name)
	return code + ": ", err
}

// parsed writes an object as a call of JSON.parse, the one way in ES5 to a key
// named __proto__.
func (d Dialect) parsed(v value.Value) (layout.Doc, error) {
	raw, err := v.MarshalJSON()
	if err != nil {
		return layout.Doc{}, err
	}
	code, err := d.quote(string(raw))
	return layout.Doc{Flat: "JSON.parse(" + code + ")"}, err
}

// fold keeps a list open that begins with a list: Thymeleaf takes [[ for its
// own.
func fold(d layout.Doc) layout.Doc {
	folded := lines.Fold(d)
	if strings.HasPrefix(folded.Flat, "[[") {
		return d
	}
	return folded
}
