package answers

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// params is the schema of a call's parameters, groups made of their paths.
// Those that do nothing with Smartro are marked, and no others exist.
func (s schema) params(call wizard.Call) value.Value {
	root := group()
	for _, p := range slices.Concat(wizard.ParamsOf(call.Function), wizard.OtherParamsOf(call.Function)) {
		at := "properties"
		parts := strings.Split(p.Path, ".")
		for _, part := range parts[:len(parts)-1] {
			at += "." + part
			if root.Get(at).IsAbsent() {
				root = root.With(at, group())
			}
			at += ".properties"
		}
		root = root.With(at+"."+parts[len(parts)-1], s.param(p))
	}
	return root
}

func group() value.Value {
	return object("type", value.Text("object"), "additionalProperties", value.Truth(false), "properties", value.ObjectOf())
}

func (s schema) param(p wizard.Param) value.Value {
	about := p.Label.In(s.lang)
	for _, f := range p.Fixed {
		about += ". " + strings.TrimSuffix(f.Why.In(s.lang), ".")
	}
	if p.Unsupported {
		about += ". " + text.Of(s.lang, "answers.about-unsupported")
	}
	row := limited(object("description", value.Text(about)).With("type", kindOf(p.Type)), p.Limits)
	if strings.Contains(p.Type, "[]") {
		row = object("description", value.Text(about), "anyOf", value.ListOf(
			limited(object("type", value.Text("string")), p.Limits),
			object("type", value.Text("array"), "items", limited(object("type", value.Text("string")), p.Limits))))
	}
	if p.Unsupported || slices.Contains(p.Rules, "pg-param-deprecated") {
		row = row.With("deprecated", value.Truth(true))
	}
	if p.Example != "" && p.Type == "string" {
		row = row.With("examples", names([]string{p.Example}))
	}
	return row
}

func kindOf(typ string) value.Value {
	if typ == "list" {
		typ = "array"
	}
	return value.Text(typ)
}

// limited adds limits to the schema of a value.
func limited(row value.Value, l wizard.Limits) value.Value {
	if l.Integer {
		row = row.With("type", value.Text("integer"))
	}
	if l.Pattern != "" {
		row = row.With("pattern", value.Text(l.Pattern))
	}
	if l.MaxLength > 0 {
		row = row.With("maxLength", count(l.MaxLength))
	}
	if l.Min != nil {
		row = row.With("minimum", count(*l.Min))
	}
	if l.Max != nil {
		row = row.With("maximum", count(*l.Max))
	}
	words := slices.Clone(l.OneOf)
	for _, c := range wizard.Codes(l.Codes) {
		words = append(words, c.Code)
	}
	if len(words) > 0 {
		row = row.With("enum", names(words))
	}
	for _, n := range l.NoneOf {
		row = row.With("not", object("const", value.Digits(n)))
	}
	if len(l.Fields) > 0 {
		row = row.With("additionalProperties", value.Truth(false)).With("properties", fields(l.Fields))
		row = row.With("required", names(sorted(l.Fields)))
	}
	return row
}

func fields(of map[string]wizard.Limits) value.Value {
	all := value.ObjectOf()
	for _, name := range sorted(of) {
		all = all.With(name, limited(object("type", value.Text("string")), of[name]))
	}
	return all
}

func sorted(of map[string]wizard.Limits) []string {
	var all []string
	for name := range of {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}
