package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
)

// list is a choice of one option, or of several with ticks, as a huh.Field.
// Huh's own draws every option at every step of a key, three times; this one
// wraps them once for a width, and knows which row belongs to which option.
type list struct {
	alone
	options [][]optionLine
	at      int    // the option under the cursor, -1 while none was touched
	on      []bool // ticks, nil where one option is chosen
	keys    keyMap
	look    styles
	sign    glyphs
	w, rows int
	top     int // the first row that is seen
}

// optionLine is a row of an option: what stands out when it is chosen, and
// what stays dim beside it.
type optionLine struct{ label, hint string }

func (l *list) Init() tea.Cmd { return nil }

func (l *list) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		l.press(k)
	}
	return l, nil
}

func (l *list) press(k tea.KeyPressMsg) {
	n := len(l.options)
	switch {
	case n == 0:
	case key.Matches(k, l.keys.up):
		l.move((max(l.at, 0) + n - 1) % n)
	case key.Matches(k, l.keys.down):
		l.move((l.at + 1) % n)
	case key.Matches(k, l.keys.top):
		l.move(0)
	case key.Matches(k, l.keys.end):
		l.move(n - 1)
	case l.on != nil && key.Matches(k, l.keys.tick):
		l.on[l.at] = !l.on[l.at]
	}
}

// move goes to an option and keeps all its rows in sight, the first before the rest.
func (l *list) move(at int) {
	l.at = at
	first, last := l.rowsOf(at)
	l.top = max(min(l.top, first), last+1-l.rows)
	l.top = min(l.top, first)
}

// rowsOf are the first and the last row of an option.
func (l *list) rowsOf(at int) (first, last int) {
	for i, lines := range l.options {
		if i == at {
			return first, first + len(lines) - 1
		}
		first += len(lines)
	}
	return 0, 0
}

// optionAt is the option in a row that is seen, or -1.
func (l *list) optionAt(row int) int {
	if row < 0 || row >= l.rows {
		return -1
	}
	row += l.top
	for i, lines := range l.options {
		if row < len(lines) {
			return i
		}
		row -= len(lines)
	}
	return -1
}

func (l *list) height() (n int) {
	for _, lines := range l.options {
		n += len(lines)
	}
	return n
}

func (l *list) View() string {
	out := make([]string, 0, l.rows)
	row, all := 0, l.height()
	for i, lines := range l.options {
		for j, line := range lines {
			if row >= l.top && len(out) < l.rows {
				more := ""
				switch {
				case row == l.top && row > 0:
					more = l.sign.above
				case len(out) == l.rows-1 && row < all-1:
					more = l.sign.below
				}
				out = append(out, l.line(i, j, line, more))
			}
			row++
		}
	}
	return strings.Join(out, "\n")
}

// line draws a row of an option, with a sign at its end where more is hidden.
func (l *list) line(option, n int, line optionLine, more string) string {
	here := option == l.at
	lead := blanks(2)
	if here && n == 0 {
		lead = l.look.strong.Render(l.sign.pointer + " ")
	}
	stands := here && l.on == nil
	if l.on != nil {
		stands = l.on[option]
		switch {
		case n > 0:
			lead += blanks(width(l.sign.off) + 1)
		case stands:
			lead += l.look.strong.Render(l.sign.on) + " "
		default:
			lead += l.look.dim.Render(l.sign.off) + " "
		}
	}
	label := line.label
	if stands {
		label = l.look.strong.Render(label)
	}
	out := lead + label + l.look.dim.Render(line.hint)
	if more != "" {
		out = between(fit(out, l.w-width(more)-2), l.look.dim.Render(more), l.w)
	}
	return out
}

// picked are the ticked ones of values.
func (l *list) picked(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return !l.on[slices.Index(values, v)] })
}

func (l *list) Focus() tea.Cmd                           { return nil }
func (l *list) Blur() tea.Cmd                            { return nil }
func (l *list) WithTheme(huh.Theme) huh.Field            { return l }
func (l *list) WithKeyMap(*huh.KeyMap) huh.Field         { return l }
func (l *list) WithWidth(int) huh.Field                  { return l }
func (l *list) WithHeight(int) huh.Field                 { return l }
func (l *list) WithPosition(huh.FieldPosition) huh.Field { return l }
func (l *list) GetValue() any                            { return l.at }
