package share_test

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash/crc32"
	"os"
	"runtime"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/text"
)

const usual = `{"version":1,"mode":"test","sdk":"v1","module":"smartro_v2","type":"general","user_code":"imp10000001",` +
	`"params":{"channelKey":"channel-key-01234567-89ab-cdef-0123-456789abcdef","pay_method":"card","name":"스타벅스 아메리카노 Tall 외 2건",` +
	`"amount":14500,"buyer_tel":"010-2345-6789","buyer_name":"홍길동","buyer_email":"gildong.hong@example.com",` +
	`"bypass":{"customerIdentifier":"01023456789","smartro_v2":{"SkinColor":"BLUE"}}},` +
	`"make":{"merchant_uid":{"from":"browser","prefix":"order"},"m_redirect_url":{"path":"/payments/redirect"}},` +
	`"later":["customer_uid"],"options":{"locale":"ko","targets":["html"]}}`

func decoded(t testing.TB, json string) wizard.Answers {
	t.Helper()
	a, found := answers.Parse("a.json", []byte(json), text.En)
	if len(found) > 0 {
		t.Fatalf("%s: %s", found[0].Rule, found[0].Message)
	}
	return a
}

func TestCodeComesBackAndIsShort(t *testing.T) {
	a := decoded(t, usual)
	for _, buyer := range []bool{true, false} {
		code := share.Code(a, buyer)
		if len(code) >= 300 {
			t.Errorf("%d characters, want under 300: %s", len(code), code)
		}
		if strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") != "" {
			t.Errorf("%s has characters that a shell or an address minds", code)
		}
		back, err := share.Open(code)
		if err != nil {
			t.Fatal(err)
		}
		want := a
		if !buyer {
			want = share.WithoutBuyer(a)
		}
		if got, want := string(answers.JSON(back)), string(answers.JSON(want)); got != want {
			t.Errorf("got %s\nwant %s", got, want)
		}
	}
}

func TestCodeWithoutBuyer(t *testing.T) {
	a := decoded(t, usual)
	back, err := share.Open(share.Code(a, false))
	if err != nil {
		t.Fatal(err)
	}
	got := string(answers.JSON(back))
	for _, p := range wizard.Params() {
		if v := a.Params.Get(p.Path); p.Personal && !v.IsAbsent() {
			if strings.Contains(got, v.Text()) || !back.LeftOpen(p.Path) {
				t.Errorf("%s is still there or not left for later: %s", p.Path, got)
			}
		}
	}
	if want := `"bypass":{"smartro_v2":{"SkinColor":"BLUE"}}},`; !strings.Contains(got, want) {
		t.Errorf("%s\nlacks %s", got, want)
	}
	if got := string(answers.JSON(a)); got != usual {
		t.Errorf("the answers handed in changed to %s", got)
	}
}

func TestEmptyObjectsGoWithTheBuyer(t *testing.T) {
	a := decoded(t, `{"params":{"name":"x","bypass":{"customerIdentifier":"1"}}}`)
	if got, want := string(answers.JSON(share.WithoutBuyer(a))), `{"version":1,"params":{"name":"x"},"later":["bypass.customerIdentifier"]}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestOpenIgnoresBlanks(t *testing.T) {
	code := share.Code(decoded(t, usual), true)
	var broken strings.Builder
	broken.WriteString(" \t")
	for i, r := range code {
		if i%40 == 3 {
			broken.WriteString("\r\n  ")
		}
		broken.WriteRune(r)
	}
	broken.WriteString("\u00a0\n")
	if _, err := share.Open(broken.String()); err != nil {
		t.Errorf("%v", err)
	}
}

func TestEveryChangedCharacterIsDamage(t *testing.T) {
	code := share.Code(decoded(t, usual), true)
	for i := len("SW1."); i < len(code); i++ {
		for _, c := range []byte("AZ_.=") {
			if changed := code[:i] + string(c) + code[i+1:]; changed != code {
				if _, err := share.Open(changed); !errors.Is(err, share.ErrDamaged) {
					t.Fatalf("character %d as %c: %v", i, c, err)
				}
			}
		}
		if _, err := share.Open(code[:i] + code[i+1:]); !errors.Is(err, share.ErrDamaged) {
			t.Fatalf("without character %d: %v", i, err)
		}
		if _, err := share.Open(code[:i]); !errors.Is(err, share.ErrDamaged) {
			t.Fatalf("cut at %d: %v", i, err)
		}
	}
}

// packed makes a code of any text, as somebody else's program would.
func packed(t *testing.T, plain []byte, dictionary string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriterDict(&b, flate.BestCompression, []byte(dictionary))
	if err == nil {
		_, err = w.Write(plain)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	sum := binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(b.Bytes()))
	return "SW1." + base64.RawURLEncoding.EncodeToString(append(sum, b.Bytes()...))
}

func TestOpenRefuses(t *testing.T) {
	bomb := packed(t, bytes.Repeat([]byte(" "), 64<<20), "")
	tests := []struct {
		name, code string
		want       error
	}{
		{"empty", "", share.ErrDamaged},
		{"mark only", "SW1.", share.ErrDamaged},
		{"something else", "hello", share.ErrDamaged},
		{"lower case", strings.ToLower(share.Code(decoded(t, usual), true)), share.ErrDamaged},
		{"a later code", "SW2.AAAA", share.ErrNewer},
		{"a much later code", "SW17.AAAA", share.ErrNewer},
		{"a version that is none", "SW.AAAA", share.ErrDamaged},
		{"a later version inside", packed(t, []byte(`{"version":2,"mode":"test"}`), ""), share.ErrNewer},
		{"an unknown key", packed(t, []byte(`{"version":1,"colour":1}`), ""), share.ErrNewer},
		{"an unknown maker", packed(t, []byte(`{"version":1,"make":{"fax_number":{"days":3}}}`), ""), share.ErrNewer},
		{"an unknown type", packed(t, []byte(`{"version":1,"type":"subscription"}`), ""), share.ErrNewer},
		{"an unknown name for later", packed(t, []byte(`{"version":1,"later":["fax"]}`), ""), share.ErrNewer},
		{"a wrong type", packed(t, []byte(`{"version":1,"mode":1}`), ""), share.ErrDamaged},
		{"a key twice", packed(t, []byte(`{"version":1,"params":{"a":1,"a":2}}`), ""), share.ErrDamaged},
		{"no object", packed(t, []byte(`[1]`), ""), share.ErrDamaged},
		{"YAML", packed(t, []byte("version: 1\n"), ""), share.ErrDamaged},
		{"nothing inside", packed(t, nil, ""), share.ErrDamaged},
		{"64 MiB of blanks", bomb, share.ErrDamaged},
		{"a very long text", "SW1." + strings.Repeat("A", 4<<20), share.ErrDamaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := share.Open(tt.code)
			if !errors.Is(err, tt.want) {
				t.Fatalf("got %v, want %v", err, tt.want)
			}
			if a.Mode != "" || a.Params.Len() > 0 {
				t.Errorf("answers came back with an error: %+v", a)
			}
			for _, l := range text.Langs {
				if s := share.Sentence(err, l); s == "" || strings.HasPrefix(s, "share.") {
					t.Errorf("%s: sentence %q", l, s)
				}
			}
		})
	}
}

func TestBombCostsLittleMemory(t *testing.T) {
	bomb := packed(t, bytes.Repeat([]byte(" "), 64<<20), "")
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := share.Open(bomb)
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 16<<20 || err == nil {
		t.Errorf("%d bytes for one bomb, error %v", n, err)
	}
}

func TestAnswersOverTheLimitHaveNoCode(t *testing.T) {
	a := decoded(t, usual)
	a.UserCode = strings.Repeat("x", answers.MaxSize)
	if code := share.Code(a, true); code != "" {
		t.Errorf("a code of %d characters that cannot be opened", len(code))
	}
}

func TestLooks(t *testing.T) {
	for code, want := range map[string]bool{
		"SW1.abc": true, " \n SW1.abc": true, "SW2.x": true, "SW12.": true,
		"": false, "SW.abc": false, "SW1": false, "sw1.abc": false, "SWX1.a": false, "answers.yaml": false, "SW1a.yaml": false,
	} {
		if got := share.Looks(code); got != want {
			t.Errorf("Looks(%q) = %v, want %v", code, got, want)
		}
	}
}

// dictionarySum is the SHA-256 of the dictionary of SW1.
const dictionarySum = "bc7fdb45e4d1696e359f509ee3334330add4aa7bc8344bab02d912952d57ad44"

// frozenFile holds a code of the first version. It has to open for ever.
const frozenFile = "testdata/frozen.txt"

func TestDictionaryIsFrozen(t *testing.T) {
	raw, err := os.ReadFile("dictionary1.txt")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(raw)
	if got := hex.EncodeToString(sum[:]); got != dictionarySum {
		t.Errorf("the dictionary of SW1 changed (%s): codes that people have kept would not open", got)
	}
	code, err := os.ReadFile(frozenFile)
	if err != nil {
		t.Fatal(err)
	}
	a, err := share.Open(string(code))
	if err != nil {
		t.Fatalf("a code that was kept does not open: %v", err)
	}
	if got := string(answers.JSON(a)); got != usual {
		t.Errorf("got %s\nwant %s", got, usual)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add("SW1.AAAAAAAA")
	f.Add("SW2.x")
	f.Add(share.Code(decoded(f, usual), true))
	f.Add(share.Code(wizard.Answers{}, true))
	f.Fuzz(func(t *testing.T, code string) {
		a, err := share.Open(code)
		if err != nil {
			if !errors.Is(err, share.ErrDamaged) && !errors.Is(err, share.ErrNewer) {
				t.Errorf("%v is none of the two errors", err)
			}
			return
		}
		back, err := share.Open(share.Code(a, true))
		if err != nil || !bytes.Equal(answers.JSON(a), answers.JSON(back)) {
			t.Errorf("%s\ncomes back as %s, %v", answers.JSON(a), answers.JSON(back), err)
		}
	})
}

func BenchmarkCode(b *testing.B) {
	a := decoded(b, usual)
	for b.Loop() {
		share.Code(a, false)
	}
}

func BenchmarkOpen(b *testing.B) {
	code := share.Code(decoded(b, usual), true)
	for b.Loop() {
		if _, err := share.Open(code); err != nil {
			b.Fatal(err)
		}
	}
}
