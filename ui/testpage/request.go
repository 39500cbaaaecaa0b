package testpage

import (
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// required are the answers without which no Smartro window opens. They are
// asked for by name, because a window that stays shut says nothing.
var required = []string{"user_code", "channelKey", "pay_method", "merchant_uid", "name", "amount", "buyer_tel"}

// selectors choose a channel; any one of them does.
var selectors = []string{"channelKey", "channelGroupId", "pg"}

// MissingError names the answers that are left for later or not there at all,
// and without which the payment window cannot be tried.
type MissingError struct{ Names []string }

func (e *MissingError) Error() string {
	return "answers are missing: " + strings.Join(e.Names, ", ")
}

// missing lists what keeps the request from being sent.
func missing(c wizard.Case) []string {
	var names []string
	for _, name := range required {
		if !given(c, name) {
			names = append(names, name)
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
	var raw [16]byte
	if _, err := io.ReadFull(m.rand, raw[:]); err != nil {
		return made{}, fmt.Errorf("make order number: %w", err)
	}
	return m.fill(m.prefix()+hex.EncodeToString(raw[:]), now), nil
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
		first := now.In(wizard.Korea)
		put("period.from", value.Text(first.Format("20060102")))
		put("period.to", value.Text(first.AddDate(0, 0, p.Days-1).Format("20060102")))
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
