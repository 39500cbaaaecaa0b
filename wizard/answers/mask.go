package answers

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/value"
)

// telling are the parameters that tell who the merchant is. Those about the
// buyer say so in their rows.
var telling = []string{"channelKey", "channelGroupId", "merchant_uid", "notice_url", "confirm_url", "m_redirect_url", "app_scheme", "storeId"}

// Masked is a copy of the answers for a screen that others see: who the
// merchant and the buyer are is not in it. Code that is copied or saved is
// never made from it.
func Masked(a wizard.Answers) wizard.Answers {
	for _, s := range []*string{&a.UserCode, &a.TierCode, &a.StoreID} {
		if *s != "" {
			*s = safe.Mask
		}
	}
	for _, p := range wizard.ParamsOf(a.Call().Function) {
		if !p.Personal && !slices.Contains(telling, p.Path) && !slices.Contains(telling, p.Twin) {
			continue
		}
		if v := a.Params.Get(p.Path); !v.IsAbsent() {
			a.Params = a.Params.With(p.Path, value.Text(safe.Mask))
		}
	}
	return a
}
