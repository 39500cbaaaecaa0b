// Command compile turns the templates of the targets into Go. The templates
// stay what people read and change; the program then parses nothing when it
// writes code, a name that does not exist is an error of the build, and the
// linker need not keep every method of every type, as text/template makes it.
//
//	go run ../compile [-data DIR] TEMPLATE...
//
// writes NAME_gen.go for each NAME.*.tmpl into the current folder. The templates
// see Data and Entry of the package in DIR: front for pages, back for servers. It knows the
// part of text/template that our templates use, and refuses the rest by name.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// pages is the package of data that the templates of pages see, from any target.
const pages = "../front"

func main() {
	data := flag.String("data", pages, "folder of the package with Data and Entry")
	flag.Parse()
	files, err := compile(".", *data, flag.Args())
	if err == nil {
		err = write(files)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "compile:", err)
		os.Exit(1)
	}
}

func write(files map[string][]byte) error {
	for name, body := range files {
		if err := os.WriteFile(name, body, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// compile gives the Go files of the templates of a package by name.
func compile(dir, data string, templates []string) (map[string][]byte, error) {
	seen, err := readShapes(filepath.Join(dir, data))
	if err != nil {
		return nil, err
	}
	var all []*source
	for _, name := range templates {
		s, err := parseTemplate(dir, name)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	g := generator{data: filepath.Base(data), shapes: seen, entries: entryBlocks(all), sources: all}
	if g.pkg, err = packageName(dir); err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for _, s := range all {
		body, err := g.file(s)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.path, err)
		}
		files[strings.ToLower(s.name)+"_gen.go"] = body
	}
	return files, nil
}
