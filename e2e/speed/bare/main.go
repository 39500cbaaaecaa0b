// Command bare is a Bubble Tea program that shows a list and moves a mark in
// it, with no other work: the wizard's screen is measured beside it.
package main

import (
	"fmt"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// framesPerSecond is the wizard's own.
const framesPerSecond = 120

type list struct{ at int }

func (l list) Init() tea.Cmd { return nil }

func (l list) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "down":
			l.at++
		case "up":
			l.at--
		case "ctrl+c":
			return l, tea.Quit
		}
	}
	return l, nil
}

func (l list) View() tea.View {
	var b strings.Builder
	b.WriteString("하나를 고르세요\n\n")
	for i := range 20 {
		mark := "  "
		if i == l.at {
			mark = "> "
		}
		fmt.Fprintf(&b, "%s줄 %d\n", mark, i)
	}
	v := tea.NewView(b.String())
	v.AltScreen = true
	return v
}

func main() {
	if _, err := tea.NewProgram(list{}, tea.WithFPS(framesPerSecond)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
