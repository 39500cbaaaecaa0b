// Package region finds the JavaScript in what somebody sends: pages and
// templates of several kinds, components, Markdown, a mail that quotes code, a
// fragment without a file. It gives each piece with the gaps that a page
// template leaves in it and the way back to the place in the file, and beside
// them the script elements and the code of servers. It does not read JavaScript
// itself and judges nothing.
package region

import (
	"path"
	"slices"
	"strings"

	"smartro-wizard/snippets/lint/js"
)

// MaxScript is the length of the longest piece of JavaScript that is read:
// longer ones are bundles, and what a person wrote is to be had unbundled.
const MaxScript = 1 << 20

// Region is one piece of JavaScript.
type Region struct {
	Text    string
	Gaps    []js.Gap
	Syntax  js.Syntax
	Module  bool // it shares no names with the other pieces
	Handler bool // an attribute such as onclick

	Tag   bool // a script element of a page
	Inner bool // of a page that stands in a text of a script

	at int // where Text begins in the file's plain text
}

// Script is a script element that loads a file.
type Script struct {
	Src        string
	Start, End int  // of the address
	Late       bool // defer, async or a module: it runs after the scripts of the page
}

// Server is code that runs on a server, or text around JavaScript in it.
type Server struct {
	Language string // php, python, java
	Text     string
	at       int
}

// File is what was found in one file.
type File struct {
	Name    string
	Text    string // as UTF-8, the text that places count in
	Page    bool   // a whole page: what it lacks is not there
	Browser bool   // it is certain that a browser gets this
	Regions []Region
	Scripts []Script
	Servers []Server
	Clicks  []string // names in attributes such as onclick and @click

	quoted []shift // of a mail that quotes: what stands before each line
	looks  int     // bytes that were looked at
}

// Looks counts the bytes that were looked at, for tests that hold it linear.
func (f *File) Looks() int { return f.looks }

// Inner reads the page or the piece of one that stands in a text of a region's
// script, from one byte of the region to another.
func (f *File) Inner(r *Region, start, end int) {
	text := escapes.Replace(r.Text[start:end])
	known := len(f.Regions)
	f.markup(text, r.at+start, page, engines{all: true, dollar: true})
	for i := known; i < len(f.Regions); i++ {
		f.Regions[i].Inner = true
	}
}

// escapes reads the escapes of a text and keeps its length.
var escapes = strings.NewReplacer(`\\`, ` \`, `<\/`, " </", `\n`, "  ", `\t`, "  ", `\r`, "  ", `\"`, ` "`, `\'`, " '", "\\`", " `", `\$`, " $")

// seek is where a mark begins in a text, -1 where it does not.
func (f *File) seek(text, mark string) int {
	i := strings.Index(text, mark)
	if i < 0 {
		f.looks += len(text)
	} else {
		f.looks += i + len(mark)
	}
	return i
}

// shift says that plain text from a byte on stands by bytes further in the file.
type shift struct{ from, by int }

// Place gives the byte in the file of a byte in a region.
func (f *File) Place(r *Region, pos int) int { return f.place(r.at + pos) }

// ServerPlace gives the byte in the file of a byte in a server's code.
func (f *File) ServerPlace(s *Server, pos int) int { return f.place(s.at + pos) }

func (f *File) place(plain int) int {
	i, exact := slices.BinarySearchFunc(f.quoted, plain, func(s shift, at int) int { return s.from - at })
	if !exact {
		i--
	}
	if i < 0 {
		return plain
	}
	return plain + f.quoted[i].by
}

// form is how a file is taken apart.
type form uint8

const (
	script     form = iota // JavaScript as it is
	typescript             // without JSX
	page                   // HTML with script elements
	component              // Vue, Svelte
	jsp                    //
	php                    //
	python                 //
	java                   // and Kotlin: a server's code, and nothing else
	markdown               //
)

var forms = map[string]form{
	".js": script, ".mjs": script, ".cjs": script, ".jsx": script, ".tsx": script, ".ts": typescript, ".mts": typescript, ".cts": typescript,
	".html": page, ".htm": page, ".xhtml": page, ".ejs": page, ".hbs": page, ".vue": component, ".svelte": component,
	".jsp": jsp, ".jspf": jsp, ".jspx": jsp, ".tag": jsp, ".ftl": jsp, ".php": php, ".phtml": php, ".py": python, ".java": java, ".kt": java, ".md": markdown, ".markdown": markdown,
}

// Reads reports whether a file of that name is one that is taken apart.
func Reads(name string) bool {
	_, ok := forms[strings.ToLower(path.Ext(name))]
	return ok
}

// Split takes a text apart. The name decides how; a name that says nothing
// leaves it to the text.
func Split(name, text string) File {
	f := File{Name: name, Text: text}
	what, known := forms[strings.ToLower(path.Ext(name))]
	plain := text
	if !known {
		plain = f.unquote(text)
		what = sniff(plain)
	}
	f.split(plain, 0, what)
	return f
}

// split takes a piece of the plain text apart.
func (f *File) split(text string, at int, what form) {
	switch what {
	case script, typescript:
		f.add(text, at, engines{all: true, tags: !strings.Contains(text, "={{"), dollar: false}, Region{
			Module: strings.Contains(text, "import ") || strings.Contains(text, "export "), Syntax: js.Syntax{NoJSX: what == typescript}})
	case page, component, jsp:
		f.Browser = true
		f.markup(text, at, what, engines{all: true, tags: what != component, dollar: what == jsp})
	case php:
		f.php(text, at)
	case python:
		f.python(text, at)
	case java:
		f.Servers = append(f.Servers, Server{"java", text, at})
	case markdown:
		f.markdown(text, at)
	}
}

func (f *File) add(text string, at int, e engines, r Region) {
	r.Text, r.at = text, at
	f.looks += len(text)
	r.Gaps = gaps(text, e)
	if e.format {
		r.Text = undouble(text)
	}
	f.Regions = append(f.Regions, r)
}

// sniff guesses what a text without a telling name is.
func sniff(text string) form {
	low := strings.ToLower(text[:min(len(text), 64<<10)])
	switch {
	case strings.Contains(low, "```"):
		return markdown
	case strings.Contains(low, "<%@"), strings.Contains(low, "<c:"), strings.Contains(low, "<jsp:"):
		return jsp
	case strings.Contains(low, "<?php"), strings.Contains(low, "<?="):
		return php
	case strings.HasPrefix(strings.TrimSpace(low), "<template"), strings.Contains(low, "<script setup"):
		return component
	case strings.Contains(low, "<script"), strings.Contains(low, "<!doctype"), strings.Contains(low, "<html"), strings.Contains(low, " onclick="):
		return page
	}
	return script
}
