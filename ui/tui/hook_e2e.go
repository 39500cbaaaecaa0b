//go:build e2e

package tui

import (
	"os"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

// armed is set by F9, which has no other use.
var armed atomic.Bool

// hook panics after F9 at the place that the environment names: update, view
// or command. Only programs built for the end-to-end tests have it.
func hook(place string, msg tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok && k.Code == tea.KeyF9 {
		armed.Store(true)
	}
	if armed.Load() && os.Getenv("SMARTRO_WIZARD_PANIC") == place {
		panic("broken on purpose: " + place)
	}
}
