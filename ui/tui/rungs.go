package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
)

// The rungs of the ladder of evidence that the program can see. It ticks what
// it saw, the person the rest; the screen says which.
const (
	rungRules  = "rules"
	rungOpened = "opened"
	rungPC     = "pc"
	rungPhone  = "phone"
)

// rungs are the steps above the rules, which have a row of their own.
func (m *Model) rungs() []handover.Rung {
	return slices.DeleteFunc(slices.Clone(m.result.ladder), func(r handover.Rung) bool { return r.ID == rungRules })
}

// resultHead says how far the proof has come.
func (m *Model) resultHead(b box) []string {
	s := m.result.report
	words := "ui.rules"
	if b.w < 60 {
		words = "ui.rules_short"
	}
	rules := text.Of(m.lang, words, "errors", itoa(s.Errors), "warnings", itoa(s.Warnings), "rest", itoa(s.Infos+s.Unknown+s.Later+m.handChecks()))
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

// handChecks counts what the rules leave to a person.
func (m *Model) handChecks() (n int) {
	for _, l := range m.result.lines {
		n += btoi(l.Group == handover.GroupRules)
	}
	return n
}

// provedIndent is the column of the rungs, behind their label.
func (m *Model) provedIndent() int { return width(text.Of(m.lang, "ui.proved")) + 2 }

// rungLines are the rungs, as many in a row as fit.
func (m *Model) rungLines(w int) []string {
	var out, parts []string
	for _, r := range m.rungs() {
		sign, by := m.look.dim.Render(m.sign.off), ""
		if seen, ticked := m.result.proved[r.ID]; ticked {
			sign = m.look.good.Render(m.sign.on)
			if !seen {
				by = m.look.dim.Render(" " + text.Of(m.lang, "ui.by_hand"))
			}
		}
		part := sign + " " + r.Name + by
		if len(parts) > 0 && width(strings.Join(append(parts, part), "   ")) > w {
			out, parts = append(out, strings.Join(parts, "   ")), nil
		}
		parts = append(parts, part)
	}
	return append(out, strings.Join(parts, "   "))
}

// prove ticks a rung that the program saw.
func (m *Model) prove(r string) tea.Cmd {
	m.result.proved[r] = true
	m.draft = m.draft.Prove(m.result.proved)
	return m.save()
}

// askRungs lets the person tick what the program cannot see.
func (m *Model) askRungs() tea.Cmd {
	q := wizard.Question{ID: "rungs", Kind: "checklist", Title: pair("ui.rungs_title"), Help: pair("ui.rungs_help")}
	a := m.draft.Answers()
	ko, en := handover.Ladder(a, text.Ko), handover.Ladder(a, text.En)
	var options []wizard.Option
	var picked []string
	for i, r := range ko {
		seen, ticked := m.result.proved[r.ID]
		if seen || r.ID == rungRules {
			continue
		}
		options = append(options, wizard.Option{Value: r.ID, Label: text.Pair{Ko: r.Name, En: en[i].Name},
			Hint: text.Pair{Ko: r.Proof, En: en[i].Proof}})
		if ticked {
			picked = append(picked, r.ID)
		}
	}
	if len(options) == 0 {
		return nil
	}
	m.openSide(newAsk(m, q, options, flow.Entry{Picked: picked}), func(e flow.Entry) tea.Cmd {
		for _, o := range options {
			delete(m.result.proved, o.Value)
			if slices.Contains(e.Picked, o.Value) {
				m.result.proved[o.Value] = false
			}
		}
		m.side = nil
		m.draft = m.draft.Prove(m.result.proved)
		return m.save()
	})
	return nil
}
