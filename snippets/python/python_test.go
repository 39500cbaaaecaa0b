package python_test

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/python"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

var (
	plain python.Dialect
	ascii = python.Dialect{ASCII: true}
)

func TestString(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"Korean stays Korean", "결제 테스트", `"결제 테스트"`},
		{"decomposed Hangul is not composed", "\u1112\u1161\u11ab", "\"\u1112\u1161\u11ab\""},
		{"quotes and backslashes", `"\'`, `"\"\\'"`},
		{"double quotes alone", `"Best" \`, `'"Best" \\'`},
		{"a named character stays text", `\N{BULLET} \101`, `"\\N{BULLET} \\101"`},
		{"line ends", "a\r\n\tb\u2028\u2029\f\v", `"a\r\n\tb\u2028\u2029\x0c\x0b"`},
		{"controls before digits", "\x001\x1b2\x7f\u0085\u009b", `"\x001\x1b2\x7f\x85\x9b"`},
		{"direction and width", "a\u202eb\u200bc\u3164", `"a\u202eb\u200bc\u3164"`},
		{"tags and other planes", "\U000e0041😀\ufdd0", `"\U000e0041😀\ufdd0"`},
		{"blanks that look like a space", "a\u00a0b\u3000c d", `"a\xa0b\u3000c d"`},
		{"a mark keeps to its letter", "\u0301e\u0301\"\u0301\x01\u0301", "'\\u0301e\u0301\"\u0301\\x01\\u0301'"},
		{"fields of a format", "{0} %s {name}", `"{0} %s {name}"`},
		{"three quotes", `"""`, `'"""'`},
		{"empty", "", `""`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := plain.String(tt.in)
			if err != nil || got.String() != tt.want {
				t.Errorf("got %s, %v, want %s", got, err, tt.want)
			}
			if err := judge(got.String(), tt.in); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestASCII(t *testing.T) {
	if got, err := ascii.String("결제 😀\u00e9"); err != nil || got.String() != `"\uacb0\uc81c \U0001f600\xe9"` {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestHostileStringsAreExactOrRefused(t *testing.T) {
	exact, refused := 0, 0
	for _, h := range hostile.Strings(t) {
		lit, err := plain.Encode(value.Text(h.Text))
		if err != nil {
			if reasonOf(err) != refusal.InvalidUTF8 || h.Exact || utf8.ValidString(h.Text) {
				t.Errorf("%s: %v", h.ID, err)
			}
			refused++
			continue
		}
		if err := judge(lit.String(), h.Text); err != nil {
			t.Errorf("%s: %v", h.ID, err)
		}
		exact++
	}
	if t.Logf("%d exact, %d refused by name", exact, refused); exact < 60 || refused != 2 {
		t.Errorf("%d exact and %d refused, want at least 60 and 2", exact, refused)
	}
}

// The judge has to see what encoders for other languages do to these strings.
func TestTheJudgeCatchesNaiveEncoders(t *testing.T) {
	naive := map[string]func(string) string{
		"quotes only":    func(s string) string { return `"` + s + `"` },
		"Go's %q":        strconv.Quote,
		"JSON":           func(s string) string { b, _ := json.Marshal(s); return string(b) },
		"quotes doubled": func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` },
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

func TestNumbers(t *testing.T) {
	for digits, want := range map[string]string{
		"0": "0", "-0": "-0.0", "1004": "1004", "-5": "-5", "1004.50": "1004.50", "1e3": "1e3", "12E+2": "12e+2", "-0.0": "-0.0",
		"9007199254740993": "9007199254740993", strings.Repeat("9", 4300): strings.Repeat("9", 4300),
		"1e400": "", "0.10000000000000000001": "", strings.Repeat("9", 4301): "",
	} {
		got, err := plain.Encode(value.Digits(digits))
		if want == "" && reasonOf(err) != refusal.InexactNumber {
			t.Errorf("%.30s: got %v, want a refusal", digits, err)
		}
		if want != "" && (err != nil || got.String() != want) {
			t.Errorf("%.30s: got %.30s, %v, want %.30s", digits, got, err, want)
		}
	}
}

func object(pairs ...any) value.Value {
	var fields []value.Field
	for i := 0; i < len(pairs); i += 2 {
		fields = append(fields, value.Field{Key: pairs[i].(string), Value: pairs[i+1].(value.Value)})
	}
	return value.ObjectOf(fields...)
}

func TestNested(t *testing.T) {
	long := value.Text("서울특별시 강남구 테헤란로 1, 한빛빌딩 3층 301호, 문 앞에 두세요")
	tests := []struct {
		name string
		in   value.Value
		want string
	}{
		{"short ones stand on one line", object("from", value.Text("20261121"), "a", value.Nothing()), `{"from": "20261121", "a": None}`},
		{"long ones take a line a part", object("a", long, "b", value.ListOf(long)),
			"{\n    \"a\": \"서울특별시 강남구 테헤란로 1, 한빛빌딩 3층 301호, 문 앞에 두세요\",\n    \"b\": [\n        \"서울특별시 강남구 테헤란로 1, 한빛빌딩 3층 301호, 문 앞에 두세요\",\n    ],\n}"},
		{"truth and keys", object("가\"", value.Truth(true), "0", value.Truth(false)), `{'가"': True, "0": False}`},
		{"empty ones", value.ListOf(object(), value.ListOf()), `[{}, []]`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := plain.Encode(tt.in); err != nil || got.String() != tt.want {
				t.Errorf("got %s, %v, want %s", got, err, tt.want)
			}
		})
	}
	lit, err := plain.Encode(value.ListOf(long, long))
	if err != nil || strings.Count(lit.Indent("  ").String(), "\n  ") != 3 {
		t.Errorf("%s is not moved to the right, %v", lit, err)
	}
	if got := (python.Lit{}).String(); got != "None" {
		t.Errorf("what was forgotten is %s", got)
	}
}

func TestRefusalsNameThePlace(t *testing.T) {
	deep := value.Text("x")
	for range 101 {
		deep = value.ListOf(deep)
	}
	tests := []struct {
		name   string
		in     value.Value
		reason refusal.Reason
		path   string
	}{
		{"bytes in a list in an object", object("a", value.ListOf(value.Nothing(), value.Text("\xff"))), refusal.InvalidUTF8, "a.1"},
		{"bytes in a key", object("a", object("\xff", value.Nothing())), refusal.InvalidUTF8, "a"},
		{"a key twice", object("a", object("k", value.Nothing(), "k", value.Nothing())), refusal.DuplicateKey, "a.k"},
		{"left open", object("a", value.LeftOpen()), refusal.NoValue, "a"},
		{"made", value.MadeBy("order-id"), refusal.NoValue, ""},
		{"absent", value.Value{}, refusal.NoValue, ""},
		{"deep", deep, refusal.TooDeep, strings.Repeat("0.", 99) + "0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := plain.Encode(tt.in)
			if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != tt.reason || e.Path != tt.path {
				t.Errorf("got %v, want %s at %q", err, tt.reason, tt.path)
			}
		})
	}
}

func reasonOf(err error) refusal.Reason {
	e := new(refusal.Error)
	errors.As(err, &e)
	return e.Reason
}

func FuzzString(f *testing.F) {
	for _, h := range hostile.Strings(f) {
		f.Add(h.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range []python.Dialect{plain, ascii} {
			lit, err := d.String(s)
			if err != nil {
				if utf8.ValidString(s) {
					t.Fatalf("%q is text and was refused: %v", s, err)
				}
				return
			}
			if err := judge(lit.String(), s); err != nil {
				t.Fatalf("%q: %v", s, err)
			}
		}
	})
}
