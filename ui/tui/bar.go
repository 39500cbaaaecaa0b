package tui

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
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

// crumbs names what was decided, for the header. The mode is a claim until a
// look-up has shown it.
func (m *Model) crumbs(w int) (left, right string) {
	a := m.answers
	mode, module := text.Of(m.lang, modeNames[a.Mode])+text.Of(m.lang, "ui.unproven"), text.Of(m.lang, moduleNames[a.Module])
	kind := text.Of(m.lang, typeNames[a.Type])
	parts := []string{mode, module, kind}
	if id, ok := methodNames[wizard.PayMethod(a.Params.Get("pay_method").Text())]; ok {
		parts = append(parts, text.Of(m.lang, id))
	}
	parts = append(parts, strings.ToUpper(string(a.SDK)))
	for _, fewer := range [][]string{parts, parts[:len(parts)-1], parts[:3], {mode, kind}, {mode}} {
		if left = strings.Join(fewer, " > "); width(left) <= w {
			break
		}
	}
	if ch, ok := wizard.ChannelOf(a.Mode, a.Module, a.Type); ok && ch.MID != "" {
		right = "MID " + ch.MID
	}
	return left, right
}

// The short names of decisions. Their full labels stand at the questions.
var (
	modeNames   = map[wizard.Mode]string{wizard.ModeTest: "ui.mode_test"}
	moduleNames = map[wizard.Module]string{wizard.ModuleNew: "ui.module_new"}
	typeNames   = map[wizard.Type]string{wizard.TypeGeneral: "ui.type_general"}
	methodNames = map[wizard.PayMethod]string{wizard.PayCard: "ui.method_card"}
)
