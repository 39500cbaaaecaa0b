package tui

import (
	"slices"
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
	turned bool // the person turned the page, so it follows no event
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

// sent reports whether a window was called with the order number.
func (a *after) sent(order string) bool {
	return slices.ContainsFunc(a.events, func(e testpage.Event) bool { return e.Kind == testpage.Window && e.MerchantUID == order })
}

func (m *Model) putAfter(r *rows) {
	b := m.lay.whole()
	b.y = 1 + btoi(m.lay.h >= 30)
	b.h = m.lay.notice - b.y
	head := between(m.look.title.Render(text.Of(m.lang, "ui.after_title")), m.look.dim.Render(text.Of(m.lang, "ui.after_claim")), b.w)
	r.line(b.x, b.y, head)
	address := m.addressLines(b.w)
	r.put(box{b.x, b.y + 1, b.w, len(address)}, address)
	top := b.y + 1 + len(address) + btoi(m.lay.airy)
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
	url := m.look.accent.Render(m.after.url)
	if label := text.Of(m.lang, "ui.address_short") + "  "; width(label+m.after.url) > w {
		return styled(m.look.accent, wrap(m.after.url, w)) // it has to be whole
	} else if m.after.opened() || w < 60 {
		return []string{m.look.dim.Render(label) + url}
	}
	return append(styled(m.look.dim, wrap(text.Of(m.lang, "ui.address"), w)), url)
}

// opened reports whether a browser has the page.
func (a *after) opened() bool {
	return slices.ContainsFunc(a.events, func(e testpage.Event) bool { return e.Kind == testpage.Page })
}

func (m *Model) afterLines(w int) []string {
	out, _ := m.eventLines(w)
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

// eventLines are what happened, and the line in which the last event begins.
func (m *Model) eventLines(w int) (out []string, last int) {
	for _, e := range m.after.events {
		if e.Kind == testpage.Listening {
			continue // the address stands above
		}
		last = len(out)
		out = append(out, labelled(m.look, e.At.In(wizard.Korea).Format("15:04:05"), testpage.Say(e, m.lang), w)...)
	}
	return out, last
}

// follow turns to the event that came where the screen has no room for all.
func (m *Model) follow() {
	if m.after.turned || len(m.after.events) == 0 {
		return
	}
	p := &m.after.page
	p.lines = m.afterLines(m.after.w)
	_, last := m.eventLines(m.after.w)
	p.top = 0
	p.scroll(last)
}

// fieldLines are the fields as they came.
func (m *Model) fieldLines(fields value.Value, w int) []string {
	const name = 16
	var out []string
	for _, f := range fields.Fields() {
		if f.Value.Text() == "" {
			continue
		}
		lead := "  " + m.look.dim.Render(pad(safe.Line(f.Key, 30), name-2)) + "  "
		lines := wrap(safe.Line(f.Value.Text(), maxLine), max(w-name-2, 8))
		if (f.Key == "merchant_uid" || f.Key == "paymentId") && m.after.sent(f.Value.Text()) && len(lines) == 1 {
			if same := m.look.good.Render(text.Of(m.lang, "ui.same_order")); name+width(lines[0])+2+width(same) <= w {
				lines[0] += "  " + same
			} else {
				lines = append(lines, same)
			}
		}
		for _, line := range lines {
			out = append(out, fit(lead+line, w))
			lead = blanks(name + 2)
		}
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
	out = append(out, m.proofTable(handover.Proofs(a), w)...)
	out = append(out, "")
	return append(out, columns(m.look, w, text.Of(m.lang, "ui.money"), m.moneyText(a),
		text.Of(m.lang, "ui.console"), text.Of(m.lang, consoleText[a.Mode]))...)
}

// proofTable sets what the look-up has to show in two columns where they fit.
func (m *Model) proofTable(proofs []handover.Proof, w int) []string {
	const column = 38
	name := 14
	for _, p := range proofs {
		name = max(name, width(p.Field))
	}
	cells := make([]string, len(proofs))
	fit := w >= 2*column
	for i, p := range proofs {
		value := safe.Line(p.Value, 60)
		if value == "" {
			value = text.Of(m.lang, "ui.your_own")
		}
		cells[i] = "  " + m.look.dim.Render(pad(p.Field, name)) + "  " + value
		fit = fit && width(cells[i]) < column
	}
	if !fit {
		return cells
	}
	var out []string
	for i := 0; i < len(cells); i += 2 {
		line := cells[i]
		if i+1 < len(cells) {
			line += blanks(column-width(line)) + cells[i+1]
		}
		out = append(out, line)
	}
	return out
}

// consoleText tells where the console shows the payment.
var consoleText = map[wizard.Mode]string{wizard.ModeTest: "ui.console_text", wizard.ModeLive: "ui.console_live"}

// usdTexts are said instead where the amount is in cents of a dollar.
var usdTexts = map[string]string{"ui.paid_text": "ui.paid_text_usd", "ui.paid_live": "ui.paid_live_usd"}

// moneyText says what became of the buyer's money if the payment went through.
func (m *Model) moneyText(a wizard.Answers) string {
	id := "ui.paid_text"
	switch {
	case a.Type == wizard.TypeBilling:
		id = "ui.registered_text"
	case a.Mode == wizard.ModeLive:
		id = "ui.paid_live"
	}
	if usd := usdTexts[id]; usd != "" && testpage.Dollars(a) {
		id = usd
	}
	return text.Of(m.lang, id, "amount", testpage.AmountOf(a))
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
		e, _ := m.after.result()
		return m.copyText(testpage.LookUp(m.draft.Answers(), e.Fields), "ui.the_lookup")
	case key.Matches(k, m.keys.letters):
		return m.askLetter()
	case key.Matches(k, m.keys.phone):
		return m.showPhone()
	case key.Matches(k, m.keys.edit):
		return m.mendSymptom()
	case key.Matches(k, m.keys.words):
		return m.explainPage()
	}
	a.page.lines, a.turned = m.afterLines(a.w), true
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

func (m *Model) afterTips(t func(string, string, int) tip, quit tip) []tip {
	wrong := []tip{}
	if m.errorSaid() != "" {
		wrong = append(wrong, t("X", "desk.key_words", 0))
	}
	return append(wrong, t("A", "ui.key_again", 0), t("C", "ui.key_copy_address", 2), t("V", "ui.key_lookup", 1),
		t("M", "ui.key_letters", 4), t("P", "ui.key_phone", 3), t("E", "ui.key_edit", 2), t("Esc", "ui.key_result", 0), quit)
}

func listed(names []string) string { return strings.Join(names, ", ") }
