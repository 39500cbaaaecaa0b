// Package sample makes answers for tests: random ones that no rule calls an
// error, for every channel, pay method and parameter, and random breaks of
// them with the rule that has to speak. Nothing of the program imports it.
package sample

import (
	"strconv"
	"strings"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Random is what is needed of a source of randomness.
type Random interface{ IntN(n int) int }

// Place is a channel with one of its pay methods, in a PortOne version.
type Place struct {
	wizard.Channel
	Method wizard.PayMethod
	In     wizard.SDK
}

// Places are all channels that open a window of V1, with each of their pay methods.
func Places() []Place { return PlacesIn(wizard.V1) }

// PlacesIn is Places of any version.
func PlacesIn(sdk wizard.SDK) []Place {
	var all []Place
	for _, c := range wizard.Channels() {
		way := c.In(sdk)
		for _, m := range way.PayMethods {
			if way.Opens() {
				all = append(all, Place{c, m, sdk})
			}
		}
	}
	return all
}

func (p Place) call() wizard.Call { return wizard.CallOf(wizard.FunctionOf(p.In, p.Type)) }

// Valid gives random answers of a place as of a day (YYYY-MM-DD): what has to
// be sent, and each of the parameters that may be with an even chance. A
// parameter named in always is among them if the place allows it.
func Valid(r Random, at Place, today string, always ...string) wizard.Answers {
	m := maker{Random: r, at: at, today: day(today), always: always}
	if at.In == wizard.V2 {
		return m.validV2()
	}
	m.a = wizard.Answers{
		Version: wizard.AnswersVersion, Mode: at.Mode, SDK: wizard.V1, Module: at.Module, Type: at.Type,
		UserCode: "imp" + m.digits(8), Params: value.ObjectOf(),
	}
	if m.coin() {
		m.a.TierCode = m.of("ABCXYZ0189", 3)
	}
	for _, p := range wizard.Params() {
		m.param(p)
	}
	m.amount()
	m.receipt()
	m.options()
	return m.a
}

// maker builds one set of answers.
type maker struct {
	Random
	at     Place
	today  time.Time
	always []string
	a      wizard.Answers
}

func day(s string) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, s, wizard.Korea)
	if err != nil {
		panic("sample: " + err.Error())
	}
	return t
}

func (m *maker) coin() bool { return m.IntN(2) == 0 }

// of gives n characters of those given.
func (m *maker) of(letters string, n int) string {
	runes := []rune(letters)
	var b strings.Builder
	for range n {
		b.WriteRune(runes[m.IntN(len(runes))])
	}
	return b.String()
}

func (m *maker) digits(n int) string { return m.of("0123456789", n) }

func (m *maker) pick(words ...string) string { return words[m.IntN(len(words))] }

func (m *maker) between(low, high int) value.Value {
	return value.Digits(strconv.Itoa(low + m.IntN(high-low+1)))
}

func (m *maker) set(path string, v value.Value) { m.a.Params = m.a.Params.With(path, v) }

func (m *maker) wants(path string) bool {
	for _, name := range m.always {
		if name == path {
			return true
		}
	}
	return false
}

// needed reports whether the place wants the parameter whatever else is sent.
func (m *maker) needed(p wizard.Param) bool {
	return p.Needed(wizard.Setup{Module: m.at.Module, Type: m.at.Type}, value.ObjectOf(value.Field{Key: m.at.call().Method, Value: value.Text(string(m.at.Method))}))
}

func (m *maker) options() {
	if m.coin() {
		m.a.Options.Locale = m.pick("ko", "en", "none")
	}
	if m.coin() {
		m.a.Options.Targets = []string{"html"} // any name will do here
	}
	if m.coin() {
		parts := wizard.PartsOf(m.at.Module, m.at.Type, m.at.Method)
		m.a.Options.Server = parts[:1+m.IntN(len(parts))]
		m.a.Options.Java = m.pick("", wizard.Java8, wizard.Java11)
	}
}
