package answers

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Set changes one answer as a flag does: path is mode, user_code,
// params.amount, make.merchant_uid.prefix, later, options.targets. A flag is
// the last word: what it gives leaves the other two of params, make and later.
// later adds names, options.targets replaces them; both take commas. A finding
// says why nothing was changed. What is not yet known of the whole says Check.
func Set(a wizard.Answers, path, val string, l text.Lang) (wizard.Answers, []wizard.Finding) {
	r := &reader{lang: l, call: a.Call()}
	for _, given := range []string{path, val} {
		if !utf8.ValidString(given) {
			r.report(notUTF8, safe.Line(path, shownValue), value.Span{}, given, "offset", strconv.Itoa(badByte(given)+1))
			return a, r.found
		}
	}
	v := value.Value{}
	if name, ok := strings.CutPrefix(path, "params."); ok && name != "" {
		v = Typed(r.call, name, val)
	} else if v, ok = r.setting(a, path, val); !ok {
		return a, r.found
	}
	if k, ok := keyAt(strings.Split(path, "."), contract); ok && k.check != nil && k.kind != isNumber {
		k.check(r, path, v)
	}
	root := settle(r.call, tree(a).With(path, v), path, val)
	r.call = callOf(root)
	set, _ := r.answers(renamed(root, a.Call(), r.call))
	if len(r.found) > 0 {
		return a, r.found
	}
	set.Version = wizard.AnswersVersion
	return set, nil
}

// setting types the value of a key outside params.
func (r *reader) setting(a wizard.Answers, path, val string) (value.Value, bool) {
	k, ok := keyAt(strings.Split(path, "."), contract)
	if !ok || k.kind == isObject || k.kind == isParams {
		r.noSuchPath(path)
		return value.Value{}, false
	}
	switch {
	case k.kind == isNumber && value.IsNumber(val):
		return value.Digits(val), true
	case k.kind != isNames:
		return value.Text(val), true
	}
	var list []string
	if path == "later" {
		list = slices.Clone(a.Later)
	}
	for part := range strings.SplitSeq(val, ",") {
		if part = strings.TrimSpace(part); part != "" && !slices.Contains(list, part) {
			list = append(list, part)
		}
	}
	return value.ListOf(names(list).Items()...), true
}

func (r *reader) noSuchPath(path string) {
	var all []string
	each(contract, "", func(at string) { all = append(all, at) })
	known := strings.Join(all, ", ")
	var parameters []string
	for _, p := range wizard.ParamsOf(r.call.Function) {
		parameters = append(parameters, p.Path)
	}
	name := safe.Line(path, shownValue)
	near, _ := nearest(path, all)
	if _, group := keyAt(strings.Split(path, "."), contract); group {
		near = "" // a group of keys, which all are listed
	} else if near == "" {
		if near, _ = nearest(strings.TrimPrefix(path, "params."), parameters); near != "" {
			near = "params." + near
		}
	}
	if soundsSecret(path) {
		r.report(secretKey, name, value.Span{}, safe.Mask, "name", name)
	} else if near == "" {
		r.report(keyUnknown, name, value.Span{}, "", "name", name, "known", known+", params.*")
	} else {
		r.report(keyNear, name, value.Span{}, "", "name", name, "near", near, "known", known+", params.*")
	}
}

// each gives the paths that a flag can set outside params.
func each(among []key, at string, say func(path string)) {
	for _, k := range among {
		if k.kind == isObject {
			each(k.keys, join(at, k.name), say)
		} else if k.kind != isParams {
			say(join(at, k.name))
		}
	}
}

// settle takes what a flag decided out of the other places where it stood.
func settle(call wizard.Call, root value.Value, path, val string) value.Value {
	if path == "later" {
		for name := range strings.SplitSeq(val, ",") {
			name = strings.TrimSpace(name)
			root = unmade(call, root.With("params."+name, value.Value{}), name)
			if slices.Contains(call.Setup, name) {
				root = root.With(name, value.Value{})
			}
		}
		return root
	}
	if name, made := strings.CutPrefix(path, "make."); made {
		name, _, _ = strings.Cut(name, ".")
		name = madeBy(call, name)
		return without(root.With("params."+name, value.Value{}), name)
	}
	name := strings.TrimPrefix(path, "params.")
	if name != path {
		root = unmade(call, root, name)
	}
	return without(root, name)
}

// unmade takes the maker of a parameter away.
func unmade(call wizard.Call, root value.Value, path string) value.Value {
	if made := makerOf(call, path); made != "" {
		return root.With("make."+made, value.Value{})
	}
	return root
}

// renamed gives the makers the names of another call, after a flag changed the
// version or the type.
func renamed(root value.Value, from, to wizard.Call) value.Value {
	if from.Function == to.Function {
		return root
	}
	made := root.Get("make")
	for _, k := range makeKeys {
		v, now := made.Get(k.name), k.instead(to)
		if v.IsAbsent() || k.of(to) || now == "" {
			continue
		}
		root = root.With("make."+k.name, value.Value{}).With("make."+now, v)
	}
	return root
}

// without takes a name off the list of what is left for later.
func without(root value.Value, name string) value.Value {
	later := root.Get("later")
	if later.Kind() != value.List {
		return root
	}
	kept := slices.DeleteFunc(later.Items(), func(v value.Value) bool { return v.Text() == name })
	return root.With("later", value.ListOf(kept...))
}

// Typed gives a text that a person typed, as a flag or in a field, the type that
// the catalogue has for the call's parameter of that path. What does not fit
// stays text, so that the rulebook can say what is wrong.
func Typed(call wizard.Call, name, val string) value.Value {
	want := typeOf(call, name)
	open := strings.HasPrefix(val, "{") || strings.HasPrefix(val, "[")
	switch {
	case open && (want == "" || !strings.HasPrefix(want, "string") || strings.Contains(want, "[]") && val[0] == '['):
		if v, ok := fromJSON(val); ok {
			return v
		}
	case strings.HasPrefix(want, "string"):
	case value.IsNumber(val) && want != "boolean":
		return value.Digits(val)
	case (val == "true" || val == "false") && want != "number":
		return value.Truth(val == "true")
	}
	return value.Text(val)
}

func fromJSON(val string) (value.Value, bool) {
	if !json.Valid([]byte(val)) {
		return value.Value{}, false
	}
	r := &reader{src: newSource("", []byte(val))}
	v, ok := r.jsonTree()
	return v.Bare(), ok
}
