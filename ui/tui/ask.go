package tui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// ask is one question on the screen: its words and a form for the answer. It
// holds what stands in the form and knows nothing of the draft.
type ask struct {
	q       wizard.Question
	options []wizard.Option
	entry   flow.Entry
	touched bool // something was done here, so an empty field may be spoken of
	chosen  bool // of a select without a default: one was picked
	cursor  int  // of a list with ticks

	lang text.Lang
	keys keyMap
	look styles
	sign glyphs
	mask bool
	fill []string // placeholders of the words

	w, rows int // of the form
	box     box
	above   []string
	page    page
	key     string
	picked  []string
	yes     bool
	form    *huh.Form
	field   *field
}

// newAsk builds a question. Items of a checklist come as options.
func newAsk(m *Model, q wizard.Question, options []wizard.Option, e flow.Entry) *ask {
	a := &ask{q: q, options: options, entry: e, lang: m.lang, keys: m.keys, look: m.look, sign: m.sign, mask: m.mask}
	a.key, a.picked, a.yes = e.Text, slices.Clone(e.Picked), e.Text == "true"
	a.chosen = e.Text != "" && slices.ContainsFunc(options, func(o wizard.Option) bool { return o.Value == e.Text })
	a.touched = e.Text != ""
	if q.Kind == "text" || q.Kind == "number" || q.Kind == "days" {
		a.field = newField(e.Text, q.Example, a.sign.pointer, a.keys, a.look)
		a.field.line.SetMask(a.mask)
	}
	return a
}

// itemOptions are the lines of a checklist as options.
func itemOptions(items []wizard.Item) []wizard.Option {
	out := make([]wizard.Option, len(items))
	for i, it := range items {
		out[i] = wizard.Option{Value: it.ID, Label: it.Text}
	}
	return out
}

// typing reports whether letters are text here and no keys.
func (a *ask) typing() bool { return a.field != nil }

// ticks reports whether the answer is a set.
func (a *ask) ticks() bool { return a.q.Kind == "multi" || a.q.Kind == "checklist" }

// SetSize builds the form anew for a width and the most rows that it may have.
// A form is cheap, and one that was clipped once never grows back.
func (a *ask) SetSize(w, rows int) {
	a.w, a.rows = w, max(rows, 1)
	a.build()
}

// build fills a list last: huh draws it at every step of the making, and the
// first frame waits for that.
func (a *ask) build() {
	theme, rows := a.look.huh, min(a.height(), a.rows)
	var f huh.Field
	fill := func() {}
	switch {
	case a.field != nil:
		f = a.field
	case a.ticks():
		list := huh.NewMultiSelect[string]().Filterable(false)
		f, fill = list, func() { list.Options(a.huhOptions(6)...).Value(&a.picked).Height(rows) }
	case a.q.Kind == "confirm":
		f = huh.NewConfirm().Affirmative(text.Of(a.lang, "ui.yes")).Negative(text.Of(a.lang, "ui.no")).
			Value(&a.yes).WithButtonAlignment(0)
	default:
		if !a.chosen {
			theme = a.look.unset
		}
		list := huh.NewSelect[string]()
		f, fill = list, func() { list.Options(a.huhOptions(2)...).Value(&a.key).Height(rows) }
	}
	f.WithTheme(theme) // a field without one works out huh's own at every step
	a.form = huh.NewForm(huh.NewGroup(f)).WithShowHelp(false).WithShowErrors(false).
		WithTheme(theme).WithKeyMap(a.keys.huh()).WithWidth(a.w).WithHeight(rows)
	fill()
	a.form.Init()
	if a.ticks() {
		a.restoreCursor()
	}
}

// restoreCursor goes back to the line of a list with ticks where the person
// was: huh begins such a list at the first tick.
func (a *ask) restoreCursor() {
	a.form.Update(tea.KeyPressMsg{Code: tea.KeyHome})
	for range a.cursor {
		a.form.Update(tea.KeyPressMsg{Code: tea.KeyDown})
	}
}

// height is the number of rows that the whole form wants.
func (a *ask) height() int {
	if a.field != nil || a.q.Kind == "confirm" {
		return 1
	}
	n := 0
	for _, o := range a.huhOptions(a.indent()) {
		n += 1 + countLines(o.Key)
	}
	return n
}

func (a *ask) indent() int {
	if a.ticks() {
		return 6
	}
	return 2
}

// Update hands a key or a paste to the form and reports whether the answer changed.
func (a *ask) Update(msg tea.Msg) bool {
	before := a.current()
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if a.beginChoice(msg) {
			return true
		}
		a.moveCursor(msg)
	case tea.PasteMsg:
		if a.field == nil {
			return false // a paste is data and presses no button
		}
	}
	a.form.Update(msg)
	now := a.current()
	if now.Text == before.Text && slices.Equal(now.Picked, before.Picked) {
		return false
	}
	a.touched, a.entry = true, now
	if a.field == nil {
		a.page = a.arrange(a.box, a.above) // the help may be the hint of the option
	}
	return true
}

// beginChoice lets the first arrow pick the first option where nothing was chosen.
func (a *ask) beginChoice(msg tea.KeyPressMsg) bool {
	if a.q.Kind != "select" || a.chosen || !key.Matches(msg, a.keys.up, a.keys.down) {
		return false
	}
	a.chosen, a.touched = true, true
	a.key = a.options[0].Value
	if key.Matches(msg, a.keys.up) {
		a.key = a.options[len(a.options)-1].Value
	}
	a.build()
	a.entry = a.current()
	return true
}

func (a *ask) moveCursor(msg tea.KeyPressMsg) {
	switch {
	case !a.ticks():
	case key.Matches(msg, a.keys.up):
		a.cursor = max(a.cursor-1, 0)
	case key.Matches(msg, a.keys.down):
		a.cursor = min(a.cursor+1, len(a.options)-1)
	case key.Matches(msg, a.keys.top):
		a.cursor = 0
	case key.Matches(msg, a.keys.end):
		a.cursor = len(a.options) - 1
	}
}

// current is what stands in the form.
func (a *ask) current() flow.Entry {
	switch {
	case a.field != nil:
		return flow.Entry{Text: a.field.line.Value()}
	case a.ticks():
		return flow.Entry{Picked: slices.Clone(a.picked)}
	case a.q.Kind == "confirm":
		if a.yes {
			return flow.Entry{Text: "true"}
		}
		return flow.Entry{Text: "false"}
	case !a.chosen:
		return flow.Entry{}
	}
	return flow.Entry{Text: a.key}
}

// Put replaces the answer from outside, as a mend does; in a field it can be undone.
func (a *ask) Put(e flow.Entry) {
	a.entry, a.touched = e, true
	a.key, a.picked, a.yes = e.Text, slices.Clone(e.Picked), e.Text == "true"
	if a.field != nil {
		a.field.line.Replace(e.Text)
	}
	a.build()
}

// hovered is the option under the cursor.
func (a *ask) hovered() (wizard.Option, bool) {
	at := a.cursor
	if a.q.Kind == "select" {
		at = slices.IndexFunc(a.options, func(o wizard.Option) bool { return a.chosen && o.Value == a.key })
	}
	if a.field != nil || at < 0 || at >= len(a.options) {
		return wizard.Option{}, false
	}
	return a.options[at], true
}
