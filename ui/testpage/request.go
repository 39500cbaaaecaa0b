package testpage

import (
	"io"
	"strings"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

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
	call := c.Setup.Call()
	if call.SDK() == wizard.V1 && !given(c, "user_code") {
		names = append(names, "user_code")
	}
	for _, p := range wizard.ParamsOf(call.Function) {
		if p.Path != call.Redirect && p.Needed(c.Setup, c.Requests[0].Params) && !given(c, p.Path) {
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
		for _, s := range c.Setup.Call().Selectors {
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
	tongue
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
	id := wizard.MakeOrderID{Prefix: m.prefix()}
	make := id.Make
	if m.answers.Call().Function == wizard.RequestIssueBillingKey {
		make = id.MakeIssue
	}
	order, err := make(m.rand)
	if err != nil {
		return made{}, err
	}
	return m.fill(order, now), nil
}

// fill puts the order number and everything else that is made into the request.
func (m maker) fill(order string, now time.Time) made {
	call := m.answers.Call()
	out := made{tongue: tongues[call.Function], order: order}
	params := m.answers.Case(wizard.Day(now)).Requests[0].Params
	put := func(path string, v value.Value) {
		params = params.With(path, v)
		out.replaced = append(out.replaced, path)
	}
	put(call.OrderID, value.Text(order))
	if !params.Get(call.Redirect).IsAbsent() {
		put(call.Redirect, value.Text(m.landing))
	}
	if p := m.answers.Make.Period; p != nil && params.Get(call.Period+".from").Kind() == value.Made {
		from, to := p.Make(now)
		if call.SDK() == wizard.V2 {
			from, to = p.MakeRange(now)
		}
		put(call.Period+".from", value.Text(from))
		put(call.Period+".to", value.Text(to))
	}
	if d := m.answers.Make.VbankDue; d != nil && params.Get(call.Due).Kind() == value.Made {
		due := d.Make(now)
		if call.SDK() == wizard.V2 {
			due = d.MakeDueDate(now)
		}
		put(call.Due, value.Text(due))
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
	call := m.answers.Call()
	longest := longestPrefix
	if call.Function == wizard.RequestIssueBillingKey {
		longest = longestIssuePrefix
	}
	return leadingLetters(m.answers.Params.Get(call.OrderID).Text(), longest)
}

// As long may a prefix be, so that the made digits have room behind it.
const (
	longestPrefix      = 8
	longestIssuePrefix = 4
)

func leadingLetters(s string, longest int) string {
	n := 0
	for n < len(s) && n < longest && (s[n]|0x20) >= 'a' && (s[n]|0x20) <= 'z' {
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
