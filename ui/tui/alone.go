package tui

import (
	"errors"
	"io"

	"charm.land/bubbles/v2/key"
)

// alone is the part of a huh.Field that ours have in common: they check
// nothing, are never skipped, and run only inside the wizard.
type alone struct{}

var errAlone = errors.New("a field of the wizard does not run by itself")

func (alone) Error() error                             { return nil }
func (alone) Skip() bool                               { return false }
func (alone) Zoom() bool                               { return false }
func (alone) KeyBinds() []key.Binding                  { return nil }
func (alone) GetKey() string                           { return "" }
func (alone) Run() error                               { return errAlone }
func (alone) RunAccessible(io.Writer, io.Reader) error { return errAlone }
