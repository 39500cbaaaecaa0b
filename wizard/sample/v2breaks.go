package sample

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// inV2 is a part of V2's catalogue.
func inV2(types []wizard.Type, methods ...wizard.PayMethod) wizard.Part {
	return wizard.Part{Types: types, PayMethods: methods}
}

var (
	paidV2    = inV2(types(general, escrow, overseas))
	registers = inV2(types(billing))
	cardV2    = inV2(types(general), "CARD")
	accountV2 = inV2(types(general, escrow), "VIRTUAL_ACCOUNT")
	directV2  = inV2(types(general), "VIRTUAL_ACCOUNT")
	transfer  = inV2(types(general), "TRANSFER")
	easyV2    = inV2(types(general), "EASY_PAY")
	mobileV2  = inV2(types(general), "MOBILE")
	inTest    = []wizard.Mode{wizard.ModeTest}
)

const (
	months  = "card.installment.monthOption.fixedMonth"
	dueV2   = "virtualAccount.accountExpiry.dueDate"
	skips   = "cash-receipt-skips-window"
	atOnce  = "vbank-direct-skips-window"
	minimum = "card-direct-quota-min-amount"
)

// company opens one card company for a lump sum.
func company(code string) func(*breaker) bool {
	return each(number(months, "0"), text("card.cardCompany", code))
}

// bank issues an account of a bank at once.
func bank(code string) func(*breaker) bool {
	return each(none("virtualAccount.customerIdentifier"), text("virtualAccount.bankCode", code), text("virtualAccount.cashReceiptType", "ANONYMOUS"))
}

// receipt puts receipt data on a transfer; "" leaves one out.
func receipt(kind, id string) func(*breaker) bool {
	return func(b *breaker) bool {
		b.forget("transfer")
		if kind != "" {
			b.set("transfer.cashReceiptType", value.Text(kind))
		}
		if id != "" {
			b.set("transfer.customerIdentifier", value.Text(id))
		}
		return true
	}
}

// dueText types a deadline in place of the one that is there.
func dueText(s string) func(*breaker) bool {
	return each(none("vbank_due"), none("virtualAccount.accountExpiry"), text(dueV2, s))
}

// fresh takes the maker of the order number away and types one.
func typedID(path, id string) func(*breaker) bool {
	return each(none("merchant_uid"), text(path, id))
}

func prefixed(prefix string) func(*breaker) bool {
	return func(b *breaker) bool {
		b.forget("paymentId")
		b.forget("issueId")
		b.a.Make.MerchantUID = &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: prefix}
		return true
	}
}

func noReturn(b *breaker) bool { return b.forget("m_redirect_url") && b.forget("redirectUrl") }

func put(path string, v value.Value) func(*breaker) bool {
	return func(b *breaker) bool { return b.set(path, v) }
}

// BreaksV2 are all ways to break answers for V2, one or more for each rule that
// answers can break.
func BreaksV2() []Break {
	return []Break{
		{Rule: "old-module-not-in-v2", Also: []string{"module-supports-type"}, apply: func(b *breaker) bool { b.a.Module = wizard.ModuleOld; return true }},
		{Rule: "module-supports-type", part: inV2(types(escrow, billing, overseas)), Also: []string{"old-module-not-in-v2"}, apply: func(b *breaker) bool { b.a.Module = wizard.ModuleOld; return true }},
		{Rule: "channel-key-required", apply: each(none("channelKey"), none("channelGroupId"))},
		{Rule: "channel-selector-exactly-one", part: cardV2, apply: each(text("channelKey", "channel-key-00000000-0000-0000-0000-000000000000"), text("channelGroupId", "channel-group-test-00000000-0000-0000-0000-000000000000"))},
		{Rule: "channel-key-format", apply: each(sent("channelKey"), one(text("channelKey", "t_2302141m"), text("channelKey", "store-1"), number("channelKey", "1")))},
		{Rule: "store-id-format", apply: func(b *breaker) bool {
			b.a.StoreID = []string{"imp10000001", "store-1", "", "channel-key-00000000-0000-0000-0000-000000000000"}[b.IntN(4)]
			return true
		}},
		{Rule: "merchant-uid-required", part: paidV2, apply: one(each(none("merchant_uid"), none("paymentId")), typedID("paymentId", " "))},
		{Rule: "merchant-uid-charset", part: paidV2, apply: one(typedID("paymentId", "order-1"), typedID("paymentId", "주문1"))},
		{Rule: "merchant-uid-length", part: paidV2, apply: each(none("merchant_uid"), long("paymentId", 40))},
		{Rule: "merchant-uid-uuid-hyphen", part: paidV2, apply: one(prefixed("payment-"), prefixed("ordernumber"), prefixed("주문"))},
		{Rule: "issue-id-required", part: registers, apply: each(none("merchant_uid"), none("issueId"))},
		{Rule: "issue-id-charset", part: registers, Also: []string{"issue-id-length"}, apply: one(typedID("issueId", "issue-1"), prefixed("is-"))},
		{Rule: "issue-id-length", part: registers, apply: one(each(none("merchant_uid"), long("issueId", 20)), prefixed("issue"))},
		{Rule: "name-required", part: paidV2, apply: one(none("orderName"), text("orderName", ""))},
		{Rule: "name-length", part: paidV2, apply: long("orderName", 40)},
		{Rule: "amount-number-type", part: paidV2, apply: one(text("totalAmount", "1004"), none("totalAmount"), truth("totalAmount", true))},
		{Rule: "amount-positive", part: paidV2, Also: []string{"tax-free-range", minimum}, apply: one(number("totalAmount", "0"), number("totalAmount", "-1"))},
		{Rule: "amount-krw-integer", part: paidV2, Also: []string{"tax-free-range", minimum}, apply: number("totalAmount", "1004.5")},
		{Rule: "usd-amount-in-cents", part: inV2(types(overseas)), Also: []string{"tax-free-range"}, apply: each(text("currency", "USD"), number("totalAmount", "6"))},
		{Rule: "tax-free-range", part: paidV2, apply: one(number("taxFreeAmount", "2000001"), number("vatAmount", "-1"), text("taxFreeAmount", "0"))},
		{Rule: "currency-unsupported", part: paidV2, apply: one(text("currency", "JPY"), text("currency", "won"))},
		{Rule: "currency-short-literal", part: paidV2, apply: text("currency", "CURRENCY_KRW")},
		{Rule: "currency-ignored", part: inV2(types(general, escrow)), apply: text("currency", "USD")},
		{Rule: "buyer-tel-required", part: paidV2, apply: none("customer.phoneNumber")},
		{Rule: "buyer-tel-format", part: paidV2, apply: one(text("customer.phoneNumber", "1234"), text("customer.phoneNumber", "+82 10 1234 5678"))},
		{Rule: "buyer-name-length", part: paidV2, apply: long("customer.fullName", 30)},
		{Rule: "buyer-name-one-form", part: paidV2, apply: each(text("customer.fullName", "홍길동"), text("customer.lastName", "홍"))},
		{Rule: "buyer-email-format", part: paidV2, apply: one(text("customer.email", "nobody"), long("customer.email", 60))},
		{Rule: "easypay-customer-id-required", part: easyV2, apply: none("customer.customerId")},
		{Rule: "billing-customer-id-required", part: registers, apply: none("customer.customerId")},
		{Rule: "billing-customer-id-charset", part: registers, apply: text("customer.customerId", "user-1")},
		{Rule: "customer-id-charset", part: paidV2, apply: text("customer.customerId", "user-1")},
		{Rule: "customer-id-length", apply: long("customer.customerId", 20)},
		{Rule: "pay-method-allowed-smartro-v2", part: cardV2, apply: each(none("card"), one(text("payMethod", "GIFT_CERTIFICATE"), none("payMethod")))},
		{Rule: "pay-method-upper-case", part: cardV2, Also: []string{"card-direct-pair"}, apply: text("payMethod", "card")},
		{Rule: "method-object-matches", part: inV2(types(general), "MOBILE"), apply: company("BC_CARD")},
		{Rule: "easypay-provider-known", part: easyV2, apply: text("easyPay.easyPayProvider", "APPLEPAY")},
		{Rule: "easypay-provider-confirmed", part: easyV2, apply: one(text("easyPay.easyPayProvider", "SKPAY"), text("easyPay.easyPayProvider", "TOSSPAY"))},
		{Rule: "easypay-tmoney-literal", part: easyV2, apply: text("easyPay.easyPayProvider", "TMONEYPAY")},
		{Rule: "easypay-provider-recommended", part: easyV2, apply: none("easyPay.easyPayProvider")},
		{Rule: "easypay-options-ignored", part: easyV2, apply: truth("easyPay.useCardPoint", true)},
		{Rule: "card-direct-pair", part: cardV2, apply: each(none("card"), one(text("card.cardCompany", "BC_CARD"), number(months, "0")))},
		{Rule: "card-direct-code-known", part: cardV2, apply: one(company("361"), company("VISA"))},
		{Rule: "card-direct-windows-only", part: cardV2, apply: company("JEONBUK_CARD")},
		{Rule: minimum, part: cardV2, Also: []string{"tax-free-range"}, apply: each(text("card.cardCompany", "BC_CARD"), number(months, "3"), number("totalAmount", "49999"))},
		{Rule: "month-option-one-key", part: cardV2, Also: []string{"display-card-quota-unsupported"}, apply: each(company("BC_CARD"), list("card.installment.monthOption.availableMonthList"))},
		{Rule: "display-card-quota-unsupported", part: cardV2, apply: each(none("card"), list("card.installment.monthOption.availableMonthList"))},
		{Rule: "card-detail-unsupported", part: cardV2, apply: list("card.installment.freeInstallmentPlans")},
		{Rule: "use-card-point-unsupported", part: cardV2, apply: truth("card.useCardPoint", true)},
		{Rule: "test-kb-kakaobank-card", part: wizard.Part{Types: types(general), PayMethods: cardV2.PayMethods, Modes: inTest}, apply: company("KOOKMIN_CARD")},
		{Rule: "vbank-due-required", part: accountV2, apply: each(none("vbank_due"), none("virtualAccount.accountExpiry"))},
		{Rule: "vbank-expiry-one-form", part: accountV2, apply: each(dueText("2099-12-31"), number("virtualAccount.accountExpiry.validHours", "1"))},
		{Rule: "vbank-due-format", part: accountV2, apply: one(dueText("31/12/2099"), dueText("내일"), dueText("2099-12-31T23:59:59+09:00"))},
		{Rule: "vbank-due-valid-future", part: accountV2, apply: one(dueText("2020-01-01"), dueText("2099-02-30"))},
		{Rule: "vbank-due-time-ignored", part: accountV2, apply: dueText("2099-12-31 10:00:00")},
		{Rule: "vbank-bank-known", part: directV2, Also: []string{atOnce}, apply: bank("TOSS_BANK")},
		{Rule: "vbank-direct-pair", part: directV2, Also: []string{atOnce}, apply: each(bank("SHINHAN_BANK"), none("virtualAccount.cashReceiptType"))},
		{Rule: atOnce, part: directV2, apply: bank("SHINHAN_BANK")},
		{Rule: "vbank-fixed-account", part: directV2, apply: text("virtualAccount.fixedOption.pgAccountId", "a")},
		{Rule: "test-vbank-banks", part: wizard.Part{Types: types(general), PayMethods: directV2.PayMethods, Modes: inTest}, Also: []string{atOnce}, apply: bank("K_BANK")},
		{Rule: "cash-receipt-type-enum", part: transfer, Also: []string{skips}, apply: receipt("NO_RECEIPT", "")},
		{Rule: "cash-receipt-identifier-required", part: transfer, Also: []string{skips}, apply: receipt("PERSONAL", "")},
		{Rule: "cash-receipt-identifier-forbidden", part: transfer, Also: []string{skips}, apply: one(receipt("ANONYMOUS", "01012345678"), receipt("", "01012345678"))},
		{Rule: "cash-receipt-corporate-format", part: transfer, Also: []string{skips}, apply: receipt("CORPORATE", "01012345678")},
		{Rule: "cash-receipt-personal-format", part: transfer, Also: []string{skips}, apply: receipt("PERSONAL", "abc")},
		{Rule: skips, part: transfer, apply: receipt("ANONYMOUS", "")},
		{Rule: "escrow-trans-no-cash-receipt", part: inV2(types(escrow), "TRANSFER"), apply: receipt("ANONYMOUS", "")},
		{Rule: "escrow-required", part: inV2(types(escrow)), apply: one(truth("isEscrow", false), text("isEscrow", "true"))},
		{Rule: "escrow-pay-methods", part: inV2(types(escrow), "CARD"), apply: one(text("payMethod", "PAYPAL"), none("payMethod"))},
		{Rule: "escrow-no-card-direct", part: inV2(types(escrow), "CARD"), apply: company("BC_CARD")},
		{Rule: "escrow-no-vbank-direct", part: inV2(types(escrow), "VIRTUAL_ACCOUNT"), apply: bank("SHINHAN_BANK")},
		{Rule: "digital-required", part: mobileV2, apply: none("productType")},
		{Rule: "product-type-literal", part: mobileV2, apply: one(text("productType", "PHYSICAL"), text("productType", "real"))},
		{Rule: "phone-carriers-spelling", part: mobileV2, apply: list("mobile.availableCarriers")},
		{Rule: "m-redirect-url-mobile", part: paidV2, apply: noReturn},
		{Rule: "m-redirect-url-billing", part: registers, apply: noReturn},
		{Rule: "m-redirect-url-absolute", apply: each(none("m_redirect_url"), text("redirectUrl", "/payments/redirect"))},
		{Rule: "notice-url-public", apply: one(put("noticeUrls", value.ListOf(value.Text("http://localhost/"))), text("noticeUrls", "https://shop.example.com/"))},
		{Rule: "custom-data-json", apply: text("customData", "cart")},
		{Rule: "language-enum", part: paidV2, apply: text("locale", "JA_JP")},
		{Rule: "language-billing-ko-only", part: registers, apply: text("locale", "EN_US")},
		{Rule: "window-type-known", apply: one(text("windowType.pc", "POPUP"), text("windowType.mobile", "IFRAME"))},
		{Rule: "period-shape", part: paidV2, apply: each(none("period"), none("offerPeriod"), text("offerPeriod.from", "2026-01-01"))},
		{Rule: "period-both-dates", part: paidV2, apply: each(none("period"), none("offerPeriod"), text("offerPeriod.range.from", "2026-01-01T00:00:00+09:00"))},
		{Rule: "period-order", part: paidV2, apply: each(none("period"), none("offerPeriod"), text("offerPeriod.range.from", "2026-12-31T00:00:00+09:00"), text("offerPeriod.range.to", "2026-01-01T00:00:00+09:00"))},
		{Rule: "bypass-key-spelling", apply: one(text("bypass.smartro.SkinColor", "RED"), text("bypass.SkinColor", "RED"))},
		{Rule: "bypass-namespace", part: paidV2, apply: one(text("bypass.smartro_v2.IsPwdPass", "Y"), text("bypass.smartro_v2.Colour", "RED"))},
		{Rule: "billing-bypass-keys", part: registers, apply: number("bypass.smartro_v2.GoodsCnt", "2")},
		{Rule: "bypass-goodscnt", part: paidV2, apply: one(number("bypass.smartro_v2.GoodsCnt", "100"), text("bypass.smartro_v2.GoodsCnt", "2"))},
		{Rule: "bypass-skincolor", apply: one(text("bypass.smartro_v2.SkinColor", "PINK"), text("bypass.smartro_v2.SkinColor", "red"))},
		{Rule: "bypass-ispwdpass", part: registers, apply: one(truth("bypass.smartro_v2.IsPwdPass", true), text("bypass.smartro_v2.IsPwdPass", "yes"))},
		{Rule: "overseas-opentype-en", part: inV2(types(overseas)), apply: text("bypass.smartro_v2.OpenType", "KR")},
		{Rule: "opentype-en-blocks-domestic", part: inV2(types(general), "CARD"), apply: text("bypass.smartro_v2.OpenType", "EN")},
		{Rule: "overseas-card-only", part: inV2(types(overseas)), apply: one(text("payMethod", "TRANSFER"), company("BC_CARD"))},
		{Rule: "billing-card-only", part: registers, apply: text("billingKeyMethod", "EASY_PAY")},
		{Rule: "unknown-key", apply: one(text("buyer_tel", "010-1234-5678"), text("company", "x"), text("customer.phone", "1"))},
	}
}
