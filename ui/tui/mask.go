package tui

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

// masked is a copy of the answers for a screen that others see: who the
// merchant and the buyer are is not in it. Code that is copied or saved is
// never made from it.
func masked(a wizard.Answers) wizard.Answers {
	if a.UserCode != "" {
		a.UserCode = safe.Mask
	}
	for _, f := range a.Params.Fields() {
		p, known := wizard.ParamAt(f.Key)
		if f.Value.Kind() == value.String && known && (p.Personal || slices.Contains([]string{"channelKey", "merchant_uid"}, f.Key)) {
			a.Params = a.Params.With(f.Key, value.Text(safe.Mask))
		}
	}
	return a
}
