package flow

import (
	"slices"
	"strings"
	"sync"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// unit is one place in the answers with the questions that decide it. Most
// have one question; the order number has three.
type unit struct {
	name string // path of the parameter, user_code, or comments
	ids  []string
}

// units follow from the rows: questions of the walk that name the same parameter.
var units = sync.OnceValue(func() []unit {
	var us []unit
	for _, q := range wizard.Questions() {
		name := ""
		if len(q.Params) > 0 {
			name = q.Params[0]
		} else if q.ID == "comments" {
			name = q.ID
		}
		if !walked(q) || name == "" {
			continue
		}
		if i := slices.IndexFunc(us, func(u unit) bool { return u.name == name }); i >= 0 {
			us[i].ids = append(us[i].ids, q.ID)
		} else {
			us = append(us, unit{name, []string{q.ID}})
		}
	}
	return us
})

// Answers are the decisions made so far; questions not reached give their
// defaults. Of answers that were opened, what nobody changed stays as it was.
func (d Draft) Answers() wizard.Answers {
	a := d.base
	qs, _ := d.applicable()
	for _, u := range units() {
		if d.untouched(u, qs) {
			continue
		}
		a = cleared(a, u.name)
		for _, id := range u.ids {
			if i := indexOf(qs, id); i >= 0 {
				d.put(&a, u.name, qs[i])
			} else if id == "channel_key" {
				leave(&a, u.name) // channel_ready says that it comes later
			}
		}
	}
	return a
}

// untouched reports whether the answers that were opened still speak for a unit.
func (d Draft) untouched(u unit, qs []wizard.Question) bool {
	if d.opened == nil {
		return false
	}
	return !slices.ContainsFunc(u.ids, func(id string) bool {
		was, opened := d.opened[id]
		is, given := d.given[id]
		if !opened {
			return given && indexOf(qs, id) >= 0
		}
		return !given || !was.Equal(is) || indexOf(qs, id) < 0
	})
}

// put writes the answer to one question.
func (d Draft) put(a *wizard.Answers, name string, q wizard.Question) {
	e := d.Entry(q.ID).trimmed()
	if e.Later {
		leave(a, name)
		return
	}
	switch q.ID {
	case "user_code":
		a.UserCode = e.Text
	case "comments":
		known := slices.ContainsFunc(q.Options, func(o wizard.Option) bool { return o.Value == e.Text })
		if d.Touched(q.ID) && known {
			a.Options.Locale = e.Text
		}
	case "order_id_source":
		if e.Text == wizard.FromBrowser || e.Text == wizard.FromServer {
			a.Make.MerchantUID = &wizard.MakeOrderID{From: e.Text}
		}
	case "order_id_prefix":
		a.Make.MerchantUID = &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: e.Text}
	case "m_redirect_url":
		if strings.HasPrefix(e.Text, "/") {
			a.Make.MRedirectURL = &wizard.MakeRedirect{Path: e.Text}
			return
		}
		insert(a, name, parameter(q, e.Text))
	case "period":
		putPeriod(a, e.Text)
	default:
		insert(a, name, parameter(q, e.Text))
	}
}

// parameter is the value of a typed text: digits where the question asks for a
// number and gets one, else the text, so that the rulebook can speak.
func parameter(q wizard.Question, typed string) value.Value {
	switch {
	case typed == "":
		return value.Value{}
	case q.Kind == "number" && value.IsNumber(typed):
		return value.Digits(typed)
	}
	return value.Text(typed)
}

func leave(a *wizard.Answers, name string) {
	if !a.LeftOpen(name) {
		a.Later = append(slices.Clip(a.Later), name)
	}
}

// cleared takes a unit out of the answers.
func cleared(a wizard.Answers, name string) wizard.Answers {
	switch name {
	case "comments":
		return a
	case "user_code":
		a.UserCode = ""
	case "merchant_uid":
		a.Make.MerchantUID = nil
	case "m_redirect_url":
		a.Make.MRedirectURL = nil
	case "period":
		a.Make.Period = nil
	}
	a.Params = a.Params.With(name, value.Value{})
	a.Later = slices.DeleteFunc(slices.Clone(a.Later), func(l string) bool { return l == name || strings.HasPrefix(l, name+".") })
	return a
}

// insert puts a parameter where the catalogue has it among those that are there.
func insert(a *wizard.Answers, name string, v value.Value) {
	if v.IsAbsent() {
		return
	}
	fields := a.Params.Fields()
	at := slices.IndexFunc(fields, func(f value.Field) bool { return rank(f.Key) > rank(name) })
	if at < 0 {
		at = len(fields)
	}
	a.Params = value.ObjectOf(slices.Insert(fields, at, value.Field{Key: name, Value: v})...)
}

// rank is the place of a parameter in the catalogue; one without a row comes last.
func rank(name string) int {
	rows := wizard.Params()
	i := slices.IndexFunc(rows, func(p wizard.Param) bool {
		return p.Path == name || strings.HasPrefix(p.Path, name+".")
	})
	if i < 0 {
		return len(rows)
	}
	return i
}
