package tui

import (
	"fmt"
	"runtime/debug"
	"strings"
	"sync"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard/safe"
)

// guard stands around the root model, so that a panic in update, view or a
// command ends the program in order: terminal restored, answers saved, one
// sentence instead of pages of stack.
type guard struct {
	m     *Model // nil until Init
	build func() *Model
	quit  func()

	mu     sync.Mutex
	broken string // what a panic said
	number int    // of the signal that ended the run
	last   tea.View
}

// Init builds the model: the terminal's first tick is on its way by now, so
// that nobody waits for what is done here.
func (g *guard) Init() (cmd tea.Cmd) {
	defer func() {
		if r := recover(); r != nil {
			g.breaks(r)
			cmd = tea.Quit
		}
	}()
	g.m = g.build()
	return g.wrap(g.m.Init())
}

func (g *guard) Update(msg tea.Msg) (out tea.Model, cmd tea.Cmd) {
	out = g
	defer func() {
		if r := recover(); r != nil {
			g.breaks(r)
			cmd = tea.Quit
		}
	}()
	if _, over := msg.(faultMsg); over {
		return g, tea.Quit
	}
	hook("update", msg)
	_, cmd = g.m.Update(msg)
	return g, g.wrap(cmd)
}

func (g *guard) View() (v tea.View) {
	defer func() {
		if r := recover(); r != nil {
			g.breaks(r)
			v = g.last
			go g.quit()
		}
	}()
	hook("view", nil)
	g.last = g.m.View()
	return g.last
}

// faultMsg tells the loop that a command panicked.
type faultMsg struct{}

// wrap guards a command and the commands that it brings.
func (g *guard) wrap(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				g.breaks(r)
				msg = faultMsg{}
			}
		}()
		hook("command", nil)
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = g.wrap(batch[i])
			}
		}
		return msg
	}
}

// breaks keeps the first fault: what was said and where in our code.
func (g *guard) breaks(r any) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.broken == "" {
		g.broken = safe.Line(fmt.Sprint(r), 200) + origin(string(debug.Stack()))
	}
}

// origin is the first frame of a stack that is ours and no guard's.
func origin(stack string) string {
	lines := strings.Split(stack, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "smartro-wizard/") && !strings.Contains(line, "(*guard)") && i+1 < len(lines) {
			at := strings.TrimSpace(lines[i+1])
			at, _, _ = strings.Cut(at[strings.LastIndexByte(at, '/')+1:], " ")
			return " (" + at + ")"
		}
	}
	return ""
}

func (g *guard) fault() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.broken
}

func (g *guard) ends(signal int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.number = signal
}

func (g *guard) signal() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.number
}
