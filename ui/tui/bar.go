package tui

import (
	"slices"
	"strings"
)

// tip is one entry of the row of keys. Where not all fit, short takes the
// place of does, and then those with the highest rank go first.
type tip struct {
	key, does string
	rank      int
	short     string
}

const tipGap = 3

func (t tip) cells() int { return width(t.key) + 1 + width(t.does) + tipGap }

// tips draws the row of keys in w cells.
func tips(look styles, w int, all []tip) string {
	all = fitting(all, w+tipGap)
	parts := make([]string, len(all))
	for i, t := range all {
		parts[i] = look.accent.Render(t.key) + " " + look.dim.Render(t.does)
	}
	return strings.Join(parts, "   ")
}

// fitting is as much of the row as fits.
func fitting(all []tip, w int) []tip {
	cells := func() (n int) {
		for _, t := range all {
			n += t.cells()
		}
		return n
	}
	if cells() > w {
		all = slices.Clone(all)
		for i, t := range all {
			if t.short != "" {
				all[i].does = t.short
			}
		}
	}
	for cells() > w && len(all) > 1 {
		worst := 0
		for i, t := range all {
			if t.rank >= all[worst].rank {
				worst = i
			}
		}
		all = slices.Delete(slices.Clone(all), worst, worst+1)
	}
	return all
}
