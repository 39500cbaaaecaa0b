package rulebook

import (
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Look is what a check sees: one call of the case, with the setup and facts
// around it. It keeps in mind what could not be seen, so that a check that
// comes to no verdict because of it does not pass for content.
type Look struct {
	Case    *wizard.Case
	Request wizard.Request
	reads   []string
	doubt   string // the first path whose unknown value was wanted
}

// At gives whatever stands at the path, of any kind.
func (l *Look) At(path string) value.Value { return l.Case.Read(l.Request, path) }

// Sent reports whether something stands at the path. What is open, made or
// unknown counts; blank text and null do not, nor does a key that nobody saw.
func (l *Look) Sent(path string) bool {
	v := l.At(path)
	return !blank(v) && (v.Kind() != value.Unknown || l.direct(path))
}

// Value gives what stands at the path when it can be looked at. It cannot
// where nothing was sent, where it is left open, and where it is made at run
// time; an unknown value leaves the check in doubt.
func (l *Look) Value(path string) (value.Value, bool) {
	v := l.At(path)
	if v.Kind() == value.Unknown && l.direct(path) && l.doubt == "" {
		l.doubt = path
	}
	return v, v.Known() && !blank(v)
}

// Number is Value for numbers; other kinds are not ok.
func (l *Look) Number(path string) (float64, bool) {
	v, ok := l.Value(path)
	if !ok || v.Kind() != value.Number {
		return 0, false
	}
	return number(v), true
}

// Word is Value for short closed texts; anything else is "".
func (l *Look) Word(path string) string {
	v, ok := l.Value(path)
	if !ok || v.Kind() != value.String {
		return ""
	}
	return v.Text()
}

// method is how the payment is made: pay_method of the window, or what is
// known of the payment that a REST call speaks of.
func (l *Look) method() value.Value {
	path := wizard.CallOf(l.Request.Function).Method
	if path == "" {
		path = "pay_method"
	}
	if v := l.At("params." + path); !v.IsAbsent() {
		return v
	}
	return l.At("facts.payment.pay_method")
}

// direct reports whether the key itself was seen, and not only that something
// above it is unknown: a spread object may or may not carry the key.
func (l *Look) direct(path string) bool {
	i := strings.LastIndexByte(path, '.')
	switch {
	case !strings.HasPrefix(path, "params"):
		return true
	case path == "params":
		return true
	}
	above := l.At(path[:i])
	return above.Kind() != value.Unknown && (above.Kind() != value.Object || above.Has(path[i+1:]))
}

// places are the paths of the rule with every star replaced by the places that
// there are.
func (l *Look) places() []string {
	for i, path := range l.reads {
		if strings.Contains(path, "*") {
			return l.expand(i)
		}
	}
	return l.reads
}

func (l *Look) expand(from int) []string {
	places := append([]string{}, l.reads[:from]...)
	for _, path := range l.reads[from:] {
		if !strings.Contains(path, "*") {
			places = append(places, path)
			continue
		}
		for _, found := range l.Request.Params.Find(strings.TrimPrefix(path, "params.")) {
			places = append(places, "params."+found.Path)
		}
	}
	return places
}

func blank(v value.Value) bool {
	switch v.Kind() {
	case value.Absent, value.Null:
		return true
	case value.String:
		return strings.TrimSpace(v.Text()) == ""
	}
	return false
}
