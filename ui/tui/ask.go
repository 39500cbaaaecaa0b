package tui

import (
	"slices"

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

	lang   text.Lang
	keys   keyMap
	look   styles
	sign   glyphs
	mask   bool
	fill   []string  // placeholders of the words
	mid    text.Pair // which MID the channel has and why, where that is the subject
	letter string    // what comes of the answer, to be sent on

	wrapped map[wrapping][]string

	before, after []entryLine // fields of the same form

	w, rows int // of the form
	box     box
	above   []string
	page    page
	yes     bool // of a confirm
	form    *huh.Form
	field   *field // of a text
	list    *list  // of a choice
}

// newAsk builds a question. Items of a checklist come as options.
func newAsk(m *Model, q wizard.Question, options []wizard.Option, e flow.Entry) *ask {
	a := &ask{q: q, options: options, entry: e, lang: m.lang, keys: m.keys, look: m.look, sign: m.sign, mask: m.mask}
	a.yes, a.touched = e.Text == "true", e.Text != ""
	switch q.Kind {
	case "confirm", "note":
	case "select", "multi", "checklist":
		a.list = a.newList(e)
	default:
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

func (a *ask) build() {
	theme, rows := a.look.huh, min(a.height(), a.rows)
	var f huh.Field
	switch {
	case a.field != nil:
		f = a.field
	case a.list != nil:
		a.list.options, a.list.w, a.list.rows, a.list.top = a.optionLines(), a.w, rows, 0
		a.list.move(a.list.at)
		f = a.list
	default:
		f = huh.NewConfirm().Affirmative(text.Of(a.lang, "ui.yes")).Negative(text.Of(a.lang, "ui.no")).
			Value(&a.yes).WithButtonAlignment(0)
	}
	f.WithTheme(theme) // a field without one works out huh's own at every step
	a.form = huh.NewForm(huh.NewGroup(f)).WithShowHelp(false).WithShowErrors(false).
		WithTheme(theme).WithKeyMap(a.keys.huh()).WithWidth(a.w).WithHeight(rows)
	a.form.Init()
}

// formView draws the form. Huh keeps what it drew after the last key, and the
// mouse is none, so our own fields draw themselves.
func (a *ask) formView() string {
	switch {
	case a.q.Kind == "note":
		return "" // there is nothing to answer
	case a.list != nil:
		return a.list.View()
	case a.field != nil:
		return a.field.View()
	}
	return a.form.View()
}

// height is the number of rows that the whole form wants.
func (a *ask) height() int {
	switch {
	case a.q.Kind == "note":
		return 0 // there is nothing to answer
	case a.list == nil:
		return 1
	}
	n := 0
	for _, lines := range a.optionLines() {
		n += len(lines)
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
	if _, paste := msg.(tea.PasteMsg); paste && a.field == nil {
		return false // a paste is data and presses no button
	}
	before := a.current()
	a.form.Update(msg)
	return a.took(before)
}

// took notes what became of the answer.
func (a *ask) took(before flow.Entry) bool {
	if a.field == nil {
		a.page = a.arrange(a.box, a.above) // the help may be the hint of the option
	}
	now := a.current()
	if now.Text == before.Text && slices.Equal(now.Picked, before.Picked) {
		return false
	}
	a.touched, a.entry = true, now
	return true
}

// current is what stands in the form.
func (a *ask) current() flow.Entry {
	switch {
	case a.field != nil:
		return flow.Entry{Text: a.field.line.Value()}
	case a.ticks():
		return flow.Entry{Picked: a.list.picked(a.values())}
	case a.q.Kind == "note":
		return a.entry
	case a.q.Kind == "confirm":
		if a.yes {
			return flow.Entry{Text: "true"}
		}
		return flow.Entry{Text: "false"}
	case a.list.at < 0:
		return flow.Entry{}
	}
	return flow.Entry{Text: a.options[a.list.at].Value}
}

// Put replaces the answer from outside, as a mend does; in a field it can be undone.
func (a *ask) Put(e flow.Entry) {
	a.entry, a.touched = e, true
	a.yes = e.Text == "true"
	switch {
	case a.field != nil:
		a.field.line.Replace(e.Text)
	case a.list != nil:
		a.list = a.newList(e)
	}
	a.build()
}

// hovered is the option under the cursor.
func (a *ask) hovered() (wizard.Option, bool) {
	if a.list == nil || a.list.at < 0 || a.list.at >= len(a.options) {
		return wizard.Option{}, false
	}
	return a.options[a.list.at], true
}

func (a *ask) values() []string {
	out := make([]string, len(a.options))
	for i, o := range a.options {
		out[i] = o.Value
	}
	return out
}

// newList begins at the entry: of one choice at what was chosen, at nothing
// where nothing was.
func (a *ask) newList(e flow.Entry) *list {
	l := &list{keys: a.keys, look: a.look, sign: a.sign}
	values := a.values()
	if !a.ticks() {
		l.at = slices.Index(values, e.Text)
		return l
	}
	l.on = make([]bool, len(values))
	for i, v := range values {
		l.on[i] = slices.Contains(e.Picked, v)
	}
	return l
}
