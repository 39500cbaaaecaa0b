package rulebook

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Virtual accounts: the due date, and money that comes later.
var vbankRows = []Rule{
	{
		ID:       "vbank-due-required",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"params.vbank_due"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: required,
		Sources: []string{
			page + ` "vbank_due"`,
			caution + ` "vbank_due 파라미터는 필수 입력" L135-140`,
		},
	},
	{
		ID:       "vbank-due-format",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"params.vbank_due"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: matches(dueShape), Mend: eightDigits,
		Sources: []string{
			page + ` "vbank_due (YYYY-MM-DD)"`,
			caution + " L137-140 (YYYYMMDD)",
			v1sdk + "javascript-sdk/payrq L319-330 (four shapes)",
			play + "src/state/v1-pay.ts L226 (wrong placeholder)",
		},
	},
	{
		ID:       "vbank-due-valid-future",
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"params.vbank_due", "facts.ctx.today"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: dueInFuture,
		Sources: []string{
			caution + " L137-140",
			pg + "v2/smartro-v2 L392 (future only)",
		},
	},
	{
		ID:       "vbank-due-time-ignored",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"params.vbank_due"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentRefused,
		Check: dueTime, Mend: dueDay,
		Sources: []string{
			page + ` "vbank_due"`,
			caution + " L138",
		},
	},
	{
		ID:       "cash-receipt-vbank-unsupported",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"params.bypass.cashReceiptType", "params.bypass.customerIdentifier"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check:   receiptSent,
		Sources: []string{caution + ` "현금영수증 정보 전달 불가능" L142-148, L365-369`},
	},
	{
		ID: "vbank-issued-is-not-paid", Functions: []string{WholeCase},
		When:     When{Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}, Methods: []wizard.PayMethod{"vbank"}},
		Reads:    []string{"facts.server.paid_statuses"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Check: readyIsNotPaid,
		Sources: []string{
			guide + "integration/webhook/readme-v1 L35-44",
			help + "faq/payment-faq/vbank-service-detail.md",
		},
	},
	{
		ID:       "vbank-notice-url-registered",
		When:     When{Modules: newModule, Methods: []wizard.PayMethod{"vbank"}, Mode: wizard.ModeLive},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityError, Moment: wizard.MomentResult,
		Person: Person{Who: Console},
		Sources: []string{
			guide + "integration/virtual-account/readme L38, L208-225",
			help + "faq/payment-faq/vbank-service-detail.md",
		},
	},
	{
		ID:       "vbank-refund-contract",
		When:     When{Methods: []wizard.PayMethod{"vbank"}, Mode: wizard.ModeLive},
		Reads:    []string{"params.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney,
		Person:  Person{Who: Contract},
		Sources: []string{guide + "integration/cancel/v1/virtual-account L12-26"},
	},
}

const dueShape = `^([0-9]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{14}|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2})$`

var due = lazy(dueShape)

// dueDate is the day of vbank_due as eight digits, where its shape is sound.
func dueDate(l *Look) (digits string, timed, ok bool) {
	v, ok := l.Value("params.vbank_due")
	w, isWord := word(v)
	if !ok || !isWord || !due().MatchString(w) {
		return "", false, false
	}
	plain := strings.ReplaceAll(w, "-", "")
	return plain[:8], len(plain) > 8, true
}

// dueInFuture wants a day of the calendar, today in Korea or later.
func dueInFuture(l *Look) []Verdict {
	digits, _, ok := dueDate(l)
	if !ok {
		return nil
	}
	if _, real := day(digits); !real {
		return []Verdict{{Variant: "unreal", Args: []string{"value", digits}}}
	}
	today := l.Word("facts.ctx.today")
	if today != "" && digits < strings.ReplaceAll(today, "-", "") {
		return []Verdict{{Variant: "past", Args: []string{"value", digits, "today", today}}}
	}
	return nil
}

func dueTime(l *Look) []Verdict {
	if _, timed, ok := dueDate(l); ok && timed {
		return found("params.vbank_due")
	}
	return nil
}

// dueDay keeps the day: the time has no effect.
func dueDay(l *Look, v Verdict) []wizard.Mend {
	digits, _, ok := dueDate(l)
	if _, real := day(digits); !ok || !real {
		return nil
	}
	return sure(value.Put(v.Path, value.Text(digits)))
}

// readyIsNotPaid: ready is an account that waits for its money.
func readyIsNotPaid(l *Look) []Verdict {
	if lists(l, "facts.server.paid_statuses", "ready") {
		return found("facts.server.paid_statuses")
	}
	return nil
}

// lists reports whether the list at the path is known and holds one of the texts.
func lists(l *Look, path string, texts ...string) bool {
	v, _ := l.Value(path)
	return slices.ContainsFunc(v.Items(), func(item value.Value) bool { return slices.Contains(texts, item.Text()) })
}

// receiptSent speaks where receipt data stands that cannot be delivered.
func receiptSent(l *Look) []Verdict {
	l.reads = l.reads[:2]
	return forbidden(l)
}
