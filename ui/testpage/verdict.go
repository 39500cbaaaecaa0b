package testpage

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/value"
)

// judge says what a result is worth. A claim has to be of this order, of this
// amount, and carry a payment number to look up; everything else is none.
func judge(m made, via string, fields value.Value) (Verdict, []string) {
	if differs := m.worth(m, via, fields); len(differs) > 0 {
		return VerdictMismatch, differs
	}
	if m.failed(fields) {
		return VerdictError, nil
	}
	return VerdictClaimed, nil
}

func failedV1(fields value.Value) bool {
	if fieldText(fields, "error_code") != "" || fieldText(fields, "error_msg") != "" {
		return true
	}
	for _, name := range []string{"success", "imp_success"} {
		v := fields.Get(name)
		if v.Kind() == value.Bool && !v.Bool() || v.Text() == "false" {
			return true
		}
	}
	return false
}

// differentV1 names the fields that are not of this attempt.
func differentV1(m made, via string, fields value.Value) []string {
	var names []string
	failed := failedV1(fields)
	if order := fieldText(fields, "merchant_uid"); order != m.order && !(failed && order == "") {
		names = append(names, "merchant_uid")
	}
	uid := fieldText(fields, "imp_uid")
	// A refused request has no payment number, and the official example of a
	// return address carries merchant_uid alone.
	optional := failed || via == ViaRedirect
	if !handover.PaymentNumber(uid) && !(uid == "" && optional) {
		names = append(names, "imp_uid")
	}
	for _, name := range []string{"paid_amount", "amount"} {
		got := fields.Get(name)
		if got.Known() && got.Kind() != value.Null && got.Text() != m.params.Get("amount").Text() && !failed {
			names = append(names, name)
		}
	}
	return names
}

// symptomOf explains an error by its message and code.
func symptomOf(fields value.Value) (id string, sure bool) {
	code, message := problem(fields)
	return explain(code + "\n" + message)
}

func explain(message string) (id string, sure bool) {
	s, sure, _ := wizard.SymptomFor(message)
	return s.ID, sure
}

func answered(m made, via string, fields value.Value, more []string) answer {
	a := answer{via: via, fields: fields, more: more}
	a.verdict, a.differs = judge(m, via, fields)
	if m.failed(fields) {
		a.symptom, a.sure = symptomOf(fields)
	}
	return a
}

// fieldText is a field as text, "" for null and for what is not there.
func fieldText(fields value.Value, name string) string { return fields.Get(name).Text() }
