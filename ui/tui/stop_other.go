//go:build !unix

package tui

import (
	"os"

	tea "charm.land/bubbletea/v2"
)

// Other systems do not stop programs.
func catchStop(chan os.Signal) {}
func isStop(os.Signal) bool    { return false }
func stopped(*tea.Program)     {}
