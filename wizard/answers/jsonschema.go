package answers

import (
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Schema is the JSON Schema (2020-12) of an answers file, made from the rows of
// the contract and of the catalogue, for editors that complete and underline.
// What it refuses, a command finds too; what only the rulebook can see, it
// lets pass. What belongs to one call stands in a definition of its name.
// targets are the names that options.targets may hold.
func Schema(l text.Lang, targets []string) value.Value {
	s := schema{lang: l, targets: targets}
	root := s.keys(contract, "")
	definitions := value.ObjectOf()
	for _, call := range wizard.Calls() {
		definitions = value.ObjectOf(append(definitions.Fields(), value.Field{Key: call.Function, Value: s.call(call)})...)
	}
	return object(
		"$schema", value.Text("https://json-schema.org/draft/2020-12/schema"),
		"title", value.Text(text.Of(l, "answers.about")),
	).With("type", root.Get("type")).
		With("required", root.Get("required")).
		With("properties", root.Get("properties")).
		With("additionalProperties", value.Truth(false)).
		With("allOf", value.ListOf(slices.Concat(s.calls(), s.channels(), s.modules())...)).
		With("$defs", definitions)
}

type schema struct {
	lang    text.Lang
	targets []string
}

// object is an object of pairs of name and value, in that order. Absent values
// are left out.
func object(pairs ...any) value.Value {
	var fields []value.Field
	for i := 0; i+1 < len(pairs); i += 2 {
		if v := pairs[i+1].(value.Value); !v.IsAbsent() {
			fields = append(fields, value.Field{Key: pairs[i].(string), Value: v})
		}
	}
	return value.ObjectOf(fields...)
}

func count(n int) value.Value { return value.Digits(strconv.Itoa(n)) }

// about is the sentence about a key, which a test holds every key to.
func (s schema) about(path string) value.Value {
	return value.Text(text.Of(s.lang, "answers.about-"+strings.ReplaceAll(path, ".", "-")))
}

// keys are the properties of the contract at a path.
func (s schema) keys(among []key, at string) value.Value {
	var needed []string
	properties := value.ObjectOf()
	for _, k := range among {
		path := join(at, k.name)
		properties = properties.With(k.name, s.key(k, path))
		if k.needed {
			needed = append(needed, k.name)
		}
	}
	return object("type", value.Text("object"), "properties", properties, "required", names(needed), "additionalProperties", value.Truth(false))
}

// key is one property of the contract.
func (s schema) key(k key, path string) value.Value {
	about := s.about(path)
	switch {
	case path == "version":
		return object("description", about, "const", count(wizard.AnswersVersion))
	case path == "sdk":
		return object("description", about, "enum", names(k.oneOf))
	case path == "type":
		return object("description", about, "enum", names(windows("")))
	case k.name == "prefix":
		longest := map[bool]string{true: "4", false: "8"}[path == "make.issueId.prefix"]
		return object("description", about, "type", value.Text("string"), "pattern", value.Text("^[A-Za-z0-9]{0,"+longest+"}$"))
	case k.name == "path":
		return object("description", about, "type", value.Text("string"), "pattern", value.Text(`^/(?!/)[^\s\\]*$`))
	case k.kind == isParams:
		return object("description", about, "type", value.Text("object"))
	case k.kind == isObject:
		return s.keys(k.keys, path).With("description", about)
	case k.kind == isNumber:
		return object("description", about, "type", value.Text("integer"), "minimum", count(1), "maximum", count(mostDays))
	case k.kind == isNames:
		return object("description", about, "type", value.Text("array"), "uniqueItems", value.Truth(true), "items", s.items(path))
	}
	return object("description", about, "type", value.Text("string"), "enum", names(k.oneOf))
}

// items are the names that a list may hold; those for later are the call's.
func (s schema) items(path string) value.Value {
	if path == "options.targets" {
		return object("enum", names(s.targets))
	}
	if path == "options.server" {
		return object("enum", names(wizard.ServerParts))
	}
	return object("type", value.Text("string"))
}

// windows are the types that open a window, of a module or of any.
func windows(module wizard.Module) []string {
	var all []string
	for _, c := range wizard.Channels() {
		if c.Opens() && (module == "" || c.Module == module) && !slices.Contains(all, string(c.Type)) {
			all = append(all, string(c.Type))
		}
	}
	return all
}

// when is a condition on the answers and what follows from it.
func when(then value.Value, pairs ...string) value.Value {
	condition := value.ObjectOf()
	var needed []string
	for i := 0; i+1 < len(pairs); i += 2 {
		condition = condition.With("properties."+pairs[i], object("const", value.Text(pairs[i+1])))
		needed = append(needed, pairs[i])
	}
	return object("if", condition.With("required", names(needed)), "then", then)
}

// calls hold answers to the definition of the call that they lead to.
func (s schema) calls() []value.Value {
	var all []value.Value
	ref := func(function string) value.Value { return object("$ref", value.Text("#/$defs/"+function)) }
	all = append(all, when(ref(wizard.RequestPay), "sdk", string(wizard.V1)))
	for _, typ := range windows("") {
		all = append(all, when(ref(wizard.FunctionOf(wizard.V2, wizard.Type(typ))), "sdk", string(wizard.V2), "type", typ))
	}
	return all
}

// call is what answers of a call may hold: its parameters, its makers, its
// codes and names for later, and each thing in one place only.
func (s schema) call(call wizard.Call) value.Value {
	properties := value.ObjectOf()
	var makers []string
	for _, k := range contract {
		if !k.of(call) {
			properties = properties.With(k.name, value.Truth(false))
		}
	}
	for _, k := range makeKeys {
		if k.of(call) {
			makers = append(makers, k.name)
		}
	}
	properties = properties.With("params", s.params(call)).
		With("make", object("propertyNames", object("enum", names(makers)))).
		With("later", object("items", object("enum", names(openable(call)))))
	return object("properties", properties, "allOf", value.ListOf(once(call)...))
}

// channels narrow the pay methods to those of the channel.
func (s schema) channels() []value.Value {
	var all []value.Value
	for _, c := range wizard.Channels() {
		for _, sdk := range wizard.SDKs {
			way := c.In(sdk)
			if c.Mode != wizard.ModeTest || !way.Opens() {
				continue
			}
			var methods []string
			for _, m := range way.PayMethods {
				methods = append(methods, string(m))
			}
			then := value.ObjectOf().With("properties.params.properties."+wizard.CallOf(way.Entry).Method, object("enum", names(methods)))
			all = append(all, when(then, "sdk", string(sdk), "module", string(c.Module), "type", string(c.Type)))
		}
	}
	return all
}

// modules narrow the types and the parameters to those of the module. V2 has
// the new one only.
func (s schema) modules() []value.Value {
	all := []value.Value{when(value.ObjectOf().With("properties.module.const", value.Text(string(wizard.ModuleNew))), "sdk", string(wizard.V2))}
	for _, m := range []wizard.Module{wizard.ModuleNew, wizard.ModuleOld} {
		all = append(all, when(value.ObjectOf().With("properties.type", object("enum", names(windows(m)))), "module", string(m)))
		properties := value.ObjectOf()
		for _, p := range wizard.Params() {
			if l, ok := p.LimitsByModule[string(m)]; ok {
				properties = properties.With("params.properties."+strings.ReplaceAll(p.Path, ".", ".properties."), limited(value.ObjectOf(), l))
			}
		}
		all = append(all, when(object("properties", properties), "sdk", string(wizard.V1), "module", string(m)))
	}
	return all
}

// once refuses what is given in two of params, make and later.
func once(call wizard.Call) []value.Value {
	var all []value.Value
	not := func(in ...value.Value) { all = append(all, object("not", object("allOf", value.ListOf(in...)))) }
	for _, k := range makeKeys {
		if k.of(call) {
			not(has("make."+k.name), has("params."+k.path(call)))
			not(has("make."+k.name), leftOpen(k.path(call)))
		}
	}
	for _, p := range wizard.ParamsOf(call.Function) {
		not(has("params."+p.Path), leftOpen(p.Path))
	}
	for _, name := range call.Setup {
		not(has(name), leftOpen(name))
		if name == storeID {
			not(has(name), has("params."+storeIDParam))
		}
	}
	return all
}

// has is the condition that something stands at a path.
func has(path string) value.Value {
	head, rest, deeper := strings.Cut(path, ".")
	here := object("required", names([]string{head}))
	if deeper {
		here = here.With("properties."+head, has(rest))
	}
	return here
}

func leftOpen(name string) value.Value {
	return has("later").With("properties.later", object("contains", object("const", value.Text(name))))
}
