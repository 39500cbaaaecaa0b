package front

import (
	"strings"

	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Indent stands before a parameter among the types, which begin at the edge.
func (e Entry) Indent() Words { return e.Pad[len(requestPad)-2:] }

// Type is the TypeScript type of a parameter. What the shop hands in has the
// type of the catalogue; what stands in the code has the type that it is of.
func (e Entry) Type() Words {
	switch {
	case e.OrderID, e.ServerID, e.Redirect, e.Due:
		return "string"
	case e.Term:
		return "{ from: string; to: string }"
	}
	row, known := wizard.ParamOf(e.data.plan.Call.Function, e.param.Path)
	if known && e.param.From != plan.FromLiteral {
		return e.data.rowType(row)
	}
	return valueType(e.param.Value)
}

// rowType is the type of a row. The types of V2 name every member of an enum,
// so what a shop hands in has to be one of them; those of V1 are text.
func (d *Data) rowType(row wizard.Param) Words {
	if row.Limits.Codes == "" || !d.V2 {
		return Words(rowTypes.Replace(row.Type))
	}
	var members []string
	for _, c := range wizard.Codes(row.Limits.Codes) {
		members = append(members, `"`+c.Code+`"`)
	}
	return Words(strings.Join(members, " | "))
}

// rowTypes turns the types of the catalogue into those of TypeScript.
var rowTypes = strings.NewReplacer("object", "Record<string, unknown>", "list", "unknown[]")

func valueType(v value.Value) Words {
	switch v.Kind() {
	case value.String:
		return "string"
	case value.Number:
		return "number"
	case value.Bool:
		return "boolean"
	case value.List:
		return "unknown[]"
	case value.Object:
		return "Record<string, unknown>"
	}
	return "null"
}
