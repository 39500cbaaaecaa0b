package snippets_test

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

var madeOrderID = regexp.MustCompile(`^[0-9a-f]{32}$`)

// expected is the Request of the answers as JavaScript has it: placeholders
// where something was left open, made values taken from got after a look at
// their shape.
func expected(t testing.TB, a wizard.Answers, got map[string]any) map[string]any {
	t.Helper()
	params := a.Case("").Requests[0].Params
	var put func(path string, v value.Value)
	put = func(path string, v value.Value) {
		switch v.Kind() {
		case value.Object:
			for _, f := range v.Fields() {
				put(strings.TrimPrefix(path+"."+f.Key, "."), f.Value)
			}
		case value.Later:
			params = params.With(path, placeholder(path))
		case value.Made:
			params = params.With(path, value.Text(made(t, a, path, v.Text(), got)))
		}
	}
	put("", params)
	if id := params.Get("merchant_uid"); a.Make.MerchantUID == nil {
		params = params.With("merchant_uid", value.Text(orderID(t, typedPrefix(id.Text()), got)))
	}
	raw, err := json.Marshal(params)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{}
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	return want
}

func placeholder(path string) value.Value {
	row, _ := wizard.ParamAt(path)
	switch row.Type {
	case "number":
		return value.Digits(row.Placeholder)
	case "object":
		return value.ObjectOf()
	}
	return value.Text(row.Placeholder)
}

// typedPrefix is what a number that was typed gives to those that are made.
func typedPrefix(id string) string {
	return regexp.MustCompile(`^[A-Za-z]{0,8}`).FindString(id)
}

func made(t testing.TB, a wizard.Answers, path, maker string, got map[string]any) string {
	t.Helper()
	today := time.Now().In(wizard.Korea)
	switch maker {
	case wizard.MakerOrderID, wizard.MakerServerID:
		return orderID(t, a.Make.MerchantUID.Prefix, got)
	case wizard.MakerRedirect:
		return "https://shop.example.com" + a.Make.MRedirectURL.Path
	case wizard.MakerVbankDue:
		return today.AddDate(0, 0, a.Make.VbankDue.Days).Format("20060102")
	}
	days := 0
	if path == "period.to" {
		days = a.Make.Period.Days - 1
	}
	return today.AddDate(0, 0, days).Format("20060102")
}

func orderID(t testing.TB, prefix string, got map[string]any) string {
	t.Helper()
	id, _ := got["merchant_uid"].(string)
	if digits, found := strings.CutPrefix(id, prefix); !found || !madeOrderID.MatchString(digits) {
		t.Errorf("merchant_uid is %q, want %s and 32 hexadecimal digits", id, prefix)
	}
	return id
}

// sends runs a target and judges what reaches the SDK: one init, and the
// Request after a click.
func sends(t *testing.T, a wizard.Answers, target string) {
	t.Helper()
	o := open(t, a, target, world{})
	o.do("click()")
	if n := o.count("seen.requests"); n != 1 {
		t.Fatalf("%d requests, want 1; errors %v", n, o.do("seen.errors").Export())
	}
	var raw string
	o.read("seen.requests[0].json", &raw)
	got := map[string]any{}
	if err := json.Unmarshal([]byte(raw), &got); err != nil {
		t.Fatal(err)
	}
	if want := expected(t, a, got); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	initialised(t, o, a)
}

func initialised(t *testing.T, o opened, a wizard.Answers) {
	t.Helper()
	code := a.UserCode
	if code == "" {
		code = "imp00000000"
	}
	want := [][]string{{code}}
	if a.TierCode != "" {
		want[0] = append(want[0], a.TierCode)
	}
	if a.Options.Page == wizard.PageV1 {
		want = nil
	}
	var init []string
	var calls [][]string
	o.read("seen.agency", &calls)
	o.read("seen.init", &init)
	for _, code := range init {
		calls = append(calls, []string{code})
	}
	if len(calls) != len(want) || len(want) > 0 && !reflect.DeepEqual(calls, want) || (a.TierCode == "") != (len(init) == 1) && len(want) > 0 {
		t.Errorf("init and agency were called with %v, want %v", calls, want)
	}
}

func TestTheRequestIsExactlyTheAnswers(t *testing.T) {
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) { all(t, tt.answers, sends) })
	}
}

func TestOrderOfParameters(t *testing.T) {
	all(t, card(), func(t *testing.T, a wizard.Answers, target string) {
		o := open(t, a, target, world{})
		o.do("click()")
		var keys []string
		o.read("Object.keys(seen.requests[0].params)", &keys)
		want := "channelKey pay_method merchant_uid name amount buyer_tel m_redirect_url"
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	})
}

// combination is one window that V1 opens.
type combination struct {
	channel wizard.Channel
	method  wizard.PayMethod
}

func (c combination) String() string {
	return strings.Join([]string{string(c.channel.Mode), string(c.channel.Module), string(c.channel.Type), string(c.method)}, "-")
}

// combinations are all of them. The documents give 17 for each mode.
func combinations(t testing.TB) []combination {
	t.Helper()
	var all []combination
	for _, c := range wizard.Channels() {
		if !c.Opens() {
			continue
		}
		for _, m := range c.PayMethods {
			all = append(all, combination{c, m})
		}
	}
	if len(all) != 34 {
		t.Fatalf("%d combinations of channel and pay method, the documents have 34", len(all))
	}
	return all
}

// answers are the least that a combination needs.
func (c combination) answers() wizard.Answers {
	a := card()
	a.Mode, a.Module, a.Type = c.channel.Mode, c.channel.Module, c.channel.Type
	a.Params = a.Params.With("pay_method", value.Text(string(c.method)))
	for _, row := range wizard.Params() {
		for _, n := range row.Required {
			if len(n.Unless) == 0 && n.With == "" && n.Holds(a.Module, a.Type, c.method) && a.Params.Get(row.Path).IsAbsent() && row.AsCode != wizard.AsComputed {
				a.Params = a.Params.With(row.Path, sample(row))
			}
		}
	}
	if c.method == "vbank" {
		a.Make.VbankDue = &wizard.MakeVbankDue{Days: 3}
	}
	return a
}

// sample is a value that a parameter may have.
func sample(row wizard.Param) value.Value {
	switch {
	case row.Path == "notice_url":
		return value.ListOf(value.Text("https://shop.example.com/hook"), value.Text("https://backup.example.com/hook"))
	case row.Path == "period":
		return object("from", "20261201", "to", "20261231")
	case row.Type == "number":
		return value.Digits("1")
	case row.Type == "boolean":
		return value.Truth(true)
	case row.Type == "object":
		return object("seller", "한빛", "items", value.ListOf(value.Digits("1"), value.Nothing()))
	case len(row.Limits.OneOf) > 0:
		return value.Text(row.Limits.OneOf[0])
	case row.Example != "":
		return value.Text(row.Example)
	}
	return value.Text("값 " + row.Path)
}

func TestEveryWindow(t *testing.T) {
	count := 0
	for _, c := range combinations(t) {
		t.Run(c.String(), func(t *testing.T) {
			for _, target := range targets {
				t.Run(target, func(t *testing.T) { sends(t, c.answers(), target) })
				count++
			}
		})
	}
	if t.Logf("%d windows", count); count != 34*4 {
		t.Errorf("%d windows, want %d", count, 34*4)
	}
}

// Every parameter with every method that allows it: in every target together
// with the others that are allowed, and in one of them, by turns, alone.
func TestEveryParameter(t *testing.T) {
	alone, together, seen := 0, 0, map[string]bool{}
	for _, c := range combinations(t)[:17] {
		full := c.answers()
		for _, row := range wizard.Params() {
			if !row.Allows(c.channel.Module, c.channel.Type, c.method) {
				continue
			}
			a := c.answers()
			a = setParam(a, row)
			if !slices.Contains([]string{"channelGroupId", "pg"}, row.Path) {
				full = setParam(full, row)
			}
			target := targets[alone%len(targets)]
			t.Run(c.String()+"/"+row.Path+"/"+target, func(t *testing.T) { sends(t, a, target) })
			alone++
			seen[row.Path] = true
		}
		t.Run(c.String()+"/together", func(t *testing.T) { all(t, full, sends) })
		together += len(targets) + 2
	}
	// The documents have 33 parameters.
	if t.Logf("%d parameters: %d requests with one of them, %d with all that are allowed", len(seen), alone, together); len(seen) != 33 || len(wizard.Params()) != 33 {
		t.Errorf("%d parameters of %d, want 33", len(seen), len(wizard.Params()))
	}
}

// setParam types a parameter. It takes the place of what would be made, and a
// selector that of the others; a fixed one stays.
func setParam(a wizard.Answers, row wizard.Param) wizard.Answers {
	switch row.Path {
	case "merchant_uid":
		a.Make.MerchantUID = nil
	case "m_redirect_url":
		a.Make.MRedirectURL = nil
	case "vbank_due":
		a.Make.VbankDue = nil
	case "channelGroupId", "pg":
		a.Params = a.Params.With("channelKey", value.Value{})
	case "pay_method":
		return a
	}
	if f, fixed := row.FixedFor(a.Type); fixed {
		a.Params = a.Params.With(row.Path, f.Value())
		return a
	}
	if a.Params.Get(row.Path).IsAbsent() {
		a.Params = a.Params.With(row.Path, sample(row))
	}
	return a
}
