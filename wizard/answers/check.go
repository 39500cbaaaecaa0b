package answers

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Check judges answers as a whole, wherever they came from: what cannot be, what is
// missing, what was answered twice, and codes of another PortOne version. The
// findings have no place yet; see Locate.
func Check(a wizard.Answers, l text.Lang) []wizard.Finding {
	r := &reader{lang: l, call: a.Call()}
	root := tree(a)
	r.judge(contract, "", root)
	r.strange(root)
	found := append(r.found, missing(l, contract, "", root)...)
	if a.Version == 0 {
		found = append(found, finding(l, versionMissing, "version"))
	}
	return append(found, twice(a, l, root)...)
}

// strange finds codes of the other version: a version that was chosen after
// its code was typed.
func (r *reader) strange(root value.Value) {
	for _, k := range contract {
		if v := root.Get(k.name); !v.IsAbsent() && !k.of(r.call) {
			r.elsewhere(k, k.name, value.Field{Key: k.name, Value: v})
		}
	}
}

func missing(l text.Lang, among []key, at string, v value.Value) []wizard.Finding {
	var found []wizard.Finding
	for _, k := range among {
		path, given := join(at, k.name), v.Get(k.name)
		switch {
		case k.needed && given.IsAbsent():
			args := []string{"allowed", strings.Join(k.oneOf, ", ")}
			if len(k.oneOf) == 0 {
				args[1] = text.Of(l, "answers.want-"+string(k.kind))
			}
			found = append(found, finding(l, keyMissing, path, args...))
		case k.kind == isObject && !given.IsAbsent():
			found = append(found, missing(l, k.keys, path, given)...)
		}
	}
	return found
}

// twice finds what stands in two of params, make and later.
func twice(a wizard.Answers, l text.Lang, root value.Value) []wizard.Finding {
	var found []wizard.Finding
	add := func(path, one, other string) {
		found = append(found, finding(l, keyTwice, path, "name", path[strings.Index(path, ".")+1:], "one", one, "other", other))
	}
	made, call := root.Get("make"), a.Call()
	for _, k := range makeKeys {
		if made.Get(k.name).IsAbsent() {
			continue
		}
		if path := k.path(call); !a.Params.Get(path).IsAbsent() {
			add("params."+path, "params", "make")
		} else if a.LeftOpen(path) {
			add("make."+k.name, "make", "later")
		}
	}
	if a.SDK == wizard.V2 && a.StoreID != "" && !a.Params.Get(storeIDParam).IsAbsent() {
		add("params."+storeIDParam, "params", storeID)
	}
	for _, name := range a.Later {
		if len(found) >= maxFindings {
			break
		}
		at := join("params", name)
		if slices.Contains(call.Setup, name) {
			at = name
		}
		if !root.Get(at).IsAbsent() {
			add(at, strings.TrimSuffix(at, "."+name), "later")
		}
	}
	return found
}
