package snippets_test

import (
	"testing"

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

// named are answers with a name.
type named struct {
	name    string
	answers wizard.Answers
}

// cases are the answer sets that differ in the code they give.
var cases = []named{
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
	{"vbank", with(func(a *wizard.Answers) {
		a.Params = a.Params.With("pay_method", value.Text("vbank"))
		a.Make.VbankDue = &wizard.MakeVbankDue{Days: 3}
	})},
	{"cash-receipt", with(func(a *wizard.Answers) {
		a.Params = a.Params.With("pay_method", value.Text("trans")).With("bypass", object("cashReceiptType", "personal", "customerIdentifier", "01012345678"))
	})},
	{"phone", with(func(a *wizard.Answers) {
		a.Params = a.Params.With("pay_method", value.Text("phone")).With("digital", value.Truth(true))
	})},
	{"easy-pay", with(func(a *wizard.Answers) {
		a.Params = a.Params.With("pay_method", value.Text("kakaopay")).With("customer_id", value.Text("user1001"))
	})},
	{"direct", with(func(a *wizard.Answers) {
		a.Params = a.Params.With("amount", value.Digits("50000")).With("card", object("direct", object("code", "361", "quota", value.Digits("5"))))
	})},
	{"escrow", with(func(a *wizard.Answers) { a.Type = wizard.TypeEscrow })},
	{"overseas", with(func(a *wizard.Answers) {
		a.Type = wizard.TypeOverseas
		a.Params = a.Params.With("pay_method", value.Value{})
	})},
	{"billing", with(func(a *wizard.Answers) {
		a.Type = wizard.TypeBilling
		a.Params = a.Params.With("pay_method", value.Value{}).With("customer_uid", value.Text("user1001card1")).With("customer_id", value.Text("user1001")).
			With("bypass", object("smartro_v2", object("SkinColor", "BLUE", "IsPwdPass", "Y")))
	})},
	{"old-module", with(func(a *wizard.Answers) { a.Module = wizard.ModuleOld })},
	{"group", with(func(a *wizard.Answers) {
		a.Params = a.Params.With("channelKey", value.Value{}).With("channelGroupId", value.Text("channel-group-test-00000000-0000-0000-0000-000000000000"))
	})},
	{"pg", with(func(a *wizard.Answers) {
		a.Params = a.Params.With("channelKey", value.Value{}).With("pg", value.Text("smartro_v2.t_2302141m"))
	})},
	{"insert", with(func(a *wizard.Answers) { a.Options.Page = wizard.PageV1 })},
	{"es5", with(func(a *wizard.Answers) { a.Options.Syntax = wizard.SyntaxES5 })},
	{"es5-server-order", with(func(a *wizard.Answers) {
		a.Options.Syntax = wizard.SyntaxES5
		a.Make.MerchantUID.From = wizard.FromServer
	})},
	{"es5-vbank", with(func(a *wizard.Answers) {
		a.Options.Syntax = wizard.SyntaxES5
		a.Params = a.Params.With("pay_method", value.Text("vbank"))
		a.Make.VbankDue, a.Make.Period = &wizard.MakeVbankDue{Days: 7}, &wizard.MakePeriod{Days: 30}
	})},
	{"es5-insert", with(func(a *wizard.Answers) { a.Options.Syntax, a.Options.Page = wizard.SyntaxES5, wizard.PageV1 })},
	{"euc-kr", with(func(a *wizard.Answers) { a.Options.Encoding = wizard.EncodingEUCKR })},
	{"euc-kr-es5", with(func(a *wizard.Answers) {
		a.Options.Encoding, a.Options.Syntax = wizard.EncodingEUCKR, wizard.SyntaxES5
	})},
}

// caseOf is the case with that name.
func caseOf(t testing.TB, name string) wizard.Answers {
	t.Helper()
	for _, c := range pageCases {
		if c.name == name {
			return c.answers
		}
	}
	t.Fatalf("there is no case %s", name)
	return wizard.Answers{}
}

// all tells apart what runs in its own way: every target, and the two that
// have ES5 once more. Cases that begin with es5 run as they are.
func all(t *testing.T, a wizard.Answers, run func(t *testing.T, a wizard.Answers, target string)) {
	for _, target := range targets {
		t.Run(target, func(t *testing.T) { run(t, a, target) })
	}
	a.Options.Syntax = wizard.SyntaxES5
	for _, target := range []string{"html", "js"} {
		t.Run(target+"-es5", func(t *testing.T) { run(t, a, target) })
	}
}
