package codebox_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/ui/caret"
	"smartro-wizard/ui/codebox"
)

func box(w, h int, s string) *codebox.Box {
	b := &codebox.Box{}
	b.SetSize(w, h)
	b.Paste(s)
	return b
}

// shown are the rows without the caret's mark, and the cell where it stands.
func shown(b *codebox.Box) (rows []string, x, y int) {
	x, y = -1, -1
	for i, r := range b.Rows(true) {
		if before, after, marked := strings.Cut(r.Text, caret.Mark); marked {
			x, y = ansi.StringWidth(before), i
			r.Text = before + after
		}
		rows = append(rows, r.Text)
	}
	return rows, x, y
}

func TestTextIsKeptByteForByte(t *testing.T) {
	for _, s := range []string{"", "a", "가나\n\t다\n", "\n\n", "\x00\x1b[31m\u202e한\xff", "e\u0301\u1112\u1161\u11ab"} {
		if got := box(20, 3, s).Text(); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
	for s, want := range map[string]string{"a\r\nb\r\n": "a\nb\n", "a\rb": "a\nb"} {
		if got := box(20, 3, s).Text(); got != want {
			t.Errorf("%q became %q, want %q", s, got, want)
		}
	}
}

func TestCaretStandsAfterHangul(t *testing.T) {
	b := box(20, 3, "let 이름 =\n  \"홍길동\"")
	rows, x, y := shown(b)
	if x != ansi.StringWidth("  \"홍길동\"") || y != 1 {
		t.Errorf("the caret stands at %d,%d in %q", x, y, rows)
	}
	b.Left()
	b.Left()
	if _, x, _ := shown(b); x != ansi.StringWidth("  \"홍길") {
		t.Errorf("after two to the left it stands at %d", x)
	}
	b.Up()
	if rows, x, y := shown(b); y != 0 || x != 6 && x != 7 {
		t.Errorf("one up it stands at %d,%d in %q", x, y, rows)
	}
	b.Type("나")
	if got := b.Text(); got != "let 이나름 =\n  \"홍길동\"" {
		t.Errorf("typing gave %q", got)
	}
}

func TestEditing(t *testing.T) {
	b := box(20, 3, "ab\ncd")
	b.Home()
	b.Backspace()
	if got := b.Text(); got != "abcd" {
		t.Fatalf("joined: %q", got)
	}
	b.Newline()
	b.Type("x")
	b.Delete()
	if got := b.Text(); got != "ab\nxd" {
		t.Fatalf("%q", got)
	}
	b.End()
	b.CutBefore()
	b.Clear()
	if !b.Empty() {
		t.Fatalf("%q is left", b.Text())
	}
	for b.Undo() {
	}
	if got := b.Text(); got != "" {
		t.Errorf("all undone leaves %q", got)
	}
	b.Paste("가나다")
	b.Clear()
	if b.Undo(); b.Text() != "가나다" {
		t.Errorf("what was cleared did not come back: %q", b.Text())
	}
}

func TestWhatDoesNotFitIsRefusedWhole(t *testing.T) {
	b := &codebox.Box{Most: 10}
	b.SetSize(20, 3)
	if !b.Paste("12345\r\n789") || b.Paste("xyz") || b.Text() != "12345\n789" {
		t.Errorf("the box holds %q", b.Text())
	}
}

func TestHiddenPartsAreStars(t *testing.T) {
	key := strings.Repeat("a1B2", 16)
	b := &codebox.Box{Hide: func(s string) [][2]int {
		i := strings.Index(s, key)
		if i < 0 {
			return nil
		}
		return [][2]int{{i, i + len(key)}}
	}}
	b.SetSize(30, 3)
	b.Paste("k = '" + key + "';")
	for range 90 {
		rows, x, _ := shown(b)
		if strings.Contains(rows[0], "a1B2") || x < 0 {
			t.Fatalf("shown is %q, the caret at %d", rows[0], x)
		}
		b.Left()
	}
	if rows, _, _ := shown(b); !strings.HasPrefix(rows[0], "k = '****") {
		t.Errorf("shown is %q", rows[0])
	}
	b.SetMask(true)
	if rows, _, _ := shown(b); strings.Trim(rows[0], "*") != "" {
		t.Errorf("masked is %q", rows[0])
	}
}

// hostile are texts that steer terminals, hide, or are no text.
var hostile = []string{
	"\x1b[2J\x1b]0;x\x07", "\u202eevil\u2066", "\x00\x7f\x9b31m", "\xff\xfe\x80", strings.Repeat("e\u0301", 300) + "\u0301\u0301",
	"a" + strings.Repeat("\u0301", 5000), strings.Repeat("👨\u200d👩\u200d👧", 40), "\u1112\u1161\u11ab", strings.Repeat("가", 900), "\t\t|\t", caret.Mark + "x",
	strings.Repeat("\x80", 2000), "\u2028\u2029\u00ad", strings.Repeat("(", 100_000),
}

// TestRandomEditing does anything to anything: rows never grow too wide, show
// the caret, and hold no control; undoing all brings the empty box back.
func TestRandomEditing(t *testing.T) {
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 7))
		b := &codebox.Box{}
		for step := range 120 {
			doAnything(r, b)
			rows, x, y := shown(b)
			w, h := sizes[int(seed)%len(sizes)][0], sizes[int(seed)%len(sizes)][1]
			if step == 0 {
				b.SetSize(w, h)
				continue
			}
			if len(rows) > h || y < 0 || y >= h || x < 0 || x >= w {
				t.Fatalf("seed %d, step %d: the caret stands at %d,%d in %d rows of %dx%d", seed, step, x, y, len(rows), w, h)
			}
			for _, row := range rows {
				if ansi.StringWidth(row) > w-1 && w > 1 || strings.ContainsAny(row, "\x1b\x00\t\u202e") {
					t.Fatalf("seed %d, step %d: row %q in %d cells", seed, step, row, w)
				}
			}
			if want := strings.Count(b.Text(), "\n") + 1 - btoi(b.Text() == "" || strings.HasSuffix(b.Text(), "\n")); b.Lines() != want {
				t.Fatalf("seed %d, step %d: it counts %d lines of %d", seed, step, b.Lines(), want)
			}
		}
	}
}

var sizes = [][2]int{{80, 10}, {36, 4}, {20, 1}, {10, 3}}

func doAnything(r *rand.Rand, b *codebox.Box) {
	moves := []func(){b.Left, b.Right, b.Up, b.Down, b.Home, b.End, b.PageUp, b.PageDown, b.Backspace, b.Delete, b.Newline, b.CutBefore, b.Clear, func() { b.Undo() }}
	switch n := r.IntN(3 * len(moves)); {
	case n < 2*len(moves)-4:
		moves[n%len(moves)]()
	case n < 2*len(moves)+6:
		b.Paste(hostile[r.IntN(len(hostile))])
	default:
		b.Type([]string{"a", "홍", "길", "\u0301", " "}[r.IntN(5)])
	}
}

// TestLargeTextsDoNotFreeze is the promise of 10 MB and of one line of 5 MB: a
// paste, a key and a frame.
func TestLargeTextsDoNotFreeze(t *testing.T) {
	for name, s := range map[string]string{
		"10 MB of lines":  strings.Repeat("  IMP.request_pay({ name: '사과' });\n", 10<<20/40),
		"one line":        strings.Repeat("a1B2, ", 5<<20/6),
		"one cluster":     "e" + strings.Repeat("\u0301", 5<<20/2),
		"lines of a byte": strings.Repeat("\n", 10<<20),
	} {
		t.Run(name, func(t *testing.T) {
			b := &codebox.Box{Most: 11 << 20}
			b.SetSize(78, 18)
			start := time.Now()
			if !b.Paste(s) {
				t.Fatal("refused")
			}
			for range 20 {
				b.Type("x")
				b.Left()
				b.Rows(true)
				b.Up()
				b.Rows(true)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("a paste and 20 keys took %v", took)
			}
		})
	}
}

func BenchmarkKeyInTenMegabytes(b *testing.B) {
	x := box(78, 18, strings.Repeat("  IMP.request_pay({ name: '사과' });\n", 10<<20/40))
	b.ReportAllocs()
	for b.Loop() {
		x.Type("x")
		x.Rows(true)
	}
}

func BenchmarkPasteOfTenMegabytes(b *testing.B) {
	s := strings.Repeat("  IMP.request_pay({ name: '사과' });\n", 10<<20/40)
	for b.Loop() {
		_ = fmt.Sprint(len(box(78, 18, s).Rows(true)))
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
