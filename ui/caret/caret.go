// Package caret carries the place of the terminal's real cursor through a
// rendered screen. A focused text field writes Mark where the next character
// goes; the outermost view takes it out with Extract and sets the cursor
// there. An input method composes Hangul at the real cursor, so a drawn one
// will not do. Extract before anything is composed from cells: canvases and
// ansi.Strip drop the mark.
package caret

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Mark is a private control sequence that no width function counts. Text from
// outside never holds one, because package lineedit shows escapes as text.
const Mark = "\x1b[5227z"

// Extract returns the view without marks and the cell of the first one, or nil.
func Extract(view string) (string, *tea.Position) {
	at := strings.Index(view, Mark)
	if at < 0 {
		return view, nil
	}
	before := view[:at]
	pos := &tea.Position{Y: strings.Count(before, "\n")}
	if nl := strings.LastIndexByte(before, '\n'); nl >= 0 {
		before = before[nl+1:]
	}
	pos.X = ansi.StringWidth(before)
	return strings.ReplaceAll(view, Mark, ""), pos
}
