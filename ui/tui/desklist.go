package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// deskList is a list of n items, which may stand under heads.
type deskList struct {
	n, at int
	rows  []deskRow
	top   int
	w, h  int
}

// deskRow is one row: of an item, or the head of a group (item -1). A chosen
// item's label stands out.
type deskRow struct {
	item        int
	lead, label string
	more        bool // it goes on from the row above
}

// size fits the list into a box, the chosen item in sight.
func (l *deskList) size(b box) {
	l.w, l.h, l.top = b.w, max(b.h, 1), 0
	l.unfold()
	l.show()
}

// unfold lets rows that are too long go on in a second one, where there is
// room for all of these.
func (l *deskList) unfold() {
	var out []deskRow
	for _, r := range l.rows {
		lead := width(r.lead)
		lines := []string{r.label}
		if r.item >= 0 && lead+2+width(r.label) > l.w {
			lines = wrap(r.label, l.w-lead-2)
		}
		first := r
		first.label = lines[0]
		if out = append(out, first); len(lines) > 1 {
			rest := strings.TrimSpace(strings.TrimPrefix(r.label, lines[0]))
			out = append(out, deskRow{item: r.item, lead: blanks(lead), label: rest, more: true})
		}
	}
	if len(out) <= l.h {
		l.rows = out
	}
}

// press moves in the list and reports whether the key was one of its own.
func (l *deskList) press(k tea.KeyPressMsg, keys keyMap) bool {
	n := l.n
	switch {
	case n == 0:
		return false
	case key.Matches(k, keys.up):
		l.at = (l.at + n - 1) % n
	case key.Matches(k, keys.down):
		l.at = (l.at + 1) % n
	case key.Matches(k, keys.top):
		l.at = 0
	case key.Matches(k, keys.end):
		l.at = n - 1
	default:
		return false
	}
	l.show()
	return true
}

// show keeps the chosen row in sight, and the head of its group where it is
// the first of it.
func (l *deskList) show() {
	for i, r := range l.rows {
		if r.item != l.at || r.more {
			continue
		}
		first := i
		if i > 0 && l.rows[i-1].item < 0 {
			first--
		}
		l.top = max(min(l.top, first), i+1-l.h)
	}
	l.top = max(min(l.top, len(l.rows)-l.h), 0)
}

// itemAt is the item in a row that is seen, or -1.
func (l *deskList) itemAt(row int) int {
	if row < 0 || row >= l.h || row+l.top >= len(l.rows) {
		return -1
	}
	return l.rows[row+l.top].item
}

// view draws the rows that are seen.
func (l *deskList) view(look styles, sign glyphs) []string {
	last := min(l.top+l.h, len(l.rows))
	out := make([]string, 0, l.h)
	for i := l.top; i < last; i++ {
		more := ""
		switch {
		case i == l.top && i > 0:
			more = sign.above
		case i == last-1 && last < len(l.rows):
			more = sign.below
		}
		out = append(out, l.row(l.rows[i], more, look, sign))
	}
	return out
}

func (l *deskList) row(r deskRow, more string, look styles, sign glyphs) string {
	line := ""
	switch {
	case r.item < 0:
		line = look.title.Render(fit(r.label, l.w))
	case r.item == l.at && !r.more:
		line = look.strong.Render(sign.pointer+" ") + r.lead + look.strong.Render(r.label)
	case r.item == l.at:
		line = blanks(2) + r.lead + look.strong.Render(r.label)
	default:
		line = blanks(2) + r.lead + r.label
	}
	if width(line) > l.w {
		line = fit(line, l.w-2) + look.dim.Render(" "+sign.cut)
	}
	if more != "" {
		line = between(fit(line, l.w-3), look.dim.Render(more), l.w)
	}
	return line
}

// putList draws a list with what stands beside or below it.
func (m *Model) putList(r *rows, list []string) {
	d := &m.desk
	b := m.lay.whole()
	r.put(box{b.x, b.y, b.w, len(d.head)}, d.head)
	r.put(d.lay.list, list)
	if d.lay.body.empty() {
		return
	}
	seen := m.bodySeen(d.lay.body.w)
	if !d.lay.bar {
		r.line(d.lay.body.x, d.lay.body.y-1, m.ruleNamed(m.look.dim.Render(d.body.place()), d.lay.body.w))
		r.put(d.lay.body, seen)
		return
	}
	for y := range d.lay.body.h {
		r.line(d.lay.body.x-2, d.lay.body.y+y, m.look.dim.Render(m.sign.bar)+" "+at(seen, y))
	}
}

// at is the line of that number, or none.
func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
