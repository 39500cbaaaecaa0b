package answers

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// Locate fills in file, line and column of findings about answers that were
// read from src: params.amount where it stands, merchant_uid where make has
// it, a parameter that is missing at the key params. A finding about what came
// from a flag, or that has a place already, stays as it is.
func Locate(findings []wizard.Finding, name string, src []byte, a wizard.Answers) []wizard.Finding {
	if len(findings) == 0 {
		return findings
	}
	r := &reader{lang: text.En, src: newSource(name, src)}
	root, ok := r.tree()
	if !ok {
		return findings
	}
	located := slices.Clone(findings)
	now := tree(a)
	if a.Version == 0 {
		now = now.With("version", value.Value{}) // it is written always, but this file has none
	}
	for i := range located {
		f := &located[i]
		path := settingOf(f.Path)
		if made, ok := madeFrom[path]; ok {
			path = made
		}
		if f.File != "" || path == "" || strings.HasPrefix(path, "facts.") {
			continue
		}
		if at, ok := spanOf(root, now, path); ok {
			r.src.place(f, at)
		} else if now.Get(path).IsAbsent() {
			f.File = safe.Line(name, shownName)
		}
	}
	return located
}

// madeFrom tells from which answer a fact of the case was taken.
var madeFrom = map[string]string{
	"facts.order_id.source": "make.merchant_uid.from",
	"facts.order_id.prefix": "make.merchant_uid.prefix",
}

// spanOf finds where the file says something about a path.
func spanOf(root, now value.Value, path string) (value.Span, bool) {
	if v := now.Get(path); !v.IsAbsent() {
		there := root.Get(path)
		return there.Span(), there.Equal(v) // else a flag gave it
	}
	name, inParams := strings.CutPrefix(path, "params.")
	if !inParams {
		return value.Span{}, false
	}
	if made := root.Get("make." + name); !made.IsAbsent() {
		return made.Span(), true
	}
	for _, l := range root.Get("later").Items() {
		if l.Text() == name {
			return l.Span(), true
		}
	}
	for at := path; at != ""; at = parent(at) {
		if key, ok := keySpan(root, at); ok {
			return key, true
		}
	}
	return value.Span{}, false
}

func parent(path string) string {
	return path[:max(0, strings.LastIndex(path, "."))]
}

// keySpan is where the key of a path stands.
func keySpan(root value.Value, path string) (value.Span, bool) {
	up := parent(path)
	name := strings.TrimPrefix(path[len(up):], ".")
	for _, f := range root.Get(up).Fields() {
		if f.Key == name {
			return f.KeySpan, true
		}
	}
	return value.Span{}, false
}
