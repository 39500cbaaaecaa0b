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
	alarm  paint         // errors
	warn   paint         // warnings
	good   paint         // what is proved
	live   paint         // the row that warns of real payments
	huh    huh.ThemeFunc // for forms
}

// paint is a style for text within a line: what switches it on and off. A
// lipgloss style works that out anew for each of the hundred texts of a frame.
type paint struct{ on, off string }

func newPaint(st lipgloss.Style) paint {
	on, off, _ := strings.Cut(st.Render("x"), "x")
	return paint{on, off}
}

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
	form := formStyles(g.pointer+" ", strong)
	return styles{
		title:  newPaint(plain.Bold(true)),
		accent: newPaint(accent),
		strong: newPaint(strong),
		dim:    newPaint(dim),
		alarm:  newPaint(plain.Foreground(lipgloss.Red)),
		warn:   newPaint(plain.Foreground(lipgloss.Yellow)),
		good:   newPaint(plain.Foreground(lipgloss.Green)),
		live:   newPaint(plain.Foreground(lipgloss.Red).Reverse(true).Bold(true)),
		huh:    func(bool) *huh.Styles { return form },
	}
}

// formStyles is huh's theme without frames, margins and ambiguous arrows.
func formStyles(selector string, strong lipgloss.Style) *huh.Styles {
	plain := lipgloss.NewStyle()
	var t huh.Styles
	f := &t.Focused
	f.FocusedButton = strong.Transform(func(word string) string { return selector + word + "   " })
	f.BlurredButton = plain.Transform(func(word string) string { return "  " + word + "   " })
	t.Blurred = t.Focused
	return &t
}
