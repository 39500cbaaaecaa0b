package java

import (
	"strconv"
	"strings"

	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

// maxPower keeps exponents far from the end of BigDecimal's scale.
const maxPower = 1 << 24

// Decimal writes a number as a BigDecimal, for money that is compared.
func (d Dialect) Decimal(v value.Value) (Lit, error) {
	if v.Kind() != value.Number {
		return Lit{}, &refusal.Error{Reason: refusal.NoValue}
	}
	code, err := decimal(v.Text())
	return Lit{code}, err
}

// number writes the number that the digits of JSON are: an int, a long, or a
// BigDecimal, which keeps every digit of the others.
func number(digits string) (string, error) {
	n, err := strconv.ParseInt(digits, 10, 64)
	switch {
	case err != nil || strconv.FormatInt(n, 10) != digits:
		return decimal(digits)
	case int64(int32(n)) == n:
		return digits, nil
	}
	return digits + "L", nil
}

// decimal refuses minus zero, which no BigDecimal is, and exponents that it
// cannot count.
func decimal(digits string) (string, error) {
	mantissa, exponent := digits, "0"
	if i := strings.IndexAny(digits, "eE"); i >= 0 {
		mantissa, exponent = digits[:i], digits[i+1:]
	}
	power, err := strconv.Atoi(exponent)
	minusZero := mantissa[0] == '-' && strings.Trim(mantissa, "-0.") == ""
	if err != nil || max(power, -power) > maxPower || minusZero {
		return "", &refusal.Error{Reason: refusal.InexactNumber}
	}
	return `new BigDecimal("` + digits + `")`, nil
}
