package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// openWindow is the way to the payment window: what is missing is asked, then
// once for each key where it came from, then whether to open now.
func (m *Model) openWindow() tea.Cmd {
	a := m.draft.Answers()
	asked := "user_code"
	if a.SDK == wizard.V2 {
		asked = "store_id"
	}
	for _, missing := range []struct {
		is bool
		id string
	}{{a.Account() == "", asked}, {a.Params.Get("channelKey").Text() == "", "channel_key"}} {
		if missing.is {
			m.draft = m.draft.Go(missing.id)
			cmd := m.enter()
			m.say(text.Of(m.lang, "ui.needed_to_open"), false)
			return cmd
		}
	}
	switch {
	case a.Mode == wizard.ModeLive:
		m.askLive()
	case m.draft.Entry("test_key_check").Text != testpage.FromTest:
		m.askKeyFrom()
	default:
		m.askOpen()
	}
	return nil
}

// webhook says whose server hears of the payment.
func webhook(a wizard.Answers, l text.Lang) string {
	if own := testpage.Notice(a); own != "" {
		return text.Of(l, "page.webhook_own", "url", safe.Line(own, 200))
	}
	if a.Mode == wizard.ModeLive {
		return text.Of(l, "page.webhook_live")
	}
	return text.Of(l, "page.webhook_test")
}

// opening is a question before the window, which says what it takes.
func (m *Model) opening(id string, a wizard.Answers) wizard.Question {
	q, _ := m.draft.Question(id)
	if testpage.Dollars(a) {
		q.Help = text.Pair{Ko: text.Of(text.Ko, "ui."+id+"_usd"), En: text.Of(text.En, "ui."+id+"_usd")}
	}
	return q
}

// askLive wants the merchant code once more, typed by hand: who pastes has
// not read. Before it stands what the payment costs and who hears of it.
func (m *Model) askLive() {
	a := m.draft.Answers()
	q := m.opening("open_live", a)
	q.Help = text.Pair{Ko: q.Help.Ko + " " + webhook(a, text.Ko), En: q.Help.En + " " + webhook(a, text.En)}
	ask := newAsk(m, q, nil, flow.Entry{})
	ask.fill = []string{"amount", testpage.AmountOf(a)}
	m.openSide(ask, func(e flow.Entry) tea.Cmd {
		if !testpage.Confirms(a, e.Text) {
			m.side.wrong, m.side.ask.touched = text.Of(m.lang, otherName[a.SDK == wizard.V2]), true
			return nil
		}
		m.side = nil
		m.typedCode = e.Text
		return m.serve()
	})
	m.side.byHand = true
	if !m.mask {
		m.side.above = []string{m.look.dim.Render(liveName(a, m.lang)) + "  " + m.look.strong.Render(safe.Line(a.Account(), 60)), ""}
		m.sizeSide()
	}
}

// otherName says that something else was typed, by whether it is V2.
var otherName = map[bool]string{false: "ui.live_other", true: "ui.live_other_store"}

// liveName is what is typed by hand.
func liveName(a wizard.Answers, l text.Lang) string {
	if a.SDK == wizard.V2 {
		return text.Of(l, "ui.live_store")
	}
	return text.Of(l, "ui.live_code")
}

// askKeyFrom asks for the console list of the key: the key itself does not
// tell test from live.
func (m *Model) askKeyFrom() {
	q, _ := wizard.QuestionOf("test_key_check")
	m.openSide(newAsk(m, q, q.Options, flow.Entry{}), func(e flow.Entry) tea.Cmd {
		m.draft = m.draft.With("test_key_check", e)
		m.side = nil
		switch e.Text {
		case testpage.FromTest:
			m.askOpen()
		case testpage.FromLive:
			return tea.Batch(m.goLive(), m.save())
		default:
			return m.openPager(m.name("ui.unsure_title"), m.sentence("ui.unsure_text"))
		}
		return m.save()
	})
}

// goLive takes the person at their word: a key of the live list makes a live
// payment. Whatever live mode asks for besides comes next; nothing is opened.
func (m *Model) goLive() tea.Cmd {
	m.draft = m.draft.With("mode", flow.Entry{Text: string(wizard.ModeLive)}).Go("mode")
	m.draft, _ = m.draft.Next()
	cmd := m.enter()
	m.say(text.Of(m.lang, "ui.now_live"), true)
	return cmd
}

func (m *Model) sentence(id string) func(int) []string {
	return func(w int) []string { return plainLines(text.Of(m.lang, id), w) }
}

func (m *Model) askOpen() {
	a := m.draft.Answers()
	q := m.opening("open_test", a)
	q.Help = text.Pair{Ko: q.Help.Ko + " " + webhook(a, text.Ko), En: q.Help.En + " " + webhook(a, text.En)}
	if lateEvening(m.world.now().In(wizard.Korea).Hour()) {
		q.Help = text.Pair{Ko: q.Help.Ko + " " + text.Of(text.Ko, "ui.late_evening"), En: q.Help.En + " " + text.Of(text.En, "ui.late_evening")}
	}
	ask := newAsk(m, q, nil, flow.Entry{Text: q.Default})
	ask.fill = []string{"amount", testpage.AmountOf(a)}
	m.openSide(ask, func(e flow.Entry) tea.Cmd {
		m.side = nil
		if e.Text != "true" {
			return nil
		}
		return m.serve()
	})
}

// lateEvening is when today's automatic cancelling runs or is over.
func lateEvening(hour int) bool { return hour == 23 }

// server is a running test page.
type server interface {
	URL() string
	Door() (string, error)
	Events() <-chan testpage.Event
	Close() error
}

// servedMsg says what became of starting the test page.
type servedMsg struct {
	server server
	err    error
}

func (m *Model) serve() tea.Cmd {
	m.screen = onAfter
	if m.after.server != nil {
		return m.browse()
	}
	m.after = after{busy: true}
	m.after.size(m.lay)
	w, a, lang, typed := m.world, m.draft.Answers(), m.lang, m.typedCode
	m.typedCode = ""
	return func() tea.Msg {
		s, err := w.serve(w.ctx, testpage.Options{Answers: a, Lang: lang, KeyFrom: testpage.FromTest, Typed: typed, Now: w.now, Rand: w.rand})
		return servedMsg{s, err}
	}
}

func (s servedMsg) to(m *Model) tea.Cmd {
	m.after.busy = false
	if s.err != nil {
		m.after.failed = m.serveError(s.err)
		return nil
	}
	m.after.server, m.after.url = s.server, s.server.URL()
	return tea.Batch(m.browse(), listen(s.server))
}

// closePage lets a test page go whose answers are no longer these.
func (m *Model) closePage() tea.Cmd {
	s := m.after.server
	m.after = after{}
	if s == nil {
		return nil
	}
	return func() tea.Msg {
		_ = s.Close()
		return nil
	}
}

func (m *Model) serveError(err error) string {
	var missing *testpage.MissingError
	if errors.As(err, &missing) {
		return text.Of(m.lang, "ui.serve_missing", "names", listed(missing.Names))
	}
	var broken *testpage.BrokenError
	if errors.As(err, &broken) {
		return safe.Line(broken.Findings[0].Message, maxNotice)
	}
	if errors.Is(err, testpage.ErrMode) {
		return text.Of(m.lang, "ui.no_window")
	}
	return text.Of(m.lang, "ui.serve_failed", "why", m.why(err))
}

// openedMsg says whether a browser could be asked to open the page.
type openedMsg struct{ err error }

// browse opens the page through an address that works once: what stands in
// the arguments of a program can be read by others on the machine.
func (m *Model) browse() tea.Cmd {
	ctx, open, s := m.world.ctx, m.world.open, m.after.server
	return func() tea.Msg {
		door, err := s.Door()
		if err != nil {
			return openedMsg{err}
		}
		return openedMsg{open(ctx, door)}
	}
}

func (o openedMsg) to(m *Model) tea.Cmd {
	if o.err != nil {
		m.say(text.Of(m.lang, "ui.no_browser"), true)
	}
	return nil
}

// eventMsg is one event of the test page; over is its end.
type eventMsg struct {
	event testpage.Event
	over  bool
	from  server
}

func listen(s server) tea.Cmd {
	return func() tea.Msg {
		e, ok := <-s.Events()
		return eventMsg{e, !ok, s}
	}
}

func (e eventMsg) to(m *Model) tea.Cmd {
	if e.from != m.after.server {
		return nil
	}
	if e.over {
		m.after.server = nil
		return nil
	}
	m.after.add(e.event)
	m.follow()
	var seen tea.Cmd
	switch {
	case e.event.Kind == testpage.Window:
		seen = m.prove(rungOpened)
	case e.event.Kind == testpage.Result && e.event.Verdict == testpage.VerdictClaimed && e.event.Via == testpage.ViaCallback:
		seen = m.prove(rungPC)
	case e.event.Kind == testpage.Result && e.event.Verdict == testpage.VerdictClaimed && e.event.Via == testpage.ViaRedirect:
		seen = m.prove(rungPhone)
	}
	return tea.Batch(seen, listen(e.from))
}
