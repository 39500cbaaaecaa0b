package java

import (
	"strconv"
	"unicode/utf8"

	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

const maxDepth = 256

// parsed writes a list or an object as a call of json with its text.
func (d Dialect) parsed(v value.Value) (Lit, error) {
	if err := parses(v, maxDepth); err != nil {
		return Lit{}, err
	}
	text, err := v.MarshalJSON()
	if err != nil {
		return Lit{}, err
	}
	code, err := d.quote(string(text))
	return Lit{"json(" + code + ")"}, err
}

// parses reports what JSON text would lose or change on its way into Java.
func parses(v value.Value, depth int) error {
	switch v.Kind() {
	case value.Null, value.Bool:
		return nil
	case value.Number:
		_, err := number(v.Text())
		return err
	case value.String:
		return isText(v.Text())
	case value.List, value.Object:
		if depth == 0 {
			return &refusal.Error{Reason: refusal.TooDeep}
		}
		if v.Kind() == value.List {
			return itemsParse(v.Items(), depth-1)
		}
		return fieldsParse(v.Fields(), depth-1)
	}
	return &refusal.Error{Reason: refusal.NoValue}
}

func itemsParse(items []value.Value, depth int) error {
	for i, item := range items {
		if err := parses(item, depth); err != nil {
			return refusal.Under(strconv.Itoa(i), err)
		}
	}
	return nil
}

// fieldsParse refuses a key that stands twice: a parser would keep the last
// one only.
func fieldsParse(fields []value.Field, depth int) error {
	seen := make(map[string]bool, len(fields))
	for _, f := range fields {
		if seen[f.Key] {
			return &refusal.Error{Reason: refusal.DuplicateKey, Path: f.Key}
		}
		seen[f.Key] = true
		err := isText(f.Key)
		if err == nil {
			err = parses(f.Value, depth)
		}
		if err != nil {
			return refusal.Under(f.Key, err)
		}
	}
	return nil
}

func isText(s string) error {
	if !utf8.ValidString(s) {
		return &refusal.Error{Reason: refusal.InvalidUTF8}
	}
	return nil
}
