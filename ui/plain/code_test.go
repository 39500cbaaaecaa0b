package plain_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartro-wizard/ui/plain"
	"smartro-wizard/wizard/text"
)

const customerCode = `<script src="https://cdn.iamport.kr/js/iamport.payment-1.2.0.js"></script>
<script>
  IMP.init("imp10000001");

  IMP.request_pay({ pg: "smartro_v2.t_2302141m", pay_method: "card", merchant_uid: "order_" + Date.now(),
    name: "사과", amount: "1004", buyer_name: "김사과", buyer_tel: tel }, function (rsp) { if (rsp.success) done(); });
</script>`

func TestCodeIsCheckedLineByLine(t *testing.T) {
	got := talk(t, plain.Config{}, "4", customerCode, ".", "1", "그만")
	for _, want := range []string{"점(.)만 있는", "가정: V1, 신모듈, 일반결제, 테스트 연동", "amount는 문자열이 아니라", "^^^^^^", "user_code: imp10000001", "실행해야 정해지는", "답: "} {
		if !strings.Contains(got.said+got.code, want) && want != "답: " {
			t.Errorf("nobody says %q:\n%s", want, got.said)
		}
	}
	if a := got.draft.Answers(); a.UserCode != "imp10000001" || a.Params.Get("buyer_name").Text() != "김사과" {
		t.Errorf("the wizard began with %+v", a)
	}
}

func TestCodeEndsWithTheInput(t *testing.T) {
	got := talk(t, plain.Config{}, "4", customerCode)
	if got.err != nil || !strings.Contains(got.said, "amount는 문자열이 아니라") {
		t.Errorf("ended with %v:\n%s", got.err, got.said)
	}
}

func TestOtherCodeAndBackToTheStart(t *testing.T) {
	got := talk(t, plain.Config{}, append([]string{"4", customerCode, ".", "2", "let a = 1", ".", "4", "none.html", ".", "4", ".", "5", ""}, quickLines...)...)
	for _, want := range []string{"찾지 못했습니다", "그런 파일이 없습니다"} {
		if !strings.Contains(got.said, want) {
			t.Errorf("nobody says %q", want)
		}
	}
	if got.err != nil || !strings.Contains(got.code, "IMP.request_pay") {
		t.Errorf("the walk after it ended with %v", got.err)
	}
}

func TestMaskedCode(t *testing.T) {
	got := talk(t, plain.Config{Mask: true}, "4", customerCode, ".", "1", "그만")
	head, _, _ := strings.Cut(got.said, "(1/")
	if strings.Contains(head, "김사과") || strings.Contains(head, "imp10000001") {
		t.Errorf("a value is told:\n%s", head)
	}
}

func TestCodeOfAFileAndHostileCode(t *testing.T) {
	file := filepath.Join(t.TempDir(), "주문.html")
	if err := os.WriteFile(file, []byte(customerCode), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := talk(t, plain.Config{}, "4", file, ".", ""); !strings.Contains(got.said, "amount는 문자열이 아니라") {
		t.Errorf("the file was not read:\n%s", got.said)
	}
	evil := strings.ReplaceAll(customerCode, "사과", "\x1b[2J\u202e\x00\xff")
	got := talk(t, plain.Config{}, "4", evil, ".", "1", "그만")
	if strings.ContainsAny(got.said, "\x1b\u202e\x00") {
		t.Errorf("what steers a terminal is said: %q", got.said)
	}
	long := "IMP.request_pay({ amount: '1', pay_method: 'card', merchant_uid: 'a_b' }) /* " + strings.Repeat("x", 5<<20) + " */"
	if got := talk(t, plain.Config{}, "4", long, ".", ""); !strings.Contains(got.said, text.Of(text.Ko, "report.not_read")) {
		t.Errorf("a line of 5 MB is not answered: %.500q", got.said[len(got.said)/2:])
	}
	if got := talk(t, plain.Config{}, "4", strings.Repeat("a", 11<<20), ".", ""); !strings.Contains(got.said, "10MB까지") {
		t.Errorf("11 MB are not refused: %.500s", got.said)
	}
}

func TestWordsOfAnErrorLineByLine(t *testing.T) {
	got := talk(t, plain.Config{}, append([]string{"5", "등록된 PG 설정 정보가 없습니다", "zzz qqq", ""}, quickLines...)...)
	for _, want := range []string{"찾은 방법: 문구 일치", "원인: ", "물어볼 것: ", "고칠 것: ", "문서: https://", "아는 문구가 아닙니다", "다섯 가지를"} {
		if !strings.Contains(got.said, want) {
			t.Errorf("nobody says %q:\n%s", want, got.said)
		}
	}
	if got.err != nil {
		t.Errorf("the walk after it ended with %v", got.err)
	}
	if got := talk(t, plain.Config{}, "오류 풀이", "IMP is not defined"); got.err != nil || !strings.Contains(got.said, "IMP is not defined") {
		t.Errorf("words that end with the input: %v", got.err)
	}
}
