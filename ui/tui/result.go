package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/text"
)

// result is the screen with the code, what the rules say and what is left to do.
type result struct {
	findings []wizard.Finding
	lines    []handover.Line // what only a person can check
	ladder   []handover.Rung
	report   wizard.Summary
	out      snippets.Output // the page
	server   snippets.Output // the server beside it, if one was chosen
	todo     []snippets.Todo // of all that is saved
	command  string          // repeats the run
	tail     string          // of the command, never left out
	proved   map[string]bool // rungs that were ticked for these answers, and whether the program saw it
	tab      int
	pages    [tabs]pager
	foot     []string     // the to-dos below the code
	dir      string       // where the code was or is to be saved
	saved    string       // the file, once it is there
	undo     []flow.Draft // before each mend on this screen
	taken    bool         // the code was copied, saved or shared
}

// openResult judges the answers and writes the code, once.
func (m *Model) openResult() {
	m.answers = m.draft.Answers()
	r := &m.result
	r.proved = m.draft.Proved()
	m.judge()
	switch r.tab = tabCode; {
	case len(r.out.Files) == 0:
		r.tab = tabChecks
	case m.draft.GoesLive():
		r.tab = tabLive // what the person came for
	}
	m.sizeResult()
	page := &m.result.pages[tabCode]
	page.top = newPreview(r.out, nil, preview{}).top(page.rows)
}

// judge asks the rules, in the language of the screen.
func (m *Model) judge() {
	a, r := m.draft.Answers(), &m.result
	r.findings = rulebook.Judge(a.Case(m.world.today()), m.lang)
	r.report = wizard.ReportOf(r.findings).Summary
	r.lines, r.ladder = m.checklist(m.lang), handover.Ladder(a, m.lang)
	m.writeCode()
}

// writeCode makes the output that is shown and the command that repeats it.
func (m *Model) writeCode() {
	a, r := m.draft.Answers(), &m.result
	r.out, r.server, r.todo = snippets.Output{}, snippets.Output{}, nil
	if r.report.Errors == 0 {
		r.todo = m.generate(a, m.wantedTargets()...).Todo
		if s := m.serverTarget(); s != "" {
			r.server = m.generate(a, s)
		}
		r.out = m.generate(a, m.target())
	}
	r.tail = " -t " + strings.Join(m.wantedTargets(), ",")
	r.command = "smartro-wizard generate --from " + share.Code(a, false) + r.tail
}

// resultBoxes are the head (what is proved), the page and the foot (the
// command); narrow screens have only the page with a head of one row.
func (m *Model) resultBoxes() (head, page, foot box) {
	b := m.lay.whole()
	b.y = 1 + btoi(m.lay.h >= 30)
	b.h = m.lay.notice - b.y
	head = box{b.x, b.y, b.w, 2}
	if m.lay.h >= 20 {
		head.h = 3 + len(m.rungLines(b.w-m.provedIndent()))
	}
	foot = box{b.x, b.y + b.h, b.w, 0}
	if m.lay.h >= 20 {
		rows := 2 + len(m.result.foot)
		foot = box{b.x, b.y + b.h - rows, b.w, rows}
	}
	page = box{b.x, head.y + head.h, b.w, b.h - head.h - foot.h}
	return head, page, foot
}

func (m *Model) sizeResult() {
	if m.screen != onResult || m.lay.tiny {
		return
	}
	m.result.foot = m.footTodos(m.lay.whole().w)
	m.tell()
	_, b, _ := m.resultBoxes()
	for i := range m.result.pages {
		p := &m.result.pages[i]
		p.rows = max(b.h-1, 1)
		p.lines = m.page(i, b.w)
		p.scroll(0)
	}
}

// todosPage is what the person still has to do, what to know beforehand, and
// the way to this screen.
func (m *Model) todosPage(w int) []string {
	out := m.todoLines(w)
	out = append(out, m.fixedLines(w)...)
	if notes := handover.Notes(m.shown(), m.lang); len(notes) > 0 {
		out = append(out, "", m.look.strong.Render(text.Of(m.lang, "ui.notes")))
		for _, note := range notes {
			lead := "- "
			for _, line := range wrap(note, w-2) {
				out = append(out, lead+line)
				lead = blanks(2)
			}
		}
	}
	out = append(out, "", m.look.strong.Render(text.Of(m.lang, "ui.repeat")))
	return append(out, wrap(m.shownCode(m.result.command), w)...)
}

// fixedLines are the sentences about what an earlier answer settles, so that
// nobody looks for its question.
func (m *Model) fixedLines(w int) []string {
	fixed := m.draft.Fixed(m.lang)
	if len(fixed) == 0 {
		return nil
	}
	out := []string{"", m.look.strong.Render(text.Of(m.lang, "ui.fixed"))}
	for _, sentence := range fixed {
		out = append(out, plainLines("- "+sentence, w)...)
	}
	return out
}

// todoText is the list of what is left to do, to be sent on.
func (m *Model) todoText() string {
	var b strings.Builder
	for _, todo := range m.result.todo {
		b.WriteString("[ ] " + todo.Say(m.lang) + m.todoPlace(todo) + "\n")
	}
	return b.String()
}

func (m *Model) todoLines(w int) []string {
	var out []string
	for _, todo := range m.result.todo {
		lines := wrap(safe.Line(todo.Say(m.lang), maxLine)+m.todoPlace(todo), w-4)
		for i, line := range lines {
			lead := "    "
			if i == 0 {
				lead = m.look.dim.Render(m.sign.off) + " "
			}
			out = append(out, lead+line)
		}
	}
	return out
}

func (m *Model) todoPlace(t snippets.Todo) string {
	if t.Path == "" || t.Line == 0 {
		return ""
	}
	return "  " + text.Of(m.lang, "ui.at_line", "path", safe.Line(t.Path, 80), "line", itoa(t.Line))
}

func (m *Model) pressResult(k tea.KeyPressMsg) tea.Cmd {
	r := &m.result
	if m.turnTab(k) {
		return nil
	}
	if cmd, handled := m.pressTab(k); handled {
		return cmd
	}
	if cmd, handled := m.undoFix(k); handled {
		return cmd
	}
	for _, b := range []struct {
		key key.Binding
		do  func() tea.Cmd
	}{
		{m.keys.back, m.back}, {m.keys.edit, m.askEdit}, {m.keys.copy, m.copyTab}, {m.keys.save, m.askSave},
		{m.keys.share, m.askShareBuyer}, {m.keys.fix, m.askFix}, {m.keys.open, m.openWindow}, {m.keys.phone, m.showPhone},
		{m.keys.target, m.turnTarget}, {m.keys.letters, m.askLetter}, {m.keys.actions, m.moreResult}, {m.keys.found, m.findingsAgain},
	} {
		if key.Matches(k, b.key) {
			return b.do()
		}
	}
	r.pages[r.tab].turn(k, m.keys)
	return nil
}

// moreResult opens what has no key of its own, and all that has one: the row
// of keys may not hold them all.
func (m *Model) moreResult() tea.Cmd {
	act := func(id, hint string, do func() tea.Cmd) action {
		if hint != "" {
			hint = text.Of(m.lang, hint)
		}
		return action{text.Of(m.lang, id), hint, do}
	}
	var all []action
	if m.result.report.Errors > 0 {
		all = append(all, act("ui.act_fix", "ui.fix_help", m.askFix))
	}
	all = append(all, m.wayToFindings()...)
	all = append(all,
		act("ui.key_open", "", m.openWindow), act("ui.key_copy", "ui.copy_hint", m.copyTab), act("ui.key_save", "", m.askSave),
		act("ui.key_share", "", m.askShareBuyer), act("ui.key_edit", "", m.askEdit),
		act("ui.act_letter", "ui.letter_hint", m.askLetter), act("ui.act_phone", "ui.phone_hint", m.showPhone),
		act("ui.act_command", "ui.command_hint", func() tea.Cmd { return m.copyText(m.result.command, "ui.the_command") }),
		act("ui.act_check", "ui.check_hint", m.askTicks), act("ui.act_tick", "ui.tick_hint", m.askRungs),
	)
	m.openActions(append(all, m.anywhereActions()...))
	return nil
}

// showPhone explains how to see the phone's way on this machine.
func (m *Model) showPhone() tea.Cmd {
	return m.openPager(m.name("page.phone"), func(w int) []string {
		var out []string
		for _, id := range []string{"page.phone_1", "page.phone_2", "page.phone_3", "page.phone_4"} {
			out = append(out, "")
			out = append(out, wrap(text.Of(m.lang, id), w)...)
		}
		return out[1:]
	})
}

// findingsAgain goes back to the desk, where the walk came from there.
func (m *Model) findingsAgain() tea.Cmd {
	if !m.ledByDesk() {
		return nil
	}
	return m.backToFound()
}

func (m *Model) resultTips(t func(string, string, int) tip, quit tip) []tip {
	if m.ledByDesk() {
		quit = t("B", "desk.key_found", 1)
	}
	if m.result.report.Errors > 0 {
		return []tip{t("F", "ui.key_fix", 0), t("E", "ui.key_edit", 1), t("M", "ui.key_letters", 2), t("Tab", "ui.key_more", 0), quit}
	}
	if m.result.tab == tabChecks {
		return []tip{t("Space", "ui.key_tick", 0), t("O", "ui.key_open", 1), t("C", "ui.key_copy", 1), t("M", "ui.key_letters", 2),
			t("E", "ui.key_edit", 3), t("Tab", "ui.key_more", 0), quit}
	}
	return []tip{t("O", "ui.key_open", 0), t("C", "ui.key_copy", 1), t("S", "ui.key_save", 1), t("T", "ui.act_turn", 5),
		t("M", "ui.key_letters", 4), t("R", "ui.key_share", 3), t("E", "ui.key_edit", 2), t("Tab", "ui.key_more", 0), quit}
}

// putResult draws the result.
func (m *Model) putResult(r *rows) {
	head, page, foot := m.resultBoxes()
	r.put(head, m.resultHead(head))
	p := &m.result.pages[m.result.tab]
	place := p.place()
	if foot.h > 0 {
		place = "" // it stands below
	}
	r.line(page.x, page.y, between(m.tabLine(), m.look.dim.Render(place), page.w))
	page.y++
	page.h--
	r.put(page, p.lines[p.top:min(p.top+p.rows, len(p.lines))])
	if foot.h > 0 {
		label := m.look.strong.Render(text.Of(m.lang, "ui.again_command")) + "  "
		lines := append([]string{m.ruleNamed(m.look.dim.Render(strings.TrimSpace(m.codeName()+"  "+p.place())), foot.w)}, m.result.foot...)
		r.put(foot, append(lines, label+m.shortCommand(foot.w-width(label))))
	}
}

// codeName is the file that a tab with code shows.
func (m *Model) codeName() string {
	if f, ok := m.fileSeen(); ok {
		return fileName(f.Path, m.lay.w-30)
	}
	return ""
}

// footTodos are the to-dos below the code, where the screen is high enough to
// show both.
func (m *Model) footTodos(w int) []string {
	if m.lay.h < 30 {
		return nil
	}
	all := m.todoLines(w)
	return append(all[:min(len(all), 8)], "")
}

// shortCommand is the command with the middle of its code left out.
func (m *Model) shortCommand(w int) string {
	c := m.shownCode(m.result.command)
	if width(c) <= w {
		return c
	}
	tail := "..." + m.result.tail
	return fit(c, w-width(tail)) + tail
}
