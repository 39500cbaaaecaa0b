package rulebook

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// TestSentencesWithPlaces: where a check knows what exactly is wrong, the
// sentence says it. Together the cases show every variant.
func TestSentencesWithPlaces(t *testing.T) {
	words := func(s string) value.Value { return value.Text(s) }
	for _, tc := range []struct {
		base, path string
		v          value.Value
		rule, want string
	}{
		{"general_card", "params.merchant_uid", words("주문1"), "merchant-uid-charset", "Character 1 of the order number, '주', is refused. Only letters and digits are taken."},
		{"general_card", "params.merchant_uid", words("order_1"), "merchant-uid-charset", "Character 6 of the order number, '_', is refused. Only letters and digits are taken."},
		{"general_card", "params.merchant_uid", words(strings.Repeat("a", 44)), "merchant-uid-length", "The order number has 44 characters. Over 40 it is cut when it is stored."},
		{"general_card", "facts.order_id.prefix", words("payment-"), "merchant-uid-uuid-hyphen", "'payment-', which stands in front of the order number, holds a character that is refused. Use letters and digits only."},
		{"general_card", "facts.order_id.prefix", words("ordernumber"), "merchant-uid-uuid-hyphen", "Only 8 characters may stand in front of the order number. With 'ordernumber' it passes 40 characters."},
		{"general_card", "params.amount", value.Value{}, "amount-number-type", "There is no amount. Send it as a number."},
		{"general_card", "params.name", words(strings.Repeat("가", 41)), "name-length", "The order name has 41 characters. Shorten it to 40."},
		{"general_card", "params.name", words(strings.Repeat("가", 21)), "name-length", "The order name has 42 bytes in EUC-KR. Over 40 it may be cut or refused."},
		{"general_card", "params.buyer_name", words(strings.Repeat("가", 17)), "buyer-name-length", "The buyer's name has 17 characters. Shorten it to 16."},
		{"general_card", "params.buyer_email", words(strings.Repeat("a", 60) + "@b.kr"), "buyer-email-format", "The e-mail address has 65 characters. Shorten it to 60."},
		{"general_card", "params.buyer_addr", words(strings.Repeat("가", 129)), "buyer-addr-postcode-length", "It has 129 characters. Shorten it to 128."},
		{"general_easypay", "params.customer_id", words(strings.Repeat("u", 21)), "customer-id-length", "customer_id has 21 characters. Shorten it to 20."},
		{"general_easypay", "params.customer_id", words("user-1"), "customer-id-charset", "Character 5 of customer_id, '-', may be refused. Letters and digits are safe."},
		{"billing", "params.customer_uid", words(strings.Repeat("u", 81)), "billing-customer-uid-length", "customer_uid has 81 characters. Shorten it to 80."},
		{"billing", "params.bypass.smartro_v2.OpenType", words("KR"), "billing-bypass-keys", "Registering a card does not use the key 'OpenType', only SkinColor and IsPwdPass."},
		{"general_vbank", "params.vbank_due", words("20260230"), "vbank-due-valid-future", "20260230 is no day of the calendar."},
		{"general_vbank", "params.vbank_due", words("2026-11-20"), "vbank-due-valid-future", "The due date 20261120 is before today (2026-11-21)."},
		{"general_trans", "params.bypass.cashReceipt", words("x"), "bypass-key-spelling", "bypass has no key 'cashReceipt'."},
		{"general_trans", "params.bypass.smartro_v2.Colour", words("x"), "bypass-namespace", "bypass.smartro_v2 has no key 'Colour'."},
		{"general_card", "params.company", words("x"), "unknown-key", "There is no parameter 'company'."},
		{"general_card", "params.buyer_tell", words("x"), "unknown-key", "There is no parameter 'buyer_tell'. Did you mean buyer_tel?"},
		{"general_card", "params.buyer_tel", value.LeftOpen(), "buyer-tel-required", "Left open for later. The buyer's phone number (buyer_tel) is required."},
		{"general_card", "params.buyer_tel", value.UnknownBecause("x"), "buyer-tel-required", "Cannot tell: The buyer's phone number (buyer_tel) is required."},
		{"old_card", "facts.callback.decides", value.ListOf(words("success")), "callback-no-success-branch", "With the old module success can decide, but on the new module it does not come."},
		{"general_card", "params.amount", words("1004"), "amount-number-type", "amount has to be a number, not a text."},
	} {
		t.Run(tc.rule+" "+tc.path, func(t *testing.T) {
			c := load(t, "v1-overlays.yaml").base(t, tc.base)
			c.Facts["order_id.source"] = value.Text("uuid_without_hyphens")
			set(t, &c, tc.path, tc.v)
			findings := Judge(c, text.En)
			f, ok := of(findings, tc.rule)
			if !ok || f.Message != tc.want {
				t.Errorf("got %q, want %q:%s", f.Message, tc.want, say(findings))
			}
			if f.Why == "" || f.Fix == "" || !strings.HasPrefix(f.Source, "https://") {
				t.Errorf("a finding with gaps: %+v", f)
			}
		})
	}
}

// TestEdgesOfRules holds what the overlays do not reach: the value just inside
// and just outside.
func TestEdgesOfRules(t *testing.T) {
	words, digits := value.Text, value.Digits
	for _, tc := range []struct {
		base, path string
		v          value.Value
		fires      []string
	}{
		{"general_card", "params.name", words(strings.Repeat("가", 20)), nil},
		{"general_card", "params.name", words(strings.Repeat("a", 40)), nil},
		{"general_card", "params.name", words(strings.Repeat("a", 41)), []string{"name-length"}},
		{"general_card", "params.merchant_uid", digits("20261121"), nil},
		{"general_card", "params.amount", digits("1e3"), nil},
		{"general_card", "params.amount", digits("1004.00"), nil},
		{"general_card", "params.amount", digits("1e-3"), []string{"amount-decimals", "amount-krw-integer"}},
		{"general_card", "params.amount", digits("-0"), []string{"amount-positive"}},
		{"general_card", "params.amount", words("x"), []string{"amount-number-type"}},
		{"general_card", "params.tax_free", words("0"), []string{"tax-free-range"}},
		{"general_card", "params.tax_free", digits("1004"), nil},
		{"general_card", "params.currency", words("krw"), []string{"currency-unsupported"}},
		{"general_card", "params.language", words("KO"), []string{"language-enum"}},
		{"general_card", "params.buyer_tel", words("010-12345-678"), []string{"buyer-tel-format"}},
		{"general_card", "params.buyer_tel", words("010 1234 5678"), []string{"buyer-tel-format"}},
		{"general_card", "params.buyer_postcode", words("12345678"), nil},
		{"general_card", "params.m_redirect_url", words("myapp://return"), []string{"m-redirect-url-absolute"}},
		{"general_card", "params.notice_url", words("http://192.168.0.4/hook"), []string{"notice-url-public"}},
		{"general_card", "params.notice_url", words("http://[::1]:80/hook"), []string{"notice-url-public"}},
		{"general_card", "params.period", value.ObjectOf(value.Field{Key: "from", Value: words("")}), nil},
		{"general_card", "params.custom_data", value.ListOf(), []string{"custom-data-json"}},
		{"general_card", "params.card.direct.quota", words("0"), []string{"card-direct-pair", "card-direct-quota-value"}},
		{"general_card_direct", "params.card.direct.code", digits("90"), []string{"card-direct-code-known", "card-direct-code-string"}},
		{"general_card", "setup.user_code", words(" imp10000001"), []string{"imp-init-user-code"}},
		{"general_card", "facts.ctx.device", words("mobile"), nil},
		{"general_card", "facts.console.mid", words("m0123456m"), nil},
		{"old_card", "params.merchant_uid", words("order_1"), nil},
		{"old_vbank", "params.vbank_due", words("tomorrow"), nil},
		{"general_vbank", "params.vbank_due", digits("20261231"), nil},
		{"general_phone", "params.digital", value.Truth(false), nil},
		{"overseas", "params.bypass.smartro_v2.OpenType", words("en"), []string{"bypass-opentype", "overseas-opentype-en"}},
		{"general_trans", "params.bypass", words("x"), nil},
		{"rest_schedule", "params.schedules.0.name", value.Value{}, []string{"name-required", "rest-schedule-required-fields"}},
		{"rest_schedule", "params.schedules.0.merchant_uid", words("a_1"), []string{"merchant-uid-charset"}},
		{"rest_cancel", "params.amount", digits("0"), nil},
		{"live_card", "params.pg", words("smartro_v2"), []string{"channel-selector-exactly-one", "pg-param-deprecated"}},
	} {
		t.Run(tc.base+" "+tc.path+" "+tc.v.Text(), func(t *testing.T) {
			c := load(t, "v1-overlays.yaml").base(t, tc.base)
			set(t, &c, tc.path, tc.v)
			findings := Judge(c, text.Ko)
			if got := ids(findings); !slices.Equal(got, tc.fires) {
				t.Errorf("got %v, want %v:%s", got, tc.fires, say(findings))
			}
		})
	}
}

func TestNameBetweenTheTwoReadingsIsAWarning(t *testing.T) {
	f, _ := of(Judge(card(t, "params.name", value.Text(strings.Repeat("가", 40))), text.Ko), "name-length")
	if f.Severity != "warning" {
		t.Errorf("40 syllables: %s", f.Severity)
	}
	f, _ = of(Judge(card(t, "params.name", value.Text(strings.Repeat("가", 41))), text.Ko), "name-length")
	if f.Severity != "error" {
		t.Errorf("41 syllables: %s", f.Severity)
	}
}

// TestMends holds what each mend makes of a value, whether it is sure, and
// that a sure one leaves its rule content.
func TestMends(t *testing.T) {
	words, digits := value.Text, value.Digits
	for _, tc := range []struct {
		base, path string
		v          value.Value
		rule       string
		sure       bool
		want       string // the edits as JSON; "" is no mend
	}{
		{"general_card", "params.amount", words(" 1004"), "amount-number-type", true, `[{"op":"set","path":"params.amount","value":1004}]`},
		{"general_card", "params.amount", words("1,004원"), "amount-number-type", true, `[{"op":"set","path":"params.amount","value":1004}]`},
		{"general_card", "params.amount", words("1,00"), "amount-number-type", false, ""},
		{"general_card", "params.amount", words("0x10"), "amount-number-type", false, ""},
		{"general_card", "params.merchant_uid", words("order_no-1"), "merchant-uid-charset", false, `[{"op":"set","path":"params.merchant_uid","value":"orderno1"}]`},
		{"general_card", "params.merchant_uid", words("주문"), "merchant-uid-charset", false, ""},
		{"general_card", "params.merchant_uid", words("payment-" + "3f2504e0-4f89-41d3-9a0c-0305e82c3301"), "merchant-uid-length", false, `[{"op":"set","path":"params.merchant_uid","value":"payment3f2504e04f8941d39a0c0305e82c3301"}]`},
		{"general_card", "params.buyer_tel", words("+82 10-1234-5678"), "buyer-tel-format", true, `[{"op":"set","path":"params.buyer_tel","value":"010-1234-5678"}]`},
		{"general_card", "params.buyer_tel", words("02.1234.5678"), "buyer-tel-format", true, `[{"op":"set","path":"params.buyer_tel","value":"02-1234-5678"}]`},
		{"general_card", "params.buyer_tel", words("+1 212 555 0100"), "buyer-tel-format", false, ""},
		{"general_card", "params.buyer_email", words(" a@b.kr"), "buyer-email-format", true, `[{"op":"set","path":"params.buyer_email","value":"a@b.kr"}]`},
		{"general_card", "params.pay_method", words("Card"), "pay-method-allowed-smartro-v2", true, `[{"op":"set","path":"params.pay_method","value":"card"}]`},
		{"general_card", "params.pay_method", words("kakopay"), "pay-method-allowed-smartro-v2", false, `[{"op":"set","path":"params.pay_method","value":"kakaopay"}]`},
		{"general_card", "params.pay_method", words("tosspay"), "pay-method-allowed-smartro-v2", false, ""},
		{"general_card", "params.currency", words("KRW"), "currency-ignored", true, `[{"op":"remove","path":"params.currency"}]`},
		{"general_card", "params.currency", words("USD"), "currency-usd-blocked", false, `[{"op":"remove","path":"params.currency"}]`},
		{"general_card", "params.pg", words("smartro_v2.t_2302141m"), "pg-param-deprecated", false, `[{"op":"remove","path":"params.pg"}]`},
		{"general_card", "params.pg", words("smartro-v2.t_2302141m"), "pg-value-matches-module", true, `[{"op":"set","path":"params.pg","value":"smartro_v2.t_2302141m"}]`},
		{"general_card", "params.pg", words("smartro"), "pg-value-matches-module", false, `[{"op":"set","path":"params.pg","value":"smartro_v2"}]`},
		{"general_card", "params.customer_uid", words("u1"), "customer-uid-turns-into-billing", false, `[{"op":"remove","path":"params.customer_uid"}]`},
		{"general_card", "params.channelKey", words("channel-key-00000000-0000-0000-0000-000000000000\n"), "channel-key-format", true, `[{"op":"set","path":"params.channelKey","value":"channel-key-00000000-0000-0000-0000-000000000000"}]`},
		{"general_card", "setup.user_code", words("imp10000001 "), "imp-init-user-code", true, `[{"op":"set","path":"setup.user_code","value":"imp10000001"}]`},
		{"general_card", "params.buyerTel", words("x"), "unknown-key", false, ""},
		{"general_card", "params.buyerName", words("x"), "unknown-key", true, `[{"op":"rename","path":"params.buyerName","to":"buyer_name"}]`},
		{"general_card", "params.vat_amount", digits("91"), "vat-amount-unsupported", true, `[{"op":"remove","path":"params.vat_amount"}]`},
		{"general_card", "params.period", value.ObjectOf(value.Field{Key: "from", Value: words("2026-12-1")}, value.Field{Key: "to", Value: words("2026.12.31.")}), "period-format", true, `[{"op":"set","path":"params.period.from","value":"20261201"}]`},
		{"general_card", "params.period", value.ObjectOf(value.Field{Key: "from", Value: words("2026121")}, value.Field{Key: "to", Value: words("20261231")}), "period-format", false, ""},
		{"general_vbank", "params.vbank_due", words("202612312359"), "vbank-due-format", true, `[{"op":"set","path":"params.vbank_due","value":"20261231"}]`},
		{"general_vbank", "params.vbank_due", words("2026-12-31 12:00:00"), "vbank-due-time-ignored", true, `[{"op":"set","path":"params.vbank_due","value":"20261231"}]`},
		{"general_card_direct", "params.card.direct.code", digits("90"), "card-direct-code-string", true, `[{"op":"set","path":"params.card.direct.code","value":"090"}]`},
		{"general_phone", "params.digital", words("false"), "digital-boolean", true, `[{"op":"set","path":"params.digital","value":false}]`},
		{"general_trans", "params.bypass", value.ObjectOf(value.Field{Key: "customerIdentiifer", Value: words("1")}), "bypass-key-spelling", false, `[{"op":"rename","path":"params.bypass.customerIdentiifer","to":"customerIdentifier"}]`},
		{"general_card", "params.bypass.SkinColor", words("RED"), "bypass-key-spelling", true, `[{"op":"insert","path":"params.bypass.smartro_v2.SkinColor","value":"RED"},{"op":"remove","path":"params.bypass.SkinColor"}]`},
		{"general_card", "params.bypass.smartro_v2.SkinColor", words("blue"), "bypass-skincolor", true, `[{"op":"set","path":"params.bypass.smartro_v2.SkinColor","value":"BLUE"}]`},
		{"overseas", "params.bypass", value.Value{}, "overseas-opentype-en", true, `[{"op":"set","path":"params.bypass.smartro_v2.OpenType","value":"EN"}]`},
	} {
		t.Run(tc.rule+" "+tc.v.Text(), func(t *testing.T) {
			c := load(t, "v1-overlays.yaml").base(t, tc.base)
			set(t, &c, tc.path, tc.v)
			findings := Judge(c, text.Ko)
			f, ok := of(findings, tc.rule)
			if !ok {
				t.Fatalf("the rule is silent:%s", say(findings))
			}
			if tc.want == "" {
				if len(f.Mends) > 0 {
					t.Fatalf("a mend where nothing can be meant: %+v", f.Mends)
				}
				return
			}
			if len(f.Mends) != 1 || f.Mends[0].Sure != tc.sure {
				t.Fatalf("mends %+v, want one with sure %v", f.Mends, tc.sure)
			}
			if got, _ := json.Marshal(f.Mends[0].Edits); string(got) != tc.want {
				t.Errorf("edits %s, want %s", got, tc.want)
			}
			mended := c.Requests[0].Params.Apply("params", f.Mends[0].Edits...)
			if c.Requests[0].Params = mended; tc.sure && strings.HasPrefix(f.Path, "params") && tc.rule != "period-format" {
				if again, ok := of(Judge(c, text.Ko), tc.rule); ok {
					t.Errorf("the mended value breaks the rule: %+v", again)
				}
			}
		})
	}
}

func TestReplacementIsTheNewText(t *testing.T) {
	f, _ := of(Judge(card(t, "params.amount", value.Text("1004")), text.Ko), "amount-number-type")
	if f.Replacement != "1004" {
		t.Errorf("replacement %q", f.Replacement)
	}
	f, _ = of(Judge(card(t, "params.currency", value.Text("KRW")), text.Ko), "currency-ignored")
	if f.Replacement != "" {
		t.Errorf("a removal has no replacement: %q", f.Replacement)
	}
}

func TestSlips(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"buyer_tle", "buyer_tel", 1}, {"amuont", "amount", 1}, {"카드", "카트", 1}, {"abc", "xyz", 3}} {
		if got := slips(tc.a, tc.b); got != tc.want {
			t.Errorf("slips(%q, %q) = %d, want %d", tc.a, tc.b, got, tc.want)
		}
	}
}
