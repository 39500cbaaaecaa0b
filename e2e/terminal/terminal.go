//go:build e2e

package terminal

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Patience is how long a wait may take before the test fails. It bounds a
// hanging test; nothing is decided by how fast something was.
const Patience = 30 * time.Second

// settings keep the whole pane for the program, and the pane when it has ended.
const settings = `set -g status off
set -g remain-on-exit on
set -g default-terminal tmux-256color
set -s escape-time 0
`

// Terminal is one pane with a program in it.
type Terminal struct {
	t           testing.TB
	socket, rcs string
}

// Start runs argv in a pane of that size with exactly the environment given,
// besides PATH and what tmux itself sets.
func Start(t testing.TB, cols, rows int, env []string, argv ...string) *Terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Fatalf("tmux is needed for this test: %v", err)
	}
	dir, err := os.MkdirTemp("", "pane") // t.TempDir is too long for the name of a socket
	if err != nil {
		t.Fatal(err)
	}
	p := &Terminal{t: t, socket: filepath.Join(dir, "s"), rcs: filepath.Join(dir, "tmux.conf")}
	t.Cleanup(func() {
		_, _ = p.command("kill-server").CombinedOutput()
		_ = os.RemoveAll(dir)
	})
	if err := os.WriteFile(p.rcs, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"new-session", "-d", "-x", strconv.Itoa(cols), "-y", strconv.Itoa(rows),
		"env", "-i", "PATH=" + os.Getenv("PATH"), "TERM=tmux-256color"}
	p.tmux(append(append(args, env...), argv...)...)
	return p
}

func (p *Terminal) command(args ...string) *exec.Cmd {
	cmd := exec.Command("tmux", append([]string{"-u", "-S", p.socket, "-f", p.rcs}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "TMUX=")
	return cmd
}

func (p *Terminal) tmux(args ...string) string {
	p.t.Helper()
	out, err := p.command(args...).CombinedOutput()
	if err != nil {
		p.t.Fatalf("tmux %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// Keys presses keys by tmux's names: Enter, Tab, Down, Escape, C-c, or one character.
func (p *Terminal) Keys(names ...string) {
	p.t.Helper()
	p.tmux(append([]string{"send-keys"}, names...)...)
}

// Type sends text as if typed.
func (p *Terminal) Type(text string) {
	p.t.Helper()
	p.tmux("send-keys", "-l", "--", text)
}

// Paste sends text as a terminal does that marks what is pasted.
func (p *Terminal) Paste(text string) {
	p.t.Helper()
	load := p.command("load-buffer", "-b", "paste", "-")
	load.Stdin = strings.NewReader(text)
	if out, err := load.CombinedOutput(); err != nil {
		p.t.Fatalf("tmux load-buffer: %v\n%s", err, out)
	}
	p.tmux("paste-buffer", "-p", "-d", "-b", "paste")
}

// Resize gives the pane another size.
func (p *Terminal) Resize(cols, rows int) {
	p.t.Helper()
	p.tmux("resize-window", "-x", strconv.Itoa(cols), "-y", strconv.Itoa(rows))
}

// Screen is the text of the pane, one line a row.
func (p *Terminal) Screen() string {
	p.t.Helper()
	return p.tmux("capture-pane", "-p")
}

// Coloured is the text of the pane with its colours as escape sequences.
func (p *Terminal) Coloured() string {
	p.t.Helper()
	return p.tmux("capture-pane", "-p", "-e")
}

// Cursor is the cell of the real cursor, from 0, and whether it is shown.
func (p *Terminal) Cursor() (x, y int, shown bool) {
	p.t.Helper()
	var flag int
	out := p.tmux("display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}")
	if _, err := fmt.Sscan(out, &x, &y, &flag); err != nil {
		p.t.Fatalf("read the cursor from %q: %v", out, err)
	}
	return x, y, flag == 1
}

// Ended reports whether the program in the pane has ended, and its status: 128
// and the signal's number when a signal ended it.
//
// Debian's tmux ignores SIGCHLD while it takes the pane out of utmp, so it may
// miss the end of the very program whose terminal has closed, and then never
// asks for its status. A second signal makes it ask; until it has, the program
// counts as running.
func (p *Terminal) Ended() (status int, ended bool) {
	p.t.Helper()
	var server, dead int
	pane := strings.Split(strings.TrimSpace(p.tmux("display-message", "-p", "#{pid} #{pane_dead}|#{pane_dead_status}|#{pane_dead_signal}")), "|")
	if _, err := fmt.Sscan(pane[0], &server, &dead); err != nil {
		p.t.Fatalf("read the pane from %q: %v", pane, err)
	}
	if status, err := strconv.Atoi(pane[1]); err == nil && dead == 1 {
		return status, true
	}
	if signal, err := strconv.Atoi(pane[2]); err == nil && dead == 1 {
		return 128 + signal, true
	}
	if dead == 1 {
		if err := syscall.Kill(server, syscall.SIGCHLD); err != nil {
			p.t.Fatalf("have tmux ask for the status: %v", err)
		}
	}
	return 0, false
}

// WaitFor waits until the words stand on the screen, and until it has come to rest.
func (p *Terminal) WaitFor(words string) {
	p.t.Helper()
	p.until(fmt.Sprintf("%q on the screen", words), func(screen string) bool { return strings.Contains(screen, words) })
	p.Rest()
}

// WaitGone waits until the words stand no longer on the screen.
func (p *Terminal) WaitGone(words string) {
	p.t.Helper()
	p.until(fmt.Sprintf("%q to go", words), func(screen string) bool { return !strings.Contains(screen, words) })
}

// Rest waits until two looks in a row see the same screen and cursor.
func (p *Terminal) Rest() {
	p.t.Helper()
	before := ""
	p.until("the screen to rest", func(screen string) bool {
		x, y, shown := p.Cursor()
		now := fmt.Sprint(screen, x, y, shown)
		same := now == before
		before = now
		return same
	})
}

func (p *Terminal) until(what string, met func(screen string) bool) {
	p.t.Helper()
	for end := time.Now().Add(Patience); ; time.Sleep(40 * time.Millisecond) {
		screen := p.Screen()
		if met(screen) {
			return
		}
		if time.Now().After(end) {
			p.t.Fatalf("waited for %s; it shows\n%s", what, screen)
		}
	}
}

// WaitScreen waits until the pane shows exactly this text.
func (p *Terminal) WaitScreen(want string) {
	p.t.Helper()
	p.until("exactly this screen:\n"+want+"\n", func(screen string) bool { return screen == want })
}

// Close takes the terminal away from the program, as a closed window does.
func (p *Terminal) Close() {
	p.t.Helper()
	p.tmux("kill-server")
}
