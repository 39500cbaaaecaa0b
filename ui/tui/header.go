package tui

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// putHeader says what is being made, or on the first screen what this is. In
// live mode the whole row stands out, and its words say so without colour.
func (m *Model) putHeader(r *rows) {
	w := m.lay.w - 2*margin
	if m.begun && m.screen != onFirst && !m.deskOn() {
		if m.live() {
			r.line(0, 0, m.look.live.Render(pad(" "+m.told.header, m.lay.w)))
			return
		}
		r.line(margin, 0, m.told.header)
		return
	}
	name := m.look.strong.Render("smartro-wizard") + " " + m.look.dim.Render(m.world.version)
	r.line(margin, 0, between(name, m.look.dim.Render(text.Of(m.lang, "ui.checked", "day", wizard.Checked)), w))
}

// live reports whether what is being made takes money for good.
func (m *Model) live() bool { return m.begun && m.answers.Mode == wizard.ModeLive }

// crumbLine names what was decided. The test mode is a claim until a look-up
// has shown it.
func (m *Model) crumbLine(w int) string {
	a := m.answers
	mode := text.Of(m.lang, modeNames[a.Mode]) + text.Of(m.lang, "ui.unproven")
	if m.live() {
		mode = m.sign.alert + " " + text.Of(m.lang, "ui.live_short")
	}
	module, kind := text.Of(m.lang, moduleNames[a.Module]), text.Of(m.lang, typeNames[a.Type])
	parts := []string{mode, module, kind}
	if method, ok := a.MethodNamed(); ok {
		parts = append(parts, method.Name.In(m.lang))
	}
	parts = append(parts, strings.ToUpper(string(a.SDK)))
	left := ""
	for _, fewer := range [][]string{parts, parts[:len(parts)-1], parts[:3], {mode, kind}, {mode}} {
		if left = strings.Join(fewer, " > "); width(left) <= w {
			break
		}
	}
	right := ""
	if ch, ok := wizard.ChannelOf(a.Mode, a.Module, a.Type); ok && ch.MID != "" {
		right = "MID " + ch.MID
	}
	if m.live() {
		return between(left, right, w) // one look for the row
	}
	return between(m.look.accent.Render(left), m.look.dim.Render(right), w)
}

// The short names of decisions. Their full labels stand at the questions.
var (
	modeNames   = map[wizard.Mode]string{wizard.ModeTest: "ui.mode_test", wizard.ModeLive: "ui.mode_live"}
	moduleNames = map[wizard.Module]string{wizard.ModuleNew: "ui.module_new", wizard.ModuleOld: "ui.module_old"}
	typeNames   = map[wizard.Type]string{
		wizard.TypeGeneral: "ui.type_general", wizard.TypeEscrow: "ui.type_escrow", wizard.TypeBilling: "ui.type_billing",
		wizard.TypeOverseas: "ui.type_overseas", wizard.TypeAPIKeyin: "ui.type_keyin", wizard.TypeAPIRecurring: "ui.type_recurring",
	}
)
