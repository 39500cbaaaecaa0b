package report

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const (
	gap       = "  "
	leastCell = 10 // cells that a column keeps where others give way
	leastGrid = 56 // a narrower table is set row by row
)

// Grid sets a table whose first row is its head in columns that fit the width.
// Cells wrap; a table that has no room becomes a list.
func Grid(table [][]string, width int) []string {
	if len(table) == 0 {
		return nil
	}
	widths := columns(table, width)
	if width < leastGrid || widths == nil {
		return stack(table, width)
	}
	lines := row(table[0], widths)
	rule := make([]string, len(widths))
	for i, w := range widths {
		rule[i] = strings.Repeat("-", w)
	}
	lines = append(lines, row(rule, widths)...)
	for _, cells := range table[1:] {
		lines = append(lines, row(cells, widths)...)
	}
	return lines
}

// columns are the widths that set the table in few lines: the widest column has
// what the others leave, and each of those grows while that saves lines. There
// are none where nothing fits.
func columns(table [][]string, width int) []int {
	natural := make([]int, len(table[0]))
	for _, cells := range table {
		for i := range natural {
			natural[i] = max(natural[i], ansi.StringWidth(cells[i]))
		}
	}
	best := make([]int, len(natural))
	for i, w := range natural {
		best[i] = min(w, leastCell)
	}
	widest := slices.Index(natural, slices.Max(natural))
	if best = fill(best, widest, natural, width); best == nil {
		return nil
	}
	h := heights{table, map[[2]int][]int{}}
	fewest := h.tall(best)
	for i := range best {
		for w := best[i] + 1; i != widest && w <= natural[i]; w++ {
			try := slices.Clone(best)
			try[i] = w
			if try = fill(try, widest, natural, width); try == nil {
				break
			}
			if n := h.tall(try); n < fewest {
				best, fewest = try, n
			}
		}
	}
	return best
}

// fill gives the widest column what the others leave, if that is enough.
func fill(widths []int, widest int, natural []int, width int) []int {
	left := width - (len(widths)-1)*len(gap)
	for i, w := range widths {
		if i != widest {
			left -= w
		}
	}
	if left < min(leastCell, natural[widest]) {
		return nil
	}
	widths[widest] = min(left, natural[widest])
	return widths
}

// heights are the lines of a table's cells by column and width, counted once.
type heights struct {
	table [][]string
	known map[[2]int][]int
}

func (h heights) of(column, width int) []int {
	key := [2]int{column, width}
	if _, ok := h.known[key]; !ok {
		for _, cells := range h.table {
			h.known[key] = append(h.known[key], len(fold(cells[column], width)))
		}
	}
	return h.known[key]
}

// tall counts the lines of the table.
func (h heights) tall(widths []int) int {
	lines := 0
	for n := range h.table {
		most := 0
		for i, w := range widths {
			most = max(most, h.of(i, w)[n])
		}
		lines += most
	}
	return lines
}

func row(cells []string, widths []int) []string {
	wrapped := make([][]string, len(widths))
	tall := 0
	for i, w := range widths {
		wrapped[i] = fold(cells[i], w)
		tall = max(tall, len(wrapped[i]))
	}
	lines := make([]string, tall)
	for n := range lines {
		var b strings.Builder
		for i, w := range widths {
			cell := ""
			if n < len(wrapped[i]) {
				cell = wrapped[i][n]
			}
			b.WriteString(cell + strings.Repeat(" ", max(w-ansi.StringWidth(cell), 0)) + gap)
		}
		lines[n] = strings.TrimRight(b.String(), " ")
	}
	return lines
}

// fold breaks at blanks, and a word only where it is wider than the column.
func fold(s string, width int) []string {
	var lines []string
	for _, l := range Wrap(s, width) {
		for ansi.StringWidth(l) > width {
			head := ansi.Truncate(l, width, "")
			if head == "" {
				break
			}
			lines, l = append(lines, head), l[len(head):]
		}
		lines = append(lines, l)
	}
	return lines
}

// stack sets a table as a list: the first column heads a row, with the second
// where the first only counts; the others go below with their names.
func stack(table [][]string, width int) []string {
	var lines []string
	head := table[0]
	for _, cells := range table[1:] {
		top, rest := cells[0], 1
		if head[0] == "#" {
			top, rest = cells[0]+" "+cells[1], 2
		}
		lines = append(lines, fold(top, width)...)
		for i := rest; i < len(cells); i++ {
			for _, l := range fold(head[i]+": "+cells[i], width-len(gap)) {
				lines = append(lines, gap+l)
			}
		}
	}
	return lines
}
