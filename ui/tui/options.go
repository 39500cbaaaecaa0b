package tui

import (
	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/wizard"
)

// How the hints of options stand: beside the labels where all fit in a line
// each, below them where there are rows enough, else only the hint of the
// option under the cursor, in the place of the help.
const (
	hintsBeside = iota
	hintsBelow
	hintsApart
)

func (a *ask) label(o wizard.Option) string { return a.words(o.Label.In(a.lang)) }
func (a *ask) hint(o wizard.Option) string  { return a.words(o.Hint.In(a.lang)) }

// hints chooses the arrangement for a width left of the indent.
func (a *ask) hints(w int) (how, labels int) {
	below := 0
	for _, o := range a.options {
		labels = max(labels, ansi.StringWidth(a.label(o)))
		below += len(a.wrap(a.label(o), w)) + len(a.wrap(a.hint(o), w-2))
	}
	beside := 0
	for _, o := range a.options {
		beside += max(len(a.wrap(a.hint(o), w-labels-hintGap)), 1)
	}
	switch {
	case labels <= w/3 && (beside <= max(a.rows, len(a.options)) || len(a.options) > a.rows): // a line each is no longer than the labels alone, and a list that scrolls may scroll more
		return hintsBeside, labels
	case below <= a.rows:
		return hintsBelow, labels
	}
	return hintsApart, labels
}

// optionLines are the rows of every option at the width.
func (a *ask) optionLines() [][]optionLine {
	w := a.w - a.indent()
	how, labels := a.hints(w)
	out := make([][]optionLine, len(a.options))
	for i, o := range a.options {
		hint := a.hint(o)
		if hint != "" && how == hintsBeside {
			out[i] = beside(a.label(o), a.wrap(hint, w-labels-hintGap), labels+hintGap)
			continue
		}
		for _, line := range a.wrap(a.label(o), w) {
			out[i] = append(out[i], optionLine{label: line})
		}
		if how == hintsBelow {
			for _, line := range a.wrap(hint, w-2) {
				out[i] = append(out[i], optionLine{hint: "  " + line})
			}
		}
	}
	return out
}

// hintGap are the blanks between a label and its hint.
const hintGap = 3

// beside sets the lines of a hint in a column of their own.
func beside(label string, hint []string, column int) []optionLine {
	if len(hint) == 0 {
		return []optionLine{{label: label}}
	}
	lines := make([]optionLine, len(hint))
	for i, h := range hint {
		lines[i] = optionLine{pad(label, column), h}
		label = ""
	}
	return lines
}
