package answers

import (
	"slices"
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

// answers reads the tree of a file by the contract. newer reports that a later
// version wrote it, whose keys say nothing about mistakes.
func (r *reader) answers(root value.Value) (a wizard.Answers, newer bool) {
	a.Params = value.ObjectOf()
	if v := root.Get("version"); v.Kind() == value.Number && r.version("version", v) {
		r = &reader{lang: r.lang, src: r.src, call: r.call} // what else looks wrong is only unknown here
		newer = true
	}
	r.object(&a, contract, "", root)
	return a, newer
}

// judge runs the checks of the keys that were given.
func (r *reader) judge(among []key, at string, v value.Value) {
	for _, k := range among {
		given := v.Get(k.name)
		if given.IsAbsent() {
			continue
		}
		if k.check != nil {
			k.check(r, join(at, k.name), given)
		}
		r.judge(k.keys, join(at, k.name), given)
	}
}

func (r *reader) object(a *wizard.Answers, among []key, at string, v value.Value) {
	for _, f := range v.Fields() {
		i := slices.IndexFunc(among, func(k key) bool { return k.name == f.Key })
		if i < 0 {
			if len(r.found) < maxFindings {
				r.unknown(among, at, f)
			}
			continue
		}
		if path := join(at, f.Key); at != "" && !among[i].of(r.call) {
			r.elsewhere(among[i], path, f)
		} else {
			r.key(a, among[i], path, f.Value)
		}
	}
}

// key reads the value of a known key. A key without a value is no answer.
func (r *reader) key(a *wizard.Answers, k key, at string, v value.Value) {
	if v.Kind() == value.Null {
		return
	}
	if !k.kind.fits(v) {
		r.wrongType(k, at, v)
		return
	}
	if len(k.oneOf) > 0 && !slices.Contains(k.oneOf, v.Text()) {
		r.notOneOf(k, at, v)
		return
	}
	if k.kind == isNumber && k.check != nil {
		before := len(r.found)
		if k.check(r, at, v); len(r.found) > before {
			return // digits that do not fit the field are shown as they stand, not as what became of them
		}
	}
	if k.set != nil {
		k.set(a, v)
	}
	if k.kind == isObject {
		r.object(a, k.keys, at, v)
	}
}

func (k kind) fits(v value.Value) bool {
	switch k {
	case isText:
		return v.Kind() == value.String
	case isNumber:
		return v.Kind() == value.Number
	case isNames:
		return v.Kind() == value.List && !slices.ContainsFunc(v.Items(), func(i value.Value) bool { return i.Kind() != value.String })
	}
	return v.Kind() == value.Object
}

func (r *reader) wrongType(k key, at string, v value.Value) {
	f := r.report(wrongType, at, v.Span(), r.show(v),
		"want", r.say("want-"+string(k.kind)), "got", r.say("got-"+v.Kind().String()))
	switch {
	case k.kind == isNames && v.Kind() == value.String:
		mend(f, true, value.Put(at, value.ListOf(v)))
	case k.kind == isText && v.Kind() == value.Number:
		mend(f, true, value.Put(at, value.Text(v.Text())))
	case k.kind == isNumber && v.Kind() == value.String && value.IsNumber(v.Text()):
		mend(f, true, value.Put(at, value.Digits(v.Text())))
	}
}

func (r *reader) notOneOf(k key, at string, v value.Value) {
	allowed := strings.Join(k.oneOf, ", ")
	near, sure := nearest(v.Text(), k.oneOf)
	if near == "" {
		r.report(valueUnknown, at, v.Span(), v.Text(), "allowed", allowed)
		return
	}
	f := r.report(valueNear, at, v.Span(), v.Text(), "allowed", allowed, "near", near)
	mend(f, sure, value.Put(at, value.Text(near)))
}

// unknown says of a key that does not exist what was probably meant: a place
// for a secret, a parameter outside params, a misspelt name.
func (r *reader) unknown(among []key, at string, f value.Field) {
	name := safe.Line(f.Key, shownValue)
	path := join(at, name)
	known := strings.Join(namesOf(among), ", ")
	if soundsSecret(f.Key) || f.Value.Kind() == value.String && safe.Secret(f.Value.Text()) {
		r.report(secretKey, path, f.KeySpan, safe.Mask, "name", name)
		return
	}
	if _, ok := wizard.ParamOf(r.call.Function, f.Key); ok && at == "" {
		r.report(keyPlace, path, f.KeySpan, r.show(f.Value), "name", name)
		return
	}
	near, sure := nearest(f.Key, namesOf(among))
	if near == "" {
		r.report(keyUnknown, path, f.KeySpan, r.show(f.Value), "name", name, "known", known)
		return
	}
	found := r.report(keyNear, path, f.KeySpan, r.show(f.Value), "name", name, "near", near, "known", known)
	mend(found, sure, value.Call(path, near))
}

// show is what a finding shows of a value: its source text where there is one.
func (r *reader) show(v value.Value) string {
	if v.Kind() == value.String || v.Kind() == value.Number {
		return v.Text()
	}
	if r.src != nil {
		return r.src.excerpt(v.Span())
	}
	return ""
}

func join(at, name string) string {
	if at == "" {
		return name
	}
	return at + "." + name
}

// version reports whether a later version wrote the file.
func (r *reader) version(at string, v value.Value) (newer bool) {
	n, err := strconv.Atoi(v.Text())
	known := strconv.Itoa(wizard.AnswersVersion)
	switch {
	case err == nil && n > wizard.AnswersVersion:
		r.report(versionNewer, at, v.Span(), v.Text(), "known", known)
		return true
	case err != nil || n != wizard.AnswersVersion:
		f := r.report(versionUnknown, at, v.Span(), v.Text(), "known", known)
		mend(f, false, value.Put(at, value.Digits(known)))
	}
	return false
}

// later judges the names that are left open.
func (r *reader) later(at string, v value.Value) {
	r.among(at, v, openable(r.call), laterUnknown, laterNear)
}

// serverParts judges the names of what an operator's server does.
func (r *reader) serverParts(at string, v value.Value) {
	r.among(at, v, wizard.ServerParts, valueUnknown, valueNear)
}

// among judges the names of a list by those that there are.
func (r *reader) among(at string, v value.Value, all []string, unknown, close problem) {
	allowed := strings.Join(all, ", ")
	for i, item := range v.Items() {
		if slices.Contains(all, item.Text()) || len(r.found) == maxFindings {
			continue
		}
		path := join(at, strconv.Itoa(i))
		near, sure := nearest(item.Text(), all)
		if near == "" {
			r.report(unknown, path, item.Span(), item.Text(), "allowed", allowed, "setup", strings.Join(r.call.Setup, ", "))
			continue
		}
		f := r.report(close, path, item.Span(), item.Text(), "allowed", allowed, "near", near)
		mend(f, sure, value.Put(path, value.Text(near)))
	}
}

// openable are the names that can be left for later.
func openable(call wizard.Call) []string {
	var all []string
	for _, p := range wizard.ParamsOf(call.Function) {
		if p.Path != storeIDParam {
			all = append(all, p.Path)
		}
	}
	return append(all, call.Setup...)
}

// elsewhere says of a key that another version or payment type has.
func (r *reader) elsewhere(k key, path string, f value.Field) {
	p := keyVersion
	instead := k.instead(r.call)
	if instead == "" {
		p = keyVersionOnly
	}
	found := r.report(p, path, f.KeySpan, r.show(f.Value), "name", f.Key, "function", r.call.Function, "instead", instead)
	if instead != "" {
		mend(found, true, value.Call(path, instead))
	}
}

// redirectPath wants what an origin can be put before.
func (r *reader) redirectPath(at string, v value.Value) {
	if s := v.Text(); !IsPath(s) {
		r.report(badPath, at, v.Span(), s)
	}
}

// IsPath reports whether an origin can be put before it.
func IsPath(s string) bool {
	unfit := func(c rune) bool { return c <= ' ' || c == '\\' || safe.Hidden(c) }
	return strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "//") && !strings.ContainsFunc(s, unfit)
}
