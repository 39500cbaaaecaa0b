package answers

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// JSON is the canonical form: keys in the order of the contract, parameters in
// theirs, no blanks, nothing that was not given, no HTML escapes.
func JSON(a wizard.Answers) []byte {
	b, err := tree(a).MarshalJSON()
	if err != nil {
		panic("answers: a value that is no JSON: " + err.Error()) // only digits could be, and value.Digits checks them
	}
	return b
}

// tree is the form that files, flags and the share code have in common.
func tree(a wizard.Answers) value.Value { return treeOf(a, contract) }

// treeOf leaves out the makers of other calls: what they make is made by those
// of this one. A code of another version stays, to be told; see Check.
func treeOf(a wizard.Answers, among []key) value.Value {
	var fields []value.Field
	for _, k := range among {
		var v value.Value
		if k.path != nil && !k.of(a.Call()) {
			continue
		}
		if k.get != nil {
			v = k.get(a)
		}
		if k.kind == isObject {
			if below := treeOf(a, k.keys); below.Len() > 0 {
				v = below
			}
		}
		if !v.IsAbsent() {
			fields = append(fields, value.Field{Key: k.name, Value: v})
		}
	}
	return value.ObjectOf(fields...)
}
