// Package licences finds the modules that a build links and says under which
// licence each one comes.
package licences

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Allowed are the licences that a program handed out as MIT may link.
var Allowed = []string{"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "ISC", "MPL-2.0"}

// Module is one module with its folder in the module cache.
type Module struct {
	Path, Version, Dir string
}

// Linked lists the modules that go list finds behind the packages of the
// module in dir, sorted. env is added to the environment (GOOS, GOARCH), flags
// come before the packages.
func Linked(dir string, env []string, args ...string) ([]Module, error) {
	format := "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}"
	cmd := exec.Command("go", append([]string{"list", "-deps", "-f", format}, args...)...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("list modules: %w", err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	slices.Sort(lines)
	var all []Module
	for _, line := range slices.Compact(lines) {
		if parts := strings.SplitN(line, " ", 3); len(parts) == 3 {
			all = append(all, Module{parts[0], parts[1], parts[2]})
		}
	}
	return all, nil
}

// Text reads the module's licence files and notices, one after the other.
func (m Module) Text() (string, error) {
	entries, err := os.ReadDir(m.Dir)
	if err != nil {
		return "", fmt.Errorf("licence of %s: %w", m.Path, err)
	}
	var all []string
	for _, e := range entries {
		if !e.Type().IsRegular() || !tells(e.Name()) {
			continue
		}
		b, err := os.ReadFile(filepath.Join(m.Dir, e.Name()))
		if err != nil {
			return "", fmt.Errorf("licence of %s: %w", m.Path, err)
		}
		all = append(all, strings.TrimSpace(string(b))+"\n")
	}
	if len(all) == 0 {
		return "", fmt.Errorf("licence of %s: no file", m.Path)
	}
	return strings.Join(all, "\n"), nil
}

// tells reports whether a file of this name holds a licence or a notice that goes with it.
func tells(name string) bool {
	name = strings.ToUpper(name)
	for _, start := range []string{"LICEN", "COPYING", "NOTICE"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}

// phrases are checked in order; each is in one licence only once those before it are ruled out.
var phrases = []struct{ name, phrase string }{
	{"AGPL", "affero general public license"},
	{"LGPL", "lesser general public license version"},
	{"Apache-2.0", "apache license version 2.0"},
	{"MPL-2.0", "mozilla public license version 2.0"},
	{"GPL", "gnu general public license version"},
	{"MIT", "permission is hereby granted, free of charge"},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any"},
	{"BSD-3-Clause", "may be used to endorse or promote products"},
	{"BSD-2-Clause", "redistributions in binary form must reproduce"},
}

// Kind names the licence of a text by its telling phrase, or "" when it is none of those known.
func Kind(text string) string {
	flat := strings.Join(strings.Fields(strings.ToLower(text)), " ")
	flat = strings.ReplaceAll(flat, "license, version", "license version")
	for _, p := range phrases {
		if strings.Contains(flat, p.phrase) {
			return p.name
		}
	}
	return ""
}
