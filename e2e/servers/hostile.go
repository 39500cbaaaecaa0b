package servers

import (
	"fmt"
	"slices"
	"strings"
)

// named is a value with a name for the table.
type named struct {
	name  string
	value any // nil is null, absent leaves the field out
}

type absence struct{}

var absent = absence{}

// shapes are values that are no text of letters and digits.
var shapes = []named{
	{"no", absent}, {"null", nil}, {"a number", 1004}, {"true", true}, {"a list", []any{"imp_1"}}, {"an object", object{"$ne": ""}},
	{"an empty", ""}, {"a blank", " "}, {"a path", "imp_1/../../users/pg"}, {"a query", "imp_1?include_sandbox=true"}, {"a fragment", "imp_1#x"},
	{"a percent", "imp_%2e%2e"}, {"a new line", "imp_1\n" + forged + " line"}, {"a carriage return", "imp_1\r\n" + forged + ": x"},
	{"a zero", "imp_1\x00"}, {"Hangul", "주문1"}, {"markup", "<script>alert(1)</script>"}, {"SQL", "' OR 1=1 --"}, {"a template", "${7*7}#{7*7}{{7*7}}"},
	{"a terminal's escape", "\x1b]0;x\x07"}, {"a bell of Hangul", "\u3164"}, {"a very long", strings.Repeat("a", 4000)},
}

// numbersOnly are values that Smartro does not take for an order number.
var numbersOnly = []named{
	{"an underlined", "order_no_0001"}, {"a hyphened", "order-0001"}, {"a dunder", "__proto__"}, {"one of 41", strings.Repeat("a", 41)},
}

// strangers are order numbers as they may be, of orders that nobody made.
var strangers = []named{
	{"constructor", "constructor"}, {"toString", "toString"}, {"one of another prefix", "other" + strings.Repeat("0a1f", 8)},
	{"one a digit short", "order" + strings.Repeat("0", 31)}, {"one that is no hexadecimal", "order" + strings.Repeat("z", 32)},
}

// odd is a body with one field put wrong.
func odd(field string, n named) func(r *run) any {
	return func(r *run) any {
		body := r.numbers()
		body[field] = n.value
		if n.value == absent {
			delete(body, field)
		}
		return body
	}
}

// hostile are rows for each value at each field of complete and webhook.
func hostile() []scenario {
	var rows []scenario
	for _, field := range []string{"imp_uid", "merchant_uid"} {
		values := shapes
		if field == "merchant_uid" {
			values = slices.Concat(shapes, numbersOnly)
		}
		for _, n := range values {
			rows = append(rows, row(fmt.Sprintf("%s: %s value", field, n.name), 0,
				pays(), claims(odd(field, n), "bad_request"), hearsBody("application/json", odd(field, n), "bad_request"), asksNothing))
		}
	}
	for _, n := range strangers {
		rows = append(rows, row("an order that nobody made: "+n.name, 0,
			pays(), claims(odd("merchant_uid", n), "unknown_order"), hearsBody("application/json", odd("merchant_uid", n), "unknown_order"), asksNothing))
	}
	return rows
}

// bodies are rows for requests whose body is none.
func bodies() []scenario {
	var rows []scenario
	for _, n := range []named{
		{"nothing", ""}, {"half of a JSON", `{"imp_uid":"imp_1",`}, {"a list", `["imp_1"]`}, {"a text", `"imp_1"`}, {"null", "null"}, {"an empty object", "{}"},
		{"a hundred kilobytes", `{"imp_uid":"` + strings.Repeat("a", 100_000) + `"}`}, {"deep lists", strings.Repeat("[", 20_000)}, {"no UTF-8", "{\"imp_uid\":\"\xff\xfe\"}"},
	} {
		body := func(*run) any { return n.value }
		rows = append(rows, row("the body is "+n.name, 0, oddBody("complete", "application/json", body), oddBody("webhook", "application/json", body), asksNothing))
	}
	form := func(*run) any { return "imp_uid=imp_1&merchant_uid=order1" }
	return append(rows,
		row("a form where the page sends JSON", 0, oddBody("complete", "application/x-www-form-urlencoded", form), asksNothing),
		row("JSON by the name of text", 0, pays(), oddBody("complete", "text/plain", func(r *run) any { return r.numbers() }), asksNothing),
		row("an empty form to the webhook", 0, oddBody("webhook", "application/x-www-form-urlencoded", func(*run) any { return "" }), asksNothing),
		row("a form with fields twice", 0, oddBody("webhook", "application/x-www-form-urlencoded", func(*run) any { return "imp_uid[]=a&imp_uid[]=b&merchant_uid[x]=c" }), asksNothing),
	)
}

// oddBody wants bad_request; of a body that is too long also as 413, of one of
// another kind also as 415.
func oddBody(path, kind string, body func(*run) any) step {
	return func(r *run) {
		s := r.post("/payments/"+path, kind, encode(body(r)), nil)
		if s.status == 413 || s.status == 415 {
			s.status = 400
		}
		r.want(s, 400, "bad_request")
	}
}
