package lint_test

import (
	"testing"

	"smartro-wizard/wizard"
)

// receivers are servers as shops write them: what a rule speaks of, and the
// same done right.
var receivers = []struct {
	name, file, rule string
	setup            wizard.Setup
	fail, pass       string
}{
	{"express without the amount", "server.js", "callback-verify-on-server", wizard.Setup{},
		"const app = require('express')();\napp.post('/complete', async (req, res) => {\n  const { data } = await axios.get(`https://api.iamport.kr/payments/${req.body.imp_uid}?include_sandbox=true`, { headers });\n  if (data.response.status === 'paid') return res.json({ status: 'success' });\n  res.status(400).end();\n});\n",
		"const app = require('express')();\napp.post('/complete', async (req, res) => {\n  const { data } = await axios.get(`https://api.iamport.kr/payments/${req.body.imp_uid}?include_sandbox=true`, { headers });\n  const order = await orders.find(data.response.merchant_uid);\n  if (data.response.status === 'paid' && data.response.amount === order.amount) return res.json({ status: 'success' });\n  res.status(400).end();\n});\n"},
	{"php without status", "complete.php", "callback-verify-on-server", wizard.Setup{},
		"<?php\n$ch = curl_init('https://api.iamport.kr/payments/' . $imp_uid . '?include_sandbox=true');\n$r = json_decode(curl_exec($ch), true)['response'];\nif ($r['amount'] == $order['amount']) { mark_paid($order); }\n",
		"<?php\n$ch = curl_init('https://api.iamport.kr/payments/' . $imp_uid . '?include_sandbox=true');\n$r = json_decode(curl_exec($ch), true)['response'];\nif ($r['status'] === 'paid' && $r['amount'] == $order['amount']) { mark_paid($order); }\n"},
	{"python without the amount", "views.py", "callback-verify-on-server", wizard.Setup{},
		"def complete(request):\n    r = requests.get('https://api.iamport.kr/payments/' + request.POST['imp_uid'] + '?include_sandbox=true', headers=headers).json()\n    if r['response']['status'] == 'paid':\n        order.mark_paid()\n",
		"def complete(request):\n    r = requests.get('https://api.iamport.kr/payments/' + request.POST['imp_uid'] + '?include_sandbox=true', headers=headers).json()\n    if r['response']['status'] == 'paid' and r['response']['amount'] == order.amount:\n        order.mark_paid()\n"},
	{"fastapi of V2 without the amount", "main.py", "server-compares-amount", wizard.Setup{},
		"@app.post('/complete')\ndef complete(body: Body):\n    payment = httpx.get(f'https://api.portone.io/payments/{body.paymentId}', headers=headers).json()\n    if payment['status'] == 'PAID':\n        order.mark_paid()\n",
		"@app.post('/complete')\ndef complete(body: Body):\n    payment = httpx.get(f'https://api.portone.io/payments/{body.paymentId}', headers=headers).json()\n    if payment['status'] == 'PAID' and payment['amount']['total'] == order.amount and payment['currency'] == 'KRW':\n        order.mark_paid()\n"},
	{"jsp without status", "complete.jsp", "callback-verify-on-server", wizard.Setup{},
		"<%@ page contentType=\"text/html; charset=UTF-8\" %>\n<%\n  String url = \"https://api.iamport.kr/payments/\" + impUid + \"?include_sandbox=true\";\n  JSONObject r = call(url).getJSONObject(\"response\");\n  if (r.getInt(\"amount\") == order.getAmount()) order.setPaid(true);\n%>\n",
		"<%@ page contentType=\"text/html; charset=UTF-8\" %>\n<%\n  String url = \"https://api.iamport.kr/payments/\" + impUid + \"?include_sandbox=true\";\n  JSONObject r = call(url).getJSONObject(\"response\");\n  if (\"paid\".equals(r.getString(\"status\")) && r.getInt(\"amount\") == order.getAmount()) order.setPaid(true);\n%>\n"},
	{"next of V2 without the amount", "route.ts", "server-compares-amount", wizard.Setup{},
		"export async function POST(req: Request) {\n  const { paymentId } = await req.json();\n  const r = await fetch(`https://api.portone.io/payments/${encodeURIComponent(paymentId)}`, { headers: { Authorization: `PortOne ${process.env.PORTONE_API_SECRET}` } });\n  const payment = await r.json();\n  if (payment.status === 'PAID') return Response.json({ state: 'success' });\n  return Response.json({ state: 'failed' });\n}\n",
		"export async function POST(req: Request) {\n  const { paymentId } = await req.json();\n  const r = await fetch(`https://api.portone.io/payments/${encodeURIComponent(paymentId)}`, { headers: { Authorization: `PortOne ${process.env.PORTONE_API_SECRET}` } });\n  const payment = await r.json();\n  if (payment.status === 'PAID' && payment.amount.total === order.amount && payment.currency === 'KRW') return Response.json({ state: 'success' });\n  return Response.json({ state: 'failed' });\n}\n"},
	{"spring without the amount", "PaymentService.java", "callback-verify-on-server", wizard.Setup{},
		"@Service\nclass PaymentService {\n  void complete(String impUid) {\n    String url = \"https://api.iamport.kr/payments/\" + impUid + \"?include_sandbox=true\";\n    Payment p = rest.getForObject(url, Payment.class);\n    if (p.getStatus().equals(\"paid\")) orders.markPaid(p.getMerchantUid());\n  }\n}\n",
		"@Service\nclass PaymentService {\n  void complete(String impUid) {\n    String url = \"https://api.iamport.kr/payments/\" + impUid + \"?include_sandbox=true\";\n    Payment p = rest.getForObject(url, Payment.class);\n    if (p.getStatus().equals(\"paid\") && p.getAmount().compareTo(order.getAmount()) == 0) orders.markPaid(p.getMerchantUid());\n  }\n}\n"},
	{"a base in a name, without test payments", "views.py", "test-include-sandbox", wizard.Setup{},
		"API = 'https://api.iamport.kr'\ndef find(uid):\n    return requests.get(f'{API}/payments/{uid}', headers=headers).json()\n",
		"API = 'https://api.iamport.kr'\ndef find(uid):\n    return requests.get(f'{API}/payments/{uid}?include_sandbox=true', headers=headers).json()\n"},
	{"webhook of V1 that is believed", "hook.php", "webhook-verify-by-lookup", wizard.Setup{},
		"<?php\n// api.iamport.kr\n$app->post('/iamport-webhook', function ($req) {\n  $status = $req['status'];\n  if ($status === 'paid') { $db->query('update orders set state = paid'); }\n});\n$x = 'imp_key';\n",
		"<?php\n// api.iamport.kr\n$app->post('/iamport-webhook', function ($req) {\n  $ch = curl_init('https://api.iamport.kr/payments/' . $req['imp_uid'] . '?include_sandbox=true');\n  $r = json_decode(curl_exec($ch), true)['response'];\n  if ($r['status'] === 'paid' && $r['amount'] == $order['amount']) { $db->query('update'); }\n});\n$x = 'imp_key';\n"},
	{"webhook of V2 that is believed", "hook.py", "webhook-verify-by-lookup", wizard.Setup{},
		"# api.portone.io\n@app.post('/portone-webhook')\nasync def hook(body: dict):\n    if body['type'] == 'Transaction.Paid':\n        orders.mark_paid(body['data']['paymentId'])\n",
		"# api.portone.io\n@app.post('/portone-webhook')\nasync def hook(request):\n    message = portone.webhook.verify(SECRET, await request.body(), request.headers)\n    if message.type == 'Transaction.Paid':\n        orders.mark_paid(message.data.payment_id)\n"},
	{"webhook of V2 that falls over new types", "hook.js", "webhook-unknown-ignored", wizard.Setup{},
		"const app = require('express')();\n// https://api.portone.io\napp.post('/webhook', async (req, res) => {\n  const message = await Webhook.verify(secret, req.body, req.headers);\n  switch (message.type) {\n    case 'Transaction.Paid': await orders.complete(message.data.paymentId); break;\n    default: throw new Error('unknown');\n  }\n});\n",
		"const app = require('express')();\n// https://api.portone.io\napp.post('/webhook', async (req, res) => {\n  const message = await Webhook.verify(secret, req.body, req.headers);\n  switch (message.type) {\n    case 'Transaction.Paid': await orders.complete(message.data.paymentId); break;\n    default: break;\n  }\n});\n"},
	{"a field of other documents", "server.js", "payment-method-field", wizard.Setup{},
		"const app = require('express')();\nconst payment = await (await fetch(`https://api.portone.io/payments/${id}`, { headers })).json();\nsave(payment.paymentMethod);\n",
		"const app = require('express')();\nconst payment = await (await fetch(`https://api.portone.io/payments/${id}`, { headers })).json();\nsave(payment.method);\n"},
	{"a test payment in live", "server.js", "live-payment-from-live-channel", wizard.Setup{Mode: wizard.ModeLive, SDK: wizard.V2},
		"const app = require('express')();\nconst payment = await (await fetch(`https://api.portone.io/payments/${id}`, { headers })).json();\nif (payment.status === 'PAID' && payment.amount.total === order.amount) await orders.complete(id);\n",
		"const app = require('express')();\nconst payment = await (await fetch(`https://api.portone.io/payments/${id}`, { headers })).json();\nif (payment.channel.type !== 'LIVE') return;\nif (payment.status === 'PAID' && payment.amount.total === order.amount) await orders.complete(id);\n"},
	{"only live in test", "server.js", "test-payment-accepted-in-test", wizard.Setup{Mode: wizard.ModeTest, SDK: wizard.V2},
		"const app = require('express')();\nconst payment = await (await fetch(`https://api.portone.io/payments/${id}`, { headers })).json();\nif (payment.channel?.type !== \"LIVE\") return;\n",
		"const app = require('express')();\nconst payment = await (await fetch(`https://api.portone.io/payments/${id}`, { headers })).json();\nif (payment.channel?.type !== \"TEST\") return;\n"},
}

// TestServersAreRead: what the rule speaks of is found, and the same code done
// right has no finding at all.
func TestServersAreRead(t *testing.T) {
	for _, r := range receivers {
		t.Run(r.name, func(t *testing.T) {
			if got := readText(t, r.file, r.fail, r.setup); !found(got, r.rule) {
				t.Errorf("%s is silent:%s\n%s", r.rule, show(got.Findings), r.fail)
			}
			got := readText(t, r.file, r.pass, r.setup)
			for _, f := range got.Findings {
				if f.State == wizard.StateFound {
					t.Errorf("%s speaks of sound code:%s\n%s", f.Rule, show(got.Findings), r.pass)
				}
			}
		})
	}
}
