// Package exact tells which digits a language would read as another number.
package exact

import (
	"math"
	"strconv"
	"strings"
)

// Float64 reports whether a 64-bit float is the number that the digits of a
// JSON number say: 9007199254740993 would become 9007199254740992, 1e400
// infinity.
func Float64(digits string) bool {
	f, err := strconv.ParseFloat(digits, 64)
	return err == nil && !math.IsInf(f, 0) && decimalOf(digits) == decimalOf(strconv.FormatFloat(f, 'g', -1, 64))
}

// Integer reports whether the digits are written as a whole number, without
// the sign of a zero below nothing, which integers do not have.
func Integer(digits string) bool { return digits != "-0" && !strings.ContainsAny(digits, ".eE") }

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
