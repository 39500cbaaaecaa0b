package lineedit_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/ui/caret"
	"smartro-wizard/ui/lineedit"
)

// shown gives what a focused line draws and the caret's column.
func shown(t *testing.T, l *lineedit.Line) (string, int) {
	t.Helper()
	out, pos := caret.Extract(l.View(true))
	if pos == nil {
		t.Fatalf("no caret in %q", out)
	}
	return out, pos.X
}

func TestCaretCountsCells(t *testing.T) {
	tests := []struct {
		name   string
		do     func(*lineedit.Line)
		value  string
		column int
	}{
		{"empty", func(*lineedit.Line) {}, "", 0},
		{"Hangul", func(l *lineedit.Line) { l.Type("홍길동") }, "홍길동", 6},
		{"left over a syllable", func(l *lineedit.Line) { l.Type("홍길동"); l.Left() }, "홍길동", 4},
		{"between", func(l *lineedit.Line) { l.Type("홍동"); l.Left(); l.Type("길") }, "홍길동", 4},
		{"backspace takes a syllable", func(l *lineedit.Line) { l.Type("홍길동"); l.Backspace() }, "홍길", 4},
		{"delete takes the next", func(l *lineedit.Line) { l.Type("홍길동"); l.Home(); l.Delete() }, "길동", 0},
		{"jamo compose", func(l *lineedit.Line) { l.Type("\u1112"); l.Type("\u1161"); l.Type("\u11ab") }, "한", 2},
		{"a family is one cluster", func(l *lineedit.Line) { l.SetValue("a👨\u200d👩\u200d👧"); l.Backspace() }, "a", 1},
		{"a typed blank stays", func(l *lineedit.Line) { l.Type("a"); l.Type(" ") }, "a ", 2},
		{"word", func(l *lineedit.Line) { l.Type("사과 한 상자 "); l.CutWord() }, "사과 한 ", 8},
		{"before and after", func(l *lineedit.Line) { l.Type("가나다"); l.Left(); l.CutBefore(); l.CutAfter() }, "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var l lineedit.Line
			l.SetWidth(30)
			tt.do(&l)
			if l.Value() != tt.value {
				t.Errorf("value = %q, want %q", l.Value(), tt.value)
			}
			if _, x := shown(t, &l); x != tt.column {
				t.Errorf("caret at %d, want %d", x, tt.column)
			}
		})
	}
}

func TestPasteIsCleanedAndUndone(t *testing.T) {
	tests := []struct {
		name, raw, want string
		what            lineedit.Cleaned
	}{
		{"as it is", "imp00000000", "imp00000000", lineedit.Cleaned{}},
		{"line end and blanks", "  imp1\n", "imp1", lineedit.Cleaned{Lines: true, Edges: true}},
		{"several lines", "가\r\n나", "가  나", lineedit.Cleaned{Lines: true}},
		{"escape", "\x1b[31ma\x07", "[31ma", lineedit.Cleaned{Hidden: true}},
		{"zero width", "imp\u200b1\ufeff", "imp1", lineedit.Cleaned{Hidden: true}},
		{"decomposed", "\u1112\u1161\u11ab", "한", lineedit.Cleaned{Joined: true}},
		{"EUC-KR", "a\xb0\xa1b", "ab", lineedit.Cleaned{Bytes: true}},
		{"too long", strings.Repeat("가", lineedit.Limit+5), strings.Repeat("가", lineedit.Limit), lineedit.Cleaned{Cut: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var l lineedit.Line
			l.SetWidth(20)
			what := l.Paste(tt.raw)
			if l.Value() != tt.want || what != tt.what {
				t.Fatalf("Paste gave %q %+v, want %q %+v", l.Value(), what, tt.want, tt.what)
			}
			if what.Any() && !what.Cut {
				pasted := strings.ToValidUTF8(tt.raw, "\ufffd")
				if l.Undo(); l.Value() != pasted {
					t.Errorf("first undo gave %q, want what was pasted, %q", l.Value(), pasted)
				}
			}
			for l.Undo() {
			}
			if l.Value() != "" {
				t.Errorf("the line is %q after undoing all, want empty", l.Value())
			}
		})
	}
}

func TestUndoTakesTypingAsOne(t *testing.T) {
	var l lineedit.Line
	l.SetWidth(20)
	for _, s := range []string{"가", "나", "다"} {
		l.Type(s)
	}
	l.Replace("라")
	if l.Undo(); l.Value() != "가나다" {
		t.Errorf("undoing a mend gave %q, want 가나다", l.Value())
	}
	if l.Undo(); l.Value() != "" {
		t.Errorf("undoing the typing gave %q, want nothing", l.Value())
	}
	if l.Undo() {
		t.Error("an empty past was undone")
	}
}

func TestHiddenTextIsDrawnByName(t *testing.T) {
	var l lineedit.Line
	l.SetWidth(40)
	l.SetValue("a\x1b[2Jb\u202e")
	if got, _ := shown(t, &l); got != `a^[[2Jb\u202e` {
		t.Errorf("drawn %q", got)
	}
	l.SetMask(true)
	if got, _ := shown(t, &l); strings.Trim(got, "*") != "" {
		t.Errorf("masked line shows %q", got)
	}
}

func FuzzLine(f *testing.F) {
	f.Add("홍길동", "lrbdhe", uint8(8))
	f.Add("\x1b[5227z", "l", uint8(1))
	f.Add("👨\u200d👩\u200d👧🇰🇷", "llbr", uint8(3))
	f.Add("\u1112\u1161\u11ab\u0301\xff", "hdduu", uint8(12))
	f.Fuzz(func(t *testing.T, s, keys string, width uint8) {
		var l lineedit.Line
		l.SetWidth(int(width))
		l.SetValue(s)
		moves := map[rune]func(){'l': l.Left, 'r': l.Right, 'b': l.Backspace, 'd': l.Delete, 'h': l.Home, 'e': l.End,
			'w': l.CutWord, 'u': func() { l.Undo() }, 'k': l.CutAfter, 'p': func() { l.Paste(s) }, 't': func() { l.Type(s) }}
		for _, k := range keys {
			if do := moves[k]; do != nil {
				do()
			}
			out, x := shown(t, &l)
			if w := ansi.StringWidth(out); w > max(int(width), 1)-1 || x > w {
				t.Fatalf("%d cells drawn, caret at %d, width %d: %q", w, x, width, out)
			}
			if strings.ContainsAny(out, "\x1b\n\r") {
				t.Fatalf("raw control in %q", out)
			}
		}
	})
}

// Bytes that are no text never become a value, not even when a paste is undone.
func TestAnUndonePasteIsStillText(t *testing.T) {
	var l lineedit.Line
	l.Paste("a\xff\xfeb")
	if l.Undo(); !utf8.ValidString(l.Value()) || !strings.HasPrefix(l.Value(), "a") {
		t.Errorf("the value is %q", l.Value())
	}
}
