//go:build e2e

package page_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

func TestTestPageCallsExactlyTheRequest(t *testing.T) {
	tr := ready(t, nil)
	tr.Click("#open")
	window := tr.wait(testpage.Window, 1)
	got := tr.requests()
	if len(got) != 1 {
		t.Fatalf("request_pay was called %d times", len(got))
	}
	order, _ := got[0]["merchant_uid"].(string)
	if !regexp.MustCompile(`^order[0-9a-f]{32}$`).MatchString(order) || window.MerchantUID != order {
		t.Errorf("order number %q, the terminal has %q", order, window.MerchantUID)
	}
	want := map[string]any{
		"channelKey": "channel-key-00000000-0000-0000-0000-000000000001", "pay_method": "card", "name": "결제 테스트", "amount": 1004.0,
		"buyer_tel": "010-1234-5678", "merchant_uid": order, "m_redirect_url": tr.server.Redirect(),
	}
	if !reflect.DeepEqual(got[0], want) {
		t.Errorf("got %v\nwant %v", got[0], want)
	}
	if want := []string{"merchant_uid", "m_redirect_url"}; !slices.Equal(window.Replaced, want) {
		t.Errorf("replaced %v, want %v", window.Replaced, want)
	}
	var init [][]string
	tr.Eval("seen.init", &init)
	if len(init) != 1 || !slices.Equal(init[0], []string{"imp10000001"}) {
		t.Errorf("init was called with %v", init)
	}
	table := tr.Text("#sent")
	for _, s := range []string{"channel-key-00000000-0000-0000-0000-000000000001", "결제 테스트", "1004", "010-1234-5678", order, `IMP.init("imp10000001")`} {
		if !strings.Contains(table, s) {
			t.Errorf("the table does not show %s", s)
		}
	}
	tr.noErrors()
}

func TestTestPageSuccessIsAClaim(t *testing.T) {
	tr := ready(t, nil)
	tr.Click("#open")
	tr.answer(success)
	e := tr.wait(testpage.Result, 1)
	if e.Verdict != testpage.VerdictClaimed || e.Via != testpage.ViaCallback || e.Attempt != 1 {
		t.Errorf("got %+v", e)
	}
	tr.WaitFor(`!document.querySelector("#next").hidden`)
	shown := tr.Text("main")
	for _, s := range []string{"검증 전", "imp_123456789012", "보낸 주문번호와 같습니다", "include_sandbox=true", "t_2302141m", "sandbox"} {
		if !strings.Contains(shown, s) {
			t.Errorf("the page does not show %s:\n%s", s, shown)
		}
	}
	if line := testpage.Say(e, text.Ko); !strings.Contains(line, "검증 전") {
		t.Errorf("the terminal says %s", line)
	}
	tr.noErrors()
}

func TestTestPageASecondAttemptHasANewOrderNumber(t *testing.T) {
	tr := ready(t, nil)
	tr.Click("#open")
	tr.answer(success)
	tr.wait(testpage.Result, 1)
	tr.pressable()
	tr.Click("#open")
	if e := tr.wait(testpage.Window, 2); e.Attempt != 2 {
		t.Errorf("got %+v", e)
	}
	tr.answer(success)
	tr.wait(testpage.Result, 2)
	got := tr.requests()
	if len(got) != 2 || got[0]["merchant_uid"] == got[1]["merchant_uid"] {
		t.Errorf("requests %v", got)
	}
	tr.Reload()
	tr.pressable()
	tr.Click("#open")
	third := tr.wait(testpage.Window, 3)
	tr.answer(success)
	if e := tr.wait(testpage.Result, 3); e.Verdict != testpage.VerdictClaimed || e.MerchantUID != third.MerchantUID {
		t.Errorf("after a reload: %+v", e)
	}
	tr.noErrors()
}

func TestTestPageADoubleClickIsOneCall(t *testing.T) {
	tr := ready(t, nil)
	tr.DoubleClick("#open")
	tr.wait(testpage.Window, 1)
	if n := len(tr.requests()); n != 1 {
		t.Errorf("request_pay was called %d times", n)
	}
}

func TestTestPageByKeyboard(t *testing.T) {
	tr := begin(t, func(_ *trial, o *testpage.Options) { o.KeyFrom = "" })
	tr.WaitFor(`document.querySelector("[value=test]")`)
	for _, k := range []string{"\t", "\t", "\r"} { // the language, then the first answer
		tr.Do(chromedp.KeyEvent(k))
	}
	tr.WaitFor(`document.activeElement.id === "open"`)
	tr.Do(chromedp.KeyEvent("\r"))
	tr.wait(testpage.Window, 1)
	tr.answer(success)
	tr.WaitFor(`document.activeElement.id === "result"`)
	tr.noErrors()
}

func TestTestPageAnErrorShowsItsSymptom(t *testing.T) {
	tr := ready(t, nil)
	tr.Click("#open")
	tr.answer(`{imp_uid: null, merchant_uid: seen.requests[0].merchant_uid, error_code: "F500", error_msg: "등록된 PG 설정 정보가 없습니다."}`)
	e := tr.wait(testpage.Result, 1)
	if e.Verdict != testpage.VerdictError || e.Symptom != "pg-config-not-found" || !e.Sure {
		t.Errorf("got %+v", e)
	}
	tr.WaitFor(`!document.querySelector("#result").hidden`)
	shown := tr.Text("#result")
	s, _ := wizard.SymptomOf("pg-config-not-found")
	for _, want := range []string{"F500", "등록된 PG 설정 정보가 없습니다.", "문구 일치", "사례로 보고됨", s.Cause.Ko, s.Ask.Ko, s.Fix.Ko, wizard.Checked} {
		if !strings.Contains(shown, want) {
			t.Errorf("the page does not show %q:\n%s", want, shown)
		}
	}
	tr.Click("#lang")
	tr.WaitFor(`document.querySelector("#result").innerText.includes("known text")`)
	if !strings.Contains(tr.Text("#result"), s.Cause.En) {
		t.Error("the symptom is not in English")
	}
}

func TestTestPageAChangedAmountOrOrderIsAMismatch(t *testing.T) {
	for name, answer := range map[string]string{
		"paid_amount":  `{imp_uid: "imp_123456789012", merchant_uid: seen.requests[0].merchant_uid, paid_amount: 100}`,
		"merchant_uid": `{imp_uid: "imp_123456789012", merchant_uid: "order9"}`,
		"imp_uid":      `{imp_uid: "paid", merchant_uid: seen.requests[0].merchant_uid}`,
	} {
		t.Run(name, func(t *testing.T) {
			tr := ready(t, nil)
			tr.Click("#open")
			tr.answer(answer)
			e := tr.wait(testpage.Result, 1)
			if e.Verdict != testpage.VerdictMismatch || !slices.Equal(e.Differs, []string{name}) {
				t.Errorf("got %+v", e)
			}
			tr.WaitFor(`document.querySelector("#result").innerText.includes("보낸 값과 다른 결과입니다")`)
		})
	}
}

// pg is a payment page of another site that sends the browser back at once.
const pg = `<!doctype html><title>PG</title><script>location.replace(decodeURIComponent(location.hash.slice(1)))</script>`

func TestTestPageReturnsByRedirectOfAnotherSite(t *testing.T) {
	tr := ready(t, func(tr *trial, _ *testpage.Options) {
		tr.Phone()
		tr.Stub("https://pg.example/pay", pg)
		tr.Stub(browser.Script, strings.Replace(sdk, "window.answer = callback;",
			`location.href = "https://pg.example/pay#" + encodeURIComponent(params.m_redirect_url + "?imp_uid=imp_123456789012&merchant_uid=" + params.merchant_uid);`, 1))
	})
	tr.Click("#open")
	e := tr.wait(testpage.Result, 1)
	if e.Via != testpage.ViaRedirect || e.Verdict != testpage.VerdictClaimed || e.Attempt != 1 {
		t.Errorf("got %+v", e)
	}
	tr.until(`document.readyState === "complete" && document.querySelector("#result")?.innerText.includes("imp_123456789012")`)
	tr.Reload()
	tr.WaitFor(`document.querySelector("#result").innerText.includes("검증 전")`)
	if n := len(tr.seen(testpage.Result)); n != 1 {
		t.Errorf("a reload made %d results", n)
	}
	tr.Click("#hint a") // back to the page, which only this tab knows
	tr.pressable()
	tr.noErrors()
}

// While the page asks for the list there is nothing to open and no hint, and no
// empty box where one would stand.
func TestTestPageAsksBeforeItHints(t *testing.T) {
	tr := begin(t, func(tr *trial, o *testpage.Options) {
		o.KeyFrom = ""
		tr.Unstub(browser.Script)
	})
	if e := tr.wait(testpage.SDK, 1); e.State != testpage.Blocked {
		t.Errorf("got %+v", e)
	}
	const height = `document.querySelector("#hint").getBoundingClientRect().height`
	tr.WaitFor(height + " === 0")
	tr.Click("[value=test]")
	tr.WaitFor(`document.querySelector("#hint").innerText.includes("cdn.iamport.kr") && ` + height + " > 20")
}

func TestTestPageAsksForTheKeysList(t *testing.T) {
	tr := begin(t, func(_ *trial, o *testpage.Options) { o.KeyFrom = "" })
	tr.wait(testpage.SDK, 1)
	tr.WaitFor(`document.querySelector("#open").offsetParent === null`)
	for i, from := range []string{testpage.FromLive, testpage.FromUnsure} {
		tr.Click("[value=" + from + "]")
		if e := tr.wait(testpage.Key, i+1); e.State != from {
			t.Errorf("got %+v", e)
		}
		tr.WaitFor(`!document.querySelector("#advice").hidden`)
		if n := len(tr.requests()); n != 0 || len(tr.seen(testpage.Window)) != 0 {
			t.Errorf("%s opened a window", from)
		}
	}
	tr.Click("[value=test]")
	tr.pressable()
	tr.Reload()
	tr.pressable() // asked once for each key
	tr.Click("#open")
	tr.wait(testpage.Window, 1)
	if e := tr.wait(testpage.Key, 3); e.State != testpage.FromTest {
		t.Errorf("got %+v", e)
	}
}
