package value_test

import (
	"strings"
	"testing"

	"smartro-wizard/wizard/value"
)

// object makes an object of texts: key, value, key, value.
func object(pairs ...string) value.Value {
	var fields []value.Field
	for i := 0; i < len(pairs); i += 2 {
		fields = append(fields, value.Field{Key: pairs[i], Value: value.Text(pairs[i+1])})
	}
	return value.ObjectOf(fields...)
}

func field(key string, v value.Value) value.Field { return value.Field{Key: key, Value: v} }

// show writes a value for comparing, with the kinds that JSON has not.
func show(t testing.TB, v value.Value) string {
	t.Helper()
	if v.IsAbsent() {
		return "absent"
	}
	b, err := v.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestKinds(t *testing.T) {
	tests := []struct {
		name, kind, text, json string
		v                      value.Value
		known                  bool
	}{
		{"nothing at all", "absent", "", "absent", value.Value{}, false},
		{"null", "null", "", "null", value.Nothing(), true},
		{"boolean", "bool", "", "true", value.Truth(true), true},
		{"number keeps its digits", "number", "1.50", "1.50", value.Digits("1.50"), true},
		{"text", "string", "가", `"가"`, value.Text("가"), true},
		{"list", "list", "", `[null,"a"]`, value.ListOf(value.Nothing(), value.Text("a")), true},
		{"object", "object", "", `{"b":"1","a":"2"}`, object("b", "1", "a", "2"), true},
		{"empty object", "object", "", `{}`, value.ObjectOf(), true},
		{"empty list", "list", "", `[]`, value.ListOf(), true},
		{"left open", "later", "", `{"$later":""}`, value.LeftOpen(), false},
		{"made", "made", "order-id", `{"$made":"order-id"}`, value.MadeBy("order-id"), false},
		{"unknown", "unknown", "spread", `{"$unknown":"spread"}`, value.UnknownBecause("spread"), false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.v.Kind().String(); got != tt.kind {
				t.Errorf("kind %s, want %s", got, tt.kind)
			}
			if got := tt.v.Text(); got != tt.text {
				t.Errorf("text %q, want %q", got, tt.text)
			}
			if got := tt.v.Known(); got != tt.known {
				t.Errorf("known %v, want %v", got, tt.known)
			}
			if got := show(t, tt.v); got != tt.json {
				t.Errorf("JSON %s, want %s", got, tt.json)
			}
		})
	}
}

func TestJSONKeepsTextExact(t *testing.T) {
	v := value.ObjectOf(field("<&>", value.Text("</script>\u2028\"\\\x00")), field("a", value.Digits("1")), field("a", value.Digits("2")))
	want := `{"<&>":"</script>\u2028\"\\\u0000","a":1,"a":2}`
	if got := show(t, v); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestDigitsRefusesWhatIsNoNumber(t *testing.T) {
	for _, s := range []string{"1;alert(1)", "01", "", "0x1", "1_0", "+1", "NaN"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("Digits(%q) did not panic", s)
				}
			}()
			value.Digits(s)
		}()
	}
}

func TestIsNumber(t *testing.T) {
	for s, want := range map[string]bool{
		"0": true, "-0": true, "1004": true, "1.5": true, "1e3": true, "1E+3": true, "1.5e-10": true, "90071992547409931234567890": true,
		"": false, "-": false, "00": false, "01": false, ".5": false, "1.": false, "1e": false, "1e+": false, "+1": false, " 1": false, "1 ": false,
		"0x1": false, "1_000": false, "1,000": false, "１": false, "NaN": false, "Infinity": false, "1.5.2": false, "--1": false,
	} {
		if got := value.IsNumber(s); got != want {
			t.Errorf("IsNumber(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestGet(t *testing.T) {
	v := value.ObjectOf(
		field("a", object("b", "ab", "b", "last")),
		field("list", value.ListOf(value.Text("0"), object("x", "1x"))),
		field("open", value.LeftOpen()),
		field("odd", value.UnknownBecause("spread")),
		field("made", value.MadeBy("order-id")),
		field("text", value.Text("t")),
	)
	tests := []struct{ name, path, want string }{
		{"the value itself", "", show(t, v)},
		{"of duplicates the last", "a.b", `"last"`},
		{"a place of a list", "list.0", `"0"`},
		{"below a place", "list.1.x", `"1x"`},
		{"past the end", "list.2", "absent"},
		{"before the start", "list.-1", "absent"},
		{"no place", "list.x", "absent"},
		{"a missing key", "z", "absent"},
		{"below a missing key", "z.y", "absent"},
		{"below a text", "text.x", "absent"},
		{"below what is left open", "open.x", `{"$later":""}`},
		{"below what is unknown", "odd.x.y", `{"$unknown":"spread"}`},
		{"below what is made", "made.x", "absent"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(t, v.Get(tt.path)); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestFind(t *testing.T) {
	item := func(codes ...string) value.Value {
		var all []value.Value
		for _, c := range codes {
			all = append(all, object("code", c))
		}
		return value.ObjectOf(field("cards", value.ListOf(all...)))
	}
	v := value.ObjectOf(field("plans", value.ListOf(item("a", "b"), item(), item("c"))), field("urls", value.ListOf(value.Text("u"))))
	tests := []struct{ name, path, want string }{
		{"no star, one place", "urls.0", `urls.0="u"`},
		{"no star, absent", "nothing", "nothing=absent"},
		{"star at the end", "urls.*", `urls.0="u"`},
		{"star in the middle", "plans.*.cards.0.code", `plans.0.cards.0.code="a" plans.1.cards.0.code=absent plans.2.cards.0.code="c"`},
		{"two stars", "plans.*.cards.*.code", `plans.0.cards.0.code="a" plans.0.cards.1.code="b" plans.2.cards.0.code="c"`},
		{"star below what is no list", "plans.0.*", ""},
		{"star below what is missing", "nothing.*.x", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var all []string
			for _, l := range v.Find(tt.path) {
				all = append(all, l.Path+"="+show(t, l.Value))
				if !l.Value.IsAbsent() && !v.Get(l.Path).Equal(l.Value) {
					t.Errorf("%s leads elsewhere", l.Path)
				}
			}
			if got := strings.Join(all, " "); got != tt.want {
				t.Errorf("got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestWith(t *testing.T) {
	x, none := value.Text("x"), value.Value{}
	base := value.ObjectOf(field("a", value.Text("1")), field("b", object("c", "2")), field("l", value.ListOf(value.Text("p"), object("q", "r"))), field("a", value.Text("3")))
	tests := []struct {
		name, path string
		to         value.Value
		want       string
	}{
		{"the whole", "", x, `"x"`},
		{"a duplicate becomes one, in the first's place", "a", x, `{"a":"x","b":{"c":"2"},"l":["p",{"q":"r"}]}`},
		{"a new key goes last", "n", x, `{"a":"1","b":{"c":"2"},"l":["p",{"q":"r"}],"a":"3","n":"x"}`},
		{"below", "b.c", x, `{"a":"1","b":{"c":"x"},"l":["p",{"q":"r"}],"a":"3"}`},
		{"objects on the way are made", "n.m.o", x, `{"a":"1","b":{"c":"2"},"l":["p",{"q":"r"}],"a":"3","n":{"m":{"o":"x"}}}`},
		{"a text on the way is replaced", "a.z", x, `{"a":{"z":"x"},"b":{"c":"2"},"l":["p",{"q":"r"}]}`},
		{"a place of a list", "l.0", x, `{"a":"1","b":{"c":"2"},"l":["x",{"q":"r"}],"a":"3"}`},
		{"below a place", "l.1.q", x, `{"a":"1","b":{"c":"2"},"l":["p",{"q":"x"}],"a":"3"}`},
		{"past the end changes nothing", "l.2", x, `{"a":"1","b":{"c":"2"},"l":["p",{"q":"r"}],"a":"3"}`},
		{"no place changes nothing", "l.x", x, `{"a":"1","b":{"c":"2"},"l":["p",{"q":"r"}],"a":"3"}`},
		{"removal takes duplicates too", "a", none, `{"b":{"c":"2"},"l":["p",{"q":"r"}]}`},
		{"removal below leaves the object", "b.c", none, `{"a":"1","b":{},"l":["p",{"q":"r"}],"a":"3"}`},
		{"removal from a list closes the gap", "l.0", none, `{"a":"1","b":{"c":"2"},"l":[{"q":"r"}],"a":"3"}`},
		{"removal of what is not there", "z", none, `{"a":"1","b":{"c":"2"},"l":["p",{"q":"r"}],"a":"3"}`},
		{"removal below what is not there makes nothing", "z.y", none, `{"a":"1","b":{"c":"2"},"l":["p",{"q":"r"}],"a":"3"}`},
		{"removal below a text leaves it", "b.c.d", none, `{"a":"1","b":{"c":"2"},"l":["p",{"q":"r"}],"a":"3"}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := show(t, base)
			if got := show(t, base.With(tt.path, tt.to)); got != tt.want {
				t.Errorf("got %s\nwant %s", got, tt.want)
			}
			if got := show(t, base); got != before {
				t.Errorf("the value itself changed to %s", got)
			}
		})
	}
}

func TestApply(t *testing.T) {
	base := object("amount", "1004", "name", "n")
	tests := []struct {
		name  string
		edits []value.Edit
		want  string
	}{
		{"set", []value.Edit{value.Put("params.amount", value.Digits("1004"))}, `{"amount":1004,"name":"n"}`},
		{"remove", []value.Edit{value.Take("params.amount")}, `{"name":"n"}`},
		{"rename", []value.Edit{value.Call("params.amount", "total")}, `{"name":"n","total":"1004"}`},
		{"insert", []value.Edit{value.Add("params.a.b", value.Truth(true))}, `{"amount":"1004","name":"n","a":{"b":true}}`},
		{"insert where something stands", []value.Edit{value.Add("params.name", value.Text("x"))}, `{"amount":"1004","name":"n"}`},
		{"outside the root", []value.Edit{value.Take("setup.amount"), value.Take("params"), value.Take("paramsamount")}, `{"amount":"1004","name":"n"}`},
		{"in their order", []value.Edit{value.Take("params.name"), value.Add("params.name", value.Text("x")), value.Call("params.name", "n")}, `{"amount":"1004","n":"x"}`},
		{"rename of what is not there", []value.Edit{value.Call("params.z", "name")}, `{"amount":"1004","name":"n"}`},
		{"rename below", []value.Edit{value.Add("params.a.b", value.Text("x")), value.Call("params.a.b", "c")}, `{"amount":"1004","name":"n","a":{"c":"x"}}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := show(t, base.Apply("params", tt.edits...)); got != tt.want {
				t.Errorf("got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestEqual(t *testing.T) {
	same := []value.Value{value.Nothing(), value.Truth(true), value.Truth(false), value.Digits("1"), value.Digits("1.0"), value.Text("1"), value.Text(""), value.ListOf(), value.ObjectOf(), value.LeftOpen(),
		value.ListOf(value.Text("a")), object("a", "1"), object("b", "1"), object("a", "1", "b", "2"), object("b", "2", "a", "1"), object("a", "1", "a", "1"), {}}
	for i, v := range same {
		for j, w := range same {
			if got := v.Equal(w); got != (i == j) {
				t.Errorf("%s equals %s: %v", show(t, v), show(t, w), got)
			}
		}
		if !v.Equal(v.At(value.Span{Start: 1, End: 2})) {
			t.Errorf("%s: a place in a text makes it another value", show(t, v))
		}
	}
}

func TestCopiesCannotReachInside(t *testing.T) {
	v := value.ListOf(object("a", "1"))
	v.Items()[0] = value.Text("x")
	v.Get("0").Fields()[0].Key = "x"
	if got, want := show(t, v), `[{"a":"1"}]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	items := []value.Value{value.Text("a")}
	w := value.ListOf(items...).With("0", value.Text("b"))
	if items[0].Text() != "a" || w.Get("0").Text() != "b" {
		t.Errorf("With wrote into the caller's slice: %s", show(t, items[0]))
	}
}

func TestSpansSurviveChangesBeside(t *testing.T) {
	at := value.Span{Start: 3, End: 7}
	v := value.ObjectOf(value.Field{Key: "a", Value: value.Text("1").At(at), KeySpan: at}, field("b", value.Text("2"))).With("b", value.Text("3"))
	if got := v.Get("a").Span(); got != at {
		t.Errorf("span %v, want %v", got, at)
	}
	if got := v.With("a", value.Text("x")).Fields()[0].KeySpan; got != at {
		t.Errorf("span of the key %v, want %v", got, at)
	}
}

func BenchmarkGet(b *testing.B) {
	v := value.ObjectOf(field("bypass", value.ObjectOf(field("smartro_v2", object("GoodsCnt", "1", "OpenType", "EN")))))
	for b.Loop() {
		v.Get("bypass.smartro_v2.OpenType")
	}
}

func TestBareHasNoPlaceAnywhere(t *testing.T) {
	at := value.Span{Start: 3, End: 9}
	v := value.ObjectOf(value.Field{Key: "a", KeySpan: at, Value: value.ListOf(value.Text("x").At(at)).At(at)}).At(at)
	b := v.Bare()
	if !b.Equal(v) {
		t.Errorf("the value changed: %v", b)
	}
	a := b.Get("a")
	for _, s := range []value.Span{b.Span(), b.Fields()[0].KeySpan, a.Span(), a.Items()[0].Span()} {
		if s != (value.Span{}) {
			t.Errorf("a place is left: %v", s)
		}
	}
	if v.Get("a").Items()[0].Span() != at {
		t.Error("the value it was made of lost its places")
	}
}
