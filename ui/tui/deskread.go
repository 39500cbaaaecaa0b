package tui

import (
	"errors"
	"os"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/ui/gather"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// reading is what was made of the code once.
type reading struct {
	report lint.Report
	file   bool // the box named a file, which was read
	of     int  // the edits of the box that it belongs to
	number int
	lang   text.Lang
	asked  bool // the person wants to see what is found; else it only follows the screen
	err    error
}

// current reports whether what was found is about what stands in the box.
func (d *desk) current() bool {
	return d.seen != nil && d.seen.err == nil && d.seen.of == d.box.Edits()
}

// check shows what is wrong with the code.
func (m *Model) check() tea.Cmd { return m.read(true) }

// read reads the code off the loop.
func (m *Model) read(asked bool) tea.Cmd {
	d := &m.desk
	if d.box.Empty() {
		m.say(text.Of(m.lang, "desk.empty"), false)
		return nil
	}
	d.run++
	d.busy = true
	m.sizeDesk()
	of, n, home := d.box.Edits(), d.run, m.world.home
	code, o := d.box.Text(), lint.Options{Setup: d.given, Lang: m.lang, Today: m.world.today()}
	return func() tea.Msg {
		r := readCode(code, home, o)
		r.of, r.number, r.lang, r.asked = of, n, o.Lang, asked
		return r
	}
}

// readCode reads what was pasted, or the file that it names.
func readCode(code, home string, o lint.Options) (r reading) {
	name, raw := "", []byte(code)
	if f, named := gather.Named(code, home); named {
		r.file, r.report.File = true, f.Name
		if r.err = f.Err; r.err != nil {
			return r
		}
		name, raw = f.Name, f.Body
	}
	r.report, r.err = lint.Read(name, raw, o)
	return r
}

// to shows what was found, or says why nothing was.
func (r reading) to(m *Model) tea.Cmd {
	d := &m.desk
	if r.number != d.run {
		return nil // another reading was begun, or it was given up
	}
	d.busy = false
	if said := m.unreadable(r); said != "" {
		m.sizeDesk()
		m.say(said, true)
		return nil
	}
	if r.report.File == "" {
		r.report.File = text.Of(m.lang, "desk.pasted_code")
	}
	if r.lang != m.lang { // it was changed meanwhile
		d.seen = &r
		return m.read(r.asked)
	}
	at := d.list.at
	again := d.seen != nil && d.seen.of == r.of
	d.seen = &r
	d.found = sorted(r.report.Findings)
	d.list.at = 0
	if again {
		d.list.at = min(at, max(len(d.found)-1, 0))
	}
	if r.asked && d.face == faceBox || d.face == faceFinding && len(d.found) == 0 {
		d.face = faceFound
	}
	m.sizeDesk()
	return nil
}

// unreadable says why there is nothing to show.
func (m *Model) unreadable(r reading) string {
	name := safe.Line(r.report.File, 120)
	switch {
	case errors.Is(r.err, lint.ErrTooLarge):
		return text.Of(m.lang, "desk.too_large", "limit", itoa(lint.MaxFile>>20))
	case errors.Is(r.err, lint.ErrBinary):
		return text.Of(m.lang, "desk.binary")
	case errors.Is(r.err, os.ErrNotExist):
		return text.Of(m.lang, "desk.no_file", "path", name)
	case errors.Is(r.err, gather.ErrFolder):
		return text.Of(m.lang, "desk.folder", "path", name)
	case r.err != nil:
		return text.Of(m.lang, "desk.unread", "path", name)
	case r.report.Calls == 0 && len(r.report.Findings) == 0:
		return text.Of(m.lang, "desk.no_call")
	}
	return ""
}

// askAssumption lets the person say what the code is for.
func (m *Model) askAssumption() tea.Cmd {
	q := wizard.Question{ID: "assume", Kind: "select", Title: pair("desk.assume_title"), Help: pair("desk.assume_help")}
	const inferred = "inferred"
	options := []wizard.Option{{Value: inferred, Label: pair("desk.assume_none"), Hint: pair("desk.assume_none_hint")}}
	start := inferred
	for _, c := range wizard.Channels() {
		name := string(c.Mode) + "/" + string(c.Module) + "/" + string(c.Type)
		label := text.Pair{Ko: m.setupWords(c, text.Ko), En: m.setupWords(c, text.En)}
		options = append(options, wizard.Option{Value: name, Label: label, Hint: text.Pair{Ko: c.MID, En: c.MID}})
		if g := m.desk.given; g.Mode == c.Mode && g.Module == c.Module && g.Type == c.Type {
			start = name
		}
	}
	m.openSide(newAsk(m, q, options, flow.Entry{Text: start}), func(e flow.Entry) tea.Cmd {
		m.side = nil
		m.desk.given = wizard.Setup{}
		for _, c := range wizard.Channels() {
			if e.Text == string(c.Mode)+"/"+string(c.Module)+"/"+string(c.Type) {
				m.desk.given = wizard.Setup{Mode: c.Mode, Module: c.Module, Type: c.Type}
			}
		}
		if m.desk.seen == nil {
			m.sizeDesk()
			return nil
		}
		return m.check()
	})
	return nil
}

// setupWords name a channel by its three parts.
func (m *Model) setupWords(c wizard.Channel, l text.Lang) string {
	return text.Of(l, modeNames[c.Mode]) + ", " + text.Of(l, moduleNames[c.Module]) + ", " + text.Of(l, typeNames[c.Type])
}
