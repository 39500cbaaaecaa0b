package answers

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strconv"

	"smartro-wizard/wizard/value"
)

// tree reads the text as JSON or YAML into one value with spans.
func (r *reader) tree() (value.Value, bool) {
	if !r.acceptable() {
		return value.Value{}, false
	}
	if looksJSON(r.src) {
		return r.jsonTree()
	}
	return r.yamlTree()
}

// looksJSON: by name, or because it is JSON from the first byte to the last.
// What begins with a brace and is no JSON may be YAML.
func looksJSON(s *source) bool {
	return bytes.HasSuffix([]byte(s.name), []byte(".json")) ||
		bytes.HasPrefix(bytes.TrimSpace(s.text), []byte("{")) && json.Valid(s.text)
}

func (r *reader) jsonTree() (value.Value, bool) {
	var whole json.RawMessage
	if err := json.Unmarshal(r.src.text, &whole); err != nil {
		at := len(r.src.text)
		if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
			at = min(max(int(syntax.Offset)-1, 0), at)
		}
		r.report(jsonSyntax, "", value.Span{Start: at, End: at}, "", "reason", err.Error())
		return value.Value{}, false
	}
	j := jsonReader{reader: r, dec: json.NewDecoder(bytes.NewReader(r.src.text))}
	j.dec.UseNumber()
	v := j.value(1)
	return v, !j.failed
}

// jsonReader walks tokens, because only they show duplicate keys and places.
// The text is valid JSON already.
type jsonReader struct {
	*reader
	dec    *json.Decoder
	failed bool
}

// next gives the next token with its place.
func (j *jsonReader) next() (json.Token, value.Span) {
	start := int(j.dec.InputOffset())
	token, err := j.dec.Token()
	if err != nil && err != io.EOF {
		j.failed = true
	}
	end := int(j.dec.InputOffset())
	for start < end && bytes.IndexByte([]byte(" \t\r\n,:"), j.src.text[start]) >= 0 {
		start++
	}
	return token, value.Span{Start: start, End: end}
}

func (j *jsonReader) value(depth int) value.Value {
	token, at := j.next()
	if depth > MaxDepth+1 || j.failed {
		return value.Value{}
	}
	switch t := token.(type) {
	case bool:
		return value.Truth(t).At(at)
	case json.Number:
		return value.Digits(t.String()).At(at)
	case string:
		j.whole(at)
		return value.Text(t).At(at)
	case json.Delim:
		if depth > MaxDepth {
			j.refuse(tooDeep, at, "", "limit", strconv.Itoa(MaxDepth))
			return value.Value{}
		}
		if t == '[' {
			return j.list(at.Start, depth)
		}
		return j.object(at.Start, depth)
	}
	return value.Nothing().At(at)
}

func (j *jsonReader) list(start, depth int) value.Value {
	var items []value.Value
	for j.dec.More() && !j.failed {
		items = append(items, j.value(depth+1))
	}
	_, end := j.next()
	return value.ListOf(items...).At(value.Span{Start: start, End: end.End})
}

func (j *jsonReader) object(start, depth int) value.Value {
	var fields []value.Field
	seen := map[string]bool{}
	for j.dec.More() && !j.failed {
		token, at := j.next()
		name, _ := token.(string)
		j.whole(at)
		if seen[name] {
			j.refuse(keyDuplicate, at, name)
		}
		seen[name] = true
		fields = append(fields, value.Field{Key: name, KeySpan: at, Value: j.value(depth + 1)})
	}
	_, end := j.next()
	return value.ObjectOf(slices.Clip(fields)...).At(value.Span{Start: start, End: end.End})
}

func (j *jsonReader) refuse(p problem, at value.Span, shown string, args ...string) {
	j.report(p, "", at, shown, args...)
	j.failed = true
}

// whole refuses \ud800 and the like alone: encoding/json would make U+FFFD of
// it, which is another text.
func (j *jsonReader) whole(at value.Span) {
	raw := j.src.text[at.Start:at.End]
	for i := 0; i+1 < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		high, ok := escaped(raw[i:])
		if !ok || high < 0xd800 || high > 0xdfff {
			i++ // the escaped character, which may be a backslash
			continue
		}
		if low, ok := escaped(raw[i+6:]); !ok || high > 0xdbff || low < 0xdc00 || low > 0xdfff {
			j.refuse(surrogate, value.Span{Start: at.Start + i, End: at.Start + i + 6}, string(raw[i:i+6]))
			return
		}
		i += 11
	}
}

// escaped reads the \uXXXX at the start of raw.
func escaped(raw []byte) (rune, bool) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	return rune(n), err == nil
}
