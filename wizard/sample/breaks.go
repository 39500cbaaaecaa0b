package sample

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Break is one way to make sound answers break a rule. Also are rules that
// speak of the same slip as well, and no others may.
type Break struct {
	Rule string
	Also []string

	part  wizard.Part
	apply func(b *breaker) bool // false where the answers offer no hold
}

// Apply breaks answers of a place, if they can be broken in this way.
func (b Break) Apply(r Random, at Place, a wizard.Answers) (wizard.Answers, bool) {
	if !b.part.Holds(at.Module, at.Type, at.Method) || len(b.part.Modes) > 0 && !slices.Contains(b.part.Modes, at.Mode) {
		return a, false
	}
	k := &breaker{r, a}
	ok := b.apply(k)
	return k.a, ok
}

// breaker holds the answers that are being broken.
type breaker struct {
	Random
	a wizard.Answers
}

func (b *breaker) get(path string) value.Value { return b.a.Params.Get(path) }

// set types a value, whatever was typed or made there before.
func (b *breaker) set(path string, v value.Value) bool {
	b.forget(path)
	b.a.Params = b.a.Params.With(path, v)
	return true
}

// forget takes a parameter out of the answers, and the objects that it leaves empty.
func (b *breaker) forget(path string) bool {
	switch head, _, _ := strings.Cut(path, "."); head {
	case "merchant_uid":
		b.a.Make.MerchantUID = nil
	case "m_redirect_url":
		b.a.Make.MRedirectURL = nil
	case "vbank_due":
		b.a.Make.VbankDue = nil
	case "period":
		b.a.Make.Period = nil
	}
	for at := path; at != ""; {
		b.a.Params = b.a.Params.With(at, value.Value{})
		i := strings.LastIndexByte(at, '.')
		if i < 0 || b.get(at[:i]).Len() > 0 {
			break
		}
		at = at[:i]
	}
	return true
}

// The ways in which most rows break.
func text(path, v string) func(*breaker) bool {
	return func(b *breaker) bool { return b.set(path, value.Text(v)) }
}

func number(path, v string) func(*breaker) bool {
	return func(b *breaker) bool { return b.set(path, value.Digits(v)) }
}

func truth(path string, v bool) func(*breaker) bool {
	return func(b *breaker) bool { return b.set(path, value.Truth(v)) }
}

func long(path string, n int) func(*breaker) bool {
	return func(b *breaker) bool { return b.set(path, value.Text(strings.Repeat("a", n+1+b.IntN(20)))) }
}

func none(path string) func(*breaker) bool {
	return func(b *breaker) bool { return b.forget(path) }
}

// each does several things one after the other.
func each(steps ...func(*breaker) bool) func(*breaker) bool {
	return func(b *breaker) bool {
		for _, step := range steps {
			if !step(b) {
				return false
			}
		}
		return true
	}
}

// one does one of several things.
func one(ways ...func(*breaker) bool) func(*breaker) bool {
	return func(b *breaker) bool { return ways[b.IntN(len(ways))](b) }
}

// sent is a hold on answers that send the parameter.
func sent(path string) func(*breaker) bool {
	return func(b *breaker) bool { return !b.get(path).IsAbsent() }
}
