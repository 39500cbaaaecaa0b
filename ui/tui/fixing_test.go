package tui

import (
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// opened is a draft of answers to billing with something that it forbids.
func opened(t *testing.T, params string) *flow.Draft {
	t.Helper()
	a, found := answers.Decode("answers.yaml", []byte("version: 1\nmode: test\nsdk: v1\nmodule: smartro_v2\ntype: billing\nuser_code: "+userCode+
		"\nparams:\n  channelKey: "+channelKey+"\n  name: x\n  amount: 1004\n  buyer_tel: 010-1234-5678\n  customer_uid: user1card1\n  customer_id: user1\n"+
		params+"make: {merchant_uid: {from: server}, m_redirect_url: {path: /r}}\n"), text.Ko)
	if len(found) > 0 {
		t.Fatal(found)
	}
	d := flow.Open(a)
	return &d
}

// openedV2 is work on a payment of V2 with an amount that is no number and one
// thing that no question asks.
func openedV2(t *testing.T) *flow.Draft {
	t.Helper()
	a, found := answers.Decode("answers.yaml", []byte("version: 1\nmode: test\nsdk: v2\nmodule: smartro_v2\ntype: general\nstore_id: "+storeID+
		"\nparams:\n  channelKey: "+channelKey+"\n  payMethod: EASY_PAY\n  easyPay: {easyPayProvider: KAKAOPAY}\n  orderName: x\n  totalAmount: '1004'\n  vatAmount: 91\n"+
		"  customer: {phoneNumber: 010-1234-5678, customerId: user1}\nmake: {paymentId: {from: server}, redirectUrl: {path: /r}}\n"), text.Ko)
	if len(found) > 0 {
		t.Fatal(found)
	}
	d := flow.Open(a)
	return &d
}

// A store id in the box of the merchant code means V2, once the person says so.
func TestAStoreIDSwitchesToV2(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.press("enter").paste(storeID).press("enter")
	d.sees("V2에서 쓰는 상점아이디입니다")
	d.sees("Tab V2로 바꿔 옮기기")
	d.press("tab")
	d.sees("[V2로 바꿔 옮기기]")
	d.press("enter")
	d.sees("상점아이디(Store ID)를 입력하세요")
	a := d.m.draft.Answers()
	if a.SDK != wizard.V2 || a.StoreID != storeID || a.UserCode != "" {
		t.Errorf("answers %+v", a)
	}
	d.press("enter").paste(channelKey).press("enter", "010-1234-5678", "enter")
	if d.m.draft.Place() != "" {
		t.Errorf("the result is not reached but %q", d.m.draft.Place())
	}
	if a := d.m.draft.Answers(); a.Params.Get("payMethod").Text() != "CARD" || a.Params.Get("totalAmount").Text() != "1004" {
		t.Errorf("the request is %v", a.Params)
	}
}

func TestWhatNoQuestionHoldsIsMendedOnTheResult(t *testing.T) {
	d := drive(t, Config{Draft: opened(t, "  pay_method: trans\n  currency: USD\n")}, 80, 24)
	d.sees("F 고치기")
	d.press("f")
	d.sees("pay_method 값을 지웁니다")
	d.press("enter")
	d.sees("고쳤습니다")
	d.press("ㄹ", "enter") // the same key in a Hangul layout
	d.sees("코드를 만들었습니다")
	a := d.m.draft.Answers()
	if !a.Params.Get("currency").IsAbsent() || !a.Params.Get("pay_method").IsAbsent() {
		t.Errorf("left over: %s", answers.JSON(a))
	}
	d.press("ctrl+z", "ctrl+z")
	d.sees("오류 2")
	if got := d.m.draft.Answers().Params.Get("pay_method").Text(); got != "trans" {
		t.Errorf("undone to %q", got)
	}
}

func TestWhatAQuestionHoldsIsMendedThere(t *testing.T) {
	d := drive(t, Config{Draft: opened(t, "  buyer_name: x\n")}, 80, 24)
	d.m.draft = d.m.draft.With("amount", flow.Entry{Text: "-5"})
	d.m.draft = d.m.draft.Go("")
	d.m.screen = onResult
	d.m.openResult()
	d.press("f")
	d.sees("결제금액(원): 물음으로 가서")
	d.press("enter")
	d.sees("결제금액(원)을 입력하세요")
	if !strings.Contains(d.screen(), "! ") {
		t.Error("the problem is not said at the question")
	}
}
