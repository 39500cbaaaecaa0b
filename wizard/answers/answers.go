// Package answers reads and writes wizard.Answers: YAML and JSON files, and
// flags. Below params it refuses nothing, because the rulebook judges what
// stands there; everywhere else what is wrong becomes a finding with its
// place. It opens no files and judges no payment.
package answers

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// The limits of an answers file.
const (
	MaxSize  = 1 << 20 // bytes
	MaxDepth = 64      // mappings and lists inside each other
)

// maxFindings bounds what a file full of nonsense can bring about.
const maxFindings = 50

// Decode reads an answers file, YAML or JSON. What is wrong with it comes back
// as findings with line and column, in the given language; the answers are as
// whole as they could be read. name is the file's name for the findings. It is
// Parse and, where nothing was wrong with the file as such, Check; a caller
// with flags does Parse, Set for each flag, Check and Merge.
func Decode(name string, src []byte, l text.Lang) (wizard.Answers, []wizard.Finding) {
	a, found, readable := parse(name, src, l)
	if !readable {
		return a, found
	}
	return a, Merge(found, Locate(Check(a, l), name, src, a))
}

// Parse is Decode without Check: it reports only what is wrong with the text
// itself, not what is missing or contradicts something else.
func Parse(name string, src []byte, l text.Lang) (wizard.Answers, []wizard.Finding) {
	a, found, _ := parse(name, src, l)
	return a, found
}

func parse(name string, src []byte, l text.Lang) (wizard.Answers, []wizard.Finding, bool) {
	r := &reader{lang: l, src: newSource(name, src)}
	root, ok := r.tree()
	if ok && root.Kind() != value.Object {
		r.report(notMapping, "", root.Span(), "")
		ok = false
	}
	a, newer := wizard.Answers{Params: value.ObjectOf()}, false
	if ok {
		r.call = callOf(root)
		a, newer = r.answers(root)
	}
	return a, r.found, ok && !newer
}

// Merge adds to what was found in a text what is wrong with the whole, save
// what only follows: a key or value that is misspelt is not also missing.
func Merge(found, more []wizard.Finding) []wizard.Finding {
	said := map[string]bool{}
	for _, f := range found {
		said[settingOf(f.Path)] = true
		for _, m := range f.Mends {
			for _, e := range m.Edits {
				if e.Op == value.Rename {
					said[join(parent(f.Path), e.To)] = true
				}
			}
		}
	}
	for _, f := range more {
		ours := strings.HasPrefix(f.Rule, prefix)
		if !said[settingOf(f.Path)] || f.Severity != wizard.SeverityError && !ours {
			found = append(found, f)
		}
	}
	return found
}

// callOf is the call that the tree of a file leads to.
func callOf(root value.Value) wizard.Call {
	return wizard.CallOf(wizard.FunctionOf(wizard.SDK(root.Get("sdk").Text()), wizard.Type(root.Get("type").Text())))
}

// settingOf is the path in an answers file of what the rulebook calls setup.
func settingOf(path string) string { return strings.TrimPrefix(path, "setup.") }

// reader collects findings while a file or a flag is read.
type reader struct {
	lang  text.Lang
	src   *source     // nil for a flag
	call  wizard.Call // by which names and types of parameters are read
	found []wizard.Finding
}
