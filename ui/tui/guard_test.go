package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard/text"
)

// Not even a start that breaks may leave a stack on the person's terminal.
func TestFaultBeforeTheFirstFrame(t *testing.T) {
	g := &guard{build: func() *Model { panic("no first screen") }, quit: func() {}}
	cmd := g.Init()
	if cmd == nil {
		t.Fatal("the program goes on without a model")
	}
	if _, ends := cmd().(tea.QuitMsg); !ends {
		t.Error("the program does not end")
	}
	g.View() // the loop draws once more before it ends
	out, err := g.stillborn(text.En, nil)
	if err != nil || out.Status != 1 {
		t.Errorf("status %d, error %v; want 1 and none", out.Status, err)
	}
	if !strings.Contains(out.Message, "no first screen") || strings.Contains(out.Message, "nil pointer") || strings.Contains(out.Message, "\n") {
		t.Errorf("it says %q", out.Message)
	}
}
