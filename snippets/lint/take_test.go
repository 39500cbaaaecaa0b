package lint_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/value"
)

func taken(t *testing.T, name, code string) lint.Taken {
	t.Helper()
	got, ok := readText(t, name, code, wizard.Setup{}).Take()
	if !ok {
		t.Fatalf("nothing was taken of\n%s", code)
	}
	return got
}

// said are parts as a person would be told of them.
func said(parts []lint.Part) string {
	var all []string
	for _, p := range parts {
		word := string(p.Why)
		if word == "" {
			word = p.Value.Text()
		}
		all = append(all, fmt.Sprintf("%d %s=%s", p.Line, p.Path, word))
	}
	return strings.Join(all, "; ")
}

const shopCode = `const PAY = { method: "card" };
IMP.init("imp10000001");
function pay(order) {
  IMP.request_pay({
    ...rest,
    pg: "smartro_v2.t_2302141m",
    pay_method: PAY.method,
    merchant_uid: "order_" + Date.now(),
    name: "사과 한 상자",
    amount: "1004",
    buyer_tel: order.tel,
    buyer_email: null,
    m_redirect_url: "/done",
    bypass: { smartro_v2: { OpenType: "EN", SkinColor: color } },
    custom_data: { cart: "A12", depth: { a: 1 } },
    merchantuid: "x",
    imp_secret: "` + secretLike + `",  }, function () {});
  IMP.request_pay({ pay_method: "vbank", merchant_uid: id }, f);
}
`

const secretLike = "aB3dEfGh1jKlMnOpQrStUvWxYz0123456789aB3dEfGh1jKlMnOpQrStUvWxYz01"

func TestTakesWhatTheCodeSettles(t *testing.T) {
	got := taken(t, "pay.tsx", shopCode)
	want := "2 user_code=imp10000001; 6 pg=smartro_v2.t_2302141m; 7 pay_method=card; 9 name=사과 한 상자; 10 amount=1004; 13 m_redirect_url=/done; 14 bypass.smartro_v2.OpenType=EN; 15 custom_data.cart=A12; 15 custom_data.depth.a=1"
	if s := said(got.Got); strings.Replace(s, "1 pay_method", "7 pay_method", 1) != want {
		t.Errorf("took\n%s\nwant\n%s", s, want)
	}
	want = "8 merchant_uid=running; 11 buyer_tel=running; 12 buyer_email=empty; 14 bypass.smartro_v2.SkinColor=running; 16 merchantuid=param; 17 imp_secret=param; 4 ...=running; 18 IMP.request_pay=call"
	if s := said(got.Left); s != want {
		t.Errorf("left\n%s\nwant\n%s", s, want)
	}
	if amount := got.Answers.Params.Get("amount"); amount.Kind().String() != "string" {
		t.Errorf("the amount came as %s: what is wrong has to stay wrong", amount.Kind())
	}
	if !slices.Equal(got.Answers.Options.Targets, []string{"react"}) {
		t.Errorf("targets %v", got.Answers.Options.Targets)
	}
}

func TestTakesNoSecret(t *testing.T) {
	for _, where := range []string{`name: "S"`, `custom_data: { "S": 1 }`, `custom_data: ["a", "S"]`, `buyer_addr: "key S end"`, `notice_url: ["S"]`} {
		code := `IMP.init("imp10000001"); IMP.request_pay({ pay_method: "card", merchant_uid: "a1", ` + strings.ReplaceAll(where, "S", secretLike) + ` }, f)`
		got := taken(t, "a.js", code)
		if file := string(answers.YAML(got.Answers)); strings.Contains(file, secretLike) {
			t.Errorf("%s: the secret was taken\n%s", where, file)
		}
		if !slices.ContainsFunc(got.Left, func(p lint.Part) bool { return p.Why == lint.IsSecret }) {
			t.Errorf("%s: nobody is told: %s", where, said(got.Left))
		}
	}
	if got := taken(t, "a.js", `IMP.init("`+secretLike+`"); IMP.request_pay({ pay_method: "card", merchant_uid: "a1" }, f)`); got.Answers.UserCode != "" {
		t.Error("the secret became the merchant code")
	}
}

func TestTakesOfWhatIsLeftOpenAndMade(t *testing.T) {
	code := `IMP.init("imp10000001");
IMP.request_pay({
  channelKey: "", // TODO(smartro-wizard): channelKey
  pay_method: "card",
  merchant_uid: "order" + crypto.randomUUID().replaceAll("-", ""),
}, f)`
	a := taken(t, "a.js", code).Answers
	if !a.LeftOpen("channelKey") || a.Make.MerchantUID == nil || a.Make.MerchantUID.Prefix != "order" {
		t.Errorf("got %+v, made %+v", a, a.Make.MerchantUID)
	}
}

func TestTakesNothingWhereNoWindowOpens(t *testing.T) {
	for _, code := range []string{`IMP.init("imp10000001")`, `fetch("https://api.iamport.kr/payments/imp_1")`, `let a = 1`, ""} {
		if got, ok := readText(t, "a.js", code, wizard.Setup{}).Take(); ok {
			t.Errorf("%q gave %+v", code, got)
		}
	}
	if got := taken(t, "a.js", `IMP.request_pay(order, f)`); said(got.Left) != "1 IMP.request_pay=running" {
		t.Errorf("left %s", said(got.Left))
	}
}

// TestTakenAnswersAreThoseOfTheCode reads our own pages back: whatever is taken
// is what the page was made from, the wizard opens with it, and what a page
// settles is not left.
func TestTakenAnswersAreThoseOfTheCode(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 62))
	pages, parts := 0, 0
	for _, at := range sample.Places() {
		for _, form := range []string{"html", "react"} {
			a := sample.Valid(r, at, today)
			asked := a.Case(today).Requests[0].Params
			got, ok := read(t, write(t, a, form, wizard.Options{}), setupOf(a)).Take()
			if !ok {
				if wizard.CallOf(a.Call().Function).Method == "" || a.Type == wizard.TypeAPIKeyin || a.Type == wizard.TypeAPIRecurring {
					continue // no window
				}
				t.Fatalf("%v in %s: nothing was taken", at, form)
			}
			pages++
			for _, p := range got.Got {
				if want := asked.Get(p.Path); p.Path != "user_code" && p.Path != "tier_code" && p.Value.Kind() != value.Made && !p.Value.Equal(want) {
					t.Errorf("%v in %s: %s was taken as %s, the page was made from %s", at, form, p.Path, p.Value.Text(), want.Text())
				}
				parts++
			}
			if got.Answers.UserCode != a.UserCode || got.Answers.Type != a.Type {
				t.Errorf("%v in %s: %s %s became %s %s", at, form, a.UserCode, a.Type, got.Answers.UserCode, got.Answers.Type)
			}
			if d := flow.Open(got.Answers); d.Answers().Type != a.Type {
				t.Errorf("%v in %s: the wizard opened with %s", at, form, d.Answers().Type)
			}
		}
	}
	t.Logf("%d pages, %d answers", pages, parts)
}
