package rulebook

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Options that go through to Smartro, and the overseas window.
var bypassRows = []Rule{
	{
		ID:       "bypass-key-spelling",
		When:     When{Modules: newModule},
		Reads:    []string{"params.bypass"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Derived,
		Check: keysOf(bypassKeys...), Mend: keySpelled,
		Sources: []string{
			page + " L204-243",
			caution + " L283-287",
		},
	},
	{
		ID:       "bypass-namespace",
		When:     When{Modules: newModule},
		Reads:    []string{"params.bypass.smartro_v2"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: keysOf(smartroKeys...), Mend: keyMoved,
		Sources: []string{page + " L204-243"},
	},
	{
		ID:       "bypass-skincolor",
		When:     When{Modules: newModule},
		Reads:    []string{"params.bypass.smartro_v2.SkinColor"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: oneOf(skinColors...), Mend: spelled(skinColors...),
		Sources: []string{page + " L230-234"},
	},
	{
		ID:       "bypass-opentype",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeOverseas}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.bypass.smartro_v2.OpenType"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: oneOf("KR", "EN"), Mend: spelled("KR", "EN"),
		Sources: []string{page + " L236-241"},
	},
	{
		ID:       "bypass-goodscnt",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow, wizard.TypeOverseas}},
		Reads:    []string{"params.bypass.smartro_v2.GoodsCnt"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: whole(1, 99),
		Sources: []string{
			page + " L226-228",
			bsdk + " L3697-3701",
			manual + " sspayModule.do GoodsCnt",
		},
	},
	{
		ID:       "overseas-opentype-en",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeOverseas}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.bypass.smartro_v2.OpenType"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: always(first(oneOf("EN"))), Mend: put(value.Text("EN")),
		Sources: []string{
			page + " L236-241",
			pg + "v2/smartro-v2 L190-196",
		},
	},
	{
		ID:       "overseas-card-only",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeOverseas}},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: always(oneOf("card")),
		Sources: []string{
			page + " L236-241",
			setup + " MID list",
		},
	},
	{
		ID:       "overseas-mid",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeOverseas}, Methods: []wizard.PayMethod{"card"}, Mode: wizard.ModeTest},
		Reads:    []string{"params.channelKey", "facts.console.mid"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Derived,
		Person:  Person{Who: Console},
		Sources: []string{setup + " MID list"},
	},
	{
		ID:       "opentype-en-blocks-domestic",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.bypass.smartro_v2.OpenType"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: refuse("EN"), Mend: dropUnsure,
		Sources: []string{
			pg + "v2/smartro-v2 L190-196",
			guide + "quick-guide/payment/index L1677-1682",
		},
	},
}

var (
	bypassKeys  = []string{"cashReceiptType", "customerIdentifier", "smartro_v2"}
	smartroKeys = []string{"GoodsCnt", "SkinColor", "OpenType", "IsPwdPass"}
	skinColors  = []string{"RED", "GREEN", "BLUE", "PURPLE"}
)

// keysOf wants no other keys in the object at the row's path.
func keysOf(keys ...string) Check {
	return func(l *Look) []Verdict {
		var out []Verdict
		v, _ := l.Value(l.reads[0])
		for _, f := range v.Fields() {
			if !slices.Contains(keys, f.Key) && !blank(f.Value) {
				out = append(out, Verdict{Path: l.reads[0] + "." + f.Key, Variant: "key", Args: []string{"key", f.Key}})
			}
		}
		return out
	}
}

// keySpelled gives a key of bypass its right name, or its place under smartro_v2.
func keySpelled(l *Look, v Verdict) []wizard.Mend {
	key := strings.TrimPrefix(v.Path, "params.bypass.")
	if slices.Contains(smartroKeys, key) {
		return move(l, v.Path, "params.bypass.smartro_v2."+key)
	}
	return renamed(l, v.Path, bypassKeys)
}

// keyMoved takes receipt keys out of smartro_v2, and mends spelling there.
func keyMoved(l *Look, v Verdict) []wizard.Mend {
	key := strings.TrimPrefix(v.Path, "params.bypass.smartro_v2.")
	if key == "cashReceiptType" || key == "customerIdentifier" {
		return move(l, v.Path, "params.bypass."+key)
	}
	return renamed(l, v.Path, smartroKeys)
}

// move is sure unless something stands at the other place.
func move(l *Look, from, to string) []wizard.Mend {
	if !l.At(to).IsAbsent() {
		return nil
	}
	return sure(value.Add(to, l.At(from)), value.Take(from))
}

// renamed gives the key at the path the nearest known name that is free.
func renamed(l *Look, path string, keys []string) []wizard.Mend {
	i := strings.LastIndexByte(path, '.')
	to, same := nearest(path[i+1:], keys)
	if to == "" || l.At(path).IsAbsent() || !l.At(path[:i+1]+to).IsAbsent() {
		return nil
	}
	return []wizard.Mend{{Sure: same, Edits: []value.Edit{value.Call(path, to)}}}
}
