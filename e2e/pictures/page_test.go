//go:build e2e

package pictures

import (
	"bytes"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/text"
)

// answered stands in for the script: a window in which the payment was made.
const answered = `window.IMP = { init() {}, request_pay(request, done) {
	setTimeout(() => done({ success: true, imp_uid: "imp_123456789012", merchant_uid: request.merchant_uid, paid_amount: request.amount }));
} };`

const card = `version: 1
mode: test
sdk: v1
module: smartro_v2
type: general
user_code: imp10000001
params:
  channelKey: channel-key-00000000-0000-4000-8000-000000000000
  pay_method: card
  name: 결제 테스트
  amount: 1004
  buyer_tel: 010-1234-5678
make:
  merchant_uid: {from: browser, prefix: order}
  m_redirect_url: {path: /payments/redirect}
`

// TestPage keeps the test page after a payment, the clock and the order number held.
func TestPage(t *testing.T) {
	a := decode(t)
	now := time.Date(2026, 11, 21, 5, 2, 11, 0, time.UTC) // 14:02 in Korea
	server, err := testpage.Start(t.Context(), testpage.Options{
		Answers: a, Lang: text.Ko, KeyFrom: testpage.FromTest,
		Now:  func() time.Time { return now },
		Rand: bytes.NewReader(bytes.Repeat([]byte{0x3f, 0x9c, 0x2b, 0x7a, 0x61, 0xd8, 0x4e, 0x0f}, 64)),
	})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	page := browser.Start(t).Page(t)
	page.Stub(browser.Script, answered)
	page.Do(chromedp.EmulateViewport(1120, 860, chromedp.EmulateScale(1.5)))
	page.Open(server.URL())
	page.WaitFor(`!document.querySelector("#open").disabled`)
	page.Click("#open")
	page.WaitFor(`!document.querySelector("#result").hidden && !document.querySelector("#open").disabled`)
	page.WaitFor(`document.getAnimations().length === 0`)
	address, err := url.Parse(server.URL())
	if err != nil {
		t.Fatal(err)
	}
	seen := strings.ReplaceAll(page.Text("body"), address.Host, "127.0.0.1:PORT")
	keep(t, "page", seen+"\n", func() []byte { return page.Screenshot("page") })
}

func decode(t *testing.T) wizard.Answers {
	t.Helper()
	a, findings := answers.Decode("answers.yaml", []byte(card), text.Ko)
	if len(findings) > 0 {
		t.Fatalf("the answers are wrong: %v", findings)
	}
	return a
}
