// Package lineedit is one line of text under a caret. It edits by grapheme
// cluster and measures in cells, so that Hangul, emoji and pasted rubbish
// leave the caret where the next character goes. What does not show is drawn
// by name (^[, \u202e); the value keeps it. It knows no keys and no colours.
package lineedit

import (
	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
	"strings"
)

// Line is the text, the caret and the part of it that shows. The zero value
// is an empty line without width; give it one with SetWidth.
type Line struct {
	text  string
	at    int // the caret, in bytes, always between clusters
	parts []part
	from  int // the first part that shows
	width int
	mask  bool
	past  []moment
	typed bool // the last change was typing, which undoes as one
}

// moment is what undo goes back to.
type moment struct {
	text string
	at   int
}

// maxPast is how many changes can be undone.
const maxPast = 100

// Value is the text.
func (l *Line) Value() string { return l.text }

// SetValue puts a text with the caret at its end and forgets the past.
func (l *Line) SetValue(s string) {
	l.past, l.typed = nil, false
	l.put(s, len(s))
}

// Replace is SetValue that can be undone.
func (l *Line) Replace(s string) {
	l.remember(false)
	l.put(s, len(s))
}

// SetWidth gives the cells that View may use, the caret's included.
func (l *Line) SetWidth(cells int) {
	l.width, l.from = max(cells, 1), 0
	l.scroll()
}

// SetMask draws every cluster as a star, or stops doing so.
func (l *Line) SetMask(on bool) {
	l.mask = on
	l.put(l.text, l.at)
}

// Type inserts what a key or an input method gave.
func (l *Line) Type(s string) {
	clean, what := Clean(s)
	if what.Edges && !what.Lines { // a blank is a character like any other when it is typed
		clean = s
	}
	if clean == "" {
		return
	}
	l.remember(true)
	l.insert(clean)
}

// Paste inserts text from elsewhere, cleaned, and says what that took. Undo
// brings back first the text as it was pasted, then the line before.
func (l *Line) Paste(raw string) Cleaned {
	clean, what := Clean(raw)
	if clean == "" && l.text != "" && !what.Any() {
		return what
	}
	l.remember(false)
	if what.Any() {
		before := moment{l.text, l.at}
		raw, _ = cutAt(strings.ToValidUTF8(raw, "\ufffd"), Limit) // a value is text, and is saved as such
		l.put(l.text[:l.at]+raw+l.text[l.at:], l.at+len(raw))
		l.remember(false)
		l.put(before.text, before.at)
	}
	l.insert(clean)
	return what
}

func (l *Line) insert(s string) {
	room := Limit - len([]rune(l.text))
	s, _ = cutAt(s, max(room, 0))
	before := norm.NFC.String(l.text[:l.at] + s) // a jamo typed alone joins the one before it
	l.put(before+l.text[l.at:], len(before))
}

// Undo goes one change back and reports whether there was one.
func (l *Line) Undo() bool {
	if len(l.past) == 0 {
		return false
	}
	last := l.past[len(l.past)-1]
	l.past, l.typed = l.past[:len(l.past)-1], false
	l.put(last.text, last.at)
	return true
}

func (l *Line) remember(typing bool) {
	if typing && l.typed {
		return
	}
	l.typed = typing
	l.past = append(l.past, moment{l.text, l.at})
	if len(l.past) > maxPast {
		l.past = l.past[1:]
	}
}

// put sets the text, snaps the caret to a boundary and cuts the text into parts.
func (l *Line) put(s string, at int) {
	l.text, l.at, l.parts = s, len(s), l.parts[:0]
	state, pos, snapped := -1, 0, false
	for rest := s; rest != ""; {
		var cluster string
		if !snapped && pos >= at {
			l.at, snapped = pos, true
		}
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		pos += len(cluster)
		l.parts = append(l.parts, l.draw(cluster))
	}
	l.scroll()
}
