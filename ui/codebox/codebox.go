// Package codebox is a box of many lines under a caret, for code that is pasted
// whole: sixty lines as well as ten megabytes or one line of five. The text is
// kept byte for byte but for its line ends, which terminals change anyway; only
// the part that shows is ever measured. What does not show is drawn by name, as
// package lineedit does. It knows no keys and no colours, and writes nothing
// to the disk.
package codebox

import (
	"slices"
	"strings"
)

// Box is the text, the caret and the part of it that shows. The zero value is
// empty and without size; give it one with SetSize.
type Box struct {
	Most int                     // bytes that the text may have; 0 is no limit
	Hide func(s string) [][2]int // the parts of a piece of text that are shown as stars

	text   string
	starts []uint32 // where the lines after the first begin
	row    int      // the caret's line
	at     int      // the caret in its line, in bytes, between clusters
	top    int      // the first line that shows
	w, h   int
	mask   bool
	edits  int
	past   []moment
	typed  bool // the last change was typing, which undoes as one
}

// moment is what undo goes back to.
type moment struct {
	text    string
	row, at int
}

// What undo keeps: so many changes, and no more bytes than that but for the
// last of them.
const (
	maxPast      = 20
	maxPastBytes = 32 << 20
)

// SetSize sets the cells of a line and the lines that show.
func (b *Box) SetSize(w, h int) {
	if w, h = max(w, 1), max(h, 1); w != b.w || h != b.h {
		b.w, b.h, b.top = w, h, 0 // what shows follows from the size and not from the way to it
	}
	b.show()
}

// SetMask hides all that is written, or shows it again.
func (b *Box) SetMask(on bool) { b.mask = on }

// Text is all that is written.
func (b *Box) Text() string { return b.text }

// Empty reports whether nothing but blanks is written.
func (b *Box) Empty() bool { return strings.TrimSpace(b.text) == "" }

// Lines is the number of lines; an end of the last one begins no other.
func (b *Box) Lines() int {
	n := len(b.starts) + 1
	if strings.HasSuffix(b.text, "\n") || b.text == "" {
		n--
	}
	return n
}

// Edits counts the changes, so that what was made of the text can be told from
// what it is.
func (b *Box) Edits() int { return b.edits }

// Paste puts a text in at the caret. It refuses one that does not fit whole:
// half a code tells lies.
func (b *Box) Paste(s string) bool {
	if strings.Contains(s, "\r") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	if b.Most > 0 && len(b.text)+len(s) > b.Most {
		return false
	}
	if s != "" {
		b.remember(false)
		b.splice(0, s)
	}
	return true
}

// Type puts in what was typed.
func (b *Box) Type(s string) {
	if s == "" || b.Most > 0 && len(b.text)+len(s) > b.Most {
		return
	}
	b.remember(true)
	b.splice(0, s)
}

// Newline begins a line.
func (b *Box) Newline() { b.Type("\n") }

// Backspace takes what is before the caret, also the end of the line above.
func (b *Box) Backspace() {
	if b.row == 0 && b.at == 0 {
		return
	}
	typed := b.typed
	b.Left()
	b.typed = typed
	b.Delete()
}

// Delete takes the cluster behind the caret, or the end of the line.
func (b *Box) Delete() {
	n := 1
	if line := b.line(b.row); b.at < len(line) {
		n = len(next(line[b.at:]))
	} else if b.row == len(b.starts) {
		return
	}
	b.remember(true)
	b.splice(n, "")
}

// CutBefore takes the line up to the caret.
func (b *Box) CutBefore() {
	if n := b.at; n > 0 {
		b.remember(false)
		b.at = 0
		b.splice(n, "")
	}
}

// Clear takes everything. Undo brings it back.
func (b *Box) Clear() {
	if b.text != "" {
		b.remember(false)
		b.row, b.at = 0, 0
		b.splice(len(b.text), "")
	}
}

// Undo goes back to before the last change, if there is one.
func (b *Box) Undo() bool {
	last := len(b.past) - 1
	if last < 0 {
		return false
	}
	was := b.past[last]
	b.past = b.past[:last]
	b.text, b.row, b.at = was.text, was.row, was.at
	b.starts = startsOf(nil, was.text, 0)
	b.edits++
	b.typed = false
	b.show()
	return true
}

// remember keeps what is there before a change.
func (b *Box) remember(typing bool) {
	if typing && b.typed {
		return
	}
	b.typed = typing
	b.past = append(b.past, moment{b.text, b.row, b.at})
	bytes := 0
	for i := len(b.past) - 1; i >= 0; i-- {
		bytes += len(b.past[i].text)
		if over := bytes > maxPastBytes && i < len(b.past)-1; over || len(b.past)-i > maxPast {
			b.past = slices.Delete(b.past, 0, i+1)
			return
		}
	}
}

// splice puts a text in the place of n bytes behind the caret, which then
// stands after it.
func (b *Box) splice(n int, s string) {
	b.edits++
	from := b.start(b.row) + b.at
	gone := strings.Count(b.text[from:from+n], "\n")
	b.text = b.text[:from] + s + b.text[from+n:]
	rest := b.starts[b.row+gone:]
	for i := range rest {
		rest[i] += uint32(len(s) - n)
	}
	if fresh := startsOf(nil, s, from); gone > 0 || len(fresh) > 0 {
		b.starts = slices.Replace(b.starts, b.row, b.row+gone, fresh...)
		b.row += len(fresh)
	}
	b.at = from + len(s) - b.start(b.row)
	b.show()
}

// startsOf lists where lines begin in a text that stands at an offset.
func startsOf(all []uint32, s string, offset int) []uint32 {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '\n')
		if i < 0 {
			return all
		}
		at += i + 1
		all = append(all, uint32(offset+at))
	}
}

// start is where a line begins in the text.
func (b *Box) start(row int) int {
	if row == 0 {
		return 0
	}
	return int(b.starts[row-1])
}

// line is a line without its end.
func (b *Box) line(row int) string {
	if row == len(b.starts) {
		return b.text[b.start(row):]
	}
	return b.text[b.start(row) : b.starts[row]-1]
}
