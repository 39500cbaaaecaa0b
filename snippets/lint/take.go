package lint

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

// Taken are the answers that stand in somebody's code: right or wrong, as long
// as the code settles them. A wrong one is for the questions to speak of.
type Taken struct {
	Answers wizard.Answers
	Got     []Part // in the order of the code
	Left    []Part // what has to be asked, and why
}

// Part is one answer with its line in the code, 0 where the code has no line
// of its own for it.
type Part struct {
	Path  string
	Value value.Value // of a part that was taken
	Line  int
	Why   Why // of a part that was left
}

// Why tells why an answer was not taken.
type Why string

// The reasons.
const (
	OnlyRunning Why = "running" // only running the code would tell
	NoParam     Why = "param"   // PortOne has no parameter of that name
	IsSecret    Why = "secret"  // it may be a secret, and those are not kept
	IsEmpty     Why = "empty"   // nothing stands there
	OtherCall   Why = "call"    // one walk makes one window, and this is another
)

// Take gives the answers of the first window of the code. Where the code opens
// none there is nothing to take.
func (r Report) Take() (Taken, bool) {
	var windows []wizard.Case
	for _, c := range r.cases {
		if len(c.Requests) > 0 && opens(c.Requests[0].Function) {
			windows = append(windows, c)
		}
	}
	if len(windows) == 0 {
		return Taken{}, false
	}
	first := windows[0]
	t := taking{text: r.Text, function: first.Requests[0].Function, facts: first.Facts}
	s := first.Setup
	t.a = wizard.Answers{Version: wizard.AnswersVersion, Mode: s.Mode, SDK: s.SDK, Module: s.Module, Type: s.Type, Params: value.ObjectOf()}
	t.setup("user_code", s.UserCode, &t.a.UserCode)
	t.setup("tier_code", s.TierCode, &t.a.TierCode)
	t.tree("", first.Requests[0].Params)
	if target := targetOf(r.File, r.Text); target != "" {
		t.a.Options.Targets = []string{target}
	}
	for _, w := range windows[1:] {
		t.leave(w.Requests[0].Function, w.Requests[0].Params, OtherCall)
	}
	return Taken{t.a, t.got, t.left}, true
}

func opens(function string) bool {
	return slices.ContainsFunc(wizard.Calls(), func(c wizard.Call) bool { return c.Function == function })
}

// taking is one walk through a request.
type taking struct {
	text      string
	function  string
	facts     map[string]value.Value
	a         wizard.Answers
	got, left []Part
}

func (t *taking) leave(path string, v value.Value, why Why) {
	t.left = append(t.left, Part{Path: path, Line: t.line(v), Why: why})
}

func (t *taking) take(path string, v value.Value) {
	t.got = append(t.got, Part{Path: path, Value: v, Line: t.line(v)})
}

// line is where a value stands in the text.
func (t *taking) line(v value.Value) int {
	s := v.Span()
	if s == (value.Span{}) || s.Start > len(t.text) {
		return 0
	}
	return 1 + strings.Count(t.text[:s.Start], "\n")
}

// setup takes what is decided outside the parameters.
func (t *taking) setup(name string, v value.Value, to *string) {
	switch {
	case v.IsAbsent():
	case v.Kind() == value.Later:
		t.a.Later = append(t.a.Later, name)
	case v.Kind() != value.String:
		t.leave(name, v, OnlyRunning)
	case safe.Secret(v.Text()):
		t.leave(name, v, IsSecret)
	case strings.TrimSpace(v.Text()) == "":
		t.leave(name, v, IsEmpty)
	default:
		*to = v.Text()
		t.take(name, v.Bare().At(v.Span()))
	}
}

// tree takes every value of the request that the code settles.
func (t *taking) tree(path string, v value.Value) {
	if v.Kind() != value.Object || path != "" && v.Len() == 0 {
		t.leaf(path, v)
		return
	}
	for _, f := range v.Fields() {
		at := join(path, f.Key)
		if strings.Contains(f.Key, ".") || f.Key == "" {
			t.leave(at, f.Value.At(f.KeySpan), NoParam)
			continue
		}
		t.tree(at, f.Value)
	}
	if v.Text() != "" { // somebody else's object was spread into it
		t.leave(join(path, "..."), v, OnlyRunning)
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func (t *taking) leaf(path string, v value.Value) {
	switch {
	case path == "":
		t.leave(t.function, v, OnlyRunning) // the parameters as a whole come from elsewhere
	case !t.known(path):
		t.leave(path, v, NoParam)
	case v.Kind() == value.Later:
		t.a.Later = append(t.a.Later, path)
	case v.Kind() == value.Made:
		t.made(path, v)
	case !settled(v):
		t.leave(path, v, OnlyRunning)
	case hides(v) || safe.Secret(path[strings.LastIndexByte(path, '.')+1:]):
		t.leave(path, v, IsSecret)
	case path == "storeId" && v.Kind() == value.String:
		t.a.StoreID = v.Text()
		t.take(path, v)
	case v.Kind() == value.Null, v.Kind() == value.String && strings.TrimSpace(v.Text()) == "":
		t.leave(path, v, IsEmpty)
	default:
		t.a.Params = t.a.Params.With(path, v.Bare())
		t.take(path, v)
	}
}

// known reports whether the call has a parameter there or below, or one that
// anything may stand in.
func (t *taking) known(path string) bool {
	below := func(at string) bool {
		return slices.ContainsFunc(wizard.ParamsOf(t.function), func(p wizard.Param) bool { return strings.HasPrefix(p.Path, at+".") })
	}
	if _, ok := wizard.ParamOf(t.function, path); ok || below(path) {
		return true
	}
	for at := path; ; {
		i := strings.LastIndexByte(at, '.')
		if i < 0 {
			return false
		}
		at = at[:i]
		if _, ok := wizard.ParamOf(t.function, at); ok {
			return !below(at)
		}
	}
}

// made takes an order number that the code makes soundly; whatever else it
// makes is asked for, because what it is made from cannot be told.
func (t *taking) made(path string, v value.Value) {
	call := wizard.CallOf(t.function)
	if path != call.OrderID || v.Text() != wizard.MakerOrderID && v.Text() != wizard.MakerIssueID {
		t.leave(path, v, OnlyRunning)
		return
	}
	id := &wizard.MakeOrderID{From: wizard.FromBrowser}
	if p := t.facts["order_id.prefix"]; p.Kind() == value.String && len(p.Text()) <= 8 {
		id.Prefix = p.Text()
	}
	t.a.Make.MerchantUID = id
	t.take(path, v)
}

// settled reports whether a value is known in all its parts.
func settled(v value.Value) bool {
	return v.Known() && !slices.ContainsFunc(v.Items(), func(i value.Value) bool { return !settled(i) }) &&
		!slices.ContainsFunc(v.Fields(), func(f value.Field) bool { return !settled(f.Value) })
}

// hides reports whether a value or a part of it may be a secret.
func hides(v value.Value) bool {
	return safe.Secret(v.Text()) || slices.ContainsFunc(v.Items(), hides) ||
		slices.ContainsFunc(v.Fields(), func(f value.Field) bool { return safe.Secret(f.Key) || hides(f.Value) })
}

// targetOf is the output that fits where the code came from, or "".
func targetOf(name, text string) string {
	dot := strings.LastIndexByte(name, '.')
	switch strings.ToLower(name[dot+1:]) {
	case "vue":
		return "vue"
	case "jsx", "tsx":
		return "react"
	case "jsp":
		return "jsp"
	case "ts":
		return "ts"
	case "html", "htm":
		return "html"
	case "js", "mjs", "cjs":
		return "js"
	}
	for _, sign := range []struct{ mark, target string }{
		{"<%@", "jsp"}, {"<template", "vue"}, {"useState(", "react"}, {"useCallback(", "react"}, {`from "react"`, "react"}, {`from 'react'`, "react"}, {"<script", "html"},
	} {
		if strings.Contains(text, sign.mark) {
			return sign.target
		}
	}
	return ""
}
