package snippets_test

import (
	"smartro-wizard/wizard"
)

// way is how a version tells of a payment. Results are JavaScript, queries
// begin with a question mark.
type way struct {
	answers                      wizard.Answers
	paid, bare, failed, cancel   string
	posted, postedBare           map[string]any
	orderID, host, script, throw string
}

var ways = map[wizard.SDK]way{
	wizard.V1: {
		answers: card(), paid: paid,
		bare:       `{imp_uid: null, merchant_uid: "order1", success: false, error_code: null}`,
		failed:     `{imp_uid: null, merchant_uid: "order1", success: true, error_code: "F400", error_msg: "취소했습니다 <b>"}`,
		cancel:     `{imp_uid: null, merchant_uid: 'x', error_code: 'F400'}`,
		posted:     map[string]any{"imp_uid": "imp_123456789012", "merchant_uid": "order1"},
		postedBare: map[string]any{"imp_uid": nil, "merchant_uid": "order1"},
		orderID:    "merchant_uid", host: "cdn.iamport.kr", script: wizard.ScriptV1,
		throw: "theSDK.request_pay = () => { throw new Error('no') }",
	},
	wizard.V2: {
		answers: cardV2(), paid: `{transactionType: "PAYMENT", txId: "tx1", paymentId: "order1"}`,
		bare:       `{transactionType: "PAYMENT", txId: "tx1", paymentId: "order1", code: undefined}`,
		failed:     `{transactionType: "PAYMENT", txId: "tx1", paymentId: "order1", code: "PGProviderError", message: "취소했습니다 <b>"}`,
		cancel:     `{txId: "tx1", paymentId: 'x', code: 'PGProviderError'}`,
		posted:     map[string]any{"paymentId": "order1"},
		postedBare: map[string]any{"paymentId": "order1"},
		orderID:    "paymentId", host: "cdn.portone.io", script: wizard.ScriptV2,
		throw: "theSDK.requestPayment = () => Later.reject(new Error('no'))",
	},
}

// goes is a result of the answers' window that went well.
func goes(a wizard.Answers) string {
	if a.SDK == wizard.V2 && a.Type == wizard.TypeBilling {
		return `{transactionType: "ISSUE_BILLING_KEY", billingKey: "billing-key-1"}`
	}
	return ways[a.SDK].paid
}

// packaged reports whether a package brings the SDK, at the first click.
func (o opened) packaged() bool {
	return o.do(`GLOBAL === "PortOne"`).ToBoolean() && o.bundled
}
