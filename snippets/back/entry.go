package back

import (
	"strings"

	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

// Entry is one field, of the example order or of what an operator sends. Name
// is what it is called, Key the same as a literal.
type Entry struct {
	Name       Words
	Key, Value Lit
	Text       bool // a text
	Number     bool // may have decimals
	Tree       bool // an object or a list

	// Of what an operator sends:
	Whole  bool  // a number without decimals
	Zero   bool  // a number that may be 0; none may be less
	Needed bool  // without it the request is bad
	Most   Words // characters of a text

	param plan.Param
	data  *Data
}

func (d *Data) entry(p plan.Param) (Entry, error) {
	e := Entry{Name: Words(p.Name), param: p, data: d}
	var err error
	if e.Key, err = d.lit(value.Text(p.Name)); err == nil {
		e.Value, err = d.lit(p.Value)
	}
	switch p.Value.Kind() {
	case value.String:
		e.Text = true
	case value.Number:
		e.Number = true
	case value.List, value.Object:
		e.Tree = true
	}
	return e, refusal.Under(p.Where(), err)
}

// At is the value with the lines behind its first moved to the right.
func (e Entry) At(blanks int) Lit {
	return Lit{strings.ReplaceAll(e.Value.code, "\n", "\n"+strings.Repeat(" ", blanks))}
}

// Mark notes that the value of the field stands on this line.
func (e Entry) Mark() Words { return e.data.MarkParam(Words(e.param.Path)) }

// Todo marks a value that was left open, behind its line.
func (e Entry) Todo() Words { return e.data.open(e.param) }
