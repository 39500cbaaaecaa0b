package rulebook

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// card is a sound card payment with one parameter put in its place.
func card(t testing.TB, path string, v value.Value) wizard.Case {
	t.Helper()
	c := load(t, "v1-overlays.yaml").base(t, "general_card")
	if path != "" {
		set(t, &c, path, v)
	}
	return c
}

func of(findings []wizard.Finding, rule string) (wizard.Finding, bool) {
	i := slices.IndexFunc(findings, func(f wizard.Finding) bool { return f.Rule == rule })
	if i < 0 {
		return wizard.Finding{}, false
	}
	return findings[i], true
}

// TestEveryKindOfValue: what a value's kind means is the engine's, the same
// for every rule that wants something, shapes it, or forbids it.
func TestEveryKindOfValue(t *testing.T) {
	const silent = wizard.State("")
	for _, tc := range []struct {
		name                    string
		v                       value.Value
		required, shape, forbid wizard.State
	}{
		{"absent", value.Value{}, wizard.StateFound, silent, silent},
		{"null", value.Nothing(), wizard.StateFound, silent, silent},
		{"empty", value.Text(""), wizard.StateFound, silent, silent},
		{"blank", value.Text(" \t\u3000"), wizard.StateFound, silent, silent},
		{"sound text", value.Text("02-123-4567"), silent, silent, wizard.StateFound},
		{"broken text", value.Text("x"), silent, wizard.StateFound, wizard.StateFound},
		{"digits of a number", value.Digits("1012345678"), silent, silent, wizard.StateFound},
		{"bool", value.Truth(true), silent, wizard.StateFound, wizard.StateFound},
		{"list", value.ListOf(), silent, wizard.StateFound, wizard.StateFound},
		{"object", value.ObjectOf(), silent, wizard.StateFound, wizard.StateFound},
		{"later", value.LeftOpen(), wizard.StateLater, silent, silent},
		{"made", value.MadeBy("server"), silent, silent, wizard.StateFound},
		{"unknown", value.UnknownBecause("props.tel"), wizard.StateUnknown, wizard.StateUnknown, wizard.StateUnknown},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tel := Judge(card(t, "params.buyer_tel", tc.v), text.Ko)
			checkState(t, tel, "buyer-tel-required", tc.required)
			checkState(t, tel, "buyer-tel-format", tc.shape)
			checkState(t, Judge(card(t, "params.vat_amount", tc.v), text.Ko), "vat-amount-unsupported", tc.forbid)
		})
	}
}

func checkState(t *testing.T, findings []wizard.Finding, rule string, want wizard.State) {
	t.Helper()
	f, _ := of(findings, rule)
	if f.State != want {
		t.Errorf("%s: state %q, want %q", rule, f.State, want)
	}
	if f.State != wizard.StateFound && f.State != "" && f.Severity != wizard.SeverityInfo {
		t.Errorf("%s: %s with severity %s", rule, f.State, f.Severity)
	}
}

func TestUnknownTreeSaysOnlyWhatIsMissing(t *testing.T) {
	c := card(t, "", value.Value{})
	c.Requests[0].Params = value.UnknownBecause("order")
	findings := Judge(c, text.En)
	if _, ok := of(findings, "channel-key-required"); !ok {
		t.Error("nothing says that the channel cannot be told")
	}
	for _, f := range findings {
		if f.State != wizard.StateUnknown {
			t.Errorf("%s is %s in a tree that nobody knows", f.Rule, f.State)
		}
	}
	if _, ok := of(findings, "vat-amount-unsupported"); ok {
		t.Error("a key that nobody saw is reported")
	}
}

func TestUnknownFactIsNotBroken(t *testing.T) {
	for _, fact := range []string{"sdk.script", "callback.decides", "redirect.handled", "order_id.source", "init.calls"} {
		findings := Judge(card(t, "facts."+fact, value.UnknownBecause("another file")), text.Ko)
		if len(findings) == 0 {
			t.Errorf("%s: nothing says that it cannot be told", fact)
		}
		for _, f := range findings {
			if f.State != wizard.StateUnknown || f.Path != "facts."+fact {
				t.Errorf("%s: %s is %s at %s", fact, f.Rule, f.State, f.Path)
			}
		}
		if gone := Judge(card(t, "facts."+fact, value.Value{}), text.Ko); len(gone) > 0 {
			t.Errorf("%s was never asked, and there is:%s", fact, say(gone))
		}
	}
}

func TestUnknownPayMethodLeavesItsRulesOpen(t *testing.T) {
	c := card(t, "params.pay_method", value.UnknownBecause("method"))
	f, ok := of(Judge(c, text.Ko), "vbank-due-required")
	if !ok || f.State != wizard.StateUnknown {
		t.Errorf("vbank_due: %v %+v", ok, f)
	}
	if f, ok := of(Judge(c, text.Ko), "pay-method-allowed-smartro-v2"); !ok || f.State != wizard.StateUnknown {
		t.Errorf("pay_method itself: %v %+v", ok, f)
	}
}

func TestFindingsAreSorted(t *testing.T) {
	c := card(t, "params.amount", value.Text("1004"))
	c.Requests[0].Params = c.Requests[0].Params.With("popup", value.Truth(true)).With("merchant_uid", value.Value{}).
		With("currency", value.Text("KRW")).With("buyer_email", value.Text("x")).With("buyer_tel", value.Value{})
	want := []string{"amount-number-type", "buyer-tel-required", "buyer-email-format", "merchant-uid-required", "currency-ignored", "popup-irrelevant"}
	var got []string
	for _, f := range Judge(c, text.Ko) {
		got = append(got, f.Rule)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTwoCallsShareWhatIsSaidOfTheirPage(t *testing.T) {
	c := card(t, "facts.callback.decides", value.ListOf(value.Text("success")))
	c.Requests = append(c.Requests, c.Requests[0])
	if findings := Judge(c, text.Ko); len(findings) != 1 {
		t.Errorf("want one finding:%s", say(findings))
	}
	set(t, &c, "params.amount", value.Text("1"))
	c.Requests[1].Params = c.Requests[0].Params
	if findings := Judge(c, text.Ko); len(findings) != 3 {
		t.Errorf("want one finding for each call and one for the page:%s", say(findings))
	}
}

func TestOtherCallsAreLeftAlone(t *testing.T) {
	c := card(t, "", value.Value{})
	c.Setup.SDK = wizard.V2
	c.Requests = []wizard.Request{{Function: "PortOne.requestPayment", Params: value.ObjectOf()}}
	findings := Judge(c, text.Ko)
	for _, f := range findings {
		if _, ok := RuleIn(wizard.V2, f.Rule); !ok {
			t.Errorf("a rule of V1 judges V2:%s", say(findings))
		}
	}
	c.Setup.SDK = wizard.V1
	if findings := Judge(c, text.Ko); len(findings) > 0 {
		t.Errorf("rules of V2 judge V1:%s", say(findings))
	}
	if findings := Judge(wizard.Case{}, text.Ko); len(findings) > 0 {
		t.Errorf("nothing was asked, and there is:%s", say(findings))
	}
}

func TestWhatAFindingShowsOfAValue(t *testing.T) {
	for _, tc := range []struct {
		name string
		path string
		v    value.Value
		want string
	}{
		{"text", "params.merchant_uid", value.Text("a_1"), `"a_1"`},
		{"number keeps its digits", "params.amount", value.Digits("1004.50"), "1004.50"},
		{"terminal control", "params.merchant_uid", value.Text("a\x1b[31m\u202e"), `"a\u001b[31m\u202e"`},
		{"long", "params.merchant_uid", value.Text(strings.Repeat("a_", 99)), `"` + strings.Repeat("a_", 38) + "..."},
		{"secret", "params.merchant_uid", value.Text("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567"), "***"},
		{"identity", "params.bypass.customerIdentifier", value.Text("900101-1234567"), "***"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			findings := Judge(card(t, tc.path, tc.v), text.Ko)
			if len(findings) == 0 || findings[0].Value != tc.want {
				t.Errorf("want %s:%s", tc.want, say(findings))
			}
			for _, f := range findings {
				if strings.ContainsAny(f.Message+f.Path+f.Value, "\x1b\u202e") || len([]rune(f.Value)) > 80 {
					t.Errorf("%s is not safe to show: %q %q", f.Rule, f.Message, f.Value)
				}
			}
		})
	}
}

func TestFindingsPointAtTheText(t *testing.T) {
	call, at := value.Span{Start: 10, End: 90}, value.Span{Start: 30, End: 36}
	c := card(t, "params.amount", value.Text("1004").At(at))
	c.Requests[0].Params = c.Requests[0].Params.With("buyer_tel", value.Value{}).At(call)
	findings := Judge(c, text.Ko)
	if f, _ := of(findings, "amount-number-type"); f.Span != at {
		t.Errorf("the value's place: %v", f.Span)
	}
	if f, _ := of(findings, "buyer-tel-required"); f.Span != call {
		t.Errorf("the call's place for what is missing: %v", f.Span)
	}
}

// TestJudgeTakesAnything: no tree of values may bring the rulebook down, and
// every finding is whole and safe to show.
func TestJudgeTakesAnything(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	v := load(t, "v1-overlays.yaml")
	var paths []string
	for _, rule := range Rules() {
		for _, path := range rule.Reads {
			paths = append(paths, strings.ReplaceAll(path, "*", "0"))
		}
	}
	paths = slices.DeleteFunc(paths, func(p string) bool { return p == "fn" || p == "params" || strings.HasPrefix(p, "setup") })
	var bases []string
	for name, b := range v.Bases {
		if b.Fn != "" {
			bases = append(bases, name)
		}
	}
	slices.Sort(bases)
	cases := map[string]wizard.Case{}
	for _, name := range bases {
		cases[name] = v.base(t, name)
	}
	findings := 0
	for range 5000 {
		c := lay(t, cases[bases[r.IntN(len(bases))]], nil)
		for range 1 + r.IntN(5) {
			set(t, &c, paths[r.IntN(len(paths))], anything(r, 3))
		}
		for _, f := range Judge(c, text.Langs[r.IntN(2)]) {
			findings++
			if f.Message == "" || f.Path == "" || f.State == "" || strings.ContainsAny(f.Value+f.Message+f.Path, "\x00\x1b\n\u202e") {
				t.Fatalf("a finding that cannot be shown: %+v", f)
			}
		}
		Checklist(c, text.En)
	}
	t.Logf("5000 cases, %d findings", findings)
}

func anything(r *rand.Rand, deep int) value.Value {
	texts := []string{"", " ", "card", "USD", "20261231", "99999999", "2026-13-45 99:99:99", "\x1b[2J\u202e", "true", "1e999", "ㅎ한글\u3164", strings.Repeat("가", 300), "[::1]:x", "http://[::", "a.b*c"}
	digits := []string{"0", "-1", "1.5", "1e999", "-0", "0.1e-400", "99999999999999999999", "90"}
	switch k := r.IntN(10); {
	case k == 0:
		return value.Value{}
	case k == 1:
		return value.Nothing()
	case k == 2:
		return value.Truth(r.IntN(2) == 0)
	case k == 3:
		return value.Digits(digits[r.IntN(len(digits))])
	case k == 4:
		return []value.Value{value.LeftOpen(), value.MadeBy("x"), value.UnknownBecause("y\x1b")}[r.IntN(3)]
	case k == 5 && deep > 0:
		return value.ListOf(anything(r, deep-1), anything(r, deep-1))
	case k == 6 && deep > 0:
		return value.ObjectOf(value.Field{Key: texts[r.IntN(len(texts))], Value: anything(r, deep-1)},
			value.Field{Key: "smartro_v2", Value: anything(r, deep-1)})
	}
	return value.Text(texts[r.IntN(len(texts))])
}
