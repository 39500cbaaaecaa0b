package sh_test

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/snippets/sh"
	"smartro-wizard/wizard/value"
)

func TestString(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"Korean stays Korean", "결제 테스트", `'결제 테스트'`},
		{"what a shell would expand", "$HOME `id` $(id) \\ \" * ~ !", "'$HOME `id` $(id) \\ \" * ~ !'"},
		{"a quote", "a'b", `'a'\''b'`},
		{"line ends inside", "a\nb\r\tc", `"$(printf 'a\nb\r\tc')"`},
		{"line ends at the end", "a\n\n", "'a''\n\n'"},
		{"line ends at the end of what printf says", "a\x01\n", "\"$(printf 'a\\001')\"'\n'"},
		{"only line ends", "\n", "'''\n'"},
		{"a digit behind an escape", "\x0112", `"$(printf '\00112')"`},
		{"a format", "100%\x01\\n%s", `"$(printf '100%%\001\\n%%s')"`},
		{"an option", "-n\x01", `"$(printf '\055n\001')"`},
		{"a hyphen that is none", "-n", `'-n'`},
		{"direction and width", "a\u202eb\u200b", `"$(printf 'a\342\200\256b\342\200\213')"`},
		{"a mark keeps to its letter", "\u0301e\u0301'\u0301", `"$(printf '\314\201e` + "\u0301" + `\047\314\201')"`},
		{"empty", "", `''`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := sh.String(tt.in)
			if err != nil || got.String() != tt.want {
				t.Errorf("got %s, %v, want %s", got, err, tt.want)
			}
			if err := judge(got.String(), tt.in); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestHostileStringsAreExactOrRefused(t *testing.T) {
	exact, refused := 0, 0
	for _, h := range hostile.Strings(t) {
		word, err := sh.Encode(value.Text(h.Text))
		switch {
		case !utf8.ValidString(h.Text):
			if refused++; reasonOf(err) != refusal.InvalidUTF8 {
				t.Errorf("%s: %v", h.ID, err)
			}
			continue
		case strings.Contains(h.Text, "\x00"):
			if refused++; reasonOf(err) != refusal.ZeroCharacter {
				t.Errorf("%s: %v", h.ID, err)
			}
			continue
		case err != nil:
			t.Errorf("%s: %v", h.ID, err)
			continue
		}
		if err := judge(word.String(), h.Text); err != nil {
			t.Errorf("%s: %v", h.ID, err)
		}
		exact++
	}
	if t.Logf("%d exact, %d refused by name", exact, refused); exact < 55 || refused < 3 {
		t.Errorf("%d exact and %d refused", exact, refused)
	}
}

// The judge has to see what encoders for other languages do to these strings.
func TestTheJudgeCatchesNaiveEncoders(t *testing.T) {
	naive := map[string]func(string) string{
		"quotes only": func(s string) string { return "'" + s + "'" },
		"Go's %q":     strconv.Quote,
		"JSON":        func(s string) string { b, _ := json.Marshal(s); return string(b) },
		"a printf":    func(s string) string { return opens + s + closes },
	}
	for name, encode := range naive {
		t.Run(name, func(t *testing.T) {
			caught := 0
			for _, h := range hostile.Strings(t) {
				if judge(encode(h.Text), h.Text) != nil {
					caught++
				}
			}
			if t.Logf("caught at %d strings", caught); caught == 0 {
				t.Error("passes for a good encoder")
			}
		})
	}
}

func TestOtherValues(t *testing.T) {
	for _, tt := range []struct {
		in   value.Value
		want string
	}{
		{value.Digits("1004.50"), "1004.50"},
		{value.Digits("-1e400"), "-1e400"},
		{value.Truth(true), "'true'"},
		{value.Nothing(), "''"},
		{value.ListOf(value.Text("it's"), value.Digits("1")), `'["it'\''s",1]'`},
		{value.ObjectOf(value.Field{Key: "가", Value: value.Text("$(id)")}), `'{"가":"$(id)"}'`},
	} {
		if got, err := sh.Encode(tt.in); err != nil || got.String() != tt.want {
			t.Errorf("got %s, %v, want %s", got, err, tt.want)
		}
	}
	for _, v := range []value.Value{value.LeftOpen(), value.MadeBy("x"), value.UnknownBecause("x"), {}} {
		if _, err := sh.Encode(v); reasonOf(err) != refusal.NoValue {
			t.Errorf("%v: %v", v.Kind(), err)
		}
	}
}

func reasonOf(err error) refusal.Reason {
	var e *refusal.Error
	if !errors.As(err, &e) {
		return ""
	}
	return e.Reason
}
