// Package curl writes the curl target: commands that ask PortOne directly, for
// shops and support desks without a server of ours. It is one script for any
// POSIX shell that needs curl only; nothing runs unless it is named.
package curl

import (
	"fmt"

	"smartro-wizard/snippets/back"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/sh"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Name is the target's name.
const Name = "curl"

//go:generate go run ../compile -data ../back portone.sh.tmpl commands.sh.tmpl

// Write writes the script. It has a command for all that payments of this kind
// have, whatever was chosen for a server. The error is a *refusal.Error.
func Write(p plan.Plan) (plan.Output, error) {
	p.EUCKR = false // no page has it, and PortOne takes UTF-8
	p.Server.Parts = wizard.PartsOf(p.Server.Module, p.Server.Type, p.Server.Method)
	return back.Write(p, back.Style{
		Literal:  literal,
		Commands: true,
		Parts:    []back.Blocks{commands},
		Files:    []back.File{{Path: "portone.sh", Language: "shell", Comment: "#", Template: portone}},
		Start:    "sh portone.sh",
	})
}

func literal(v value.Value, _ bool) (fmt.Stringer, error) { return sh.Encode(v) }
