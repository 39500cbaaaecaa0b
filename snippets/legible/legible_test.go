package legible_test

import (
	"testing"
	"unicode"
	"unicode/utf8"

	"smartro-wizard/snippets/legible"
	"smartro-wizard/wizard/safe"
)

func TestWhatAReaderSees(t *testing.T) {
	for _, r := range "결제 aé한\u1112\u1161שー\U0001f381𝒳\u0301" {
		if !legible.Rune(r) {
			t.Errorf("%U is escaped", r)
		}
	}
	for _, r := range "\x00\n\t\x1b\x7f\u0085\u009b\u00a0\u00ad\u115f\u1160\u200b\u200d\u2028\u2029\u202e\u2066\u2800\u3000\u3164\ufe0f\ufeff\uffa0\ufdd0\U000e0041\U000e0100" {
		if legible.Rune(r) {
			t.Errorf("%U stands raw", r)
		}
	}
}

// What the terminal may not be sent raw does not stand raw in code either.
func TestAgreesWithTheTerminal(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if utf8.ValidRune(r) && safe.Hidden(r) && legible.Rune(r) {
			t.Errorf("%U is hidden on a terminal and raw in code", r)
		}
	}
}
