package testpage

import (
	"io"
	"strings"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// selectors choose a channel; any one of them does.
var selectors = []string{"channelKey", "channelGroupId", "pg"}

// MissingError names the answers that are left for later or not there at all,
// and without which the payment window cannot be tried.
type MissingError struct{ Names []string }

func (e *MissingError) Error() string {
	return "answers are missing: " + strings.Join(e.Names, ", ")
}

// missing lists what keeps the request from being sent. It is asked for by
// name, because a window that stays shut says nothing. The page has a return
// address of its own.
func missing(c wizard.Case) []string {
	var names []string
	if !given(c, "user_code") {
		names = append(names, "user_code")
	}
	for _, p := range wizard.Params() {
		if p.Path != "m_redirect_url" && p.Needed(c.Setup, c.Requests[0].Params) && !given(c, p.Path) {
			names = append(names, p.Path)
		}
	}
	return names
}

func given(c wizard.Case, name string) bool {
	there := func(v value.Value) bool { return v.Known() || v.Kind() == value.Made }
	params := c.Requests[0].Params
	switch name {
	case "user_code":
		return there(c.Setup.UserCode) && c.Setup.TierCode.Kind() != value.Later
	case "channelKey":
		for _, s := range selectors {
			if there(params.Get(s)) {
				return true
			}
		}
		return false
	}
	return there(params.Get(name))
}

// made is a request that is ready to be sent, with the paths whose values are
// not the ones of the answers.
type made struct {
	params   value.Value
	order    string
	replaced []string
}

// maker works out, for each attempt, what the shop's page works out for each payment.
type maker struct {
	answers wizard.Answers
	landing string
	rand    io.Reader
}

func (m maker) request(now time.Time) (made, error) {
	order, err := wizard.MakeOrderID{Prefix: m.prefix()}.Make(m.rand)
	if err != nil {
		return made{}, err
	}
	return m.fill(order, now), nil
}

// fill puts the order number and everything else that is made into the request.
func (m maker) fill(order string, now time.Time) made {
	out := made{order: order}
	params := m.answers.Case(wizard.Day(now)).Requests[0].Params
	put := func(path string, v value.Value) {
		params = params.With(path, v)
		out.replaced = append(out.replaced, path)
	}
	put("merchant_uid", value.Text(order))
	if !params.Get("m_redirect_url").IsAbsent() {
		put("m_redirect_url", value.Text(m.landing))
	}
	if p := m.answers.Make.Period; p != nil && params.Get("period.from").Kind() == value.Made {
		from, to := p.Make(now)
		put("period.from", value.Text(from))
		put("period.to", value.Text(to))
	}
	if d := m.answers.Make.VbankDue; d != nil && params.Get("vbank_due").Kind() == value.Made {
		put("vbank_due", value.Text(d.Make(now)))
	}
	out.params = withoutLater(params)
	return out
}

// prefix stands before the 32 made digits, as in the generated code. A typed
// order number serves one attempt only, so it gives its leading letters.
func (m maker) prefix() string {
	if id := m.answers.Make.MerchantUID; id != nil {
		return id.Prefix
	}
	return leadingLetters(m.answers.Params.Get("merchant_uid").Text())
}

const longestPrefix = 8

func leadingLetters(s string) string {
	n := 0
	for n < len(s) && n < longestPrefix && (s[n]|0x20) >= 'a' && (s[n]|0x20) <= 'z' {
		n++
	}
	return s[:n]
}

// withoutLater leaves out optional values that were left open: what is open
// cannot be sent, and a placeholder would be a made-up value.
func withoutLater(v value.Value) value.Value {
	for _, f := range v.Fields() {
		switch f.Value.Kind() {
		case value.Later:
			v = v.With(f.Key, value.Value{})
		case value.Object:
			v = v.With(f.Key, withoutLater(f.Value))
		}
	}
	return v
}
