package tui

import (
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// styles are the looks of the whole screen: the sixteen ANSI colours, so that
// the person's own palette decides, and one accent.
type styles struct {
	title  lipgloss.Style // what is asked
	accent lipgloss.Style // where the person is
	strong lipgloss.Style // the accent, bold
	dim    lipgloss.Style // what can be read later
	alarm  lipgloss.Style // errors
	warn   lipgloss.Style // warnings
	good   lipgloss.Style // what is proved
	huh    huh.ThemeFunc  // for forms
	unset  huh.ThemeFunc  // for a select in which nothing was chosen yet
}

func newStyles(g glyphs) styles {
	plain := lipgloss.NewStyle()
	accent := plain.Foreground(lipgloss.Cyan)
	s := styles{
		title:  plain.Bold(true),
		accent: accent,
		strong: accent.Bold(true),
		dim:    plain.Foreground(lipgloss.BrightBlack),
		alarm:  plain.Foreground(lipgloss.Red),
		warn:   plain.Foreground(lipgloss.Yellow),
		good:   plain.Foreground(lipgloss.Green),
	}
	chosen := s.form(g, g.pointer+" ", s.strong)
	unset := s.form(g, "  ", plain)
	s.huh = func(bool) *huh.Styles { return chosen }
	s.unset = func(bool) *huh.Styles { return unset }
	return s
}

// form is huh's theme without frames, margins and ambiguous arrows.
func (s styles) form(g glyphs, selector string, chosen lipgloss.Style) *huh.Styles {
	plain := lipgloss.NewStyle()
	var t huh.Styles
	f := &t.Focused
	f.SelectSelector = s.strong.SetString(selector)
	f.MultiSelectSelector = s.strong.SetString(selector)
	f.SelectedOption, f.UnselectedOption, f.Option = chosen, plain, plain
	f.SelectedPrefix = s.strong.SetString(g.on + " ")
	f.UnselectedPrefix = s.dim.SetString(g.off + " ")
	f.FocusedButton = s.strong.Transform(func(word string) string { return selector + word + "   " })
	f.BlurredButton = plain.Transform(func(word string) string { return "  " + word + "   " })
	t.Blurred = t.Focused
	return &t
}
