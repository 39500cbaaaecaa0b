package lint_test

import (
	"os"
	"path/filepath"
	"testing"

	"smartro-wizard/wizard"
)

// TestForeignCodeIsQuiet reads code of other libraries that have an init, an
// IMP or a request_pay too.
func TestForeignCodeIsQuiet(t *testing.T) {
	names, err := filepath.Glob("testdata/foreign/*")
	if err != nil || len(names) < 30 {
		t.Fatalf("%d files: %v", len(names), err)
	}
	for _, name := range names {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := readText(t, filepath.Base(name), string(body), wizard.Setup{}); len(got.Findings) > 0 || got.Calls > 0 {
			t.Errorf("%s: %d calls%s", name, got.Calls, show(got.Findings))
		}
	}
	t.Logf("%d files", len(names))
}

// TestWhatIsNotInTheFileIsUnknown: spread, imported and server-made values.
func TestWhatIsNotInTheFileIsUnknown(t *testing.T) {
	for name, code := range map[string]string{
		"a spread":           "IMP.request_pay({ ...params, pay_method: \"card\" }, done);",
		"an imported object": "import { params } from './params';\nexport function pay() { IMP.request_pay(params, done); }",
		"an imported value":  "import { KEY } from './keys';\nexport const pay = () => IMP.request_pay({ channelKey: KEY, pay_method: 'card', merchant_uid: id, name: n, amount: a, buyer_tel: tel, m_redirect_url: url }, done);",
		"a server's answer":  "const order = await (await fetch('/orders')).json();\nIMP.request_pay({ channelKey: order.key, pay_method: order.method, merchant_uid: order.id, name: order.name, amount: order.amount, buyer_tel: order.tel, m_redirect_url: order.url }, done);",
		"an argument":        "export function pay(params) {\n  IMP.request_pay(params, done);\n}",
		"a computed key":     "IMP.request_pay({ [key]: value, pay_method: 'card' }, done);",
		"something left out": "IMP.request_pay({ pay_method: 'card', ... }, done);",
		"a value of a page":  "IMP.request_pay({ channelKey: '<%= key %>', pay_method: 'card', merchant_uid: '<%= id %>', name: '<%= name %>', amount: <%= amount %>, buyer_tel: '<%= tel %>', m_redirect_url: '<%= url %>' }, done);",
		"the environment":    "IMP.request_pay({ channelKey: process.env.KEY, pay_method: 'card', merchant_uid: id, name, amount, buyer_tel, m_redirect_url }, done);",
	} {
		t.Run(name, func(t *testing.T) {
			got := readText(t, "pay.js", code, wizard.Setup{})
			unknown := 0
			for _, f := range got.Findings {
				if f.State == wizard.StateUnknown {
					unknown++
				} else {
					t.Errorf("guessed:%s", show(got.Findings))
				}
			}
			if unknown == 0 || got.Calls != 1 {
				t.Errorf("%d calls, nothing is said to be unknown:%s", got.Calls, show(got.Findings))
			}
		})
	}
}
