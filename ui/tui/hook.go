//go:build !e2e

package tui

import tea "charm.land/bubbletea/v2"

// hook is where the end-to-end tests break things; see hook_e2e.go.
func hook(string, tea.Msg) {}
