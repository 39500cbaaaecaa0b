package codebox

import (
	"strings"

	"github.com/rivo/uniseg"

	"smartro-wizard/ui/caret"
	"smartro-wizard/ui/lineedit"
)

// Row is one line as it shows.
type Row struct {
	Number int    // of the line, from 1
	Text   string // at most as wide as the box, with the caret's mark
	Before bool   // the line begins left of what shows
	After  bool   // the line goes on to the right
}

const (
	tab      = "    "
	perCell  = 16  // bytes that are looked at for each cell that shows
	aroundIt = 512 // bytes beside what shows that may belong to a hidden part
)

// Rows are the lines that show, with the caret's mark if the box has the focus.
// The last cell of a line is kept for the caret.
func (b *Box) Rows(focused bool) []Row {
	last := min(b.top+b.h, len(b.starts)+1)
	rows := make([]Row, 0, last-b.top)
	for i := b.top; i < last; i++ {
		if focused && i == b.row {
			rows = append(rows, b.draw(i, b.from(), b.at))
		} else {
			rows = append(rows, b.draw(i, 0, -1))
		}
	}
	return rows
}

// from is where the caret's line begins to show, so that the caret is in sight.
func (b *Box) from() int {
	before := b.line(b.row)[:b.at]
	seen := tail(before, b.w*perCell)
	if len(seen) == len(before) && b.cells(seen) <= b.w-1 {
		return 0
	}
	var widths, sizes []int
	for rest := seen; rest != ""; {
		var cluster string
		cluster, rest, _, _ = uniseg.FirstGraphemeClusterInString(rest, -1)
		w := 1
		if !b.mask {
			_, w = drawn(cluster)
		}
		widths, sizes = append(widths, w), append(sizes, len(cluster))
	}
	from, room := b.at, b.w-1
	for i := len(widths) - 1; i >= 0 && widths[i] <= room; i-- {
		room -= widths[i]
		from -= sizes[i]
	}
	return from
}

// cells are what a text takes in this box.
func (b *Box) cells(s string) int {
	if b.mask {
		return uniseg.GraphemeClusterCount(s)
	}
	return cells(s)
}

// draw is line i from byte from on, with the caret at byte at, -1 for none.
func (b *Box) draw(i, from, at int) Row {
	line := b.line(i)
	seen := head(line[from:], b.w*perCell)
	hidden := b.hidden(line, from, from+len(seen))
	var out strings.Builder
	used, pos, marked := 0, from, at < 0
	mark := func() {
		if !marked {
			marked = true
			out.WriteString(caret.Mark)
		}
	}
	for rest := seen; rest != ""; {
		var cluster string
		cluster, rest, _, _ = uniseg.FirstGraphemeClusterInString(rest, -1)
		if pos >= at {
			mark()
		}
		shown, w := "*", 1
		if !b.mask && !hidden(pos) {
			shown, w = drawn(cluster)
		}
		if used+w > b.w-1 {
			break
		}
		out.WriteString(shown)
		used += w
		pos += len(cluster)
	}
	mark() // behind the last cluster, or in one that was parted
	return Row{Number: i + 1, Text: out.String(), Before: from > 0, After: pos < len(line)}
}

// hidden tells which bytes of what shows are shown as stars.
func (b *Box) hidden(line string, from, to int) func(int) bool {
	if b.Hide == nil {
		return func(int) bool { return false }
	}
	start := max(from-aroundIt, 0)
	spans := b.Hide(line[start:min(to+aroundIt, len(line))])
	return func(pos int) bool {
		for _, s := range spans {
			if pos >= start+s[0] && pos < start+s[1] {
				return true
			}
		}
		return false
	}
}

// drawn is a cluster of a line; a tab is layout there.
func drawn(cluster string) (shown string, w int) {
	if cluster == "\t" {
		return tab, len(tab)
	}
	return lineedit.Drawn(cluster)
}

func cells(s string) (n int) {
	for s != "" {
		var cluster string
		cluster, s, _, _ = uniseg.FirstGraphemeClusterInString(s, -1)
		_, w := drawn(cluster)
		n += w
	}
	return n
}
