package rulebook

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// The amount, in whole units of its currency, and its parts.
var v2AmountRows = []Rule{
	{
		ID:       "amount-number-type",
		When:     v2(),
		Reads:    []string{"params.totalAmount"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: amountSent, Mend: plainNumber,
		Sources: []string{bsdk + " L2397 PaymentTotalAmount", quick + " L181-192"},
	},
	{
		ID:       "amount-positive",
		When:     v2(),
		Reads:    []string{"params.totalAmount"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Derived,
		Check:   positive,
		Sources: []string{bsdk + " L2397 PaymentTotalAmount"},
	},
	{
		ID:       "amount-krw-integer",
		When:     v2(),
		Reads:    []string{"params.totalAmount"},
		Severity: wizard.SeverityError, Moment: wizard.MomentRefused, Confidence: Corroborated,
		Differs: true,
		Check:   decimals(0),
		Sources: []string{bsdk + " L2397 PaymentTotalAmount", quick + " L181-192"},
	},
	{
		ID:       "usd-amount-in-cents",
		When:     v2(),
		Reads:    []string{"params.totalAmount", "params.currency"},
		Severity: wizard.SeverityWarning, Moment: wizard.MomentMoney, Confidence: Corroborated,
		Check:   centsMeant,
		Sources: []string{bsdk + " L2397 PaymentTotalAmount", quick + " L187-192"},
	},
	{
		ID:       "tax-free-range",
		When:     v2(),
		Reads:    []string{"params.taxFreeAmount", "params.vatAmount", "params.totalAmount"},
		Severity: wizard.SeverityError, Moment: wizard.MomentMoney, Confidence: Derived,
		Check:   partsFit,
		Sources: []string{quick + " L1327-1376", oas2 + " SumOfPartsExceedsTotalAmountError"},
	},
	{
		ID:       "currency-unsupported",
		When:     v2(),
		Reads:    []string{"params.currency"},
		Severity: wizard.SeverityError, Moment: wizard.MomentOpens, Confidence: Corroborated,
		Check: always(literals(prefixCurrency, currencies)), Mend: spelledLiteral(prefixCurrency, currencies),
		Sources: []string{page2 + " L65-67", quick + " L212-216"},
	},
	{
		ID:       "currency-short-literal",
		When:     v2(),
		Reads:    []string{"params.currency"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentOps, Confidence: Corroborated,
		Check: refuse(prefixCurrency+"KRW", prefixCurrency+"USD"), Mend: spelledLiteral(prefixCurrency, currencies),
		Sources: []string{page2 + " L87, L134-136, L387", oas2 + " Currency"},
	},
	{
		ID:       "currency-ignored",
		When:     v2For([]wizard.Type{wizard.TypeGeneral, wizard.TypeEscrow}),
		Reads:    []string{"params.currency"},
		Severity: wizard.SeverityInfo, Moment: wizard.MomentMoney,
		Check: refuse("USD", prefixCurrency+"USD"), Mend: put(value.Text("KRW")),
		Sources: []string{page2 + " L60-66"},
	},
}

var currencies = these("KRW", "USD")

// centsMeant: less than a dollar is what an amount typed in dollars looks like.
func centsMeant(l *Look) []Verdict {
	if literal(l, "params.currency", prefixCurrency) != "USD" {
		return nil
	}
	if n, ok := l.Number("params.totalAmount"); ok && n > 0 && n < 100 {
		return found("params.totalAmount")
	}
	return nil
}

// partsFit wants whole parts that are not more than the amount together. An
// amount that is no number is a finding of its own.
func partsFit(l *Look) []Verdict {
	sum, sent := 0.0, ""
	for _, path := range l.reads[:2] {
		v, ok := l.Value(path)
		if !ok {
			continue
		}
		n := number(v)
		if v.Kind() != value.Number || n < 0 || n != float64(int64(n)) {
			return found(path)
		}
		if sum += n; sent == "" {
			sent = path
		}
	}
	if amount, ok := l.Number("params.totalAmount"); ok && sum > amount {
		return found(sent)
	}
	return nil
}
