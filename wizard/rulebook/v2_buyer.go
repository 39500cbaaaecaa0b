package rulebook

import (
	"smartro-wizard/wizard"
)

// What is told about the buyer.
var v2BuyerRows = []Rule{
	{
		ID:       "buyer-tel-required",
		When:     v2(),
		Reads:    []string{"params.customer.phoneNumber"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   required,
		Sources: []string{page2 + " L162-166", quick + " L1407-1411"},
	},
	{
		ID:       "buyer-tel-format",
		When:     v2(),
		Reads:    []string{"params.customer.phoneNumber"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: matches(phoneShape), Mend: koreanPhone,
		Sources: []string{page2 + " L91", manual + " vanBillModule.do BuyerTel"},
	},
	{
		ID:       "buyer-name-length",
		When:     v2(),
		Reads:    []string{"params.customer.fullName"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check:   maxLength(30),
		Sources: []string{bsdk + " L1199-1201"},
	},
	{
		ID:       "buyer-name-one-form",
		When:     v2(),
		Reads:    []string{"params.customer.fullName", "params.customer.firstName", "params.customer.lastName"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check:   oneName,
		Sources: []string{quick + " L1433-1449"},
	},
	{
		ID:       "buyer-email-format",
		When:     v2(),
		Reads:    []string{"params.customer.email"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: within(60, matches(emailShape)), Mend: trimmed(emailShape),
		Sources: []string{bsdk + " L1287-1289"},
	},
	{
		ID:       "easypay-customer-id-required",
		When:     v2("EASY_PAY"),
		Reads:    []string{buyerID},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   required,
		Sources: []string{page2 + " L155-160", bsdk + " L1161-1163"},
	},
	{
		ID: "customer-id-length", Functions: windowsV2,
		When:     v2(),
		Reads:    []string{buyerID},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   maxLength(20),
		Sources: []string{page2 + " L160, L275", bsdk + " L1161", manual + " sspayModule.do MallUserId 20"},
	},
	{
		ID:       "customer-id-charset",
		When:     v2(),
		Reads:    []string{buyerID},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Derived,
		Check:   lettersAndDigits,
		Sources: []string{bsdk + " L1165", manual + " sspayModule.do MallUserId"},
	},
	{
		ID: "billing-customer-id-required", Functions: issuing,
		When:     v2(),
		Reads:    []string{buyerID},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   required,
		Sources: []string{page2 + " L265-276", bsdk + " L1165"},
	},
	{
		ID: "billing-customer-id-charset", Functions: issuing,
		When:     v2(),
		Reads:    []string{buyerID},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   lettersAndDigits,
		Sources: []string{bsdk + " L1165", manual + " vanBillModule.do MallUserId"},
	},
	{
		ID:       "pinpay-customer-id-unique",
		When:     v2For(ordinary, "EASY_PAY"),
		Reads:    []string{buyerID, "params.easyPay.easyPayProvider"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Person:  Person{Who: Developer, If: provider("PINPAY")},
		Sources: []string{bsdk + " L1163"},
	},
}

const buyerID = "params.customer.customerId"

// oneName speaks where the whole name stands beside its parts.
func oneName(l *Look) []Verdict {
	if l.Sent(l.reads[0]) && (l.Sent(l.reads[1]) || l.Sent(l.reads[2])) {
		return found(l.reads[0])
	}
	return nil
}
