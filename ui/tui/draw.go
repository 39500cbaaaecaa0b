package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// wrap breaks text into lines of at most w cells, at blanks where it can.
func wrap(s string, w int) []string {
	if s == "" || w <= 0 {
		return nil
	}
	if width(s) <= w && !strings.Contains(s, "\n") {
		return []string{s}
	}
	whole := strings.ReplaceAll(s, "-", joined) // the library breaks at every hyphen: 23:00-23:50, sign-in
	return strings.Split(strings.ReplaceAll(lipgloss.Wrap(whole, w, ""), joined, "-"), "\n")
}

// joined stands for a hyphen while lines are broken; it is one cell wide and in no text.
const joined = "\ue000"

// fit cuts a line to w cells.
func fit(s string, w int) string {
	if len(s) <= w {
		return s // a cell takes at least a byte
	}
	return ansi.Truncate(s, max(w, 0), "")
}

// cut is fit with a sign at the end of a line that goes on.
func cut(s string, w int, sign string) string {
	if len(s) <= w {
		return s
	}
	return ansi.Truncate(s, max(w, 0), sign)
}

// goesOn marks the last of some lines, after which more were left off.
func goesOn(look styles, lines []string, w int, sign string) []string {
	last := len(lines) - 1
	if last < 0 {
		return lines
	}
	line, room := lines[last], w-width(sign)-2
	if width(line) > room {
		seen := ansi.Strip(fit(line, room))
		line = fit(line, width(seen[:max(strings.LastIndexByte(seen, ' '), 0)])) // no half word
	}
	marked := slices.Clone(lines)
	marked[last] = between(line, look.dim.Render(sign), w)
	return marked
}

const someBlanks = "                                                                                "

func blanks(n int) string {
	if n <= len(someBlanks) {
		return someBlanks[:max(n, 0)]
	}
	return strings.Repeat(" ", n)
}

// width is the cells of a text on the screen.
func width(s string) int {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

// pad is fit, and fills up with blanks.
func pad(s string, w int) string {
	s = fit(s, w)
	return s + blanks(w-width(s))
}

// between puts left and right at the ends of a row of w cells. Where both do
// not fit, right is left off.
func between(left, right string, w int) string {
	l, r := width(left), width(right)
	if right == "" || l+r+2 > w {
		return fit(left, w)
	}
	return left + blanks(w-l-r) + right
}

// styled applies a style to each line.
func styled(st paint, lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = st.Render(line)
	}
	return out
}

// rows are the screen's rows, filled from boxes from left to right. What was
// put last is measured only when something comes to the right of it.
type rows struct {
	w     int
	lines []string
	last  []string // put last in each row
	at    []int    // and where it begins
}

func newRows(w, h int) *rows {
	return &rows{w: w, lines: make([]string, h), last: make([]string, h), at: make([]int, h)}
}

// put writes lines into a box, cut to it.
func (r *rows) put(b box, lines []string) {
	for i, line := range lines[:max(min(len(lines), b.h), 0)] {
		r.lay(box{b.x, b.y + i, b.w, 1}, []string{fit(line, min(b.w, r.w-b.x))})
	}
}

// lay is put for lines that were cut before.
func (r *rows) lay(b box, lines []string) {
	for i, line := range lines {
		y := b.y + i
		if i >= b.h || y < 0 || y >= len(r.lines) || line == "" {
			continue
		}
		gap := b.x
		if r.lines[y] != "" {
			gap -= r.at[y] + width(r.last[y])
		}
		r.last[y], r.at[y] = line, b.x
		r.lines[y] += blanks(gap) + line
	}
}

// clear empties rows for what is laid over them.
func (r *rows) clear(y, n int) { clear(r.lines[max(y, 0):min(y+n, len(r.lines))]) }

func (r *rows) line(x, y int, line string) { r.put(box{x, y, r.w - x, 1}, []string{line}) }

func (r *rows) String() string { return strings.Join(r.lines, "\n") }
