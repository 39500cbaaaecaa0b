package sample

import (
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

func list(path string) func(*breaker) bool {
	return func(b *breaker) bool { return b.set(path, value.ListOf(value.Digits("2"), value.Digits("3"))) }
}

var (
	newCard = in(nil, "card")
	new3    = in(types(escrow))
	trans   = in(types(general), "trans")
)

// strayBreaks send what does nothing with Smartro, or nothing at all.
var strayBreaks = []Break{
	{Rule: "currency-unsupported", part: newModule, apply: one(text("currency", "EUR"), text("currency", "won"))},
	{Rule: "currency-usd-blocked", part: newModule, apply: text("currency", "USD")},
	{Rule: "currency-ignored", part: newModule, apply: text("currency", "KRW")},
	{Rule: "display-card-quota-unsupported", part: newCard, apply: list("display.card_quota")},
	{Rule: "card-detail-unsupported", part: newCard, apply: list("card.detail")},
	{Rule: "use-free-interest-unsupported", part: newCard, apply: truth("useFreeInterestFromMall", true)},
	{Rule: "use-card-point-unsupported", part: newCard, apply: truth("useCardPoint", true)},
	{Rule: "vat-amount-unsupported", apply: number("vat_amount", "100")},
	{Rule: "products-unsupported", apply: one(list("products"), list("escrowProducts"))},
	{Rule: "biz-num-irrelevant", apply: text("biz_num", "1234567890")},
	{Rule: "popup-irrelevant", apply: truth("popup", true)},
	{Rule: "vbank-direct-unsupported", part: in(nil, "vbank"), apply: one(text("vbank_code", "004"), text("bankCode", "004"), text("bank_code", "004"), text("virtualAccount.bankCode", "004"))},
	{Rule: "unknown-key", apply: one(text("buyer_tell", "010-1234-5678"), text("company", "x"), truth("period.interval", true), text("card.kind", "x"))},
	{Rule: "language-enum", part: windows, apply: one(text("language", "ja"), text("language", "KO"))},
	{Rule: "language-billing-ko-only", part: in(types(billing)), apply: text("language", "en")},
}

var cardBreaks = []Break{
	{Rule: "card-direct-pair", part: cards, apply: each(none("card.direct.code"), none("card.direct.quota"), one(text("card.direct.code", "361"), number("card.direct.quota", "0")))},
	{Rule: "card-direct-code-known", part: cards, apply: each(number("card.direct.quota", "0"), one(text("card.direct.code", "999"), text("card.direct.code", "01")))},
	{Rule: "card-direct-code-string", part: cards, apply: each(number("card.direct.quota", "0"), number("card.direct.code", "361"))},
	{Rule: "card-direct-quota-value", part: cards, Also: []string{"card-direct-quota-min-amount"}, apply: each(text("card.direct.code", "361"), one(number("card.direct.quota", "1"), text("card.direct.quota", "0"), number("card.direct.quota", "2.5")))},
	{Rule: "card-direct-quota-min-amount", part: cards, Also: []string{"tax-free-range"}, apply: each(text("card.direct.code", "361"), number("card.direct.quota", "3"), number("amount", "49999"))},
	{Rule: "card-direct-windows-only", part: cards, apply: each(text("card.direct.code", "372"), number("card.direct.quota", "0"))},
	{Rule: "card-direct-card-only", part: in(types(general), "trans", "phone", "payco"), apply: each(text("card.direct.code", "361"), number("card.direct.quota", "0"))},
	{Rule: "card-direct-old-module", part: wizard.Part{Modules: oldModule.Modules, PayMethods: []wizard.PayMethod{"card"}}, apply: each(text("card.direct.code", "361"), number("card.direct.quota", "0"))},
	{Rule: "test-kb-kakaobank-card", part: wizard.Part{Modules: newCard.Modules, Types: types(general, overseas), PayMethods: newCard.PayMethods, Modes: []wizard.Mode{wizard.ModeTest}},
		apply: each(text("card.direct.code", "381"), number("card.direct.quota", "0"))},
}

var methodBreaks = []Break{
	{Rule: "pay-method-allowed-smartro-v2", part: in(types(general)), apply: each(none("card"), none("vbank_due"), none("digital"), one(text("pay_method", "tosspay"), none("pay_method"), text("pay_method", "kakao")))},
	{Rule: "pay-method-allowed-smartro", part: oldModule, apply: each(none("vbank_due"), one(text("pay_method", "phone"), none("pay_method")))},
	{Rule: "billing-card-only", part: in(types(billing)), apply: text("pay_method", "trans")},
	{Rule: "escrow-pay-methods", part: new3, apply: one(text("pay_method", "phone"), none("pay_method"))},
	{Rule: "overseas-card-only", part: in(types(overseas)), apply: text("pay_method", "trans")},
	{Rule: "digital-required", part: in(types(general), "phone"), apply: none("digital")},
	{Rule: "digital-boolean", part: in(types(general), "phone"), apply: text("digital", "true")},
	{Rule: "escrow-required", part: new3, apply: truth("escrow", false)},
	{Rule: "escrow-type", part: in(types(general, overseas, billing)), Also: []string{"billing-no-escrow"}, apply: truth("escrow", true)},
	{Rule: "escrow-boolean", part: new3, apply: one(text("escrow", "true"), number("escrow", "1"))},
	{Rule: "escrow-no-card-direct", part: in(types(escrow), "card"), apply: each(text("card.direct.code", "361"), number("card.direct.quota", "0"))},
	{Rule: "escrow-trans-no-cash-receipt", part: in(types(escrow), "trans"), apply: text("bypass.cashReceiptType", "anonymous")},
	{Rule: "escrow-old-module", part: oldModule, apply: truth("escrow", true)},
	{Rule: "billing-no-escrow", part: in(types(billing)), Also: []string{"escrow-type"}, apply: truth("escrow", true)},
}

var receiptBreaks = []Break{
	{Rule: "cash-receipt-type-enum", part: trans, apply: each(none("bypass.customerIdentifier"), one(text("bypass.cashReceiptType", "company"), text("bypass.cashReceiptType", "Personal")))},
	{Rule: "cash-receipt-identifier-forbidden", part: trans, apply: each(text("bypass.customerIdentifier", "01012345678"), one(none("bypass.cashReceiptType"), text("bypass.cashReceiptType", "anonymous")))},
	{Rule: "cash-receipt-identifier-required", part: trans, apply: each(none("bypass.customerIdentifier"), one(text("bypass.cashReceiptType", "personal"), text("bypass.cashReceiptType", "corporate")))},
	{Rule: "cash-receipt-corporate-format", part: trans, apply: each(text("bypass.cashReceiptType", "corporate"), one(text("bypass.customerIdentifier", "123-45-67890"), text("bypass.customerIdentifier", "01012345678")))},
	{Rule: "cash-receipt-personal-format", part: trans, apply: each(text("bypass.cashReceiptType", "personal"), text("bypass.customerIdentifier", "010-1234-5678"))},
	{Rule: "cash-receipt-trans-only", part: in(types(general), "card", "phone", "kakaopay"), apply: text("bypass.cashReceiptType", "anonymous")},
	{Rule: "cash-receipt-vbank-unsupported", part: in(types(general, escrow), "vbank"), apply: text("bypass.cashReceiptType", "personal")},
}

var bypassBreaks = []Break{
	{Rule: "bypass-key-spelling", part: newModule, apply: one(text("bypass.customerIdentiifer", "01012345678"), text("bypass.SkinColor", "RED"))},
	{Rule: "bypass-namespace", part: in(types(general, escrow, overseas)), apply: one(text("bypass.smartro_v2.cashReceiptType", "personal"), text("bypass.smartro_v2.Colour", "RED"))},
	{Rule: "bypass-skincolor", part: newModule, apply: one(text("bypass.smartro_v2.SkinColor", "PINK"), text("bypass.smartro_v2.SkinColor", "red"))},
	{Rule: "bypass-opentype", part: cards, Also: []string{"overseas-opentype-en"}, apply: text("bypass.smartro_v2.OpenType", "US")},
	{Rule: "bypass-goodscnt", part: in(types(general, escrow, overseas)), apply: one(number("bypass.smartro_v2.GoodsCnt", "100"), number("bypass.smartro_v2.GoodsCnt", "0"), text("bypass.smartro_v2.GoodsCnt", "2"))},
	{Rule: "overseas-opentype-en", part: in(types(overseas)), apply: text("bypass.smartro_v2.OpenType", "KR")},
	{Rule: "opentype-en-blocks-domestic", part: in(types(general), "card"), apply: text("bypass.smartro_v2.OpenType", "EN")},
	{Rule: "bypass-ispwdpass", part: in(types(billing)), apply: one(text("bypass.smartro_v2.IsPwdPass", "yes"), truth("bypass.smartro_v2.IsPwdPass", true))},
	{Rule: "billing-bypass-keys", part: in(types(billing)), apply: number("bypass.smartro_v2.GoodsCnt", "2")},
}
