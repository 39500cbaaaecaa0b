package flow

import (
	"maps"
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Parked is an answer that does not count now and comes back when it does.
type Parked struct {
	Question wizard.Question
	Entry    Entry
	Option   wizard.Option // the pick of a multi that is not offered; else Value is ""

	by     string // the question whose answer parks it, or ""
	answer text.Pair
	wanted []text.Pair // the answers to it with which this one counts, where they can be told
}

// Way names the question whose answer brings it back, and which answer that is.
func (p Parked) Way(l text.Lang) string {
	q, _ := wizard.QuestionOf(p.by)
	var answers []string
	for _, w := range p.wanted {
		answers = append(answers, w.In(l))
	}
	if len(answers) == 0 {
		return q.Title.In(l)
	}
	return q.Title.In(l) + ": " + strings.Join(answers, ", ")
}

// Why tells which answer parks it.
func (p Parked) Why(l text.Lang) string {
	if p.by == "extras" {
		return text.Of(l, "flow.parked_extra")
	}
	if answer := p.answer.In(l); answer != "" {
		return text.Of(l, "flow.parked", "answer", answer)
	}
	return text.Of(l, "flow.kept")
}

// Parked are the answers that do not count now, in the order of the questions.
func (d Draft) Parked() []Parked {
	s := d.see()
	var all []Parked
	for i := range wizard.Questions() {
		q := &wizard.Questions()[i]
		if !walked(q) {
			continue
		}
		all = append(all, d.parkedOptions(q, s)...)
		for _, slot := range d.slots(q.ID) {
			if e := d.given[slot]; !e.empty() && !(s.asked[i] && slot == s.slot(q.ID)) && !d.speaks(q) {
				all = append(all, d.parkedEntry(q, slot, s))
			}
		}
	}
	return all
}

// slots are where entries of a question are kept. Whether a channel is there
// is no answer that anybody misses.
func (d Draft) slots(id string) []string {
	if !slices.Contains(perChannel, id) {
		if _, ok := d.given[id]; ok {
			return []string{id}
		}
		return nil
	}
	if id == "channel_ready" {
		return nil
	}
	var slots []string
	for slot := range d.given {
		if strings.HasPrefix(slot, id+slotMark) {
			slots = append(slots, slot)
		}
	}
	slices.Sort(slots)
	return slots
}

// speaks reports whether opened answers hold what the question would ask, so
// that it counts although nobody asks.
func (d Draft) speaks(q *wizard.Question) bool {
	if d.opened == nil || len(q.Params) == 0 {
		return false
	}
	return d.untouched(unitOf(q).ids)
}

func (d Draft) parkedEntry(q *wizard.Question, slot string, s *sight) Parked {
	p := Parked{Question: *q, Entry: d.given[slot]}
	var wanted []string
	if _, channel := slotOf(slot); channel != nil && slot != s.slot(q.ID) {
		for i, key := range channelWords {
			if i < len(channel) && channel[i] != s.one(key) {
				p.by, wanted = key, channel[i:i+1]
				break
			}
		}
	} else {
		p.by, wanted = s.excludedBy(q)
		if extra := d.hiddenPick(p.by, wanted, s); extra != nil {
			p.by, wanted = s.fails(extra.AskedWhen)
		}
	}
	return p.because(wanted, s)
}

// hiddenPick is the pick that a question hangs on, where it was picked and is
// not offered: then not the picking parks the answer.
func (d Draft) hiddenPick(by string, wanted []string, s *sight) *wizard.Option {
	q, ok := row(by)
	if !ok || q.Kind != "multi" {
		return nil
	}
	e := d.entry(q, s)
	for i := range q.Options {
		o := &q.Options[i]
		if slices.Contains(wanted, o.Value) && slices.Contains(e.Picked, o.Value) && !s.allows(q, o) {
			return o
		}
	}
	return nil
}

// because fills in the words about the answer that parks it.
func (p Parked) because(wanted []string, s *sight) Parked {
	q, ok := row(p.by)
	if !ok {
		return p
	}
	for _, o := range q.Options {
		if slices.Contains(wanted, o.Value) {
			p.wanted = append(p.wanted, o.Label)
		}
		if q.Kind == "select" && o.Value == s.one(p.by) {
			p.answer = o.Label
		}
	}
	return p
}

// parkedOptions are the picks that are not offered.
func (d Draft) parkedOptions(q *wizard.Question, s *sight) []Parked {
	if q.Kind != "multi" || !s.asks(q.ID) {
		return nil
	}
	var all []Parked
	e := d.entry(q, s)
	for _, o := range q.Options {
		if slices.Contains(e.Picked, o.Value) && !s.allows(q, &o) {
			p := Parked{Question: *q, Option: o, Entry: Entry{Picked: []string{o.Value}}}
			var wanted []string
			p.by, wanted = s.fails(o.AskedWhen)
			all = append(all, p.because(wanted, s))
		}
	}
	return all
}

// excludedBy is the question whose answer keeps another from being asked, and
// the answers with which it would be.
func (s *sight) excludedBy(q *wizard.Question) (by string, wanted []string) {
	if by, settled := s.settled[q.ID]; settled {
		_, wanted = s.fails(q.AskedWhen)
		return by, wanted
	}
	by, wanted = s.fails(q.AskedWhen)
	if cause, ok := row(by); ok && !s.asks(by) {
		return s.excludedBy(cause)
	}
	return by, wanted
}

// fails is the first key of a condition that does not match, as a question, and
// what it wants.
func (s *sight) fails(when map[string][]string) (id string, wanted []string) {
	for _, key := range slices.Sorted(maps.Keys(when)) {
		switch {
		case s.match(map[string][]string{key: when[key]}):
		case !strings.HasPrefix(key, "needs_"):
			return key, when[key]
		case s.asks("pay_method"):
			return "pay_method", nil
		default:
			return "type", nil
		}
	}
	return "", nil
}
