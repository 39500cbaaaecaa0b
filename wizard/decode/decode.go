// Package decode decodes the JSON that the program carries: facts and texts. It
// does what encoding/json does for structs, slices, maps by strings, strings,
// booleans and integers, in a tenth of its cold start, which every command
// pays before it does anything. What it does not know it leaves to the
// library. It is not for JSON that comes from elsewhere.
package decode

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// JSON reads raw into the value that into points to. raw must not be changed
// afterwards: the strings of the result are parts of it.
func JSON(raw []byte, into any) error {
	v := reflect.ValueOf(into).Elem()
	d := decoder{rest: unsafe.String(unsafe.SliceData(raw), len(raw)), types: map[reflect.Type][]member{}}
	d.pass(0)
	read := reflect.New(v.Type()).Elem()
	if utf8.Valid(raw) && d.value(read) && d.rest == "" {
		v.Set(read)
		return nil
	}
	return json.Unmarshal(raw, into)
}

type decoder struct {
	rest  string // begins with what comes next, blanks passed
	types map[reflect.Type][]member
}

// value reads one value, and is false for what it does not know.
func (d *decoder) value(v reflect.Value) bool {
	if k := v.Kind(); k == reflect.Pointer || k == reflect.Slice || k == reflect.Map {
		if d.word("null") {
			return true
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return d.value(v.Elem())
	case reflect.String:
		s, ok := d.text()
		v.SetString(s)
		return ok
	case reflect.Bool:
		yes := d.word("true")
		v.SetBool(yes)
		return yes || d.word("false")
	case reflect.Int:
		return d.integer(v)
	case reflect.Slice:
		return d.list(v)
	case reflect.Struct:
		return d.object(func(key string) bool { return d.field(v, key) })
	case reflect.Map:
		return d.mapping(v)
	}
	return false
}

// mark passes a mark and the blanks behind it.
func (d *decoder) mark(m byte) bool {
	if d.rest == "" || d.rest[0] != m {
		return false
	}
	d.pass(1)
	return true
}

// pass drops n bytes and the blanks behind them.
func (d *decoder) pass(n int) {
	for n < len(d.rest) && (d.rest[n] == ' ' || d.rest[n] == '\n' || d.rest[n] == '\t' || d.rest[n] == '\r') {
		n++
	}
	d.rest = d.rest[n:]
}

func (d *decoder) word(w string) bool {
	ok := strings.HasPrefix(d.rest, w)
	if ok {
		d.pass(len(w))
	}
	return ok
}

// integer leaves fractions and exponents to the library.
func (d *decoder) integer(v reflect.Value) bool {
	end := 0
	for end < len(d.rest) && strings.IndexByte("-0123456789.eE+", d.rest[end]) >= 0 {
		end++
	}
	digits := d.rest[:end]
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || strconv.FormatInt(n, 10) != digits {
		return false
	}
	v.SetInt(n)
	d.pass(end)
	return true
}

func (d *decoder) list(v reflect.Value) bool {
	if !d.mark('[') {
		return false
	}
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	if d.mark(']') {
		return true
	}
	for n := 0; ; n++ {
		if n == v.Cap() {
			v.Grow(max(4, n))
		}
		v.SetLen(n + 1)
		v.Index(n).SetZero()
		if !d.value(v.Index(n)) {
			return false
		}
		if !d.mark(',') {
			return d.mark(']')
		}
	}
}

func (d *decoder) object(field func(key string) bool) bool {
	if !d.mark('{') {
		return false
	}
	if d.mark('}') {
		return true
	}
	for {
		key, ok := d.text()
		if !ok || !d.mark(':') || !field(key) {
			return false
		}
		if !d.mark(',') {
			return d.mark('}')
		}
	}
}

// member is a field of a struct, or of one that is embedded in it.
type member struct {
	name string
	at   []int
}

func members(t reflect.Type) []member {
	var all []member
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "" && f.Anonymous && f.Type.Kind() == reflect.Struct:
			for _, m := range members(f.Type) {
				all = append(all, member{m.name, append([]int{i}, m.at...)})
			}
		case name == "":
			all = append(all, member{f.Name, []int{i}})
		case name != "-":
			all = append(all, member{name, []int{i}})
		}
	}
	return all
}

func (d *decoder) field(v reflect.Value, key string) bool {
	all, ok := d.types[v.Type()]
	if !ok {
		all = members(v.Type())
		d.types[v.Type()] = all
	}
	for _, m := range all {
		if m.name == key {
			f := v.FieldByIndex(m.at)
			return f.CanSet() && f.IsZero() && d.value(f) // a second value is merged by rules of the library
		}
	}
	for _, m := range all {
		if strings.EqualFold(m.name, key) {
			return false // the library does not mind capitals
		}
	}
	return d.skip()
}

// skip passes a value that no field is for.
func (d *decoder) skip() bool {
	if d.rest == "" {
		return false
	}
	switch d.rest[0] {
	case '"':
		_, ok := d.text()
		return ok
	case '{':
		return d.object(func(string) bool { return d.skip() })
	case '[':
		d.mark('[')
		if d.mark(']') {
			return true
		}
		for d.skip() {
			if !d.mark(',') {
				return d.mark(']')
			}
		}
		return false
	}
	return d.word("true") || d.word("false") || d.word("null") || d.integer(reflect.New(reflect.TypeFor[int]()).Elem())
}

func (d *decoder) mapping(v reflect.Value) bool {
	if v.Type().Key() != reflect.TypeFor[string]() {
		return false
	}
	if t, ok := v.Addr().Interface().(*map[string]string); ok {
		return d.strings(t)
	}
	v.Set(reflect.MakeMap(v.Type()))
	return d.object(func(key string) bool {
		item := reflect.New(v.Type().Elem()).Elem()
		if !d.value(item) {
			return false
		}
		v.SetMapIndex(reflect.ValueOf(key), item)
		return true
	})
}

// strings is mapping for the texts, which are most of what is read.
func (d *decoder) strings(t *map[string]string) bool {
	*t = make(map[string]string, min(strings.Count(d.rest, "\n"), 1024))
	return d.object(func(key string) (ok bool) {
		(*t)[key], ok = d.text()
		return ok
	})
}

// text reads a string. Escapes other than the three that our files have are
// for the library.
func (d *decoder) text() (string, bool) {
	s := d.rest
	if s == "" || s[0] != '"' {
		return "", false
	}
	escaped := false
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ':
			return "", false
		case c == '\\':
			if i+1 == len(s) || strings.IndexByte(`"\n`, s[i+1]) < 0 {
				return "", false
			}
			escaped = true
			i++
		case c == '"':
			d.pass(i + 1)
			if !escaped {
				return s[1:i], true
			}
			text, err := strconv.Unquote(s[:i+1])
			return text, err == nil
		}
	}
	return "", false
}
