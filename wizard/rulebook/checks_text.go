package rulebook

import (
	"regexp"
	"strconv"
	"sync"
	"unicode/utf8"

	"smartro-wizard/wizard/value"
)

// matches wants the whole value in the shape of an RE2 pattern, which is
// compiled when a value first meets it.
func matches(pattern string) Check {
	shape := lazy(pattern)
	return each(func(v value.Value) (Verdict, bool) {
		w, ok := word(v)
		return Verdict{Args: []string{"value", w}}, !ok || !shape().MatchString(w)
	})
}

func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// within wants the shape and at most max code points.
func within(max int, shape Check) Check {
	short := maxLength(max)
	return func(l *Look) []Verdict {
		if v := shape(l); v != nil {
			return v
		}
		return short(l)
	}
}

// maxLength wants at most max code points; the variant "long" tells how many
// there are.
func maxLength(max int) Check {
	return each(func(v value.Value) (Verdict, bool) {
		w, ok := word(v)
		if !ok || len(w) <= max {
			return Verdict{}, false
		}
		n := utf8.RuneCountInString(w)
		return long(n, max), n > max
	})
}

func long(n, max int) Verdict {
	return Verdict{Variant: "long", Args: []string{"length", strconv.Itoa(n), "max", strconv.Itoa(max)}}
}

// lettersAndDigits wants nothing but A to Z, a to z and 0 to 9; the variant
// "char" tells the first other character and its place.
var lettersAndDigits = each(func(v value.Value) (Verdict, bool) {
	w, ok := word(v)
	if !ok {
		return Verdict{}, true
	}
	place := 0
	for _, r := range w {
		if place++; !letterOrDigit(r) {
			return Verdict{Variant: "char", Args: []string{"char", string(r), "place", strconv.Itoa(place)}}, true
		}
	}
	return Verdict{}, false
})

func letterOrDigit(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}
