package testpage

import (
	"cmp"
	"strconv"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

const mostShown = 200 // code points of a text that we did not write

// Say is an event as one line for people, safe for a terminal. The time before
// it is the caller's.
func Say(e Event, l text.Lang) string {
	n := strconv.Itoa(e.Attempt)
	switch e.Kind {
	case Listening:
		return text.Of(l, "page.say_listening", "url", e.URL)
	case Page:
		return text.Of(l, "page.say_page")
	case SDK:
		return text.Of(l, sdkTexts[e.State], "script", cmp.Or(e.script, wizard.ScriptV1))
	case Policy:
		if e.Directive == popup {
			return text.Of(l, "page.say_popup")
		}
		return text.Of(l, "page.say_policy", "directive", shown(e.Directive), "host", shown(e.Host))
	case Window:
		line := text.Of(l, "page.say_window", "n", n, "order", shown(e.MerchantUID))
		if len(e.Replaced) > 0 {
			line += text.Of(l, "page.say_replaced", "names", strings.Join(e.Replaced, ", "))
		}
		return line
	case Result:
		return sayResult(e, l)
	case Closed:
		return text.Of(l, closedTexts[e.Why], "n", n, "message", shown(e.Message)) + saySymptom(e, l)
	case Quiet:
		return text.Of(l, "page.say_quiet", "n", n)
	case Late:
		if e.Attempt == 0 {
			return text.Of(l, "page.say_stray", "via", text.Of(l, viaTexts[e.Via]))
		}
		return text.Of(l, "page.say_late", "n", n, "via", text.Of(l, viaTexts[e.Via]))
	case Key:
		return text.Of(l, keyTexts[e.State])
	}
	return string(e.Kind)
}

// popup is the directive of a pop-up that the browser refused: no rule of the
// page's policy, but blocked by one of the browser's.
const popup = "popup"

var (
	sdkTexts = map[string]string{
		Loaded:  "page.say_sdk_loaded",
		Blocked: "page.say_sdk_blocked",
		Timeout: "page.say_sdk_timeout",
	}
	closedTexts = map[string]string{
		WhyWindow:    "page.say_closed_window",
		WhyLeft:      "page.say_closed_left",
		WhyThrew:     "page.say_closed_threw",
		WhyCancelled: "page.say_closed_cancelled",
		WhyServer:    "page.say_closed_server",
		WhyFault:     "page.say_closed_fault",
	}
	viaTexts = map[string]string{
		ViaCallback: "page.via_callback",
		ViaRedirect: "page.via_redirect",
	}
	keyTexts = map[string]string{
		FromTest:   "page.say_key_test",
		FromLive:   "page.say_key_live",
		FromUnsure: "page.say_key_unsure",
	}
)

func sayResult(e Event, l text.Lang) string {
	via := text.Of(l, viaTexts[e.Via])
	switch e.Verdict {
	case VerdictMismatch:
		return text.Of(l, "page.say_mismatch", "via", via, "names", strings.Join(e.Differs, ", ")) + saySymptom(e, l)
	case VerdictError:
		code, message := problem(e.Fields)
		return text.Of(l, "page.say_error", "via", via, "code", shown(code), "message", shown(message)) + saySymptom(e, l)
	}
	name, number := numberOf(e.Fields)
	return text.Of(l, "page.say_claimed", "via", via, "name", name, "number", shown(number))
}

func saySymptom(e Event, l text.Lang) string {
	s, ok := wizard.SymptomOf(e.Symptom)
	if !ok {
		return ""
	}
	id := "page.say_like"
	if e.Sure {
		id = "page.say_sure"
	}
	return text.Of(l, id, "title", s.Title.In(l))
}

func shown(s string) string { return safe.Line(s, mostShown) }
