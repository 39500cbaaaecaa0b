package sample_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

func TestRandomAnswersOfV2AreClean(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 21))
	places := sample.PlacesIn(wizard.V2)
	carried := map[string]bool{}
	n := 0
	for _, at := range places {
		for range 120 {
			a := sample.Valid(r, at, today)
			n++
			for _, f := range findings(a) {
				if f.Severity != wizard.SeverityInfo {
					t.Fatalf("%s %s %s: %s at %s: %s\n%s", at.Mode, at.Type, at.Method, f.Rule, f.Path, f.Message, answers.JSON(a))
				}
			}
			request := a.Case(today).Requests[0]
			for _, p := range wizard.ParamsOf(request.Function) {
				if request.Params.Get(p.Path).IsAbsent() {
					continue
				}
				if !p.Allows(at.Module, at.Type, at.Method) {
					t.Fatalf("%s with %s %s", p.Path, at.Type, at.Method)
				}
				carried[request.Function+" "+p.Path] = true
			}
		}
	}
	want := 0
	for _, call := range wizard.Calls()[1:] {
		for _, p := range wizard.ParamsOf(call.Function) {
			if want++; !carried[call.Function+" "+p.Path] {
				t.Errorf("%s: %s never came", call.Function, p.Path)
			}
		}
	}
	if len(places) != 20 || want != 61 {
		t.Errorf("%d places, %d parameters, want 20 and 61", len(places), want)
	}
	t.Logf("%d random answers in %d places of V2, %d parameters", n, len(places), len(carried))
}

func TestWhatIsAlwaysWantedIsThereInV2(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 22))
	n := 0
	for _, at := range sample.PlacesIn(wizard.V2) {
		for _, p := range wizard.ParamsOf(wizard.FunctionOf(wizard.V2, at.Type)) {
			if !p.Allows(at.Module, at.Type, at.Method) || p.Path == "virtualAccount.accountExpiry.dueDate" {
				continue
			}
			n++
			a := sample.Valid(r, at, today, p.Path)
			if a.Case(today).Requests[0].Params.Get(p.Path).IsAbsent() {
				t.Errorf("%s %s: no %s in\n%s", at.Type, at.Method, p.Path, answers.JSON(a))
			}
		}
	}
	t.Logf("%d places of a parameter", n)
}

func TestOneBreakOfV2GivesItsFinding(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 23))
	n := 0
	for _, b := range sample.BreaksV2() {
		broken := 0
		for _, at := range sample.PlacesIn(wizard.V2) {
			for range 8 {
				was := sample.Valid(r, at, today)
				is, ok := b.Apply(r, at, was)
				if !ok {
					continue
				}
				broken++
				before, after := brokenRules(was), brokenRules(is)
				if !slices.Contains(after, b.Rule) {
					t.Fatalf("%s is silent at %s %s; before %v, after %v\n%s", b.Rule, at.Type, at.Method, before, after, answers.JSON(is))
				}
				for _, id := range after {
					if id != b.Rule && !slices.Contains(b.Also, id) && !slices.Contains(before, id) {
						t.Fatalf("%s: %s speaks too, at %s %s\n%s", b.Rule, id, at.Type, at.Method, answers.JSON(is))
					}
				}
			}
		}
		if broken == 0 {
			t.Errorf("%s: no answers could be broken", b.Rule)
		}
		n += broken
	}
	t.Logf("%d breaks of %d kinds", n, len(sample.BreaksV2()))
}

// unreachableV2 are rules of the window that answers cannot break: they read
// what only code, the console or the world can tell.
var unreachableV2 = []string{"app-scheme-webview", "api-type-has-no-test-mid", "function-not-for-smartro"}

func TestEveryRuleOfV2ThatAnswersCanBreakIsBroken(t *testing.T) {
	kinds := map[string]bool{}
	for _, b := range sample.BreaksV2() {
		kinds[b.Rule] = true
		if _, ok := rulebook.RuleIn(wizard.V2, b.Rule); !ok {
			t.Errorf("no rule %s", b.Rule)
		}
	}
	for _, r := range rulebook.RulesIn(wizard.V2) {
		rest := len(r.Functions) > 0 && (r.Functions[0] == rulebook.RESTCall || strings.Contains(r.Functions[0], " "))
		facts := strings.HasPrefix(r.Reads[0], "facts.") || slices.Contains(r.Reads, "facts.code.read")
		if r.Check == nil || rest || facts || kinds[r.ID] || slices.Contains(unreachableV2, r.ID) {
			continue
		}
		t.Errorf("nothing breaks %s, which reads %v", r.ID, r.Reads)
	}
	t.Logf("%d rules are broken", len(kinds))
}

// softly are findings that a value within its limits may bring: where a bank
// or a receipt is chosen beforehand there is no window.
var softly = []string{"vbank-direct-skips-window", "cash-receipt-skips-window", "currency-ignored", "vbank-due-time-ignored", "usd-amount-in-cents"}

// A limit stands in the row of the parameter and in the check of a rule. The
// two are the same limit.
func TestLimitsOfV2AgreeWithTheRules(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 25))
	n := 0
	for _, p := range slices.Concat(wizard.ParamsOf(wizard.RequestPayment), wizard.ParamsOf(wizard.RequestIssueBillingKey)) {
		for _, at := range sample.PlacesIn(wizard.V2) {
			_, fixed := p.FixedFor(at.Type)
			if at.Mode != wizard.ModeTest || fixed || p.Function != wizard.FunctionOf(wizard.V2, at.Type) || p.Path == "storeId" || !p.Allows(at.Module, at.Type, at.Method) {
				continue
			}
			in, out := edges(p, p.Limits)
			a := sample.Valid(r, at, today, p.Path)
			in = slices.DeleteFunc(in, func(v value.Value) bool {
				c, _ := wizard.CodeOf(wizard.CodesEasyPayV2, v.Text())
				return v.Text() == "EN" || c.Unconfirmed
			})
			switch p.Path {
			case "channelGroupId", "confirmUrl", "card.installment.monthOption.fixedMonth":
				out = nil // shapes of samples and types that no rule of V2 is about
			}
			for i, v := range slices.Concat(in, out) {
				n++
				a.Params = a.Params.With(p.Path, v)
				ids := slices.DeleteFunc(speaksOf(a, p.Path), func(id string) bool { return slices.Contains(softly, id) })
				if (len(ids) > 0) != (i >= len(in)) {
					t.Errorf("%s %s: %v at %s\n%s", p.Function, p.Path, ids, v.Text(), answers.JSON(a))
				}
			}
		}
	}
	t.Logf("%d values at and over a limit", n)
}

// Files and share codes give the same answers back, and a code that is handed
// on keeps nothing of the buyer.
func TestRandomAnswersOfV2ComeThrough(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 26))
	quoted := regexp.MustCompile(`[^\x00-\x7f]`)
	n := 0
	for _, at := range sample.PlacesIn(wizard.V2) {
		for range 20 {
			a := sample.Valid(r, at, today)
			want := string(answers.JSON(a))
			for name, src := range map[string][]byte{"a.yaml": answers.YAML(a), "a.json": answers.JSON(a)} {
				back, found := answers.Decode(name, src, text.Ko)
				if len(found) > 0 || string(answers.JSON(back)) != want {
					t.Fatalf("%s: %+v\n%s\nwant\n%s", name, found, answers.JSON(back), want)
				}
			}
			if back, err := share.Open(share.Code(a, true)); err != nil || string(answers.JSON(back)) != want {
				t.Fatalf("%v\n%s\nwant\n%s", err, answers.JSON(back), want)
			}
			if back, err := share.Open(share.Code(a, false)); err != nil || !back.Params.Get("customer.phoneNumber").IsAbsent() || !back.Params.Get("customer").IsAbsent() {
				t.Fatalf("%v\n%s", err, answers.JSON(back))
			}
			if quoted.MatchString(want) {
				n++
			}
		}
	}
	if n == 0 {
		t.Error("no Korean came through")
	}
}
