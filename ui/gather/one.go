package gather

import (
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"smartro-wizard/snippets/lint"
)

// Why a named file is not read.
var (
	ErrFolder = errors.New("it is a folder")
	ErrOdd    = errors.New("it is no usual file")
)

// longestName is the most bytes of a line that is taken for a file's name.
const longestName = 2048

// Named gives the file that a pasted text names, where it is the name of a file
// and no code: as terminals write a file that is dropped on them, in quotes,
// with a backslash before blanks, or as an address. It opens nothing but usual
// files: a pipe would be waited for.
func Named(s, home string) (f File, named bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longestName || strings.ContainsAny(s, "\n\x00") {
		return File{}, false
	}
	for _, name := range spellings(s, home) {
		info, err := os.Stat(name)
		switch {
		case err != nil:
			continue
		case info.IsDir():
			return File{Name: name, Err: ErrFolder}, true
		case !info.Mode().IsRegular():
			return File{Name: name, Err: ErrOdd}, true
		}
		return read(name), true
	}
	if looksNamed(s) {
		return File{Name: s, Err: os.ErrNotExist}, true
	}
	return File{}, false
}

// spellings are the names that a text may mean, as it stands first.
func spellings(s, home string) []string {
	all := []string{s}
	for _, quote := range []string{`"`, `'`} {
		if len(s) > 2 && strings.HasPrefix(s, quote) && strings.HasSuffix(s, quote) {
			all = append(all, s[1:len(s)-1])
		}
	}
	if strings.Contains(s, `\`) && filepath.Separator == '/' {
		all = append(all, strings.ReplaceAll(s, `\`, ""))
	}
	if address, ok := strings.CutPrefix(s, "file://"); ok {
		if path, err := url.PathUnescape(address); err == nil {
			all = append(all, path)
		}
	}
	if below, ok := strings.CutPrefix(s, "~/"); ok && home != "" {
		all = append(all, filepath.Join(home, below))
	}
	return all
}

// looksNamed reports whether a line can only be the name of a file.
func looksNamed(s string) bool {
	return lint.Reads(s) && !strings.ContainsAny(s, "(){};=<>,")
}
