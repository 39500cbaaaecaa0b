package tui

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/value"
)

// telling are the parameters that tell who the merchant is. Those about the
// buyer say so in their rows.
var telling = []string{"channelKey", "channelGroupId", "merchant_uid", "notice_url", "confirm_url", "m_redirect_url", "app_scheme"}

// masked is a copy of the answers for a screen that others see: who the
// merchant and the buyer are is not in it. Code that is copied or saved is
// never made from it.
func masked(a wizard.Answers) wizard.Answers {
	for _, s := range []*string{&a.UserCode, &a.TierCode} {
		if *s != "" {
			*s = safe.Mask
		}
	}
	for _, p := range wizard.Params() {
		if !p.Personal && !slices.Contains(telling, p.Path) {
			continue
		}
		if v := a.Params.Get(p.Path); !v.IsAbsent() {
			a.Params = a.Params.With(p.Path, value.Text(safe.Mask))
		}
	}
	return a
}

// shown are the answers as texts on the screen may tell them.
func (m *Model) shown() wizard.Answers {
	if m.mask {
		return masked(m.draft.Answers())
	}
	return m.draft.Answers()
}

// shownCode is a line with the share code of these answers in it, which anybody
// can read, as the screen may show it.
func (m *Model) shownCode(line string) string {
	if !m.mask {
		return line
	}
	words := strings.Split(line, " ")
	for i, w := range words {
		if share.Looks(w) {
			words[i] = share.Prefix + safe.Mask
		}
	}
	return strings.Join(words, " ")
}
