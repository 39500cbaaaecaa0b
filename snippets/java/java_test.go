package java_test

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/java"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

var (
	plain java.Dialect
	ascii = java.Dialect{ASCII: true}
)

func TestString(t *testing.T) {
	tests := []struct{ name, in, want, ascii string }{
		{"Korean", "결제 테스트", `"결제 테스트"`, `"\uacb0\uc81c \ud14c\uc2a4\ud2b8"`},
		{"quotes and backslashes", `"\'`, `"\"\\'"`, `"\"\\'"`},
		{"an escape that is text", `\u0022);x("\u000a`, `"\\u0022);x(\"\\u000a"`, `"\\u0022);x(\"\\u000a"`},
		{"two backslashes and an escape that is text", `\\u0022`, `"\\\\u0022"`, `"\\\\u0022"`},
		{"a backslash before Hangul", `\가`, `"\\가"`, `"\\\uac00"`},
		{"line ends", "a\r\n\tb\u2028\u2029\f", `"a\r\n\tb\u2028\u2029\014"`, `"a\r\n\tb\u2028\u2029\014"`},
		{"a digit after a control", "\x0077\x1b1\x7f", `"\00077\0331\177"`, `"\00077\0331\177"`},
		{"controls above ASCII", "\u0085\u009b", `"\u0085\u009b"`, `"\u0085\u009b"`},
		{"direction and width", "a\u202eb\u200bc\u3164\u00a0", `"a\u202eb\u200bc\u3164\u00a0"`, `"a\u202eb\u200bc\u3164\u00a0"`},
		{"other planes", "\U000e0041😀", `"\udb40\udc41😀"`, `"\udb40\udc41\ud83d\ude00"`},
		{"a scriptlet does not end", "a%>b<%", `"a%\u003eb<%"`, `"a%\u003eb<%"`},
		{"a mark keeps to its letter", "\u0301e\u0301", "\"\\u0301e\u0301\"", `"\u0301e\u0301"`},
		{"empty", "", `""`, `""`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for d, want := range map[java.Dialect]string{plain: tt.want, ascii: tt.ascii} {
				got, err := d.String(tt.in)
				if err != nil || got.String() != want {
					t.Errorf("got %s, %v, want %s", got, err, want)
				}
				if err := judge(got.String(), tt.in); err != nil {
					t.Errorf("%s %v", got, err)
				}
			}
		})
	}
}

func TestHostileStringsAreExactOrRefused(t *testing.T) {
	for name, d := range map[string]java.Dialect{"utf-8": plain, "ascii": ascii} {
		t.Run(name, func(t *testing.T) {
			exact, refused := 0, 0
			for _, h := range hostile.Strings(t) {
				lit, err := d.Encode(value.Text(h.Text))
				if err != nil {
					var e *refusal.Error
					if !errors.As(err, &e) || e.Reason != refusal.InvalidUTF8 || h.Exact || utf8.ValidString(h.Text) {
						t.Errorf("%s: %v", h.ID, err)
					}
					refused++
					continue
				}
				if err := judge(lit.String(), h.Text); err != nil {
					t.Errorf("%s: %v", h.ID, err)
				}
				if d.ASCII && !isASCII(lit.String()) {
					t.Errorf("%s: more than ASCII", h.ID)
				}
				exact++
			}
			t.Logf("%d exact, %d refused by name", exact, refused)
			if exact < 60 || refused != 2 {
				t.Errorf("%d exact and %d refused, want at least 60 and 2", exact, refused)
			}
		})
	}
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// The judge has to see what encoders for other languages do to these strings.
func TestTheJudgeCatchesNaiveEncoders(t *testing.T) {
	naive := map[string]func(string) string{
		"quotes only": func(s string) string { return `"` + s + `"` },
		"Go's %q":     strconv.Quote,
		"JSON":        func(s string) string { b, _ := json.Marshal(s); return string(b) },
		"all as \\u": func(s string) string {
			return `"` + strings.NewReplacer("\n", `\u000a`, `"`, `\u0022`, `\`, `\u005c`).Replace(s) + `"`
		},
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
		"0": "0", "1004": "1004", "-1": "-1", "2147483647": "2147483647", "2147483648": "2147483648L", "-2147483649": "-2147483649L",
		"9007199254740993": "9007199254740993L", "9223372036854775808": `new BigDecimal("9223372036854775808")`,
		"1004.50": `new BigDecimal("1004.50")`, "1e3": `new BigDecimal("1e3")`, "1e400": `new BigDecimal("1e400")`, "0.0": `new BigDecimal("0.0")`,
	} {
		if got, err := plain.Encode(value.Digits(digits)); err != nil || got.String() != want {
			t.Errorf("%s: got %s, %v, want %s", digits, got, err, want)
		}
	}
	for _, digits := range []string{"-0", "-0.0", "-0e5", "1e99999999999", "1e-99999999", "0e99999999999"} {
		got, err := plain.Encode(value.Digits(digits))
		if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != refusal.InexactNumber {
			t.Errorf("%s: got %s, %v, want a refusal", digits, got, err)
		}
	}
	if got, err := plain.Decimal(value.Digits("1004")); err != nil || got.String() != `new BigDecimal("1004")` {
		t.Errorf("got %s, %v", got, err)
	}
	if _, err := plain.Decimal(value.Text("1004")); err == nil {
		t.Error("a text is a decimal")
	}
}

func object(pairs ...any) value.Value {
	var fields []value.Field
	for i := 0; i < len(pairs); i += 2 {
		fields = append(fields, value.Field{Key: pairs[i].(string), Value: pairs[i+1].(value.Value)})
	}
	return value.ObjectOf(fields...)
}

func TestEncode(t *testing.T) {
	cart := object(`한 "글"`, value.ListOf(value.Digits("1.50"), value.Nothing(), value.Truth(true), value.Text("%>\u2028")))
	for want, v := range map[string]value.Value{
		"null": value.Nothing(), "true": value.Truth(true), "false": value.Truth(false), `"가"`: value.Text("가"),
		`json("[]")`: value.ListOf(),
		`json("{\"한 \\\"글\\\"\":[1.50,null,true,\"%\u003e\\u2028\"]}")`: cart,
	} {
		got, err := plain.Encode(v)
		if err != nil || got.String() != want {
			t.Errorf("got %s, %v, want %s", got, err, want)
		}
	}
	if got := (java.Lit{}).String(); got != "null" {
		t.Errorf("a forgotten literal is %s", got)
	}
}

func TestRefusalsNameThePlace(t *testing.T) {
	deep := value.Text("x")
	for range 300 {
		deep = value.ListOf(deep)
	}
	long := strings.Repeat("가", 21845) // 65,535 bytes
	tests := []struct {
		name   string
		in     value.Value
		reason refusal.Reason
		path   string
	}{
		{"one byte too long", value.Text(long + "a"), refusal.TooLong, ""},
		{"NUL takes two bytes", value.Text(long[3:] + "a\x00a"), refusal.TooLong, ""},
		{"an emoji takes six", value.Text(long[6:] + "😀a"), refusal.TooLong, ""},
		{"JSON text too long", object("a", value.Text(long)), refusal.TooLong, ""},
		{"bytes in a list in an object", object("a", value.ListOf(value.Nothing(), value.Text("\xff"))), refusal.InvalidUTF8, "a.1"},
		{"bytes in a key", object("\xff", value.Nothing()), refusal.InvalidUTF8, "\xff"},
		{"a key twice", object("a", object("k", value.Nothing(), "k", value.Nothing())), refusal.DuplicateKey, "a.k"},
		{"a number inside", object("a", value.Digits("-0")), refusal.InexactNumber, "a"},
		{"left open", object("a", value.LeftOpen()), refusal.NoValue, "a"},
		{"made", value.MadeBy("order-id"), refusal.NoValue, ""},
		{"unknown", value.ListOf(value.UnknownBecause("x")), refusal.NoValue, "0"},
		{"absent", value.Value{}, refusal.NoValue, ""},
		{"deep", object("d", deep), refusal.TooDeep, "d" + strings.Repeat(".0", 255)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := plain.Encode(tt.in)
			if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != tt.reason || e.Path != tt.path {
				t.Errorf("got %v, want %s at %q", err, tt.reason, tt.path)
			}
		})
	}
	for _, fits := range []string{long, long[3:] + "a\x00", long[6:] + "😀"} {
		if _, err := plain.String(fits); err != nil {
			t.Errorf("65,535 bytes: %v", err)
		}
	}
}

func FuzzEncode(f *testing.F) {
	for _, h := range hostile.Strings(f) {
		f.Add(h.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range []java.Dialect{plain, ascii} {
			lit, err := d.String(s)
			if err != nil {
				if utf8.ValidString(s) && len(s) < 30000 {
					t.Fatalf("%q is text and was refused: %v", s, err)
				}
				continue
			}
			if err := judge(lit.String(), s); err != nil {
				t.Fatalf("%q became %s: %v", s, lit, err)
			}
			if d.ASCII && !isASCII(lit.String()) {
				t.Fatalf("more than ASCII: %s", lit)
			}
		}
	})
}
