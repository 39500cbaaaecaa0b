package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// wrap breaks text into lines of at most w cells, at blanks where it can.
func wrap(s string, w int) []string {
	if s == "" || w <= 0 {
		return nil
	}
	return strings.Split(lipgloss.Wrap(s, w, ""), "\n")
}

// fit cuts a line to w cells.
func fit(s string, w int) string { return ansi.Truncate(s, max(w, 0), "") }

// pad is fit, and fills up with blanks.
func pad(s string, w int) string {
	s = fit(s, w)
	return s + strings.Repeat(" ", max(w-ansi.StringWidth(s), 0))
}

// between puts left and right at the ends of a row of w cells. Where both do
// not fit, right is left off.
func between(left, right string, w int) string {
	l, r := ansi.StringWidth(left), ansi.StringWidth(right)
	if right == "" || l+r+2 > w {
		return fit(left, w)
	}
	return left + strings.Repeat(" ", w-l-r) + right
}

// styled applies a style to each line.
func styled(st lipgloss.Style, lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = st.Render(line)
	}
	return out
}

// rows are the screen's rows, filled from boxes.
type rows struct {
	w     int
	lines []string
	ends  []int // cells used in each row
}

func newRows(w, h int) *rows { return &rows{w: w, lines: make([]string, h), ends: make([]int, h)} }

// put writes lines into a box, cut to it. Boxes of one row are put from left
// to right.
func (r *rows) put(b box, lines []string) {
	for i, line := range lines {
		y := b.y + i
		if i >= b.h || y < 0 || y >= len(r.lines) || line == "" {
			continue
		}
		line = fit(line, min(b.w, r.w-b.x))
		r.lines[y] += strings.Repeat(" ", max(b.x-r.ends[y], 0)) + line
		r.ends[y] = b.x + ansi.StringWidth(line)
	}
}

func (r *rows) line(x, y int, line string) { r.put(box{x, y, r.w - x, 1}, []string{line}) }

func (r *rows) String() string { return strings.Join(r.lines, "\n") }
