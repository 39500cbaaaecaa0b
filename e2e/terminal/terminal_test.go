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
	p.ends(3)
}

func TestASignalIsAStatusToo(t *testing.T) {
	p := Start(t, 40, 12, nil, "sh", "-c", "read line; kill -TERM $$")
	p.Keys("Enter")
	p.ends(128 + 15)
}

func (p *Terminal) ends(want int) {
	p.t.Helper()
	var got int
	p.until("the program to end", func(string) (ended bool) { got, ended = p.Ended(); return ended })
	if got != want {
		p.t.Errorf("ended with %d, want %d", got, want)
	}
}
