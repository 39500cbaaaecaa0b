package js

import (
	"strconv"
	"strings"

	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

func listDoc(v value.Value, depth int) (doc, error) {
	d := doc{open: "[", close: "]"}
	for i, item := range v.Items() {
		part, err := docOf(item, depth)
		if err != nil {
			return doc{}, refusal.Under(strconv.Itoa(i), err)
		}
		d.parts = append(d.parts, part)
	}
	return d.fold(""), nil
}

// objectDoc refuses a key that stands twice: JavaScript would keep the last
// one only.
func objectDoc(v value.Value, depth int) (doc, error) {
	d := doc{open: "{", close: "}"}
	seen := make(map[string]bool, v.Len())
	for _, f := range v.Fields() {
		if seen[f.Key] {
			return doc{}, &refusal.Error{Reason: refusal.DuplicateKey, Path: f.Key}
		}
		seen[f.Key] = true
		before, err := key(f.Key)
		if err != nil {
			return doc{}, err
		}
		part, err := docOf(f.Value, depth)
		if err != nil {
			return doc{}, refusal.Under(f.Key, err)
		}
		part.before = before + ": "
		d.parts = append(d.parts, part)
	}
	return d.fold(" "), nil
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
