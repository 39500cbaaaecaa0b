package rulebook

import (
	"strconv"
	"unicode/utf8"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// The order name.
var nameRows = []Rule{
	{
		ID: "name-required", Functions: []string{wizard.RequestPay, "POST /subscribe/payments/again", "POST /subscribe/payments/schedule", "POST /receipts/external/{merchant_uid}"},
		Reads:    []string{"params.name", "params.schedules.*.name"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: nameSent,
		Sources: []string{
			page + " L333-335",
			pg + "v1/smartro L95-97",
			oas + " L6154-6162",
		},
	},
	{
		ID: "name-length", Functions: []string{EveryCall},
		Reads:    []string{"params.name", "params.schedules.*.name"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused,
		Check: nameFits,
		Sources: []string{
			v1sdk + "javascript-sdk/payrq L182-186",
			guide + "quick-guide/payment/index L156-160",
			bsdk + " L2360-2362",
			manual + " sspayModule.do GoodsName 40",
		},
	},
}

const nameMax = 40

// nameFits: over 40 characters every source is broken; over 40 bytes of EUC-KR
// only those that count bytes, and which count holds is not known.
var nameFits = each(func(v value.Value) (Verdict, bool) {
	w, ok := word(v)
	if !ok || len(w) <= nameMax {
		return Verdict{}, false
	}
	if n := utf8.RuneCountInString(w); n > nameMax {
		return long(n, nameMax), true
	}
	n := bytesInEUCKR(w)
	return Verdict{Severity: wizard.SeverityWarning, Variant: "bytes", Args: []string{"bytes", strconv.Itoa(n)}}, n > nameMax
})

// bytesInEUCKR counts one byte for ASCII and two for anything else, which is
// what every character that EUC-KR has takes.
func bytesInEUCKR(s string) int {
	n := 0
	for _, r := range s {
		if n++; r >= utf8.RuneSelf {
			n++
		}
	}
	return n
}

// nameSent wants a name, and where charges are scheduled one in each of them.
func nameSent(l *Look) []Verdict {
	if l.Sent("params.schedules") {
		l.reads = l.reads[1:]
		return required(l)
	}
	return first(required)(l)
}
