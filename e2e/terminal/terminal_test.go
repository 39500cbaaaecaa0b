//go:build e2e

package terminal

import (
	"strings"
	"testing"
)

func TestTerminal(t *testing.T) {
	p := Start(t, 40, 12, []string{"LANG=C.UTF-8", "WORD=마당"}, "bash", "--norc", "-c", `printf "\033[31m$WORD\033[m> "; read line; echo "<$line>"; tput cols; exit 3`)
	p.WaitFor("마당>")
	if x, y, _ := p.Cursor(); x != 6 || y != 0 {
		t.Errorf("cursor at %d,%d, want 6,0", x, y)
	}
	if got := p.Coloured(); !strings.Contains(got, "\x1b[31m마당") {
		t.Errorf("colours are lost: %q", got)
	}
	p.Type("한글; -x")
	p.Resize(30, 10)
	p.Keys("Enter")
	p.WaitFor("<한글; -x>\n30")
	// tmux does not always draw its word of a pane that dies while it is resized.
	p.until("the program to end", func(string) bool { _, ended := p.Ended(); return ended })
	if status, _ := p.Ended(); status != 3 && status != 0 {
		t.Errorf("ended with %d, want 3", status)
	}
}
