package front

import (
	"fmt"
	"slices"

	"smartro-wizard/snippets/java"
	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard/text"
)

//go:generate go run ../compile parts/common.tmpl parts/v1.tmpl parts/v2.tmpl parts/types.tmpl parts/modern.tmpl parts/buttons.tmpl parts/es5.tmpl parts/page.tmpl

// Blocks finds a block of a compiled template, nil where it has none of that
// name. The block without a name is the template itself.
type Blocks func(block string) func(*Data)

// Write writes a target. Its template may use every part, and have a block of
// its own in place of one of theirs. The error is a *refusal.Error.
func Write(p plan.Plan, s Style, template Blocks) (plan.Output, error) {
	d, err := newData(p, s)
	if err != nil {
		return plan.Output{}, err
	}
	syntax := []Blocks{modern, buttons}
	if d.ES5 {
		syntax = []Blocks{es5}
	}
	version := v1
	if d.V2 {
		version = v2
	}
	d.blocks = slices.Concat([]Blocks{template, version}, syntax, []Blocks{types, common, page})
	if Block(d, ""); d.failed != nil {
		return plan.Output{}, d.failed
	}
	file := plan.File{Path: s.Path, Language: s.Language, Body: d.out.String(), Marks: d.marks}
	if p.EUCKR && !s.Types {
		file.Encoding = plan.EUCKR
	}
	return plan.Output{Files: []plan.File{file}, Todo: d.todo()}, nil
}

// Raw, Put and Block are what compiled templates do besides asking Data and
// Entry.

// Raw writes what stands in a template.
func Raw(d *Data, code Words) { d.out.WriteString(string(code)) }

// Put writes text of ours or a literal: what people typed has no other way
// into code.
func Put[T Words | js.Lit | java.Lit | text.Lang](d *Data, piece T) {
	d.out.WriteString(fmt.Sprint(piece))
}

// Block writes the block of that name which stands nearest to the target.
func Block(d *Data, name string) {
	for _, find := range d.blocks {
		if write := find(name); write != nil {
			write(d)
			return
		}
	}
	panic("front: no template has a block " + name)
}
