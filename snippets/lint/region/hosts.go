package region

import (
	"strings"

	"smartro-wizard/snippets/lint/js"
)

// php parts a file into what the server runs and what the browser gets.
func (f *File) php(text string, at int) {
	f.Browser = strings.Contains(text, "<script") || !strings.HasPrefix(strings.TrimSpace(text), "<?php")
	f.markup(text, at, php, engines{all: true, tags: true, blade: true})
	for pos := 0; pos < len(text); {
		i := f.seek(text[pos:], "<?")
		if i < 0 {
			return
		}
		start := pos + i + len("<?")
		end := f.seek(text[start:], "?>")
		if end < 0 {
			end = len(text) - start
		}
		code := text[start : start+end]
		f.Servers = append(f.Servers, Server{"php", code, at + start})
		f.heredocs(code, at+start)
		pos = start + end
	}
}

const (
	maxMark   = 100 // of a heredoc
	maxMissed = 20  // heredocs without an end, each of which is looked for to the end
)

// heredocs reads the pages in texts of several lines.
func (f *File) heredocs(code string, at int) {
	for pos, missed := 0, 0; missed < maxMissed; {
		i := f.seek(code[pos:], "<<<")
		if i < 0 {
			return
		}
		pos += i + len("<<<")
		line, _, _ := strings.Cut(code[pos:min(len(code), pos+maxMark)], "\n")
		mark := strings.Trim(strings.TrimSpace(line), "\"'")
		if mark == "" || pos+len(line) == len(code) || code[pos+len(line)] != '\n' {
			continue
		}
		start := pos + len(line) + 1
		end := f.seek(code[start:], "\n"+mark)
		if end < 0 {
			missed++
			continue
		}
		if body := code[start : start+end+1]; strings.Contains(body, "<script") {
			f.markup(body, at+start, page, engines{all: true, here: true})
		}
		pos = start + end
	}
}

// python reads the pages in texts between three quotes, and leaves the rest to
// the server's side.
func (f *File) python(text string, at int) {
	f.Servers = append(f.Servers, Server{"python", text, at})
	for pos := 0; pos < len(text); {
		i := strings.IndexAny(text[pos:], "\"'")
		if i < 0 {
			return
		}
		start := pos + i
		quote := text[start:min(start+3, len(text))]
		if quote != "\"\"\"" && quote != "'''" {
			pos = start + 1
			continue
		}
		end := f.seek(text[start+3:], quote)
		if end < 0 {
			return
		}
		body := text[start+3 : start+3+end]
		if strings.Contains(body, "<script") || strings.Contains(body, "request_pay") {
			f.literal(body, at+start+3, start > 0 && strings.IndexByte("fF", text[start-1]) >= 0)
		}
		pos = start + 3 + end + 3
	}
}

// literal reads a text of Python that holds a page or a script.
func (f *File) literal(body string, at int, formatted bool) {
	e := engines{all: true, tags: !formatted, format: formatted}
	if strings.Contains(body, "<script") {
		f.markup(body, at, page, e)
		return
	}
	f.add(body, at, e, Region{Syntax: js.Syntax{}})
}
