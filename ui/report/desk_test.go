package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard/text"
)

const pasted = `<script src="https://cdn.iamport.kr/js/iamport.payment-1.2.0.js"></script>
<script>
	var 상품 = { 이름: '노르웨이 회전 의자', 값: "1,000" };
	function 결제(회원) {
		IMP.request_pay({ /* 결제 */ pg: 'html5_inicis', pay_method: 'card', merchant_uid: '주문_' + 회원.번호,
			name: 상품.이름, amount: 상품.값, buyer_tel: 회원.전화 || '' }, function (결과) { if (결과.success) { 완료(결과.imp_uid) } });
	}
</script>
`

func TestDeskAsSeen(t *testing.T) {
	for _, l := range text.Langs {
		r, err := lint.Read("결제.html", []byte(pasted), lint.Options{Lang: l, Today: "2026-11-21"})
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{40, 80} {
			name := fmt.Sprintf("desk-%s-%d", l, width)
			t.Run(name, func(t *testing.T) {
				var b strings.Builder
				if err := Desk(&b, r, Options{Lang: l, Width: width}); err != nil {
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
