package fakeapi

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"mime"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// call is a request that was found sound as far as it can be judged alone.
type call struct {
	api   *API
	row   row
	args  map[string]any // path, query and body together, as in the documents
	tier  string
	asked bool // whether needs was called
}

var tierCode = regexp.MustCompile(`^[A-Z0-9]{3}$`)

// read takes a request apart and holds it against its row.
func read(api *API, r *http.Request, row row, path map[string]string, body []byte) (*call, *answer) {
	c := &call{api: api, row: row, args: map[string]any{}, tier: r.Header.Get("Tier")}
	bad := func(message string) (*call, *answer) {
		a := refuse(http.StatusBadRequest, message)
		return nil, &a
	}
	if c.tier != "" && !tierCode.MatchString(c.tier) {
		return bad("Tier is three capital letters or digits")
	}
	given, problem := parse(r, row, body)
	if problem != "" {
		return bad(problem)
	}
	for name, v := range given {
		c.args[name] = v
	}
	for name, text := range path {
		c.args[name] = text
	}
	if problem := c.judge(); problem != "" {
		return bad(problem)
	}
	return c, nil
}

// parse reads query and body into one tree.
func parse(r *http.Request, row row, body []byte) (map[string]any, string) {
	all := map[string]any{}
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, "the query cannot be read"
	}
	if problem := spread(all, query, row.query); problem != "" {
		return nil, problem
	}
	if r.Method == http.MethodGet || r.Method == http.MethodDelete || len(body) == 0 {
		return all, ""
	}
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch kind {
	case "application/json":
		d := json.NewDecoder(bytes.NewReader(body))
		d.UseNumber()
		if err := d.Decode(&all); err != nil {
			return nil, "the body is no JSON object"
		}
		if _, err := d.Token(); err != io.EOF {
			return nil, "the body goes on after its JSON"
		}
		return all, ""
	case "application/x-www-form-urlencoded":
		form, err := url.ParseQuery(string(body))
		if err != nil {
			return nil, "the form cannot be read"
		}
		return all, spread(all, form, row.fields)
	}
	return nil, "the content type is neither JSON nor a form"
}

// spread puts the values of a query or form into the tree by their types.
func spread(all map[string]any, values url.Values, fields []field) string {
	for name, texts := range values {
		i := slices.IndexFunc(fields, func(f field) bool {
			return f.name == name || f.name == strings.TrimSuffix(name, "[]") && f.kind == "string[]"
		})
		switch {
		case i < 0:
			return "nobody documents " + name
		case fields[i].kind == "string[]":
			list := make([]any, len(texts))
			for j, t := range texts {
				list[j] = t
			}
			all[fields[i].name] = list
		case fields[i].kind == "number" || fields[i].kind == "integer":
			all[name] = json.Number(texts[0])
		case fields[i].kind == "boolean" && (texts[0] == "true" || texts[0] == "false"):
			all[name] = texts[0] == "true"
		default:
			all[name] = texts[0]
		}
	}
	return ""
}

// judge looks for fields that are missing, unknown, of another type or too long.
func (c *call) judge() string {
	fields := slices.Concat(c.row.query, c.row.fields)
	for _, f := range fields {
		values, missing := c.find(f.name)
		if missing && f.need.holds(about{}) {
			return f.name + " is required"
		}
		for _, v := range values {
			if problem := f.judge(v); problem != "" {
				return problem
			}
		}
	}
	if name := stray(c.args, "", fields); name != "" {
		return "nobody documents " + name
	}
	for _, group := range []need{eitherUID, eitherKey} {
		if problem := c.either(group); problem != "" {
			return problem
		}
	}
	return ""
}

func (c *call) either(group need) string {
	var names []string
	for _, f := range c.row.fields {
		if f.need != group {
			continue
		}
		if _, missing := c.find(f.name); !missing {
			return ""
		}
		names = append(names, f.name)
	}
	if names == nil {
		return ""
	}
	return "one is required of " + strings.Join(names, ", ")
}

// find gives every value at a name, and whether one is missing, null or blank.
func (c *call) find(name string) (values []any, missing bool) {
	at := []any{c.args}
	for part := range strings.SplitSeq(name, ".") {
		key, list := strings.CutSuffix(part, "[]")
		if _, whole := c.args[name]; whole { // merchant_uid[] of a query is one word
			key, list = name, false
		}
		var next []any
		for _, v := range at {
			object, _ := v.(map[string]any)
			value := object[key]
			if items, ok := value.([]any); list && ok {
				next = append(next, items...)
				continue
			}
			if value == nil || value == "" {
				missing = missing || len(at) > 0
				continue
			}
			next = append(next, value)
		}
		at = next
	}
	return at, missing
}

// needs holds the call against what is required of a payment like this.
func (c *call) needs(a about) *answer {
	c.asked = true
	for _, f := range c.row.fields {
		if _, missing := c.find(f.name); missing && f.need.holds(a) {
			bad := refuse(http.StatusBadRequest, f.name+" is required")
			return &bad
		}
	}
	return nil
}

// stray names a value that no field leads to.
func stray(v any, at string, fields []field) string {
	object, ok := v.(map[string]any)
	if !ok {
		return ""
	}
	for key, value := range object {
		name := strings.TrimPrefix(at+"."+key, ".")
		whole := slices.ContainsFunc(fields, func(f field) bool { return f.name == name })
		inside := func(mark string) bool {
			return slices.ContainsFunc(fields, func(f field) bool { return strings.HasPrefix(f.name, name+mark) })
		}
		items, list := value.([]any)
		switch {
		case list && inside("[]."):
			for _, item := range items {
				if found := stray(item, name+"[]", fields); found != "" {
					return found
				}
			}
		case inside("."):
			if found := stray(value, name, fields); found != "" {
				return found
			}
		case !whole:
			return name
		}
	}
	return ""
}

// judge looks at one value alone.
func (f field) judge(v any) string {
	if !f.typed(v) {
		return f.name + " is not of type " + f.kind
	}
	text, _ := v.(string)
	if f.max > 0 && utf8.RuneCountInString(text) > f.max {
		return f.name + " is longer than " + strconv.Itoa(f.max)
	}
	if len(f.enum) > 0 && !slices.Contains(f.enum, text) {
		return f.name + " is none of " + strings.Join(f.enum, ", ")
	}
	return ""
}

func (f field) typed(v any) bool {
	switch f.kind {
	case "number", "integer":
		n, isNumber := v.(json.Number)
		x, err := n.Float64()
		return isNumber && err == nil && (f.kind == "number" || x == math.Trunc(x))
	case "boolean":
		_, isBool := v.(bool)
		return isBool
	case "object":
		_, isObject := v.(map[string]any)
		return isObject
	case "array":
		_, isList := v.([]any)
		return isList
	case "string[]":
		list, isList := v.([]any)
		return isList && !slices.ContainsFunc(list, func(item any) bool { _, isText := item.(string); return !isText })
	case "string (JSON)":
		text, isText := v.(string)
		return isText && json.Valid([]byte(text))
	}
	_, isText := v.(string)
	return isText
}

func (c *call) text(name string) string {
	s, _ := c.args[name].(string)
	return s
}

func (c *call) number(name string) float64 {
	n, _ := c.args[name].(json.Number)
	x, _ := n.Float64()
	return x
}

func (c *call) has(name string) bool { return c.args[name] != nil }

func (c *call) truth(name string) bool {
	b, _ := c.args[name].(bool)
	return b
}

func (c *call) texts(name string) []string {
	list, _ := c.args[name].([]any)
	var all []string
	for _, item := range list {
		s, _ := item.(string)
		all = append(all, s)
	}
	return all
}
