package safe_test

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
)

func TestLine(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"Korean stays", "결제 테스트 1,004원", "결제 테스트 1,004원"},
		{"decomposed Hangul stays", "\u110b\u1175\u1109\u116e\u11ab", "\u110b\u1175\u1109\u116e\u11ab"},
		{"Hebrew stays", "שלום", "שלום"},
		{"Arabic with its number sign stays", "سلام \u0601١٢", "سلام \u0601١٢"},
		{"wide blank stays", "가\u3000나", "가\u3000나"},
		{"family emoji stays", "👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"},
		{"heart on fire stays", "❤\ufe0f\u200d🔥", "❤\ufe0f\u200d🔥"},
		{"keycap stays", "1\ufe0f\u20e3", "1\ufe0f\u20e3"},
		{"look of a Han character stays", "葛\U000e0100", "葛\U000e0100"},
		{"selectors in a row carry hidden text", "😀\ufe0f\ufe0f\ufe01", "😀\ufe0f\\ufe0f\\ufe01"},
		{"colour", "\x1b[31m빨강", "^[[31m빨강"},
		{"C1 as a code point", "\u009b2K", `\u009b2K`},
		{"C1 as a raw byte", "\x9b2K", `\x9b2K`},
		{"carriage return and backspace", "a\r\bb", "a^M^Hb"},
		{"tab, line end, delete, zero", "\t\n\x7f\x00", "^I^J^?^@"},
		{"escape as last byte", "끝\x1b", "끝^["},
		{"right-to-left override", "금액\u202e000,1", `금액\u202e000,1`},
		{"isolates and marks", "\u2066\u2069\u200e\u061c", `\u2066\u2069\u200e\u061c`},
		{"joiner between letters", "관\u200b리\u200d자", `관\u200b리\u200d자`},
		{"joiner at the ends", "\u200d😀\u200d", `\u200d😀\u200d`},
		{"fillers", "\u3164\u115f\u1160\uffa0", `\u3164\u115f\u1160\uffa0`},
		{"tags", "\U000e0041", `\u{e0041}`},
		{"separators", "\u2028\u2029", `\u2028\u2029`},
		{"byte order mark and soft hyphen", "\ufeff\u00ad", `\ufeff\u00ad`},
		{"noncharacters", "\ufdd0\U0001ffff", `\ufdd0\u{1ffff}`},
		{"bytes of EUC-KR", "\xb0\xa1", `\xb0\xa1`},
		{"half a syllable", "가\xea\xb0", `가\xea\xb0`},
		{"a genuine replacement character", "\ufffd", "\ufffd"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := safe.Line(tt.in, 100); got != tt.want {
				t.Errorf("Line(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

func TestLineIsBounded(t *testing.T) {
	tests := []struct {
		name, in string
		max      int
		want     string
	}{
		{"fits exactly", "가나다라", 4, "가나다라"},
		{"one over", "가나다라마", 4, "가..."},
		{"an escape is not cut in half", "ab\u202ecd", 7, "ab..."},
		{"an escape counts as it is shown", "\u202e", 6, `\u202e`},
		{"joined emoji are not parted", "a👨\u200d👩bcd", 5, "a👨..."},
		{"room for dots only", "abcdef", 3, "..."},
		{"room for less than dots", "abcdef", 2, ".."},
		{"no room", "abc", 0, ""},
		{"negative room", "abc", -1, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := safe.Line(tt.in, tt.max); got != tt.want {
				t.Errorf("Line(%q, %d) = %q, want %q", tt.in, tt.max, got, tt.want)
			}
		})
	}
}

func TestBlock(t *testing.T) {
	tests := []struct {
		name, in string
		lines    int
		want     string
	}{
		{"line ends of both kinds", "a\r\nb\nc", 5, "a\nb\nc"},
		{"a lone carriage return shows", "a\rb\r", 5, "a^Mb^M"},
		{"tabs are layout", "\tx", 5, "    x"},
		{"lines over the bound", "a\nb\nc", 2, "a\n..."},
		{"exactly the bound", "a\nb", 2, "a\nb"},
		{"long lines are cut each", "0123456789\n\x1b", 2, "01234...\n^["},
		{"no lines wanted", "a", 0, ""},
		{"empty", "", 3, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := safe.Block(tt.in, tt.lines, 8); got != tt.want {
				t.Errorf("Block(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestSecret(t *testing.T) {
	tests := []struct {
		name, in string
		want     bool
	}{
		{"forty letters and digits", strings.Repeat("aB3d", 10), true},
		{"thirty-nine", strings.Repeat("aB3", 13), false},
		{"inside a sentence", "PortOne " + strings.Repeat("aB3d", 20), true},
		{"with blanks around", " \t" + strings.Repeat("0f", 40) + "\n", true},
		{"in a list", `{"k":["` + strings.Repeat("aB3d", 10) + `"]}`, true},
		{"webhook secret", "whsec_c2VjcmV0", true},
		{"channel key", "channel-key-01234567-89ab-cdef-0123-456789abcdef", false},
		{"store id", "store-01234567-89ab-cdef-0123-456789abcdef", false},
		{"address", "https://shop.example.kr/payments/redirect/complete/and/more", false},
		{"Korean", strings.Repeat("나", 60), false},
		{"empty", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := safe.Secret(tt.in); got != tt.want {
				t.Errorf("Secret(%q) = %v, want %v", tt.in, got, tt.want)
			}
			if got := safe.Shown(tt.in, 20) == safe.Mask; got != tt.want {
				t.Errorf("Shown(%q) masked: %v, want %v", tt.in, got, tt.want)
			}
		})
	}
}

func TestSecretAgreesWithTheCatalogue(t *testing.T) {
	shape := regexp.MustCompile(wizard.Shapes()["long_secret"])
	for n := 38; n < 43; n++ {
		for _, c := range "aZ09+/=-_." {
			s := strings.Repeat("k", n-1) + string(c)
			if got, want := safe.Secret(s), shape.MatchString(s); got != want {
				t.Errorf("Secret(%q) = %v, the shape says %v", s, got, want)
			}
		}
	}
}

// hostile gives the strings of the hostile set, raw bytes and lengths made real.
func hostile(t testing.TB) map[string]string {
	t.Helper()
	var set struct {
		Count   int
		Entries []struct {
			ID, Value string
			Repeat    int
			BytesHex  string `json:"bytes_hex"`
		}
	}
	raw, err := os.ReadFile("testdata/hostile-dev.json")
	if err == nil {
		err = json.Unmarshal(raw, &set)
	}
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range set.Entries {
		all[e.ID] = strings.Repeat(e.Value, max(1, e.Repeat))
		if b, err := hex.DecodeString(e.BytesHex); err == nil && len(b) > 0 {
			all[e.ID] = string(b)
		}
	}
	if len(all) != set.Count {
		t.Fatalf("read %d entries, the file says %d", len(all), set.Count)
	}
	return all
}

func TestHostileSetIsSafeToShow(t *testing.T) {
	for id, s := range hostile(t) {
		for _, shown := range []string{safe.Line(s, 80), safe.Block(s, 3, 80)} {
			checkShown(t, id, shown, 3*81)
		}
	}
}

func checkShown(t *testing.T, id, shown string, most int) {
	t.Helper()
	if !utf8.ValidString(shown) {
		t.Errorf("%s: not UTF-8: %+q", id, shown)
	}
	if n := utf8.RuneCountInString(shown); n > most {
		t.Errorf("%s: %d code points, want at most %d", id, n, most)
	}
	for _, r := range shown {
		if r != '\n' && r != '\u200d' && r != '\ufe0e' && r != '\ufe0f' && (r < 0xe0100 || r > 0xe01ef) && safe.Hidden(r) {
			t.Errorf("%s: %U reached the terminal in %+q", id, r, shown)
		}
	}
}

func FuzzLine(f *testing.F) {
	for _, s := range hostile(f) {
		f.Add(s[:min(len(s), 200)], 40)
	}
	f.Fuzz(func(t *testing.T, s string, most int) {
		most %= 200
		line := safe.Line(s, most)
		checkShown(t, "fuzz", line, max(most, 0))
		if strings.Contains(line, "\n") {
			t.Errorf("a line end in %q", line)
		}
	})
}

func BenchmarkLineOfTenMegabytes(b *testing.B) {
	s := strings.Repeat("결제\x1b[31m", 1<<20)
	for b.Loop() {
		safe.Line(s, 80)
	}
}

func BenchmarkBlockOfTenMegabytes(b *testing.B) {
	s := strings.Repeat("결제\x1b[31m", 1<<20)
	for b.Loop() {
		safe.Block(s, 24, 80)
	}
}
