package tui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/lint"
	"smartro-wizard/ui/draft"
	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// screen is what the body shows when nothing is laid over it.
type screen int

const (
	onFirst screen = iota
	onAsk
	onResult
	onAfter
)

// Model is the root: it owns size, place, focus and routing. What it shows
// stands in its parts, which never reach back.
type Model struct {
	lang  text.Lang
	sign  glyphs
	look  styles
	keys  keyMap
	world world
	mask  bool

	mouseOff bool // the terminal has the mouse

	folded bool   // the code beside the question is closed
	turned string // the output that the person turned to, "" is the first that was chosen

	lay    layout
	screen screen

	draft   flow.Draft
	begun   bool          // draft is somebody's work and no zero value
	saver   *saver        // nil where nothing is kept
	unsaved string        // why the last save failed
	kept    *flow.Draft   // work that was left and is only in memory
	entries []draft.Entry // unfinished work

	first    *ask
	ask      *ask // the draft's current question
	answers  wizard.Answers
	problems []flow.Problem
	undo     []flow.Draft // before each mend
	preview  preview
	output   snippets.Output
	told     status // what header and stages say

	unwritten string // why there is no code to show

	side    *side // a question that is not of the draft, over everything
	pager   *pager
	actions *actions
	notice  notice
	result  result
	after   after
	desk    desk

	keepBuyer bool   // somebody asked for it in this run
	typedCode string // the merchant code that was typed to open a live window

	saves   int       // numbers the saves, so that an older one never wins
	waiting int       // the save before which nothing goes on, or 0
	held    []tea.Msg // keys and pastes that came meanwhile
	status  int       // how the program ends
}

func newModel(c Config, w world) *Model {
	g := lineGlyphs
	if c.ASCII {
		g = asciiGlyphs
	}
	m := &Model{lang: c.Lang, sign: g, look: newStyles(g), keys: newKeyMap(), world: w, mask: c.Mask}
	if m.lang == "" {
		m.lang = text.Ko
	}
	if w.unfinished != nil {
		m.entries = w.unfinished()
	}
	m.desk.box.Most, m.desk.box.Hide = lint.MaxFile, report.Keys
	m.first = m.newFirst()
	if c.Draft != nil {
		m.begin(*c.Draft)
	}
	m.resize(c.size())
	return m
}

// Init starts nothing: the first frame has all it needs.
func (m *Model) Init() tea.Cmd { return nil }

// Update routes a message to whoever it concerns.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if msg.Width != m.lay.w || msg.Height != m.lay.h { // the first one tells what is known
			m.resize(msg.Width, msg.Height)
		}
	case tea.KeyPressMsg:
		if m.waiting > 0 && !key.Matches(msg, m.keys.quit) {
			m.hold(msg)
			return m, nil
		}
		return m, m.press(msg)
	case tea.PasteMsg:
		if m.waiting > 0 {
			m.hold(msg)
			return m, nil
		}
		return m, m.paste(msg)
	case tea.MouseMsg:
		return m, m.mouse(msg)
	case news:
		return m, msg.to(m)
	}
	return m, nil
}

// news is what a command found out, and what it changes.
type news interface{ to(*Model) tea.Cmd }

// press handles a key: first what ends, then what lies on top.
func (m *Model) press(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.quit):
		return m.end()
	case m.lay.tiny:
		return nil
	}
	m.notice = notice{}
	if cmd, handled := m.pressAnywhere(k); handled {
		return cmd
	}
	switch {
	case m.pager != nil:
		return m.pressPager(k)
	case m.actions != nil:
		return m.pressActions(k)
	case m.side != nil:
		return m.pressSide(k)
	case m.deskOn():
		return m.pressDesk(k)
	}
	switch m.screen {
	case onFirst:
		return m.pressFirst(k)
	case onAsk:
		return m.pressAsk(k)
	case onResult:
		return m.pressResult(k)
	}
	return m.pressAfter(k)
}

// interrupted is the status of a run that Ctrl+C ended before the result.
const interrupted = 128 + 2

// end ends the program. On the result nothing is broken off.
func (m *Model) end() tea.Cmd {
	if m.deskOn() {
		m.status = m.deskStatus()
	} else if m.screen < onResult {
		m.status = interrupted
	}
	return tea.Quit
}

// paste is data: it reaches a text field and nothing else.
func (m *Model) paste(p tea.PasteMsg) tea.Cmd {
	if m.deskOn() && m.side == nil && !m.lay.tiny {
		return m.pasteDesk(p)
	}
	to := m.typingIn()
	if to == nil || m.lay.tiny {
		return nil
	}
	m.notice = notice{}
	if m.side != nil && m.side.byHand {
		m.say(text.Of(m.lang, "ui.by_hand_only"), true)
		return nil
	}
	changed := to.Update(p)
	m.sayCleaned(to.field.cleaned)
	if changed && to == m.ask {
		return m.typed()
	}
	return nil
}

// typingIn is the question whose field has the caret, if any.
func (m *Model) typingIn() *ask {
	to := m.ask
	switch {
	case m.pager != nil || m.actions != nil:
		return nil
	case m.side != nil:
		to = m.side.ask
	case m.deskOn() || m.screen != onAsk:
		return nil
	}
	if to == nil || !to.typing() {
		return nil
	}
	return to
}

func (m *Model) resize(w, h int) {
	m.lay = newLayout(w, h, h*btoi(!m.folded))
	if m.lay.tiny {
		return
	}
	m.sizeFirst()
	m.sizeAsk()
	m.sizeSide()
	m.sizePager()
	m.sizeResult()
	m.after.size(m.lay)
	m.follow()
	m.sizeDesk()
	if m.begun {
		m.tell()
	}
}

// begin takes up a draft at the place where it is.
func (m *Model) begin(d flow.Draft) tea.Cmd {
	m.draft, m.begun, m.kept = d, true, nil
	if m.saver == nil && m.world.begin != nil {
		m.saver = &saver{begin: m.world.begin, buyer: m.keepBuyer}
	}
	m.result, m.turned = result{}, ""
	return tea.Batch(m.closePage(), m.enter())
}

// enter shows the draft's current place.
func (m *Model) enter() tea.Cmd {
	m.actions, m.undo = nil, nil
	if m.draft.Place() == "" {
		m.ask = nil
		m.screen = onResult
		m.openResult()
		return m.closePage() // it would go on with the answers of before
	}
	m.screen = onAsk
	q, _ := m.draft.Question(m.draft.Place())
	options := m.draft.Options(q.ID)
	if q.Kind == "checklist" {
		options = itemOptions(m.draft.Items(q.ID))
	}
	m.ask = newAsk(m, q, options, m.draft.Entry(q.ID))
	m.ask.touched = m.ask.touched && m.draft.Touched(q.ID)
	m.ask.mid = m.midWords(q.ID)
	m.preview.moved = 0
	m.refresh()
	m.sizeAsk()
	m.tell()
	return nil
}

// refresh works out what the answers mean: problems and code.
func (m *Model) refresh() {
	q := m.ask.q
	m.problems = m.draft.Problems(q.ID, m.world.today(), m.lang)
	m.answers = m.draft.Answers()
	m.output = m.generate(m.answers, m.previewed())
	m.preview = newPreview(m.output, q.Params, m.preview)
	m.surround()
	m.tell()
}

// generate writes the code of the answers so far, with stars for what is masked.
func (m *Model) generate(a wizard.Answers, targets ...string) snippets.Output {
	if m.mask {
		a = answers.Masked(a)
	}
	a.Options.Targets = m.wantedTargets() // each half is as it is beside the other
	out, err := snippets.Generate(a, targets...)
	m.unwritten = ""
	if err != nil {
		m.unwritten = m.why(err)
		return snippets.Output{}
	}
	return out
}

func itoa(n int) string { return strconv.Itoa(n) }
