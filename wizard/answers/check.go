package answers

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Check judges answers as a whole, wherever they came from: what cannot be, what is
// missing, what was answered twice, and whether this build knows the PortOne
// version. The findings have no place yet; see Locate.
func Check(a wizard.Answers, l text.Lang) []wizard.Finding {
	r := &reader{lang: l}
	root := tree(a)
	r.judge(contract, "", root)
	found := append(r.found, missing(l, contract, "", root)...)
	if a.Version == 0 {
		found = append(found, finding(l, versionMissing, "version"))
	}
	return slices.Concat(found, twice(a, l, root), version(a, l))
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
	made := root.Get("make")
	for _, k := range makeKeys {
		if made.Get(k.name).IsAbsent() {
			continue
		}
		if !a.Params.Get(k.name).IsAbsent() {
			add("params."+k.name, "params", "make")
		} else if a.LeftOpen(k.name) {
			add("make."+k.name, "make", "later")
		}
	}
	for _, name := range a.Later {
		if len(found) >= maxFindings {
			break
		}
		at := join("params", name)
		if name == "user_code" || name == "tier_code" {
			at = name
		}
		if !root.Get(at).IsAbsent() {
			add(at, strings.TrimSuffix(at, "."+name), "later")
		}
	}
	return found
}

// version refuses a PortOne version that this build makes no code for. What a
// module or type lacks is the rulebook's to say.
func version(a wizard.Answers, l text.Lang) []wizard.Finding {
	if a.SDK == "" || slices.Contains(wizard.Built, a.SDK) {
		return nil
	}
	var known []string
	for _, sdk := range wizard.Built {
		known = append(known, string(sdk))
	}
	f := finding(l, sdkNotBuilt, "sdk", "value", string(a.SDK), "known", strings.Join(known, ", "))
	f.Value = string(a.SDK)
	return []wizard.Finding{f}
}
