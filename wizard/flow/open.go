package flow

import (
	"maps"
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Open begins with given answers, on the result if they are whole, else on the
// first question that still wants an answer. Questions that the answers settle
// count as confirmed. What no question asks for is carried along unchanged.
func Open(a wizard.Answers) Draft {
	if a.Params.Kind() != value.Object {
		a.Params = value.ObjectOf()
	}
	a, hidden := withoutSecrets(a)
	d := Draft{start: open, base: a, refused: hidden}
	d.given = entriesOf(a)
	d.opened = &opening{given: d.given}
	d.seen = d.look()
	for _, id := range perChannel {
		if e, ok := d.given[id]; ok {
			delete(d.given, id)
			d.given[d.seen.slot(id)] = e
		}
	}
	for id, said := range map[string]bool{"live_review": false, "billing_lead": false,
		"file_encoding": a.Options.Encoding != "", "server_parts": len(a.Options.Server) > 0, "java_level": a.Options.Java != ""} {
		if !d.seen.asks(id) && !said {
			delete(d.given, id) // nobody answered what does not apply
		}
	}
	d.opened.given = maps.Clone(d.given)
	d.seen = d.look()
	d.opened.seen = d.seen
	d.done = make(map[string]bool, len(d.given))
	for slot := range d.given {
		id, _ := slotOf(slot)
		d.done[d.seen.passSlot(id)] = true
	}
	d.place = d.wanting()
	d.jumped = true // what the answers settle is not asked again
	return d
}

// withoutSecrets takes what looks like a secret out of the answers to
// questions, because a draft is saved. It gives the question that lost one.
func withoutSecrets(a wizard.Answers) (clean wizard.Answers, id string) {
	for _, u := range units() {
		for _, id := range u.ids {
			q, _ := row(id)
			if e, _ := entryOf(a, u.path(a), q); secret(q, e.Text) {
				clean, _ = withoutSecrets(cleared(a, u, a.Call()))
				return clean, id
			}
		}
	}
	return a, ""
}

// entriesOf are the entries that answers hold, by question. A question that
// may stay empty is settled by what is not there, and so is one that only
// steers: who has answers has a channel.
func entriesOf(a wizard.Answers) map[string]Entry {
	found := map[string]Entry{
		"channel_ready": {Text: "have"}, "live_review": {Text: "unknown"}, "billing_lead": {},
		"comments": {Text: "ko"}, "page_state": {Text: wizard.PageNew}, "front_target": {Text: "html"}, "server_target": {Text: handoff},
		"server_parts": {Picked: a.Options.Server}, "java_level": {Text: wizard.Java11}, "file_encoding": {Text: wizard.EncodingUTF8},
	}
	pages, servers := sides(a.Options.Targets)
	if slices.Contains(servers, bringsPage) && len(pages) == 0 {
		pages = []string{"react"}
	}
	for id, given := range map[string]string{
		"mode": string(a.Mode), "module": string(a.Module), "type": string(a.Type), "sdk": string(a.SDK), "comments": a.Options.Locale,
		"page_state": a.Options.Page, "front_target": strings.Join(pages, ","), "server_target": strings.Join(servers, ","), "file_encoding": a.Options.Encoding, "java_level": a.Options.Java,
	} {
		if given != "" {
			found[id] = Entry{Text: given}
		}
	}
	extras := Entry{}
	for _, u := range units() {
		for _, id := range u.ids {
			q, _ := row(id)
			e, settled := entryOf(a, u.path(a), q)
			if !settled || optionOf[id] != "" || id == "amount_usd" && !dollars(a) || id == "amount" && dollars(a) {
				continue
			}
			found[id] = e
			if pick := pickOf(a, q); pick != "" && !e.empty() && !slices.Contains(extras.Picked, pick) {
				extras.Picked = append(extras.Picked, pick)
			}
		}
	}
	found["extras"] = extras
	return found
}

// pickOf is the extra that leads to a question: of several the first that these
// answers may have, else the first.
func pickOf(a wizard.Answers, q *wizard.Question) string {
	extras, _ := row("extras")
	picks := q.AskedWhen["extras"]
	is := map[string]string{"sdk": string(a.SDK), "module": string(a.Module), "type": string(a.Type), "pay_method": ownMethod(a, a.Call().Method)}
	for _, pick := range picks {
		i := slices.IndexFunc(extras.Options, func(o wizard.Option) bool { return o.Value == pick })
		fits := true
		for key, want := range extras.Options[i].AskedWhen {
			fits = fits && slices.Contains(want, is[key])
		}
		if fits {
			return pick
		}
	}
	if len(picks) > 0 {
		return picks[0]
	}
	return ""
}

// path is where the answers have a unit.
func (u unit) path(a wizard.Answers) string {
	call := a.Call()
	method := a.Params.Get(call.Method)
	return call.PathFor(u.params, a.Module, a.Type, wizard.PayMethod(method.Text()))
}

func dollars(a wizard.Answers) bool {
	return a.SDK == wizard.V2 && a.Params.Get("currency").Text() == "USD"
}

func entryOf(a wizard.Answers, path string, q *wizard.Question) (e Entry, settled bool) {
	if path == "" {
		return Entry{}, false
	}
	at := a.Params.Get(path)
	later := a.LeftOpen(path) && at.IsAbsent()
	given := ""
	switch q.ID {
	case "user_code":
		given = a.UserCode
	case "store_id":
		if given = a.StoreID; given == "" {
			given = plain(a.Params.Get(storeIDParam))
		}
	case "pay_method":
		given = ownMethod(a, path)
	case "notice_url":
		given = unlisted(at)
	case "tier_code":
		given = a.TierCode
	case "order_id_source", "order_id_prefix", "order_id_fixed":
		return orderEntry(a, at, q.ID, later)
	case "m_redirect_url":
		if a.Make.MRedirectURL != nil && at.IsAbsent() {
			given = a.Make.MRedirectURL.Path
		}
	case "period":
		given = periodText(a, at)
	case "vbank_due_days":
		given = dueText(a, at)
	case "channel_key":
		if at.IsAbsent() && !later && otherChannel(a) {
			return noKey(a), true
		}
	}
	switch {
	case given != "":
		return Entry{Text: given}, true
	case at.IsAbsent():
		return Entry{Later: later}, later || q.Optional
	}
	return Entry{Text: spoken(a.Call(), path, q, plain(at))}, true
}

// noKey is the entry of the channel key where another parameter chooses the
// channel: pg has a question, a group only a file or a share code can carry.
func noKey(a wizard.Answers) Entry {
	if a.Params.Get("pg").IsAbsent() || a.SDK == wizard.V2 {
		return Entry{}
	}
	return Entry{Picked: []string{notAvailable}}
}

// orderEntry tells the three questions of the order number apart.
func orderEntry(a wizard.Answers, at value.Value, id string, later bool) (Entry, bool) {
	made := a.Make.MerchantUID
	fixed := !at.IsAbsent() || later
	switch {
	case id == "order_id_source" && fixed:
		return Entry{Text: "fixed"}, true
	case id == "order_id_source" && made != nil:
		return Entry{Text: made.From}, true
	case id == "order_id_fixed" && fixed:
		return Entry{Text: plain(at), Later: later}, true
	case id == "order_id_prefix" && !fixed && made != nil && made.From == wizard.FromBrowser:
		return Entry{Text: made.Prefix}, true
	}
	return Entry{}, false
}

// otherChannel reports whether the channel is chosen by another parameter.
func otherChannel(a wizard.Answers) bool {
	return slices.ContainsFunc(a.Call().Selectors, func(name string) bool {
		return name != "channelKey" && !a.Params.Get(name).IsAbsent()
	})
}

// plain is how a value stands in a text field. A list or an object stands
// there as JSON.
func plain(v value.Value) string {
	switch v.Kind() {
	case value.Absent:
		return ""
	case value.String, value.Number:
		return v.Text()
	}
	raw, err := v.MarshalJSON()
	if err != nil {
		return ""
	}
	return string(raw)
}
