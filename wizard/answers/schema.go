package answers

import (
	"slices"
	"strconv"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// kind is what the value of a key has to be.
type kind string

const (
	isText   kind = "text"
	isNumber kind = "number"
	isNames  kind = "names"  // a list of names
	isObject kind = "object" // with the keys of the row
	isParams kind = "params" // any mapping; the rulebook judges it
)

// key is one row of the contract: where it stands, what it holds, how it gets
// into Answers and out again. Adding a key to the contract adds a row.
type key struct {
	name   string
	kind   kind
	oneOf  []string                                    // the only values; empty: any
	needed bool                                        // without it the answers are not whole
	check  func(r *reader, path string, v value.Value) // judges a value of the right kind
	keys   []key
	calls  []string                         // of which calls the key is; none: of all
	path   func(wizard.Call) string         // of a maker: the parameter that it makes
	get    func(wizard.Answers) value.Value // Absent where nothing was given
	set    func(*wizard.Answers, value.Value)
}

// contract holds the keys of an answers file in the order in which they are
// written.
var contract = []key{
	{name: "version", kind: isNumber,
		get: func(wizard.Answers) value.Value { return value.Digits(strconv.Itoa(wizard.AnswersVersion)) },
		set: func(a *wizard.Answers, v value.Value) { a.Version, _ = strconv.Atoi(v.Text()) }},
	{name: "mode", kind: isText, needed: true, oneOf: []string{"test", "live"},
		get: func(a wizard.Answers) value.Value { return word(string(a.Mode)) },
		set: func(a *wizard.Answers, v value.Value) { a.Mode = wizard.Mode(v.Text()) }},
	{name: "sdk", kind: isText, needed: true, oneOf: []string{"v1", "v2"},
		get: func(a wizard.Answers) value.Value { return word(string(a.SDK)) },
		set: func(a *wizard.Answers, v value.Value) { a.SDK = wizard.SDK(v.Text()) }},
	{name: "module", kind: isText, needed: true, oneOf: []string{"smartro_v2", "smartro"},
		get: func(a wizard.Answers) value.Value { return word(string(a.Module)) },
		set: func(a *wizard.Answers, v value.Value) { a.Module = wizard.Module(v.Text()) }},
	{name: "type", kind: isText, needed: true,
		oneOf: []string{"general", "escrow", "billing", "overseas", "api_keyin", "api_recurring"},
		get:   func(a wizard.Answers) value.Value { return word(string(a.Type)) },
		set:   func(a *wizard.Answers, v value.Value) { a.Type = wizard.Type(v.Text()) }},
	{name: "user_code", kind: isText, calls: callsV1,
		get: func(a wizard.Answers) value.Value { return word(a.UserCode) },
		set: func(a *wizard.Answers, v value.Value) { a.UserCode = v.Text() }},
	{name: "tier_code", kind: isText, calls: callsV1,
		get: func(a wizard.Answers) value.Value { return word(a.TierCode) },
		set: func(a *wizard.Answers, v value.Value) { a.TierCode = v.Text() }},
	{name: storeID, kind: isText, calls: callsV2,
		get: func(a wizard.Answers) value.Value { return word(a.StoreID) },
		set: func(a *wizard.Answers, v value.Value) { a.StoreID = v.Text() }},
	{name: "params", kind: isParams,
		get: func(a wizard.Answers) value.Value { return filled(a.Params) },
		set: func(a *wizard.Answers, v value.Value) { a.Params = v }},
	{name: "make", kind: isObject, keys: makeKeys},
	{name: "later", kind: isNames, check: (*reader).later,
		get: func(a wizard.Answers) value.Value { return names(a.Later) },
		set: func(a *wizard.Answers, v value.Value) { a.Later = textsOf(v) }},
	{name: "options", kind: isObject, keys: []key{
		{name: "locale", kind: isText, oneOf: []string{"ko", "en", "none"},
			get: func(a wizard.Answers) value.Value { return word(a.Options.Locale) },
			set: func(a *wizard.Answers, v value.Value) { a.Options.Locale = v.Text() }},
		{name: "targets", kind: isNames,
			get: func(a wizard.Answers) value.Value { return names(a.Options.Targets) },
			set: func(a *wizard.Answers, v value.Value) { a.Options.Targets = textsOf(v) }},
		{name: "page", kind: isText, oneOf: []string{wizard.PageNew, wizard.PageV1},
			get: func(a wizard.Answers) value.Value { return word(a.Options.Page) },
			set: func(a *wizard.Answers, v value.Value) { a.Options.Page = v.Text() }},
		{name: "syntax", kind: isText, oneOf: []string{wizard.SyntaxModern, wizard.SyntaxES5},
			get: func(a wizard.Answers) value.Value { return word(a.Options.Syntax) },
			set: func(a *wizard.Answers, v value.Value) { a.Options.Syntax = v.Text() }},
		{name: "encoding", kind: isText, oneOf: []string{wizard.EncodingUTF8, wizard.EncodingEUCKR},
			get: func(a wizard.Answers) value.Value { return word(a.Options.Encoding) },
			set: func(a *wizard.Answers, v value.Value) { a.Options.Encoding = v.Text() }},
		{name: "server", kind: isNames, check: (*reader).serverParts,
			get: func(a wizard.Answers) value.Value { return names(a.Options.Server) },
			set: func(a *wizard.Answers, v value.Value) { a.Options.Server = textsOf(v) }},
		{name: "java", kind: isText, oneOf: []string{wizard.Java8, wizard.Java11},
			get: func(a wizard.Answers) value.Value { return word(a.Options.Java) },
			set: func(a *wizard.Answers, v value.Value) { a.Options.Java = v.Text() }},
	}},
}

// keyAt finds the row of a path outside params.
func keyAt(path []string, among []key) (key, bool) {
	i := slices.IndexFunc(among, func(k key) bool { return k.name == path[0] })
	if i < 0 || len(path) > 1 && among[i].kind != isObject {
		return key{}, false
	}
	if len(path) == 1 {
		return among[i], true
	}
	return keyAt(path[1:], among[i].keys)
}

// namesOf lists the keys' names.
func namesOf(among []key) []string {
	all := make([]string, len(among))
	for i, k := range among {
		all[i] = k.name
	}
	return all
}

func word(s string) value.Value {
	if s == "" {
		return value.Value{}
	}
	return value.Text(s)
}

func names(list []string) value.Value {
	if len(list) == 0 {
		return value.Value{}
	}
	items := make([]value.Value, len(list))
	for i, s := range list {
		items[i] = value.Text(s)
	}
	return value.ListOf(items...)
}

// textsOf gives the names of a list, each once.
func textsOf(list value.Value) []string {
	var all []string
	seen := map[string]bool{}
	for _, item := range list.Items() {
		if s := item.Text(); !seen[s] {
			all, seen[s] = append(all, s), true
		}
	}
	return all
}

// there is an object that stands even where it has no keys.
func there(yes bool) value.Value {
	if !yes {
		return value.Value{}
	}
	return value.ObjectOf()
}

func filled(v value.Value) value.Value {
	if v.Kind() != value.Object || v.Len() == 0 {
		return value.Value{}
	}
	return v
}
