package lint_test

import (
	"testing"

	"smartro-wizard/wizard"
)

const someV2 = `{ storeId: s, channelKey: k, paymentId: "order_1", orderName: n, totalAmount: 1000, currency: "KRW", payMethod: "CARD", redirectUrl: u }`

// TestV2IsFoundHoweverItIsReached: the object by its names, what the package
// gives, and functions taken out of both.
func TestV2IsFoundHoweverItIsReached(t *testing.T) {
	for name, code := range map[string]string{
		"global":             "PortOne.requestPayment(" + someV2 + ")",
		"window":             "window.PortOne.requestPayment(" + someV2 + ")",
		"optional":           "window.PortOne?.requestPayment?.(" + someV2 + ")",
		"cast":               "(window as any).PortOne.requestPayment(" + someV2 + ")",
		"by key":             "window['PortOne']['requestPayment'](" + someV2 + ")",
		"namespace import":   "import * as PortOne from '@portone/browser-sdk/v2';\nPortOne.requestPayment(" + someV2 + ")",
		"default import":     "import P from \"@portone/browser-sdk/v2\";\nP.requestPayment(" + someV2 + ")",
		"named import":       "import { requestPayment } from '@portone/browser-sdk/v2';\nrequestPayment(" + someV2 + ")",
		"named import as":    "import { requestPayment as pay, type PaymentRequest } from '@portone/browser-sdk/v2';\npay(" + someV2 + ")",
		"package of itself":  "import PortOne from '@portone/browser-sdk';\nPortOne.requestPayment(" + someV2 + ")",
		"imported later":     "async function f() { const sdk = await import('@portone/browser-sdk/v2'); await sdk.requestPayment(" + someV2 + ") }",
		"imported by then":   "import('@portone/browser-sdk/v2').then((PortOne) => PortOne.requestPayment(" + someV2 + "))",
		"taken out":          "const { requestPayment } = window.PortOne;\nrequestPayment(" + someV2 + ")",
		"taken out of await": "async function f() { const { requestPayment } = await import('@portone/browser-sdk/v2'); requestPayment(" + someV2 + ") }",
		"alias":              "const sdk = window.PortOne;\nsdk.requestPayment(" + someV2 + ")",
		"function alias":     "const open = PortOne.requestPayment;\nopen(" + someV2 + ")",
		"bound":              "const open = PortOne.requestPayment.bind(PortOne);\nopen(" + someV2 + ")",
		"member":             "class Pay { constructor(portone) { this.portone = portone } open() { return this.portone.requestPayment(" + someV2 + ") } }",
		"injected":           "function pay(portone) { return portone.requestPayment(" + someV2 + ") }",
		"of a loader":        "const load = () => window.PortOne;\nload().requestPayment(" + someV2 + ")",
		"chosen":             "(window.PortOne || globalThis.PortOne).requestPayment(" + someV2 + ")",
		"wrapper":            "function open(request) { return PortOne.requestPayment({ ...base, ...request }) }\nopen(" + someV2 + ")",
		"request in a name":  "const request = " + someV2 + ";\nPortOne.requestPayment(request)",
		"as const":           "const request = " + someV2 + " as const satisfies PaymentRequest;\nPortOne.requestPayment(request)",
		"assigned later":     "const request = { storeId: s, channelKey: k };\nrequest.paymentId = 'order_1';\nPortOne.requestPayment(request)",
		"bare":               someV2,
	} {
		t.Run(name, func(t *testing.T) {
			file := "pay.ts"
			if name == "bare" {
				file = ""
			}
			got := readText(t, file, code, wizard.Setup{})
			if got.Setup.SDK != wizard.V2 || got.Calls != 1 || !found(got, "merchant-uid-charset") {
				t.Errorf("%d calls of %s:%s", got.Calls, got.Setup.SDK, show(got.Findings))
			}
		})
	}
}

// TestOthersCalledAsV2AreLeftAlone: methods of the same name of other libraries.
func TestOthersCalledAsV2AreLeftAlone(t *testing.T) {
	for name, code := range map[string]string{
		"another's import":  "import PortOne from './port-one-switch';\nPortOne.requestPayment({ port: 1, invoice: '1_2' })",
		"wallet":            "wallet.requestPayment({ amount: '1', to: 'a_b', paymentId: 'x_y' })",
		"class of its own":  "class PortOne { requestPayment(p) {} }\nnew PortOne().requestPayment({ paymentId: 'order_1' })",
		"object of its own": "const portone = { requestPayment(p) { return p } };\nportone.requestPayment({ paymentId: 'order_1' })",
		"browser's own":     "const request = new PaymentRequest(methods, details);\nrequest.requestPayment({ paymentId: 'a_b' })",
		"function":          "function requestPayment(p) { return api.post('/p', p) }\nrequestPayment({ paymentId: 'order_1', storeId: 's' })",
		"identity":          "PortOne.requestIdentityVerification({ storeId: s, channelKey: k, identityVerificationId: 'a_1' })",
	} {
		t.Run(name, func(t *testing.T) {
			if got := readText(t, "pay.js", code, wizard.Setup{}); len(got.Findings) > 0 {
				t.Errorf("%d calls:%s", got.Calls, show(got.Findings))
			}
		})
	}
}
