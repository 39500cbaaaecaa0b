package tui

import (
	"strings"

	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// styles are the looks of the whole screen: the sixteen ANSI colours, so that
// the person's own palette decides, and one accent.
type styles struct {
	title  paint         // what is asked
	accent paint         // where the person is
	strong paint         // the accent, bold
	dim    paint         // what can be read later
	hint   paint         // dim, also inside a line that is painted otherwise
	alarm  paint         // errors
	warn   paint         // warnings
	good   paint         // what is proved
	huh    huh.ThemeFunc // for forms
	unset  huh.ThemeFunc // for a select in which nothing was chosen yet
}

// paint is a style for text within a line: what switches it on and off. A
// lipgloss style works that out anew for each of the hundred texts of a frame.
type paint struct{ on, off string }

func newPaint(st lipgloss.Style) paint {
	on, off, _ := strings.Cut(st.Render("x"), "x")
	return paint{on, off}
}

// afresh is the paint that first ends what was switched on around it.
func (p paint) afresh() paint { return paint{p.off + p.on, p.off} }

// Render paints s, which has no line ends.
func (p paint) Render(s string) string {
	if s == "" {
		return ""
	}
	return p.on + s + p.off
}

func newStyles(g glyphs) styles {
	plain := lipgloss.NewStyle()
	accent := plain.Foreground(lipgloss.Cyan)
	strong := accent.Bold(true)
	dim := plain.Foreground(lipgloss.BrightBlack)
	chosen := formStyles(g, g.pointer+" ", strong, dim, strong)
	unset := formStyles(g, "  ", strong, dim, plain)
	return styles{
		title:  newPaint(plain.Bold(true)),
		accent: newPaint(accent),
		strong: newPaint(strong),
		dim:    newPaint(dim),
		hint:   newPaint(dim).afresh(),
		alarm:  newPaint(plain.Foreground(lipgloss.Red)),
		warn:   newPaint(plain.Foreground(lipgloss.Yellow)),
		good:   newPaint(plain.Foreground(lipgloss.Green)),
		huh:    func(bool) *huh.Styles { return chosen },
		unset:  func(bool) *huh.Styles { return unset },
	}
}

// formStyles is huh's theme without frames, margins and ambiguous arrows.
func formStyles(g glyphs, selector string, strong, dim, chosen lipgloss.Style) *huh.Styles {
	plain := lipgloss.NewStyle()
	var t huh.Styles
	f := &t.Focused
	f.SelectSelector = strong.SetString(selector)
	f.MultiSelectSelector = strong.SetString(selector)
	f.SelectedOption, f.UnselectedOption, f.Option = chosen, plain, plain
	f.SelectedPrefix = strong.SetString(g.on + " ")
	f.UnselectedPrefix = dim.SetString(g.off + " ")
	f.FocusedButton = strong.Transform(func(word string) string { return selector + word + "   " })
	f.BlurredButton = plain.Transform(func(word string) string { return "  " + word + "   " })
	t.Blurred = t.Focused
	return &t
}
