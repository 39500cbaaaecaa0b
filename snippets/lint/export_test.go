package lint

import (
	"smartro-wizard/snippets/lint/region"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

// Work counts what is looked at in one file: bytes while it is taken apart,
// nodes while it is read, values and facts while its cases are made.
func Work(name, body string) int {
	c := newCode(region.Split(name, body))
	c.cases(&Report{File: name, Text: body}, c.pageFacts(), wizard.Setup{})
	c.faults(text.En)
	return c.file.Looks() + c.work + c.program.Work()
}
