package value

import (
	"bytes"
	"encoding/json"
)

// Plain gives the value as encoding/json takes it: nil, bool, json.Number,
// string, []any or an ordered object. Later, Made and Unknown, which are no
// values, become objects with one key that begins with "$".
func (v Value) Plain() any {
	switch v.kind {
	case Bool:
		return v.yes
	case Number:
		return json.Number(v.text)
	case String:
		return v.text
	case List:
		items := make([]any, len(v.items))
		for i, item := range v.items {
			items[i] = item.Plain()
		}
		return items
	case Object:
		return ordered(v.fields)
	case Later, Made, Unknown:
		return map[string]string{"$" + v.kind.String(): v.text}
	}
	return nil
}

// MarshalJSON writes the value without HTML escaping, keys in their order.
func (v Value) MarshalJSON() ([]byte, error) { return marshal(v.Plain()) }

type ordered []Field

// MarshalJSON keeps the order of the fields, which a Go map would lose.
func (o ordered) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := marshal(f.Key)
		if err != nil {
			return nil, err
		}
		val, err := marshal(f.Value.Plain())
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(val)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func marshal(x any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(x); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
