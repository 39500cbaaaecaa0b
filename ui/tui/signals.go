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

// takeSignals ends the program in order on the signals that would kill it, and
// gives the terminal back while the program is stopped.
func takeSignals(p *tea.Program, g *guard) (stop func()) {
	got := make(chan os.Signal, 4)
	signal.Notify(got, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	catchStop(got)
	done := make(chan struct{})
	go func() {
		ending := false
		var late <-chan time.Time
		for {
			select {
			case <-done:
				return
			case <-late:
				p.Kill()
			case s := <-got:
				switch number, _ := s.(syscall.Signal); {
				case isStop(s):
					stopped(p)
				case ending:
					p.Kill()
				default:
					ending, late = true, time.After(patience)
					g.ends(int(number))
					go p.Quit()
				}
			}
		}
	}()
	return func() {
		signal.Stop(got)
		close(done)
	}
}
