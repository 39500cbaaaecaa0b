package tui

import (
	"errors"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/draft"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/text"
)

// newFirst is the choice of what to do: only what works here and now.
func (m *Model) newFirst() *ask {
	q, _ := wizard.QuestionOf("start")
	var options []wizard.Option
	for _, o := range q.Options {
		if o.Value == "resume" {
			left := len(m.entries) + btoi(m.kept != nil)
			if left == 0 {
				continue
			}
			n := itoa(left)
			o.Hint = text.Pair{Ko: text.Of(text.Ko, "ui.unfinished", "n", n), En: text.Of(text.En, "ui.unfinished", "n", n)}
		}
		options = append(options, o)
	}
	start := q.Default
	if m.first != nil {
		start = m.first.current().Text
	}
	return newAsk(m, q, options, flow.Entry{Text: start})
}

// firstTail are the rows below the choice: what is needed, what it can cost.
func (m *Model) firstTail(w int) []string {
	return columns(m.look, w, text.Of(m.lang, "ui.needs"), text.Of(m.lang, "ui.needs_text"),
		text.Of(m.lang, "ui.money"), text.Of(m.lang, "ui.money_text"))
}

func (m *Model) sizeFirst() {
	b := m.firstBox()
	m.first.SetSize(b.w, b.h)
	m.first.SetSize(b.w, min(m.first.height(), m.firstRows(b)))
}

// firstRows are the rows that the choice may have.
func (m *Model) firstRows(b box) int { return max(b.h-1, 3) }

func (m *Model) firstBox() box {
	b := m.lay.whole()
	b.w = min(b.w, 96)
	return b
}

// firstParts are the rows above the form, the form, and the rows below it.
// What explains goes before what is chosen from.
type firstParts struct{ above, form, below []string }

func (m *Model) firstParts() firstParts {
	b := m.firstBox()
	intro := wrap(text.Of(m.lang, "ui.intro"), b.w)
	tail := m.firstTail(b.w)
	p := firstParts{form: splitLines(m.first.formView())}
	rest := b.h - 1 - len(p.form)
	tight := rest < len(tail)+2
	if rest >= len(intro)+len(tail)+3 {
		p.above = append(intro, "")
	}
	p.above = append(p.above, m.look.title.Render(m.first.q.Title.In(m.lang)))
	if !tight {
		p.above = append(p.above, "")
		p.below = []string{""}
	}
	room := max(b.h-len(p.above)-len(p.form)-len(p.below), 0)
	seen := tail[:min(len(tail), room)]
	if len(seen) < len(tail) {
		seen = goesOn(m.look, seen, b.w, m.sign.below)
	}
	p.below = append(p.below, seen...)
	return p
}

func (m *Model) firstView() []string {
	p := m.firstParts()
	return slices.Concat(p.above, p.form, p.below)
}

func (m *Model) pressFirst(k tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(k, m.keys.english):
		return m.switchLanguage()
	case key.Matches(k, m.keys.next):
		return m.start(m.first.current().Text)
	case key.Matches(k, m.keys.actions):
		return m.openPager(func() string { return m.first.q.Title.In(m.lang) }, m.firstHelp)
	}
	m.first.Update(k)
	return nil
}

// firstHelp explains every choice.
func (m *Model) firstHelp(w int) []string {
	var out []string
	for _, o := range m.first.options {
		out = append(out, m.look.strong.Render(fit(o.Label.In(m.lang), w)))
		out = append(out, wrap(o.Hint.In(m.lang), w)...)
		out = append(out, "")
	}
	out = append(out, wrap(m.first.q.Where.In(m.lang), w)...)
	out = append(out, "")
	return append(out, m.firstTail(w)...)
}

// start does what was chosen on the first screen.
func (m *Model) start(choice string) tea.Cmd {
	switch choice {
	case "quick":
		return m.begin(flow.Quick().Speaking(m.lang))
	case "guided":
		return m.begin(flow.Guided().Speaking(m.lang))
	case "golive":
		return m.begin(flow.GoLive().Speaking(m.lang))
	case "lint":
		return m.openDesk()
	case "explain":
		return m.openWords("", m.closeDesk)
	case "resume":
		if m.kept != nil {
			return m.begin(*m.kept)
		}
		m.askResume()
	case "import":
		m.askShare()
	}
	return nil
}

// askResume lists unfinished work: time and channel, never values.
func (m *Model) askResume() {
	q, _ := wizard.QuestionOf("resume")
	var options []wizard.Option
	for _, e := range m.entries {
		when := e.When.Local().Format("2006-01-02 15:04") + "   "
		options = append(options, wizard.Option{Value: e.ID, Label: text.Pair{Ko: when + channelName(e, text.Ko), En: when + channelName(e, text.En)}})
	}
	m.openSide(newAsk(m, q, options, flow.Entry{Text: options[0].Value}), func(e flow.Entry) tea.Cmd { return m.resume(e.Text) })
}

func channelName(e draft.Entry, l text.Lang) string {
	if ch, ok := wizard.ChannelOf(e.Mode, e.Module, e.Type); ok {
		return text.Of(l, modeNames[e.Mode]) + ", " + ch.Label.In(l)
	}
	return string(e.Mode) + ", " + string(e.Module) + ", " + string(e.Type)
}

// askShare takes a share code, as one line.
func (m *Model) askShare() {
	q := wizard.Question{
		ID: "import", Kind: "text",
		Title: pair("ui.share_title"), Help: pair("ui.share_help"), Where: pair("ui.share_where"), Example: "SW1.",
	}
	m.openSide(newAsk(m, q, nil, flow.Entry{}), func(e flow.Entry) tea.Cmd {
		a, err := share.Open(e.Text)
		if err != nil {
			m.side.wrong, m.side.ask.touched = m.shareError(e.Text, err), true
			return nil
		}
		m.side = nil
		return m.begin(flow.Open(a))
	})
}

func pair(id string) text.Pair { return text.Pair{Ko: text.Of(text.Ko, id), En: text.Of(text.En, id)} }

// shareError says what is wrong with a line that is no share code we can read.
func (m *Model) shareError(code string, err error) string {
	switch {
	case !share.Looks(code):
		return text.Of(m.lang, "ui.share_other")
	case errors.Is(err, share.ErrNewer):
		return text.Of(m.lang, "ui.share_newer")
	}
	return text.Of(m.lang, "ui.share_damaged")
}
