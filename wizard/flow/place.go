package flow

import (
	"math"
	"slices"
	"strings"
	"sync"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// cleared takes a unit out of the answers, as a call has it, and the objects
// that it leaves empty.
func cleared(a wizard.Answers, u unit, call wizard.Call) wizard.Answers {
	switch u.name {
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
	case "store_id":
		a.StoreID = ""
	case "merchant_uid":
		a.Make.MerchantUID = nil
	case "m_redirect_url":
		a.Make.MRedirectURL = nil
	case "period":
		a.Make.Period = nil
	case "vbank_due":
		a.Make.VbankDue = nil
	}
	for _, path := range u.paths(call) {
		a.Params = pruned(a.Params, path)
		a.Later = slices.DeleteFunc(slices.Clone(a.Later), func(l string) bool { return l == path || strings.HasPrefix(l, path+".") })
	}
	return a
}

// paths are all places of a call where the unit may stand: which of them it
// takes may hang on the pay method.
func (u unit) paths(call wizard.Call) []string {
	var all []string
	for _, name := range u.params {
		all = append(all, call.PathsIn(name)...)
	}
	switch {
	case call.SDK() == wizard.V1:
	case u.name == "pay_method":
		all = append(all, wizard.EasyPayPath)
	case u.name == storeID:
		all = append(all, storeIDParam)
	}
	return all
}

// storeIDParam is where answers may have the store id instead of at store_id.
const (
	storeID      = "store_id"
	storeIDParam = "storeId"
)

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
	fields, ranks := a.Params.Fields(), ranksOf(a.Call().Function)
	at := slices.IndexFunc(fields, func(f value.Field) bool { return rank(ranks, f.Key) > rank(ranks, key) })
	if at < 0 {
		at = len(fields)
	}
	a.Params = value.ObjectOf(slices.Insert(fields, at, value.Field{Key: key, Value: v})...)
}

// ranksOf are the places of a call's parameters in the catalogue, by their first key.
func ranksOf(function string) map[string]int { return ranks()[function] }

var ranks = sync.OnceValue(func() map[string]map[string]int {
	of := map[string]map[string]int{}
	for _, call := range wizard.Calls() {
		at := map[string]int{}
		for i, p := range wizard.ParamsOf(call.Function) {
			key, _, _ := strings.Cut(p.Path, ".")
			if _, ok := at[key]; !ok {
				at[key] = i
			}
		}
		of[call.Function] = at
	}
	return of
})

// rank is the place of a parameter in the catalogue; one without a row comes last.
func rank(ranks map[string]int, key string) int {
	if at, ok := ranks[key]; ok {
		return at
	}
	return math.MaxInt
}
