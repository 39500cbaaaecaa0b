package value

import (
	"slices"
	"strconv"
	"strings"
)

// Located is a value with the path that leads to it.
type Located struct {
	Path  string
	Value Value
}

// Get follows a path of dots below v; a number is a place in a list. Of
// duplicate keys the last one counts, as in JavaScript. What is not there is Absent.
func (v Value) Get(path string) Value {
	if path == "" {
		return v
	}
	head, rest, _ := strings.Cut(path, ".")
	return v.child(head).Get(rest)
}

func (v Value) child(key string) Value {
	switch v.kind {
	case Object:
		for i := len(v.fields) - 1; i >= 0; i-- {
			if v.fields[i].Key == key {
				return v.fields[i].Value
			}
		}
		if v.text != "" {
			return Value{kind: Unknown, text: v.text, span: v.span} // in what was spread into it, or not
		}
	case List:
		if i, err := strconv.Atoi(key); err == nil && i >= 0 && i < len(v.items) {
			return v.items[i]
		}
	case Later, Unknown:
		return Value{kind: v.kind, text: v.text, span: v.span} // what is below an unknown value is unknown
	}
	return Value{}
}

// Find is Get for paths with stars: a star stands for every place of a list.
// A path without a star gives exactly one place, absent or not.
func (v Value) Find(path string) []Located {
	before, after, star := strings.Cut(path, "*")
	if !star {
		return []Located{{path, v.Get(path)}}
	}
	var found []Located
	at := strings.TrimSuffix(before, ".")
	for i, item := range v.Get(at).Items() {
		here := before + strconv.Itoa(i)
		for _, l := range item.Find(strings.TrimPrefix(after, ".")) {
			if l.Path != "" {
				l.Path = "." + l.Path
			}
			found = append(found, Located{here + l.Path, l.Value})
		}
	}
	return found
}

// With returns v with the value at path set. Missing objects are made on the
// way; setting Absent removes the key. A duplicate key becomes one.
func (v Value) With(path string, to Value) Value {
	if path == "" {
		return to
	}
	head, rest, deeper := strings.Cut(path, ".")
	if v.kind == List {
		return v.withItem(head, rest, to)
	}
	if deeper {
		to = v.child(head).With(rest, to)
	}
	return v.withField(head, to)
}

func (v Value) withItem(head, rest string, to Value) Value {
	i, err := strconv.Atoi(head)
	if err != nil || i < 0 || i >= len(v.items) {
		return v
	}
	v.items = slices.Clone(v.items)
	if v.items[i] = v.items[i].With(rest, to); v.items[i].IsAbsent() {
		v.items = slices.Delete(v.items, i, i+1)
	}
	return v
}

func (v Value) withField(key string, to Value) Value {
	if v.kind != Object {
		if to.IsAbsent() {
			return v // nothing to remove below what is no object
		}
		v = Value{kind: Object}
	}
	fields := make([]Field, 0, len(v.fields)+1)
	placed := to.IsAbsent()
	for _, f := range v.fields {
		if f.Key != key {
			fields = append(fields, f)
		} else if !placed {
			fields, placed = append(fields, Field{key, to, f.KeySpan}), true
		}
	}
	if !placed {
		fields = append(fields, Field{Key: key, Value: to})
	}
	v.fields = fields
	return v
}
