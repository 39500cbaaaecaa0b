package js_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard/value"
)

// dialects are all ways to write a literal.
var dialects = map[string]js.Dialect{"modern": modern, "ascii": {ASCII: true}, "es5": {ES5: true}, "ascii es5": {ASCII: true, ES5: true}}

func TestDialects(t *testing.T) {
	cart := object("이름", value.Text("스웨터 😀"), "__proto__", value.ListOf(value.Digits("1.50"), value.Text("</script>")))
	want, err := json.Marshal(cart)
	if err != nil {
		t.Fatal(err)
	}
	for name, d := range dialects {
		t.Run(name, func(t *testing.T) {
			for _, v := range []value.Value{cart, object("a", value.ListOf(cart))} {
				lit, err := d.Encode(v)
				if err != nil {
					t.Fatal(err)
				}
				expect := string(want)
				if v.Get("a").Kind() == value.List {
					expect = `{"a":[` + expect + `]}`
				}
				if same, err := sameInJS(lit.String(), expect); err != nil || !same {
					t.Errorf("%s is not %s: %v", lit, expect, err)
				}
				if d.ASCII && strings.ContainsFunc(lit.String(), func(r rune) bool { return r >= utf8.RuneSelf }) {
					t.Errorf("more than ASCII: %s", lit)
				}
				if d.ES5 && strings.Contains(lit.String(), `["__proto__"]`) {
					t.Errorf("more than ES5: %s", lit)
				}
			}
			for _, h := range hostile.Strings(t) {
				lit, err := d.String(h.Text)
				if utf8.ValidString(h.Text) != (err == nil) {
					t.Errorf("%s: %v", h.ID, err)
				}
				if err != nil {
					continue
				}
				if err := judge(lit.String(), h.Text); err != nil {
					t.Errorf("%s: %v", h.ID, err)
				}
				if d.ASCII && strings.ContainsFunc(lit.String(), func(r rune) bool { return r >= utf8.RuneSelf }) {
					t.Errorf("%s: more than ASCII", h.ID)
				}
			}
		})
	}
	_, err = js.Dialect{ES5: true}.Key("__proto__")
	if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != refusal.KeyInES5 {
		t.Errorf("got %v", err)
	}
}

// What is wrong inside an object is still found when it is parsed.
func TestParsedObjectsRefuseToo(t *testing.T) {
	for path, v := range map[string]value.Value{
		"__proto__": object("__proto__", value.Digits("9007199254740993")),
		"a":         object("__proto__", value.Nothing(), "a", value.Text("\xff")),
		"k":         object("k", value.Nothing(), "__proto__", value.Nothing(), "k", value.Nothing()),
	} {
		_, err := js.Dialect{ES5: true}.Encode(v)
		if e := new(refusal.Error); !errors.As(err, &e) || e.Path != path {
			t.Errorf("got %v, want a refusal at %s", err, path)
		}
	}
}
