package tui

import (
	"path"
	"slices"
	"strings"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
)

// preview is the code of the answers so far and the lines that the current
// question touches. It is worked out when the answers change and only cut when drawn.
type preview struct {
	path    string
	raw     []string // as generated
	lines   []string // as drawn
	touched []int    // from 0
	first   int      // the line of the first parameter
	near    int      // where the line of the question will come, while it has none
	moved   int      // how far the person scrolled from where it stands by itself
}

// maxLine is the most code points of a line that are drawn; no screen is wider.
const maxLine = 400

// newPreview takes over the drawn lines that are the same in the preview
// before: a key changes one of two hundred.
func newPreview(out snippets.Output, params []string, before preview) preview {
	if len(out.Files) == 0 {
		return preview{}
	}
	f := fileOf(out.Files, params)
	p := preview{path: f.Path, raw: rawLines(f.Body), moved: before.moved}
	p.lines = make([]string, len(p.raw))
	for i, line := range p.raw {
		if i < len(before.raw) && before.raw[i] == line {
			p.lines[i] = before.lines[i]
		} else {
			p.lines[i] = codeLine(line)
		}
	}
	rank := 0
	for _, mark := range f.Marks {
		if r := rankOf(mark.Param); len(params) > 0 && r > rank && r < rankOf(params[0]) {
			rank, p.near = r, mark.Line-1
		}
		if at := mark.Line - 1; at > 0 && (p.first == 0 || at < p.first) {
			p.first = at
		}
		if slices.Contains(params, mark.Param) && mark.Line > 0 && mark.Line <= len(p.lines) {
			p.touched = append(p.touched, mark.Line-1)
		}
	}
	return p
}

// rankOf is the place of a parameter in the catalogue, from 1.
func rankOf(path string) int {
	for _, call := range wizard.Calls() {
		if i := slices.IndexFunc(wizard.ParamsOf(call.Function), func(p wizard.Param) bool { return p.Path == path }); i >= 0 {
			return 1 + i
		}
	}
	return 0
}

// fileOf is the file that the question touches, else the first.
func fileOf(files []snippets.File, params []string) snippets.File {
	for _, f := range files {
		if slices.ContainsFunc(f.Marks, func(m snippets.Mark) bool { return slices.Contains(params, m.Param) }) {
			return f
		}
	}
	return files[0]
}

// codeLines are the lines of a file, fit for a terminal.
func codeLines(body string) []string {
	lines := rawLines(body)
	for i, line := range lines {
		lines[i] = codeLine(line)
	}
	return lines
}

func rawLines(body string) []string { return strings.Split(strings.TrimSuffix(body, "\n"), "\n") }

func codeLine(line string) string { return safe.Line(strings.ReplaceAll(line, "\t", "  "), maxLine) }

// view cuts the lines around the touched one to a box.
func (p preview) view(b box, look styles, sign glyphs) []string {
	if len(p.lines) == 0 || b.empty() {
		return nil
	}
	first := p.top(b.h)
	shown := p.lines[first:min(first+b.h, len(p.lines))]
	indent := commonIndent(shown)
	out := make([]string, len(shown))
	for i, line := range shown {
		if line != "" {
			line = line[indent:]
		}
		if slices.Contains(p.touched, first+i) {
			out[i] = look.strong.Render(cutCode(sign.pointer+" "+line, b.w, sign))
		} else {
			out[i] = "  " + code(cutCode(line, b.w-2, sign), look)
		}
	}
	return out
}

// top is the first line of a window of rows. The window begins above the first
// parameter, so that it stays where it is from question to question, and moves
// only when the touched line would not be seen.
func (p preview) top(rows int) int {
	top := p.first - min(2, rows/3)
	at := p.near
	if len(p.touched) > 0 {
		at = p.touched[0]
	}
	if at > top+rows-2 {
		top = at - rows/2
	}
	return max(min(top+p.moved, len(p.lines)-rows), 0)
}

// scroll moves the window of rows, not past the ends.
func (p *preview) scroll(by, rows int) {
	was := p.top(rows)
	p.moved += by
	p.moved += p.top(rows) - was - by
}

// label is the file, without its folders where they do not fit, and which of
// its lines are seen.
func (p preview) label(rows, w int) string {
	if p.path == "" {
		return ""
	}
	top := p.top(rows)
	lines := "  " + itoa(top+1) + "-" + itoa(min(top+rows, len(p.lines))) + " / " + itoa(len(p.lines))
	return fileName(p.path, w-width(lines)) + lines
}

// fileName is a path, or its last part where there is no room for more.
func fileName(file string, w int) string {
	if file = safe.Line(file, 120); width(file) > w {
		return path.Base(file)
	}
	return file
}

// cutCode cuts a line of code and says so, because what is seen of it may look whole.
func cutCode(line string, w int, sign glyphs) string {
	if width(line) <= w {
		return line
	}
	return pad(line, w-1) + sign.cut
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
