package back

import (
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard"
)

// Mark notes that the thing to do of that name is to be done on this line.
func (d *Data) Mark(todo Words) Words {
	d.todos[string(todo)] = place{d.file.Path, d.out.Line()}
	return ""
}

// MarkParam notes that the value of a parameter stands on this line.
func (d *Data) MarkParam(path Words) Words {
	d.marks = append(d.marks, plan.Mark{Param: string(path), Line: d.out.Line()})
	return ""
}

// TierTodo marks a tier code that was left open, behind its line.
func (d *Data) TierTodo() Words { return d.open(d.plan.Server.Tier) }

// ChannelTodo marks a channel key that was left open, behind its line.
func (d *Data) ChannelTodo() Words { return d.open(d.plan.Server.Key) }

// PriceTodo marks a price that was left open and stands outside of Order.
func (d *Data) PriceTodo() Words { return d.open(d.plan.Server.Price) }

func (d *Data) open(p plan.Param) Words {
	if p.Later == "" {
		return ""
	}
	return d.later(p.Later)
}

// Replace is the mark of the functions that a shop replaces, as a comment. It
// stays in code without comments too.
func (d *Data) Replace() Words {
	d.Mark(plan.TodoOrders)
	return Words(d.file.Comment + " TODO(smartro-wizard): orders\n")
}

// later is the mark of a value that was left open. It stays in code without
// comments too: it says that a value is missing.
func (d *Data) later(name string) Words {
	d.Mark(later + Words(name))
	return Words(d.behind() + "TODO(smartro-wizard): " + name)
}

// prefix of the name of a value that was left open.
const later = "later "

// todo lists what is still to be done, what was left open first. Of that, a
// server has only what stands in its files.
func (d *Data) todo() []plan.Todo {
	var list []plan.Todo
	add := func(id, param string, at place) {
		list = append(list, plan.NewTodo(d.Lang, id, param, at.path, at.line))
	}
	for _, name := range d.plan.Later {
		if at, here := d.todos[later+name]; here {
			add(plan.TodoLater, name, at)
		}
	}
	if d.style.Commands {
		add(plan.TodoCommands, string(d.style.Start), place{})
		return list
	}
	for _, id := range d.style.Before {
		add(id, "", place{})
	}
	add(plan.TodoStart, string(d.style.Start), place{})
	for _, id := range d.style.After {
		add(id, "", place{})
	}
	add(plan.TodoOrders, "", d.todos[plan.TodoOrders])
	if d.plan.RedirectPath.Text() != string(d.Return) && d.plan.Uses(wizard.MakerRedirect) && d.plan.RedirectPath.Text() != "/" {
		add(plan.TodoForward, d.plan.RedirectPath.Text(), d.todos["return"])
	}
	hook := plan.TodoHook
	if d.Live {
		hook = plan.TodoHookLive
	}
	add(hook, "", d.todos["webhook"])
	if d.OwnMID && !d.Routed {
		add(plan.TodoMID, "", place{})
	}
	return list
}
