package tui

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
)

// patience is how long the loop may take to end after a signal before it is
// killed; a second signal kills it at once.
const patience = 2 * time.Second

// takeSignals ends the program in order on the signals that would kill it.
func takeSignals(p *tea.Program, g *guard) (stop func()) {
	got := make(chan os.Signal, 4)
	signal.Notify(got, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	done := make(chan struct{})
	go func() {
		select {
		case <-done:
			return
		case s := <-got:
			number, _ := s.(syscall.Signal)
			g.mu.Lock()
			g.number = int(number)
			g.mu.Unlock()
			go p.Quit()
		}
		select {
		case <-done:
		case <-got:
			p.Kill()
		case <-time.After(patience):
			p.Kill()
		}
	}()
	return func() {
		signal.Stop(got)
		close(done)
	}
}
