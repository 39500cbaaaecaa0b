package codebox

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// farthest is how far around the caret the text is looked at, in bytes: no
// cluster that a person wrote is longer.
const farthest = 256

// next is the first cluster of a text.
func next(s string) string {
	cluster, _, _, _ := uniseg.FirstGraphemeClusterInString(head(s, farthest), -1)
	return cluster
}

// last is the last cluster of a text.
func last(s string) (cluster string) {
	for rest := tail(s, farthest); rest != ""; {
		cluster, rest, _, _ = uniseg.FirstGraphemeClusterInString(rest, -1)
	}
	return cluster
}

// head is the beginning of a text, at most n bytes, and no half code point.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	if n == 0 {
		return s[:1] // no text at all
	}
	return s[:n]
}

// tail is the end of a text, at most n bytes.
func tail(s string, n int) string {
	from := max(len(s)-n, 0)
	for from < len(s) && from > 0 && !utf8.RuneStart(s[from]) {
		from++
	}
	if from == len(s) && s != "" {
		return s[len(s)-1:]
	}
	return s[from:]
}

// Left goes one cluster to the left, over the end of the line above.
func (b *Box) Left() {
	switch {
	case b.at > 0:
		b.at -= len(last(b.line(b.row)[:b.at]))
	case b.row > 0:
		b.row--
		b.at = len(b.line(b.row))
	}
	b.moved()
}

// Right goes one cluster to the right, over the end of the line.
func (b *Box) Right() {
	switch line := b.line(b.row); {
	case b.at < len(line):
		b.at += len(next(line[b.at:]))
	case b.row < len(b.starts):
		b.row++
		b.at = 0
	}
	b.moved()
}

// Up and Down go by lines, and stay in the column where the line has it.
func (b *Box) Up() { b.by(-1) }

// Down goes one line down.
func (b *Box) Down() { b.by(1) }

// PageUp and PageDown go by as many lines as show.
func (b *Box) PageUp() { b.by(-b.h) }

// PageDown goes a page down.
func (b *Box) PageDown() { b.by(b.h) }

func (b *Box) by(n int) {
	column := cells(tail(b.line(b.row)[:b.at], farthest))
	b.row = max(min(b.row+n, len(b.starts)), 0)
	line := b.line(b.row)
	for b.at = 0; b.at < len(line) && column > 0; {
		cluster := next(line[b.at:])
		_, w := drawn(cluster)
		if column -= w; column < 0 {
			break
		}
		b.at += len(cluster)
	}
	b.moved()
}

// Home goes to the beginning of the line.
func (b *Box) Home() {
	b.at = 0
	b.moved()
}

// End goes to the end of the line.
func (b *Box) End() {
	b.at = len(b.line(b.row))
	b.moved()
}

// Scroll turns the text by lines; the caret comes along.
func (b *Box) Scroll(n int) { b.by(n) }

func (b *Box) moved() {
	b.typed = false
	b.show()
}

// show keeps the caret's line in sight.
func (b *Box) show() {
	b.top = max(min(b.top, b.row, len(b.starts)+1-b.h), b.row-b.h+1, 0)
}
