package rulebook

import (
	"math"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Opening one card company's page with fixed months.
var cardDirectRows = []Rule{
	{
		ID:       "card-direct-pair",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeOverseas}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.card.direct.code", "params.card.direct.quota"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: cardPair,
		Sources: []string{
			caution + ` "다이렉트 호출시에만 고정 할부 개월수 필수 입력" L64-107`,
			pg + "v2/smartro-v2 L332-338",
		},
	},
	{
		ID:       "card-direct-code-known",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeOverseas}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.card.direct.code"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens,
		Check: oneOfThese(cardCodes),
		Sources: []string{
			guide + "support/code-info/card-code L7-28",
			v1sdk + "javascript-sdk/payrq L421-425",
		},
	},
	{
		ID:       "card-direct-code-string",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeOverseas}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.card.direct.code"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Derived,
		Check: kind(value.String), Mend: cardCodeText,
		Sources: []string{v1sdk + "javascript-sdk/payrq L400-425"},
	},
	{
		ID:       "card-direct-quota-value",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeOverseas}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.card.direct.quota"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: quotaMonths, Mend: lumpSum,
		Sources: []string{
			v1sdk + "javascript-sdk/payrq L427-431",
			oas + " L6231",
		},
	},
	{
		ID:       "card-direct-quota-min-amount",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeOverseas}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.card.direct.quota", "params.amount"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused,
		Check:   quotaAmount,
		Sources: []string{v1sdk + "javascript-sdk/payrq L388-390"},
	},
	{
		ID:       "card-direct-windows-only",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeOverseas}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.card.direct.code", "facts.ctx.os"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens,
		Check:   windowsCards,
		Sources: []string{caution + ` "전북카드와 카카오뱅크 카드 다이렉트 호출은 윈도우 OS에서만 가능" L114-117`},
	},
	{
		ID:       "card-direct-card-only",
		When:     When{Modules: newModule, Types: []wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}, Methods: []wizard.PayMethod{"trans", "vbank", "phone", "lpay", "kakaopay", "naverpay", "payco", "pinpay"}},
		Reads:    []string{"params.card.direct", "params.pay_method"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: first(forbidden), Mend: dropUnsure,
		Sources: []string{page + ` "결제 가능 결제수단" (card + 다이렉트)`},
	},
	{
		ID:       "card-direct-old-module",
		When:     When{Modules: oldModule, Types: []wizard.Type{wizard.TypeGeneral}, Methods: []wizard.PayMethod{"card"}},
		Reads:    []string{"params.card.direct"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentRefused, Confidence: Derived,
		Check: forbidden,
		Sources: []string{
			docs + "release-notes/api-sdk/2023-05-12 L18",
			pg + "v1/smartro L58-180",
		},
	},
}

const (
	cardCode  = "params.card.direct.code"
	cardQuota = "params.card.direct.quota"
)

// cardCodes are the codes of 금융결제원 that PortOne lists for cards.
var cardCodes = codesOf(wizard.CodesCards)

func cardPair(l *Look) []Verdict { return pair(l, cardCode, cardQuota) }

// quotaMonths wants 0 for a lump sum, or two months and more.
var quotaMonths = each(func(v value.Value) (Verdict, bool) {
	n := number(v)
	return Verdict{}, v.Kind() != value.Number || n != math.Trunc(n) || n < 0 || n == 1
})

func quotaAmount(l *Look) []Verdict {
	quota, ok := l.Number(cardQuota)
	if !ok || quota < 2 {
		return nil
	}
	if amount, ok := l.Number("params.amount"); ok && amount < 50000 {
		return found(cardQuota)
	}
	return nil
}

// windowsCards: a shop does not choose the system of its buyers, so any system
// counts as not Windows.
func windowsCards(l *Look) []Verdict {
	if card, _ := wizard.CodeOf(wizard.CodesCards, l.Word(cardCode)); !card.WindowsOnly {
		return nil
	}
	return notWindows(l, cardCode)
}

func notWindows(l *Look, blame string) []Verdict {
	os, known := l.Value("facts.ctx.os")
	if known && os.Text() == "windows" || os.Kind() == value.Unknown {
		return nil
	}
	return found(blame)
}

// cardCodeText quotes a code and gives it back the zeros that a number lost.
func cardCodeText(l *Look, v Verdict) []wizard.Mend {
	was := l.At(v.Path)
	if was.Kind() != value.Number {
		return nil
	}
	for _, code := range cardCodes() {
		if strings.TrimLeft(code, "0") == was.Text() {
			return sure(value.Put(v.Path, value.Text(code)))
		}
	}
	return nil
}

// lumpSum offers 0 for one month, which is no instalment.
func lumpSum(l *Look, v Verdict) []wizard.Mend {
	if l.At(v.Path).Text() != "1" {
		return nil
	}
	return unsure(value.Put(v.Path, value.Digits("0")))
}
