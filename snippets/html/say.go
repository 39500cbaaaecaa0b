package html

import (
	"html"
	"strings"

	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Words is one of our sentences as text of the page.
func (d *data) Words(id string) words { return words(html.EscapeString(text.Of(d.Lang, id))) }

// Say is one of our sentences as a string of the script.
func (d *data) Say(id string) (js.Lit, error) { return js.String(text.Of(d.Lang, id)) }

// Comment is a line that holds one of our sentences as a comment, or nothing
// where comments were not asked for.
func (d *data) Comment(indent int, id string) words {
	if !d.plan.Comments {
		return ""
	}
	return words(strings.Repeat(" ", indent)+"// "+text.Of(d.Lang, id)) + "\n"
}

// Trail is a comment behind code.
func (d *data) Trail(id string) words {
	if !d.plan.Comments {
		return ""
	}
	return words(" // " + text.Of(d.Lang, id))
}

// MarkParam notes that the value of a parameter stands on this line.
func (d *data) MarkParam(path words) words {
	d.marks = append(d.marks, plan.Mark{Param: string(path), Line: d.out.Line()})
	return ""
}

// MarkTodo notes that something is to be done on this line.
func (d *data) MarkTodo(id words) words {
	d.todos[string(id)] = d.out.Line()
	return ""
}

// Note is a comment behind a parameter of the request.
func (e entry) Note(id string) words { return e.page.Trail(id) }

// Mark notes the line of the parameter, if its value stands here.
func (e entry) Mark() words {
	if e.owner {
		e.page.MarkParam(words(e.param.Path))
	}
	return ""
}

// Todo marks a value that was left open. The mark stays in code without
// comments too: it says that a value is missing.
func (e entry) Todo() words {
	if e.param.Later == "" || e.InConfig || e.InOrder {
		return ""
	}
	e.page.todos["later "+e.param.Later] = e.page.out.Line()
	return words(" // TODO(smartro-wizard): " + e.param.Later)
}

// todo lists what is still to be done, what was left open first.
func (d *data) todo() []plan.Todo {
	var list []plan.Todo
	add := func(id, param string, line int) {
		at := Path
		if line == 0 {
			at = ""
		}
		list = append(list, plan.NewTodo(d.Lang, id, param, at, line))
	}
	for _, name := range d.plan.Later {
		add(plan.TodoLater, name, d.todos["later "+name])
	}
	add(plan.TodoOrder, "", d.todos["order"])
	add(plan.TodoVerify, "", d.todos["verify"])
	if d.plan.Uses(wizard.MakerRedirect) {
		add(plan.TodoReturn, "", d.lineOf("m_redirect_url"))
	}
	if d.plan.Mode == wizard.ModeLive {
		add(plan.TodoLiveKey, "", d.lineOf("channelKey"))
		return list
	}
	add(plan.TodoTestKey, "", d.lineOf("channelKey"))
	add(plan.TodoCancelled, "", 0)
	return list
}

func (d *data) lineOf(param string) int {
	for _, m := range d.marks {
		if m.Param == param {
			return m.Line
		}
	}
	return 0
}
