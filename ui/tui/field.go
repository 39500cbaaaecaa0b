package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"smartro-wizard/ui/lineedit"
)

// field is lineedit as a huh.Field. Huh's own input draws its cursor and
// counts runes, so Hangul would be composed in the wrong cell. It checks
// nothing: what is wrong with a value is shown beside it and never holds the
// person in the field.
type field struct {
	alone
	line    lineedit.Line
	example string
	keys    keyMap
	look    styles
	prompt  string
	width   int
	focused bool
	cleaned lineedit.Cleaned // what the last paste took
}

func newField(value, example, prompt string, keys keyMap, look styles) *field {
	f := &field{example: example, keys: keys, look: look, prompt: prompt}
	f.line.SetValue(value)
	return f
}

func (f *field) Init() tea.Cmd { return nil }

func (f *field) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		f.cleaned = f.line.Paste(msg.Content)
	case tea.KeyPressMsg:
		f.press(msg)
	}
	return f, nil
}

func (f *field) press(msg tea.KeyPressMsg) {
	k, l := f.keys, &f.line
	for _, b := range []struct {
		key key.Binding
		do  func()
	}{
		{k.lineStart, l.Home}, {k.lineEnd, l.End}, {k.erase, l.Backspace}, {k.deleteNext, l.Delete},
		{k.cutWord, l.CutWord}, {k.cutBefore, l.CutBefore}, {k.cutAfter, l.CutAfter},
		{k.undo, func() { l.Undo() }},
	} {
		if key.Matches(msg, b.key) {
			b.do()
			return
		}
	}
	switch {
	case msg.Code == tea.KeyLeft:
		l.Left()
	case msg.Code == tea.KeyRight:
		l.Right()
	case msg.Text != "" && !msg.Mod.Contains(tea.ModCtrl) && !msg.Mod.Contains(tea.ModAlt):
		l.Type(msg.Text)
	}
}

func (f *field) View() string {
	out := f.look.strong.Render(f.prompt) + " " + f.line.View(f.focused)
	if f.line.Value() == "" && f.example != "" {
		out += f.look.dim.Render(fit(f.example, f.width-3))
	}
	return out
}

func (f *field) Focus() tea.Cmd { f.focused = true; return nil }
func (f *field) Blur() tea.Cmd  { f.focused = false; return nil }

func (f *field) WithWidth(w int) huh.Field {
	f.width = w
	f.line.SetWidth(w - 2)
	return f
}

func (f *field) WithTheme(huh.Theme) huh.Field            { return f }
func (f *field) WithKeyMap(*huh.KeyMap) huh.Field         { return f }
func (f *field) WithHeight(int) huh.Field                 { return f }
func (f *field) WithPosition(huh.FieldPosition) huh.Field { return f }
func (f *field) GetValue() any                            { return f.line.Value() }
