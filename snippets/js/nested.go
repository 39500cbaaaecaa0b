package js

import (
	"strconv"
	"strings"

	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

func (d Dialect) listDoc(v value.Value, depth int) (doc, error) {
	list := doc{open: "[", close: "]"}
	for i, item := range v.Items() {
		part, err := d.docOf(item, depth)
		if err != nil {
			return doc{}, refusal.Under(strconv.Itoa(i), err)
		}
		list.parts = append(list.parts, part)
	}
	return list.fold(""), nil
}

// objectDoc refuses a key that stands twice: JavaScript would keep the last
// one only.
func (d Dialect) objectDoc(v value.Value, depth int) (doc, error) {
	object := doc{open: "{", close: "}"}
	seen := make(map[string]bool, v.Len())
	for _, f := range v.Fields() {
		if seen[f.Key] {
			return doc{}, &refusal.Error{Reason: refusal.DuplicateKey, Path: f.Key}
		}
		seen[f.Key] = true
		part, err := d.docOf(f.Value, depth)
		if err != nil {
			return doc{}, refusal.Under(f.Key, err)
		}
		if part.before, err = d.objectKey(f.Key); err != nil {
			return doc{}, err
		}
		object.parts = append(object.parts, part)
	}
	if d.ES5 && seen[proto] {
		return d.parsed(v)
	}
	return object.fold(" "), nil
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
func (d Dialect) parsed(v value.Value) (doc, error) {
	raw, err := v.MarshalJSON()
	if err != nil {
		return doc{}, err
	}
	code, err := d.quote(string(raw))
	return doc{flat: "JSON.parse(" + code + ")"}, err
}

// fold puts everything on one line where it fits there. A list that begins
// with a list stays open: Thymeleaf takes [[ for its own.
func (d doc) fold(inside string) doc {
	if len(d.parts) == 0 {
		d.flat = d.open + d.close
		return d
	}
	flat := make([]string, len(d.parts))
	width := 2 * len(inside)
	for i, p := range d.parts {
		flat[i] = p.before + p.flat
		width += len(flat[i]) + 2
		if p.flat == "" || width > lineWidth || i == 0 && strings.HasPrefix(d.open+flat[i], "[[") {
			return d
		}
	}
	d.flat = d.open + inside + strings.Join(flat, ", ") + inside + d.close
	return d
}

func (d doc) print(b *strings.Builder, blanks string) {
	if d.flat != "" {
		b.WriteString(d.flat)
		return
	}
	b.WriteString(d.open + "\n")
	for _, p := range d.parts {
		b.WriteString(blanks + "  " + p.before)
		p.print(b, blanks+"  ")
		b.WriteString(",\n")
	}
	b.WriteString(blanks + d.close)
}
