package sample

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

const (
	general  = wizard.TypeGeneral
	escrow   = wizard.TypeEscrow
	billing  = wizard.TypeBilling
	overseas = wizard.TypeOverseas
)

// in is a part of the catalogue by types and pay methods, of the new module
// unless of says otherwise.
func in(types []wizard.Type, methods ...wizard.PayMethod) wizard.Part {
	return wizard.Part{Modules: []wizard.Module{wizard.ModuleNew}, Types: types, PayMethods: methods}
}

func types(t ...wizard.Type) []wizard.Type { return t }

var (
	newModule = in(nil)
	oldModule = wizard.Part{Modules: []wizard.Module{wizard.ModuleOld}}
	cards     = in(types(general, overseas), "card")
	easyPay   = in(types(general), "lpay", "kakaopay", "naverpay", "payco", "pinpay")
	windows   = wizard.Part{Types: types(general, escrow, overseas)}
)

// Breaks are all ways to break answers, one or more for each rule that answers
// can break.
func Breaks() []Break {
	return slices.Concat(setupBreaks, selectorBreaks, orderBreaks, buyerBreaks, noticeBreaks, dateBreaks, strayBreaks,
		cardBreaks, methodBreaks, receiptBreaks, bypassBreaks)
}

var setupBreaks = []Break{
	{Rule: "module-supports-type", part: in(types(escrow, billing, overseas)), Also: []string{"pay-method-allowed-smartro", "pg-value-matches-module"},
		apply: func(b *breaker) bool { b.a.Module = wizard.ModuleOld; return true }},
	{Rule: "api-type-not-in-v1", part: newModule, apply: func(b *breaker) bool {
		b.a.Type = []wizard.Type{wizard.TypeAPIKeyin, wizard.TypeAPIRecurring}[b.IntN(2)]
		return true
	}},
	{Rule: "imp-init-user-code", apply: func(b *breaker) bool {
		b.a.UserCode = []string{"imp123", "store-1", " imp12345678", "IMP12345678"}[b.IntN(4)]
		return true
	}},
	{Rule: "imp-agency-tier-code", apply: func(b *breaker) bool {
		b.a.TierCode = []string{"a01", "01", "0012", "00-"}[b.IntN(4)]
		return true
	}},
}

var selectorBreaks = []Break{
	{Rule: "channel-key-required", apply: each(none("channelKey"), none("channelGroupId"), none("pg"))},
	{Rule: "channel-selector-exactly-one", part: newModule, Also: []string{"pg-param-deprecated"},
		apply: each(sent("channelKey"), text("pg", "smartro_v2"))},
	{Rule: "channel-key-format", apply: each(sent("channelKey"), one(text("channelKey", "channel-key-1"), text("channelKey", "imp12345678"), number("channelKey", "1")))},
	{Rule: "pg-value-matches-module", part: newModule, Also: []string{"pg-param-deprecated", "channel-selector-exactly-one"}, apply: one(text("pg", "smartro"), text("pg", "smartro.t_1"), text("pg", "smartro-v2"))},
	{Rule: "pg-value-matches-module", part: oldModule, Also: []string{"pg-param-deprecated", "channel-selector-exactly-one"}, apply: text("pg", "smartro_v2.t_1")},
	{Rule: "pg-param-deprecated", part: oldModule, apply: each(none("channelKey"), none("channelGroupId"), text("pg", "smartro"))},
}

var orderBreaks = []Break{
	{Rule: "merchant-uid-required", apply: one(none("merchant_uid"), text("merchant_uid", " "))},
	{Rule: "merchant-uid-charset", part: newModule, apply: one(text("merchant_uid", "order_1"), text("merchant_uid", "order-1"), text("merchant_uid", "주문1"))},
	{Rule: "merchant-uid-length", apply: long("merchant_uid", 40)},
	{Rule: "merchant-uid-uuid-hyphen", part: newModule, apply: func(b *breaker) bool {
		b.forget("merchant_uid")
		b.a.Make.MerchantUID = &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: []string{"payment-", "ordernumber", "주문"}[b.IntN(3)]}
		return true
	}},
	{Rule: "name-required", apply: one(none("name"), text("name", ""))},
	{Rule: "name-length", apply: long("name", 40)},
	{Rule: "amount-number-type", apply: one(text("amount", "1004"), none("amount"), truth("amount", true))},
	{Rule: "amount-positive", Also: []string{"tax-free-range", "card-direct-quota-min-amount"}, apply: one(number("amount", "0"), number("amount", "-1000"))},
	{Rule: "amount-decimals", part: newModule, Also: []string{"amount-krw-integer", "tax-free-range", "card-direct-quota-min-amount"}, apply: number("amount", "1004.125")},
	{Rule: "amount-krw-integer", Also: []string{"tax-free-range", "card-direct-quota-min-amount"}, apply: number("amount", "1004.5")},
	{Rule: "tax-free-range", part: newModule, apply: one(number("tax_free", "2000001"), number("tax_free", "-1"), text("tax_free", "0"))},
}

var buyerBreaks = []Break{
	{Rule: "buyer-tel-required", part: in(types(general, escrow, overseas)), apply: none("buyer_tel")},
	{Rule: "buyer-tel-recommended", part: in(types(billing)), apply: none("buyer_tel")},
	{Rule: "buyer-tel-recommended", part: oldModule, apply: none("buyer_tel")},
	{Rule: "buyer-tel-format", apply: one(text("buyer_tel", "1234"), text("buyer_tel", "+82 10 1234 5678"), number("buyer_tel", "1012"))},
	{Rule: "buyer-name-length", apply: long("buyer_name", 16)},
	{Rule: "buyer-email-format", apply: one(text("buyer_email", "nobody"), long("buyer_email", 60))},
	{Rule: "buyer-addr-postcode-length", part: windows, apply: one(long("buyer_postcode", 8), long("buyer_addr", 128))},
	{Rule: "easypay-customer-id-required", part: easyPay, apply: none("customer_id")},
	{Rule: "billing-customer-id-required", part: in(types(billing)), apply: none("customer_id")},
	{Rule: "customer-id-length", part: in(types(general, billing), "card", "lpay", "kakaopay", "naverpay", "payco", "pinpay"), apply: long("customer_id", 20)},
	{Rule: "customer-id-charset", part: in(types(general, billing), "card", "lpay", "kakaopay", "naverpay", "payco", "pinpay"), apply: text("customer_id", "user@1")},
	{Rule: "billing-customer-uid-required", part: in(types(billing)), apply: none("customer_uid")},
	{Rule: "billing-customer-uid-length", part: in(types(billing)), apply: long("customer_uid", 80)},
	{Rule: "customer-uid-turns-into-billing", part: in(types(general, escrow, overseas)), apply: text("customer_uid", "card1")},
}

var noticeBreaks = []Break{
	{Rule: "m-redirect-url-mobile", part: windows, apply: none("m_redirect_url")},
	{Rule: "m-redirect-url-billing", part: in(types(billing)), apply: none("m_redirect_url")},
	{Rule: "m-redirect-url-absolute", apply: one(text("m_redirect_url", "/payments/redirect"), text("m_redirect_url", "shop.example.com"))},
	{Rule: "notice-url-public", apply: one(text("notice_url", "http://localhost:8080/hook"), text("notice_url", "http://192.168.0.1/"), text("notice_url", "/hook"),
		func(b *breaker) bool {
			return b.set("notice_url", value.ListOf(value.Text("https://shop.example.com"), value.Text("http://127.0.0.1")))
		})},
	{Rule: "custom-data-json", apply: text("custom_data", "cart")},
}

var dateBreaks = []Break{
	{Rule: "period-both-dates", part: windows, apply: each(none("period"), one(text("period.from", "20991201"), text("period.to", "20991201")))},
	{Rule: "period-format", part: windows, apply: each(text("period.from", "2099-12-01"), text("period.to", "20991231"))},
	{Rule: "period-order", part: windows, apply: each(text("period.from", "20991231"), text("period.to", "20991201"))},
	{Rule: "vbank-due-required", part: in(types(general, escrow), "vbank"), apply: none("vbank_due")},
	{Rule: "vbank-due-format", part: in(types(general, escrow), "vbank"), apply: one(text("vbank_due", "2099/12/31"), text("vbank_due", "209912311200"), text("vbank_due", "내일"))},
	{Rule: "vbank-due-valid-future", part: wizard.Part{Types: types(general, escrow), PayMethods: []wizard.PayMethod{"vbank"}}, apply: one(text("vbank_due", "20200101"), text("vbank_due", "20990230"))},
	{Rule: "vbank-due-time-ignored", part: in(types(general, escrow), "vbank"), apply: one(text("vbank_due", "20991231120000"), text("vbank_due", "2099-12-31 12:00:00"))},
}
