package region

import "strings"

// unquote takes the marks of a quoting mail from the lines, where most lines
// have one, and remembers where they stood.
func (f *File) unquote(text string) string {
	marked, lines := 0, 0
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			lines++
			if strings.HasPrefix(line, ">") {
				marked++
			}
		}
	}
	if marked < 2 || marked*5 < lines*4 {
		return text
	}
	var b strings.Builder
	by := 0
	for line := range strings.Lines(text) {
		plain := line
		for strings.HasPrefix(plain, ">") {
			plain = strings.TrimPrefix(plain[1:], " ")
		}
		if len(plain) < len(line) {
			by += len(line) - len(plain)
			f.quoted = append(f.quoted, shift{b.Len(), by})
		}
		b.WriteString(plain)
	}
	return b.String()
}

// markdown reads the fenced pieces.
func (f *File) markdown(text string, at int) {
	open, info, fence := -1, "", ""
	pos := 0
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		switch {
		case open < 0 && (strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~")):
			fence, info, open = trimmed[:3], strings.ToLower(strings.Trim(trimmed[3:], "` ~")), pos+len(line)
		case open >= 0 && strings.HasPrefix(trimmed, fence):
			f.fenced(text[open:pos], at+open, info)
			open = -1
		}
		pos += len(line)
	}
	if open >= 0 {
		f.fenced(text[open:], at+open, info)
	}
}

var fences = map[string]form{
	"js": script, "javascript": script, "jsx": script, "tsx": script, "ts": typescript, "typescript": typescript, "html": page, "vue": component,
	"svelte": component, "jsp": jsp, "php": php, "python": python, "py": python, "java": java, "kotlin": java,
}

func (f *File) fenced(text string, at int, info string) {
	word, _, _ := strings.Cut(info, " ")
	what, known := fences[word]
	if !known {
		if word != "" {
			return // a language of its own, or the output of a program
		}
		what = sniff(text)
	}
	f.split(text, at, what)
}
