package layout_test

import (
	"testing"

	"smartro-wizard/snippets/layout"
)

func TestFold(t *testing.T) {
	style := layout.Style{Width: 12, Indent: "  "}
	list := func(parts ...layout.Doc) layout.Doc {
		return style.Fold(layout.Doc{Open: "[", Close: "]", Parts: parts})
	}
	one, long := layout.Doc{Flat: "1"}, layout.Doc{Before: "k: ", Flat: `"1234567890"`}
	tests := []struct {
		name string
		in   layout.Doc
		want string
	}{
		{"nothing", list(), "[]"},
		{"what fits stands on one line", list(one, one), "[1, 1]"},
		{"blanks within", style.Fold(layout.Doc{Open: "{", Close: "}", Inside: " ", Parts: []layout.Doc{one}}), "{ 1 }"},
		{"what does not takes a line each", list(one, list(long), list(one)), "[\n  1,\n  [\n    k: \"1234567890\",\n  ],\n  [1],\n]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := style.Code(tt.in); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
