package fakeapi

import (
	"net/url"
	"slices"
	"strings"
)

// row is an endpoint as the documents have it, and what serves it.
type row struct {
	id, method, path string
	query, fields    []field
	errors           []int // HTTP errors of its own
	serve            func(*API, *call) answer
}

// conditional reports whether a field is required only for some payments.
func (r row) conditional() bool {
	return slices.ContainsFunc(r.fields, func(f field) bool { return f.need != always && f.need != never })
}

// need says when a field is required, in the words of the documents.
type need string

const (
	always    need = "true"
	never     need = "false"
	byV2      need = "smartro_v2"
	eitherUID need = "one of imp_uid / merchant_uid"
	eitherKey need = "one of the two"
	refunded  need = "smartro_v2 vbank|trans"
	refundTel need = "smartro_v2 vbank|trans; smartro (schema: required)"
	taxPart   need = "smartro_v2 partial cancel of a payment with tax-free money"
	fixed     need = "smartro_v2 fixed account (고정식)" // the fake has no agreement on those
	bySchema  need = "schema: yes; Smartro page: not listed as mandatory"
)

// about is what the need of a field may depend on.
type about struct {
	provider        string
	method          string
	partial, exempt bool
}

func (n need) holds(a about) bool {
	v2 := a.provider == "smartro_v2"
	money := a.method == "vbank" || a.method == "trans"
	switch n {
	case always, bySchema:
		return true
	case byV2:
		return v2
	case refunded:
		return v2 && money
	case refundTel:
		return v2 && money || !v2 && a.method == "vbank"
	case taxPart:
		return v2 && a.partial && a.exempt
	}
	return false
}

// field is one parameter. A name may lead into objects by dots and into the
// rows of a list by [].
type field struct {
	name, kind string
	need       need
	max        int
	enum       []string
}

func (f field) upTo(max int) field          { f.max = max; return f }
func (f field) among(words ...string) field { f.enum = words; return f }

func must(name, kind string) field          { return field{name: name, kind: kind, need: always} }
func may(name, kind string) field           { return field{name: name, kind: kind, need: never} }
func on(when need, name, kind string) field { return field{name: name, kind: kind, need: when} }
func v2(name, kind string) field            { return field{name: name, kind: kind, need: byV2} }

// route finds the row of a path. A part of a path in braces takes one part of
// the sent one, and gives way to a part that fits word for word.
func route(method, path string) (row, map[string]string, bool) {
	var best row
	var args map[string]string
	score := -1
	sent := strings.Split(path, "/")
	for _, r := range rows {
		if found, exact, fits := r.match(sent); fits && r.method == method && exact > score {
			best, args, score = r, found, exact
		}
	}
	return best, args, score >= 0
}

func (r row) match(sent []string) (args map[string]string, exact int, fits bool) {
	want := strings.Split(r.path, "/")
	if r.id == "find-by-merchant-uid" && len(sent) == len(want)-1 { // its last part may be left out
		want = want[:len(sent)]
	}
	if len(sent) != len(want) {
		return nil, 0, false
	}
	args = map[string]string{}
	for i, w := range want {
		name, open := strings.CutPrefix(w, "{")
		text, err := url.PathUnescape(sent[i])
		switch {
		case !open && sent[i] == w:
			exact++
		case !open || err != nil || text == "":
			return nil, 0, false
		default:
			args[strings.TrimSuffix(name, "}")] = text
		}
	}
	return args, exact, true
}
