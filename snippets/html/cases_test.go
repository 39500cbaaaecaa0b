package html_test

import (
	"testing"

	"smartro-wizard/snippets/html"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

const channelKey = "channel-key-00000000-0000-0000-0000-000000000001"

func object(pairs ...any) value.Value {
	var fields []value.Field
	for i := 0; i < len(pairs); i += 2 {
		v, isValue := pairs[i+1].(value.Value)
		if !isValue {
			v = value.Text(pairs[i+1].(string))
		}
		fields = append(fields, value.Field{Key: pairs[i].(string), Value: v})
	}
	return value.ObjectOf(fields...)
}

func card() wizard.Answers {
	return wizard.Answers{
		Version: 1, Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.TypeGeneral, UserCode: "imp10000001",
		Params: object("channelKey", channelKey, "pay_method", "card", "name", "결제 테스트", "amount", value.Digits("1004"), "buyer_tel", "010-1234-5678"),
		Make: wizard.Make{
			MerchantUID:  &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "order"},
			MRedirectURL: &wizard.MakeRedirect{Path: "/payments/redirect"},
		},
	}
}

func with(change func(*wizard.Answers)) wizard.Answers {
	a := card()
	change(&a)
	return a
}

// cases are the answer sets that differ in the code they give.
var cases = []struct {
	name    string
	answers wizard.Answers
}{
	{"card-ko", card()},
	{"card-en", with(func(a *wizard.Answers) { a.Options.Locale = "en" })},
	{"card-none", with(func(a *wizard.Answers) { a.Options.Locale = "none" })},
	{"live", with(func(a *wizard.Answers) {
		a.Mode = wizard.ModeLive
		a.Params = a.Params.With("channelKey", value.Text("channel-key-00000000-0000-0000-0000-000000000002"))
	})},
	{"later", with(func(a *wizard.Answers) {
		a.UserCode = ""
		a.Params = a.Params.With("channelKey", value.Value{}).With("amount", value.Value{})
		a.Later = []string{"user_code", "channelKey", "amount", "buyer_email", "language", "custom_data", "bypass.cashReceiptType"}
		a.Options.Locale = "none"
	})},
	{"server-order", with(func(a *wizard.Answers) { a.Make.MerchantUID.From = wizard.FromServer })},
	{"order-later", with(func(a *wizard.Answers) {
		a.Make.MerchantUID = nil
		a.Later = []string{"merchant_uid"}
	})},
	{"sub-store", with(func(a *wizard.Answers) { a.TierCode = "001" })},
	{"fixed", with(func(a *wizard.Answers) {
		a.Make = wizard.Make{}
		a.Params = a.Params.With("merchant_uid", value.Text("springsale20261121")).With("m_redirect_url", value.Text("https://shop.example.com/완료?a=1&b=2"))
	})},
	{"extras", with(func(a *wizard.Answers) {
		a.Params = a.Params.With("period", object("from", "20261121", "to", "20261220")).
			With("tax_free", value.Digits("0")).
			With("notice_url", value.ListOf(value.Text("https://shop.example.com/hook"), value.Text("https://backup.example.com/hook"))).
			With("custom_data", object("cart", value.ListOf(object("sku", "스웨터-01", "qty", value.Digits("2")), object("sku", "목도리", "qty", value.Digits("1"))), "__proto__", object("x", value.Nothing()))).
			With("bypass", object("cashReceiptType", "personal", "customerIdentifier", "01012345678",
				"smartro_v2", object("GoodsCnt", value.Digits("2"), "SkinColor", "BLUE"), "unknown-key", value.Truth(true)))
	})},
	{"term", with(func(a *wizard.Answers) { a.Make.Period = &wizard.MakePeriod{Days: 30} })},
}

func write(t testing.TB, a wizard.Answers) plan.Output {
	t.Helper()
	p, err := plan.New(a)
	if err != nil {
		t.Fatal(err)
	}
	out, err := html.Write(p)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func body(t testing.TB, a wizard.Answers) string { return write(t, a).Files[0].Body }
