package report

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/wizard"
)

func TestCaretsStandUnderThePlace(t *testing.T) {
	tests := []struct {
		name, line  string
		column, end int
		width       int
		want        string
	}{
		{"plain", `  a: "x",`, 6, 9, 60, "7 | a: \"x\",\n  |    ^^^"},
		{"behind Hangul", `이름: "값", 금액: "1"`, 14, 17, 60, "7 | 이름: \"값\", 금액: \"1\"\n  |                   ^^^"},
		{"under Hangul", `이름: "값값"`, 5, 9, 60, "7 | 이름: \"값값\"\n  |       ^^^^^^"},
		{"tabs", "\t\ta:\t\"x\"", 6, 9, 60, "7 | a:    \"x\"\n  |       ^^^"},
		{"a place without length", "abc", 2, 2, 60, "7 | abc\n  |  ^"},
		{"the end of the line", "abc", 4, 4, 60, "7 | abc\n  |    ^"},
		{"past the end", "abc", 99, 120, 60, "7 | abc\n  |    ^"},
		{"an escape code", "a\x1b[2J\u202e b", 7, 8, 60, "7 | a^[[2J\\u202e b\n  |             ^"},
		{"far to the right", strings.Repeat("가", 100) + `"값"`, 101, 104, 40, "7 | ...가가가가가가가가가가가가가가\"값\"\n  |                                ^^^^"},
		{"a place that is too long", `a: "` + strings.Repeat("가", 100) + `"`, 4, 106, 40, "7 | a: \"" + strings.Repeat("가", 16) + "\n  |    " + strings.Repeat("^", 33)},
		{"a secret", `imp_key: "7234567890123456"`, 10, 28, 60, "7 | imp_key: \"***\"\n  |          ^^^^^"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			lines := Code(tt.line, wizard.Finding{Line: 7, EndLine: 7, Column: tt.column, EndColumn: tt.end}, tt.width)
			if got := strings.Join(lines, "\n"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			for _, l := range lines {
				if ansi.StringWidth(l) > tt.width {
					t.Errorf("%d cells of %d: %s", ansi.StringWidth(l), tt.width, l)
				}
			}
		})
	}
}

func TestAPlaceOfSeveralLinesIsMarkedToTheEnd(t *testing.T) {
	if got := strings.Join(Code("f({ // 열기", wizard.Finding{Line: 12, Column: 3, EndLine: 14, EndColumn: 2}, 40), "\n"); got != "12 | f({ // 열기\n   |   ^^^^^^^^^" {
		t.Errorf("got\n%s", got)
	}
}
