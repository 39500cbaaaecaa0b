//go:build e2e

// Package shops_test makes a fresh project of a stack, as its own tools make it,
// has the program write page and server where it says, starts the project, and
// pays in Chromium: at a PC by callback, on a phone by the return address, and
// once with another amount. The script of the window is a stub, PortOne is
// package fakeapi; all between is what people get.
//
// A stack is one file shop_NAME_test.go with a shop.
package shops_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/e2e/fakeapi"
	"smartro-wizard/e2e/proof"
	"smartro-wizard/e2e/servers"
	"smartro-wizard/wizard"
)

// shop is a stack. The folder of its project is made before the program writes
// into it and finished after.
type shop struct {
	name            string
	targets         []string
	options         string                         // further options of the answers, as YAML
	fresh           func(t testing.TB, dir string) // makes the empty project; may be nil
	finish          func(t testing.TB, dir string) // installs, builds, puts the button on a page; may be nil
	server          servers.Launcher               // starts what lies there
	button, message string                         // of the page, as selectors
}

var shops []shop

// opens takes a shop up.
func opens(s shop) bool {
	shops = append(shops, s)
	return true
}

// sdk writes down what it is asked for and leaves the callback to the test.
const sdk = `
window.seen = { init: [], requests: [] };
window.IMP = {
  init: (...args) => seen.init.push(args),
  agency: (...args) => seen.init.push(args),
  request_pay: (params, callback) => { seen.requests.push(params); window.answer = callback; },
};`

const price = 1004

// The orders of each shop are made by its server, which registers their amounts.
func TestShops(t *testing.T) {
	b, paid := browser.Start(t), map[string]int{}
	slices.SortFunc(shops, func(a, b shop) int { return strings.Compare(a.name, b.name) })
	for _, s := range shops {
		t.Run(s.name, func(t *testing.T) {
			v := s.build(t)
			t.Run("a PC pays by callback", func(t *testing.T) { v.callback(t, b.Page(t)) })
			t.Run("a phone pays and returns", func(t *testing.T) { v.redirect(t, b.Page(t)) })
			t.Run("another amount is not paid", func(t *testing.T) { v.cheat(t, b.Page(t)) })
			t.Run("a window that fails leaves the order open", func(t *testing.T) { v.fail(t, b.Page(t)) })
			t.Logf("goods handed out: %d", len(v.handed()))
			for _, target := range s.targets {
				paid[target] += len(v.handed())
			}
		})
	}
	for target, n := range paid {
		proof.Note(t, target, "shops", []string{proof.Tool(t, "chromium", "--version")}, map[string]int{"payments": n})
	}
	if len(shops) < 3 {
		t.Errorf("%d shops", len(shops))
	}
}

// visit is a shop that is open.
type visit struct {
	shop
	api     *fakeapi.API
	channel fakeapi.Channel
	server  servers.Server
}

func (s shop) build(t *testing.T) *visit {
	t.Helper()
	api := fakeapi.Start(t)
	v := &visit{shop: s, api: api, channel: api.Channel(wizard.ModeTest, wizard.ModuleNew, wizard.TypeGeneral)}
	dir := filepath.Join(t.TempDir(), "shop")
	if s.fresh != nil {
		s.fresh(t, dir)
	}
	servers.Generate(t, v.answers(), dir, s.targets...)
	if s.finish != nil {
		s.finish(t, dir)
	}
	v.server = s.server.Launch(t, dir, map[string]string{"PORTONE_API_BASE": api.URL, "IMP_KEY": fakeapi.Key, "IMP_SECRET": fakeapi.Secret})
	return v
}

func (v *visit) answers() string {
	return `version: 1
mode: test
sdk: v1
module: smartro_v2
type: general
user_code: imp10000001
params: {channelKey: ` + v.channel.Key + `, pay_method: card, name: 결제 테스트, amount: 1004, buyer_name: 홍길동, buyer_tel: 010-1234-5678, buyer_email: hong@example.com}
make: {merchant_uid: {from: server, prefix: order}, m_redirect_url: {path: /payments/redirect}}
options: {locale: ko, server: [prepare]` + v.options + `}
`
}

// request is what a page asked of the window.
type request struct {
	ChannelKey  string  `json:"channelKey"`
	MerchantUID string  `json:"merchant_uid"`
	Amount      float64 `json:"amount"`
	Name        string  `json:"name"`
	Return      string  `json:"m_redirect_url"`
}

// window opens the page and presses the button.
func (v *visit) window(t *testing.T, p *browser.Page) request {
	t.Helper()
	p.Stub(browser.Script, sdk)
	p.Open(v.server.URL + "/")
	p.WaitFor("window.seen?.init.length === 1 && !document.querySelector('" + v.button + "').disabled")
	p.Click(v.button)
	p.WaitFor("seen.requests.length === 1")
	var r request
	p.Eval("seen.requests[0]", &r)
	if r.Amount != price || r.Name != "결제 테스트" || r.ChannelKey != v.channel.Key || !strings.HasPrefix(r.MerchantUID, "order") {
		t.Errorf("the window was asked for %+v", r)
	}
	return r
}

// pays is the buyer.
func (v *visit) pays(t *testing.T, r request, change func(*fakeapi.Window)) fakeapi.Payment {
	t.Helper()
	w := fakeapi.Window{ChannelKey: r.ChannelKey, PayMethod: "card", MerchantUID: r.MerchantUID, Name: r.Name, Amount: r.Amount}
	if change != nil {
		change(&w)
	}
	p, err := v.api.Pay(w)
	if err != nil {
		t.Fatalf("the window says %v", err)
	}
	return p
}

func (v *visit) callback(t *testing.T, p *browser.Page) {
	p.Desktop()
	r := v.window(t, p)
	paid := v.pays(t, r, nil)
	p.Eval("answer("+result(paid.ImpUID, r.MerchantUID)+")", nil)
	v.says(t, p, "확인되었습니다", r.MerchantUID)
	v.once(t, r.MerchantUID)
	v.webhooks(t)
	v.once(t, r.MerchantUID)
	p.Click(v.button)
	p.WaitFor("seen.requests.length === 2")
	var again request
	if p.Eval("seen.requests[1]", &again); again.MerchantUID == r.MerchantUID {
		t.Error("the second attempt has the number of the first")
	}
	v.calm(t, p)
}

func (v *visit) redirect(t *testing.T, p *browser.Page) {
	p.Phone()
	r := v.window(t, p)
	if r.Return != v.server.URL+"/payments/redirect" {
		t.Fatalf("phones return to %s", r.Return)
	}
	paid := v.pays(t, r, nil)
	query := url.Values{"imp_uid": {paid.ImpUID}, "merchant_uid": {r.MerchantUID}, "imp_success": {"true"}}
	p.Open(r.Return + "?" + query.Encode())
	v.says(t, p, "확인되었습니다", r.MerchantUID)
	var address string
	if p.Eval("location.pathname + location.search", &address); address != "/" {
		t.Errorf("the phone stands at %s", address)
	}
	v.once(t, r.MerchantUID)
	p.Reload()
	p.WaitFor("!document.querySelector('" + v.button + "').disabled")
	v.webhooks(t)
	v.once(t, r.MerchantUID)
	v.calm(t, p)
}

// cheat is a page that was made to ask for less. The window refuses that, as
// the amount was registered; and what was paid all the same is no payment.
func (v *visit) cheat(t *testing.T, p *browser.Page) {
	r := v.window(t, p)
	if _, err := v.api.Pay(fakeapi.Window{ChannelKey: r.ChannelKey, PayMethod: "card", MerchantUID: r.MerchantUID, Amount: 10}); err != fakeapi.ErrAmount {
		t.Errorf("the window for another amount says %v", err)
	}
	paid := v.pays(t, r, nil)
	v.api.Change(paid.ImpUID, func(p *fakeapi.Payment) { p.Amount = 10 })
	p.Eval("answer("+result(paid.ImpUID, r.MerchantUID)+")", nil)
	v.says(t, p, "주문과 다릅니다", "")
	if slices.Contains(v.handed(), r.MerchantUID) {
		t.Error("the goods were handed out")
	}
	v.calm(t, p)
}

func (v *visit) fail(t *testing.T, p *browser.Page) {
	r := v.window(t, p)
	p.Eval(`answer({imp_uid: null, merchant_uid: "`+r.MerchantUID+`", error_code: "F0004", error_msg: "한도초과"})`, nil)
	v.says(t, p, "한도초과", "")
	if slices.Contains(v.handed(), r.MerchantUID) {
		t.Error("the goods were handed out")
	}
	v.calm(t, p)
}

func result(imp, number string) string {
	return `{imp_uid: "` + imp + `", merchant_uid: "` + number + `"}`
}

// says waits for a sentence on the page, with the order number where there is one.
func (v *visit) says(t *testing.T, p *browser.Page, sentence, number string) {
	t.Helper()
	p.WaitFor("document.querySelector('" + v.message + "')?.textContent.includes('" + sentence + "')")
	if got := p.Text(v.message); !strings.Contains(got, number) {
		t.Errorf("says %q, without %s", got, number)
	}
}

var fulfilled = regexp.MustCompile(`(?m)(?:^|\s)fulfil ([A-Za-z0-9]+)\s*$`)

// handed are the orders whose goods were handed out.
func (v *visit) handed() []string {
	var all []string
	for _, m := range fulfilled.FindAllStringSubmatch(v.server.Output(), -1) {
		all = append(all, m[1])
	}
	return all
}

// once wants the goods of an order to be handed out, and no second time.
func (v *visit) once(t *testing.T, number string) {
	t.Helper()
	count := func() int {
		return len(slices.DeleteFunc(v.handed(), func(n string) bool { return n != number }))
	}
	for end := time.Now().Add(browser.Patience); count() == 0 && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
	}
	if n := count(); n != 1 {
		t.Errorf("the goods of %s were handed out %d times", number, n)
	}
}

// webhooks delivers all that PortOne has to tell, twice.
func (v *visit) webhooks(t *testing.T) {
	t.Helper()
	for range 2 {
		for _, w := range v.api.Webhooks() {
			body, err := json.Marshal(w)
			if err != nil {
				t.Fatal(err)
			}
			a, err := http.Post(v.server.URL+"/payments/webhook", "application/json", bytes.NewReader(body))
			if err != nil {
				t.Fatal(err)
			}
			if a.Body.Close(); a.StatusCode != http.StatusOK {
				t.Errorf("the webhook %+v is answered %s", w, a.Status)
			}
		}
	}
}

// calm wants a page without uncaught errors, that reached for nothing outside
// but the script.
func (v *visit) calm(t *testing.T, p *browser.Page) {
	t.Helper()
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("uncaught: %v", errs)
	}
	if refused := p.Refused(); len(refused) > 0 {
		t.Errorf("asked for %v", refused)
	}
}
