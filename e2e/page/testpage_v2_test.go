//go:build e2e

package page_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// sdkV2 stands in for the script of V2: what was asked is kept, and a test
// settles the promise.
const sdkV2 = `
window.seen = { requests: [], functions: [] };
const ask = (name) => (params) => new Promise((resolve, reject) => {
  seen.requests.push(params); seen.functions.push(name); window.answer = resolve; window.fail = reject;
});
window.PortOne = { requestPayment: ask("requestPayment"), requestIssueBillingKey: ask("requestIssueBillingKey") };`

const (
	storeID = "store-00000000-0000-4000-8000-000000000001"
	keyV2   = "channel-key-00000000-0000-0000-0000-000000000001"
	paid    = `{transactionType: "PAYMENT", txId: "tx1", paymentId: seen.requests.at(-1).paymentId}`
)

// answersV2 are those of a payment of V2 in a way of paying; "" registers a card.
func answersV2(method string) wizard.Answers {
	a := wizard.Answers{Version: 1, Mode: wizard.ModeTest, SDK: wizard.V2, Module: wizard.ModuleNew, Type: wizard.TypeGeneral, StoreID: storeID,
		Make: wizard.Make{MerchantUID: &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "shop"}, MRedirectURL: &wizard.MakeRedirect{Path: "/payments/redirect"}}}
	customer := value.ObjectOf(value.Field{Key: "phoneNumber", Value: value.Text("01012345678")})
	if method == "" {
		a.Type = wizard.TypeBilling
		customer = customer.With("customerId", value.Text("user1001"))
		a.Params = value.ObjectOf(value.Field{Key: "channelKey", Value: value.Text(keyV2)}, value.Field{Key: "customer", Value: customer})
		return a
	}
	if method == "VIRTUAL_ACCOUNT" {
		a.Make.VbankDue = &wizard.MakeVbankDue{Days: 3}
	}
	a.Params = value.ObjectOf(
		value.Field{Key: "channelKey", Value: value.Text(keyV2)},
		value.Field{Key: "payMethod", Value: value.Text(method)},
		value.Field{Key: "orderName", Value: value.Text("결제 테스트")},
		value.Field{Key: "totalAmount", Value: value.Digits("1004")},
		value.Field{Key: "customer", Value: customer},
	)
	return a
}

func inV2(method string) func(*trial, *testpage.Options) {
	return func(tr *trial, o *testpage.Options) {
		tr.Stub(wizard.ScriptV2, sdkV2)
		o.Answers = answersV2(method)
	}
}

// Card, virtual account and a registered card: the function gets exactly the
// request, and its result is a claim on the page and in the terminal.
func TestTestPageOfV2(t *testing.T) {
	customer := map[string]any{"phoneNumber": "01012345678"}
	for _, c := range []struct {
		name, method, function, id, answer string
		want                               map[string]any
		shown                              []string
	}{
		{"card", "CARD", "requestPayment", "paymentId", paid, map[string]any{"payMethod": "CARD", "orderName": "결제 테스트", "totalAmount": 1004.0, "currency": "KRW", "customer": customer},
			[]string{"tx1", "보낸 주문번호와 같습니다", "channel.pgMerchantId", "t_2302141m", "PORTONE_API_SECRET", "api.portone.io/payments/shop"}},
		{"virtual account", "VIRTUAL_ACCOUNT", "requestPayment", "paymentId", paid, map[string]any{"payMethod": "VIRTUAL_ACCOUNT", "orderName": "결제 테스트", "totalAmount": 1004.0, "currency": "KRW", "customer": customer},
			[]string{"VIRTUAL_ACCOUNT_ISSUED", "t_2302141m"}},
		{"billing", "", "requestIssueBillingKey", "issueId", `{transactionType: "ISSUE_BILLING_KEY", billingKey: "billing-key-00000000-0000-4000-8000-000000000009"}`,
			map[string]any{"billingKeyMethod": "CARD", "customer": map[string]any{"phoneNumber": "01012345678", "customerId": "user1001"}},
			[]string{"billing-key-00000000", "channels[0].pgMerchantId", "t_2302142m", "api.portone.io/billing-keys/billing-key-00000000"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tr := ready(t, inV2(c.method))
			tr.Click("#open")
			window := tr.wait(testpage.Window, 1)
			got := tr.requests()
			if len(got) != 1 {
				t.Fatalf("%d calls", len(got))
			}
			id, _ := got[0][c.id].(string)
			if !regexp.MustCompile(`^shop([0-9a-f]{32}|[0-9a-f]{16})$`).MatchString(id) || id != window.MerchantUID {
				t.Errorf("%s is %q, the terminal has %q", c.id, id, window.MerchantUID)
			}
			if account, ok := got[0]["virtualAccount"].(map[string]any); c.method == "VIRTUAL_ACCOUNT" {
				expiry, _ := account["accountExpiry"].(map[string]any)
				if due, _ := expiry["dueDate"].(string); !ok || !regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`).MatchString(due) {
					t.Errorf("virtualAccount is %v", account)
				}
				delete(got[0], "virtualAccount")
			}
			c.want["storeId"], c.want["channelKey"], c.want[c.id], c.want["redirectUrl"] = storeID, keyV2, id, tr.server.Redirect()
			if !reflect.DeepEqual(got[0], c.want) {
				t.Errorf("got %v\nwant %v", got[0], c.want)
			}
			var functions []string
			tr.Eval("seen.functions", &functions)
			if len(functions) != 1 || functions[0] != c.function {
				t.Errorf("called %v", functions)
			}
			tr.answer(c.answer)
			e := tr.wait(testpage.Result, 1)
			if e.Verdict != testpage.VerdictClaimed || e.Via != testpage.ViaCallback {
				t.Errorf("got %+v", e)
			}
			tr.WaitFor(`!document.querySelector("#next").hidden`)
			shown := tr.Text("main") + tr.Text("aside")
			for _, s := range append(c.shown, "검증 전", id, storeID, "PortOne."+c.function) {
				if !strings.Contains(shown, s) {
					t.Errorf("the page does not show %s:\n%s", s, shown)
				}
			}
			tr.noErrors()
		})
	}
}

func TestTestPageOfV2ReturnsByRedirect(t *testing.T) {
	for name, c := range map[string]struct {
		method, query string
		verdict       testpage.Verdict
	}{
		"paid":    {"CARD", "?paymentId=ID&transactionType=PAYMENT&txId=tx1", testpage.VerdictClaimed},
		"refused": {"CARD", "?paymentId=ID&code=PG_PROVIDER_ERROR&message=%EC%9D%80%ED%96%89", testpage.VerdictError},
		"a card":  {"", "?billingKey=billing-key-1", testpage.VerdictClaimed},
	} {
		t.Run(name, func(t *testing.T) {
			tr := ready(t, inV2(c.method))
			tr.Click("#open")
			window := tr.wait(testpage.Window, 1)
			tr.Eval("void answer(undefined)", nil) // the SDK's promise brings nothing when it leaves
			tr.until(`document.querySelector("#log").innerText.includes("돌아올 주소로 옵니다")`)
			tr.Open(tr.server.Redirect() + strings.Replace(c.query, "ID", window.MerchantUID, 1))
			e := tr.wait(testpage.Result, 1)
			if e.Verdict != c.verdict || e.Via != testpage.ViaRedirect || e.MerchantUID != window.MerchantUID {
				t.Errorf("got %+v", e)
			}
			tr.until(`!document.querySelector("#result").hidden`)
			tr.Reload() // shows the same and tells nothing more
			tr.until(`document.querySelector("#result") && !document.querySelector("#result").hidden`)
			if late := tr.seen(testpage.Late); len(late) > 0 {
				t.Errorf("a reload is told as %+v", late)
			}
		})
	}
}

func TestTestPageOfV2ExplainsErrors(t *testing.T) {
	tr := ready(t, inV2("CARD"))
	tr.Click("#open")
	tr.answer(`{code: "ChannelNotFound", message: "channel not found", paymentId: seen.requests.at(-1).paymentId}`)
	e := tr.wait(testpage.Result, 1)
	if e.Verdict != testpage.VerdictError {
		t.Errorf("got %+v", e)
	}
	if line := testpage.Say(e, text.Ko); !strings.Contains(line, "ChannelNotFound") {
		t.Errorf("the terminal says %s", line)
	}
	tr.pressable()
	tr.Click("#open")
	tr.wait(testpage.Window, 2)
	tr.Eval(`void fail(Object.assign(new Error("storeId is wrong"), { code: "StoreNotFound" }))`, nil)
	if e := tr.wait(testpage.Closed, 1); e.Why != testpage.WhyThrew || e.Message != "StoreNotFound storeId is wrong" {
		t.Errorf("got %+v", e)
	}
	tr.until(`document.querySelector("#result").innerText.includes("StoreNotFound")`)
	tr.pressable()
	tr.noErrors()
}
