package tui

// The smallest screen that is drawn, and from which width on the stages stand
// at the left and the code at the right.
const (
	minWidth, minHeight = 40, 10
	wideFrom            = 110
	margin              = 1
)

// box is a part of the screen in cells.
type box struct{ x, y, w, h int }

func (b box) empty() bool { return b.w <= 0 || b.h <= 0 }

// layout says where everything stands at one size. It is computed once a size;
// every view takes its box from it. The preview goes first, then the stages.
type layout struct {
	w, h   int
	tiny   bool // too small for anything but a sentence
	wide   bool // stages left, question centre, code right
	airy   bool // blank rows between parts
	stages box
	body   box // the question, or a screen's own text
	code   box // the preview
	notice int // the row of passing words
	footer int // the row of keys
}

// newLayout divides a screen, with at most so many rows of code below the
// question; none closes the preview, also at the side.
func newLayout(w, h, code int) layout {
	l := layout{w: w, h: h, tiny: w < minWidth || h < minHeight, wide: w >= wideFrom && h >= 20, airy: h >= 20}
	l.footer, l.notice = h-1, h-2
	if l.wide {
		l.placeWide(code > 0)
	} else {
		l.placeNarrow(code)
	}
	return l
}

func (l *layout) placeWide(code bool) {
	const top, left = 2, 20
	rest := l.w - left - margin
	centre := min(max(rest/2, 48), 76)
	rows := l.h - top - 3
	l.stages = box{margin, top, left - 2, rows}
	if !code {
		l.body = box{left, top, min(rest, 96), rows}
		return
	}
	l.body = box{left, top, centre, rows}
	l.code = box{left + centre + 4, top, rest - centre - 4, rows}
}

func (l *layout) placeNarrow(most int) {
	l.stages = box{margin, 1, l.w - 2*margin, 1}
	top, bottom := 2, l.notice
	if l.airy {
		top = 3
	}
	l.body = box{margin, top, l.w - 2*margin, bottom - top}
	if rows := l.body.h - 14; most > 0 && rows >= 3 && l.w >= 60 {
		code := min(rows, max(5, l.body.h/3), most)
		l.body.h -= code + 1 // one row for the rule between
		l.code = box{margin, l.body.y + l.body.h + 1, l.body.w, code}
	}
}

// whole is the box from below the header to the row of passing words, for
// screens that show neither stages nor a preview.
func (l layout) whole() box {
	top := 1 + btoi(l.h >= 14)
	return box{margin, top, l.w - 2*margin, l.notice - top}
}

// codeRows are the rows of code in the preview: on a wide screen the first
// one names the file, else the rule above does.
func (l layout) codeRows() int { return l.code.h - btoi(l.wide) }

// barred is the box of the code with the bar to its left.
func (l layout) barred() box {
	b := l.code
	if l.wide {
		b.x, b.w = b.x-2, b.w+2
	}
	return b
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
