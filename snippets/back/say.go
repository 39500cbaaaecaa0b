package back

import (
	"cmp"
	"html"
	"strings"

	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// otherwise are the sentences that read differently where a window does not
// end with money.
var otherwise = map[plan.Ends]map[string]string{
	plan.EndsRegistered: {
		"back.not_found":   "back.not_found_card",
		"back.unconfirmed": "back.unconfirmed_card",
		"back.mismatch":    "back.mismatch_card",
	},
}

func (d *Data) sentence(l text.Lang, id string) string {
	if other := otherwise[d.plan.Ends][id]; other != "" {
		id = other
	}
	return text.Of(l, id)
}

// Say is one of our sentences as a literal.
func (d *Data) Say(id string) Lit {
	lit, err := d.lit(value.Text(d.sentence(d.Lang, id)))
	if err != nil && d.failed == nil {
		d.failed = err
	}
	return lit
}

// Comments reports whether comments were asked for and the file can have them.
func (d *Data) Comments() bool { return d.plan.Comments && d.file.Comment != "" }

// Comment is a line that holds one of our sentences as a comment, or nothing
// where there are no comments.
func (d *Data) Comment(id string, indent ...int) Words {
	if !d.Comments() {
		return ""
	}
	blanks := 0
	for _, n := range indent {
		blanks += n
	}
	return Words(strings.Repeat(" ", blanks) + d.file.Comment + " " + d.sentence(d.comments, id) + "\n")
}

// Trail is a comment behind code.
func (d *Data) Trail(id string) Words {
	if !d.Comments() {
		return ""
	}
	return Words(d.behind() + d.sentence(d.comments, id))
}

// behind begins a comment behind code.
func (d *Data) behind() string { return cmp.Or(d.file.Gap, " ") + d.file.Comment + " " }

// T is a piece of a type, where there are types.
func (d *Data) T(code Words) Words {
	if !d.style.Types {
		return ""
	}
	return code
}

// Title is a heading of a page.
func (d *Data) Title() Words { return Words(html.EscapeString(d.sentence(d.Lang, d.title()))) }

func (d *Data) title() string {
	if d.Card {
		return "code.title_card"
	}
	return "code.title"
}

// Up leads from the file to the top of the target: ../../
func (d *Data) Up() Words { return Words(d.file.up()) }

// Start is the line that starts the server.
func (d *Data) Start() Words { return Words(d.style.Start) }

// Indent moves the lines that follow to the right.
func (d *Data) Indent(blanks Words) Words {
	d.out.Indent(string(blanks))
	return ""
}
