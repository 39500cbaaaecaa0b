package testpage

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/value"
)

// tongue is how a version speaks: which script brings it, and in which fields
// a result comes. What a result is worth is told by worth.
type tongue struct {
	script string
	fields []string // that PortOne documents; others are reported by name only
	code   string   // of a failure, and its message
	text   string
	order  string // "" where a result does not name the order
	worth  func(m made, via string, fields value.Value) []string
}

// tongues are by the call that opens the window.
var tongues = map[string]tongue{
	wizard.RequestPay: {
		script: wizard.ScriptV1, fields: callbackFields, code: "error_code", text: "error_msg", order: "merchant_uid", worth: differentV1,
	},
	wizard.RequestPayment: {
		script: wizard.ScriptV2, code: "code", text: "message", order: "paymentId", worth: differentPayment,
		fields: []string{"transactionType", "txId", "paymentId", "paymentToken", "code", "message", "pgCode", "pgMessage"},
	},
	wizard.RequestIssueBillingKey: {
		script: wizard.ScriptV2, code: "code", text: "message", worth: differentIssue,
		fields: []string{"transactionType", "billingKey", "billingIssueToken", "code", "message", "pgCode", "pgMessage"},
	},
}

// failed reports whether a result is one of a failure. That of V1's script of
// today says so by error_code, and the success of older ones is believed only
// when it says no. V2 has a code in a failure and none otherwise.
func (t tongue) failed(fields value.Value) bool {
	if t.script == wizard.ScriptV1 {
		return failedV1(fields)
	}
	code := fields.Get(t.code)
	return code.Known() && code.Kind() != value.Null
}

// differentPayment names the fields of a V2 payment that are not of this attempt.
func differentPayment(m made, via string, fields value.Value) []string {
	names := wrongType(fields, "PAYMENT")
	order := fieldText(fields, "paymentId")
	if order != m.order && !(m.failed(fields) && order == "") {
		names = append(names, "paymentId")
	}
	if fieldText(fields, "txId") == "" && !m.failed(fields) && via == ViaCallback {
		names = append(names, "txId") // a return address need not carry it
	}
	return names
}

// differentIssue names the fields of a registered card that cannot be right.
// Nothing in such a result says which attempt it is of.
func differentIssue(m made, _ string, fields value.Value) []string {
	names := wrongType(fields, "ISSUE_BILLING_KEY")
	if fieldText(fields, "billingKey") == "" && !m.failed(fields) {
		names = append(names, "billingKey")
	}
	return names
}

func wrongType(fields value.Value, want string) []string {
	if got := fieldText(fields, "transactionType"); got != "" && got != want {
		return []string{"transactionType"}
	}
	return nil
}

// orderOf is the order that a result says it is of.
func (t tongue) orderOf(fields value.Value) string {
	if t.order == "" {
		return ""
	}
	return fieldText(fields, t.order)
}

// problem is what a failure says of itself, whichever version it came from.
func problem(fields value.Value) (code, message string) {
	for _, t := range []tongue{tongues[wizard.RequestPay], tongues[wizard.RequestPayment]} {
		if code, message = fieldText(fields, t.code), fieldText(fields, t.text); code != "" || message != "" {
			break
		}
	}
	if more := fieldText(fields, "pgMessage"); more != "" && more != message {
		message += " " + more
	}
	return code, message
}

// numberOf is the number by which a result is looked up, and its name.
func numberOf(fields value.Value) (name, number string) {
	for _, name := range []string{"imp_uid", "paymentId", "billingKey"} {
		if number := fieldText(fields, name); number != "" {
			return name, number
		}
	}
	return "", ""
}

// LookUp is the command that looks up what a result is about.
func LookUp(a wizard.Answers, fields value.Value) string {
	_, number := numberOf(fields)
	return handover.Command(a, number)
}

func (s *Server) tongue() tongue { return tongues[s.opt.Answers.Call().Function] }
