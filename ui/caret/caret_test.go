package caret_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"smartro-wizard/ui/caret"
)

func TestExtract(t *testing.T) {
	tests := []struct {
		name, view, want string
		pos              *tea.Position
	}{
		{"no mark", "가나\n다", "가나\n다", nil},
		{"first cell", caret.Mark + "가", "가", &tea.Position{}},
		{"after wide cells", "abc\n> 홍길동" + caret.Mark + " |", "abc\n> 홍길동 |", &tea.Position{X: 8, Y: 1}},
		{"colours count nothing", "\x1b[31m가\x1b[m" + caret.Mark, "\x1b[31m가\x1b[m", &tea.Position{X: 2}},
		{"the first of two", "a" + caret.Mark + "b" + caret.Mark, "ab", &tea.Position{X: 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, pos := caret.Extract(tt.view)
			if got != tt.want {
				t.Errorf("view = %q, want %q", got, tt.want)
			}
			if (pos == nil) != (tt.pos == nil) || pos != nil && *pos != *tt.pos {
				t.Errorf("position = %v, want %v", pos, tt.pos)
			}
		})
	}
}

func TestMarkHasNoWidth(t *testing.T) {
	if w := lipgloss.Width("가" + caret.Mark + "나"); w != 4 {
		t.Errorf("width with a mark = %d, want 4", w)
	}
}
