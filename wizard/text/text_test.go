package text_test

import (
	"testing"

	"smartro-wizard/wizard/text"
)

func TestOf(t *testing.T) {
	tests := []struct {
		name, id string
		args     []string
		ko, en   string
	}{
		{"a sentence", "answers.want-number", nil, "숫자를", "a number"},
		{"a placeholder", "answers.key-place.message", []string{"name", "amount"}, "params 아래에 적는 파라미터입니다: amount", "amount is a parameter and belongs under params."},
		{"what was put in is not looked at again", "answers.key-place.message", []string{"name", "{name}"}, "params 아래에 적는 파라미터입니다: {name}", "{name} is a parameter and belongs under params."},
		{"a missing sentence is seen", "answers.nothing", nil, "answers.nothing", "answers.nothing"},
		{"a missing room is seen", "nowhere.x", nil, "nowhere.x", "nowhere.x"},
		{"no room", "x", nil, "x", "x"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for l, want := range map[text.Lang]string{text.Ko: tt.ko, text.En: tt.en} {
				if got := text.Of(l, tt.id, tt.args...); got != want {
					t.Errorf("%s: got %q, want %q", l, got, want)
				}
				if got, want := text.Has(l, tt.id), want != tt.id; got != want {
					t.Errorf("%s: Has is %v, want %v", l, got, want)
				}
			}
		})
	}
}

func TestFill(t *testing.T) {
	tests := []struct {
		s    string
		args []string
		want string
	}{
		{"{a}", nil, "{a}"},
		{"{a} {b} {a}", []string{"a", "1", "b", "2"}, "1 2 1"},
		{"{a}", []string{"a", "{b}", "b", "x"}, "{b}"},
		{"{c}", []string{"a", "1"}, "{c}"},
	}
	for _, tt := range tests {
		if got := text.Fill(tt.s, tt.args...); got != tt.want {
			t.Errorf("Fill(%q, %q) = %q, want %q", tt.s, tt.args, got, tt.want)
		}
	}
}

func TestPairIn(t *testing.T) {
	p := text.Pair{Ko: "가", En: "a"}
	for l, want := range map[text.Lang]string{text.Ko: "가", text.En: "a", "": "가", "fr": "가"} {
		if got := p.In(l); got != want {
			t.Errorf("In(%q) = %q, want %q", l, got, want)
		}
	}
}
