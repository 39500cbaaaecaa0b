package flow_test

import (
	"slices"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/value"
)

const (
	userCode = "imp12345678"
	key      = "channel-key-01234567-89ab-cdef-0123-456789abcdef"
	tel      = "010-1234-5678"
)

// said is one answer of a script; only what differs from Enter is written.
type said struct {
	id   string
	with *flow.Entry
}

func enter(id string) said             { return said{id, nil} }
func typed(id, text string) said       { return said{id, &flow.Entry{Text: text}} }
func leave(id string) said             { return said{id, &flow.Entry{Later: true}} }
func pick(id string, p ...string) said { return said{id, &flow.Entry{Picked: p}} }

// walk plays a script and holds that every question comes where the script says.
func walk(t *testing.T, d flow.Draft, script ...said) flow.Draft {
	t.Helper()
	for _, s := range script {
		if d.Place() != s.id {
			t.Fatalf("asked %q, the script answers %q", d.Place(), s.id)
		}
		if s.with != nil {
			d = d.With(s.id, *s.with)
		}
		next, ok := d.Next()
		if !ok {
			t.Fatalf("%s refused: %+v", s.id, d.Problems(s.id, "2026-11-21", "en"))
		}
		d = next
	}
	if d.Place() != "" {
		t.Fatalf("asked %q after the script, want the result", d.Place())
	}
	return d
}

func quickScript() []said {
	return []said{typed("user_code", userCode), typed("channel_key", key), typed("buyer_tel", tel)}
}

func TestQuickStartAsksThreeAndTakesTheRest(t *testing.T) {
	a := walk(t, flow.Quick(), quickScript()...).Answers()
	want := `{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel + `"}`
	if got := jsonOf(t, a.Params); got != want {
		t.Errorf("params\n got %s\nwant %s", got, want)
	}
	if a.UserCode != userCode || a.Mode != "test" || a.SDK != "v1" || a.Module != "smartro_v2" || a.Type != "general" {
		t.Errorf("setup %+v", a)
	}
	if id := a.Make.MerchantUID; id == nil || *id != (wizard.MakeOrderID{From: "browser", Prefix: "order"}) {
		t.Errorf("order number %+v", id)
	}
	if r := a.Make.MRedirectURL; r == nil || r.Path != "/payments/redirect" {
		t.Errorf("return address %+v", r)
	}
	if len(a.Later) != 0 {
		t.Errorf("later %v", a.Later)
	}
}

func TestGuidedWalks(t *testing.T) {
	rest := []said{enter("m_redirect_url"), enter("extras"), enter("comments")}
	cases := []struct {
		name   string
		script []said
		params string
		later  []string
	}{
		{"everything taken as offered", slices.Concat([]said{
			enter("channel_ready"), pick("console_steps", "login", "save"), enter("channel_name"),
			typed("user_code", userCode), typed("channel_key", " "+key+" "), enter("order_id_source"),
			enter("order_name"), enter("amount"), typed("buyer_tel", tel), enter("buyer_name"), enter("buyer_email")}, rest),
			`{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel + `"}`, nil},
		{"no access to the console", slices.Concat([]said{
			typed("channel_ready", "ask"), enter("channel_name"), leave("user_code"), typed("order_id_source", "browser"),
			typed("order_id_prefix", ""), typed("order_name", "사과 한 상자"), typed("amount", "500"), typed("buyer_tel", tel),
			typed("buyer_name", "홍길동"), leave("buyer_email")}, rest),
			`{"pay_method":"card","name":"사과 한 상자","amount":500,"buyer_tel":"` + tel + `","buyer_name":"홍길동"}`,
			[]string{"user_code", "channelKey", "buyer_email"}},
		{"no account, one fixed number", slices.Concat([]said{
			typed("channel_ready", "none"), typed("user_code", userCode), typed("order_id_source", "fixed"),
			typed("order_id_fixed", "orderNo0001"), enter("order_name"), enter("amount"), leave("buyer_tel"),
			enter("buyer_name"), enter("buyer_email")}, rest),
			`{"pay_method":"card","merchant_uid":"orderNo0001","name":"결제 테스트","amount":1004}`,
			[]string{"channelKey", "buyer_tel"}},
		{"with extras", []said{
			typed("channel_ready", "have"), typed("user_code", userCode), typed("channel_key", key), enter("order_id_source"),
			enter("order_name"), enter("amount"), typed("buyer_tel", tel), enter("buyer_name"), enter("buyer_email"),
			typed("m_redirect_url", "https://shop.example.com/r"), pick("extras", "tax_free", "period"),
			typed("tax_free", "100"), typed("period", "2026-12-01 ~ 20261231"), typed("comments", "none")},
			`{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel +
				`","tax_free":100,"period":{"from":"20261201","to":"20261231"},"m_redirect_url":"https://shop.example.com/r"}`, nil},
		{"a term in days", []said{
			typed("channel_ready", "have"), typed("user_code", userCode), typed("channel_key", key), enter("order_id_source"),
			enter("order_name"), enter("amount"), typed("buyer_tel", tel), enter("buyer_name"), enter("buyer_email"),
			enter("m_redirect_url"), pick("extras", "period"), enter("period"), enter("comments")},
			`{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel + `"}`, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := walk(t, flow.Guided(), c.script...).Answers()
			if got := jsonOf(t, a.Params); got != c.params {
				t.Errorf("params\n got %s\nwant %s", got, c.params)
			}
			if !slices.Equal(a.Later, c.later) {
				t.Errorf("later %v, want %v", a.Later, c.later)
			}
		})
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
