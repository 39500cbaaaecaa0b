package flow_test

import (
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

const (
	userCode = "imp12345678"
	storeID  = "store-01234567-89ab-cdef-0123-456789abcdef"
	key      = "channel-key-01234567-89ab-cdef-0123-456789abcdef"
	tel      = "010-1234-5678"
)

// needed is what is typed at the questions that have no default.
var needed = map[string]flow.Entry{
	"user_code": {Text: userCode}, "channel_key": {Text: key}, "buyer_tel": {Text: tel}, "order_id_fixed": {Text: "orderNo0001"},
	"customer_id": {Text: "user1001"}, "customer_uid": {Text: "user1001card1"}, "digital": {Text: "true"},
	"card_direct_code": {Text: "361"}, "cash_receipt_type": {Text: "personal"}, "cash_receipt_id": {Text: "01012345678"},
	"tax_free": {Text: "100"}, "notice_url": {Text: "https://shop.example.com/portone-webhook"},
	"confirm_url": {Text: "https://shop.example.com/portone-confirm"}, "custom_data": {Text: `{"cart": "A12", "n": 1.50}`},
	"store_id": {Text: storeID}, "vbank_bank": {Text: "088"}, "app_scheme": {Text: "myshop"}, "tier_code": {Text: "001"}, "pg_value": {Text: "smartro_v2"},
}

// said is what somebody answers where it is not Enter.
type said map[string]flow.Entry

func typed(s string) flow.Entry     { return flow.Entry{Text: s} }
func picked(p ...string) flow.Entry { return flow.Entry{Picked: p} }

var later = flow.Entry{Later: true}

// walk answers question after question to the result, and gives the order.
func walk(t *testing.T, d flow.Draft, s said) (flow.Draft, []string) {
	t.Helper()
	var order []string
	for d.Place() != "" && len(order) < 100 {
		id := d.Place()
		order = append(order, id)
		if e, ok := s[id]; ok {
			d = d.With(id, e)
		} else if e, ok := needed[id]; ok {
			d = d.With(id, e)
		}
		next, ok := d.Next()
		if !ok {
			t.Fatalf("%s refused: %+v", id, d.Problems(id, today, "en"))
		}
		d = next
	}
	for id := range s {
		if !slices.Contains(order, id) {
			t.Fatalf("%s was never asked: %v", id, order)
		}
	}
	return d, order
}

func TestQuickStartAsksThreeAndTakesTheRest(t *testing.T) {
	d, order := walk(t, flow.Quick(), nil)
	if !slices.Equal(order, []string{"user_code", "channel_key", "buyer_tel"}) {
		t.Errorf("asked %v", order)
	}
	want := `{"version":1,"mode":"test","sdk":"v1","module":"smartro_v2","type":"general","user_code":"` + userCode +
		`","params":{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel +
		`"},"make":{"merchant_uid":{"from":"browser","prefix":"order"},"m_redirect_url":{"path":"/payments/redirect"}}}`
	if got := string(answers.JSON(d.Answers())); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
}

const (
	afterType  = "channel_ready console_steps channel_name sdk page_state user_code channel_key"
	beforeV2   = "mode module type channel_ready console_steps channel_name sdk page_state store_id channel_key"
	afterKey   = "order_id_source order_name amount buyer_tel buyer_name buyer_email"
	afterBuyer = "m_redirect_url extras"
	output     = "front_target server_target file_encoding comments"
)

// The order of a walk, and what comes of answers that need more than a line.
func TestGuidedWalks(t *testing.T) {
	cases := []struct {
		name, order string
		begin       func() flow.Draft
		said        said
		params      string
		later       []string
	}{
		{"everything taken as offered", join("mode module type", afterType, "pay_method", afterKey, afterBuyer, output), flow.Guided,
			said{"console_steps": picked("login", "save"), "channel_key": typed(" " + key + " ")},
			`{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel + `"}`, nil},
		{"no access to the console", join("mode module type channel_ready channel_name sdk page_state user_code pay_method order_id_source order_id_prefix",
			"order_name amount buyer_tel buyer_name buyer_email", afterBuyer, output), flow.Guided,
			said{"channel_ready": typed("ask"), "user_code": later, "order_id_source": typed("browser"), "order_id_prefix": typed(""),
				"order_name": typed("사과 한 상자"), "amount": typed("500"), "buyer_name": typed("홍길동"), "buyer_email": later},
			`{"pay_method":"card","name":"사과 한 상자","amount":500,"buyer_tel":"` + tel + `","buyer_name":"홍길동"}`,
			[]string{"user_code", "channelKey", "buyer_email"}},
		{"no account, one fixed number", join("mode module type channel_ready sdk page_state user_code pay_method order_id_source order_id_fixed",
			"order_name amount buyer_tel buyer_name buyer_email", afterBuyer, output), flow.Guided,
			said{"channel_ready": typed("none"), "order_id_source": typed("fixed"), "buyer_tel": later},
			`{"pay_method":"card","merchant_uid":"orderNo0001","name":"결제 테스트","amount":1004}`, []string{"channelKey", "buyer_tel"}},
		{"no channel key, but a pg value", join("mode module type channel_ready sdk page_state user_code channel_key pg_value pay_method", afterKey, afterBuyer, output),
			flow.Guided, said{"channel_ready": typed("have"), "channel_key": {Picked: []string{"not_available"}}, "pg_value": typed("smartro_v2.t_2302141m")},
			`{"pg":"smartro_v2.t_2302141m","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel + `"}`, nil},
		{"every extra of a card", join("mode module type", afterType, "pay_method", afterKey, afterBuyer, "card_direct_code card_direct_quota tax_free period",
			"buyer_addr buyer_postcode notice_url confirm_url custom_data app_scheme language skin_color goods_cnt tier_code", output), flow.Guided,
			said{"extras": picked("card_direct", "tax_free", "period", "buyer_address", "notice_url", "confirm_url", "custom_data", "app_scheme", "language", "skin_color", "goods_cnt", "tier"),
				"period": typed("2026-12-01 ~ 20261231"), "buyer_postcode": typed("06164"), "m_redirect_url": typed("https://shop.example.com/r")},
			`{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel + `","buyer_postcode":"06164","tax_free":100,` +
				`"period":{"from":"20261201","to":"20261231"},"card":{"direct":{"code":"361","quota":0}},"m_redirect_url":"https://shop.example.com/r",` +
				`"app_scheme":"myshop","notice_url":"https://shop.example.com/portone-webhook","confirm_url":"https://shop.example.com/portone-confirm",` +
				`"custom_data":{"cart":"A12","n":1.50},"language":"en","bypass":{"smartro_v2":{"SkinColor":"RED","GoodsCnt":1}}}`, nil},
		{"a cash receipt", join("mode module type", afterType, "pay_method", afterKey, afterBuyer, "cash_receipt_type cash_receipt_id", output), flow.Guided,
			said{"pay_method": typed("trans"), "extras": picked("cash_receipt")},
			`{"channelKey":"` + key + `","pay_method":"trans","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel +
				`","bypass":{"cashReceiptType":"personal","customerIdentifier":"01012345678"}}`, nil},
		{"billing without a password", join("mode module type billing_lead", afterType, afterKey, "customer_id customer_uid", afterBuyer, "no_password", output), flow.Guided,
			said{"type": typed("billing"), "extras": picked("no_password"), "no_password": typed("Y")},
			`{"channelKey":"` + key + `","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel +
				`","customer_uid":"user1001card1","customer_id":"user1001","bypass":{"smartro_v2":{"IsPwdPass":"Y"}}}`, nil},
		{"API billing, in the way that works", join("mode module type api_type_note billing_lead", afterType, afterKey, "customer_id customer_uid", afterBuyer, output), flow.Guided,
			said{"type": typed("api_recurring")},
			`{"channelKey":"` + key + `","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel + `","customer_uid":"user1001card1","customer_id":"user1001"}`, nil},
		{"key-in, in the way that works", join("mode module type api_type_note", afterType, afterKey, "vbank_due_days", afterBuyer, output), flow.Guided,
			said{"type": typed("api_keyin"), "vbank_due_days": typed("20261231")},
			`{"channelKey":"` + key + `","pay_method":"vbank","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel + `","vbank_due":"20261231"}`, nil},
		{"V2, a card", join(beforeV2, "pay_method", afterKey, afterBuyer, output), flow.Guided,
			said{"sdk": typed("v2"), "buyer_email": later},
			`{"channelKey":"` + key + `","payMethod":"CARD","orderName":"결제 테스트","totalAmount":1004,"customer":{"phoneNumber":"` + tel + `"}}`, []string{"customer.email"}},
		{"V2, every extra of a card", join(beforeV2, "pay_method", afterKey, afterBuyer,
			"card_direct_code card_direct_quota tax_free period notice_url force_redirect confirm_url custom_data app_scheme language skin_color goods_cnt", output), flow.Guided,
			said{"sdk": typed("v2"), "extras": picked("card_direct", "tax_free", "period", "notice_url", "force_redirect", "confirm_url", "custom_data", "app_scheme", "language", "skin_color", "goods_cnt"),
				"period": typed("2026-12-01 ~ 20261231"), "notice_url": typed("https://shop.example.com/a, https://shop.example.com/b"), "store_id": later},
			`{"channelKey":"` + key + `","payMethod":"CARD","orderName":"결제 테스트","totalAmount":1004,"customer":{"phoneNumber":"` + tel + `"},"forceRedirect":true,` +
				`"offerPeriod":{"range":{"from":"2026-12-01T00:00:00+09:00","to":"2026-12-31T23:59:59+09:00"}},"locale":"EN_US",` +
				`"noticeUrls":["https://shop.example.com/a","https://shop.example.com/b"],"confirmUrl":"https://shop.example.com/portone-confirm","appScheme":"myshop",` +
				`"taxFreeAmount":100,"customData":{"cart":"A12","n":1.50},"card":{"cardCompany":"BC_CARD","installment":{"monthOption":{"fixedMonth":0}}},` +
				`"bypass":{"smartro_v2":{"SkinColor":"RED","GoodsCnt":1}}}`, []string{"store_id"}},
		{"V2, a virtual account of one bank", join(beforeV2, "pay_method", afterKey, "vbank_due_days", afterBuyer,
			"vbank_bank cash_receipt_type cash_receipt_id", output), flow.Guided,
			said{"sdk": typed("v2"), "pay_method": typed("vbank"), "extras": picked("vbank_direct"), "vbank_due_days": typed("20261231")},
			`{"channelKey":"` + key + `","payMethod":"VIRTUAL_ACCOUNT","orderName":"결제 테스트","totalAmount":1004,"customer":{"phoneNumber":"` + tel + `"},` +
				`"virtualAccount":{"accountExpiry":{"dueDate":"20261231"},"bankCode":"SHINHAN_BANK","cashReceiptType":"PERSONAL","customerIdentifier":"01012345678"}}`, nil},
		{"V2, easy pay", join(beforeV2, "pay_method", afterKey, "customer_id", afterBuyer, output), flow.Guided,
			said{"sdk": typed("v2"), "pay_method": typed("kakaopay")},
			`{"channelKey":"` + key + `","payMethod":"EASY_PAY","orderName":"결제 테스트","totalAmount":1004,"easyPay":{"easyPayProvider":"KAKAOPAY"},` +
				`"customer":{"phoneNumber":"` + tel + `","customerId":"user1001"}}`, nil},
		{"V2, a phone bill", join(beforeV2, "pay_method", afterKey, "digital", afterBuyer, output), flow.Guided,
			said{"sdk": typed("v2"), "pay_method": typed("phone")},
			`{"channelKey":"` + key + `","payMethod":"MOBILE","orderName":"결제 테스트","totalAmount":1004,"customer":{"phoneNumber":"` + tel + `"},"productType":"DIGITAL"}`, nil},
		{"V2, billing", join(strings.Replace(beforeV2, "type ", "type billing_lead ", 1), "order_id_source order_id_prefix",
			"order_name amount buyer_tel buyer_name buyer_email customer_id", afterBuyer, output), flow.Guided,
			said{"type": typed("billing"), "sdk": typed("v2"), "order_id_source": typed("browser")},
			`{"channelKey":"` + key + `","issueName":"결제 테스트","displayAmount":1004,"currency":"KRW","customer":{"phoneNumber":"` + tel + `","customerId":"user1001"}}`, nil},
		{"V2, overseas in dollars", join(beforeV2, "order_id_source order_name currency amount_usd",
			"buyer_tel buyer_name buyer_email", afterBuyer, output), flow.Guided,
			said{"type": typed("overseas"), "sdk": typed("v2"), "currency": typed("USD")},
			`{"channelKey":"` + key + `","orderName":"결제 테스트","totalAmount":600,"currency":"USD","customer":{"phoneNumber":"` + tel + `"}}`, nil},
		{"the old module has one type", join("mode module", strings.Replace(afterType, "sdk ", "", 1), "pay_method", afterKey, afterBuyer, output), flow.Guided,
			said{"module": typed("smartro"), "buyer_tel": later},
			`{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004}`, []string{"buyer_tel"}},
		{"going live asks for the review", join("mode live_review module type", afterType, "pay_method", afterKey, afterBuyer, "front_target server_target comments"), flow.GoLive,
			said{"front_target": typed("react"), "live_review": typed("waiting")},
			`{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel + `"}`, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d, order := walk(t, c.begin(), c.said)
			if got := strings.Join(order, " "); got != c.order {
				t.Errorf("asked\n%s\nwant\n%s", got, c.order)
			}
			a := d.Answers()
			if got := jsonOf(t, a.Params); got != c.params {
				t.Errorf("params\n got %s\nwant %s", got, c.params)
			}
			if !slices.Equal(a.Later, c.later) {
				t.Errorf("later %v, want %v", a.Later, c.later)
			}
			if d.GoesLive() != (a.Mode == wizard.ModeLive) {
				t.Errorf("goes live %t in mode %s", d.GoesLive(), a.Mode)
			}
			again(t, d)
			if o := flow.Open(a); string(answers.JSON(o.Answers())) != string(answers.JSON(a)) || o.Place() != "" {
				t.Errorf("opened at %q as\n%s\nwant\n%s", o.Place(), answers.JSON(o.Answers()), answers.JSON(a))
			}
		})
	}
}

func join(parts ...string) string { return strings.Join(parts, " ") }

func TestOptionsOfTheOutput(t *testing.T) {
	d, _ := walk(t, flow.Guided(), said{"page_state": typed("v1"), "front_target": typed("js"), "file_encoding": typed("euc-kr"), "comments": typed("none"), "console_steps": later})
	want := wizard.Options{Locale: "none", Targets: []string{"js"}, Page: "v1", Encoding: "euc-kr", Syntax: "es5"}
	got := d.Answers().Options
	if !slices.Equal(got.Targets, want.Targets) || got.Locale != want.Locale || got.Page != want.Page || got.Encoding != want.Encoding || got.Syntax != want.Syntax {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if utf := d.With("file_encoding", typed("utf-8")).Answers().Options; utf.Encoding != "" || utf.Syntax != "" {
		t.Errorf("a page in UTF-8: %+v", utf)
	}
	d = d.Go("front_target").With("front_target", typed("react"))
	if got := d.Answers().Options; got.Encoding != "" || got.Syntax != "" || d.Entry("file_encoding").Text != "euc-kr" {
		t.Errorf("a component in EUC-KR: %+v", got)
	}
	if old, _ := walk(t, flow.Guided(), said{"page_state": typed("old")}); old.Answers().Options.Page != "" {
		t.Errorf("an old script makes the page %q", old.Answers().Options.Page)
	}
}

func TestSeveralTargetsStayUntilOneIsChosen(t *testing.T) {
	d := flow.Open(decoded(t, whole+"options: {targets: [html, react], encoding: euc-kr}\n"))
	if d.Place() != "" || !slices.Equal(d.Answers().Options.Targets, []string{"html", "react"}) {
		t.Errorf("at %q with %v", d.Place(), d.Answers().Options.Targets)
	}
	d = d.Go("front_target").With("front_target", typed("ts"))
	if got := d.Answers().Options.Targets; !slices.Equal(got, []string{"ts"}) {
		t.Errorf("targets %v", got)
	}
}

func jsonOf(t *testing.T, v value.Value) string {
	t.Helper()
	raw, err := v.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// pair is a channel that opens a window, and a way to pay in it.
type pair struct {
	sdk     wizard.SDK
	channel wizard.Channel
	method  wizard.PayMethod
}

func (p pair) name() string {
	name := join(string(p.channel.Mode), string(p.channel.Module), string(p.channel.Type), string(p.method))
	if p.sdk == wizard.V2 {
		name += " v2"
	}
	return name
}

func pairs() []pair {
	var all []pair
	for _, ch := range wizard.Channels() {
		for _, m := range ch.PayMethods {
			if ch.Opens() {
				all = append(all, pair{wizard.V1, ch, m})
			}
		}
	}
	return all
}

// pairsV2 are the same of V2, in the words of the questions. Test mode is
// enough: what a mode changes is in no call.
func pairsV2() []pair {
	var all []pair
	for _, ch := range wizard.Channels() {
		if ch.Mode != wizard.ModeTest || !ch.In(wizard.V2).Opens() {
			continue
		}
		for _, m := range ch.In(wizard.V2).PayMethods {
			if m != wizard.EasyPayV2 {
				all = append(all, pair{wizard.V2, ch, wizard.OwnMethod(wizard.CallOf(ch.V2.Entry), string(m), "")})
				continue
			}
			for _, company := range wizard.Codes(wizard.CodesEasyPayV2) {
				all = append(all, pair{wizard.V2, ch, wizard.OwnMethod(wizard.CallOf(ch.V2.Entry), string(m), company.Code)})
			}
		}
	}
	return all
}

// walked is the walk to a pair by its own questions.
func (p pair) walked(t *testing.T) flow.Draft {
	t.Helper()
	s := said{"mode": typed(string(p.channel.Mode)), "module": typed(string(p.channel.Module))}
	if p.channel.Module == wizard.ModuleNew {
		s["type"] = typed(string(p.channel.Type))
	}
	if p.sdk == wizard.V2 {
		s["sdk"] = typed("v2")
	}
	if p.channel.Type == wizard.TypeGeneral || p.channel.Type == wizard.TypeEscrow {
		s["pay_method"] = typed(string(p.method))
	}
	d, _ := walk(t, flow.Guided(), s)
	return d
}

// Every channel and pay method is reached question by question, breaks no rule,
// and gives the answers that stand in testdata/pairs.txt.
func TestEveryChannelAndPayMethod(t *testing.T) {
	var got strings.Builder
	all := append(pairs(), pairsV2()...)
	for _, p := range all {
		d := p.walked(t)
		a := d.Answers()
		got.WriteString(p.name() + "\n" + string(answers.JSON(a)) + "\n")
		if back, found := answers.Decode("pair.json", answers.JSON(a), text.En); len(found) > 0 || string(answers.JSON(back)) != string(answers.JSON(a)) {
			t.Errorf("%s: read back with %v", p.name(), found)
		}
		for _, f := range judged(d) {
			if f.Severity == wizard.SeverityError {
				t.Errorf("%s: %s %s", p.name(), f.Rule, f.Message)
			}
		}
		if o := flow.Open(a); o.Place() != "" {
			t.Errorf("%s: opened at %q", p.name(), o.Place())
		}
	}
	if len(all) != 34+18 {
		t.Errorf("%d pairs, want 17 of V1 in each mode and 18 of V2", len(all))
	}
	golden(t, "pairs.txt", got.String())
}
