package safe

import (
	"strings"
	"unicode"
)

// secretLen is the length from which an unbroken run of letters and digits is
// taken for a key. Shape long_secret of the catalogue says the same.
const secretLen = 40

// Secret reports whether s, or a word of it, may be an API secret, so that it
// must be neither shown nor stored. Channel keys and store ids, which go into
// page code, are none: they have hyphens.
func Secret(s string) bool {
	for word := range strings.FieldsFuncSeq(s, betweenWords) {
		if strings.HasPrefix(word, "whsec_") || len(word) >= secretLen && strings.IndexFunc(word, notInSecret) < 0 {
			return true
		}
	}
	return false
}

// betweenWords parts what stands in a list, in quotes or behind a key. Dots
// and hyphens part nothing: they tell addresses and channel keys from secrets.
func betweenWords(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("[](){}<>\"'`,;:", r)
}

func notInSecret(r rune) bool {
	letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	return !letter && (r < '0' || r > '9') && r != '+' && r != '/' && r != '='
}

// Shown is Line, or Mask where s may be a secret: what a finding shows of a value.
func Shown(s string, max int) string {
	if Secret(s) {
		return Mask
	}
	return Line(s, max)
}
