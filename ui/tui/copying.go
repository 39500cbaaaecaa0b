package tui

import (
	"path"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/save"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/text"

	"smartro-wizard/snippets"
)

// copiedMsg says what became of a copy.
type copiedMsg struct {
	what string // id of its name
	path string // of a file
	text string
	err  error
}

// files are the output that is copied and saved: never the masked one.
func (m *Model) files() []snippets.File {
	if m.result.report.Errors > 0 {
		return nil
	}
	out, err := snippets.Generate(m.draft.Answers(), m.wantedTargets()...)
	if err != nil {
		m.say(m.why(err), true)
		return nil
	}
	return out.Files
}

func (m *Model) copyText(s, what string) tea.Cmd { return m.copyNamed(s, what, "") }

func (m *Model) copyNamed(s, what, path string) tea.Cmd {
	m.result.taken = m.result.taken || !m.deskOn()
	ctx, copy := m.world.ctx, m.world.copy
	return func() tea.Msg { return copiedMsg{what, path, s, copy(ctx, s)} }
}

// to reports the copy. A terminal that is asked gives no answer, so then only
// the asking is told.
func (c copiedMsg) to(m *Model) tea.Cmd {
	what := text.Of(m.lang, c.what)
	if c.path != "" {
		what += " " + c.path
	}
	if c.err == nil {
		m.say(text.Of(m.lang, "ui.copied", "what", what), false)
		return nil
	}
	where := text.Of(m.lang, "ui.select_instead")
	switch {
	case c.what == "desk.the_report":
		where = text.Of(m.lang, "ui.save_instead")
	case c.what != "ui.the_code":
	case m.result.saved == "":
		where = text.Of(m.lang, "ui.save_instead")
	default:
		where = text.Of(m.lang, "ui.saved_file", "path", m.result.saved)
	}
	m.say(text.Of(m.lang, "ui.copy_asked", "what", what, "where", where), false)
	return tea.SetClipboard(c.text)
}

// askSave asks for the folder.
func (m *Model) askSave() tea.Cmd {
	files := m.files()
	if len(files) == 0 {
		return nil
	}
	q, _ := wizard.QuestionOf("save_to")
	dir := q.Default
	if m.result.dir != "" {
		dir = m.result.dir
	}
	m.openSide(newAsk(m, q, nil, flow.Entry{Text: dir}), func(e flow.Entry) tea.Cmd {
		dir := e.Text
		if dir == "" {
			dir = q.Default
		}
		return m.plan(dir, files)
	})
	return nil
}

// plannedMsg is what saving to a folder would change.
type plannedMsg struct {
	dir     string
	changes []save.Change
	err     error
}

func (m *Model) plan(dir string, files []snippets.File) tea.Cmd {
	m.side.busy = true
	return func() tea.Msg {
		changes, err := save.Plan(dir, files)
		return plannedMsg{dir, changes, err}
	}
}

func (p plannedMsg) to(m *Model) tea.Cmd {
	if m.side == nil {
		return nil // the person went on
	}
	m.side.busy = false
	if p.err != nil {
		m.side.wrong, m.side.ask.touched = save.Sentence(p.err, m.lang), true
		return nil
	}
	for _, c := range p.changes {
		if c.State == save.Differs {
			m.askOverwrite(p)
			return nil
		}
	}
	return m.write(p, false)
}

// askOverwrite shows what a file would lose and asks.
func (m *Model) askOverwrite(p plannedMsg) {
	q, _ := wizard.QuestionOf("overwrite")
	a := newAsk(m, q, q.Options, flow.Entry{Text: q.Default})
	var diff []string
	var names []string
	for _, c := range p.changes {
		if c.State != save.Differs {
			continue
		}
		names = append(names, path.Join(p.dir, c.Path))
		for _, line := range splitLines(c.Diff) {
			diff = append(diff, m.diffLine(safe.Line(line, maxLine)))
		}
	}
	a.fill = []string{"path", safe.Line(listed(names), 200)}
	m.openSide(a, func(e flow.Entry) tea.Cmd {
		switch e.Text {
		case "replace":
			return m.write(p, true)
		case "rename":
			return m.askSaveIn(p.dir + "-2")
		}
		m.side = nil
		m.say(text.Of(m.lang, "ui.kept_file", "path", listed(names)), false)
		return nil
	})
	m.side.above = append(diff, "")
	m.sizeSide()
}

// askSaveIn asks again, with another folder.
func (m *Model) askSaveIn(dir string) tea.Cmd {
	if m.deskOn() {
		return m.saveReportIn(dir)
	}
	m.result.dir = dir
	return m.askSave()
}

func (m *Model) diffLine(line string) string {
	switch {
	case len(line) > 0 && line[0] == '+':
		return m.look.good.Render(line)
	case len(line) > 0 && line[0] == '-':
		return m.look.alarm.Render(line)
	}
	return m.look.dim.Render(line)
}

// wroteMsg says what became of writing.
type wroteMsg struct {
	plan plannedMsg
	err  error
}

func (m *Model) write(p plannedMsg, force bool) tea.Cmd {
	m.side.busy = true
	return func() tea.Msg { return wroteMsg{p, save.Write(p.dir, p.changes, force)} }
}

func (w wroteMsg) to(m *Model) tea.Cmd {
	if w.err != nil {
		if m.side != nil {
			m.side.busy = false
		}
		m.say(save.Sentence(w.err, m.lang), true)
		return nil
	}
	m.side = nil
	var names []string
	for _, c := range w.plan.changes {
		names = append(names, path.Join(w.plan.dir, c.Path))
	}
	if !m.deskOn() {
		m.result.taken, m.result.dir, m.result.saved = true, w.plan.dir, listed(names)
	}
	m.say(text.Of(m.lang, "ui.saved", "path", listed(names)), false)
	return nil
}

// askShareBuyer asks what goes into the share code, then shows and copies it.
func (m *Model) askShareBuyer() tea.Cmd {
	q, _ := wizard.QuestionOf("share_buyer")
	m.openSide(newAsk(m, q, q.Options, flow.Entry{Text: q.Default}), func(e flow.Entry) tea.Cmd {
		code := share.Code(m.draft.Answers(), e.Text == "with")
		m.side = nil
		m.openPager(m.name("ui.share_shown"), func(w int) []string {
			out := append(wrap(text.Of(m.lang, "ui.share_use"), w), "")
			return append(out, wrap(m.shownCode(code), w)...)
		})
		return m.copyText(code, "ui.the_share_code")
	})
	return nil
}

// editable is an answer in the list of those that can be changed.
func (m *Model) editable(q wizard.Question) wizard.Option {
	now := m.answer(q, m.draft.Entry(q.ID))
	return wizard.Option{Value: q.ID, Label: q.Name, Hint: text.Pair{Ko: now, En: now}}
}

// askEdit offers every answer for a change.
func (m *Model) askEdit() tea.Cmd {
	q := wizard.Question{ID: "edit", Kind: "select", Title: pair("ui.edit_title"), Help: pair("ui.edit_help")}
	var options []wizard.Option
	for _, e := range m.draft.Editable() {
		options = append(options, m.editable(e))
	}
	m.openSide(newAsk(m, q, options, flow.Entry{Text: options[0].Value}), func(e flow.Entry) tea.Cmd {
		m.side = nil
		m.draft = m.draft.Go(e.Text)
		return m.enter()
	})
	return nil
}
