package tui

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// tip is one entry of the row of keys. Where not all fit, those with the
// highest rank go first.
type tip struct {
	key, does string
	rank      int
}

// tips draws the row of keys in w cells.
func tips(look styles, w int, all []tip) string {
	for {
		cells, worst := -3, 0
		for i, t := range all {
			cells += width(t.key) + 1 + width(t.does) + 3
			if t.rank >= all[worst].rank {
				worst = i
			}
		}
		if cells <= w || len(all) <= 1 {
			break
		}
		all = append(append([]tip{}, all[:worst]...), all[worst+1:]...)
	}
	parts := make([]string, len(all))
	for i, t := range all {
		parts[i] = look.accent.Render(t.key) + " " + look.dim.Render(t.does)
	}
	return strings.Join(parts, "   ")
}

// crumbs names what was decided, for the header. The mode is a claim until a
// look-up has shown it.
func (m *Model) crumbs() (left, right string) {
	a := m.draft.Answers()
	var parts []string
	if id, ok := modeNames[a.Mode]; ok {
		parts = append(parts, text.Of(m.lang, id)+text.Of(m.lang, "ui.unproven"))
	}
	if id, ok := moduleNames[a.Module]; ok {
		parts = append(parts, text.Of(m.lang, id))
	}
	if id, ok := typeNames[a.Type]; ok {
		parts = append(parts, text.Of(m.lang, id))
	}
	if id, ok := methodNames[wizard.PayMethod(a.Params.Get("pay_method").Text())]; ok {
		parts = append(parts, text.Of(m.lang, id))
	}
	if a.SDK != "" {
		parts = append(parts, strings.ToUpper(string(a.SDK)))
	}
	if ch, ok := wizard.ChannelOf(a.Mode, a.Module, a.Type); ok && ch.MID != "" {
		right = "MID " + ch.MID
	}
	return strings.Join(parts, " > "), right
}

// The short names of decisions. Their full labels stand at the questions.
var (
	modeNames   = map[wizard.Mode]string{wizard.ModeTest: "ui.mode_test"}
	moduleNames = map[wizard.Module]string{wizard.ModuleNew: "ui.module_new"}
	typeNames   = map[wizard.Type]string{wizard.TypeGeneral: "ui.type_general"}
	methodNames = map[wizard.PayMethod]string{wizard.PayCard: "ui.method_card"}
)
