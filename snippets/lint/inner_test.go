package lint_test

import (
	"strings"
	"testing"

	"smartro-wizard/wizard"
)

// TestPagesInTextsOfAScriptAreRead: a server sends its page as a text, and a
// page writes another one.
func TestPagesInTextsOfAScriptAreRead(t *testing.T) {
	page := "<!doctype html>\n<html><head><script src=\"" + legacy + "\"><\\/script></head><body>\n<script>\nIMP.init(\"imp31415926\");\nfunction pay() {\n  IMP.request_pay({ channelKey: \"${key}\", pay_method: \"card\", merchant_uid: \"order_${order.id}\", name: \"머그컵\", amount: 15000, buyer_tel: \"${order.tel}\", m_redirect_url: \"https://shop.kr/r\" },\n    function (rsp) { if (rsp.success) { send(rsp.imp_uid); } });\n}\n<\\/script></body></html>"
	for name, code := range map[string]string{
		"sent":    "const app = require('express')();\nconst keys = { imp_secret: 'a83bd1c2e45f6789' };\napp.get('/pay', (req, res) => {\n  res.send(`" + page + "`);\n});\n",
		"written": "frame.contentDocument.write(`" + page + "`);\n",
		"quoted":  "el.innerHTML = '" + strings.ReplaceAll(page, "\n", "\\n") + "';\n",
	} {
		t.Run(name, func(t *testing.T) {
			got := readText(t, "server.js", code, wizard.Setup{})
			for _, rule := range []string{"merchant-uid-charset", "callback-no-success-branch", "sdk-latest-required"} {
				if !found(got, rule) {
					t.Errorf("%s is silent:%s", rule, show(got.Findings))
				}
			}
			if found(got, "rest-secret-server-side") {
				t.Errorf("the secret is the server's:%s", show(got.Findings))
			}
			if f := at(t, got, "merchant-uid-charset"); name == "sent" && (f.Line != 9 || !strings.Contains(f.Value, "order_")) {
				t.Errorf("stands at line %d: %s", f.Line, f.Value)
			}
		})
	}
	secret := readText(t, "server.js", "app.get('/', (q, r) => r.send(`<script>const imp_secret = 'a83bd1c2e45f6789'; IMP.init('imp31415926');</script>`));\n", wizard.Setup{})
	if !found(secret, "rest-secret-server-side") {
		t.Errorf("a secret in the page that is sent:%s", show(secret.Findings))
	}
}
