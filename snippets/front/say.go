package front

import (
	"html"
	"strings"

	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard/text"
)

// otherwise are the sentences that read differently where a window does not
// end with money.
var otherwise = map[plan.Ends]map[string]string{
	plan.EndsAccount: {"code.done": "code.done_account"},
	plan.EndsRegistered: {
		"code.title":          "code.title_card",
		"code.label_amount":   "code.label_amount_card",
		"code.pay":            "code.pay_card",
		"code.done":           "code.done_card",
		"code.failed":         "code.failed_card",
		"code.verifying":      "code.verifying_card",
		"code.refused":        "code.refused_card",
		"code.unverified":     "code.unverified_card",
		"code.comment_verify": "code.comment_verify_card",
		"code.type_outcome":   "code.type_outcome_card",
	},
}

// inV2 are the sentences that read differently where the code is for V2, after
// the look at the window's end.
var inV2 = map[string]string{
	"code.blocked":             "code.blocked_v2",
	"code.done_card":           "code.done_card_v2",
	"code.comment_back":        "code.comment_back_v2",
	"code.comment_days":        "code.comment_days_v2",
	"code.comment_confirm":     "code.comment_confirm_v2",
	"code.comment_verify":      "code.comment_verify_v2",
	"code.comment_verify_card": "code.comment_verify_card_v2",
	"code.comment_module":      "code.comment_module_v2",
	"code.comment_load":        "code.comment_load_v2",
	"code.comment_effect":      "code.comment_effect_v2",
	"code.comment_mounted":     "code.comment_mounted_v2",
	"code.note_redirect":       "code.note_redirect_v2",
	"code.note_ready":          "code.note_ready_v2",
	"code.note_busy":           "code.note_busy_v2",
}

func (d *Data) sentence(l text.Lang, id string) string {
	if other := otherwise[d.plan.Ends][id]; other != "" {
		id = other
	}
	if other := inV2[id]; d.V2 && other != "" {
		id = other
	}
	if d.Issues && id == "code.comment_order_id" {
		id = "code.comment_issue_id"
	}
	return text.Of(l, id, "selector", d.plan.Selector(), "redirect", d.plan.Call.Redirect, "order_id", d.plan.OrderID())
}

// Words is one of our sentences as text of a page.
func (d *Data) Words(id string) Words { return Words(html.EscapeString(d.sentence(d.Lang, id))) }

// Say is one of our sentences as a literal.
func (d *Data) Say(id string) (js.Lit, error) { return d.dialect.String(d.sentence(d.Lang, id)) }

// Text is a row of the table of sentences. Where the literal is ASCII only, a
// comment says what nobody can read from it.
func (d *Data) Text(name, id string) Words {
	lit, err := d.Say(id)
	if err != nil && d.failed == nil {
		d.failed = err
	}
	row := "  " + name + ": " + lit.String() + ","
	if d.dialect.ASCII && d.Lang == text.Ko {
		row += string(d.Trail(id))
	}
	return Words(row + "\n")
}

// Comment is a line that holds one of our sentences as a comment, or nothing
// where comments were not asked for.
func (d *Data) Comment(id string, indent ...int) Words {
	if !d.plan.Comments {
		return ""
	}
	blanks := 0
	for _, n := range indent {
		blanks += n
	}
	return Words(strings.Repeat(" ", blanks)+"// "+d.sentence(d.comments, id)) + "\n"
}

// Doc is a comment that editors show where the thing is used.
func (d *Data) Doc(id string) Words {
	if !d.plan.Comments {
		return ""
	}
	return Words("/** " + d.sentence(d.comments, id) + " */\n")
}

// Head is a comment before a declaration that others use.
func (d *Data) Head(id string) Words {
	if d.style.Types {
		return d.Doc(id)
	}
	return d.Comment(id)
}

// Trail is a comment behind code.
func (d *Data) Trail(id string) Words {
	if !d.plan.Comments {
		return ""
	}
	return Words(" // " + strings.TrimRight(d.sentence(d.comments, id), " "))
}

// Comments reports whether comments were asked for.
func (d *Data) Comments() bool { return d.plan.Comments }

// Const declares what does not change.
func (d *Data) Const() Words {
	if d.ES5 {
		return "var"
	}
	return "const"
}

// Wrap begins and Unwrap ends a script that leaves no names on its page.
func (d *Data) Wrap() Words {
	if d.ES5 {
		return "(function () {\n"
	}
	return "(() => {\n"
}

// Unwrap ends what Wrap begins.
func (d *Data) Unwrap() Words { return "})();\n" }

// Charset is the encoding as a page names it.
func (d *Data) Charset() Words {
	if d.plan.EUCKR {
		return "euc-kr"
	}
	return "utf-8"
}

// T is a piece of a type, where there are types.
func (d *Data) T(code Words) Words {
	if !d.style.Types {
		return ""
	}
	return code
}

// Export makes a declaration one of a module's own.
func (d *Data) Export() Words {
	if !d.style.Export {
		return ""
	}
	return "export "
}

// Imp is the SDK as it stands on the window.
func (d *Data) Imp() Words {
	if d.style.Types {
		return "sdk()"
	}
	return "window." + d.SDK
}

// Indent moves the lines that follow to the right.
func (d *Data) Indent(blanks Words) Words {
	d.out.Indent(string(blanks))
	return ""
}
