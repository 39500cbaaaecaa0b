package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/ui/codebox"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// The desk reads what somebody else wrote: code that is pasted, and words of an
// error. It lies over the walk, which stays as it is below. What was pasted
// lives in memory alone: it may hold a secret, so no draft has a place for it.

// face is what the desk shows.
type face int

const (
	faceBox     face = iota // the code as it was pasted
	faceFound               // what is wrong with it
	faceFinding             // one of these in full
	faceTake                // what of it the wizard takes over
	faceWords               // words of an error and what they may mean
	faceSymptom             // one of the meanings in full
)

// desk is its state. It stays when it is closed, so that nothing that was
// pasted is lost on the way.
type desk struct {
	open bool
	face face

	box   codebox.Box
	typed time.Time    // the last key in it
	given wizard.Setup // what the person said the code is for
	run   int          // numbers the readings, so that an older one never wins
	busy  bool
	seen  *reading // the last one
	led   bool     // the walk below began with answers of the code
	took  wizard.Answers

	found []wizard.Finding // what is wrong, as it is listed
	list  deskList
	words words

	head []string // above the list
	body pager    // what stands beside or below the list, or fills the screen
	lay  deskLayout
}

// deskLayout is where the parts of a list with its detail stand.
type deskLayout struct {
	list, body box
	bar        bool // the body stands beside the list
}

// deskOn reports whether the desk is what the person looks at.
func (m *Model) deskOn() bool { return m.desk.open }

// openDesk shows the paste box, or what was found before if nothing changed.
func (m *Model) openDesk() tea.Cmd {
	d := &m.desk
	d.open, d.face = true, faceBox
	if d.current() && len(d.found) > 0 {
		d.face = faceFound
	}
	m.sizeDesk()
	return nil
}

// turnDesk goes to another face.
func (m *Model) turnDesk(f face) tea.Cmd {
	m.desk.face = f
	m.desk.body.top = 0
	m.actions = nil
	m.sizeDesk()
	return nil
}

// closeDesk goes back to what is below. Work that began with the code is left
// as any other, and can be taken up again.
func (m *Model) closeDesk() tea.Cmd {
	d := &m.desk
	d.open = false
	m.actions = nil
	if d.led && m.begun {
		d.led = false
		return m.leave()
	}
	m.resize(m.lay.w, m.lay.h)
	return nil
}

// coverDesk goes back to what is below and leaves it as it is.
func (m *Model) coverDesk() tea.Cmd {
	m.desk.open = false
	m.resize(m.lay.w, m.lay.h)
	return nil
}

// wordsFromHere looks words up and comes back to this face.
func (m *Model) wordsFromHere() tea.Cmd {
	here := m.desk.face
	return m.openWords("", func() tea.Cmd { return m.turnDesk(here) })
}

// sizeDesk lays the open face out.
func (m *Model) sizeDesk() {
	if !m.desk.open || m.lay.tiny {
		return
	}
	m.desk.box.SetMask(m.mask)
	switch m.desk.face {
	case faceBox:
		m.sizeBox()
	case faceFound:
		m.sizeFound()
	case faceWords:
		m.sizeWords()
	default:
		m.sizePage()
	}
}

// pressDesk is a key on the desk.
func (m *Model) pressDesk(k tea.KeyPressMsg) tea.Cmd {
	switch m.desk.face {
	case faceBox:
		return m.pressBox(k)
	case faceFound:
		return m.pressFound(k)
	case faceWords:
		return m.pressWords(k)
	}
	return m.pressPage(k)
}

// putDesk draws it.
func (m *Model) putDesk(r *rows) {
	switch m.desk.face {
	case faceBox:
		m.putBox(r)
	case faceFound:
		m.putList(r, m.desk.list.view(m.look, m.sign))
	case faceWords:
		m.putWords(r)
	default:
		m.putPage(r)
	}
}

// deskTyping reports whether letters are text on the desk and no keys.
func (m *Model) deskTyping() bool {
	return m.deskOn() && m.pager == nil && m.actions == nil && m.side == nil && (m.desk.face == faceBox || m.desk.face == faceWords)
}

// pasteDesk takes a paste where there is a place for text.
func (m *Model) pasteDesk(p tea.PasteMsg) tea.Cmd {
	if !m.deskTyping() {
		return nil
	}
	m.notice = notice{}
	if m.desk.face == faceWords {
		m.pasteWords(p)
		return nil
	}
	if !m.desk.box.Paste(p.Content) {
		m.say(text.Of(m.lang, "desk.too_large", "limit", itoa(lint.MaxFile>>20)), true)
		return nil
	}
	m.sizeDesk()
	m.say(text.Of(m.lang, "desk.pasted", "n", itoa(m.desk.box.Lines())), false)
	return nil
}

// deskStatus is how the program ends from the desk: what was asked for was
// shown, or it was broken off.
func (m *Model) deskStatus() int {
	if m.desk.face == faceBox || m.desk.face == faceWords && len(m.desk.words.found) == 0 {
		return interrupted
	}
	return 0
}

// deskTips are the keys of the face.
func (m *Model) deskTips(t func(string, string, int) tip, quit tip) []tip {
	esc, more, help := t("Esc", "ui.key_back", 1), t("Tab", "ui.key_more", 1), t("?", "desk.key_help", 4)
	switch m.desk.face {
	case faceBox:
		return []tip{t("Enter", "desk.key_check", 0), esc, more, quit}
	case faceFound:
		return []tip{t("Enter", "desk.key_detail", 0), t("W", "desk.key_wizard", 0), t("C", "ui.key_copy", 2), t("S", "ui.key_save", 3),
			t("M", "desk.key_assume", 3), help, esc, more, quit}
	case faceFinding:
		return []tip{t(text.Of(m.lang, "desk.sideways"), "desk.key_others", 0), t("C", "ui.key_copy", 2), t("W", "desk.key_wizard", 1), help, esc, quit}
	case faceTake:
		return []tip{t("Enter", "desk.key_begin", 0), esc, help, quit}
	case faceWords:
		if len(m.desk.words.found) == 0 {
			return []tip{esc, more, quit}
		}
		return []tip{t("Enter", "desk.key_detail", 0), t(text.Of(m.lang, "ui.arrows"), "desk.key_choose", 2), esc, more, quit}
	}
	all := []tip{t(text.Of(m.lang, "desk.sideways"), "desk.key_others", 1), t("C", "ui.key_copy", 1), t("L", "desk.key_lint", 2), help, esc, quit}
	if m.mendable() {
		all = append([]tip{t("E", "desk.key_mend", 0)}, all...)
	}
	return all
}

// deskHelp explains every key of the face.
func (m *Model) deskHelp() tea.Cmd {
	return m.openPager(m.name("desk.help_title"), func(w int) []string {
		pairs := []string{}
		for _, k := range helpKeys[m.desk.face] {
			pairs = append(pairs, k[0], text.Of(m.lang, "desk."+k[1]))
		}
		for _, k := range [][2]string{{"Esc", "help_back"}, {"Tab", "help_more"}, {"Ctrl+L", "help_language"}, {"Ctrl+G", "help_mask"}, {"Ctrl+X", "help_mouse"}, {"Ctrl+C", "help_quit"}} {
			pairs = append(pairs, k[0], text.Of(m.lang, "desk."+k[1]))
		}
		return columns(m.look, w, pairs...)
	})
}

// helpKeys are the keys of each face and the sentence about them.
var helpKeys = map[face][][2]string{
	faceBox: {{"Enter", "help_check"}, {"Alt+Enter, Ctrl+J", "help_newline"}, {"Ctrl+U", "help_cut"}, {"Ctrl+Z", "help_undo"}, {"PgUp, PgDn", "help_page"}},
	faceFound: {{"Enter", "help_detail"}, {"PgUp, PgDn", "help_page"}, {"M", "help_assume"}, {"W", "help_wizard"}, {"C", "help_copy"},
		{"S", "help_save"}, {"X", "help_words"}},
	faceFinding: {{"Left, Right", "help_others"}, {"PgUp, PgDn", "help_page"}, {"C", "help_copy_one"}, {"W", "help_wizard"}},
	faceTake:    {{"Enter", "help_begin"}, {"PgUp, PgDn", "help_page"}},
	faceWords:   {{"Enter", "help_symptom"}, {"Up, Down", "help_choose"}, {"PgUp, PgDn", "help_page"}},
	faceSymptom: {{"Left, Right", "help_meanings"}, {"C", "help_copy_one"}, {"E", "help_mend"}, {"L", "help_lint"}},
}

// deskAnywhere are the actions that every face has.
func (m *Model) deskAnywhere() []action {
	mask := "ui.act_mask"
	if m.mask {
		mask = "ui.act_unmask"
	}
	act := func(id, hint string, do func() tea.Cmd) action {
		return action{text.Of(m.lang, id), text.Of(m.lang, hint), do}
	}
	return []action{act("desk.key_help", "desk.help_hint", m.deskHelp), act(mask, "ui.mask_hint", m.toggleMask),
		act("ui.act_language", "ui.language_hint", m.switchLanguage), act("ui.act_mouse", "ui.mouse_hint", m.toggleMouse)}
}
