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

// otherKeys are names that exist and that rows of their own judge. A test
// holds that every path the rows read is known.
var otherKeys = []string{
	"currency", "display.card_quota", "card.detail", "useFreeInterestFromMall", "useCardPoint", "vat_amount", "products",
	"escrowProducts", "biz_num", "popup", "vbank_code", "bankCode", "bank_code", "virtualAccount.bankCode",
	"period.from", "period.to", "bypass.smartro_v2",
}

// knownKeys gives the keys of each object of a window call, by its path; ""
// is the call's own tree. What hangs below bypass has rows of its own.
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
	for _, p := range wizard.Params() {
		if p.Function == wizard.RequestPay {
			add(p.Path)
		}
	}
	for _, path := range otherKeys {
		add(path)
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
