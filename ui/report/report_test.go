package report

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

var some = []wizard.Finding{
	{Rule: "test-mode-real-withdrawal", Severity: wizard.SeverityInfo, Moment: wizard.MomentMoney, State: wizard.StateFound,
		Message: "테스트 연동도 실제로 출금됩니다.", Source: "https://developers.portone.io/opi/ko/integration/pg/v1/smartro-v2/readme"},
	{Rule: "merchant-uid-charset", Severity: wizard.SeverityWarning, Moment: wizard.MomentOpens, State: wizard.StateFound, Path: "params.merchant_uid",
		File: "answers.yaml", Line: 12, Column: 17, Value: `"order_1"`, Message: "주문번호에 _ 가 있습니다. 영문과 숫자만 쓰고, 시도할 때마다 새 번호로 만드세요.",
		Why: "스마트로는 특수문자가 있는 주문번호를 거절합니다.", Fix: "_ 를 빼세요.", Source: "https://developers.portone.io"},
	{Rule: "amount-number-type", Severity: wizard.SeverityError, Moment: wizard.MomentOpens, State: wizard.StateFound, Path: "params.amount",
		Value: "\"1,004\x1b[2J\"", Message: "결제 금액이 문자열입니다.", Fix: "따옴표와 쉼표를 빼고 숫자로 쓰세요.", Source: "https://developers.portone.io"},
	{Rule: "user-code", Severity: wizard.SeverityInfo, Moment: wizard.MomentOpens, State: wizard.StateLater, Path: "setup.user_code", Message: "고객사 식별코드를 나중에 넣습니다."},
	{Rule: "console-mid", Severity: wizard.SeverityInfo, Moment: wizard.MomentOps, State: wizard.StateUnknown, Message: "콘솔의 MID는 코드로 알 수 없습니다."},
}

func TestReportAsSeen(t *testing.T) {
	for _, l := range text.Langs {
		for _, width := range []int{40, 80} {
			name := fmt.Sprintf("%s-%d", l, width)
			t.Run(name, func(t *testing.T) {
				var b strings.Builder
				if err := Write(&b, some, Options{Lang: l, Width: width}); err != nil {
					t.Fatal(err)
				}
				for _, line := range strings.Split(b.String(), "\n") {
					if ansi.StringWidth(line) > width && !strings.Contains(line, "https://") && strings.Count(strings.TrimSpace(line), " ") > 0 {
						t.Errorf("line of %d cells: %s", ansi.StringWidth(line), line)
					}
				}
				golden(t, name+".txt", b.String())
			})
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestColourIsOnlyColour(t *testing.T) {
	var plain, coloured strings.Builder
	_ = Write(&plain, some, Options{Lang: text.Ko})
	_ = Write(&coloured, some, Options{Lang: text.Ko, Color: true})
	if strings.Contains(plain.String(), "\x1b") {
		t.Error("escape codes without colour")
	}
	if coloured.String() == plain.String() || ansi.Strip(coloured.String()) != plain.String() {
		t.Error("the coloured report does not say the same")
	}
}

func TestMaskedReportShowsNoValue(t *testing.T) {
	var b strings.Builder
	_ = Write(&b, []wizard.Finding{{Rule: "x", Moment: wizard.MomentOpens, Value: "imp12345678"}}, Options{Lang: text.Ko, Mask: true})
	if strings.Contains(b.String(), "imp12345678") || !strings.Contains(b.String(), "***") {
		t.Errorf("got\n%s", b.String())
	}
}

func TestSummaryCountsEachState(t *testing.T) {
	got := Summary(wizard.ReportOf(some).Summary, text.En)
	if want := "errors 1, warnings 1, notes 1, unknown 1, later 1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
