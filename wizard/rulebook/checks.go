package rulebook

import (
	"slices"
	"strconv"
	"sync"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// found is the verdict of a check that has nothing to add to the row.
func found(path string) []Verdict { return []Verdict{{Path: path}} }

// each judges every place of the row that holds a value. What is missing,
// open or made has no shape to judge.
func each(judge func(value.Value) (Verdict, bool)) Check {
	return func(l *Look) []Verdict {
		var out []Verdict
		for _, path := range l.places() {
			v, ok := l.Value(path)
			if !ok {
				continue
			}
			if verdict, bad := judge(v); bad {
				verdict.Path = path
				out = append(out, verdict)
			}
		}
		return out
	}
}

// required wants something at every place of the row.
func required(l *Look) []Verdict {
	var out []Verdict
	for _, path := range l.places() {
		out = append(out, missing(l, path)...)
	}
	return out
}

// first narrows a check to the row's first path; the others are what it looks
// at besides.
func first(check Check) Check {
	return func(l *Look) []Verdict {
		l.reads = l.reads[:1]
		return check(l)
	}
}

func missing(l *Look, path string) []Verdict {
	v := l.At(path)
	switch {
	case blank(v):
		return found(path)
	case v.Kind() == value.Later:
		return []Verdict{{Path: path, State: wizard.StateLater}}
	case v.Kind() == value.Unknown:
		return []Verdict{{Path: path, State: wizard.StateUnknown}}
	}
	return nil
}

// anyOf wants something at one of the row's paths.
func anyOf(l *Look) []Verdict {
	var weak []Verdict
	for _, path := range l.reads {
		v := missing(l, path)
		if v == nil {
			return nil
		}
		if v[0].State != "" && weak == nil {
			weak = v
		}
	}
	if weak != nil {
		return weak
	}
	return found(l.reads[0])
}

// forbidden wants nothing at any place of the row.
func forbidden(l *Look) []Verdict {
	for _, path := range l.places() {
		switch v := l.At(path); {
		case blank(v), v.Kind() == value.Later:
		case v.Kind() == value.Unknown:
			l.Value(path)
		default:
			return found(path)
		}
	}
	return nil
}

// refuse wants none of the given texts.
func refuse(values ...string) Check {
	return each(func(v value.Value) (Verdict, bool) {
		w, ok := word(v)
		return Verdict{Args: []string{"value", w}}, ok && slices.Contains(values, w)
	})
}

// oneOf wants one of the given texts where something is sent.
func oneOf(values ...string) Check {
	return each(func(v value.Value) (Verdict, bool) {
		w, ok := word(v)
		return Verdict{Args: []string{"value", w}}, !ok || !slices.Contains(values, w)
	})
}

// oneOfThese is oneOf for words that the catalogue has. They are read when a
// value first meets them, not at the program's start.
func oneOfThese(words func() []string) Check {
	return each(func(v value.Value) (Verdict, bool) {
		w, ok := word(v)
		return Verdict{Args: []string{"value", w}}, !ok || !slices.Contains(words(), w)
	})
}

// codesOf are the codes of a table of the catalogue.
func codesOf(table string) func() []string {
	return sync.OnceValue(func() []string {
		var words []string
		for _, c := range wizard.Codes(table) {
			words = append(words, c.Code)
		}
		return words
	})
}

// always is a check for paths where nothing sent is as wrong as a wrong value.
func always(check Check) Check {
	return func(l *Look) []Verdict {
		if v := missing(l, l.reads[0]); v != nil {
			return v
		}
		return check(l)
	}
}

// kind wants a value of the given kind.
func kind(want value.Kind) Check {
	return each(func(v value.Value) (Verdict, bool) { return Verdict{}, v.Kind() != want })
}

// is wants the truth value that the fact has in sound code.
func is(want bool) Check {
	return each(func(v value.Value) (Verdict, bool) { return Verdict{}, v.Kind() == value.Bool && v.Bool() != want })
}

// whole wants a whole number within the limits; a text is none.
func whole(min, max float64) Check {
	return each(func(v value.Value) (Verdict, bool) {
		n := number(v)
		return Verdict{}, v.Kind() != value.Number || n != float64(int64(n)) || n < min || n > max
	})
}

// word is the text by which rules of shape judge a value: a text itself, a
// number's digits. Other kinds have none.
func word(v value.Value) (string, bool) {
	if v.Kind() == value.String || v.Kind() == value.Number {
		return v.Text(), true
	}
	return "", false
}

// number is the number that JavaScript sends for the digits.
func number(v value.Value) float64 {
	n, err := strconv.ParseFloat(v.Text(), 64)
	if err != nil && n == 0 {
		return 0
	}
	return n
}
