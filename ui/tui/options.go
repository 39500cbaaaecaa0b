package tui

import (
	"strings"

	"charm.land/huh/v2"
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
		below += len(wrap(a.label(o), w)) + len(wrap(a.hint(o), w-2))
	}
	beside := 0
	for _, o := range a.options {
		beside += max(len(wrap(a.hint(o), w-labels-hintGap)), 1)
	}
	switch {
	case labels <= w/3 && beside <= a.rows:
		return hintsBeside, labels
	case below <= a.rows:
		return hintsBelow, labels
	}
	return hintsApart, labels
}

func (a *ask) huhOptions(indent int) []huh.Option[string] {
	w := a.w - indent
	how, labels := a.hints(w)
	out := make([]huh.Option[string], len(a.options))
	for i, o := range a.options {
		lines := wrap(a.label(o), w)
		switch hint := a.hint(o); {
		case hint == "" || how == hintsApart:
		case how == hintsBeside:
			lines = a.beside(a.label(o), wrap(hint, w-labels-hintGap), labels+hintGap)
		default:
			for _, h := range wrap(hint, w-2) {
				lines = append(lines, "  "+a.look.hint.Render(h))
			}
		}
		out[i] = huh.NewOption(strings.Join(lines, "\n"), o.Value)
	}
	return out
}

// hintGap are the blanks between a label and its hint.
const hintGap = 3

// beside sets the lines of a hint in a column of their own.
func (a *ask) beside(label string, hint []string, column int) []string {
	if len(hint) == 0 {
		return []string{label}
	}
	lines := make([]string, len(hint))
	for i, h := range hint {
		lines[i] = pad(label, column) + a.look.hint.Render(h)
		label = ""
	}
	return lines
}

func countLines(s string) int { return strings.Count(s, "\n") }
