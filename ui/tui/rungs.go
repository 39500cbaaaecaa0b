package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// rung is a step of the ladder of evidence. The program ticks what it saw, the
// person the rest; the screen says which.
type rung string

const (
	rungOpened  rung = "opened"
	rungPC      rung = "pc"
	rungPhone   rung = "phone"
	rungLookup  rung = "lookup"
	rungWebhook rung = "webhook"
	rungCancel  rung = "cancel"
)

var rungs = []struct {
	rung rung
	id   string
}{
	{rungOpened, "ui.rung_opened"}, {rungPC, "ui.rung_pc"}, {rungPhone, "ui.rung_phone"},
	{rungLookup, "ui.rung_lookup"}, {rungWebhook, "ui.rung_webhook"}, {rungCancel, "ui.rung_cancel"},
}

// resultHead says how far the proof has come.
func (m *Model) resultHead(b box) []string {
	s := m.result.report
	words := "ui.rules"
	if b.w < 60 {
		words = "ui.rules_short"
	}
	rules := text.Of(m.lang, words, "errors", itoa(s.Errors), "warnings", itoa(s.Warnings), "rest", itoa(s.Infos+s.Unknown+s.Later+len(m.result.lines)))
	made := "ui.made"
	if b.w < 60 {
		made = "ui.made_short"
	}
	if _, opened := m.result.proved[rungOpened]; opened {
		made = "ui.made_opened"
	}
	first := m.look.title.Render(text.Of(m.lang, made))
	if len(m.result.out.Files) == 0 {
		first = m.look.alarm.Render(text.Of(m.lang, "ui.not_made"))
	}
	tick := m.look.good.Render(m.sign.on)
	if s.Errors > 0 {
		tick = m.sign.off
	}
	if b.h < 4 {
		return []string{first, tick + " " + rules}
	}
	label := text.Of(m.lang, "ui.proved")
	lead := blanks(m.provedIndent())
	out := []string{first, m.look.strong.Render(label) + "  " + tick + " " + rules}
	for _, line := range m.rungLines(b.w - len(lead)) {
		out = append(out, lead+line)
	}
	return out
}

// provedIndent is the column of the rungs, behind their label.
func (m *Model) provedIndent() int { return width(text.Of(m.lang, "ui.proved")) + 2 }

// rungLines are the rungs, as many in a row as fit.
func (m *Model) rungLines(w int) []string {
	var out, parts []string
	for _, r := range rungs {
		sign, by := m.look.dim.Render(m.sign.off), ""
		if seen, ticked := m.result.proved[r.rung]; ticked {
			sign = m.look.good.Render(m.sign.on)
			if !seen {
				by = m.look.dim.Render(" " + text.Of(m.lang, "ui.by_hand"))
			}
		}
		part := sign + " " + text.Of(m.lang, r.id) + by
		if len(parts) > 0 && width(strings.Join(append(parts, part), "   ")) > w {
			out, parts = append(out, strings.Join(parts, "   ")), nil
		}
		parts = append(parts, part)
	}
	return append(out, strings.Join(parts, "   "))
}

// prove ticks a rung that the program saw.
func (m *Model) prove(r rung) { m.result.proved[r] = true }

// askRungs lets the person tick what the program cannot see.
func (m *Model) askRungs() tea.Cmd {
	q := wizard.Question{ID: "rungs", Kind: "checklist", Title: pair("ui.rungs_title"), Help: pair("ui.rungs_help")}
	var options []wizard.Option
	var picked []string
	for _, r := range rungs {
		seen, ticked := m.result.proved[r.rung]
		if seen {
			continue
		}
		options = append(options, wizard.Option{Value: string(r.rung), Label: pair(r.id)})
		if ticked {
			picked = append(picked, string(r.rung))
		}
	}
	if len(options) == 0 {
		return nil
	}
	m.openSide(newAsk(m, q, options, flow.Entry{Picked: picked}), func(e flow.Entry) tea.Cmd {
		for _, o := range options {
			delete(m.result.proved, rung(o.Value))
			if slices.Contains(e.Picked, o.Value) {
				m.result.proved[rung(o.Value)] = false
			}
		}
		m.side = nil
		return nil
	})
	return nil
}
