package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/caret"
	"smartro-wizard/wizard/text"
)

// View draws the screen and sets the real cursor where the caret's mark stands.
func (m *Model) View() tea.View {
	v := tea.View{AltScreen: true, WindowTitle: text.Of(m.lang, "ui.window_title")}
	v.MouseMode = m.mouseMode()
	v.KeyboardEnhancements.ReportAlternateKeys = true // Ctrl keys work in a Hangul layout
	content, pos := caret.Extract(m.content())
	v.SetContent(content)
	if pos != nil {
		v.Cursor = tea.NewCursor(pos.X, pos.Y)
		v.Cursor.Shape = tea.CursorBar
		v.Cursor.Blink = false
	}
	return v
}

func (m *Model) content() string {
	if m.lay.tiny {
		return m.tinyView()
	}
	r := newRows(m.lay.w, m.lay.h)
	m.putHeader(r)
	switch {
	case m.pager != nil:
		b := m.lay.whole()
		r.put(b, m.pager.view(m.look, m.sign, b.w))
	case m.side != nil:
		r.put(m.sideBox(), m.sideView())
	case m.deskOn():
		m.putDesk(r)
	case m.screen == onFirst:
		r.put(m.firstBox(), m.firstView())
	case m.screen == onAsk:
		m.putAsk(r)
	case m.screen == onResult:
		m.putResult(r)
	default:
		m.putAfter(r)
	}
	notice := m.noticeRows(m.lay.w - 2*margin)
	r.clear(m.lay.footer-len(notice), len(notice))
	r.put(box{margin, m.lay.footer - len(notice), m.lay.w - 2*margin, len(notice)}, notice)
	r.line(margin, m.lay.footer, m.footer())
	return r.String()
}

func (m *Model) putAsk(r *rows) {
	if m.lay.wide {
		r.put(m.lay.stages, m.told.stages)
		r.put(m.lay.body, m.ask.view(m.problems))
	} else {
		r.put(m.lay.stages, m.told.stages)
		r.put(m.lay.body, m.ask.view(m.problems))
		if !m.lay.code.empty() {
			r.line(margin, m.lay.code.y-1, m.told.rule)
		}
	}
	r.lay(m.lay.barred(), m.told.code)
}

func (m *Model) rule(w int) string { return m.look.dim.Render(strings.Repeat(m.sign.rule, w)) }

func (m *Model) footer() string {
	w := m.lay.w - 2*margin
	if m.pager == nil && m.actions != nil {
		return m.actions.view(m.look, w)
	}
	return tips(m.look, w, m.tips())
}

// tips are the keys of the moment, the least needed with the highest rank.
func (m *Model) tips() []tip {
	t := func(key, id string, rank int) tip { return tip{key: key, does: text.Of(m.lang, id), rank: rank} }
	quit := t("Ctrl+C", "ui.key_quit", 2)
	switch {
	case m.pager != nil:
		return []tip{t("Esc", "ui.key_close", 0), t(text.Of(m.lang, "ui.arrows"), "ui.key_scroll", 1), quit}
	case m.side != nil:
		return []tip{t("Enter", "ui.key_ok", 0), t("Esc", "ui.key_close", 1), t("Tab", "ui.key_explain", 3), quit}
	case m.deskOn():
		return m.deskTips(t, quit)
	case m.screen == onFirst:
		return []tip{t("Enter", "ui.key_choose", 0), t(text.Of(m.lang, "ui.arrows"), "ui.key_move", 4),
			t("Tab", "ui.key_explain", 3), t("L", "ui.key_language", 1), quit}
	case m.screen == onResult:
		return m.resultTips(t, quit)
	case m.screen == onAfter:
		return m.afterTips(t, quit)
	}
	all := []tip{t("Enter", "ui.key_next", 0), t("Esc", "ui.key_back", 1), t("Tab", "ui.key_actions", 0)}
	if m.ask.ticks() {
		all = slices.Insert(all, 1, t("Space", "ui.key_tick", 0))
	}
	all[len(all)-1].short = text.Of(m.lang, "ui.key_more")
	if m.saver != nil {
		quit.does, quit.short = text.Of(m.lang, "ui.key_quit_saved"), quit.does
	}
	return append(all, quit)
}

// tinyView asks for a larger window and nothing else.
func (m *Model) tinyView() string {
	lines := wrap(text.Of(m.lang, "ui.tiny", "w", itoa(minWidth), "h", itoa(minHeight)), m.lay.w)
	if m.live() {
		lines = append(wrap(text.Of(m.lang, "ui.live_short"), m.lay.w), lines...)
	}
	if len(lines) > m.lay.h {
		lines = lines[:max(m.lay.h, 0)]
	}
	r := newRows(m.lay.w, m.lay.h)
	top := max((m.lay.h-len(lines))/2, 0)
	for i, line := range lines {
		r.line(max((m.lay.w-width(line))/2, 0), top+i, line)
	}
	return r.String()
}

func splitLines(s string) []string { return strings.Split(s, "\n") }
