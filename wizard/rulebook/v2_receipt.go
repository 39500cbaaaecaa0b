package rulebook

import (
	"smartro-wizard/wizard"
)

// Cash receipt data of a transfer and of an account that is issued at once.
var v2ReceiptRows = []Rule{
	{
		ID:       "cash-receipt-type-enum",
		When:     v2(),
		Reads:    []string{"params.transfer.cashReceiptType", accountReceipt},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: literals(prefixReceipt, receiptsV2), Mend: spelledLiteral(prefixReceipt, receiptsV2),
		Sources: []string{bsdk + " L261 CashReceiptType", oas2 + " CashReceiptInputType"},
	},
	{
		ID:       "cash-receipt-identifier-required",
		When:     v2(),
		Reads:    receiptPaths,
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   ofReceipts(numberRequired),
		Sources: []string{page2 + " L525-531", quick + " L671-675"},
	},
	{
		ID:       "cash-receipt-identifier-forbidden",
		When:     v2(),
		Reads:    receiptPaths,
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: ofReceipts(numberForbidden), Mend: dropUnsure,
		Sources: []string{page2 + " L525-531", bsdk + " L6355-6358, L6378-6382"},
	},
	{
		ID:       "cash-receipt-corporate-format",
		When:     v2(),
		Reads:    receiptPaths,
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: ofReceipts(numberOf("CORPORATE", `^[0-9]{10}$`)), Mend: digitsOnly,
		Sources: []string{quick + " L669", page2 + " L743-749", oas2 + " CardCredential"},
	},
	{
		ID:       "cash-receipt-personal-format",
		When:     v2(),
		Reads:    receiptPaths,
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check: ofReceipts(numberOf("PERSONAL", `^(01[0-9]{8,9}|[0-9]{13,19})$`)), Mend: digitsOnly,
		Sources: []string{quick + " L669", bsdk + " L6288-6299", page2 + " L743-749"},
	},
	{
		ID:       "cash-receipt-skips-window",
		When:     v2("TRANSFER"),
		Reads:    []string{"params.transfer.cashReceiptType", "params.transfer.customerIdentifier"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOpens,
		Check:   skipsWindow,
		Sources: []string{bsdk + " L6355-6358, L6378-6382"},
	},
	{
		ID:       "escrow-trans-no-cash-receipt",
		When:     v2("TRANSFER"),
		Reads:    []string{"params.transfer.cashReceiptType", "params.transfer.customerIdentifier", isEscrow},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   inEscrow(receiptSent),
		Sources: []string{page2 + " L488-513", caution + ` "에스크로 + 계좌이체 결제 시 현금영수증 자동 입력 불가능"`},
	},
}

var receiptsV2 = codesOf(wizard.CodesReceiptsV2)

var receiptPaths = []string{
	"params.transfer.customerIdentifier", "params.transfer.cashReceiptType",
	"params.virtualAccount.customerIdentifier", accountReceipt,
}

// ofReceipts asks about the number and the type of each receipt that is there.
func ofReceipts(ask func(l *Look, number, typ string) []Verdict) Check {
	return func(l *Look) []Verdict {
		return append(ask(l, receiptPaths[0], receiptPaths[1]), ask(l, receiptPaths[2], receiptPaths[3])...)
	}
}

func numberRequired(l *Look, number, typ string) []Verdict {
	if t := literal(l, typ, prefixReceipt); t != "PERSONAL" && t != "CORPORATE" {
		return nil
	}
	return missing(l, number)
}

// numberForbidden: a receipt without a type, or one for nobody, has no number.
func numberForbidden(l *Look, number, typ string) []Verdict {
	if !l.Sent(number) {
		return nil
	}
	if blank(l.At(typ)) || literal(l, typ, prefixReceipt) == "ANONYMOUS" {
		return found(number)
	}
	return nil
}

func numberOf(kind, pattern string) func(l *Look, number, typ string) []Verdict {
	shape := lazy(pattern)
	return func(l *Look, number, typ string) []Verdict {
		if literal(l, typ, prefixReceipt) != kind {
			return nil
		}
		v, ok := l.Value(number)
		w, isWord := word(v)
		if !ok || isWord && shape().MatchString(w) {
			return nil
		}
		return found(number)
	}
}

// skipsWindow is said of a sale without escrow, where the data is allowed.
func skipsWindow(l *Look) []Verdict {
	if escrowAsked(l) {
		return nil
	}
	for _, path := range l.reads {
		if l.Sent(path) {
			return found(path)
		}
	}
	return nil
}
