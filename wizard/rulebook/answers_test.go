package rulebook

import (
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// TestQuickStartIsClean: three inputs and the defaults around them break no rule.
func TestQuickStartIsClean(t *testing.T) {
	a := wizard.Answers{
		Version: wizard.AnswersVersion, Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.TypeGeneral,
		UserCode: "imp10000001",
		Params: value.ObjectOf(
			value.Field{Key: "channelKey", Value: value.Text("channel-key-00000000-0000-0000-0000-000000000000")},
			value.Field{Key: "pay_method", Value: value.Text("card")},
			value.Field{Key: "name", Value: value.Text("결제 테스트")},
			value.Field{Key: "amount", Value: value.Digits("1004")},
			value.Field{Key: "buyer_tel", Value: value.Text("010-1234-5678")},
		),
		Make: wizard.Make{
			MerchantUID:  &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "order"},
			MRedirectURL: &wizard.MakeRedirect{Path: "/payments/redirect"},
		},
	}
	if findings := Judge(a.Case("2026-11-21"), text.Ko); len(findings) > 0 {
		t.Errorf("findings:%s", say(findings))
	}
	a.Make.MerchantUID.Prefix = "payment-2"
	if got := ids(Judge(a.Case("2026-11-21"), text.Ko)); len(got) != 1 || got[0] != "merchant-uid-uuid-hyphen" {
		t.Errorf("a prefix that does not fit: %v", got)
	}
}

// TestOpenAnswersAreNoErrors: what is left for later is said, and stops nothing.
func TestOpenAnswersAreNoErrors(t *testing.T) {
	a := wizard.Answers{
		Version: wizard.AnswersVersion, Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.TypeGeneral,
		Params: value.ObjectOf(value.Field{Key: "pay_method", Value: value.Text("card")}),
		Later:  []string{"user_code", "channelKey", "merchant_uid", "name", "amount", "buyer_tel", "m_redirect_url"},
	}
	findings := Judge(a.Case("2026-11-21"), text.Ko)
	r := wizard.ReportOf(findings)
	if r.Summary.Later != 6 || r.Summary.Errors+r.Summary.Warnings+r.Summary.Unknown > 0 {
		t.Errorf("summary %+v:%s", r.Summary, say(findings))
	}
}
