package flow

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Next confirms the current question and goes to the next that applies, to
// the result after the last. It refuses (ok false) while a problem blocks; see
// Problems. After Go it goes to the first that is still open. The result is reached
// only when every question is passed and none has a problem that blocks.
func (d Draft) Next() (next Draft, ok bool) {
	if d.place == "" {
		return d, false
	}
	if d.refused == d.place {
		d.refused = "" // said once; an empty field may be passed with the next key
		return d, false
	}
	q, ok := row(d.place)
	if !ok {
		return d, false
	}
	next = d.hold(q.ID, d.entry(q, d.see()).trimmed())
	if next.blocked(q) {
		if next = next.asTyped(q); next.blocked(q) {
			return d, false
		}
	}
	next = next.pass(q.ID)
	next.place = next.after(q.ID)
	return next, true
}

// asTyped lets what stands in a field count as if somebody had typed it, where
// opened answers spoke for it. The text "1004" and the number look the same
// there, and who confirms it means what the question asks for.
func (d Draft) asTyped(q *wizard.Question) Draft {
	if d.opened != nil && len(q.Params) > 0 {
		u := unitOf(q)
		a := cleared(d.base, u, d.base.Call())
		d.put(&a, d.see().place(u.params), q)
		d.base = a
	}
	return d
}

// Back goes to the question before, also from an invalid field; what was typed
// stays. On the first question it stays where it is.
func (d Draft) Back() Draft {
	walk := d.walks()
	d.jumped = false
	switch i := placeOf(walk, d.place); {
	case d.place == "":
		d.place = walk[len(walk)-1].ID
	case i > 0:
		d.place = walk[i-1].ID
	}
	return d
}

// Go goes to a question that applies (see Editable), or with "" to the result
// when nothing stands in its way. Anything else changes nothing.
func (d Draft) Go(id string) Draft {
	if id == "" {
		if d.wanting() == "" {
			d.place = ""
		}
		return d
	}
	if !d.see().asks(id) {
		return d
	}
	d.place, d.jumped = id, true
	return d
}

// Take chooses an option of a question and goes on: the options of a select,
// and at channel_key the ways on for a person without a key (add, ask, pg, later).
func (d Draft) Take(id, option string) Draft {
	q, ok := row(id)
	if s := d.see(); !ok || !s.asks(id) || !s.offers(q, option) {
		return d
	}
	d.place = id
	switch {
	case option == "later":
		d = d.With(id, Entry{Later: true})
	case id == "channel_key" && option == "pg":
		d = d.With(id, Entry{Text: d.Entry(id).Text, Picked: []string{notAvailable}})
	case id == "channel_key":
		d = d.With("channel_ready", Entry{Text: option}).pass("channel_ready")
		d.jumped = true
		d.place = d.wanting()
		return d
	default:
		d = d.With(id, Entry{Text: option})
	}
	d, _ = d.Next()
	return d
}

// after is the place that follows a question.
func (d Draft) after(id string) string {
	walk := d.walks()
	if i := placeOf(walk, id) + 1; !d.jumped && i < len(walk) {
		return walk[i].ID
	}
	return d.wanting()
}

// wanting is the first question that still wants an answer, "" where none does.
func (d Draft) wanting() string {
	var found []wizard.Finding
	judged := false
	for _, q := range d.walks() {
		if !d.Confirmed(q.ID) {
			return q.ID
		}
		if !judged {
			found, judged = d.judge("", text.Ko), true
		}
		if blocks(d.problems(q, found, text.Ko)) {
			return q.ID
		}
	}
	return ""
}

// settle moves the person on when the question where they are does not apply
// any more, and away from the result when an answer has to be passed again.
func (d Draft) settle() Draft {
	if d.place == "" || !d.see().asks(d.place) {
		d.place = d.wanting()
	}
	return d
}
