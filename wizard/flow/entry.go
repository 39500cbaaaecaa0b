package flow

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// notAvailable is picked at channel_key where a person cannot use one.
const notAvailable = "not_available"

// Entry gives what stands in the field of a question: what was typed, else the default.
func (d Draft) Entry(id string) Entry {
	q, ok := row(id)
	if !ok {
		return Entry{}
	}
	return d.entry(q, d.see())
}

func (d Draft) entry(q *wizard.Question, s *sight) Entry {
	if e, ok := d.given[s.slot(q.ID)]; ok {
		return e
	}
	return d.untyped(q, s)
}

// untyped is what a field begins with.
func (d Draft) untyped(q *wizard.Question, s *sight) Entry {
	given := q.Default
	if _, takes := wizard.QuickStart(); d.start == quick || d.start == open {
		if taken, ok := takes[q.ID]; ok {
			given = taken
		}
	}
	switch q.ID {
	case "mode":
		if d.start == golive {
			given = string(wizard.ModeLive)
		}
	case "order_id_prefix":
		if s.call().OrderID == issueID {
			given = shortPrefix
		}
	case "comments":
		if d.base.Options.Locale != "" {
			given = d.base.Options.Locale
		}
	case "server_parts":
		if s.typ() == wizard.TypeBilling {
			given = wizard.PartAgain // a registered card that nobody charges is worth nothing
		}
	case "channel_name":
		if ch, ok := s.channel(); ok {
			given = ch.Name
		}
	case "pg_value":
		given = s.pgValue(given)
	}
	switch q.Kind {
	case "multi", "checklist":
		return Entry{Picked: strings.FieldsFunc(given, func(r rune) bool { return r == ',' })}
	case "select":
		if given != "" && len(q.Options) > 0 && !s.offers(q, given) {
			given = ""
			if offered := s.offered(q); len(offered) > 0 {
				given = offered[0].Value
			}
		}
	}
	return Entry{Text: given}
}

// The number of a registration has room for a prefix of four.
const (
	issueID     = "issueId"
	shortPrefix = "card"
)

// keyless reports whether a person cannot use a channel key. V2 knows no other way.
func (s *sight) keyless(e Entry) bool {
	return s.sdk() != wizard.V2 && slices.Contains(e.Picked, notAvailable)
}

// pgValue fills the proposed pg value in. The MID of a live channel is the merchant's own.
func (s *sight) pgValue(pattern string) string {
	ch, _ := s.channel()
	if ch.MID == "" {
		return ""
	}
	return text.Fill(pattern, "module", string(ch.Module), "test_mid", ch.MID)
}

// Answers about one channel of the console: every channel has its own, and
// those of another one are parked. A channel key is one value, but has to be
// seen again when the channel becomes another.
var (
	perChannel   = []string{"channel_ready", "console_steps", "channel_name"}
	seenAgain    = []string{"channel_key", "pg_value"}
	slotMark     = "@"
	channelWords = []string{"mode", "module", "type"}
)

// slot is where the entry of a question is kept.
func (s *sight) slot(id string) string {
	if !slices.Contains(perChannel, id) {
		return id
	}
	return id + slotMark + s.one("mode") + "/" + s.one("module") + "/" + s.one("type")
}

// passSlot is where it is kept that a question was passed.
func (s *sight) passSlot(id string) string {
	if slices.Contains(seenAgain, id) {
		return id + slotMark + s.one("mode") + "/" + s.one("module") + "/" + s.one("type")
	}
	return s.slot(id)
}

// slotOf takes a slot apart. The channel is nil for entries that belong to none.
func slotOf(slot string) (id string, channel []string) {
	id, words, ok := strings.Cut(slot, slotMark)
	if !ok {
		return id, nil
	}
	return id, strings.Split(words, "/")
}
