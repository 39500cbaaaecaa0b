package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// after is the screen beside the browser: the page's address, what happened
// there, and what only the shop's server can tell.
type after struct {
	server server
	url    string
	busy   bool
	failed string
	events []testpage.Event
	page   pager
	w      int
}

// maxEvents are kept; the page cannot send more in a run than a person reads.
const maxEvents = 200

func (a *after) add(e testpage.Event) {
	a.events = append(a.events, e)
	if len(a.events) > maxEvents {
		a.events = a.events[1:]
	}
}

func (a *after) size(l layout) {
	b := l.whole()
	a.w, a.page.rows = b.w, max(b.h-2, 1)
	a.page.scroll(0)
}

// result is the last result that came, if any.
func (a *after) result() (testpage.Event, bool) {
	for i := len(a.events) - 1; i >= 0; i-- {
		if a.events[i].Kind == testpage.Result {
			return a.events[i], true
		}
	}
	return testpage.Event{}, false
}

func (m *Model) putAfter(r *rows) {
	b := m.lay.whole()
	b.y = 1 + btoi(m.lay.h >= 30)
	b.h = m.lay.notice - b.y
	head := between(m.look.title.Render(text.Of(m.lang, "ui.after_title")), m.look.dim.Render(text.Of(m.lang, "ui.after_claim")), b.w)
	r.line(b.x, b.y, head)
	r.put(box{b.x, b.y + 1, b.w, 2}, m.addressLines(b.w))
	top := b.y + 3 + btoi(m.lay.airy)
	page := box{b.x, top, b.w, b.y + b.h - top}
	p := m.after.page
	p.lines, p.rows = m.afterLines(b.w), page.h
	p.scroll(0)
	r.put(page, p.lines[p.top:min(p.top+p.rows, len(p.lines))])
}

// addressLines always show where the page is: an opener may open nothing.
func (m *Model) addressLines(w int) []string {
	switch {
	case m.after.failed != "":
		return styled(m.look.alarm, wrap(m.after.failed, w))
	case m.after.busy:
		return []string{m.look.dim.Render(text.Of(m.lang, "ui.starting"))}
	case m.after.url == "":
		return nil
	}
	return append([]string{m.look.dim.Render(text.Of(m.lang, "ui.address"))}, m.look.accent.Render(m.after.url))
}

func (m *Model) afterLines(w int) []string {
	var out []string
	for _, e := range m.after.events {
		if e.Kind == testpage.Listening {
			continue // the address stands above
		}
		at := e.At.In(wizard.Korea).Format("15:04:05")
		out = append(out, labelled(m.look, at, testpage.Say(e, m.lang), w)...)
	}
	e, ok := m.after.result()
	if !ok {
		return append(out, "", m.look.dim.Render(fit(text.Of(m.lang, "ui.waiting"), w)))
	}
	out = append(out, "")
	out = append(out, m.fieldLines(e.Fields, w)...)
	if e.Symptom != "" {
		out = append(out, m.symptomLines(e, w)...)
	}
	if e.Verdict == testpage.VerdictClaimed {
		out = append(out, m.proofLines(w)...)
	}
	return out
}

// fieldLines are the fields as they came.
func (m *Model) fieldLines(fields value.Value, w int) []string {
	var out []string
	for _, f := range fields.Fields() {
		if f.Value.Text() == "" {
			continue
		}
		name := pad(safe.Line(f.Key, 30), 14)
		out = append(out, fit("  "+m.look.dim.Render(name)+"  "+safe.Line(f.Value.Text(), maxLine), w))
	}
	return out
}

// symptomLines explain a known error: cause, what to ask, what to mend.
func (m *Model) symptomLines(e testpage.Event, w int) []string {
	for _, s := range wizard.Symptoms() {
		if s.ID != e.Symptom {
			continue
		}
		sure := "ui.symptom_sure"
		if !e.Sure {
			sure = "ui.symptom_like"
		}
		out := []string{"", m.look.title.Render(fit(s.Title.In(m.lang), w)) + "  " + m.look.dim.Render(text.Of(m.lang, sure))}
		return append(out, columns(m.look, w, text.Of(m.lang, "ui.cause"), s.Cause.In(m.lang),
			text.Of(m.lang, "ui.to_ask"), s.Ask.In(m.lang), text.Of(m.lang, "ui.fix"), s.Fix.In(m.lang))...)
	}
	return nil
}

// proofLines say that only a look-up knows, and what it has to show.
func (m *Model) proofLines(w int) []string {
	out := append([]string{""}, wrap(text.Of(m.lang, "ui.lookup_says"), w)...)
	a := m.draft.Answers()
	for _, p := range handover.Proofs(a) {
		value := safe.Line(p.Value, 60)
		if value == "" {
			value = text.Of(m.lang, "ui.your_own")
		}
		out = append(out, "  "+m.look.dim.Render(pad(p.Field, 14))+"  "+value)
	}
	out = append(out, "")
	return append(out, columns(m.look, w, text.Of(m.lang, "ui.console"), text.Of(m.lang, consoleText[a.Mode]),
		text.Of(m.lang, "ui.money"), m.moneyText(a))...)
}

// consoleText tells where the console shows the payment.
var consoleText = map[wizard.Mode]string{wizard.ModeTest: "ui.console_text", wizard.ModeLive: "ui.console_live"}

// moneyText says what became of the buyer's money if the payment went through.
func (m *Model) moneyText(a wizard.Answers) string {
	id := "ui.paid_text"
	switch {
	case a.Type == wizard.TypeBilling:
		id = "ui.registered_text"
	case a.Mode == wizard.ModeLive:
		id = "ui.paid_live"
	}
	return text.Of(m.lang, id, "amount", thousands(a.Params.Get("amount").Text()))
}

func (m *Model) pressAfter(k tea.KeyPressMsg) tea.Cmd {
	a := &m.after
	switch {
	case key.Matches(k, m.keys.back):
		m.screen = onResult
		m.sizeResult()
		return nil
	case key.Matches(k, m.keys.again):
		if a.server != nil {
			return m.browse()
		}
		return m.serve()
	case key.Matches(k, m.keys.copy):
		return m.copyText(a.url, "ui.the_address")
	case key.Matches(k, m.keys.command):
		return m.copyText(handover.Command(m.draft.Answers(), m.paymentNumber()), "ui.the_lookup")
	case key.Matches(k, m.keys.letters):
		return m.askLetter()
	case key.Matches(k, m.keys.phone):
		return m.showPhone()
	case key.Matches(k, m.keys.edit):
		return m.mendSymptom()
	}
	a.page.lines = m.afterLines(a.w)
	a.page.turn(k, m.keys)
	return nil
}

// mendSymptom goes to the question that mends the error that came.
func (m *Model) mendSymptom() tea.Cmd {
	if e, ok := m.after.result(); ok {
		for _, s := range wizard.Symptoms() {
			if s.ID == e.Symptom && s.Question != "" {
				m.draft = m.draft.Go(s.Question)
				return m.enter()
			}
		}
	}
	m.screen = onResult
	m.sizeResult()
	return m.askEdit()
}

func (m *Model) paymentNumber() string {
	e, _ := m.after.result()
	return e.Fields.Get("imp_uid").Text()
}

func (m *Model) afterTips(t func(string, string, int) tip, quit tip) []tip {
	return []tip{t("A", "ui.key_again", 0), t("C", "ui.key_copy_address", 2), t("V", "ui.key_lookup", 1),
		t("M", "ui.key_letters", 4), t("P", "ui.key_phone", 3), t("E", "ui.key_edit", 2), t("Esc", "ui.key_result", 0), quit}
}

func joined(names []string) string { return strings.Join(names, ", ") }
