package lint_test

import (
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
)

const (
	latest = "https://cdn.iamport.kr/v1/iamport.js"
	legacy = "https://cdn.iamport.kr/js/iamport.payment-1.2.0.js"
	sound  = `{
    channelKey: "channel-key-0a1b2c3d-4e5f-6789-8abc-0123456789ab",
    pay_method: "card",
    merchant_uid: newNumber(),
    name: "머그컵",
    amount: 15000,
    buyer_tel: "010-9876-5432",
    m_redirect_url: location.origin + "/payments/redirect",
  }`
	asks = `function (rsp) {
    if (rsp.error_code) return alert(rsp.error_msg);
    fetch("/payments/complete", { method: "POST", body: JSON.stringify({ imp_uid: rsp.imp_uid, merchant_uid: rsp.merchant_uid }) });
  }`
	helper = "function newNumber() {\n  return \"order\" + crypto.randomUUID().replace(/-/g, \"\");\n}\n"
)

// piece is what differs from a sound page.
type piece struct {
	sdk    string // address of the SDK's file, latest by default
	head   string // more for the head of a page
	begin  string // how the SDK is begun
	params string // of the call
	back   string // the callback
	body   string // of pay, instead of the call
	more   string // code beside it
}

// code is the script of a piece.
func (p piece) code() string {
	or := func(s, usual string) string {
		if s == "" {
			return usual
		}
		return s
	}
	body := or(p.body, "  IMP.request_pay("+or(p.params, sound)+", "+or(p.back, asks)+");")
	return helper + or(p.begin, "window.addEventListener(\"load\", function () { IMP.init(\"imp31415926\"); });") + "\nfunction pay() {\n" + body + "\n}\n" + p.more
}

// in writes a piece as a file of the host.
func (p piece) in(host string) string {
	text := hosts[host](p.code(), "")
	if p.sdk != "" && strings.Contains(text, latest) {
		text = strings.ReplaceAll(text, "<script src=\""+latest+"\"", "<script src=\""+p.sdk+"\"")
	} else if p.sdk != "" {
		text = strings.Replace(text, helper, helper+"const tag = document.createElement(\"script\");\ntag.src = \""+p.sdk+"\";\ndocument.head.append(tag);\n", 1)
	}
	return strings.Replace(text, "<script src=", p.head+"<script src=", 1)
}

// with replaces one line of the sound parameters; an empty value takes it away.
func with(key, value string) string {
	var lines []string
	for l := range strings.Lines(sound) {
		if strings.HasPrefix(strings.TrimSpace(l), key+":") {
			if value == "" {
				continue
			}
			l = "    " + key + ": " + value + ",\n"
		}
		lines = append(lines, l)
	}
	return strings.Join(lines, "")
}

// hand is a rule with code that breaks it and code that does not.
type hand[P interface{ in(host string) string }] struct {
	rule       string
	setup      wizard.Setup
	only       []string // hosts, where not all can show it
	fail, pass P
}

// inEveryHost reads the code of all in every kind of file, and counts.
func inEveryHost[P interface{ in(host string) string }](t *testing.T, all []hand[P]) (snippets int) {
	t.Helper()
	for _, h := range all {
		for host := range hosts {
			if h.only != nil && !slices.Contains(h.only, host) {
				continue
			}
			snippets += 2
			if got := readText(t, host, h.fail.in(host), h.setup); !found(got, h.rule) {
				t.Errorf("%s is silent in %s:%s\n%s", h.rule, host, show(got.Findings), got.Text)
			}
			if got := readText(t, host, h.pass.in(host), h.setup); found(got, h.rule) {
				t.Errorf("%s speaks of sound code in %s:%s\n%s", h.rule, host, show(got.Findings), got.Text)
			}
		}
	}
	return snippets
}

// byHand are the rules that facts break, with code for each. The others break
// by a parameter and are written from the rulebook's overlays.
var byHand = []hand[piece]{
	{rule: "sdk-latest-required", fail: piece{sdk: legacy}, pass: piece{sdk: latest}},
	{rule: "channel-key-needs-latest-sdk", fail: piece{sdk: "//cdn.iamport.kr/js/iamport.payment-1.1.8.js"}, pass: piece{sdk: latest}},
	{rule: "sdk-legacy-needs-jquery", setup: wizard.Setup{Module: wizard.ModuleOld}, only: pages, fail: piece{sdk: legacy}, pass: piece{sdk: legacy, head: `<script src="/js/jquery-1.12.4.min.js"></script>`}},
	{rule: "sdk-jquery-not-needed", only: pages, fail: piece{head: `<script src="https://code.jquery.com/jquery-1.12.4.min.js"></script>`}, pass: piece{}},
	{rule: "sdk-one-script", fail: piece{sdk: latest, more: `const old = "` + legacy + `";`}, pass: piece{sdk: latest}},
	{rule: "sdk-one-script", only: []string{"Pay.tsx"}, fail: piece{sdk: latest, more: `useEffect(() => { return () => { document.head.removeChild(script); }; }, []);`}, pass: piece{sdk: latest, more: `useEffect(() => { document.head.append(script); }, []);`}},
	{rule: "sdk-ready-before-use", only: pages, fail: piece{sdk: latest + "\" defer=\"", begin: `IMP.init("imp31415926");`}, pass: piece{begin: `IMP.init("imp31415926");`}},
	{rule: "imp-init-once", fail: piece{body: "  IMP.init(\"imp31415926\");\n  IMP.request_pay(" + sound + ", " + asks + ");", begin: "//"}, pass: piece{}},
	{rule: "imp-init-once", fail: piece{begin: "IMP.init(\"imp31415926\");\nIMP.init(\"imp31415926\");"}, pass: piece{begin: "if (a) IMP.init(\"imp31415926\");\nelse IMP.init(\"imp31415926\");"}},
	{rule: "imp-init-once", only: pages, fail: piece{begin: "//"}, pass: piece{}},
	{rule: "imp-init-user-code", fail: piece{begin: `IMP.init("store-31415926");`}, pass: piece{}},
	{rule: "merchant-uid-uuid-hyphen", fail: piece{params: with("merchant_uid", "crypto.randomUUID()")}, pass: piece{}},
	{rule: "merchant-uid-charset", fail: piece{params: with("merchant_uid", "\"order_\" + Date.now()")}, pass: piece{params: with("merchant_uid", "\"order\" + Date.now()")}},
	{rule: "merchant-uid-charset", fail: piece{params: with("merchant_uid", "`주문-${Date.now()}`")}, pass: piece{params: with("merchant_uid", "`order${Date.now()}`")}},
	{rule: "order-id-fresh", fail: piece{params: with("merchant_uid", "\"order20261121\"")}, pass: piece{}},
	{rule: "order-id-fresh", fail: piece{params: with("merchant_uid", "product.id")}, pass: piece{params: with("merchant_uid", "order.number")}},
	{rule: "order-id-fresh", only: []string{"pay.html", "pay.jsp", "Pay.vue"}, fail: piece{params: with("merchant_uid", "number"), more: "const number = \"o\" + Date.now();"}, pass: piece{}},
	{rule: "order-id-text", fail: piece{params: with("merchant_uid", "new Date().getTime()")}, pass: piece{params: with("merchant_uid", "String(new Date().getTime())")}},
	{rule: "amount-number-type", fail: piece{params: with("amount", "document.getElementById(\"amount\").value")}, pass: piece{params: with("amount", "Number(document.getElementById(\"amount\").value)")}},
	{rule: "amount-number-type", fail: piece{params: with("amount", "`${price}`")}, pass: piece{params: with("amount", "parseInt(price, 10)")}},
	{rule: "dummy-buyer", fail: piece{params: with("buyer_tel", "user.tel || \"\"")}, pass: piece{params: with("buyer_tel", "user.tel")}},
	{rule: "dummy-buyer", fail: piece{params: with("buyer_tel", "user?.tel")}, pass: piece{params: with("buyer_tel", "user.tel")}},
	{rule: "m-redirect-url-absolute", fail: piece{params: with("m_redirect_url", "location.host + \"/pay\"")}, pass: piece{params: with("m_redirect_url", "location.origin + \"/pay\"")}},
	{rule: "m-redirect-url-absolute", fail: piece{params: with("m_redirect_url", "\"/pay?id=\" + id")}, pass: piece{params: with("m_redirect_url", "`https://shop.kr/pay?id=${id}`")}},
	{rule: "callback-no-success-branch", fail: piece{back: "function (rsp) { if (rsp.success) { send(rsp.imp_uid); } else { alert(rsp.error_msg); } }"}, pass: piece{}},
	{rule: "callback-no-success-branch", fail: piece{back: "({ success, imp_uid }) => { success ? send(imp_uid) : fail(); }"}, pass: piece{back: "({ error_code, imp_uid }) => { error_code ? fail() : send(imp_uid); }"}},
	{rule: "callback-verify-on-server", fail: piece{back: "function (rsp) { if (!rsp.error_code) { alert(\"결제 완료 \" + rsp.imp_uid); } }"}, pass: piece{}},
	{rule: "imp-uid-nullable", fail: piece{back: "function (rsp) { if (rsp.error_code) return; send(rsp.imp_uid.substring(4)); }"}, pass: piece{back: "function (rsp) { if (rsp.error_code) return; send(rsp.imp_uid?.substring(4)); }"}},
	{rule: "customer-id-stable", setup: wizard.Setup{Type: wizard.TypeBilling}, fail: piece{params: with("name", "\"정기\", customer_uid: uid, customer_id: \"u\" + Date.now()")}, pass: piece{params: with("name", "\"정기\", customer_uid: uid, customer_id: user.id")}},
	{rule: "result-ignored", fail: piece{back: "function (rsp) { location.href = \"/done\"; }"}, pass: piece{}},
	{rule: "result-ignored", fail: piece{body: "  IMP.request_pay(" + sound + ");"}, pass: piece{}},
	{rule: "result-ignored", fail: piece{back: "function (rsp) { if (rsp.imp_uid) { send(rsp.imp_uid); } }"}, pass: piece{}},
	{rule: "unknown-key", fail: piece{back: "function (rsp) { if (rsp.error_code) return; send(rsp.imp_uid, rsp.paid_amount); }"}, pass: piece{}},
	{rule: "request-on-click", only: pages, fail: piece{more: "$(document).ready(function () { IMP.request_pay(" + sound + ", " + asks + "); });", body: "  ;"}, pass: piece{}},
	{rule: "request-on-click", only: []string{"Pay.tsx"}, fail: piece{more: "useEffect(() => { IMP.request_pay(" + sound + ", " + asks + "); }, []);", body: "  ;"}, pass: piece{}},
	{rule: "request-on-click", only: []string{"Pay.vue"}, fail: piece{more: "onMounted(() => { IMP.request_pay(" + sound + ", " + asks + "); });", body: "  ;"}, pass: piece{}},
	{rule: "version-mixing", fail: piece{more: "function other() { PortOne.requestPayment({ storeId: \"store-x\", paymentId: \"a\" }); }"}, pass: piece{}},
	{rule: "version-mixing", fail: piece{more: "fetch(\"https://api.portone.io/payments/\" + id);"}, pass: piece{}},
	{rule: "api-type-not-in-v1", setup: wizard.Setup{Type: wizard.TypeAPIKeyin}, fail: piece{}, pass: piece{body: "  axios.post(\"https://api.iamport.kr/vbanks\", data);"}},
	{rule: "rest-again-path", fail: rest("post", "/subscribe/payment/again", "{ customer_uid }"), pass: rest("post", "/subscribe/payments/again", "{ customer_uid }")},
	{rule: "rest-schedule-path", fail: rest("post", "/subscribe/payments/scheduel", "{ customer_uid }"), pass: rest("post", "/subscribe/payments/schedule", "{ customer_uid }")},
	{rule: "rest-external-receipt-path", fail: rest("post", "/receipts/external/order_1", "{ name }"), pass: rest("post", "/receipts/external/order1", "{ name }")},
	{rule: "rest-cancel-code-nonzero", fail: piece{body: "  axios.post(\"https://api.iamport.kr/payments/cancel\", { imp_uid }).then(() => alert(\"취소\"));"}, pass: piece{body: "  axios.post(\"https://api.iamport.kr/payments/cancel\", { imp_uid }).then(({ data }) => alert(data.code));"}},
	{rule: "rest-token-header", fail: piece{body: "  fetch(`https://api.iamport.kr/payments/${uid}`, { headers: { Authorization: `Token ${token}` } });"}, pass: piece{body: "  fetch(`https://api.iamport.kr/payments/${uid}`, { headers: { Authorization: `Bearer ${token}` } });"}},
	{rule: "test-include-sandbox", fail: piece{body: "  axios.get(\"https://api.iamport.kr/payments/\" + uid, { headers });"}, pass: piece{body: "  axios.get(\"https://api.iamport.kr/payments/\" + uid, { headers, params: { include_sandbox: true } });"}},
	{rule: "rest-secret-server-side", fail: piece{more: "const keys = { imp_key: \"7234567890123456\", imp_secret: \"k8fYq1\" + \"x\" };"}, pass: piece{more: "const keys = { imp_key: process.env.IMP_KEY };"}},
	{rule: "rest-secret-server-side", fail: piece{more: "axios.post(\"https://api.iamport.kr/users/getToken\", keys);"}, pass: piece{}},
	{rule: "rest-secret-server-side", fail: piece{more: "// imp_secret: 'a83bd1c2e45f6789'\n"}, pass: piece{more: "// imp_secret: '발급받은 REST API Secret'\n"}},
}

var pages = []string{"pay.html", "pay.jsp"}

// rest is a page that calls the API by itself.
func rest(verb, path, data string) piece {
	return piece{body: "  axios." + verb + "(\"https://api.iamport.kr" + path + "\", " + data + ", { headers });"}
}

func handWritten() map[string]bool {
	rules := map[string]bool{}
	for _, h := range byHand {
		rules[h.rule] = true
	}
	return rules
}

// TestFactsInEveryHost runs the snippets by hand.
func TestFactsInEveryHost(t *testing.T) {
	t.Logf("%d cases by hand, %d snippets", len(byHand), inEveryHost(t, byHand))
}

// TestSoundCodeIsQuiet: the sound page has no finding in any host.
func TestSoundCodeIsQuiet(t *testing.T) {
	for host := range hosts {
		got := readText(t, host, piece{sdk: latest}.in(host), wizard.Setup{})
		if len(got.Findings) > 0 || got.Calls != 1 {
			t.Errorf("%s, %d calls:%s\n%s", host, got.Calls, show(got.Findings), got.Text)
		}
	}
}

// servers write a page as a template of a server's language.
var servers = map[string]func(page string) string{
	"app.py": func(page string) string {
		return "from flask import render_template_string\n\nPAGE = \"\"\"\n" + strings.NewReplacer("‹", "{{ order.", "›", " }}").Replace(page) + "\"\"\"\n\n@app.get('/pay')\ndef pay():\n    return render_template_string(PAGE, order=order)\n"
	},
	"pay.php": func(page string) string {
		return "<?php require 'order.php'; ?>\n" + strings.NewReplacer("‹", "<?= $order->", "›", " ?>").Replace(page)
	},
	"pay.j2.html": func(page string) string {
		return "{% extends \"base.html\" %}\n" + strings.NewReplacer("‹", "{{ order.", "›", "|safe }}").Replace(page)
	},
}

// TestCommonestMistakesInTemplates: the ten that support meets most often, in
// templates of Python and PHP.
func TestCommonestMistakesInTemplates(t *testing.T) {
	quoted := func(key string) string { return with(key, "\"‹"+key+"›\"") }
	ten := []struct {
		rule       string
		fail, pass piece
	}{
		{"callback-no-success-branch", piece{back: "function (rsp) { if (rsp.success) { send(rsp.imp_uid); } }"}, piece{}},
		{"merchant-uid-charset", piece{params: with("merchant_uid", "\"order_‹id›\"")}, piece{params: with("merchant_uid", "\"order‹id›\"")}},
		{"amount-number-type", piece{params: quoted("amount")}, piece{params: with("amount", "‹amount›")}},
		{"buyer-tel-required", piece{params: with("buyer_tel", "")}, piece{params: quoted("buyer_tel")}},
		{"m-redirect-url-mobile", piece{params: with("m_redirect_url", "")}, piece{params: with("m_redirect_url", "\"https://‹host›/pay\"")}},
		{"sdk-latest-required", piece{sdk: legacy}, piece{sdk: latest}},
		{"pg-value-matches-module", piece{params: strings.Replace(sound, "channelKey: \"channel-key-0a1b2c3d-4e5f-6789-8abc-0123456789ab\"", "pg: \"html5_inicis\"", 1)}, piece{}},
		{"callback-verify-on-server", piece{back: "function (rsp) { if (!rsp.error_code) { alert(rsp.imp_uid); } }"}, piece{}},
		{"imp-init-once", piece{body: "  IMP.init(\"‹code›\");\n  IMP.request_pay(" + sound + ", " + asks + ");", begin: "//"}, piece{}},
		{"order-id-fresh", piece{params: with("merchant_uid", "\"order20261121\"")}, piece{params: with("merchant_uid", "\"‹id›\"")}},
	}
	snippets := 0
	for _, c := range ten {
		for name, wrap := range servers {
			snippets += 2
			if got := readText(t, name, wrap(c.fail.in("pay.html")), wizard.Setup{}); !found(got, c.rule) {
				t.Errorf("%s is silent in %s:%s\n%s", c.rule, name, show(got.Findings), got.Text)
			}
			if got := readText(t, name, wrap(c.pass.in("pay.html")), wizard.Setup{}); found(got, c.rule) {
				t.Errorf("%s speaks of sound code in %s:%s\n%s", c.rule, name, show(got.Findings), got.Text)
			}
		}
	}
	t.Logf("%d mistakes in %d snippets of %d kinds of template", len(ten), snippets, len(servers))
}
