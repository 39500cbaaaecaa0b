package snippets

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Cell is one way to pay as one target writes it. There is code for it, or Why
// says why not. Method is empty where the channel does not exist.
type Cell struct {
	wizard.Setup
	Method wizard.PayMethod
	Target string

	why func(text.Lang) string
}

// Code reports whether there is code.
func (c Cell) Code() bool { return c.why == nil }

// Why is the reason that stands in place of code.
func (c Cell) Why(l text.Lang) string {
	if c.why == nil {
		return ""
	}
	return c.why(l)
}

// Matrix is everything that somebody can ask for, a version after the other:
// module, mode, type, pay method, target.
func Matrix() []Cell {
	var all []Cell
	for _, sdk := range wizard.SDKs {
		for _, module := range []wizard.Module{wizard.ModuleNew, wizard.ModuleOld} {
			for _, mode := range []wizard.Mode{wizard.ModeTest, wizard.ModeLive} {
				for _, typ := range wizard.Types {
					all = append(all, cells(wizard.Setup{Mode: mode, SDK: sdk, Module: module, Type: typ})...)
				}
			}
		}
	}
	return all
}

func cells(s wizard.Setup) []Cell {
	c, has := wizard.ChannelOf(s.Mode, s.Module, s.Type)
	way := c.In(s.SDK)
	methods := way.PayMethods
	if len(methods) == 0 {
		methods = []wizard.PayMethod{""}
	}
	var all []Cell
	for _, m := range methods {
		for _, t := range targets {
			cell := Cell{Setup: s, Method: m, Target: t.Name}
			switch {
			case !has:
				cell.why = func(l text.Lang) string { return text.Of(l, "code.cell_no_channel") }
			case !way.Opens():
				cell.why = way.Note.In
			case !t.Speaks(s.SDK):
				cell.why = func(l text.Lang) string { return text.Of(l, "code.cell_no_version", "sdk", string(s.SDK)) }
			}
			all = append(all, cell)
		}
	}
	return all
}
