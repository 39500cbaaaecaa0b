package save

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"smartro-wizard/snippets"
	"smartro-wizard/wizard/safe"
)

// maxName is the longest name of one file or folder, in bytes, that the usual
// file systems take.
const maxName = 255

// checkNames refuses what no file of ours may be called on any system, so that
// the same answers give the same files everywhere.
func checkNames(dir string, files []snippets.File) error {
	if err := checkDir(dir); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, f := range files {
		folded := strings.ToLower(f.Path)
		if badPath(f.Path) || seen[folded] {
			return &Error{Why: WhyBadName, Path: f.Path}
		}
		seen[folded] = true
	}
	return nil
}

// checkDir looks at the folder as it was given and at where it leads: a tilde
// that the shell left alone, and anything below .git, are refused.
func checkDir(dir string) error {
	bad := &Error{Why: WhyBadName, Path: dir}
	if dir == "" {
		return bad
	}
	for _, part := range parts(dir[len(filepath.VolumeName(dir)):]) {
		if part != "." && part != ".." && badName(part) {
			return bad
		}
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return failed(dir, err)
	}
	for _, part := range parts(abs) {
		if isGit(part) {
			return bad
		}
	}
	return nil
}

func parts(dir string) []string {
	var all []string
	for _, p := range strings.Split(filepath.ToSlash(dir), "/") {
		if p != "" {
			all = append(all, p)
		}
	}
	return all
}

// badPath is for our own relative paths: every part has to be a plain name.
func badPath(p string) bool {
	for _, part := range strings.Split(p, "/") {
		if part == "" || part == "." || part == ".." || badName(part) {
			return true
		}
	}
	return false
}

func badName(name string) bool {
	last := name[len(name)-1]
	return len(name) > maxName || !utf8.ValidString(name) ||
		name[0] == '~' || last == '.' || last == ' ' ||
		strings.ContainsAny(name, `\:<>"|?*`) || strings.ContainsFunc(name, hidden) ||
		isGit(name) || isDevice(name)
}

func hidden(r rune) bool { return unicode.IsControl(r) || safe.Hidden(r) }

// isGit also knows the short name that Windows gives the folder.
func isGit(name string) bool {
	n := strings.ToLower(strings.TrimRight(name, ". "))
	return n == ".git" || n == "git~1"
}

// isDevice tells the names that Windows takes for devices, whatever follows a dot.
func isDevice(name string) bool {
	n, _, _ := strings.Cut(strings.ToUpper(name), ".")
	n = strings.TrimRight(n, " ")
	switch n {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if rest, ok := strings.CutPrefix(n, port); ok {
			r, size := utf8.DecodeRuneInString(rest)
			return size == len(rest) && strings.ContainsRune("123456789\u00b9\u00b2\u00b3", r)
		}
	}
	return false
}
