package tui

import (
	"slices"
	"strings"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard/safe"
)

// preview is the code of the answers so far and the lines that the current
// question touches. It is worked out when the answers change and only cut when drawn.
type preview struct {
	lines   []string
	touched []int // from 0
}

// maxLine is the most code points of a line that are drawn; no screen is wider.
const maxLine = 400

func newPreview(out snippets.Output, params []string) preview {
	if len(out.Files) == 0 {
		return preview{}
	}
	f := out.Files[0]
	p := preview{lines: codeLines(f.Body)}
	for _, mark := range f.Marks {
		if slices.Contains(params, mark.Param) && mark.Line > 0 && mark.Line <= len(p.lines) {
			p.touched = append(p.touched, mark.Line-1)
		}
	}
	return p
}

// codeLines are the lines of a file, fit for a terminal.
func codeLines(body string) []string {
	lines := strings.Split(strings.TrimSuffix(body, "\n"), "\n")
	for i, line := range lines {
		lines[i] = safe.Line(strings.ReplaceAll(line, "\t", "  "), maxLine)
	}
	return lines
}

// view cuts the lines around the touched one to a box.
func (p preview) view(b box, look styles, sign glyphs) []string {
	if len(p.lines) == 0 || b.empty() {
		return nil
	}
	first := 0
	if len(p.touched) > 0 {
		first = p.touched[0] - b.h/3
	}
	first = max(min(first, len(p.lines)-b.h), 0)
	shown := p.lines[first:min(first+b.h, len(p.lines))]
	indent := commonIndent(shown)
	out := make([]string, len(shown))
	for i, line := range shown {
		if line != "" {
			line = line[indent:]
		}
		if slices.Contains(p.touched, first+i) {
			out[i] = look.strong.Render(sign.pointer + " " + line)
		} else {
			out[i] = "  " + code(line, look)
		}
	}
	return out
}

// code dims comments; everything else stays plain.
func code(line string, look styles) string {
	trimmed := strings.TrimLeft(line, " ")
	for _, mark := range []string{"//", "/*", "* ", "*/", "<!--"} {
		if strings.HasPrefix(trimmed, mark) {
			return look.dim.Render(line)
		}
	}
	return line
}

// commonIndent is the number of blanks that all lines begin with.
func commonIndent(lines []string) int {
	least := -1
	for _, line := range lines {
		if line == "" {
			continue
		}
		n := len(line) - len(strings.TrimLeft(line, " "))
		if least < 0 || n < least {
			least = n
		}
	}
	return max(least, 0)
}
