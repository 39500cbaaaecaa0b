package snippets_test

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

const storeID = "store-00000000-0000-4000-8000-000000000001"

func cardV2() wizard.Answers {
	return wizard.Answers{
		Version: 1, Mode: wizard.ModeTest, SDK: wizard.V2, Module: wizard.ModuleNew, Type: wizard.TypeGeneral, StoreID: storeID,
		Params: object("channelKey", channelKey, "payMethod", "CARD", "orderName", "결제 테스트", "totalAmount", value.Digits("1004"),
			"customer", object("phoneNumber", "010-1234-5678")),
		Make: wizard.Make{
			MerchantUID:  &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "order"},
			MRedirectURL: &wizard.MakeRedirect{Path: "/payments/redirect"},
		},
	}
}

func withV2(change func(*wizard.Answers)) wizard.Answers {
	a := cardV2()
	change(&a)
	return a
}

// paidBy changes the method, and what goes with it.
func paidBy(method string, pairs ...any) func(*wizard.Answers) {
	return func(a *wizard.Answers) {
		a.Params = a.Params.With("payMethod", value.Text(method))
		for _, f := range object(pairs...).Fields() {
			a.Params = a.Params.With(f.Key, f.Value)
		}
	}
}

func billingV2(a *wizard.Answers) {
	a.Type = wizard.TypeBilling
	a.Params = object("channelKey", channelKey, "issueName", "월 이용권", "customer", object("customerId", "user1001"),
		"bypass", object("smartro_v2", object("SkinColor", "BLUE", "IsPwdPass", "Y")))
	a.Make.MerchantUID = &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "card"}
}

// casesV2 are the answer sets of V2 that differ in the code they give.
var casesV2 = []named{
	{"v2-card", cardV2()},
	{"v2-card-en", withV2(func(a *wizard.Answers) { a.Options.Locale = "en" })},
	{"v2-card-none", withV2(func(a *wizard.Answers) { a.Options.Locale = "none" })},
	{"v2-later", withV2(func(a *wizard.Answers) {
		a.StoreID = ""
		a.Params = a.Params.With("channelKey", value.Value{}).With("totalAmount", value.Value{})
		a.Later = []string{"store_id", "channelKey", "totalAmount", "customer.email", "locale", "customData"}
		a.Options.Locale = "none"
	})},
	{"v2-server-order", withV2(func(a *wizard.Answers) { a.Make.MerchantUID.From = wizard.FromServer })},
	{"v2-order-later", withV2(func(a *wizard.Answers) {
		a.Make.MerchantUID = nil
		a.Later = []string{"paymentId"}
	})},
	{"v2-fixed", withV2(func(a *wizard.Answers) {
		a.Make = wizard.Make{}
		a.Params = a.Params.With("paymentId", value.Text("springsale20261121")).With("redirectUrl", value.Text("https://shop.example.com/완료?a=1&b=2"))
	})},
	{"v2-extras", withV2(func(a *wizard.Answers) {
		a.Params = a.Params.With("offerPeriod", object("range", object("from", "2026-11-21T00:00:00+09:00", "to", "2026-12-20T23:59:59+09:00"))).
			With("taxFreeAmount", value.Digits("0")).With("vatAmount", value.Digits("91")).With("locale", value.Text("EN_US")).
			With("noticeUrls", value.ListOf(value.Text("https://shop.example.com/hook"))).
			With("customData", object("cart", value.ListOf(object("sku", "스웨터-01", "qty", value.Digits("2"))), "__proto__", object("x", value.Nothing()))).
			With("customer", object("customerId", "user1001", "fullName", "홍길동", "phoneNumber", "01012345678", "email", "buyer@example.com")).
			With("bypass", object("smartro_v2", object("GoodsCnt", value.Digits("2"), "SkinColor", "BLUE")))
	})},
	{"v2-term", withV2(func(a *wizard.Answers) { a.Make.Period = &wizard.MakePeriod{Days: 30} })},
	{"v2-vbank", withV2(func(a *wizard.Answers) {
		paidBy("VIRTUAL_ACCOUNT")(a)
		a.Make.VbankDue = &wizard.MakeVbankDue{Days: 3}
	})},
	{"v2-vbank-direct", withV2(paidBy("VIRTUAL_ACCOUNT", "virtualAccount", object("accountExpiry", object("validHours", value.Digits("24")),
		"bankCode", "SHINHAN_BANK", "cashReceiptType", "PERSONAL", "customerIdentifier", "01012345678")))},
	{"v2-transfer", withV2(paidBy("TRANSFER", "transfer", object("cashReceiptType", "CORPORATE", "customerIdentifier", "1234567890")))},
	{"v2-mobile", withV2(paidBy("MOBILE", "productType", "DIGITAL"))},
	{"v2-easy-pay", withV2(paidBy("EASY_PAY", "easyPay", object("easyPayProvider", "KAKAOPAY"),
		"customer", object("customerId", "user1001", "phoneNumber", "01012345678")))},
	{"v2-direct", withV2(paidBy("CARD", "totalAmount", value.Digits("50000"),
		"card", object("cardCompany", "BC_CARD", "installment", object("monthOption", object("fixedMonth", value.Digits("5"))))))},
	{"v2-escrow", withV2(func(a *wizard.Answers) { a.Type = wizard.TypeEscrow })},
	{"v2-overseas", withV2(func(a *wizard.Answers) {
		a.Type = wizard.TypeOverseas
		a.Params = a.Params.With("payMethod", value.Value{}).With("currency", value.Text("USD"))
	})},
	{"v2-billing", withV2(billingV2)},
	{"v2-billing-server", withV2(func(a *wizard.Answers) {
		billingV2(a)
		a.Make.MerchantUID.From = wizard.FromServer
	})},
	{"v2-group", withV2(func(a *wizard.Answers) {
		a.Params = a.Params.With("channelKey", value.Value{}).With("channelGroupId", value.Text("channel-group-test-00000000-0000-0000-0000-000000000000"))
	})},
	{"v2-es5", withV2(func(a *wizard.Answers) { a.Options.Syntax = wizard.SyntaxES5 })},
	{"v2-es5-vbank", withV2(func(a *wizard.Answers) {
		paidBy("VIRTUAL_ACCOUNT")(a)
		a.Options.Syntax = wizard.SyntaxES5
		a.Make.VbankDue, a.Make.Period = &wizard.MakeVbankDue{Days: 7}, &wizard.MakePeriod{Days: 30}
	})},
	{"v2-es5-billing", withV2(func(a *wizard.Answers) {
		billingV2(a)
		a.Options.Syntax = wizard.SyntaxES5
	})},
	{"v2-euc-kr", withV2(func(a *wizard.Answers) { a.Options.Encoding = wizard.EncodingEUCKR })},
	{"v2-euc-kr-es5", withV2(func(a *wizard.Answers) {
		a.Options.Encoding, a.Options.Syntax = wizard.EncodingEUCKR, wizard.SyntaxES5
	})},
}

// pageCases are those of both versions, for what has code of both.
var pageCases = slices.Concat(cases, casesV2)
