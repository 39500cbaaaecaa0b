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
		path := told(a.Call(), root, now, f.Path)
		if f.File != "" || path == "" || strings.HasPrefix(path, "facts.") {
			continue
		}
		if at, ok := spanOf(a.Call(), root, now, path); ok {
			r.src.place(f, at)
		} else if now.Get(path).IsAbsent() {
			f.File = safe.Line(name, shownName)
		}
	}
	return located
}

// told is the answer from which the rulebook has what stands at a path.
func told(call wizard.Call, root, now value.Value, path string) string {
	switch path = settingOf(path); path {
	case "facts.order_id.source":
		return "make." + makerIn(root, call, call.OrderID) + ".from"
	case "facts.order_id.prefix":
		return "make." + makerIn(root, call, call.OrderID) + ".prefix"
	case "params." + storeIDParam:
		if slices.Contains(call.Setup, storeID) && now.Get(path).IsAbsent() {
			return storeID
		}
	}
	return path
}

// spanOf finds where the file says something about a path.
func spanOf(call wizard.Call, root, now value.Value, path string) (value.Span, bool) {
	if v := now.Get(path); !v.IsAbsent() {
		there := root.Get(path)
		return there.Span(), there.Equal(v) // else a flag gave it
	}
	if strings.HasPrefix(path, "make.") {
		there := root.Get(path) // of a file whose version or type a flag has changed
		return there.Span(), !there.IsAbsent()
	}
	name, inParams := strings.CutPrefix(path, "params.")
	if path == storeID {
		name, inParams = storeID, true
	}
	if !inParams {
		return value.Span{}, false
	}
	if made := root.Get("make." + makerIn(root, call, name)); !made.IsAbsent() {
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
