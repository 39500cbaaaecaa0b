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
	name   string   // path of the parameter, user_code, tier_code, store_id, or an option
	params []string // what its questions name: a path of V1, or of V2 alone
	ids    []string
}

// optionOf are the questions whose answers are options of the output.
var optionOf = map[string]string{
	"comments": "options.locale", "page_state": "options.page", "front_target": "options.targets", "server_target": "options.targets",
	"server_parts": "options.server", "java_level": "options.java", "file_encoding": "options.encoding",
}

// setupIDs are the questions that decide mode, module, type and version.
var setupIDs = []string{"mode", "module", "type", "api_type_note", "sdk"}

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
			us = append(us, unit{name, q.Params, []string{q.ID}})
		}
	}
	return us
})

// unitOf is the unit that a question decides, one without questions where it
// decides none.
func unitOf(q *wizard.Question) unit {
	us := units()
	if i := slices.IndexFunc(us, func(u unit) bool { return slices.Contains(u.ids, q.ID) }); i >= 0 {
		return us[i]
	}
	return unit{ids: []string{q.ID}}
}

// Answers are the decisions made so far; questions not reached give their
// defaults. Of answers that were opened, what nobody changed stays as it was.
func (d Draft) Answers() wizard.Answers {
	a, s := d.base, d.see()
	was := a.Call()
	if !d.untouched(setupIDs) {
		a.Mode, a.SDK, a.Module, a.Type = s.mode(), s.sdk(), s.module(), s.typ()
	}
	for _, u := range units() {
		if d.untouched(u.ids) {
			continue
		}
		if d.opened != nil {
			a = cleared(cleared(a, u, was), u, a.Call())
		}
		for _, id := range u.ids {
			if q, _ := row(id); s.asks(id) {
				d.put(&a, s.place(u.params), q)
			} else {
				s.imply(&a, s.place(u.params), q)
			}
		}
	}
	return a
}

// imply writes what follows for a question that is not asked: the channel key
// comes later, a pay method is the only one that an earlier answer leaves. What
// the type fixes is part of the request without being written.
func (s *sight) imply(a *wizard.Answers, path string, q *wizard.Question) {
	if q.ID == "channel_key" {
		leave(a, path)
	}
	if _, settled := s.settled[q.ID]; !settled || path == "" {
		return
	}
	p, _ := wizard.ParamOf(a.Call().Function, path)
	if _, fixed := p.FixedFor(s.typ()); !fixed {
		s.write(a, path, q, s.one(q.ID))
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

// put writes the answer to one question. A call without a place for it goes
// without.
func (d Draft) put(a *wizard.Answers, path string, q *wizard.Question) {
	s := d.see()
	e := d.entry(q, s).trimmed()
	if len(q.Params) > 0 && path == "" {
		return
	}
	if e.Later {
		leave(a, path)
		return
	}
	switch q.ID {
	case "user_code":
		a.UserCode = e.Text
	case "store_id":
		a.StoreID = e.Text
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
		insert(a, path, value.Text(e.Text))
	case "period":
		putPeriod(a, path, e.Text)
	case "vbank_due_days":
		putDue(a, path, e.Text)
	case "channel_key":
		if !s.keyless(e) {
			insert(a, path, value.Text(e.Text))
		}
	default:
		s.write(a, path, q, e.Text)
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
		if chosen == wizard.PageV1 && a.SDK != wizard.V2 {
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
