package front

import (
	"strings"

	"smartro-wizard/wizard"
)

// version sets what differs between the versions of PortOne: which script
// there is and who brings it, and what things are called.
func (d *Data) version() {
	p := d.plan
	id := p.OrderID()
	d.OrderID, d.NewID, d.Bytes = Words(id), Words("new"+strings.ToUpper(id[:1])+id[1:]), "16"
	d.Script, d.SDK, d.Opens = wizard.ScriptV1, "IMP", "IMP.request_pay"
	if d.V2 = p.V2(); d.V2 {
		d.Script, d.SDK, d.Opens = wizard.ScriptV2, "PortOne", Words(p.Call.Function)
	}
	if p.Call.Maker(p.Call.OrderID) == wizard.MakerIssueID {
		d.Bytes, d.Issues = "8", true
	}
	d.Package = d.V2 && d.style.Types
	there := d.Insert || d.Package
	d.Tag, d.Load = d.style.Tag && !there, !d.style.Tag && !there
}
