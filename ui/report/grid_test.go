package report_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/ui/report"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

func TestGrid(t *testing.T) {
	table := [][]string{{"#", "할 일", "expect"}, {"1", "결제", "콜백에 error_code가 없습니다. 주문이 완료됩니다."}, {"10", "twice", "https://example.com/" + strings.Repeat("x", 60)}}
	tests := []struct {
		name  string
		width int
		want  string
	}{
		{"wide enough", 120, strings.Join([]string{
			"#   할 일  expect",
			"--  -----  --------------------------------------------------------------------------------",
			"1   결제   콜백에 error_code가 없습니다. 주문이 완료됩니다.",
			"10  twice  https://example.com/" + strings.Repeat("x", 60)}, "\n")},
		{"cells wrap, and a long word breaks", 56, strings.Join([]string{
			"#   할 일  expect",
			"--  -----  ---------------------------------------------",
			"1   결제   콜백에 error_code가 없습니다. 주문이",
			"           완료됩니다.",
			"10  twice  https://example.com/" + strings.Repeat("x", 25),
			"           " + strings.Repeat("x", 35)}, "\n")},
		{"a list where there is no room", 40, strings.Join([]string{
			"1 결제",
			"  expect: 콜백에 error_code가 없습니다.",
			"  주문이 완료됩니다.",
			"10 twice",
			"  expect:",
			"  https://example.com/" + strings.Repeat("x", 18),
			"  " + strings.Repeat("x", 38),
			"  " + strings.Repeat("x", 4)}, "\n")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := strings.Join(report.Grid(table, tt.width), "\n"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
	if report.Grid(nil, 80) != nil {
		t.Error("no table has lines")
	}
}

func TestGridOfTheResultsTables(t *testing.T) {
	for _, ch := range wizard.Channels() {
		for _, m := range ch.PayMethods {
			a := wizard.Answers{Mode: ch.Mode, Module: ch.Module, Type: ch.Type,
				Params: value.ObjectOf(value.Field{Key: "pay_method", Value: value.Text(string(m))})}
			for _, l := range text.Langs {
				for _, table := range [][][]string{handover.TestTable(handover.QA(a, l), l), handover.DifferenceTable(handover.Differences(a, l), l)} {
					for _, width := range []int{38, 60, 78, 118} {
						lines := report.Grid(table, width)
						for _, line := range lines {
							if w := ansi.StringWidth(line); w > width {
								t.Fatalf("%d cells wide, not %d: %q", w, width, line)
							}
						}
						whole := strings.Join(lines, "\n")
						for _, cells := range table[1:] {
							for _, word := range strings.Fields(strings.Join(cells, " ")) {
								if ansi.StringWidth(word) <= 8 && !strings.Contains(whole, word) {
									t.Fatalf("%q is lost", word)
								}
							}
						}
					}
				}
			}
		}
	}
}

func BenchmarkGrid(b *testing.B) {
	a := wizard.Answers{Mode: wizard.ModeTest, Module: wizard.ModuleNew, Type: wizard.TypeGeneral,
		Params: value.ObjectOf(value.Field{Key: "pay_method", Value: value.Text("card")})}
	table := handover.TestTable(handover.QA(a, text.Ko), text.Ko)
	for b.Loop() {
		report.Grid(table, 80)
	}
}
