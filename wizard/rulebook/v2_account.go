package rulebook

import (
	"strings"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Virtual accounts: the deadline, and a bank that is chosen beforehand.
var v2AccountRows = []Rule{
	{
		ID:       "vbank-due-required",
		When:     v2("VIRTUAL_ACCOUNT"),
		Reads:    []string{dueDay2, dueHours},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Derived,
		Check:   anyOf,
		Sources: []string{caution + ` "vbank_due 파라미터는 필수 입력"`, page2 + " L391-393 (always sends it)", play + "src/ui/trial.yaml"},
	},
	{
		ID:       "vbank-expiry-one-form",
		When:     v2(),
		Reads:    []string{accountExpiry, dueHours},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   expiryForm,
		Sources: []string{bsdk + " L6559-6594"},
	},
	{
		ID:       "vbank-due-format",
		When:     v2("VIRTUAL_ACCOUNT"),
		Reads:    []string{dueDay2},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Derived,
		Check: dueShaped, Mend: eightDigits,
		Sources: []string{quick + " L816-820", bsdk + " L6583-6594", page2 + " L392"},
	},
	{
		ID:       "vbank-due-valid-future",
		When:     v2("VIRTUAL_ACCOUNT"),
		Reads:    []string{dueDay2, "facts.ctx.today"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   dueAhead,
		Sources: []string{page2 + " L392, L475, L606"},
	},
	{
		ID:       "vbank-due-time-ignored",
		When:     v2("VIRTUAL_ACCOUNT"),
		Reads:    []string{dueDay2},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused, Confidence: Derived,
		Check:   dueHour,
		Sources: []string{page + ` "vbank_due"`, caution + " L138"},
	},
	{
		ID:       "vbank-bank-known",
		When:     v2("VIRTUAL_ACCOUNT"),
		Reads:    []string{accountBank},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: literals(prefixBank, banks), Mend: spelledLiteral(prefixBank, banks),
		Sources: []string{bsdk + " L71-149 Bank", quick + " L738-754"},
	},
	{
		ID:       "vbank-direct-pair",
		When:     v2("VIRTUAL_ACCOUNT"),
		Reads:    []string{accountBank, accountReceipt},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   func(l *Look) []Verdict { return pair(l, accountBank, accountReceipt) },
		Sources: []string{bsdk + " L6278-6281, L6313-6315", quick + " L657-661", page2 + " L375"},
	},
	{
		ID:       "vbank-direct-skips-window",
		When:     v2("VIRTUAL_ACCOUNT"),
		Reads:    []string{accountBank},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOpens,
		Check:   skipsWindow,
		Sources: []string{bsdk + " L6313-6315"},
	},
	{
		ID:       "vbank-fixed-account",
		When:     v2("VIRTUAL_ACCOUNT"),
		Reads:    []string{"params.virtualAccount.fixedOption"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: sentAtAll, Mend: dropUnsure,
		Sources: []string{quick + " L678-694", page2 + " L712-725", bsdk + " L6255-6329"},
	},
	{
		ID: "vbank-issued-is-not-paid", Functions: []string{WholeCase},
		When:     v2("VIRTUAL_ACCOUNT"),
		Reads:    []string{"facts.server.handles_statuses", "facts.server.paid_statuses"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Corroborated,
		Check:   issuedThenPaid,
		Sources: []string{check2 + " L206-217", hook2 + " L52-53"},
	},
	{
		ID:       "vbank-notice-url-registered",
		When:     When{SDK: wizard.V2, Methods: []wizard.PayMethod{"VIRTUAL_ACCOUNT"}, Mode: wizard.ModeLive},
		Reads:    []string{"params.payMethod"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult, Confidence: Corroborated,
		Person:  Person{Who: Console},
		Sources: []string{guide + "integration/virtual-account/readme L48, L208-224", help + "faq/payment-faq/vbank-service-detail.md"},
	},
	{
		ID: "vbank-refund-contract", Functions: []string{wizard.RequestPayment, cancelV2},
		When:     When{SDK: wizard.V2, Methods: []wizard.PayMethod{"VIRTUAL_ACCOUNT"}, Mode: wizard.ModeLive},
		Reads:    []string{"setup.mode"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Person:  Person{Who: Contract},
		Sources: []string{cancel2 + " L22-36"},
	},
}

const (
	accountExpiry  = "params.virtualAccount.accountExpiry"
	dueDay2        = accountExpiry + ".dueDate"
	dueHours       = accountExpiry + ".validHours"
	accountBank    = "params.virtualAccount.bankCode"
	accountReceipt = "params.virtualAccount.cashReceiptType"
)

var banks = codesOf(wizard.CodesBanksV2)

// expiryForm wants hours or a date, and hours that are some.
func expiryForm(l *Look) []Verdict {
	if v := oneKey(accountExpiry, "dueDate", "validHours")(l); v != nil {
		return v
	}
	if v, ok := l.Value(dueHours); ok {
		if n := number(v); v.Kind() != value.Number || n != float64(int64(n)) || n < 1 {
			return found(dueHours)
		}
	}
	return nil
}

// sentAtAll speaks where something stands at the first path.
func sentAtAll(l *Look) []Verdict {
	if l.Sent(l.reads[0]) {
		return found(l.reads[0])
	}
	return nil
}

// The shapes of a deadline that the pages list, and that of the Smartro page.
var dueShapes = []string{"20060102", "20060102150405", time.DateOnly, time.DateTime}

// deadline reads a deadline. real is false for one that no calendar has.
func deadline(l *Look) (at time.Time, w string, iso, shaped, real bool) {
	v, ok := l.Value(dueDay2)
	w, isWord := word(v)
	if !ok || !isWord {
		return at, w, false, false, false
	}
	for _, shape := range dueShapes {
		if !likeShape(w, shape) {
			continue
		}
		at, err := time.ParseInLocation(shape, w, wizard.Korea)
		return at, w, false, true, err == nil
	}
	if isoTime().MatchString(w) {
		at, err := time.Parse(time.RFC3339, w)
		return at, w, true, true, err == nil
	}
	return at, w, false, false, false
}

var isoTime = lazy(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$`)

// likeShape reports whether digits stand where the shape has digits, and its
// marks between.
func likeShape(w, shape string) bool {
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return '0'
			}
			return r
		}, s)
	}
	return digits(w) == digits(shape)
}

// dueShaped takes ISO 8601 with a word: the Smartro page has it, the other
// pages do not list it.
func dueShaped(l *Look) []Verdict {
	if _, ok := l.Value(dueDay2); !ok {
		return nil
	}
	_, w, iso, shaped, _ := deadline(l)
	switch {
	case !shaped:
		return []Verdict{{Args: []string{"value", w}}}
	case iso:
		return []Verdict{{Severity: wizard.SeverityInfo, Variant: "iso"}}
	}
	return nil
}

// dueAhead wants a day of the calendar, today in Korea or later.
func dueAhead(l *Look) []Verdict {
	at, w, _, shaped, real := deadline(l)
	if !shaped {
		return nil
	}
	if !real {
		return []Verdict{{Variant: "unreal", Args: []string{"value", w}}}
	}
	today := l.Word("facts.ctx.today")
	if today != "" && at.In(wizard.Korea).Format(time.DateOnly) < today {
		return []Verdict{{Variant: "past", Args: []string{"value", w, "today", today}}}
	}
	return nil
}

// dueHour speaks of an hour that is not the last of the day.
func dueHour(l *Look) []Verdict {
	at, w, _, _, real := deadline(l)
	if real && len(w) > len(time.DateOnly) && at.In(wizard.Korea).Format(time.TimeOnly) != "23:59:59" {
		return found(dueDay2)
	}
	return nil
}

// issuedThenPaid wants both steps handled, and the first not taken for money.
func issuedThenPaid(l *Look) []Verdict {
	if lists(l, "facts.server.paid_statuses", "VIRTUAL_ACCOUNT_ISSUED") {
		return found("facts.server.paid_statuses")
	}
	const path = "facts.server.handles_statuses"
	if v, ok := l.Value(path); ok && v.Kind() == value.List && !(lists(l, path, "VIRTUAL_ACCOUNT_ISSUED") && lists(l, path, "PAID")) {
		return found(path)
	}
	return nil
}
