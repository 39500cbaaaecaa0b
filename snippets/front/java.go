package front

import (
	"smartro-wizard/snippets/java"
	"smartro-wizard/wizard/value"
)

// inJava gives an entry its literals in Java, where the page asks for them.
func (e *Entry) inJava() (err error) {
	if !e.data.style.Java {
		return nil
	}
	dialect := java.Dialect{ASCII: e.data.dialect.ASCII}
	if e.JavaKey, err = dialect.String(e.param.Name); err == nil {
		e.Java, err = dialect.Encode(e.param.Value)
	}
	return err
}

// Trees reports whether the order has an object or a list, which Java takes as
// a text of JSON.
func (d *Data) Trees() bool {
	for _, e := range d.Order {
		if k := e.param.Value.Kind(); k == value.Object || k == value.List {
			return true
		}
	}
	return false
}
