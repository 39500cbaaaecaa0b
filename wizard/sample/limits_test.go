package sample_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// speaksOf gives the rules that find something at the path.
func speaksOf(a wizard.Answers, path string) []string {
	var ids []string
	for _, f := range rulebook.Judge(a.Case(today), text.En) {
		if f.Path == "params."+path && f.State == wizard.StateFound && !slices.Contains(harmless, f.Rule) {
			ids = append(ids, f.Rule)
		}
	}
	return ids
}

// edges are values at a limit and beyond it.
func edges(p wizard.Param, l wizard.Limits) (in, out []value.Value) {
	words := slices.Clone(l.OneOf)
	for _, c := range wizard.Codes(l.Codes) {
		if !c.NotInTest && !c.WindowsOnly && !c.Identifier {
			words = append(words, c.Code)
		}
	}
	for _, w := range words {
		in = append(in, value.Text(w))
		out = append(out, value.Text(w+"x"))
	}
	if n := l.MaxLength; n > 0 {
		out = append(out, value.Text(strings.Repeat("a", n+1)))
		if s := strings.Repeat("a", n); l.Pattern == "" || regexp.MustCompile(l.Pattern).MatchString(s) {
			in = append(in, value.Text(s))
		}
	}
	if l.Pattern != "" {
		out = append(out, value.Text("!"))
	}
	add := func(to *[]value.Value, n int) { *to = append(*to, value.Digits(strconv.Itoa(n))) }
	if l.Min != nil {
		add(&in, *l.Min)
		add(&out, *l.Min-1)
	}
	if l.Max != nil {
		add(&in, *l.Max)
		add(&out, *l.Max+1)
	}
	if l.Integer {
		out = append(out, value.Digits("2.5"))
	}
	for _, w := range l.NoneOf {
		out = append(out, value.Digits(w))
	}
	return in, out
}

// unjudged are limits of shape that no rule is about: they come from samples
// only, or from pages about another module.
func unjudged(p wizard.Param, module wizard.Module) bool {
	return p.Path == "channelGroupId" || p.Path == "confirm_url" || p.Path == "vbank_due" && module == wizard.ModuleOld
}

// A limit stands in the row of the parameter and in the check of a rule. The
// two are the same limit.
func TestLimitsAgreeWithTheRules(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 5))
	n := 0
	for _, p := range wizard.Params() {
		for _, at := range sample.Places() {
			if at.Mode != wizard.ModeTest || !p.Allows(at.Module, at.Type, at.Method) {
				continue
			}
			if _, fixed := p.FixedFor(at.Type); fixed {
				continue
			}
			for _, l := range []wizard.Limits{p.Limits, p.LimitsByModule[string(at.Module)]} {
				in, out := edges(p, l)
				a := sample.Valid(r, at, today, p.Path)
				in = slices.DeleteFunc(in, func(v value.Value) bool { return v.Text() == "EN" && at.Type == wizard.TypeGeneral }) // another type's
				if unjudged(p, at.Module) {
					out = nil
				}
				for _, v := range in {
					n++
					a.Params = a.Params.With(p.Path, v)
					if ids := speaksOf(a, p.Path); len(ids) > 0 {
						t.Errorf("%s: %v at %s\n%s", p.Path, ids, v.Text(), answers.JSON(a))
					}
				}
				for _, v := range out {
					n++
					a.Params = a.Params.With(p.Path, v)
					if ids := speaksOf(a, p.Path); len(ids) == 0 {
						t.Errorf("%s: nothing is said of %q\n%s", p.Path, v.Text(), answers.JSON(a))
					}
				}
			}
		}
	}
	t.Logf("%d values at and over a limit", n)
}
