package back

import (
	"fmt"

	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard/text"
)

//go:generate go run ../compile -data ../back env.tmpl

// Blocks finds a block of a compiled template, nil where it has none of that
// name. The block without a name is the template itself.
type Blocks func(block string) func(*Data)

// Env writes .env.example, which is the same for every language.
func Env(block string) func(*Data) { return env(block) }

// Part is a file that is one block of the parts.
func Part(name string) Blocks {
	return func(block string) func(*Data) {
		if block != "" {
			return nil
		}
		return func(d *Data) { Block(d, name) }
	}
}

// Write writes the files of a target. The error is a *refusal.Error.
func Write(p plan.Plan, s Style) (plan.Output, error) {
	d, err := newData(p, s)
	if err != nil {
		return plan.Output{}, err
	}
	var out plan.Output
	for _, f := range s.Files {
		f.Path = s.Folder + f.Path
		file := d.write(f)
		if d.failed != nil {
			return plan.Output{}, d.failed
		}
		out.Files = append(out.Files, file)
	}
	out.Todo = d.todo()
	return out, nil
}

// write writes one file. A block of its own stands in place of one of the parts.
func (d *Data) write(f File) plan.File {
	d.file, d.out, d.marks = f, &plan.Lines{}, nil
	d.blocks = append([]Blocks{f.Template}, d.style.Parts...)
	Block(d, "")
	return plan.File{Path: f.Path, Language: f.Language, Body: d.out.String(), Marks: d.marks}
}

// Raw, Put and Block are what compiled templates do besides asking Data and
// Entry.

// Raw writes what stands in a template.
func Raw(d *Data, code Words) { d.out.WriteString(string(code)) }

// Put writes text of ours or a literal: what people typed has no other way
// into code.
func Put[T Words | Lit | text.Lang](d *Data, piece T) { d.out.WriteString(fmt.Sprint(piece)) }

// Block writes the block of that name which stands nearest to the file.
func Block(d *Data, name string) {
	for _, find := range d.blocks {
		if write := find(name); write != nil {
			write(d)
			return
		}
	}
	panic("back: no template has a block " + name)
}
