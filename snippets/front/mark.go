package front

import (
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard"
)

// MarkParam notes that the value of a parameter stands on this line.
func (d *Data) MarkParam(path Words) Words {
	d.marks = append(d.marks, plan.Mark{Param: string(path), Line: d.out.Line()})
	return ""
}

// MarkOrderID notes that the order number begins on this line.
func (d *Data) MarkOrderID() Words { return d.MarkParam(Words(d.plan.Call.OrderID)) }

// MarkTodo notes that something is to be done on this line.
func (d *Data) MarkTodo(id Words) Words {
	d.todos[string(id)] = d.out.Line()
	return ""
}

// Note is a comment behind a parameter of the request.
func (e Entry) Note(id string) Words { return e.data.Trail(id) }

// Mark notes the line of the parameter, if its value stands here.
func (e Entry) Mark() Words {
	if e.owner {
		e.data.MarkParam(Words(e.param.Path))
	}
	return ""
}

// Todo marks a value that was left open. The mark stays in code without
// comments too: it says that a value is missing.
func (e Entry) Todo() Words {
	if e.param.Later == "" || e.InConfig || e.InOrder {
		return ""
	}
	e.data.MarkTodo(Words(later + e.param.Later))
	return Words(" // TODO(smartro-wizard): " + e.param.Later)
}

// later stands before the name of a value that was left open.
const later = "later "

// verify is what the server has to look up.
var verify = map[plan.Ends]string{plan.EndsPaid: plan.TodoVerify, plan.EndsAccount: plan.TodoAccount, plan.EndsRegistered: plan.TodoCard}

// verifyV2 is the same in V2, of which no server is written.
var verifyV2 = map[plan.Ends]string{plan.EndsPaid: plan.TodoVerifyV2, plan.EndsAccount: plan.TodoAccountV2, plan.EndsRegistered: plan.TodoCardV2}

// todo lists what is still to be done, what was left open first.
func (d *Data) todo() []plan.Todo {
	var list []plan.Todo
	add := func(id, param string, line int) {
		at := d.style.Path
		if line == 0 {
			at = ""
		}
		list = append(list, plan.NewTodo(d.Lang, id, param, at, line))
	}
	for _, name := range d.plan.Later {
		add(plan.TodoLater, name, d.todos[later+name])
	}
	if d.plan.Insert {
		add(plan.TodoPage, "", 0)
	}
	for _, id := range []string{plan.TodoButton, plan.TodoOrder, plan.TodoHandOver} {
		if line := d.todos[id]; line > 0 {
			add(id, "", line)
		}
	}
	if d.Package {
		add(plan.TodoInstall, "", 0)
	}
	look := verify
	if d.V2 {
		look = verifyV2
	}
	if d.V2 && d.Served {
		add(plan.TodoOrdersV2, "", d.todos["take order"])
	}
	add(look[d.plan.Ends], "", d.todos["verify"])
	if d.plan.Uses(wizard.MakerRedirect) {
		add(plan.TodoReturn, "", d.lineOf(d.plan.Call.Redirect))
	}
	key := map[wizard.Mode]string{wizard.ModeLive: plan.TodoLiveKey}[d.plan.Mode]
	if key == "" {
		key = plan.TodoTestKey
	}
	if selector := d.plan.Selector(); selector == "channelKey" { // the others tell their mode themselves
		add(key, "", d.lineOf(selector))
	}
	if d.plan.Mode != wizard.ModeLive {
		add(plan.TodoCancelled, "", 0)
	}
	return list
}

func (d *Data) lineOf(param string) int {
	for _, m := range d.marks {
		if m.Param == param {
			return m.Line
		}
	}
	return 0
}
