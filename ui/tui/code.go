package tui

import (
	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// codePage are the files of an output, one below the other. Where there are
// several each begins with its name.
func (m *Model) codePage(files []snippets.File, w int) []string {
	if m.unwritten != "" {
		return styled(m.look.warn, wrap(m.unwritten, w))
	}
	var out []string
	for i, f := range files {
		if i > 0 {
			out = append(out, "")
		}
		if len(files) > 1 {
			out = append(out, m.look.strong.Render(fit(safe.Line(f.Path, 80), w)))
		}
		for _, line := range codeLines(f.Body) {
			out = append(out, code(cutCode(line, w, m.sign), m.look))
		}
	}
	return out
}

// codeOf are the files that a tab of the result shows.
func (m *Model) codeOf(tab int) []snippets.File {
	switch tab {
	case tabCode:
		return m.result.out.Files
	case tabServer:
		return m.result.server.Files
	}
	return nil
}

// fileSeen is the file at the top of the open tab.
func (m *Model) fileSeen() (snippets.File, bool) {
	files := m.codeOf(m.result.tab)
	top := m.result.pages[m.result.tab].top
	for i, f := range files {
		rows := len(rawLines(f.Body)) + btoi(len(files) > 1) + btoi(i > 0)
		if top < rows || i == len(files)-1 {
			return f, true
		}
		top -= rows
	}
	return snippets.File{}, false
}

// copyFile copies the file that is seen as it is, also where the screen shows
// stars.
func (m *Model) copyFile() tea.Cmd {
	seen, ok := m.fileSeen()
	if !ok {
		m.say(text.Of(m.lang, "ui.nothing_to_copy"), false)
		return nil
	}
	for _, f := range m.files() {
		if f.Path == seen.Path {
			return m.copyNamed(f.Body, "ui.the_code", f.Path)
		}
	}
	return nil
}
