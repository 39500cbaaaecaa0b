package flow

import (
	"slices"
	"sync"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/value"
)

// unit is one place in the answers with the questions that decide it. Most
// have one question; the order number has three.
type unit struct {
	name string // path of the parameter, user_code, tier_code, or an option
	ids  []string
}

// optionOf are the questions whose answers are options of the output.
var optionOf = map[string]string{
	"comments": "options.locale", "page_state": "options.page", "front_target": "options.targets", "server_target": "options.targets",
	"server_parts": "options.server", "java_level": "options.java", "file_encoding": "options.encoding",
}

// setupIDs are the questions that decide mode, module and type.
var setupIDs = []string{"mode", "module", "type", "api_type_note"}

// units follow from the rows: questions of the walk that name the same parameter.
var units = sync.OnceValue(func() []unit {
	var us []unit
	for _, q := range wizard.Questions() {
		name := optionOf[q.ID]
		if len(q.Params) > 0 {
			name = q.Params[0]
		}
		if !walked(&q) || name == "" {
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
	a, s := d.base, d.see()
	if !d.untouched(setupIDs) {
		a.Mode, a.Module, a.Type = s.mode(), s.module(), s.typ()
	}
	for _, u := range units() {
		if d.untouched(u.ids) {
			continue
		}
		if d.opened != nil {
			a = cleared(a, u.name)
		}
		for _, id := range u.ids {
			if q, _ := row(id); s.asks(id) {
				d.put(&a, u.name, q)
			} else {
				s.imply(&a, u.name, q)
			}
		}
	}
	return a
}

// imply writes what follows for a question that is not asked: the channel key
// comes later, a pay method is the only one that an earlier answer leaves. What
// the type fixes is part of the request without being written.
func (s *sight) imply(a *wizard.Answers, name string, q *wizard.Question) {
	if q.ID == "channel_key" {
		leave(a, name)
	}
	if _, settled := s.settled[q.ID]; !settled {
		return
	}
	p, _ := wizard.ParamAt(name)
	if _, fixed := p.FixedFor(s.typ()); !fixed {
		insert(a, name, value.Text(s.one(q.ID)))
	}
}

// untouched reports whether the answers that were opened still speak for the
// place that these questions decide.
func (d Draft) untouched(ids []string) bool {
	if d.opened == nil {
		return false
	}
	s := d.see()
	return !slices.ContainsFunc(ids, func(id string) bool {
		was, opened := d.opened.given[id]
		is, given := d.given[id]
		return opened != given || !was.Equal(is) || d.opened.seen.standing(id) != s.standing(id)
	})
}

// put writes the answer to one question.
func (d Draft) put(a *wizard.Answers, name string, q *wizard.Question) {
	e := d.entry(q, d.see()).trimmed()
	if e.Later {
		leave(a, name)
		return
	}
	switch q.ID {
	case "user_code":
		a.UserCode = e.Text
	case "tier_code":
		a.TierCode = e.Text
	case "comments", "page_state", "java_level", "file_encoding":
		d.option(a, q, e.Text)
	case "front_target", "server_target":
		d.target(a, q, e.Text)
	case "server_parts":
		d.parts(a, q, e.Picked)
	case "order_id_source":
		if e.Text == wizard.FromBrowser || e.Text == wizard.FromServer {
			a.Make.MerchantUID = &wizard.MakeOrderID{From: e.Text}
		}
	case "order_id_prefix":
		a.Make.MerchantUID = &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: e.Text}
	case "m_redirect_url":
		if answers.IsPath(e.Text) {
			a.Make.MRedirectURL = &wizard.MakeRedirect{Path: e.Text}
			return
		}
		insert(a, name, value.Text(e.Text))
	case "period":
		putPeriod(a, e.Text)
	case "vbank_due_days":
		putDue(a, name, e.Text)
	case "channel_key":
		if !slices.Contains(e.Picked, notAvailable) {
			insert(a, name, value.Text(e.Text))
		}
	default:
		insert(a, name, answers.Typed(a.Call(), name, e.Text))
	}
}

// option writes an option of the output, once somebody chose it. The usual
// page and encoding need no words.
func (d Draft) option(a *wizard.Answers, q *wizard.Question, chosen string) {
	if !d.Touched(q.ID) || !d.see().offers(q, chosen) {
		return
	}
	switch q.ID {
	case "comments":
		a.Options.Locale = chosen
	case "java_level":
		a.Options.Java = chosen
	case "page_state":
		if chosen == wizard.PageV1 {
			a.Options.Page = chosen
		}
	case "file_encoding":
		if chosen != wizard.EncodingUTF8 { // a page of that age has tools and browsers of that age
			a.Options.Encoding, a.Options.Syntax = chosen, wizard.SyntaxES5
		}
	}
}

func leave(a *wizard.Answers, name string) {
	if !a.LeftOpen(name) {
		a.Later = append(slices.Clip(a.Later), name)
	}
}
