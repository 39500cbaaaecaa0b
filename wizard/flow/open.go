package flow

import (
	"maps"
	"slices"

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
	d := Draft{start: open, base: a, opened: entriesOf(a), refused: hidden}
	d.given = maps.Clone(d.opened)
	d.done = make(map[string]bool, len(d.given))
	for id := range d.given {
		d.done[id] = true
	}
	d.place = d.wanting()
	return d
}

// withoutSecrets takes what looks like a secret out of the answers to
// questions, because a draft is saved. It gives the question that lost one.
func withoutSecrets(a wizard.Answers) (clean wizard.Answers, id string) {
	for _, u := range units() {
		for _, id := range u.ids {
			q, _ := wizard.QuestionOf(id)
			if e, _ := entryOf(a, u.name, id); secret(q, e.Text) {
				clean, _ = withoutSecrets(cleared(a, u.name))
				return clean, id
			}
		}
	}
	return a, ""
}

// entriesOf are the entries that answers hold, by question. A question that
// may stay empty is settled by what is not there.
func entriesOf(a wizard.Answers) map[string]Entry {
	found := map[string]Entry{"channel_ready": {Text: "have"}, "comments": {Text: "ko"}}
	if a.Options.Locale != "" {
		found["comments"] = Entry{Text: a.Options.Locale}
	}
	extras := Entry{}
	for _, u := range units() {
		for _, id := range u.ids {
			e, settled := entryOf(a, u.name, id)
			if !settled {
				continue
			}
			found[id] = e
			if id == "tax_free" || id == "period" {
				extras.Picked = append(extras.Picked, id)
			}
		}
	}
	found["extras"] = extras
	return found
}

func entryOf(a wizard.Answers, name, id string) (e Entry, settled bool) {
	q, _ := wizard.QuestionOf(id)
	at := a.Params.Get(name)
	later := a.LeftOpen(name) && at.IsAbsent()
	switch id {
	case "comments":
		return Entry{}, false
	case "user_code":
		if a.UserCode != "" {
			return Entry{Text: a.UserCode}, true
		}
	case "order_id_source", "order_id_prefix", "order_id_fixed":
		return orderEntry(a, at, id, later)
	case "m_redirect_url":
		if a.Make.MRedirectURL != nil && at.IsAbsent() {
			return Entry{Text: a.Make.MRedirectURL.Path}, true
		}
	case "period":
		if a.Make.Period != nil || !at.IsAbsent() {
			return Entry{Text: periodText(a)}, true
		}
	case "channel_key":
		if at.IsAbsent() && otherChannel(a) {
			return Entry{Later: later}, true
		}
	}
	if at.IsAbsent() {
		return Entry{Later: later}, later || q.Optional
	}
	return Entry{Text: plain(at)}, true
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

// otherChannel reports whether the channel is chosen by another parameter,
// which only a file or a share code can carry.
func otherChannel(a wizard.Answers) bool {
	return slices.ContainsFunc([]string{"channelGroupId", "pg"}, func(name string) bool {
		return !a.Params.Get(name).IsAbsent()
	})
}

// plain is how a value stands in a text field. A list or an object stands
// there as JSON: it is shown, and kept as long as nobody types over it.
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
