package flow

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/text"
)

// saved is the stored form. Answers are for those who only want to know what
// was decided; the rest brings the draft back as it was, invalid fields too.
type saved struct {
	Answers json.RawMessage     `json:"answers"`
	Start   start               `json:"start"`
	Place   string              `json:"place"`
	Asked   []string            `json:"asked"` // slots of what was passed
	Entries map[string]Entry    `json:"entries"`
	Parked  map[string]Entry    `json:"parked,omitempty"`
	Ticks   map[string][]string `json:"ticks,omitempty"`
	Lines   map[string][]string `json:"lines,omitempty"`  // ticked in the checklist, by channel
	Proofs  map[string]bool     `json:"proofs,omitempty"` // rungs of evidence
	Of      string              `json:"proofs_of,omitempty"`
	Jumped  bool                `json:"jumped,omitempty"`
	Lang    string              `json:"lang,omitempty"`   // of the comments, where nobody chose it
	Opened  json.RawMessage     `json:"opened,omitempty"` // the answers that the draft was opened with
}

// MarshalJSON writes the saved form: the answers' JSON plus place, asked, parked and ticks.
func (d Draft) MarshalJSON() ([]byte, error) {
	s := saved{Answers: answers.JSON(d.Answers()), Start: d.start, Place: d.place, Asked: []string{},
		Entries: map[string]Entry{}, Parked: map[string]Entry{}, Ticks: map[string][]string{}, Jumped: d.jumped,
		Lines: d.ticks, Proofs: d.proofs, Of: d.proofsOf}
	if d.opened != nil {
		s.Opened = answers.JSON(d.base)
	} else {
		s.Lang = d.base.Options.Locale
	}
	s.Asked = append(s.Asked, slices.Sorted(maps.Keys(d.done))...)
	seen := d.see()
	for slot, e := range d.given {
		id, _ := slotOf(slot)
		q, ok := row(id)
		switch {
		case ok && q.Kind == "checklist" && !e.Later:
			s.Ticks[slot] = append([]string{}, e.Picked...)
		case ok && walked(q) && (!seen.asks(id) || slot != seen.slot(id)):
			s.Parked[slot] = e
		default:
			s.Entries[slot] = e
		}
	}
	return json.Marshal(s)
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *Draft) UnmarshalJSON(b []byte) error {
	var s saved
	if err := json.Unmarshal(b, &s); err != nil {
		return fmt.Errorf("read draft: %w", err)
	}
	n := Draft{start: s.Start, base: blank(), place: s.Place, jumped: s.Jumped, ticks: s.Lines, proofs: s.Proofs, proofsOf: s.Of}
	switch s.Start {
	case quick, guided, golive:
		n.base.Options.Locale = s.Lang
	case open:
		a, findings := answers.Decode("draft", s.Opened, text.Ko)
		if len(s.Opened) == 0 || a.Version == 0 {
			return fmt.Errorf("read draft: the opened answers are not whole (%d findings)", len(findings))
		}
		at := Open(a)
		n.base, n.opened = at.base, at.opened
	default:
		return errors.New("read draft: it does not say how it began")
	}
	n.given, n.done = map[string]Entry{}, map[string]bool{}
	for _, part := range []map[string]Entry{s.Parked, s.Entries} {
		maps.Copy(n.given, part)
	}
	for slot, ticks := range s.Ticks {
		n.given[slot] = Entry{Picked: ticks}
	}
	for _, slot := range s.Asked {
		n.done[slot] = true
	}
	n.seen = n.look()
	if n.place != "" && !n.seen.asks(n.place) {
		n.place = n.wanting()
	}
	*d = n
	return nil
}
