// Package want says, for tests, what generated code has to do with answers:
// which calls reach the SDK, and what an order is that a shop hands in. It
// reads answers and the Request, never the code. Nothing but tests imports it.
package want

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"time"

	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Order gives the values of the answers that a shop hands in for each payment,
// by the names that code has for them.
func Order(t testing.TB, a wizard.Answers) map[string]any {
	t.Helper()
	p, err := plan.New(a)
	if err != nil {
		t.Fatal(err)
	}
	order := map[string]any{}
	for _, param := range p.Order {
		order[param.Name] = param.Value
	}
	if p.ServerID {
		order[p.OrderID()] = p.OrderPrefix.Text() + strings.Repeat("0a1f", lengths[p.Call.Maker(p.Call.OrderID)]/4)
	}
	return order
}

// lengths are of what is random in a made number.
var lengths = map[string]int{wizard.MakerOrderID: 32, wizard.MakerIssueID: 16}

// Init is what IMP.init or IMP.agency is called with, one list for each call.
func Init(a wizard.Answers) [][]string {
	if a.Options.Page == wizard.PageV1 || a.SDK == wizard.V2 {
		return [][]string{}
	}
	code, tier := a.UserCode, a.TierCode
	if code == "" {
		code = "imp00000000"
	}
	if tier == "" && a.LeftOpen("tier_code") {
		tier = "001"
	}
	if tier != "" {
		return [][]string{{code, tier}}
	}
	return [][]string{{code}}
}

// Request is the Request of the answers as JavaScript has it, on a page of the
// origin: placeholders where something was left open, made values taken from
// got after a look at their shape.
func Request(t testing.TB, a wizard.Answers, origin string, got map[string]any) map[string]any {
	t.Helper()
	r := request{t, a, a.Call(), origin, got, a.Case("").Requests[0].Params}
	r.settle("", r.params)
	if a.Make.MerchantUID == nil {
		r.put(r.call.OrderID, r.orderID(r.letters(r.params.Get(r.call.OrderID).Text())))
	}
	raw, err := json.Marshal(r.params)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]any{}
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

var (
	letters = regexp.MustCompile(`^[A-Za-z]{0,8}`)
	digits  = regexp.MustCompile(`^[0-9a-f]+$`)
)

type request struct {
	testing.TB
	a      wizard.Answers
	call   wizard.Call
	origin string
	got    map[string]any
	params value.Value
}

func (r *request) put(path, text string) { r.params = r.params.With(path, value.Text(text)) }

// settle gives a value to all that has none yet.
func (r *request) settle(path string, v value.Value) {
	switch v.Kind() {
	case value.Object:
		for _, f := range v.Fields() {
			r.settle(strings.TrimPrefix(path+"."+f.Key, "."), f.Value)
		}
	case value.Later:
		r.params = r.params.With(path, r.placeholder(path))
	case value.Made:
		r.put(path, r.made(path, v.Text()))
	}
}

func (r *request) placeholder(path string) value.Value {
	row, _ := wizard.ParamOf(r.call.Function, path)
	switch row.Type {
	case "number":
		return value.Digits(row.Placeholder)
	case "object":
		return value.ObjectOf()
	}
	return value.Text(row.Placeholder)
}

func (r *request) made(path, maker string) string {
	switch maker {
	case wizard.MakerRedirect:
		return r.a.Make.MRedirectURL.Make(r.origin)
	case wizard.MakerVbankDue, wizard.MakerDueDate, wizard.MakerPeriod, wizard.MakerOfferPeriod:
		return r.day(path)
	}
	return r.orderID(r.a.Make.MerchantUID.Prefix)
}

// day is the day that code was asked for, which may have begun while it ran.
func (r *request) day(path string) string {
	at := func(now time.Time) string {
		if path == r.call.Due {
			return r.due(now)
		}
		from, to := r.term(now)
		return map[string]string{r.call.Period + ".from": from, r.call.Period + ".to": to}[path]
	}
	now := time.Now()
	if before := at(now.Add(-time.Minute)); r.sent(path) == before {
		return before
	}
	return at(now)
}

func (r *request) due(now time.Time) string {
	if r.a.SDK == wizard.V2 {
		return r.a.Make.VbankDue.MakeDueDate(now)
	}
	return r.a.Make.VbankDue.Make(now)
}

func (r *request) term(now time.Time) (from, to string) {
	if r.a.SDK == wizard.V2 {
		return r.a.Make.Period.MakeRange(now)
	}
	return r.a.Make.Period.Make(now)
}

// sent is what the code sent at a path.
func (r *request) sent(path string) any {
	var at any = r.got
	for key := range strings.SplitSeq(path, ".") {
		object, _ := at.(map[string]any)
		at = object[key]
	}
	return at
}

func (r *request) orderID(prefix string) string {
	id, _ := r.got[r.call.OrderID].(string)
	made, found := strings.CutPrefix(id, prefix)
	if long := r.long(); !found || !digits.MatchString(made) || len(made) != long {
		r.Errorf("%s is %q, want %s and %d hexadecimal digits", r.call.OrderID, id, prefix, long)
	}
	return id
}

func (r *request) long() int { return lengths[r.call.Maker(r.call.OrderID)] }

// letters are what a typed number gives to those that are made.
func (r *request) letters(typed string) string {
	found := letters.FindString(typed)
	return found[:min(len(found), r.long()/4)]
}
