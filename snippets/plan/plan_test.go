package plan_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"smartro-wizard/snippets/plan"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

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

// show writes a plan as one line: what stands where.
func show(p plan.Plan) string {
	var b strings.Builder
	from := map[plan.From]string{plan.FromLiteral: "", plan.FromConfig: "config ", plan.FromOrder: "order ", plan.FromMaker: "made ", plan.FromGroup: ""}
	var write func([]plan.Param)
	write = func(params []plan.Param) {
		for i, param := range params {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(param.Key + ": " + from[param.From])
			switch param.From {
			case plan.FromGroup:
				b.WriteString("{")
				write(param.Parts)
				b.WriteString("}")
			case plan.FromMaker:
				b.WriteString(param.Maker)
			case plan.FromLiteral:
				b.WriteString(param.Value.Text())
			default:
				b.WriteString(param.Name)
			}
			if param.Later != "" {
				b.WriteString(" later")
			}
		}
	}
	write(p.Request)
	return b.String()
}

func TestWhereValuesStand(t *testing.T) {
	tests := []struct {
		name string
		in   wizard.Answers
		want string
	}{
		{"in PortOne's order, the rest as typed",
			wizard.Answers{Params: object("z", "1", "amount", value.Digits("1004"), "pay_method", "card", "a", "2", "name", "x", "channelKey", "k", "merchant_uid", "order1")},
			"channelKey: config channelKey, pay_method: card, merchant_uid: made order-id, name: order name, amount: order amount, z: 1, a: 2"},
		{"nothing yet: a channel and an order number all the same", wizard.Answers{},
			"channelKey: config channelKey later, merchant_uid: made order-id"},
		{"another way to choose the channel", wizard.Answers{Params: object("channelGroupId", "g")},
			"channelGroupId: config channelGroupId, merchant_uid: made order-id"},
		{"makers", wizard.Answers{Params: object("channelKey", "k"), Make: wizard.Make{MerchantUID: &wizard.MakeOrderID{From: wizard.FromServer},
			MRedirectURL: &wizard.MakeRedirect{Path: "/p"}, Period: &wizard.MakePeriod{Days: 3}, VbankDue: &wizard.MakeVbankDue{Days: 2}}},
			"channelKey: config channelKey, merchant_uid: made server, m_redirect_url: made redirect, vbank_due: made vbank-due, period: made period"},
		{"what the type settles", wizard.Answers{Type: wizard.TypeOverseas, Params: object("channelKey", "k", "bypass", object("smartro_v2", object("SkinColor", "RED")))},
			"channelKey: config channelKey, pay_method: card, merchant_uid: made order-id, bypass: {smartro_v2: {SkinColor: RED, OpenType: EN}}"},
		{"groups from several places", wizard.Answers{Params: object("channelKey", "k",
			"bypass", object("smartro_v2", object("SkinColor", "RED", "GoodsCnt", value.Digits("2")), "x", "y"), "card", "no object")},
			"channelKey: config channelKey, merchant_uid: made order-id, bypass: {smartro_v2: {SkinColor: RED, GoodsCnt: order goodsCnt}, x: y}, card: no object"},
		{"left open", wizard.Answers{Params: object("channelKey", "k"), Later: []string{"merchant_uid", "buyer_tel", "language"}},
			"channelKey: config channelKey, merchant_uid: made server later, buyer_tel: order buyerTel later, language:  later"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := plan.New(tt.in)
			if got := show(p); err != nil || got != tt.want {
				t.Errorf("%v\ngot  %s\nwant %s", err, got, tt.want)
			}
		})
	}
}

func TestATypedOrderNumberGivesItsLetters(t *testing.T) {
	for typed, want := range map[string]string{"order20260806a1": "order", "springsale1": "springsa", "20261121": "", "주문1": "", "a-b": "a"} {
		p, err := plan.New(wizard.Answers{Params: object("merchant_uid", typed)})
		if err != nil || p.OrderPrefix.Text() != want {
			t.Errorf("%s gives %q, %v, want %q", typed, p.OrderPrefix.Text(), err, want)
		}
	}
}

func TestRefusals(t *testing.T) {
	tests := []struct {
		name   string
		in     wizard.Answers
		reason refusal.Reason
		path   string
	}{
		{"a name that no parameter has", wizard.Answers{Later: []string{"x\n;alert(1)"}}, refusal.UnknownLater, "x\n;alert(1)"},
		{"an order number from the moon", wizard.Answers{Make: wizard.Make{MerchantUID: &wizard.MakeOrderID{From: "moon"}}}, refusal.OrderIDFrom, "make.merchant_uid.from"},
		{"a parameter twice", wizard.Answers{Params: object("name", "a", "name", "b")}, refusal.DuplicateKey, "params.name"},
		{"a page of another kind", wizard.Answers{Options: wizard.Options{Page: "old"}}, refusal.UnknownOption, "options.page"},
		{"another syntax", wizard.Answers{Options: wizard.Options{Syntax: "es3"}}, refusal.UnknownOption, "options.syntax"},
		{"another encoding", wizard.Answers{Options: wizard.Options{Encoding: "cp949"}}, refusal.UnknownOption, "options.encoding"},
		{"a type without a window", wizard.Answers{Mode: wizard.ModeTest, Module: wizard.ModuleNew, Type: wizard.TypeAPIKeyin}, refusal.NoWindow, "type"},
		{"a part twice", wizard.Answers{Params: object("bypass", object("x", "a", "x", "b"))}, refusal.DuplicateKey, "params.bypass.x"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := plan.New(tt.in)
			e := new(refusal.Error)
			if !errors.As(err, &e) || e.Reason != tt.reason || e.Path != tt.path {
				t.Fatalf("got %v, want %s at %q", err, tt.reason, tt.path)
			}
			for _, l := range text.Langs {
				if s := e.Say(l); !strings.Contains(s, tt.path) || strings.HasPrefix(s, "code.") {
					t.Errorf("says %q in %s", s, l)
				}
			}
		})
	}
}

func TestWhereAWindowEnds(t *testing.T) {
	tests := []struct {
		name string
		in   wizard.Answers
		want plan.Ends
	}{
		{"a card", wizard.Answers{Params: object("pay_method", "card")}, plan.EndsPaid},
		{"a virtual account", wizard.Answers{Params: object("pay_method", "vbank")}, plan.EndsAccount},
		{"billing", wizard.Answers{Type: wizard.TypeBilling}, plan.EndsRegistered},
		{"customer_uid makes it billing", wizard.Answers{Params: object("customer_uid", "u")}, plan.EndsRegistered},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if p, err := plan.New(tt.in); err != nil || p.Ends != tt.want {
				t.Errorf("got %d, %v, want %d", p.Ends, err, tt.want)
			}
		})
	}
}

func TestAPageThatPaysAlreadyNeedsNoCodes(t *testing.T) {
	p, err := plan.New(wizard.Answers{TierCode: "001", Params: object("channelKey", "k"), Later: []string{"user_code"}, Options: wizard.Options{Page: wizard.PageV1}})
	if err != nil || !p.Insert || p.Agency || len(p.Config) != 1 || p.Config[0].Path != "channelKey" || len(p.Later) != 0 {
		t.Errorf("got %+v, %v", p, err)
	}
}

func TestSelector(t *testing.T) {
	for typed, want := range map[string]string{"channelKey": "channelKey", "channelGroupId": "channelGroupId", "pg": "pg", "name": "channelKey"} {
		if p, err := plan.New(wizard.Answers{Params: object(typed, "x")}); err != nil || p.Selector() != want {
			t.Errorf("%s: got %s, %v", typed, p.Selector(), err)
		}
	}
}

// The names that values get in the config and in the order are identifiers and
// tell all rows of a place apart.
func TestNamesOfTheCatalogue(t *testing.T) {
	identifier := regexp.MustCompile(`^[a-z][A-Za-z0-9]*$`)
	params := value.ObjectOf()
	for _, row := range wizard.Params() {
		params = params.With(row.Path, value.Text("x"))
	}
	p, err := plan.New(wizard.Answers{UserCode: "u", TierCode: "t", Params: params})
	if err != nil {
		t.Fatal(err)
	}
	for place, rows := range map[string][]plan.Param{"config": p.Config, "order": p.Order} {
		seen := map[string]bool{"merchantUid": true}
		for _, row := range rows {
			if !identifier.MatchString(row.Name) || seen[row.Name] {
				t.Errorf("%s: %s is called %q", place, row.Path, row.Name)
			}
			seen[row.Name] = true
		}
	}
	if n := len(p.Config) + len(p.Order); n < 20 {
		t.Errorf("looked at %d rows only", n)
	}
}
