// Package gather finds the files that lint reads: those that were named, and in
// folders those with a telling name, by .gitignore and without what machines
// made. It opens what it gives and nothing else, and follows no links.
package gather

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"smartro-wizard/snippets/lint"
)

// File is one file, read or not.
type File struct {
	Name string // as it was named, or below the folder that was
	Body []byte
	Err  error
}

// passed are folders that hold other people's code or a build's.
var passed = map[string]bool{
	"node_modules": true, "bower_components": true, "vendor": true, "dist": true, "build": true, "out": true, "target": true, "coverage": true,
	"venv": true, "__pycache__": true, "Pods": true, "DerivedData": true,
}

// Walk gives every file of the paths to visit until it says false. Progress is
// told the number of files that were looked at.
func Walk(paths []string, visit func(File) bool, progress func(int)) {
	w := &walker{visit: visit, progress: progress}
	for _, p := range paths {
		info, err := os.Stat(p)
		switch {
		case err != nil:
			w.give(File{Name: p, Err: err})
		case info.IsDir():
			w.folder(p, nil)
		default:
			w.give(read(p))
		}
		if w.done {
			return
		}
	}
}

type walker struct {
	visit    func(File) bool
	progress func(int)
	seen     int
	done     bool
}

func (w *walker) give(f File) {
	if !w.visit(f) {
		w.done = true
	}
}

// folder walks one folder with the rules of those above it.
func (w *walker) folder(dir string, rules []rule) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.give(File{Name: dir, Err: err})
		return
	}
	rules = append(rules[:len(rules):len(rules)], ignoreFile(dir)...)
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		switch {
		case w.done:
			return
		case e.IsDir():
			if !strings.HasPrefix(e.Name(), ".") && !passed[e.Name()] && !ignored(rules, name, true) {
				w.folder(name, rules)
			}
		case e.Type().IsRegular() && lint.Reads(e.Name()) && !machineMade(e.Name()) && !ignored(rules, name, false):
			w.file(name)
		}
	}
}

func (w *walker) file(name string) {
	w.seen++
	w.progress(w.seen)
	f := read(name)
	if f.Err == nil && !minified(f.Body) {
		w.give(f)
	} else if f.Err != nil {
		w.give(f)
	}
}

// read reads a file a little past the limit, so that the one who judges it can
// say that it is too large.
func read(name string) File {
	f, err := os.Open(name)
	if err != nil {
		return File{Name: name, Err: err}
	}
	defer f.Close()
	body, err := io.ReadAll(io.LimitReader(f, lint.MaxFile+1))
	return File{Name: name, Body: body, Err: err}
}

// machineMade reports whether a name says that nobody wrote the file by hand.
func machineMade(name string) bool {
	low := strings.ToLower(name)
	for _, part := range []string{".min.", ".bundle.", ".chunk.", "-min.", ".d.ts", ".map"} {
		if strings.Contains(low, part) {
			return true
		}
	}
	return false
}

// minified reports whether a text has the long lines of a machine.
func minified(body []byte) bool {
	head := string(body[:min(len(body), 64<<10)])
	lines := strings.Count(head, "\n") + 1
	return len(head) > 20<<10 && len(head)/lines > 600
}

// Missing reports whether a file could not be opened because it is not there.
func Missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
