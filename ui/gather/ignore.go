package gather

import (
	"os"
	"path"
	"path/filepath"
	"strings"
)

// rule is one line of a .gitignore.
type rule struct {
	dir      string // where the file lies
	pattern  []string
	anchored bool // it speaks of the path, and not of a name at any depth
	folder   bool // it speaks of folders alone
	keep     bool // it takes an earlier line back
}

func ignoreFile(dir string) []rule {
	raw, err := os.ReadFile(filepath.Join(dir, ".gitignore"))
	if err != nil || len(raw) > 1<<20 {
		return nil
	}
	var rules []rule
	for line := range strings.Lines(string(raw)) {
		if r, ok := ruleOf(dir, strings.TrimRight(line, " \t\r\n")); ok {
			rules = append(rules, r)
		}
	}
	return rules
}

func ruleOf(dir, line string) (rule, bool) {
	if line == "" || line[0] == '#' {
		return rule{}, false
	}
	r := rule{dir: dir}
	line, r.keep = strings.CutPrefix(line, "!")
	line = strings.TrimPrefix(line, `\`)
	line, r.folder = strings.CutSuffix(line, "/")
	line, r.anchored = strings.CutPrefix(line, "/")
	r.anchored = r.anchored || strings.Contains(line, "/")
	r.pattern = strings.Split(line, "/")
	return r, line != ""
}

// ignored reports whether the last rule that speaks of a path leaves it out.
func ignored(rules []rule, name string, folder bool) bool {
	for i := len(rules) - 1; i >= 0; i-- {
		if rules[i].speaks(name, folder) {
			return !rules[i].keep
		}
	}
	return false
}

func (r rule) speaks(name string, folder bool) bool {
	if r.folder && !folder {
		return false
	}
	rel, err := filepath.Rel(r.dir, name)
	if err != nil {
		return false
	}
	parts := strings.Split(filepath.ToSlash(rel), "/")
	if !r.anchored {
		return match(r.pattern, parts[len(parts)-1:])
	}
	return match(r.pattern, parts)
}

// match compares a path part by part; ** stands for any number of parts.
func match(pattern, parts []string) bool {
	for len(pattern) > 0 {
		if pattern[0] == "**" {
			for i := range len(parts) + 1 {
				if match(pattern[1:], parts[i:]) {
					return true
				}
			}
			return false
		}
		if len(parts) == 0 {
			return false
		}
		if ok, err := path.Match(pattern[0], parts[0]); err != nil || !ok {
			return false
		}
		pattern, parts = pattern[1:], parts[1:]
	}
	return len(parts) == 0
}
