package rulebook

import (
	"slices"
	"strings"
	"sync"

	"smartro-wizard/wizard"
)

// A key that does not exist does nothing, and a misspelt one loses its value.
var unknownKeyRows = []Rule{
	{
		ID:       "unknown-key",
		Reads:    []string{"params"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: unknownKeys, Mend: knownKey,
		Sources: []string{v1sdk + "javascript-sdk/payrq", page},
	},
}

// knownKeys gives the keys of each object of a window call, by its path; ""
// is the call's own tree. Keys that do nothing with Smartro are known too:
// rows of their own judge them, as what hangs below bypass.
var knownKeys = sync.OnceValue(func() map[string][]string {
	keys := map[string][]string{}
	add := func(path string) {
		for at := ""; path != ""; {
			key, rest, _ := strings.Cut(path, ".")
			if !slices.Contains(keys[at], key) {
				keys[at] = append(keys[at], key)
			}
			at, path = strings.TrimPrefix(at+"."+key, "."), rest
		}
	}
	for _, p := range slices.Concat(wizard.Params(), wizard.UnsupportedParams()) {
		if p.Function != wizard.RequestPay {
			continue
		}
		add(p.Path)
		for field := range p.Limits.Fields {
			add(p.Path + "." + field)
		}
	}
	delete(keys, "bypass")
	return keys
})

func unknownKeys(l *Look) []Verdict { return strangers(l, "") }

func strangers(l *Look, at string) []Verdict {
	var out []Verdict
	for _, f := range l.Request.Params.Get(at).Fields() {
		path := strings.TrimPrefix(at+"."+f.Key, ".")
		if !slices.Contains(knownKeys()[at], f.Key) {
			out = append(out, stranger(at, "params."+path, f.Key))
		} else if knownKeys()[path] != nil {
			out = append(out, strangers(l, path)...)
		}
	}
	return out
}

func stranger(at, path, key string) Verdict {
	v := Verdict{Path: path, Variant: "key", Args: []string{"key", key}}
	if near, _ := nearest(key, knownKeys()[at]); near != "" {
		v.Variant, v.Args = "near", append(v.Args, "near", near)
	}
	return v
}

func knownKey(l *Look, v Verdict) []wizard.Mend {
	at := strings.TrimPrefix(v.Path, "params.")
	if strings.HasSuffix(v.Path, ".") || l.At(v.Path).IsAbsent() {
		return nil // a dot in the key itself: no path leads there
	}
	i := max(strings.LastIndexByte(at, '.'), 0)
	return renamed(l, v.Path, knownKeys()[at[:i]])
}
