//go:build e2e

package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const storeID = "store-00000000-0000-4000-8000-000000000001"

// inV2 is a walk of the whole flow in V2: changed are the steps that a way of
// paying takes otherwise, by what they wait for; nil leaves one out.
func inV2(changed map[string][]step) []step {
	usual := slices.Clone(guided)
	for i, s := range usual {
		switch s.sees {
		case "포트원 버전을":
			usual[i].keys = []string{"Down", "Enter"}
		case "고객사 식별코드를":
			usual[i] = step{"상점아이디(Store ID)를", nil, storeID}
		}
	}
	var steps []step
	for _, s := range usual {
		if instead, ok := changed[s.sees]; ok {
			steps = append(steps, instead...)
		} else {
			steps = append(steps, s)
		}
	}
	return steps
}

// Card, virtual account and a registered card in V2, from the first screen to
// the result with its code and its letter.
func TestWalksOfV2(t *testing.T) {
	for _, c := range []struct {
		name, crumb string
		changed     map[string][]step
		code        []string
		letter      string
	}{
		{"card", "신용카드 > V2", nil, []string{"PortOne.requestPayment", "payMethod: \"CARD\""}, "api.portone.io/payments/"},
		{"virtual account", "가상계좌 > V2", map[string][]step{
			"결제수단을":    {{sees: "결제수단을", keys: []string{"Down", "Down", "Enter"}}},
			"이메일을":     {{"이메일을", nil, "test@portone.io"}, {sees: "입금기한을", keys: []string{"Enter"}}},
			"더 필요한 것만": {{sees: "더 필요한 것만", keys: []string{"Space", "Enter"}}, {sees: "계좌를 발급할 은행을", keys: []string{"Down", "Enter"}}, {sees: "현금영수증 종류를", keys: []string{"Down", "Down", "Down", "Enter"}}},
		}, []string{"PortOne.requestPayment", "VIRTUAL_ACCOUNT", "accountExpiry", "cashReceiptType"}, "VIRTUAL_ACCOUNT_ISSUED"},
		{"billing", "정기결제 > 신용카드 > V2", map[string][]step{
			"결제방식을": {{sees: "결제방식을", keys: []string{"Down", "Enter"}}, {sees: "정기결제용 MID를", keys: []string{"Enter"}}},
			"결제수단을": nil,
			"이메일을":  {{"이메일을", nil, "test@portone.io"}, {"구매자 식별자(customerId)를", nil, "user1001"}},
		}, []string{"PortOne.requestIssueBillingKey", "billingKeyMethod", "issueId"}, "api.portone.io/billing-keys/"},
	} {
		for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}} {
			t.Run(fmt.Sprintf("%s %dx%d", c.name, size[0], size[1]), func(t *testing.T) {
				t.Parallel()
				p := start(t, flavour{}, size[0], size[1], folder(t))
				walk(p, inV2(c.changed), "")
				checkRows(t, p, size[0])
				if size[0] < 80 {
					return
				}
				p.WaitFor(c.crumb)
				seen := p.Screen()
				for range 30 { // the code is longer than the pane
					if missing(seen, c.code) == "" {
						break
					}
					p.Keys("PageDown")
					p.Rest()
					seen += p.Screen()
				}
				if what := missing(seen, c.code); what != "" {
					t.Errorf("the code does not show %s:\n%s", what, seen)
				}
				p.Keys("4")
				p.WaitFor("서버")
				p.WaitFor(c.letter)
				checkRows(t, p, size[0])
				if screen := p.Screen(); strings.Contains(screen, "imp_uid") || strings.Contains(screen, "merchant_uid") {
					t.Errorf("the letter speaks of V1:\n%s", screen)
				}
			})
		}
	}
}

func missing(screen string, words []string) string {
	for _, w := range words {
		if !strings.Contains(screen, w) {
			return w
		}
	}
	return ""
}
