package js

import (
	"math"
	"strconv"
	"strings"

	"smartro-wizard/snippets/refusal"
)

// number passes digits on as they were written, if JavaScript reads the same
// number from them: 9007199254740993 would become 9007199254740992, 1e400
// Infinity.
func number(digits string) (string, error) {
	f, err := strconv.ParseFloat(digits, 64)
	if err != nil || math.IsInf(f, 0) || decimalOf(digits) != decimalOf(strconv.FormatFloat(f, 'g', -1, 64)) {
		return "", &refusal.Error{Reason: refusal.InexactNumber}
	}
	return digits, nil
}

// decimal is a number as 0.DIGITS times a power of ten, in one form only.
type decimal struct {
	minus  bool
	digits string // neither begins nor ends with 0
	power  int
}

func decimalOf(s string) decimal {
	var d decimal
	s, d.minus = strings.CutPrefix(s, "-")
	mantissa, exponent := s, ""
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, exponent = s[:i], s[i+1:]
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	d.digits = strings.TrimLeft(whole+fraction, "0")
	d.power = len(whole) - (len(whole+fraction) - len(d.digits))
	if d.digits = strings.TrimRight(d.digits, "0"); d.digits == "" {
		return decimal{minus: d.minus}
	}
	if exponent != "" {
		n, err := strconv.Atoi(exponent)
		if err != nil {
			n = math.MaxInt32 // no float64 has it, so nothing equals it
		}
		d.power += n
	}
	return d
}
