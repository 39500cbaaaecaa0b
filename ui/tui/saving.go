package tui

import (
	"sync"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/draft"
	"smartro-wizard/wizard/flow"
)

// saver writes the draft of one session, which begins with the first save.
// Commands run at once and in no order, so an older state never goes over a
// newer one.
type saver struct {
	mu      sync.Mutex
	begin   func() (*draft.Session, error)
	session *draft.Session
	last    int
}

func (s *saver) save(n int, d flow.Draft) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n <= s.last {
		return nil
	}
	if s.session == nil {
		session, err := s.begin()
		if err != nil {
			return err
		}
		s.session = session
	}
	if err := s.session.Save(d); err != nil {
		return err
	}
	s.last = n
	return nil
}

// close lets the session go; finished work is removed with it.
func (s *saver) close(finished bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	session := s.session
	s.session = nil
	if finished {
		return session.Done()
	}
	return session.Close()
}

// savedMsg says what became of saving.
type savedMsg struct{ err error }

// save writes the draft off the loop.
func (m *Model) save() tea.Cmd {
	if m.saver == nil || !m.begun {
		return nil
	}
	m.saves++
	n, d, s := m.saves, m.draft, m.saver
	return func() tea.Msg { return savedMsg{s.save(n, d)} }
}

// saved tells once when the answers cannot be kept.
func (m *Model) saved(msg savedMsg) {
	if msg.err != nil && m.unsaved == "" {
		m.say(draft.Sentence(msg.err, m.lang), true)
	}
	m.unsaved = ""
	if msg.err != nil {
		m.unsaved = draft.Sentence(msg.err, m.lang)
	}
}

// saveNow is for the end of the program, also after a panic.
func (m *Model) saveNow() error {
	if m.saver == nil || !m.begun {
		return nil
	}
	m.saves++
	return m.saver.save(m.saves, m.draft)
}

// leave goes back to the first screen. The work stays: on the disk, or in
// memory where nothing is kept on the disk.
func (m *Model) leave() tea.Cmd {
	m.screen, m.ask = onFirst, nil
	s, d, n := m.saver, m.draft, m.saves+1
	m.begun, m.saver, m.kept = false, nil, nil
	if s == nil {
		m.kept = &d
		m.showFirst()
		return nil
	}
	m.showFirst()
	unfinished := m.world.unfinished
	return func() tea.Msg {
		err := s.save(n, d)
		if err == nil {
			err = s.close(false)
		}
		return leftMsg{unfinished(), err}
	}
}

// leftMsg brings the list of unfinished work after some was left.
type leftMsg struct {
	entries []draft.Entry
	err     error
}

func (l leftMsg) to(m *Model) tea.Cmd {
	m.entries = l.entries
	if l.err != nil {
		m.say(draft.Sentence(l.err, m.lang), true)
	}
	if m.screen == onFirst {
		m.showFirst()
	}
	return nil
}

func (m *Model) showFirst() {
	m.first = m.newFirst()
	m.sizeFirst()
}

// resumedMsg brings work that was taken up.
type resumedMsg struct {
	session *draft.Session
	draft   flow.Draft
	err     error
}

func (m *Model) resume(id string) tea.Cmd {
	if m.side != nil {
		m.side.busy = true
	}
	resume := m.world.resume
	return func() tea.Msg {
		session, d, err := resume(id)
		return resumedMsg{session, d, err}
	}
}

func (r resumedMsg) to(m *Model) tea.Cmd {
	if r.err != nil {
		m.side = nil
		m.say(draft.Sentence(r.err, m.lang), true)
		return nil
	}
	m.side = nil
	m.saver = &saver{session: r.session, begin: m.world.begin}
	return m.begin(r.draft)
}
