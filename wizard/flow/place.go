package flow

import (
	"slices"
	"strings"
	"sync"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// cleared takes a unit out of the answers, and the objects that it leaves empty.
func cleared(a wizard.Answers, name string) wizard.Answers {
	switch name {
	case "options.locale":
		return a
	case "options.page":
		a.Options.Page = ""
	case "options.targets":
		a.Options.Targets = nil
	case "options.java":
		a.Options.Java = ""
	case "options.server":
		a.Options.Server = nil
	case "options.encoding":
		if a.Options.Encoding != "" { // the old syntax came with it
			a.Options.Syntax = ""
		}
		a.Options.Encoding = ""
	case "user_code":
		a.UserCode = ""
	case "tier_code":
		a.TierCode = ""
	case "merchant_uid":
		a.Make.MerchantUID = nil
	case "m_redirect_url":
		a.Make.MRedirectURL = nil
	case "period":
		a.Make.Period = nil
	case "vbank_due":
		a.Make.VbankDue = nil
	}
	a.Params = pruned(a.Params, name)
	a.Later = slices.DeleteFunc(slices.Clone(a.Later), func(l string) bool { return l == name || strings.HasPrefix(l, name+".") })
	return a
}

func pruned(params value.Value, path string) value.Value {
	for !params.Get(path).IsAbsent() {
		params = params.With(path, value.Value{})
		i := strings.LastIndexByte(path, '.')
		if i < 0 || params.Get(path[:i]).Len() > 0 {
			break
		}
		path = path[:i]
	}
	return params
}

// insert puts a parameter where the catalogue has it among those that are there.
func insert(a *wizard.Answers, name string, v value.Value) {
	if v.IsAbsent() || v.Kind() == value.String && v.Text() == "" {
		return
	}
	key, below, deep := strings.Cut(name, ".")
	if deep {
		v = a.Params.Get(key).With(below, v)
	}
	if !a.Params.Get(key).IsAbsent() {
		a.Params = a.Params.With(key, v)
		return
	}
	fields := a.Params.Fields()
	at := slices.IndexFunc(fields, func(f value.Field) bool { return rank(f.Key) > rank(key) })
	if at < 0 {
		at = len(fields)
	}
	a.Params = value.ObjectOf(slices.Insert(fields, at, value.Field{Key: key, Value: v})...)
}

// ranks are the places of parameters in the catalogue, by their first key.
var ranks = sync.OnceValue(func() map[string]int {
	at := map[string]int{}
	for i, p := range wizard.Params() {
		key, _, _ := strings.Cut(p.Path, ".")
		if _, ok := at[key]; !ok {
			at[key] = i
		}
	}
	return at
})

// rank is the place of a parameter in the catalogue; one without a row comes last.
func rank(key string) int {
	if at, ok := ranks()[key]; ok {
		return at
	}
	return len(wizard.Params())
}
