package exact_test

import (
	"testing"

	"smartro-wizard/snippets/exact"
)

func TestFloat64(t *testing.T) {
	for digits, want := range map[string]bool{
		"0": true, "-0": true, "1004": true, "1004.50": true, "0.1": true, "1e3": true, "12E+2": true, "1e21": true, "5e-324": true,
		"9007199254740991": true, "9007199254740992": true, "9007199254740993": false, "-9007199254740993": false,
		"0.000000100": true, "0e99999999999": true, "0.10000000000000000001": false, "123456789012345678901": false,
		"1e400": false, "1e-400": false, "1e99999999999999999999": false,
	} {
		if got := exact.Float64(digits); got != want {
			t.Errorf("%s: got %v", digits, got)
		}
	}
}

func TestInteger(t *testing.T) {
	for digits, want := range map[string]bool{
		"0": true, "-1": true, "123456789012345678901": true, "-0": false, "1.0": false, "1e3": false, "1E3": false,
	} {
		if got := exact.Integer(digits); got != want {
			t.Errorf("%s: got %v", digits, got)
		}
	}
}
