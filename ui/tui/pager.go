package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// pager shows a text over the screen: an explanation, the whole code, a letter.
type pager struct {
	title func() string
	make  func(w int) []string // the lines at a width
	lines []string
	top   int
	rows  int
}

func (m *Model) openPager(title func() string, lines func(w int) []string) tea.Cmd {
	m.pager = &pager{title: title, make: lines}
	m.sizePager()
	return nil
}

// name is a title that follows the language of the screen.
func (m *Model) name(id string) func() string {
	return func() string { return text.Of(m.lang, id) }
}

func (m *Model) sizePager() {
	if m.pager == nil || m.lay.tiny {
		return
	}
	b := m.lay.whole()
	m.pager.lines = m.pager.make(b.w)
	m.pager.rows = max(b.h-2, 1)
	m.pager.scroll(0)
}

func (p *pager) scroll(by int) {
	p.top = max(min(p.top+by, len(p.lines)-p.rows), 0)
}

// turn handles the keys that scroll.
func (p *pager) turn(k tea.KeyPressMsg, keys keyMap) {
	switch {
	case key.Matches(k, keys.up):
		p.scroll(-1)
	case key.Matches(k, keys.down):
		p.scroll(1)
	case key.Matches(k, keys.pageUp):
		p.scroll(-p.rows)
	case key.Matches(k, keys.pageDown):
		p.scroll(p.rows)
	case key.Matches(k, keys.top):
		p.scroll(-len(p.lines))
	case key.Matches(k, keys.end):
		p.scroll(len(p.lines))
	}
}

func (m *Model) pressPager(k tea.KeyPressMsg) tea.Cmd {
	if key.Matches(k, m.keys.back, m.keys.next, m.keys.actions) {
		m.pager = nil
		return nil
	}
	m.pager.turn(k, m.keys)
	return nil
}

func (p *pager) view(look styles, sign glyphs, w int) []string {
	out := []string{between(look.title.Render(cut(p.title(), w, sign.cut)), look.dim.Render(p.place()), w), ""}
	return append(out, p.lines[p.top:min(p.top+p.rows, len(p.lines))]...)
}

// place tells which lines are seen, where not all are.
func (p *pager) place() string {
	if len(p.lines) <= p.rows {
		return ""
	}
	return itoa(p.top+1) + "-" + itoa(min(p.top+p.rows, len(p.lines))) + " / " + itoa(len(p.lines))
}

// problemText is a problem in full: what, why, how to mend, where it is said.
func (m *Model) problemText(p flow.Problem, w int) []string {
	f := p.Finding
	out := styled(m.look.title, wrap(m.sign.alert+" "+safe.Line(f.Message, maxLine), w))
	var pairs []string
	for _, part := range []struct{ id, s string }{
		{"ui.why", f.Why}, {"ui.fix", f.Fix}, {"ui.rule", f.Rule}, {"ui.source", f.Source},
	} {
		pairs = append(pairs, text.Of(m.lang, part.id), safe.Line(part.s, maxLine))
	}
	return append(out, columns(m.look, w, pairs...)...)
}

func (m *Model) showWhere() tea.Cmd {
	return m.openPager(m.name("ui.where"), func(w int) []string { return wrap(m.ask.words(m.ask.q.Where.In(m.lang)), w) })
}

// showPreview shows the whole code, the touched line in sight.
func (m *Model) showPreview() tea.Cmd {
	m.openPager(m.name("ui.act_preview"), func(w int) []string {
		p := m.preview
		return p.view(box{w: w, h: len(p.lines)}, m.look, m.sign)
	})
	if touched := m.preview.touched; len(touched) > 0 {
		m.pager.scroll(touched[0] - m.pager.rows/3)
	}
	return nil
}

// plainLines are the lines of a longer text from the catalogue. What does not
// fit goes on below the words and not below the dash of a list.
func plainLines(s string, w int) []string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		if line == "" {
			out = append(out, "")
			continue
		}
		bare := strings.TrimLeft(line, " ")
		lead := line[:len(line)-len(bare)]
		if rest, dash := strings.CutPrefix(bare, "- "); dash {
			lead, bare = lead+"- ", rest
		}
		for _, part := range wrap(bare, max(w-len(lead), 8)) {
			out = append(out, lead+part)
			lead = blanks(len(lead))
		}
	}
	return out
}
