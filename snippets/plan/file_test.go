package plan_test

import (
	"strings"
	"testing"

	"smartro-wizard/snippets/plan"
)

func TestBytes(t *testing.T) {
	tests := []struct{ name, encoding, body, want string }{
		{"UTF-8", "", "가", "\xea\xb0\x80"},
		{"EUC-KR", plan.EUCKR, "a가\n", "a\xb0\xa1\n"},
		{"what MS949 adds", plan.EUCKR, "똠", "\x8c\x63"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := plan.File{Encoding: tt.encoding, Body: tt.body}.Bytes()
			if err != nil || string(got) != tt.want {
				t.Errorf("got %q, %v, want %q", got, err, tt.want)
			}
			if back := (plan.File{Encoding: tt.encoding}).Text(got); back != tt.body {
				t.Errorf("reads %q, want %q", back, tt.body)
			}
		})
	}
	_, err := plan.File{Path: "a.html", Encoding: plan.EUCKR, Body: "\u20ac😀"}.Bytes()
	if err == nil || !strings.Contains(err.Error(), "a.html") {
		t.Errorf("an emoji went into EUC-KR: %v", err)
	}
}

// What is written in pieces is moved as a whole.
func TestLines(t *testing.T) {
	var w plan.Lines
	write := func(pieces ...string) {
		for _, piece := range pieces {
			w.WriteString(piece)
		}
	}
	write("a\n", "b")
	w.Indent("  ")
	write("c\n", "\n", "d", "", "e", "\nf\n\ng")
	if w.Line() != 7 {
		t.Errorf("on line %d, want 7", w.Line())
	}
	w.Indent("")
	write("h\ni\n")
	const want = "a\nbc\n\n  de\n  f\n\n  gh\ni\n"
	if got := w.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
