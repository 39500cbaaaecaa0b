package rulebook

import (
	"slices"

	"smartro-wizard/wizard"
)

// Opening one card company's page with fixed months, and what Smartro does not
// take of cards.
var v2CardRows = []Rule{
	{
		ID:       "card-direct-pair",
		When:     v2For(withCards, "CARD"),
		Reads:    []string{cardCompany, fixedMonth},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   func(l *Look) []Verdict { return pair(l, cardCompany, fixedMonth) },
		Sources: []string{page2 + " L333-338", caution + ` "다이렉트 호출시에만 고정 할부 개월수 필수 입력"`},
	},
	{
		ID:       "card-direct-code-known",
		When:     v2("CARD"),
		Reads:    []string{cardCompany},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: literals(prefixCard, companies), Mend: companyOfCode,
		Sources: []string{page2 + " L352 (names codes of V1)", bsdk + " L170-221 CardCompany"},
	},
	{
		ID:       "card-direct-quota-min-amount",
		When:     v2For(withCards, "CARD"),
		Reads:    []string{fixedMonth, "params.totalAmount", "params.currency"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check:   monthsAmount,
		Sources: []string{bsdk + " L1626-1668 Installment"},
	},
	{
		ID:       "card-direct-windows-only",
		When:     v2For(withCards, "CARD"),
		Reads:    []string{cardCompany, "facts.ctx.os"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   windowsCompanies,
		Sources: []string{page2 + " L349-354", quick + " L383-387"},
	},
	{
		ID:       "month-option-one-key",
		When:     v2(),
		Reads:    []string{monthOption},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check:   oneKey(monthOption, "fixedMonth", "availableMonthList"),
		Sources: []string{bsdk + " L5007-5045"},
	},
	{
		ID:       "display-card-quota-unsupported",
		When:     v2(),
		Reads:    []string{monthOption + ".availableMonthList"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: forbidden, Mend: drop,
		Sources: []string{page2 + " L324-330", quick + " L594"},
	},
	{
		ID:       "card-detail-unsupported",
		When:     v2(),
		Reads:    []string{"params.card.installment.freeInstallmentPlans"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: forbidden, Mend: drop,
		Sources: []string{page2 + " L328", bsdk + " L1669-1713", caution + ` "무이자 할부 개월수 리스트를 제어할 수 없음"`},
	},
	{
		ID:       "use-card-point-unsupported",
		When:     v2(),
		Reads:    []string{"params.card.useCardPoint"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Check: forbidden, Mend: drop,
		Sources: []string{page2 + " L341-346"},
	},
}

const (
	cardCompany = "params.card.cardCompany"
	monthOption = "params.card.installment.monthOption"
	fixedMonth  = monthOption + ".fixedMonth"
)

var companies = codesOf(wizard.CodesCardsV2)

// companyOfCode gives a code of V1 its word, and mends spelling.
func companyOfCode(l *Look, v Verdict) []wizard.Mend {
	was, _ := word(l.At(v.Path))
	rows := wizard.Codes(wizard.CodesCardsV2)
	if i := slices.IndexFunc(rows, func(c wizard.Code) bool { return c.Twin != "" && c.Twin == was }); i >= 0 {
		return sure(putText(v.Path, rows[i].Code))
	}
	return spelledLiteral(prefixCard, companies)(l, v)
}

func monthsAmount(l *Look) []Verdict {
	months, ok := l.Number(fixedMonth)
	if !ok || months < 2 || literal(l, "params.currency", prefixCurrency) == "USD" {
		return nil
	}
	if amount, ok := l.Number("params.totalAmount"); ok && amount < 50000 {
		return found(fixedMonth)
	}
	return nil
}

func windowsCompanies(l *Look) []Verdict {
	if card, _ := wizard.CodeOf(wizard.CodesCardsV2, literal(l, cardCompany, prefixCard)); !card.WindowsOnly {
		return nil
	}
	return notWindows(l, cardCompany)
}

// oneKey wants exactly one of two keys in an object that is sent.
func oneKey(object, a, b string) Check {
	return func(l *Look) []Verdict {
		if !l.Sent(object) || l.Sent(object+"."+a) != l.Sent(object+"."+b) {
			return nil
		}
		return found(object)
	}
}
