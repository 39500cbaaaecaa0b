//go:build e2e

package tui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"smartro-wizard/e2e/terminal"
)

// inShell runs the program below a shell that writes down the terminal's
// settings before and after, and the program's number and status.
func inShell(t *testing.T, dir string, env ...string) *terminal.Terminal {
	t.Helper()
	script := fmt.Sprintf(`cd %s; stty -a > before; sh -c 'echo $$ > pid; exec "$0"' %s 2> said; echo $? > status; stty -a > after; echo done; sleep 600`,
		dir, program)
	env = append([]string{"HOME=" + dir, "XDG_STATE_HOME=" + dir, "LC_CTYPE=C.UTF-8"}, env...)
	return terminal.Start(t, 80, 24, env, "sh", "-c", script)
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(raw))
}

func pidOf(t *testing.T, dir string) int {
	t.Helper()
	pid, err := strconv.Atoi(read(t, dir, "pid"))
	if err != nil {
		t.Fatal(err)
	}
	return pid
}

// offersAgain starts the program anew and wants the values back.
func offersAgain(t *testing.T, dir string, values ...string) {
	t.Helper()
	p := start(t, flavour{}, 80, 24, dir)
	p.WaitFor("이어서 하기")
	p.Keys("Up", "Up", "Enter")
	p.WaitFor("이어서 할 작업을")
	p.Keys("Enter")
	p.WaitGone("이어서 할 작업을")
	p.Rest()
	seen := p.Screen()
	if strings.Contains(seen, "전화번호를") { // what was answered before stands one question back
		p.Keys("Escape")
		p.WaitFor("채널키를")
		p.Rest()
		seen += p.Screen()
	}
	for _, v := range values {
		if !strings.Contains(seen, v) {
			t.Errorf("%q is not offered again:\n%s", v, seen)
		}
	}
	p.Close()
}

func TestEndings(t *testing.T) {
	signal := func(s syscall.Signal) func(*testing.T, *terminal.Terminal, string) {
		return func(t *testing.T, _ *terminal.Terminal, dir string) {
			if err := syscall.Kill(pidOf(t, dir), s); err != nil {
				t.Fatal(err)
			}
		}
	}
	keys := func(names ...string) func(*testing.T, *terminal.Terminal, string) {
		return func(_ *testing.T, p *terminal.Terminal, _ string) { p.Keys(names...) }
	}
	for _, tt := range []struct {
		name   string
		env    []string
		end    func(*testing.T, *terminal.Terminal, string)
		status string
		said   string
	}{
		{"Ctrl+C", nil, keys("C-c"), "130", "이어서 하기"},
		{"SIGINT", nil, signal(syscall.SIGINT), "130", "이어서 하기"},
		{"SIGTERM", nil, signal(syscall.SIGTERM), "143", "이어서 하기"},
		{"SIGHUP", nil, signal(syscall.SIGHUP), "129", "이어서 하기"},
		{"SIGQUIT", nil, signal(syscall.SIGQUIT), "131", "이어서 하기"},
		{"panic in update", []string{"SMARTRO_WIZARD_PANIC=update"}, keys("F9"), "1", "broken on purpose"},
		{"panic in view", []string{"SMARTRO_WIZARD_PANIC=view"}, keys("F9"), "1", "broken on purpose"},
		{"panic in a command", []string{"SMARTRO_WIZARD_PANIC=command"}, keys("F9", "Escape"), "1", "broken on purpose"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := folder(t)
			p := inShell(t, dir, tt.env...)
			p.WaitFor("무엇을 할지")
			p.Keys("Enter")
			p.WaitFor("식별코드를")
			p.Type(userCode)
			p.Keys("Enter")
			p.WaitFor("채널키를")
			p.Type("channel-key-typed")
			p.WaitFor("channel-key-typed")
			tt.end(t, p, dir)
			p.WaitFor("done")
			if before, after := read(t, dir, "before"), read(t, dir, "after"); before != after {
				t.Errorf("the terminal was\n%s\nand is\n%s", before, after)
			}
			if got := read(t, dir, "status"); got != tt.status {
				t.Errorf("status %s, want %s", got, tt.status)
			}
			if got := read(t, dir, "said"); !strings.Contains(got, tt.said) || strings.Contains(got, "goroutine") {
				t.Errorf("standard error is %q, want %q in it and no stack", got, tt.said)
			}
			if strings.Contains(p.Screen(), "채널키를") {
				t.Errorf("the program's screen stayed:\n%s", p.Screen())
			}
			offersAgain(t, dir, userCode)
		})
	}
}

// TestStopped stops the program from outside and brings it back.
func TestStopped(t *testing.T) {
	dir := folder(t)
	env := []string{"HOME=" + dir, "XDG_STATE_HOME=" + dir, "LC_CTYPE=C.UTF-8", "PS1=ready> "}
	p := terminal.Start(t, 80, 24, env, "bash", "--norc", "-i")
	p.WaitFor("ready>")
	p.Type(fmt.Sprintf("cd %s; stty -a > before; sh -c 'echo $$ > pid; exec \"$0\"' %s", dir, program))
	p.Keys("Enter")
	p.WaitFor("무엇을 할지")
	p.Keys("Enter")
	p.WaitFor("식별코드를")
	p.Type(userCode)
	p.WaitFor(userCode)
	for range 2 {
		if err := syscall.Kill(pidOf(t, dir), syscall.SIGTSTP); err != nil {
			t.Fatal(err)
		}
		p.WaitFor("Stopped")
		p.Type("clear; stty -a > after; echo equal $(cmp before after && echo yes)")
		p.Keys("Enter")
		p.WaitFor("equal yes")
		p.Type("fg")
		p.Keys("Enter")
		p.WaitFor("식별코드를")
		checkCursor(t, p, userCode)
	}
}

func TestClosedTerminal(t *testing.T) {
	dir := folder(t)
	p := inShell(t, dir)
	p.WaitFor("무엇을 할지")
	p.Keys("Enter")
	p.WaitFor("식별코드를")
	p.Type(userCode)
	p.Keys("Enter")
	p.WaitFor("채널키를")
	pid := pidOf(t, dir)
	p.Close()
	for end := time.Now().Add(terminal.Patience); syscall.Kill(pid, 0) == nil; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the program runs on without a terminal")
		}
	}
	offersAgain(t, dir, userCode)
}

// TestKill kills the program at random moments of a walk: what the screen
// showed as confirmed is offered again.
func TestKill(t *testing.T) {
	const sets, kills = 5, 10
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	for set := range uint64(sets) {
		t.Run(fmt.Sprint(set), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, set))
			for range kills {
				kill(t, time.Duration(r.IntN(200))*time.Millisecond)
			}
		})
	}
}

// kill ends one walk that long after its keys were sent.
func kill(t *testing.T, wait time.Duration) {
	t.Helper()
	dir := folder(t)
	p := inShell(t, dir)
	p.WaitFor("무엇을 할지")
	p.Keys("Enter", userCode, "Enter", channelKey, "Enter", phone, "Enter")
	time.Sleep(wait)
	screen := p.Screen()
	if err := syscall.Kill(pidOf(t, dir), syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	p.WaitFor("done")
	p.Close()
	switch {
	case strings.Contains(screen, "코드를 만들었습니다"):
		offersAgain(t, dir, userCode, channelKey, phone, "코드를 만들었습니다")
	case strings.Contains(screen, "전화번호를"):
		offersAgain(t, dir, userCode, channelKey) // the disk may be one answer ahead of the screen
	case strings.Contains(screen, "채널키를"):
		offersAgain(t, dir, userCode)
	}
	if t.Failed() {
		t.Fatalf("killed on\n%s", screen)
	}
}
