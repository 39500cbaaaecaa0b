// Package value holds one parameter value of a payment request, wherever it
// came from: typed, read from a file, read from somebody's code, left open on
// purpose, worked out at run time, or not to be known. It keeps what other
// representations lose: the digits of a number, the order of keys, duplicate
// keys, and the place in the text. It judges nothing and writes no code.
package value

import "slices"

// Kind tells what is known of a value.
type Kind uint8

// The kinds. The zero Value is Absent.
const (
	Absent  Kind = iota // not there at all
	Null                // JavaScript null, YAML null
	Bool                // true or false
	Number              // digits as they were written
	String              // text, exact
	List                // ordered values
	Object              // ordered fields, duplicates kept
	Later               // left open on purpose; code carries a marked placeholder
	Made                // worked out at run time by a named maker
	Unknown             // there, but not to be known from the code
)

var kindNames = [...]string{"absent", "null", "bool", "number", "string", "list", "object", "later", "made", "unknown"}

// String gives the kind's name in lower case, as findings and tests print it.
func (k Kind) String() string { return kindNames[k] }

// Span is a half-open range of byte offsets into the text a value was read
// from. The zero Span means that there is no such text.
type Span struct{ Start, End int }

// Field is one key of an object with its value. KeySpan is where the key stands.
type Field struct {
	Key     string
	Value   Value
	KeySpan Span
}

// Value is immutable: every method that changes something returns a new one.
type Value struct {
	kind   Kind
	sort   Kind // Unknown: the kind that it will have, where that much is known
	yes    bool
	text   string // String: the text; Number: the digits; Made: the maker; Unknown: the reason; Object: why it is open
	items  []Value
	fields []Field
	span   Span
}

// Nothing is JavaScript's null.
func Nothing() Value { return Value{kind: Null} }

// Truth is a boolean.
func Truth(b bool) Value { return Value{kind: Bool, yes: b} }

// Text is a string, kept byte for byte.
func Text(s string) Value { return Value{kind: String, text: s} }

// Digits is a number as written, in JSON's grammar (see IsNumber). It panics
// on anything else, because the digits reach generated code unquoted.
func Digits(s string) Value {
	if !IsNumber(s) {
		panic("value: not a JSON number: " + s)
	}
	return Value{kind: Number, text: s}
}

// ListOf is a list of the given values.
func ListOf(items ...Value) Value { return Value{kind: List, items: items} }

// ObjectOf is an object with the given fields in that order.
func ObjectOf(fields ...Field) Value { return Value{kind: Object, fields: fields} }

// LeftOpen is a value that the person will fill in later.
func LeftOpen() Value { return Value{kind: Later} }

// MadeBy is a value that the named maker works out at run time.
func MadeBy(maker string) Value { return Value{kind: Made, text: maker} }

// UnknownBecause is a value that cannot be known from the code, with the reason.
func UnknownBecause(reason string) Value { return Value{kind: Unknown, text: reason} }

// UnknownOf is an unknown value of which the kind is known: what a person
// typed into a field is a text, whatever it says.
func UnknownOf(sort Kind, reason string) Value { return Value{kind: Unknown, sort: sort, text: reason} }

// OpenObject is an object that may have more fields than these, with the
// reason: somebody else's object was spread into it.
func OpenObject(reason string, fields ...Field) Value {
	return Value{kind: Object, text: reason, fields: fields}
}

// Sort is the kind that the value has when the code runs: that of an unknown
// value too, where it is known.
func (v Value) Sort() Kind {
	if v.kind == Unknown && v.sort != Absent {
		return v.sort
	}
	return v.kind
}

// Has reports whether an object has the key, whatever its value.
func (v Value) Has(key string) bool {
	return slices.ContainsFunc(v.fields, func(f Field) bool { return f.Key == key })
}

// Kind tells what the value is.
func (v Value) Kind() Kind { return v.kind }

// IsAbsent reports whether there is no value at all.
func (v Value) IsAbsent() bool { return v.kind == Absent }

// Known reports whether the value itself can be looked at: it is there and is
// neither later, made nor unknown.
func (v Value) Known() bool { return v.kind > Absent && v.kind < Later }

// Bool is the truth of a Bool and false for every other kind.
func (v Value) Bool() bool { return v.yes }

// Text is the string of a String, the digits of a Number, the maker's name of
// a Made value, the reason of an Unknown one and of an open Object, and "" for
// every other kind.
func (v Value) Text() string { return v.text }

// Items are the values of a List, in order. The slice is a copy.
func (v Value) Items() []Value { return slices.Clone(v.items) }

// Fields are the fields of an Object, in order, duplicates kept. The slice is a copy.
func (v Value) Fields() []Field { return slices.Clone(v.fields) }

// Len is the number of items of a List or of fields of an Object.
func (v Value) Len() int { return len(v.items) + len(v.fields) }

// Span is where the value stands in the text it was read from.
func (v Value) Span() Span { return v.span }

// At returns the value with its place in the text.
func (v Value) At(span Span) Value {
	v.span = span
	return v
}

// Bare is the value without places, nor any in its parts.
func (v Value) Bare() Value {
	v.span, v.items, v.fields = Span{}, v.Items(), v.Fields()
	for i, item := range v.items {
		v.items[i] = item.Bare()
	}
	for i, f := range v.fields {
		v.fields[i] = Field{Key: f.Key, Value: f.Value.Bare()}
	}
	return v
}

// Equal reports whether two values mean the same, places apart. Numbers are
// equal when their digits are; objects when they have the same fields in the
// same order.
func (v Value) Equal(w Value) bool {
	if v.kind != w.kind || v.yes != w.yes || v.text != w.text {
		return false
	}
	sameField := func(a, b Field) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }
	return slices.EqualFunc(v.items, w.items, Value.Equal) && slices.EqualFunc(v.fields, w.fields, sameField)
}

// IsNumber reports whether s is a number in JSON's grammar: no leading zero,
// no plus sign, no underscore, no hexadecimal.
func IsNumber(s string) bool {
	i, n := 0, len(s)
	digits := func() bool {
		from := i
		for i < n && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		return i > from
	}
	if i < n && s[i] == '-' {
		i++
	}
	if i < n && s[i] == '0' {
		i++
	} else if !digits() {
		return false
	}
	if i < n && s[i] == '.' {
		if i++; !digits() {
			return false
		}
	}
	if i < n && (s[i] == 'e' || s[i] == 'E') {
		if i++; i < n && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if !digits() {
			return false
		}
	}
	return i == n
}
