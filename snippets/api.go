// Package snippets turns answers into files that are pasted or saved.
package snippets

import "smartro-wizard/wizard"

// File is one output. Path is slash-separated and relative. Marks tell on
// which line (from 1) a parameter stands, for the preview.
type File struct {
	Path     string `json:"path"`
	Language string `json:"language"`
	Body     string `json:"body"`
	Marks    []Mark `json:"-"`
}

// Mark is the line on which a parameter's value stands.
type Mark struct {
	Param string
	Line  int
}

// Todo is something the person still has to do, with its place in a file where there is one.
type Todo struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Path string `json:"path,omitempty"`
	Line int    `json:"line,omitempty"`
}

// Output is what Generate gives.
type Output struct {
	Files []File `json:"files"`
	Todo  []Todo `json:"todo"`
}

// Target is a kind of output.
type Target struct {
	Name, Side string
	Languages  []string
}

// Targets are the outputs of this build.
func Targets() []Target { return nil }

// Generate writes the targets for the answers. It does not judge: callers ask
// the rulebook first. The error names the target or the value that cannot be written.
func Generate(a wizard.Answers, targets ...string) (Output, error) { return Output{}, nil }
