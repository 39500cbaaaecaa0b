package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard/text"
)

// pressAnywhere handles the keys that work on every screen. They hold Ctrl,
// because a letter may be text.
func (m *Model) pressAnywhere(k tea.KeyPressMsg) (cmd tea.Cmd, handled bool) {
	switch {
	case key.Matches(k, m.keys.language):
		return m.switchLanguage(), true
	case key.Matches(k, m.keys.hide):
		return m.toggleMask(), true
	case key.Matches(k, m.keys.fold):
		return m.foldPreview(), true
	case key.Matches(k, m.keys.turn):
		return m.turnTarget(), true
	case key.Matches(k, m.keys.mouse):
		return m.toggleMouse(), true
	}
	return nil, false
}

// switchLanguage says everything that is on the screen in the other language.
// What was typed and chosen stays, and so does the language of the comments in
// the code, which is an answer.
func (m *Model) switchLanguage() tea.Cmd {
	m.lang = other(m.lang)
	m.actions = nil
	m.first = m.newFirst()
	if m.ask != nil {
		m.ask.lang = m.lang
		m.refresh()
	}
	if m.side != nil {
		m.side.ask.lang, m.side.wrong = m.lang, ""
	}
	if m.screen >= onResult {
		m.judge()
	}
	m.resize(m.lay.w, m.lay.h)
	if m.desk.current() {
		return m.read(false) // what was found speaks the other language
	}
	return nil
}

func other(l text.Lang) text.Lang {
	return text.Langs[(slices.Index(text.Langs, l)+1)%len(text.Langs)]
}

// toggleMask hides who the merchant and the buyer are, or shows it again.
func (m *Model) toggleMask() tea.Cmd {
	m.mask = !m.mask
	for _, a := range []*ask{m.ask, m.sideAsk()} {
		if a == nil {
			continue
		}
		a.mask = m.mask
		if a.field != nil {
			a.field.line.SetMask(m.mask)
		}
	}
	if m.ask != nil {
		m.refresh()
	}
	if m.screen >= onResult {
		m.judge()
	}
	m.resize(m.lay.w, m.lay.h)
	said := "ui.unmasked"
	if m.mask {
		said = "ui.masked"
	}
	m.say(text.Of(m.lang, said), false)
	return nil
}

// keep lets what was said about a buyer stay in the saved work of this run.
func (m *Model) keep() tea.Cmd {
	m.keepBuyer = true
	m.saver.keepBuyer()
	m.say(text.Of(m.lang, "ui.keeping"), false)
	return m.save()
}

func (m *Model) sideAsk() *ask {
	if m.side == nil {
		return nil
	}
	return m.side.ask
}

// foldPreview closes the code beside the question, or opens it again.
func (m *Model) foldPreview() tea.Cmd {
	m.folded = !m.folded
	m.resize(m.lay.w, m.lay.h)
	return nil
}

// chosenTargets are the outputs that the person asked for, and without a word
// from them the one that runs as it is.
func (m *Model) chosenTargets() []string {
	if chosen := m.answers.Options.Targets; len(chosen) > 0 {
		return chosen
	}
	return []string{defaultTarget}
}

// defaultTarget is a page that runs as it is.
const defaultTarget = "html"

// halves are the chosen outputs by their side. A server that has the page in it
// stands for both where no other page was chosen.
func (m *Model) halves() (pages, servers []string) {
	for _, name := range m.chosenTargets() {
		if isServer(name) {
			servers = append(servers, name)
		} else {
			pages = append(pages, name)
		}
	}
	if len(pages) == 0 {
		pages, servers = servers, nil
	}
	return pages, servers
}

// isServer reports whether an output is the half that is no page.
func isServer(name string) bool {
	return slices.ContainsFunc(snippets.Targets(), func(t snippets.Target) bool { return t.Name == name && t.Side != "page" })
}

// target is the output that is shown as the page: the first that was chosen,
// until the person turns to another.
func (m *Model) target() string {
	if m.turned == "" {
		pages, _ := m.halves()
		return pages[0]
	}
	return m.turned
}

// serverTarget is the server that is shown beside the page, or "".
func (m *Model) serverTarget() string {
	if _, servers := m.halves(); len(servers) > 0 {
		return servers[0]
	}
	return ""
}

// previewed is the output beside a question: the server where it is about that.
func (m *Model) previewed() string {
	about := []string{"server_target", "server_parts", "java_level"}
	if s := m.serverTarget(); s != "" && m.turned == "" && slices.Contains(about, m.draft.Place()) {
		return s
	}
	return m.target()
}

// wantedTargets are what is saved: all that were chosen, or with what the person
// turned to in the place of its half.
func (m *Model) wantedTargets() []string {
	shown := m.target()
	pages, servers := m.halves()
	switch {
	case slices.Contains(pages, shown) || slices.Contains(servers, shown):
		return m.chosenTargets()
	case isServer(shown):
		return append(slices.Clip(pages), shown)
	}
	return append([]string{shown}, servers...)
}

// turnTarget shows the next output: first the chosen ones, then the others.
func (m *Model) turnTarget() tea.Cmd {
	if !m.begun || m.deskOn() {
		return nil
	}
	names := slices.Clone(m.chosenTargets())
	for _, t := range snippets.Targets() {
		if !slices.Contains(names, t.Name) {
			names = append(names, t.Name)
		}
	}
	m.turned = names[(slices.Index(names, m.target())+1)%len(names)]
	if m.screen == onAsk {
		m.refresh()
	} else {
		m.writeCode()
	}
	m.resize(m.lay.w, m.lay.h)
	m.say(text.Of(m.lang, "ui.turned", "target", m.target()), false)
	return nil
}
