package save

import (
	"fmt"
	"slices"
	"strings"
)

const (
	around   = 3   // lines shown before and after a change
	maxTable = 4e6 // cells of the table of common lines; above it the middle counts as all new
	noEnd    = "\\ No newline at end of file\n"
)

// edit is one line of a difference: ' ', '-' or '+', and the line with its end.
type edit struct {
	op   byte
	line string
}

// unified is the difference from old to ours in the form that patch and git read.
func unified(name, old, ours string) string { return Difference(name, name, old, ours) }

// Difference is what turns one text into another, in the form that patch and
// git read, under the names of the two.
func Difference(from, to, old, ours string) string {
	edits := compare(strings.SplitAfter(old, "\n"), strings.SplitAfter(ours, "\n"))
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", from, to)
	had, has := 1, 1 // line numbers of edits[i]
	for i := 0; i < len(edits); {
		if edits[i].op == ' ' {
			i, had, has = i+1, had+1, has+1
			continue
		}
		start := max(0, i-around)
		end := hunkEnd(edits, i)
		writeHunk(&b, edits[start:end], had-(i-start), has-(i-start))
		for ; i < end; i++ {
			if edits[i].op != '+' {
				had++
			}
			if edits[i].op != '-' {
				has++
			}
		}
	}
	return b.String()
}

// hunkEnd goes on while changes stand so close that their surroundings meet.
func hunkEnd(edits []edit, i int) int {
	last := i
	for j := i; j < len(edits) && j-last <= 2*around; j++ {
		if edits[j].op != ' ' {
			last = j
		}
	}
	return min(len(edits), last+1+around)
}

func writeHunk(b *strings.Builder, edits []edit, from, to int) {
	olds, news := 0, 0
	for _, e := range edits {
		if e.op != '+' {
			olds++
		}
		if e.op != '-' {
			news++
		}
	}
	fmt.Fprintf(b, "@@ -%s +%s @@\n", place(from, olds), place(to, news))
	for _, e := range edits {
		b.WriteByte(e.op)
		b.WriteString(e.line)
		if !strings.HasSuffix(e.line, "\n") {
			b.WriteString("\n" + noEnd)
		}
	}
}

// place writes where a hunk stands; an empty side counts from the line before it.
func place(line, n int) string {
	if n == 0 {
		line--
	}
	return fmt.Sprintf("%d,%d", line, n)
}

// compare splits off the equal beginning and end, and looks for the longest
// common lines only in what is left.
func compare(a, b []string) []edit {
	a, b = trimLast(a), trimLast(b)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	edits := lines(' ', a[:head])
	edits = append(edits, middle(a[head:len(a)-tail], b[head:len(b)-tail])...)
	return append(edits, lines(' ', a[len(a)-tail:])...)
}

// trimLast drops the empty text that SplitAfter leaves after the last line end.
func trimLast(all []string) []string {
	if n := len(all); all[n-1] == "" {
		return all[:n-1]
	}
	return all
}

func middle(a, b []string) []edit {
	if float64(len(a))*float64(len(b)) > maxTable {
		return append(lines('-', a), lines('+', b)...)
	}
	common := table(a, b)
	var edits []edit
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			edits, i, j = append(edits, edit{' ', a[i]}), i+1, j+1
		case common[i+1][j] >= common[i][j+1]:
			edits, i = append(edits, edit{'-', a[i]}), i+1
		default:
			edits, j = append(edits, edit{'+', b[j]}), j+1
		}
	}
	return slices.Concat(edits, lines('-', a[i:]), lines('+', b[j:]))
}

// table holds for each pair of places how many lines are common from there on.
func table(a, b []string) [][]int32 {
	t := make([][]int32, len(a)+1)
	for i := range t {
		t[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i][j] = t[i+1][j+1] + 1
			} else {
				t[i][j] = max(t[i+1][j], t[i][j+1])
			}
		}
	}
	return t
}

func lines(op byte, all []string) []edit {
	edits := make([]edit, len(all))
	for i, l := range all {
		edits[i] = edit{op, l}
	}
	return edits
}
