//go:build unix

package tui

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// catchStop takes over SIGTSTP, which would stop the program with the terminal raw.
func catchStop(got chan os.Signal) { signal.Notify(got, syscall.SIGTSTP) }

func isStop(s os.Signal) bool { return s == syscall.SIGTSTP }

// stopped gives the terminal back, stops the program and draws again when it
// goes on. It stops itself by SIGSTOP: a SIGTSTP that was caught once never
// stops a Go program again.
func stopped(p *tea.Program) {
	goOn := make(chan os.Signal, 1)
	signal.Notify(goOn, syscall.SIGCONT)
	defer signal.Stop(goOn)
	_ = p.ReleaseTerminal()
	_ = syscall.Kill(syscall.Getpid(), syscall.SIGSTOP)
	<-goOn
	_ = p.RestoreTerminal()
}
