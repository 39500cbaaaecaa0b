package tui

import (
	"context"
	"fmt"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/draft"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// saver writes the draft of one session, which begins with the first save.
// Commands run at once and in no order, so an older state never goes over a
// newer one.
type saver struct {
	mu      sync.Mutex
	begin   func() (*draft.Session, error)
	session *draft.Session
	last    int
	buyer   bool // what was said about a buyer stays when the session ends
}

// ending is how a session is let go.
type ending int

const (
	broken   ending = iota // by a signal or a fault: all stays as it was saved
	left                   // by the person: it stays, without the buyer
	finished               // nothing stays
)

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
	s.session.KeepBuyer = s.session.KeepBuyer || s.buyer
	if err := s.session.Save(d); err != nil {
		return err
	}
	s.last = n
	return nil
}

// end lets the session go.
func (s *saver) end(how ending, d flow.Draft) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	session := s.session
	s.session = nil
	switch {
	case how == finished:
		return session.Done()
	case how == left && session != nil:
		session.KeepBuyer = session.KeepBuyer || s.buyer
		return session.Leave(d)
	}
	return session.Close()
}

// keeps reports whether a buyer stays when the session ends.
func (s *saver) keeps() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buyer || s.session != nil && s.session.KeepBuyer
}

func (s *saver) keepBuyer() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.buyer = true
}

// savedMsg says what became of the save with that number.
type savedMsg struct {
	n    int
	err  error
	slow bool // it goes on; nobody waits for it any longer
}

// saveDeadline is how long a person may wait for a disk.
const saveDeadline = time.Second

// save writes the draft off the loop.
func (m *Model) save() tea.Cmd {
	if m.saver == nil || !m.begun {
		return nil
	}
	m.saves++
	n, d, s := m.saves, m.draft, m.saver
	return func() tea.Msg {
		err, slow := within(saveDeadline, func() error { return s.save(n, d) })
		return savedMsg{n, err, slow}
	}
}

// within waits for f, and no longer than that. A panic in f is its error: in
// a goroutine of its own it would leave the terminal as it is.
func within(wait time.Duration, f func() error) (err error, slow bool) {
	done := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- fmt.Errorf("panic: %v", r)
			}
		}()
		done <- f()
	}()
	select {
	case err := <-done:
		return err, false
	case <-time.After(wait):
		return nil, true
	}
}

// confirm saves a confirmed answer and then shows the next place: what is
// seen as confirmed is on the disk, whatever happens a moment later. Keys
// pressed meanwhile wait for the question that they are meant for.
func (m *Model) confirm() tea.Cmd {
	save := m.save()
	if save == nil {
		return m.enter()
	}
	m.waiting = m.saves
	return save
}

// mostHeld bounds what is typed ahead.
const mostHeld = 4096

func (m *Model) hold(msg tea.Msg) {
	if len(m.held) < mostHeld {
		m.held = append(m.held, msg)
	}
}

// to goes on where the save was waited for, and tells once when the answers
// cannot be kept.
func (s savedMsg) to(m *Model) tea.Cmd {
	var cmds []tea.Cmd
	if s.n == m.waiting {
		m.waiting = 0
		cmds = append(cmds, m.enter())
		held := m.held
		m.held = nil
		for _, msg := range held {
			_, cmd := m.Update(msg)
			cmds = append(cmds, cmd)
		}
	}
	wrong := ""
	switch {
	case s.slow:
		wrong = text.Of(m.lang, "ui.save_slow")
	case s.err != nil:
		wrong = draft.Sentence(s.err, m.lang)
	}
	if wrong != "" && m.unsaved == "" {
		m.say(wrong, true)
	}
	m.unsaved = wrong
	return tea.Batch(cmds...)
}

// lastSave is for the end of the program, also after a panic: it saves what
// stands in the fields and lets the session go.
func (m *Model) lastSave(how ending) error {
	m.saves++
	err, slow := within(lastDeadline, func() error {
		err := m.saver.save(m.saves, m.draft)
		if ended := m.saver.end(how, m.draft); err == nil {
			err = ended
		}
		return err
	})
	if slow {
		return context.DeadlineExceeded
	}
	return err
}

// lastDeadline is how long the end of the program waits for a disk.
const lastDeadline = 3 * time.Second

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
			err = s.end(left, d)
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
	m.saver = &saver{session: r.session, begin: m.world.begin, buyer: m.keepBuyer}
	return m.begin(r.draft)
}
