package carry

import (
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// V2 has one word for all wallets, and names the wallet beside it.
const (
	easyPay  = "EASY_PAY"
	provider = "easyPay.easyPayProvider"
)

// tables are the codes of parameters, by the name that V1 has for them.
var tables = map[string]string{
	"card.direct.code":       wizard.CodesCardsV2,
	"bypass.cashReceiptType": wizard.CodesReceiptsV2,
}

// pairs are words that no table of codes has.
var pairs = map[string][][2]value.Value{
	"language": {{value.Text("ko"), value.Text("KO_KR")}, {value.Text("en"), value.Text("EN_US")}},
	"digital":  {{value.Truth(true), value.Text("DIGITAL")}, {value.Truth(false), value.Text("REAL")}},
}

// word gives a value the other side's word. It reports false where that side
// has none, or where it cannot be told.
func (m *mover) word(from, to string, v value.Value) (value.Value, bool) {
	if m.from.SDK == m.out.SDK {
		return v, true
	}
	v1, ahead := from, m.out.SDK == wizard.V2
	if !ahead {
		v1 = to
	}
	switch {
	case v1 == "pay_method" && ahead:
		return methodAhead(v.Text())
	case v1 == "pay_method":
		return m.methodBack(v.Text())
	case tables[v1] != "":
		return coded(tables[v1], v.Text(), ahead)
	case pairs[v1] != nil:
		return paired(pairs[v1], v, ahead)
	case v1 == "notice_url" && ahead && v.Kind() == value.String:
		return value.ListOf(v), true
	case v1 == "vbank_due" && !ahead:
		return day(v)
	case v1 == "period":
		return term(v, ahead)
	}
	return v, true
}

func methodAhead(word string) (value.Value, bool) {
	if v, ok := coded(wizard.CodesPayMethodsV2, word, true); ok {
		return v, true
	}
	return value.Text(easyPay), !providerOf(value.Text(word)).IsAbsent()
}

// methodBack reads a wallet's name where V2 has it.
func (m *mover) methodBack(word string) (value.Value, bool) {
	if wallet := m.request.Get(provider).Text(); word == easyPay || wallet == word {
		return coded(wizard.CodesEasyPayV2, wallet, false)
	}
	return coded(wizard.CodesPayMethodsV2, word, false)
}

// providerOf is V2's name of a wallet of V1.
func providerOf(v value.Value) value.Value {
	word, _ := coded(wizard.CodesEasyPayV2, v.Text(), true)
	return word
}

func coded(table, word string, ahead bool) (value.Value, bool) {
	rows := wizard.Codes(table)
	i := slices.IndexFunc(rows, func(c wizard.Code) bool { return c.Twin != "" && (ahead && c.Twin == word || !ahead && c.Code == word) })
	switch {
	case i < 0:
		return value.Value{}, false
	case ahead:
		return value.Text(rows[i].Code), true
	}
	return value.Text(rows[i].Twin), true
}

func paired(words [][2]value.Value, v value.Value, ahead bool) (value.Value, bool) {
	for _, w := range words {
		if ahead && w[0].Equal(v) {
			return w[1], true
		} else if !ahead && w[1].Equal(v) {
			return w[0], true
		}
	}
	return value.Value{}, false
}

// day is the day of a moment, as V1 takes it.
func day(v value.Value) (value.Value, bool) {
	date, _, _ := strings.Cut(v.Text(), "T")
	return value.Text(date), date != ""
}

// term gives the days of a service V2's moments, or takes them back.
func term(v value.Value, ahead bool) (value.Value, bool) {
	var fields []value.Field
	for _, key := range []string{"from", "to"} {
		at := v.Get(key)
		if at.IsAbsent() {
			continue
		}
		word := at.Text()
		switch {
		case ahead && len(word) == 8:
			clock := "T00:00:00+09:00"
			if key == "to" {
				clock = "T23:59:59+09:00"
			}
			word = word[:4] + "-" + word[4:6] + "-" + word[6:] + clock
		case !ahead && len(word) >= 10:
			word = strings.ReplaceAll(word[:10], "-", "")
		default:
			return value.Value{}, false
		}
		fields = append(fields, value.Field{Key: key, Value: value.Text(word)})
	}
	return value.ObjectOf(fields...), true
}
