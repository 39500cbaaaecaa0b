package rulebook

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Cash receipt data of a transfer.
var receiptRows = []Rule{
	{
		ID:       "cash-receipt-type-enum",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"trans"}},
		Reads:    []string{"params.bypass.cashReceiptType"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: oneOfThese(receiptTypes), Mend: spelledAs(receiptTypes),
		Sources: []string{
			page + " L207-213",
			caution + " L361-387, L285",
		},
	},
	{
		ID:       "cash-receipt-identifier-forbidden",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"trans"}},
		Reads:    []string{"params.bypass.customerIdentifier", "params.bypass.cashReceiptType"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: identifierForbidden, Mend: dropUnsure,
		Sources: []string{caution + ` "현금성 결제 시 cashReceiptType 값에 따라 customerIdentifier 입력 정책이 달라짐" L380-391`},
	},
	{
		ID:       "cash-receipt-identifier-required",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"trans"}},
		Reads:    []string{"params.bypass.customerIdentifier", "params.bypass.cashReceiptType"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check:   identifierRequired,
		Sources: []string{caution + " L380-391"},
	},
	{
		ID:       "cash-receipt-corporate-format",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"trans"}},
		Reads:    []string{"params.bypass.customerIdentifier", "params.bypass.cashReceiptType"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: ofReceipt("corporate", matches(`^[0-9]{10}$`)), Mend: digitsOnly,
		Sources: []string{caution + " L373-387"},
	},
	{
		ID:       "cash-receipt-personal-format",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"trans"}},
		Reads:    []string{"params.bypass.customerIdentifier", "params.bypass.cashReceiptType"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: ofReceipt("personal", matches(`^(01[0-9]{8,9}|[0-9]{13,19})$`)), Mend: digitsOnly,
		Sources: []string{caution + " L386"},
	},
	{
		ID:       "cash-receipt-trans-only",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"card", "phone", "lpay", "kakaopay", "naverpay", "payco", "pinpay"}},
		Reads:    []string{"params.bypass.cashReceiptType", "params.bypass.customerIdentifier"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: receiptSent,
		Sources: []string{
			page + " L207-219",
			caution + " L363-369",
		},
	},
}

const (
	receiptType       = "params.bypass.cashReceiptType"
	receiptIdentifier = "params.bypass.customerIdentifier"
)

var receiptTypes = codesOf(wizard.CodesReceipts)

// identifierForbidden: a receipt without a type, or an anonymous one, names nobody.
func identifierForbidden(l *Look) []Verdict {
	if !l.Sent(receiptIdentifier) {
		return nil
	}
	if v, ok := l.Value(receiptType); blank(v) || ok && v.Text() == "anonymous" {
		return found(receiptIdentifier)
	}
	return nil
}

func identifierRequired(l *Look) []Verdict {
	v := missing(l, receiptIdentifier)
	if v == nil {
		return nil
	}
	if t := l.Word(receiptType); t != "personal" && t != "corporate" {
		return nil
	}
	return v
}

// ofReceipt judges the identifier of one type of receipt.
func ofReceipt(typ string, check Check) Check {
	check = first(check)
	return func(l *Look) []Verdict {
		if !l.Sent(receiptIdentifier) || l.Word(receiptType) != typ {
			return nil
		}
		return check(l)
	}
}

// digitsOnly leaves out the hyphens and blanks between digits.
func digitsOnly(l *Look, v Verdict) []wizard.Mend {
	was := l.At(v.Path).Text()
	now := strings.NewReplacer("-", "", " ", "").Replace(was)
	if now == "" || now == was || strings.Trim(now, "0123456789") != "" {
		return nil
	}
	return sure(value.Put(v.Path, value.Text(now)))
}
