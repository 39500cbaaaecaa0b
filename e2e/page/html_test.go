//go:build e2e

// Package page_test opens what we make in a real browser, with a stand-in for
// the payment SDK at its address and a shop's server on loopback.
package page_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/snippets"
	"smartro-wizard/snippets/hostile"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// sdk writes down what it is asked for and leaves the callback to the test.
const sdk = `
window.seen = { init: [], requests: [] };
window.IMP = {
  init: (...args) => seen.init.push(args),
  agency: (...args) => seen.init.push(args),
  request_pay: (params, callback) => { seen.requests.push(params); window.answer = callback; },
};`

func cardAnswers() wizard.Answers {
	field := func(key string, v value.Value) value.Field { return value.Field{Key: key, Value: v} }
	return wizard.Answers{
		Version: 1, Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.TypeGeneral, UserCode: "imp10000001",
		Params: value.ObjectOf(
			field("channelKey", value.Text("channel-key-00000000-0000-0000-0000-000000000001")),
			field("pay_method", value.Text("card")),
			field("name", value.Text("결제 테스트")),
			field("amount", value.Digits("1004")),
			field("buyer_tel", value.Text("010-1234-5678")),
		),
		Make: wizard.Make{
			MerchantUID:  &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "order"},
			MRedirectURL: &wizard.MakeRedirect{Path: "/payments/redirect"},
		},
	}
}

// shop serves the generated page at its addresses, and an answer of its own at
// /payments/complete.
type shop struct {
	url string

	mu     sync.Mutex
	posts  []map[string]any
	status int
	reply  string
}

func openShop(t *testing.T, a wizard.Answers) *shop {
	t.Helper()
	out, err := snippets.Generate(a, "html")
	if err != nil {
		t.Fatal(err)
	}
	s := &shop{status: http.StatusOK, reply: `{"status":"paid"}`}
	mux := http.NewServeMux()
	page := func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html") // the page says itself that it is UTF-8
		_, _ = io.WriteString(w, out.Files[0].Body)
	}
	mux.HandleFunc("GET /pay", page)
	mux.HandleFunc("GET /payments/redirect", page)
	mux.HandleFunc("POST /payments/complete", s.complete)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

func (s *shop) complete(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var got map[string]any
	if err := json.NewDecoder(r.Body).Decode(&got); err != nil {
		got = map[string]any{"error": err.Error()}
	}
	s.posts = append(s.posts, got)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(s.status)
	_, _ = io.WriteString(w, s.reply)
}

func (s *shop) answers(status int, reply string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.status, s.reply = status, reply
}

func (s *shop) posted() []map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]map[string]any{}, s.posts...)
}

// visit opens the page, with the SDK in place, and waits until it can be used.
func visit(t *testing.T, b *browser.Browser, s *shop) *browser.Page {
	t.Helper()
	p := b.Page(t)
	p.Stub(browser.Script, sdk)
	p.Open(s.url + "/pay")
	p.WaitFor("!document.querySelector('#smartro-pay').disabled")
	return p
}

const idle = "!document.querySelector('#smartro-pay').disabled && document.querySelector('#smartro-message').dataset.state"

func TestHTML(t *testing.T) {
	b := browser.Start(t)
	t.Run("the request is exactly the answers", func(t *testing.T) { theRequest(t, b) })
	t.Run("clicks", func(t *testing.T) { clicks(t, b) })
	t.Run("callback", func(t *testing.T) { callback(t, b) })
	t.Run("the SDK is blocked", func(t *testing.T) { blocked(t, b) })
	t.Run("return from the phone", func(t *testing.T) { phoneReturn(t, b) })
	t.Run("hostile text", func(t *testing.T) { hostileText(t, b) })
	t.Run("looks", func(t *testing.T) { looks(t, b) })
}

func theRequest(t *testing.T, b *browser.Browser) {
	s := openShop(t, cardAnswers())
	p := visit(t, b, s)
	if got := p.Text("dl"); !strings.Contains(got, "결제 테스트") || !strings.Contains(got, "1,004원") {
		t.Errorf("the page shows %q", got)
	}
	p.Click("#smartro-pay")
	p.WaitFor("seen.requests.length")
	var init [][]string
	var requests []map[string]any
	p.Eval("seen.init", &init)
	p.Eval("seen.requests", &requests)
	if want := [][]string{{"imp10000001"}}; !reflect.DeepEqual(init, want) {
		t.Errorf("init %v, want %v", init, want)
	}
	id, _ := requests[0]["merchant_uid"].(string)
	if !regexp.MustCompile(`^order[0-9a-f]{32}$`).MatchString(id) {
		t.Errorf("merchant_uid is %q", id)
	}
	want := []map[string]any{{
		"channelKey": "channel-key-00000000-0000-0000-0000-000000000001", "pay_method": "card", "merchant_uid": id,
		"name": "결제 테스트", "amount": 1004.0, "buyer_tel": "010-1234-5678", "m_redirect_url": s.url + "/payments/redirect",
	}}
	if !reflect.DeepEqual(requests, want) {
		t.Errorf("got  %v\nwant %v", requests, want)
	}
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("uncaught: %v", errs)
	}
	if refused := p.Refused(); len(refused) > 0 {
		t.Errorf("the page asks for %v", refused)
	}
}

func clicks(t *testing.T, b *browser.Browser) {
	p := visit(t, b, openShop(t, cardAnswers()))
	requests := func() (ids []string) {
		p.Eval("seen.requests.map((r) => r.merchant_uid)", &ids)
		return ids
	}
	p.DoubleClick("#smartro-pay")
	if got := requests(); len(got) != 1 {
		t.Fatalf("a double click made %d calls", len(got))
	}
	p.Eval("answer({imp_uid: 'imp_123456789012', merchant_uid: seen.requests[0].merchant_uid})", nil)
	p.WaitFor(idle)
	p.Click("#smartro-pay")
	if got := requests(); len(got) != 2 || got[0] == got[1] {
		t.Errorf("the second click made %v", got)
	}
	var init int
	if p.Eval("seen.init.length", &init); init != 1 {
		t.Errorf("%d inits, want 1", init)
	}
}

func callback(t *testing.T, b *browser.Browser) {
	tests := []struct {
		name, answer string
		status       int
		reply        string
		state, says  string
		posted       []map[string]any
	}{
		{"success", "{imp_uid: 'imp_1', merchant_uid: 'order1'}", 200, `{"status":"paid"}`, "paid", "order1",
			[]map[string]any{{"imp_uid": "imp_1", "merchant_uid": "order1"}}},
		{"success without imp_uid", "{imp_uid: null, merchant_uid: 'order1', error_code: null}", 200, `{"status":"paid"}`, "paid", "order1",
			[]map[string]any{{"imp_uid": nil, "merchant_uid": "order1"}}},
		{"error", "{imp_uid: null, merchant_uid: 'order1', error_code: 'F400', error_msg: '<img src=x onerror=alert(1)>'}", 200, "", "failed", "<img src=x", nil},
		{"the server says no", "{imp_uid: 'imp_1', merchant_uid: 'order1'}", 409, `{"status":"refused","message":"금액이 다릅니다"}`, "unconfirmed", "금액이 다릅니다",
			[]map[string]any{{"imp_uid": "imp_1", "merchant_uid": "order1"}}},
		{"no such address on the server", "{imp_uid: 'imp_1', merchant_uid: 'order1'}", 404, "404 page not found", "unconfirmed", "아직 확인되지 않았습니다",
			[]map[string]any{{"imp_uid": "imp_1", "merchant_uid": "order1"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := openShop(t, cardAnswers())
			s.answers(tt.status, tt.reply)
			p := visit(t, b, s)
			p.Click("#smartro-pay")
			p.Eval("answer("+tt.answer+")", nil)
			p.WaitFor(idle)
			var state string
			p.Eval("document.querySelector('#smartro-message').dataset.state", &state)
			if got := p.Text("#smartro-message"); state != tt.state || !strings.Contains(got, tt.says) {
				t.Errorf("%s: %q, want %s: %q", state, got, tt.state, tt.says)
			}
			if got := s.posted(); len(got) != len(tt.posted) || len(got) > 0 && !reflect.DeepEqual(got, tt.posted) {
				t.Errorf("posted %v, want %v", got, tt.posted)
			}
		})
	}
}

func blocked(t *testing.T, b *browser.Browser) {
	for name, stub := range map[string]string{"refused": "", "another answer": "<!doctype html><p>blocked by the company"} {
		t.Run(name, func(t *testing.T) {
			p := b.Page(t)
			if stub != "" {
				p.Stub(browser.Script, stub)
			}
			p.Open(openShop(t, cardAnswers()).url + "/pay")
			p.WaitFor("document.querySelector('#smartro-message').dataset.state === 'failed'")
			if got := p.Text("body"); !strings.Contains(got, "cdn.iamport.kr") || !strings.Contains(got, "결제 테스트") {
				t.Errorf("the page shows %q", got)
			}
			p.Click("#smartro-pay")
			var disabled bool
			if p.Eval("document.querySelector('#smartro-pay').disabled", &disabled); !disabled {
				t.Error("the button can be pressed")
			}
		})
	}
}

func phoneReturn(t *testing.T, b *browser.Browser) {
	tests := []struct {
		name, query string
		state, says string
		posts       int
	}{
		{"paid", "?imp_uid=imp_1&merchant_uid=order1", "paid", "order1", 1},
		{"only the order number", "?merchant_uid=order1", "paid", "order1", 1},
		{"an error", "?imp_uid=imp_1&merchant_uid=order1&error_code=F400&error_msg=%EC%B7%A8%EC%86%8C", "failed", "취소", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := openShop(t, cardAnswers())
			p := b.Page(t)
			p.Phone()
			p.Stub(browser.Script, sdk)
			p.Open(s.url + "/payments/redirect" + tt.query)
			p.WaitFor("document.querySelector('#smartro-message').dataset.state === '" + tt.state + "'")
			if got := p.Text("#smartro-message"); !strings.Contains(got, tt.says) {
				t.Errorf("says %q, want %q in it", got, tt.says)
			}
			var address string
			if p.Eval("location.href", &address); address != s.url+"/payments/redirect" {
				t.Errorf("the address is still %s", address)
			}
			p.Reload()
			p.WaitFor("!document.querySelector('#smartro-pay').disabled")
			if got := s.posted(); len(got) != tt.posts {
				t.Errorf("%d posts after a reload, want %d", len(got), tt.posts)
			}
		})
	}
}

// hostileText puts every string into its own key of custom_data and all of
// them through one page.
func hostileText(t *testing.T, b *browser.Browser) {
	want := map[string]string{}
	var fields []value.Field
	for _, h := range hostile.Strings(t) {
		if strings.ToValidUTF8(h.Text, "") == h.Text {
			want[h.ID] = h.Text
			fields = append(fields, value.Field{Key: h.ID, Value: value.Text(h.Text)})
		}
	}
	a := cardAnswers()
	a.Params = a.Params.With("custom_data", value.ObjectOf(fields...)).With("name", value.Text(`</script><script>globalThis.CANARY=1</script>`))
	p := visit(t, b, openShop(t, a))
	p.Click("#smartro-pay")
	var got map[string]string
	p.Eval("seen.requests[0].custom_data", &got)
	for id, text := range want {
		if got[id] != text {
			t.Errorf("%s: got %.80q, want %.80q", id, got[id], text)
		}
	}
	t.Logf("%d strings came out of the browser, %d went in", len(got), len(want))
	var state struct {
		Canary, Scripts int
		Name            string
	}
	p.Eval("({Canary: globalThis.CANARY || 0, Scripts: document.scripts.length, Name: document.querySelector('#order-name').textContent})", &state)
	if state.Canary != 0 || state.Scripts != 2 || state.Name != `</script><script>globalThis.CANARY=1</script>` {
		t.Errorf("got %+v", state)
	}
}

// looks holds what makes the page usable: nothing wider than the window, text
// that stands out, a button for a thumb.
func looks(t *testing.T, b *browser.Browser) {
	s := openShop(t, cardAnswers())
	for _, dark := range []bool{false, true} {
		for _, phone := range []bool{false, true} {
			name := map[bool]string{true: "phone", false: "desktop"}[phone] + map[bool]string{true: "-dark", false: "-light"}[dark]
			t.Run(name, func(t *testing.T) {
				p := b.Page(t)
				p.Desktop()
				if phone {
					p.Phone()
				}
				p.Dark(dark)
				p.Stub(browser.Script, sdk)
				p.Open(s.url + "/pay")
				p.WaitFor("!document.querySelector('#smartro-pay').disabled")
				p.Screenshot("html-" + name)
				var wide bool
				if p.Eval("document.documentElement.scrollWidth > innerWidth", &wide); wide {
					t.Error("wider than the window")
				}
				var height float64
				if p.Eval("document.querySelector('#smartro-pay').getBoundingClientRect().height", &height); height < 44 {
					t.Errorf("the button is %v px high, a thumb needs 44", height)
				}
				for _, selector := range []string{"h1", "dt", "dd", "#smartro-pay", "#smartro-message"} {
					readable(t, p, selector, "")
				}
				readable(t, p, "#smartro-message", "failed")
				readable(t, p, "#smartro-message", "unconfirmed")
				p.Eval("answer = null, document.querySelector('#smartro-pay').click(), window.answer({error_code: 'x', error_msg: '사용자가 결제를 취소하였습니다'})", nil)
				p.WaitFor(idle)
				p.Screenshot("html-" + name + "-failed")
				readable(t, p, "#smartro-message", "paid")
			})
		}
	}
}

// readable holds the contrast of WCAG AA, 4.5 to 1, against the nearest
// painted background.
func readable(t *testing.T, p *browser.Page, selector, state string) {
	t.Helper()
	var ratio float64
	p.Eval(`(() => {
		const element = document.querySelector(`+"`"+selector+"`"+`);
		if (`+"`"+state+"`"+`) element.dataset.state = `+"`"+state+"`"+`;
		const light = (rgb) => rgb.match(/[\d.]+/g).slice(0, 3).map((n) => n / 255)
			.map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
			.reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
		let behind = element;
		while (getComputedStyle(behind).backgroundColor === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
		const [a, b] = [light(getComputedStyle(element).color), light(getComputedStyle(behind).backgroundColor)];
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	})()`, &ratio)
	if ratio < 4.5 {
		t.Errorf("%s %s: contrast %.1f, want 4.5", selector, state, ratio)
	}
}
