package rulebook

import (
	"strconv"

	"smartro-wizard/wizard"
)

// The order number of a payment, the id of a billing key's issue, and the name.
var v2OrderRows = []Rule{
	{
		ID:       "merchant-uid-required",
		When:     v2(),
		Reads:    []string{"params.paymentId"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check:   required,
		Sources: []string{page2 + " L108-112"},
	},
	{
		ID:       "merchant-uid-charset",
		When:     v2(),
		Reads:    []string{"params.paymentId", fixedPart},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: plainNumberOrPart, Mend: onlyLettersAndDigits,
		Sources: []string{page2 + " L44-50", quick + " L116-120"},
	},
	{
		ID:       "merchant-uid-length",
		When:     v2(),
		Reads:    []string{"params.paymentId"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Corroborated,
		Check: maxLength(orderNumberMax), Mend: onlyLettersAndDigits,
		Sources: []string{page2 + " L52-58"},
	},
	{
		ID:       "merchant-uid-uuid-hyphen",
		When:     v2(),
		Reads:    []string{"facts.order_id.source", "facts.order_id.prefix"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Derived,
		Check:   uuidFits,
		Sources: []string{page2 + " L84, L384 (the examples)", check2 + " L52"},
	},
	{
		ID:       "merchant-uid-unique",
		When:     v2(),
		Reads:    []string{"params.paymentId"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Person:  Person{Who: Developer, If: mayRepeatV2},
		Sources: []string{page2 + " L108-112", bsdk + " L5138 PaymentAlreadyPaid"},
	},
	{
		ID:       "order-id-fresh",
		When:     v2(),
		Reads:    []string{"facts.order_id.source"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   freshSource,
		Sources: []string{page2 + " L108-112", check2 + " L60-61"},
	},
	{
		ID:       "name-required",
		When:     v2(),
		Reads:    []string{"params.orderName"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   required,
		Sources: []string{bsdk + " L5919", check2 + " L63"},
	},
	{
		ID:       "name-length",
		When:     v2(),
		Reads:    []string{"params.orderName"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: nameFits,
		Sources: []string{
			bsdk + " L2339-2361 PaymentOrderName",
			quick + " L156-160",
			manual + " sspayModule.do GoodsName 40",
		},
	},
	{
		ID: "issue-id-required", Functions: issuing,
		When:     v2(),
		Reads:    []string{"params.issueId"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   required,
		Sources: []string{page2 + " L258-263"},
	},
	{
		ID: "issue-id-charset", Functions: issuing,
		When:     v2(),
		Reads:    []string{"params.issueId", "facts.order_id.source", "facts.order_id.prefix"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: issueLetters, Mend: onlyLettersAndDigits,
		Sources: []string{page2 + " L263"},
	},
	{
		ID: "issue-id-length", Functions: issuing,
		When:     v2(),
		Reads:    []string{"params.issueId", "facts.order_id.prefix"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOpens, Confidence: Derived,
		Check:   issueShort,
		Sources: []string{manual + " vanBillModule.do TrId 20"},
	},
}

const (
	issueIDMax    = 20
	issueIDDigits = 16 // of the part that code makes
)

// mayRepeatV2: 32 random digits for each attempt are fresh by themselves.
func mayRepeatV2(l *Look) bool { return l.At("params.paymentId").Text() != wizard.MakerOrderID }

// issueLetters judges the id, or what stands in front of one that is made.
func issueLetters(l *Look) []Verdict {
	if l.Word("facts.order_id.source") == "uuid" {
		return found("facts.order_id.source")
	}
	const path = "facts.order_id.prefix"
	for _, r := range l.Word(path) {
		if !letterOrDigit(r) {
			return []Verdict{{Path: path, Variant: "char", Args: []string{"char", string(r), "place", "1"}}}
		}
	}
	return first(lettersAndDigits)(l)
}

// issueShort keeps to the places that Smartro's own number has.
func issueShort(l *Look) []Verdict {
	const path = "facts.order_id.prefix"
	if n := len(l.Word(path)); n > issueIDMax-issueIDDigits {
		return []Verdict{{Path: path, Variant: "prefix", Args: []string{"length", strconv.Itoa(n), "max", strconv.Itoa(issueIDMax - issueIDDigits)}}}
	}
	return first(maxLength(issueIDMax))(l)
}
