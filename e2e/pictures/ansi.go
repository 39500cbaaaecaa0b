//go:build e2e

package pictures

import (
	"fmt"
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// palette is the sixteen colours of the terminal in the pictures.
var palette = [16]string{
	"#20242c", "#e06c75", "#8cc570", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#c8ccd4",
	"#7f8896", "#ff8088", "#a5e08a", "#ffd98f", "#85c6ff", "#dd9bf0", "#7fd5e0", "#ffffff",
}

const (
	foreground = "#d7dae0"
	background = "#1b1e24"
)

// style is what SGR has set so far.
type style struct {
	fg, bg                                       string
	bold, faint, italic, underline, reverse, off bool
}

// css gives the style's declarations; colours swap when reversed.
func (s style) css() string {
	fg, bg := s.fg, s.bg
	if s.reverse {
		fg, bg = or(bg, background), or(fg, foreground)
	}
	var b strings.Builder
	if fg != "" {
		b.WriteString("color:" + fg + ";")
	}
	if bg != "" {
		b.WriteString("background:" + bg + ";")
	}
	for _, d := range []struct {
		on   bool
		rule string
	}{
		{s.bold, "font-weight:bold;"}, {s.faint, "opacity:.6;"}, {s.italic, "font-style:italic;"},
		{s.underline, "text-decoration:underline;"}, {s.off, "text-decoration:line-through;"},
	} {
		if d.on {
			b.WriteString(d.rule)
		}
	}
	return b.String()
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// set applies one SGR sequence's numbers.
func (s style) set(codes []int) style {
	for i := 0; i < len(codes); i++ {
		switch c := codes[i]; {
		case c == 38 || c == 48:
			colour, used := extended(codes[i+1:])
			i += used
			if c == 38 {
				s.fg = colour
			} else {
				s.bg = colour
			}
		default:
			s = s.simple(c)
		}
	}
	return s
}

func (s style) simple(c int) style {
	switch {
	case c == 0:
		return style{}
	case c == 1:
		s.bold = true
	case c == 2:
		s.faint = true
	case c == 3:
		s.italic = true
	case c == 4:
		s.underline = true
	case c == 7:
		s.reverse = true
	case c == 9:
		s.off = true
	case c == 22:
		s.bold, s.faint = false, false
	case c == 23:
		s.italic = false
	case c == 24:
		s.underline = false
	case c == 27:
		s.reverse = false
	case c == 29:
		s.off = false
	case c >= 30 && c <= 37:
		s.fg = palette[c-30]
	case c == 39:
		s.fg = ""
	case c >= 40 && c <= 47:
		s.bg = palette[c-40]
	case c == 49:
		s.bg = ""
	case c >= 90 && c <= 97:
		s.fg = palette[c-82]
	case c >= 100 && c <= 107:
		s.bg = palette[c-92]
	}
	return s
}

// extended reads what follows 38 or 48 and says how many numbers it took.
func extended(codes []int) (colour string, used int) {
	switch {
	case len(codes) >= 2 && codes[0] == 5:
		return indexed(codes[1]), 2
	case len(codes) >= 4 && codes[0] == 2:
		return fmt.Sprintf("#%02x%02x%02x", codes[1], codes[2], codes[3]), 4
	}
	return "", len(codes)
}

// indexed gives a colour of the 256: the palette, the cube of six, the greys.
func indexed(n int) string {
	if n < 16 {
		return palette[max(n, 0)]
	}
	if n >= 232 {
		grey := 8 + 10*(n-232)
		return fmt.Sprintf("#%02x%02x%02x", grey, grey, grey)
	}
	level := func(v int) int {
		if v == 0 {
			return 0
		}
		return 55 + 40*v
	}
	n -= 16
	return fmt.Sprintf("#%02x%02x%02x", level(n/36), level(n/6%6), level(n%6))
}

// point is a cell of the screen, from 0.
type point struct{ x, y int }

// toHTML writes a captured screen as rows of spans. Every character that is not
// ASCII gets a box as wide as its cells, so that columns line up in any font.
func toHTML(screen string, cursor *point) string {
	var b strings.Builder
	s := style{}
	for y, line := range strings.Split(strings.TrimRight(screen, "\n"), "\n") {
		b.WriteString("<div>")
		x := 0
		for line != "" {
			if codes, rest, ok := sgr(line); ok {
				s, line = s.set(codes), rest
				continue
			}
			cluster, width := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
			line = line[len(cluster):]
			cell(&b, cluster, width, s, cursor != nil && *cursor == point{x, y})
			x += width
		}
		if cursor != nil && cursor.y == y && cursor.x >= x {
			b.WriteString(strings.Repeat(" ", cursor.x-x))
			cell(&b, " ", 1, style{}, true)
		}
		b.WriteString("</div>\n")
	}
	return b.String()
}

// lines are the drawn characters, as paths in a cell of 8 by 20: a Korean font
// draws them two cells wide.
var lines = map[string]string{
	"─": "M0 10H8", "│": "M4 0V20", "┌": "M8 10H4V20", "┐": "M0 10H4V20", "└": "M4 0V10H8", "┘": "M0 10H4V0",
	"├": "M4 0V20M4 10H8", "┤": "M4 0V20M0 10H4", "┬": "M0 10H8M4 10V20", "┴": "M0 10H8M4 0V10", "┼": "M0 10H8M4 0V20",
}

// cell writes one character with its style.
func cell(b *strings.Builder, text string, width int, s style, cursor bool) {
	css := s.css()
	body := html.EscapeString(text)
	if r, _ := utf8.DecodeRuneInString(text); r >= utf8.RuneSelf {
		css += "text-align:center;width:" + strconv.Itoa(width) + "ch;"
	}
	if path, ok := lines[text]; ok {
		body = `<svg width="8" height="20"><path stroke="currentColor" d="` + path + `"/></svg>`
	}
	if cursor {
		css += "background:" + foreground + ";color:" + background + ";"
	}
	if css == "" {
		b.WriteString(body)
		return
	}
	fmt.Fprintf(b, `<span style="%s">%s</span>`, css, body)
}

// sgr takes a colour sequence off the front of a line.
func sgr(line string) (codes []int, rest string, ok bool) {
	body, found := strings.CutPrefix(line, "\x1b[")
	if !found {
		return nil, line, false
	}
	end := strings.IndexByte(body, 'm')
	if end < 0 {
		return nil, line, false
	}
	for _, part := range strings.FieldsFunc(body[:end], func(r rune) bool { return r == ';' || r == ':' }) {
		n, err := strconv.Atoi(part)
		if err != nil {
			return nil, line, false
		}
		codes = append(codes, n)
	}
	if codes == nil {
		codes = []int{0}
	}
	return codes, body[end+1:], true
}
