package js_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/dop251/goja"

	"smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

var modern js.Dialect

// rawTrouble finds what nobody sees, standing raw in code.
func rawTrouble(lit string) error {
	for i, r := range lit {
		switch {
		case r == '\n' || r == ' ':
		case unicode.In(r, unicode.C, unicode.Zl, unicode.Zp, unicode.Zs), r == 0x3164, r == 0x115f, r == 0x1160, r == 0xffa0,
			!unicode.IsGraphic(r), r >= 0xfe00 && r <= 0xfe0f:
			return fmt.Errorf("raw %U at byte %d", r, i)
		}
	}
	return nil
}

func TestString(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"Korean stays Korean", "결제 테스트", `"결제 테스트"`},
		{"decomposed Hangul is not composed", "\u1112\u1161\u11ab", "\"\u1112\u1161\u11ab\""},
		{"quotes and backslashes", `"\'`, `"\"\\'"`},
		{"nothing opens HTML", "</script><!--", `"\u003c/script>\u003c!--"`},
		{"line ends", "a\r\n\tb\u2028\u2029", `"a\r\n\tb\u2028\u2029"`},
		{"controls", "\x00\x1b\x7f\u0085\u009b", `"\u0000\u001b\u007f\u0085\u009b"`},
		{"direction and width", "a\u202eb\u200bc\u3164", `"a\u202eb\u200bc\u3164"`},
		{"tags and other planes", "\U000e0041😀\ufdd0", `"\udb40\udc41😀\ufdd0"`},
		{"blanks that look like a space", "a\u00a0b\u3000c d", `"a\u00a0b\u3000c d"`},
		{"a mark keeps to its letter", "\u0301e\u0301", "\"\\u0301e\u0301\""},
		{"template engines", "${a} {{b}} {% c %} #{d} [[e]] {f} [g]", `"$\u007ba} \u007b{b}} \u007b% c %} #\u007bd} \u005b[e]] {f} [g]"`},
		{"JSP keeps a backslash", `\$a \#b \\${c} $d`, `"\\\u0024a \\\u0023b \\\\\u0024{c} $d"`},
		{"empty", "", `""`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := modern.String(tt.in)
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
		text := h.Text
		lit, err := modern.Encode(value.Text(text))
		if err != nil {
			var e *refusal.Error
			if !errors.As(err, &e) || e.Reason != refusal.InvalidUTF8 || h.Exact || utf8.ValidString(text) {
				t.Errorf("%s: %v", h.ID, err)
			}
			refused++
			continue
		}
		if err := judge(lit.String(), text); err != nil {
			t.Errorf("%s: %v", h.ID, err)
		}
		exact++
	}
	t.Logf("%d exact, %d refused by name", exact, refused)
	if exact < 60 || refused != 2 {
		t.Errorf("%d exact and %d refused, want at least 60 and 2", exact, refused)
	}
}

// The judge has to see what encoders for other languages do to these strings.
func TestTheJudgeCatchesNaiveEncoders(t *testing.T) {
	naive := map[string]func(string) string{
		"quotes only":     func(s string) string { return `"` + s + `"` },
		"Go's %q":         strconv.Quote,
		"JSON":            func(s string) string { b, _ := json.Marshal(s); return string(b) },
		"JSON, raw HTML":  rawJSON,
		"quotes doubled":  func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` },
		"template string": func(s string) string { return "`" + s + "`" },
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

func rawJSON(s string) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		return err.Error()
	}
	return strings.TrimSpace(b.String())
}

func TestNumbers(t *testing.T) {
	exact := []string{"0", "-0", "1004", "1004.50", "0.1", "1e3", "12E+2", "9007199254740991", "9007199254740992", "1e21", "5e-324", "0e99999999999", "0.000000100"}
	for _, digits := range exact {
		if got, err := modern.Encode(value.Digits(digits)); err != nil || got.String() != digits {
			t.Errorf("%s: got %s, %v, want the same digits", digits, got, err)
		}
	}
	changed := []string{"9007199254740993", "-9007199254740993", "1e400", "1e-400", "0.10000000000000000001", "123456789012345678901", "1e99999999999999999999"}
	for _, digits := range changed {
		_, err := modern.Encode(value.Digits(digits))
		if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != refusal.InexactNumber {
			t.Errorf("%s: got %v, want a refusal", digits, err)
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
	long := value.Text("서울특별시 강남구 테헤란로 1, 한빛빌딩 3층")
	tests := []struct {
		name string
		in   value.Value
		want string
	}{
		{"short objects stand on one line", object("from", value.Text("20261121"), "to", value.Text("20261220")), `{ from: "20261121", to: "20261220" }`},
		{"long ones take a line a part", object("a", long, "b", object("c", long)),
			"{\n  a: \"서울특별시 강남구 테헤란로 1, 한빛빌딩 3층\",\n  b: {\n    c: \"서울특별시 강남구 테헤란로 1, 한빛빌딩 3층\",\n  },\n}"},
		{"keys", object("a-b", value.Nothing(), "가", value.Truth(true), "class", value.Digits("1"), "0", value.Truth(false)), `{ "a-b": null, "가": true, class: 1, "0": false }`},
		{"__proto__ is a key", object("__proto__", value.Text("x")), `{ ["__proto__"]: "x" }`},
		{"empty ones", value.ListOf(object(), value.ListOf()), `[{}, []]`},
		{"a list in a list", value.ListOf(value.ListOf(value.Digits("1"))), "[\n  [1],\n]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := modern.Encode(tt.in)
			if err != nil || got.String() != tt.want {
				t.Fatalf("got %s, %v, want %s", got, err, tt.want)
			}
			want, err := json.Marshal(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			if same, err := sameInJS(got.Indent("    ").String(), string(want)); err != nil || !same {
				t.Errorf("%s is not %s in JavaScript: %v", got, want, err)
			}
		})
	}
}

// sameInJS compares a literal with JSON text, keys of objects as a set: JSON's
// own parser makes __proto__ a key like any other.
func sameInJS(lit, text string) (bool, error) {
	vm := goja.New()
	if err := vm.Set("text", text); err != nil {
		return false, err
	}
	v, err := vm.RunString(`
		function same(a, b) {
			if (typeof a !== "object" || a === null || b === null) return Object.is(a, b);
			const keys = Object.keys(a), others = Object.keys(b);
			return Array.isArray(a) === Array.isArray(b) && keys.length === others.length &&
				keys.every((k) => Object.hasOwn(b, k) && same(a[k], b[k]));
		}
		same(` + lit + `, JSON.parse(text))`)
	return err == nil && v.ToBoolean(), err
}

func TestRefusalsNameThePlace(t *testing.T) {
	deep := value.Text("x")
	for range 300 {
		deep = value.ListOf(deep)
	}
	tests := []struct {
		name   string
		in     value.Value
		reason refusal.Reason
		path   string
	}{
		{"bytes in a list in an object", object("a", value.ListOf(value.Nothing(), value.Text("\xff"))), refusal.InvalidUTF8, "a.1"},
		{"a key twice", object("a", object("k", value.Nothing(), "k", value.Nothing())), refusal.DuplicateKey, "a.k"},
		{"left open", object("a", value.LeftOpen()), refusal.NoValue, "a"},
		{"made", value.MadeBy("order-id"), refusal.NoValue, ""},
		{"unknown", value.UnknownBecause("x"), refusal.NoValue, ""},
		{"absent", value.Value{}, refusal.NoValue, ""},
		{"deep", object("d", deep), refusal.TooDeep, "d" + strings.Repeat(".0", 255)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := modern.Encode(tt.in)
			if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != tt.reason || e.Path != tt.path {
				t.Errorf("got %v, want %s at %q", err, tt.reason, tt.path)
			}
		})
	}
}

func FuzzEncode(f *testing.F) {
	for _, h := range hostile.Strings(f) {
		f.Add(h.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		lit, err := modern.String(s)
		if err != nil {
			if utf8.ValidString(s) {
				t.Fatalf("%q is text and was refused: %v", s, err)
			}
			return
		}
		if err := judge(lit.String(), s); err != nil {
			t.Fatalf("%q became %s: %v", s, lit, err)
		}
		in := object(s, value.Text(s))
		obj, err := modern.Encode(in)
		if err != nil {
			t.Fatalf("as a key: %v", err)
		}
		want, err := json.Marshal(map[string]string{s: s})
		if err != nil {
			t.Fatal(err)
		}
		if same, err := sameInJS(obj.String(), string(want)); err != nil || !same {
			t.Fatalf("%s is not %s: %v", obj, want, err)
		}
	})
}
