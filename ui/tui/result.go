package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/text"
)

// result is the screen with the code, what the rules say and what is left to do.
type result struct {
	findings []wizard.Finding
	lines    []rulebook.Line // what only a person can check
	report   wizard.Summary
	out      snippets.Output
	command  string // repeats the run
	tail     string // of the command, never left out
	proved   map[rung]bool
	tab      int
	pages    [3]pager
	foot     []string // the to-dos below the code
	letter   string
	dir      string // where the code was or is to be saved
	saved    string // the file, once it is there
	taken    bool   // the code was copied, saved or shared
}

// The tabs.
const (
	tabCode = iota
	tabChecks
	tabTodos
)

// openResult judges the answers and writes the code, once.
func (m *Model) openResult() {
	m.answers = m.draft.Answers()
	r := &m.result
	if r.proved == nil {
		r.proved = map[rung]bool{}
	}
	m.judge()
	r.tab = tabCode
	if len(r.out.Files) == 0 {
		r.tab = tabChecks
	}
	m.sizeResult()
	page := &m.result.pages[tabCode]
	page.top = newPreview(r.out, nil, preview{}).top(page.rows)
}

// judge asks the rules, in the language of the screen.
func (m *Model) judge() {
	a, r := m.draft.Answers(), &m.result
	c := a.Case(m.world.today())
	r.findings = rulebook.Judge(c, m.lang)
	r.report = wizard.ReportOf(r.findings).Summary
	r.lines = rulebook.Checklist(c, m.lang)
	r.letter = ""
	if m.draft.Entry("channel_ready").Text == "ask" {
		r.letter = m.draft.Letter(m.lang)
	}
	m.writeCode()
}

// writeCode makes the output that is shown and the command that repeats it.
func (m *Model) writeCode() {
	a, r := m.draft.Answers(), &m.result
	r.out = snippets.Output{}
	if r.report.Errors == 0 {
		r.out = m.generate(a)
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
	makers := [3]func(int) []string{m.codePage, m.checksPage, m.todosPage}
	for i := range m.result.pages {
		p := &m.result.pages[i]
		p.make, p.rows = makers[i], max(b.h-1, 1)
		p.lines = p.make(b.w)
		p.scroll(0)
	}
}

func (m *Model) codePage(w int) []string {
	var out []string
	for _, f := range m.result.out.Files {
		for _, line := range codeLines(f.Body) {
			out = append(out, code(fit(line, w), m.look))
		}
	}
	return out
}

// checksPage is every finding in the order in which it bites.
func (m *Model) checksPage(w int) []string {
	var out []string
	if m.result.report.Errors > 0 {
		out = append(out, wrap(text.Of(m.lang, "ui.no_code"), w)...)
		out = append(out, "")
	}
	moment := wizard.Moment("")
	for _, f := range m.result.findings {
		if f.Moment != moment {
			moment = f.Moment
			out = append(out, m.look.strong.Render(text.Of(m.lang, momentNames[moment])))
		}
		out = append(out, m.problemText(flow.Problem{Finding: f}, w)...)
		out = append(out, "")
	}
	if len(m.result.findings) == 0 {
		out = append(out, m.look.good.Render(m.sign.on)+" "+text.Of(m.lang, "ui.no_findings"), "")
	}
	if len(m.result.lines) > 0 {
		out = append(out, m.look.strong.Render(text.Of(m.lang, "ui.for_person")))
	}
	for _, l := range m.result.lines {
		out = append(out, m.manualLines(l, w)...)
		out = append(out, "")
	}
	return out
}

// manualLines are one thing that only a person can see.
func (m *Model) manualLines(l rulebook.Line, w int) []string {
	style := m.look.title
	if l.Severity == wizard.SeverityWarning {
		style = m.look.warn
	}
	lead := m.look.dim.Render(m.sign.off) + " "
	var out []string
	for _, line := range wrap(l.Text, w-4) {
		out = append(out, lead+style.Render(line))
		lead = blanks(4)
	}
	for _, line := range columns(m.look, w-4, text.Of(m.lang, "ui.why"), l.Why, text.Of(m.lang, "ui.fix"), l.How,
		text.Of(m.lang, "ui.who"), l.Who, text.Of(m.lang, "ui.source"), l.Source) {
		out = append(out, blanks(4)+line)
	}
	return out
}

var momentNames = map[wizard.Moment]string{
	wizard.MomentOpens: "ui.moment_opens", wizard.MomentRefused: "ui.moment_refused", wizard.MomentResult: "ui.moment_result",
	wizard.MomentMoney: "ui.moment_money", wizard.MomentOps: "ui.moment_ops",
}

// todosPage is what the person still has to do, and the way to this screen.
func (m *Model) todosPage(w int) []string {
	out := m.todoLines(w)
	if m.result.letter != "" {
		out = append(out, "", m.look.strong.Render(text.Of(m.lang, "ui.letter")))
		out = append(out, plainLines(m.result.letter, w)...)
	}
	out = append(out, "", m.look.strong.Render(text.Of(m.lang, "ui.repeat")))
	return append(out, wrap(m.result.command, w)...)
}

func (m *Model) todoLines(w int) []string {
	var out []string
	for _, todo := range m.result.out.Todo {
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
	switch {
	case key.Matches(k, m.keys.back):
		return m.back()
	case key.Matches(k, m.keys.edit):
		return m.askEdit()
	case key.Matches(k, m.keys.code):
		r.tab = tabCode
	case key.Matches(k, m.keys.checks):
		r.tab = tabChecks
	case key.Matches(k, m.keys.todos):
		r.tab = tabTodos
	case key.Matches(k, m.keys.copy):
		return m.copyCode()
	case key.Matches(k, m.keys.save):
		return m.askSave()
	case key.Matches(k, m.keys.share):
		return m.askShareBuyer()
	case key.Matches(k, m.keys.open):
		return m.openWindow()
	case key.Matches(k, m.keys.phone):
		return m.showPhone()
	case key.Matches(k, m.keys.target):
		return m.turnTarget()
	case key.Matches(k, m.keys.actions):
		m.openActions(m.resultActions())
	case k.Code == tea.KeyLeft:
		r.tab = max(r.tab-1, tabCode)
	case k.Code == tea.KeyRight:
		r.tab = min(r.tab+1, tabTodos)
	default:
		r.pages[r.tab].turn(k, m.keys)
	}
	return nil
}

// resultActions are what has no key of its own, and all that has one: the row
// of keys may not hold them all.
func (m *Model) resultActions() []action {
	a := func(id, hint string, do func() tea.Cmd) action {
		if hint != "" {
			hint = text.Of(m.lang, hint)
		}
		return action{text.Of(m.lang, id), hint, do}
	}
	all := []action{
		a("ui.key_open", "", m.openWindow), a("ui.key_copy", "", m.copyCode), a("ui.key_save", "", m.askSave),
		a("ui.key_share", "", m.askShareBuyer), a("ui.key_edit", "", m.askEdit),
		a("ui.act_command", "ui.command_hint", func() tea.Cmd { return m.copyText(m.result.command, "ui.the_command") }),
	}
	if m.result.letter != "" {
		all = append(all, a("ui.act_letter", "ui.letter_hint", func() tea.Cmd { return m.copyText(m.result.letter, "ui.letter") }))
	}
	all = append(all, a("ui.act_tick", "ui.tick_hint", m.askRungs))
	all = append(all, a("ui.act_phone", "ui.phone_hint", m.showPhone))
	return append(all, m.anywhereActions()...)
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

func (m *Model) resultTips(t func(string, string, int) tip, quit tip) []tip {
	return []tip{t("O", "ui.key_open", 0), t("C", "ui.key_copy", 1), t("S", "ui.key_save", 1), t("R", "ui.key_share", 3),
		t("E", "ui.key_edit", 2), t("Tab", "ui.key_more", 1), quit}
}

// putResult draws the result.
func (m *Model) putResult(r *rows) {
	head, page, foot := m.resultBoxes()
	r.put(head, m.resultHead(head))
	p := &m.result.pages[m.result.tab]
	r.line(page.x, page.y, between(m.tabLine(), m.look.dim.Render(p.place()), page.w))
	page.y++
	page.h--
	r.put(page, p.lines[p.top:min(p.top+p.rows, len(p.lines))])
	if foot.h > 0 {
		label := m.look.strong.Render(text.Of(m.lang, "ui.again_command")) + "  "
		lines := append([]string{m.rule(foot.w)}, m.result.foot...)
		r.put(foot, append(lines, label+m.shortCommand(foot.w-width(label))))
	}
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
	c := m.result.command
	if width(c) <= w {
		return c
	}
	tail := "..." + m.result.tail
	return fit(c, w-width(tail)) + tail
}

// tabNames are the tabs as they stand in the row: the open one by name, and
// the others too where there is room.
func (m *Model) tabNames() []string {
	names := []string{text.Of(m.lang, "ui.tab_code"), text.Of(m.lang, "ui.tab_checks"), text.Of(m.lang, "ui.tab_todos")}
	if files := m.result.out.Files; len(files) > 0 && m.lay.w >= 60 {
		names[tabCode] += " " + files[0].Path
	}
	names[tabTodos] += " " + itoa(len(m.result.out.Todo))
	for i := range names {
		names[i] = itoa(i+1) + " " + names[i]
	}
	return names
}

func (m *Model) tabLine() string {
	names := m.tabNames()
	for i, name := range names {
		if i == m.result.tab {
			names[i] = m.look.strong.Render("[" + name + "]")
		} else {
			names[i] = " " + m.look.dim.Render(name) + " "
		}
	}
	return strings.Join(names, " ")
}

// tabAt is the tab at a column of the row, or -1.
func (m *Model) tabAt(x int) int {
	at := 0
	for i, name := range m.tabNames() {
		w := width(name) + 2
		if x >= at && x < at+w {
			return i
		}
		at += w + 1
	}
	return -1
}
