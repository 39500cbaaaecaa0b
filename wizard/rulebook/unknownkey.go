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
		ID: "unknown-key", Functions: windows,
		When:     When{SDK: AnySDK},
		Reads:    []string{"params", "facts.callback.fields"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: unknownKeys, Mend: knownKey,
		Sources: []string{v1sdk + "javascript-sdk/payrq", page, v2sdk + "payment-request"},
	},
}

// knownKeys gives the keys of each object of V1's window call, by its path; ""
// is the call's own tree. Keys that do nothing with Smartro are known too:
// rows of their own judge them, as what hangs below bypass.
func knownKeys() map[string][]string { return keysOfCall(wizard.RequestPay) }

// keysOfCalls keeps the keys of each call once they were asked for.
var keysOfCalls sync.Map // function → map[string][]string

func keysOfCall(function string) map[string][]string {
	if keys, ok := keysOfCalls.Load(function); ok {
		return keys.(map[string][]string)
	}
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
	for _, p := range slices.Concat(wizard.ParamsOf(function), wizard.OtherParamsOf(function)) {
		add(p.Path)
		for field := range p.Limits.Fields {
			add(p.Path + "." + field)
		}
	}
	for _, path := range judgedElsewhere {
		delete(keys, path)
	}
	if len(keys["mobile"]) > 0 {
		add("mobile.availableCarriers") // a row of its own mends the spelling
	}
	keysOfCalls.Store(function, keys)
	return keys
}

// judgedElsewhere are objects whose keys are for rows of their own.
var judgedElsewhere = []string{"bypass", "offerPeriod"}

func unknownKeys(l *Look) []Verdict {
	return append(strangers(l, keysOfCall(l.Request.Function), ""), strangeFields(l)...)
}

// mostStrangers are told of one call: one with more of them is no call of ours,
// and each costs a search for what was meant.
const mostStrangers = 20

func strangers(l *Look, known map[string][]string, at string) []Verdict {
	var out []Verdict
	for _, f := range l.Request.Params.Get(at).Fields() {
		if len(out) >= mostStrangers {
			break
		}
		path := strings.TrimPrefix(at+"."+f.Key, ".")
		if !slices.Contains(known[at], f.Key) {
			out = append(out, stranger(l.Request.Function, known[at], path, f.Key))
		} else if known[path] != nil {
			out = append(out, strangers(l, known, path)...)
		}
	}
	return out
}

// stranger tells a slip of the keyboard, a name of the other version, or a key
// that nobody knows.
func stranger(function string, known []string, path, key string) Verdict {
	v := Verdict{Path: "params." + path, Variant: "key", Args: []string{"key", key}}
	near, same := nearest(key, known)
	twin, other := twinOf(function, path)
	switch {
	case other && !same && twin != "":
		v.Variant, v.Args = "twin", append(v.Args, "near", twin)
	case other && !same:
		v.Variant = "version"
	case near != "":
		v.Variant, v.Args = "near", append(v.Args, "near", near)
	}
	return v
}

// twinOf finds a name of the other version, and what the call has for it, if
// it has something for it as a whole.
func twinOf(function, path string) (twin string, other bool) {
	if function == wizard.RequestPay {
		for _, call := range wizard.Calls()[1:] {
			if p, ok := wizard.ParamOf(call.Function, path); ok {
				return p.Twin, true
			}
			if slices.ContainsFunc(wizard.ParamsOf(call.Function), func(p wizard.Param) bool { return strings.HasPrefix(p.Path, path+".") }) {
				return "", true
			}
		}
		return "", false
	}
	if _, ok := wizard.ParamAt(path); !ok {
		return "", false
	}
	for _, p := range slices.Concat(wizard.ParamsOf(function), wizard.OtherParamsOf(function)) {
		if p.Twin == path {
			return p.Path, true
		}
	}
	return "", true
}

// knownKey gives a key its name, or its place in the version of the call.
func knownKey(l *Look, v Verdict) []wizard.Mend {
	at := strings.TrimPrefix(v.Path, "params.")
	if strings.HasSuffix(v.Path, ".") || l.At(v.Path).IsAbsent() {
		return nil // a dot in the key itself: no path leads there
	}
	if v.Variant == "version" {
		return nil
	}
	if twin, _ := twinOf(l.Request.Function, at); v.Variant == "twin" {
		if mends := move(l, v.Path, "params."+twin); mends != nil {
			return unsure(mends[0].Edits...)
		}
		return nil
	}
	i := max(strings.LastIndexByte(at, '.'), 0)
	return renamed(l, v.Path, keysOfCall(l.Request.Function)[at[:i]])
}
