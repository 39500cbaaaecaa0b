package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/value"
)

const latestV2 = "https://cdn.portone.io/v2/browser-sdk.js"

// hostV2 is a host whose page loads the script of V2.
func hostV2(host, script string) string {
	return strings.ReplaceAll(hosts[host](script, ""), latest, latestV2)
}

// pageScriptV2 is a page's code for a window of V2, sound but for what it sends.
func pageScriptV2(function, params string) string {
	call := strings.TrimPrefix(function, "PortOne.")
	return "async function pay() {\n  const answer = await PortOne." + call + "(" + params + `);
  if (answer.code !== undefined) {
    alert(answer.message);
    return;
  }
  await fetch("/payments/complete", { method: "POST", body: JSON.stringify({ paymentId: answer.paymentId, billingKey: answer.billingKey }) });
}
`
}

// serverScriptV2 is code that calls V2's API.
func serverScriptV2(t *testing.T, s shown) string {
	t.Helper()
	method, path, _ := strings.Cut(s.function, " ")
	params := s.params
	for _, name := range []string{"paymentId", "billingKey"} {
		if strings.Contains(path, "{"+name+"}") {
			path = strings.ReplaceAll(path, "{"+name+"}", params.Get(name).Text())
			params = params.With(name, value.Value{})
		}
	}
	return fmt.Sprintf("async function pay() {\n  const answer = await fetch(\"https://api.portone.io%s\", {\n    method: %q,\n    headers: { Authorization: `PortOne ${secret}`, \"Idempotency-Key\": key },\n    body: JSON.stringify(%s),\n  });\n  return answer.json();\n}\n",
		path, method, literal(t, params))
}

// beyondV2 are rules of V2 that read what code does not show, or only code of
// a server, which has snippets of its own.
var beyondV2 = []string{
	"mid-matches-type", "live-mode-no-test-mid", "test-check-card-partial-cancel", "rest-cancel-refund-account", "random-uuid-needs-https", "app-scheme-webview", "redirect-no-callback", "webhook-idempotent",
	"channel-name-charset", "channel-attribute-payment", // in the console
	"vbank-issued-is-not-paid", // of a payment whose way of paying a look-up does not tell
}

// serverV2 are those that server code shows; their snippets are in server_test.go.
var serverV2 = []string{
	"server-compares-amount", "live-payment-from-live-channel", "test-payment-accepted-in-test", "payment-method-field",
	"webhook-verify-by-lookup", "webhook-unknown-ignored",
}

// TestEveryRuleOfV2InEveryHost writes the failing and the passing overlay of
// each rule of V2 as code in four kinds of file.
func TestEveryRuleOfV2InEveryHost(t *testing.T) {
	v, rules, snippets := load(t, "v2-overlays.yaml"), 0, 0
	byHand := map[string]bool{}
	for _, h := range byHandV2 {
		byHand[h.rule] = true
	}
	for _, r := range v.Rules {
		if rule, ok := rulebook.RuleIn(wizard.V2, r.ID); !ok || rule.Check == nil {
			continue
		}
		if r.Person || slices.Contains(beyondV2, r.ID) || slices.Contains(serverV2, r.ID) || byHand[r.ID] {
			continue
		}
		fail, ok1 := lay(t, v, r.Base, r.Fail)
		pass, ok2 := lay(t, v, r.Base, r.Pass)
		if !ok1 || !ok2 {
			t.Errorf("%s: code does not show its overlays, and nobody wrote code for it by hand", r.ID)
			continue
		}
		rules++
		for host := range hosts {
			snippets += 2
			if got := inHostV2(t, host, fail); !found(got, r.ID) && !misnamed(got, r.ID) {
				t.Errorf("%s is silent in %s:%s\n%s", r.ID, host, show(got.Findings), got.Text)
			}
			if got := inHostV2(t, host, pass); found(got, r.ID) {
				t.Errorf("%s speaks of sound code in %s:%s\n%s", r.ID, host, show(got.Findings), got.Text)
			}
		}
	}
	t.Logf("%d rules of V2 in %d snippets of %d kinds of file; %d rules by hand; %d read what code does not show", rules, snippets, len(hosts), len(byHand), len(beyondV2))
}

// misnamed reports whether what a rule misses stands there under V1's name,
// which is told instead, and as an error.
func misnamed(r report, rule string) bool {
	i := slices.IndexFunc(r.Findings, func(f wizard.Finding) bool { return f.Rule == "unknown-key" })
	return rule == "escrow-required" && i >= 0 && r.Findings[i].Severity == wizard.SeverityError
}

func inHostV2(t *testing.T, host string, s shown) (r report) {
	t.Helper()
	script := ""
	if strings.HasPrefix(s.function, "PortOne.") {
		script = pageScriptV2(s.function, literal(t, s.params))
	} else {
		script = serverScriptV2(t, s)
	}
	return readText(t, host, hostV2(host, script), s.setup)
}

const soundV2 = `{
    storeId: "store-4e5f6789-0a1b-2c3d-8abc-0123456789ab",
    channelKey: "channel-key-0a1b2c3d-4e5f-6789-8abc-0123456789ab",
    paymentId: paymentId,
    orderName: "머그컵",
    totalAmount: 15000,
    currency: "KRW",
    payMethod: "CARD",
    customer: { phoneNumber: "010-9876-5432" },
    redirectUrl: location.origin + "/payments/redirect",
  }`

const soundIssue = `{
    storeId: "store-4e5f6789-0a1b-2c3d-8abc-0123456789ab",
    channelKey: "channel-key-0a1b2c3d-4e5f-6789-8abc-0123456789ab",
    billingKeyMethod: "CARD",
    issueId: "is" + Date.now(),
    customer: { customerId: member.id },
    redirectUrl: location.origin + "/billing/redirect",
  }`

// pieceV2 is what differs from a sound page of V2.
type pieceV2 struct {
	sdk   string // address of the SDK's file, latestV2 by default
	id    string // how the order number is made
	call  string // the function, requestPayment by default
	key   string // one line of the parameters,
	value string // and what it is instead; nothing takes it away
	after string // what is done with the answer
	body  string // of pay, instead of all of it
	more  string // code beside it
}

func (p pieceV2) in(host string) string {
	or := func(s, usual string) string {
		if s == "" {
			return usual
		}
		return s
	}
	call := or(p.call, "PortOne.requestPayment")
	params := soundV2
	if strings.Contains(call, "BillingKey") {
		params = soundIssue
	}
	if p.key != "" {
		params = lineInstead(params, p.key, p.value)
	}
	after := or(p.after, `  if (answer.code !== undefined) return alert(answer.message);
  await fetch("/payments/complete", { method: "POST", body: JSON.stringify({ paymentId }) });`)
	body := or(p.body, "  const paymentId = "+or(p.id, `"order" + crypto.randomUUID().replaceAll("-", "")`)+";\n  const answer = await "+call+"("+params+");\n"+after)
	text := hostV2(host, "async function pay() {\n"+body+"\n}\n"+p.more)
	if p.sdk != "" {
		text = strings.ReplaceAll(text, "<script src=\""+latestV2+"\"", "<script src=\""+p.sdk+"\"")
	}
	return text
}

// lineInstead replaces one line of parameters.
func lineInstead(params, key, value string) string {
	var lines []string
	for l := range strings.Lines(params) {
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

const issueKey = "PortOne.requestIssueBillingKey"

// byHandV2 are the rules of V2 that facts break, with code for each.
var byHandV2 = []hand[pieceV2]{
	{rule: "order-id-fresh", fail: pieceV2{id: `"order20261121"`}},
	{rule: "order-id-fresh", fail: pieceV2{id: `product.id`}, pass: pieceV2{id: `order.number`}},
	{rule: "order-id-text", fail: pieceV2{id: `Date.now()`}, pass: pieceV2{id: `String(Date.now())`}},
	{rule: "merchant-uid-uuid-hyphen", fail: pieceV2{id: "`payment-${crypto.randomUUID()}`"}, pass: pieceV2{id: "`payment${Date.now()}`"}},
	{rule: "merchant-uid-charset", fail: pieceV2{id: "\"order_\" + Date.now()"}},
	{rule: "customer-id-stable", fail: pieceV2{call: issueKey, key: "customer", value: "{ customerId: \"u\" + Date.now() }"}, pass: pieceV2{call: issueKey}},
	{rule: "m-redirect-url-mobile", fail: pieceV2{key: "redirectUrl"}},
	{rule: "m-redirect-url-absolute", fail: pieceV2{key: "redirectUrl", value: "location.host + \"/pay\""}},
	{rule: "m-redirect-url-absolute", fail: pieceV2{key: "redirectUrl", value: "\"/pay?id=\" + paymentId"}},
	{rule: "redirect-url-reachable", fail: pieceV2{key: "redirectUrl", value: "\"http://localhost:3000/pay\""}},
	{rule: "billing-key-on-server", fail: pieceV2{call: issueKey, after: "  if (answer.code) return;\n  localStorage.setItem(\"billingKey\", answer.billingKey);"}, pass: pieceV2{call: issueKey, after: "  if (answer.code) return;\n  await fetch(\"/billing\", { method: \"POST\", body: answer.billingKey });"}},
	{rule: "result-error-first", fail: pieceV2{after: "  if (answer.paymentId) { await fetch(\"/payments/complete?id=\" + paymentId); }"}},
	{rule: "result-error-first", fail: pieceV2{after: "  if (answer.transactionType === \"PAYMENT\") { await save(paymentId); }"}, pass: pieceV2{after: "  if (\"code\" in answer) return;\n  await save(paymentId);"}},
	{rule: "callback-verify-on-server", fail: pieceV2{after: "  if (answer.code) return alert(answer.message);\n  alert(\"결제 완료\");"}},
	{rule: "callback-verify-on-server", fail: pieceV2{after: "  if (answer.code) { alert(answer.message); } else { location.href = \"/done\"; }"}, pass: pieceV2{after: "  if (answer.code) { alert(answer.message); } else { location.href = \"/done?id=\" + paymentId; }"}},
	{rule: "result-ignored", fail: pieceV2{after: "  location.href = \"/done\";"}},
	{rule: "result-ignored", fail: pieceV2{body: "  PortOne.requestPayment(" + soundV2 + ").then(() => { location.href = \"/done\"; });"}, pass: pieceV2{body: "  PortOne.requestPayment(" + soundV2 + ").then((answer) => { if (answer.code == null) save(answer.paymentId); });"}},
	{rule: "dummy-buyer", fail: pieceV2{key: "customer", value: "{ phoneNumber: user.tel || \"\" }"}, pass: pieceV2{key: "customer", value: "{ phoneNumber: user.tel }"}},
	{rule: "dummy-buyer", fail: pieceV2{key: "customer", value: "{ phoneNumber: \"010-1234-5678\" }"}},
	{rule: "amount-number-type", fail: pieceV2{key: "totalAmount", value: "document.getElementById(\"amount\").value"}, pass: pieceV2{key: "totalAmount", value: "Number(amount)"}},
	{rule: "unknown-key", fail: pieceV2{key: "orderName", value: "\"머그컵\", merchant_uid: paymentId"}},
	{rule: "unknown-key", fail: pieceV2{key: "orderName", value: "\"머그컵\", pg: \"smartro_v2\""}},
	{rule: "unknown-key", fail: pieceV2{key: "orderName", value: "\"머그컵\", onSuccess: done"}},
	{rule: "sdk-one-script", fail: pieceV2{more: "const old = \"" + latest + "\";\nconst two = \"" + latestV2 + "\";"}},
	{rule: "request-on-click", only: []string{"Pay.tsx"}, fail: pieceV2{body: "  ;", more: "useEffect(() => { PortOne.requestPayment(" + soundV2 + ").then((a) => { if (a.code) return; save(a.paymentId); }); }, []);"}},
	{rule: "request-on-click", only: pages, fail: pieceV2{body: "  ;", more: "window.onload = function () { PortOne.requestPayment(" + soundV2 + ").then((a) => { if (a.code) return; save(a.paymentId); }); };"}},
	{rule: "sample-leftover", fail: pieceV2{key: "orderName", value: "\"나이키 와플 트레이너 2 SD\""}},
	{rule: "sample-leftover", fail: pieceV2{key: "channelKey", value: "\"channel-key-893597d6-e62d-410f-83f9-119f530b4b11\""}},
	{rule: "module-supports-type", setup: wizard.Setup{Module: wizard.ModuleOld}, fail: pieceV2{call: issueKey}},
	{rule: "live-token-price", setup: wizard.Setup{Mode: wizard.ModeLive}, fail: pieceV2{key: "totalAmount", value: "1000"}},
	{rule: "sdk-ready-before-use", only: pages, fail: pieceV2{sdk: latestV2 + "\" defer=\"", more: "const portone = PortOne;"}, pass: pieceV2{more: "const portone = PortOne;"}},
	{rule: "version-mixing", fail: pieceV2{more: "IMP.init(\"imp31415926\");"}},
	{rule: "version-mixing", fail: pieceV2{more: "fetch(\"https://api.iamport.kr/payments/\" + uid, { headers });"}},
	{rule: "function-not-for-smartro", fail: pieceV2{call: "PortOne.requestIssueBillingKeyAndPay"}, pass: pieceV2{call: issueKey}},
	{rule: "rest-secret-server-side", fail: pieceV2{more: "const headers = { Authorization: \"PortOne a83bd1c2e45f6789a83bd1c2e45f6789\" };"}, pass: pieceV2{more: "const headers = { Authorization: `PortOne ${process.env.PORTONE_API_SECRET}` };"}},
	{rule: "rest-secret-server-side", only: []string{"pay.html", "Pay.tsx", "Pay.vue"}, fail: pieceV2{more: "const headers = { Authorization: `PortOne ${process.env.NEXT_PUBLIC_PORTONE_API_SECRET}` };"}},
	{rule: "api-secret-header", fail: pieceV2{more: "fetch(`https://api.portone.io/payments/${id}`, { headers: { Authorization: `Bearer ${API_SECRET}` } });"}, pass: pieceV2{more: "fetch(`https://api.portone.io/payments/${id}`, { headers: { Authorization: `PortOne ${API_SECRET}` } });"}},
	{rule: "server-sdk-client", fail: pieceV2{more: "const client = PortOneClient(process.env.API_SECRET);"}, pass: pieceV2{more: "const client = PortOneClient({ secret: process.env.API_SECRET });"}},
	{rule: "rest-timeout-and-idempotency", fail: pieceV2{more: "axios.post(`https://api.portone.io/payments/${id}/billing-key`, data, { headers: { Authorization: `PortOne ${secret}` } });"}, pass: pieceV2{more: "axios.post(`https://api.portone.io/payments/${id}/billing-key`, data, { headers: { Authorization: `PortOne ${secret}`, \"Idempotency-Key\": `\"${id}\"` } });"}},
	{rule: "card-direct-windows-only", fail: pieceV2{key: "payMethod", value: `"CARD", card: { cardCompany: "JEONBUK_CARD", installment: { monthOption: { fixedMonth: 0 } } }`}, pass: pieceV2{key: "payMethod", value: `"CARD", card: { cardCompany: "BC_CARD", installment: { monthOption: { fixedMonth: 0 } } }`}},
	{rule: "rest-timeout-and-idempotency", fail: pieceV2{more: "axios.post(`https://api.portone.io/payments/${id}/cancel`, data, { headers, timeout: 5000 });"}, pass: pieceV2{more: "axios.post(`https://api.portone.io/payments/${id}/cancel`, data, { headers, timeout: 60000 });"}},
}

// TestFactsOfV2InEveryHost runs the snippets by hand.
func TestFactsOfV2InEveryHost(t *testing.T) {
	t.Logf("%d cases of V2 by hand, %d snippets", len(byHandV2), inEveryHost(t, byHandV2))
}

// TestSoundCodeOfV2IsQuiet: the sound pages have no finding in any host.
func TestSoundCodeOfV2IsQuiet(t *testing.T) {
	for host := range hosts {
		for _, call := range []string{"PortOne.requestPayment", issueKey} {
			got := readText(t, host, pieceV2{call: call}.in(host), wizard.Setup{})
			for _, f := range got.Findings {
				if f.State == wizard.StateFound {
					t.Errorf("%s %s:%s\n%s", call, host, show(got.Findings), got.Text)
					break
				}
			}
			if got.Calls != 1 || got.Setup.SDK != wizard.V2 {
				t.Errorf("%s %s: %d calls of %s", call, host, got.Calls, got.Setup.SDK)
			}
		}
	}
}

// TestEveryRuleOfV2IsSomewhere: each rule of V2 that a program judges has its
// snippets here, or is said to be beyond what code shows.
func TestEveryRuleOfV2IsSomewhere(t *testing.T) {
	where := map[string]string{}
	for _, r := range load(t, "v2-overlays.yaml").Rules {
		where[r.ID] = "overlays"
	}
	for _, h := range byHandV2 {
		where[h.rule] = "by hand"
	}
	for _, r := range receivers {
		where[r.rule] = "servers"
	}
	for _, id := range beyondV2 {
		where[id] = "beyond"
	}
	n := map[string]int{}
	for _, r := range rulebook.RulesIn(wizard.V2) {
		if r.Check == nil {
			continue
		}
		if where[r.ID] == "" {
			t.Errorf("%s has no snippet", r.ID)
		}
		n[where[r.ID]]++
	}
	for _, id := range serverV2 {
		if where[id] != "servers" {
			t.Errorf("%s has no server", id)
		}
	}
	t.Logf("rules of V2 that a program judges, by where their snippets come from: %v", n)
}

// TestCommonestMistakesOfV2InTemplates: ten of V2 in templates of Python and PHP.
func TestCommonestMistakesOfV2InTemplates(t *testing.T) {
	line := func(key, value string) pieceV2 { return pieceV2{key: key, value: value} }
	ten := []struct {
		rule       string
		fail, pass pieceV2
	}{
		{"merchant-uid-charset", pieceV2{id: "\"order_‹id›\""}, pieceV2{id: "\"order‹id›\""}},
		{"merchant-uid-uuid-hyphen", pieceV2{id: "`payment-${crypto.randomUUID()}`"}, pieceV2{}},
		{"order-id-fresh", pieceV2{id: "\"order20261121\""}, pieceV2{id: "\"‹id›\""}},
		{"amount-number-type", line("totalAmount", "\"‹amount›\""), line("totalAmount", "‹amount›")},
		{"buyer-tel-required", line("customer", ""), line("customer", "{ phoneNumber: \"‹tel›\" }")},
		{"m-redirect-url-mobile", line("redirectUrl", ""), line("redirectUrl", "\"https://‹host›/pay\"")},
		{"unknown-key", line("orderName", "\"‹name›\", pg: \"smartro_v2\""), line("orderName", "\"‹name›\"")},
		{"result-error-first", pieceV2{after: "  if (answer.paymentId) location.href = \"/done?id=\" + paymentId;"}, pieceV2{}},
		{"callback-verify-on-server", pieceV2{after: "  if (answer.code) return alert(answer.message);\n  alert(\"결제 완료\");"}, pieceV2{}},
		{"version-mixing", pieceV2{more: "IMP.init(\"‹code›\");"}, pieceV2{}},
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
	t.Logf("%d mistakes of V2 in %d snippets of %d kinds of template", len(ten), snippets, len(servers))
}
