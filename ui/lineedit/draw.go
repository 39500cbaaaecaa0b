package lineedit

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"smartro-wizard/ui/caret"
	"smartro-wizard/wizard/safe"
)

// part is one grapheme cluster as it is drawn.
type part struct {
	shown string
	cells int
	bytes int // of the cluster in the text
}

func (l *Line) draw(cluster string) part {
	p := part{shown: "*", cells: 1, bytes: len(cluster)}
	if !l.mask {
		p.shown, p.cells = Drawn(cluster)
	}
	return p
}

// Drawn is how a grapheme cluster is shown, and in how many cells. A tab is
// layout only where there are lines; see package codebox.
func Drawn(cluster string) (shown string, cells int) {
	if len(cluster) == 1 && cluster[0] >= ' ' && cluster[0] < 0x7f {
		return cluster, 1
	}
	shown = drawn(cluster)
	return shown, ansi.StringWidth(shown)
}

// drawn is the cluster itself where every terminal agrees on its width, else
// its code points by name.
func drawn(cluster string) string {
	if strings.ContainsFunc(cluster, safe.Hidden) || !utf8.ValidString(cluster) {
		return safe.Line(cluster, Limit)
	}
	composed := norm.NFC.String(cluster)
	if cells := ansi.StringWidth(composed); cells > 0 && cells == ansi.StringWidthWc(composed) {
		return composed
	}
	var b strings.Builder
	for _, r := range cluster {
		fmt.Fprintf(&b, `\u%04x`, r)
	}
	return b.String()
}

// scroll moves the part that shows so that the caret stands inside it and no
// room is left unused.
func (l *Line) scroll() {
	caret := l.index()
	l.from = min(l.from, caret)
	before := l.cells(l.from, caret)
	for ; l.from < caret && before > l.width-1; l.from++ {
		before -= l.parts[l.from].cells
	}
	shown := l.cells(l.from, len(l.parts))
	for l.from > 0 && shown+l.parts[l.from-1].cells <= l.width-1 {
		l.from--
		shown += l.parts[l.from].cells
	}
}

func (l *Line) cells(from, to int) int {
	n := 0
	for _, p := range l.parts[from:to] {
		n += p.cells
	}
	return n
}

// View is the part that shows, at most the given width, with the caret's mark
// if focused. The last cell is kept for the caret.
func (l *Line) View(focused bool) string {
	var b strings.Builder
	at, cells := l.index(), 0
	for i := l.from; i <= len(l.parts); i++ {
		if focused && i == at {
			b.WriteString(caret.Mark)
		}
		if i == len(l.parts) || cells+l.parts[i].cells > l.width-1 {
			break
		}
		b.WriteString(l.parts[i].shown)
		cells += l.parts[i].cells
	}
	return b.String()
}
