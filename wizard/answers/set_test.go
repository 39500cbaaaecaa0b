package answers_test

import (
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/text"
)

func decoded(t testing.TB, src string) wizard.Answers {
	t.Helper()
	a, found := answers.Parse("a.yaml", []byte(src), text.En)
	if len(found) > 0 {
		t.Fatalf("%s: %s", found[0].Rule, found[0].Message)
	}
	return a
}

func TestSet(t *testing.T) {
	tests := []struct{ name, path, val, want string }{
		{"mode", "mode", "live", `"mode":"live"`},
		{"user code", "user_code", "imp1", `"user_code":"imp1"`},
		{"number", "params.amount", "1004", `"amount":1004`},
		{"number with digits kept", "params.amount", "1004.0", `"amount":1004.0`},
		{"what is no number stays text", "params.amount", "1,004", `"amount":"1,004"`},
		{"digits in a string parameter", "params.buyer_postcode", "090", `"buyer_postcode":"090"`},
		{"braces in a string parameter", "params.name", `{"a":1}`, `"name":"{\"a\":1}"`},
		{"boolean", "params.digital", "true", `"digital":true`},
		{"no boolean", "params.digital", "yes", `"digital":"yes"`},
		{"one is no boolean", "params.digital", "1", `"digital":"1"`},
		{"object", "params.custom_data", `{"b":[1.50,"x"],"a":null}`, `"custom_data":{"b":[1.50,"x"],"a":null}`},
		{"broken object stays text", "params.custom_data", `{"b":`, `"custom_data":"{\"b\":"`},
		{"list of a string or list", "params.notice_url", `["https://a","https://b"]`, `"notice_url":["https://a","https://b"]`},
		{"string of a string or list", "params.notice_url", "https://a", `"notice_url":"https://a"`},
		{"nested", "params.bypass.smartro_v2.GoodsCnt", "2", `"bypass":{"smartro_v2":{"GoodsCnt":2}}`},
		{"unknown parameter", "params.foo", "1", `"foo":1`},
		{"blanks and quotes stay", "params.name", ` "a" `, `"name":" \"a\" "`},
		{"empty text", "params.name", "", `"name":""`},
		{"prefix", "make.merchant_uid.prefix", "shop", `"make":{"merchant_uid":{"from":"browser","prefix":"shop"}`},
		{"later adds", "later", "buyer_email, buyer_name", `"later":["buyer_addr","buyer_email","buyer_name"]`},
		{"later takes a typed value out", "later", "amount,user_code", `"later":["buyer_addr","amount","user_code"]`},
		{"later takes a maker out", "later", "merchant_uid", `"make":{"m_redirect_url":{"path":"/payments/redirect"}},"later":["buyer_addr","merchant_uid"]`},
		{"a typed value takes its maker out", "params.merchant_uid", "A1", `"make":{"m_redirect_url":{"path":"/payments/redirect"}},"later"`},
		{"a typed value is no longer later", "params.buyer_addr", "서울", `"buyer_addr":"서울"},"make":{"merchant_uid":{"from":"browser","prefix":"order"},"m_redirect_url":{"path":"/payments/redirect"}},"options"`},
		{"days", "make.period.days", "30", `"period":{"days":30}`},
		{"days of a due date", "make.vbank_due.days", "3", `"vbank_due":{"days":3}`},
		{"encoding", "options.encoding", "utf-8", `"encoding":"utf-8"`},
		{"parts of a server", "options.server", "cancel, prepare", `"server":["cancel","prepare"]`},
		{"Java", "options.java", "8", `"java":"8"`},
		{"targets replace", "options.targets", "js,html", `"targets":["js","html"]`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := decoded(t, usual+"later: [buyer_addr]\n")
			was := string(answers.JSON(before))
			a, found := answers.Set(before, tt.path, tt.val, text.Ko)
			if len(found) > 0 {
				t.Fatalf("%s: %s", found[0].Rule, found[0].Message)
			}
			if got := string(answers.JSON(a)); !strings.Contains(got, tt.want) {
				t.Errorf("got %s\nwant in it %s", got, tt.want)
			}
			if now := string(answers.JSON(before)); now != was {
				t.Errorf("the answers handed in changed to %s", now)
			}
			for _, f := range answers.Check(a, text.Ko) {
				if f.Rule == "answers-key-twice" {
					t.Errorf("%s: %s", f.Rule, f.Path)
				}
			}
		})
	}
}

func TestSetRefuses(t *testing.T) {
	tests := []struct{ name, path, val, want string }{
		{"no such key", "colour", "red", "key-unknown 0:0 colour "},
		{"misspelt key", "modul", "smartro", "key-near 0:0 modul "},
		{"parameter without params", "amount", "1", "key-near 0:0 amount "},
		{"params without a name", "params.", "1", "key-unknown 0:0 params. "},
		{"whole make", "make", "x", "key-unknown 0:0 make "},
		{"below a text", "mode.x", "x", "key-near 0:0 mode.x "},
		{"secret", "api_secret", "hunter2", "secret 0:0 api_secret ***"},
		{"wrong value", "mode", "prod", "value-unknown 0:0 mode prod"},
		{"misspelt value", "mode", "LIVE", "value-near 0:0 mode LIVE"},
		{"wrong type", "version", "x", "type 0:0 version x"},
		{"newer version", "version", "2", "version-newer 0:0 version 2"},
		{"no such parameter for later", "later", "buyer_fax", "later-near 0:0 later.0 buyer_fax"},
		{"wrong path", "make.m_redirect_url.path", "https://a", "path 0:0 make.m_redirect_url.path https://a"},
		{"days that are none", "make.period.days", "1.5", "days 0:0 make.period.days 1.5"},
		{"not UTF-8", "params.name", "가\xff", `not-utf8 0:0 params.name 가\xff`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := decoded(t, usual)
			a, found := answers.Set(before, tt.path, tt.val, text.Ko)
			if got := brief(found); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if got, want := string(answers.JSON(a)), string(answers.JSON(before)); got != want {
				t.Errorf("answers changed to %s", got)
			}
		})
	}
}

func TestUnknownFlagNamesTheParameter(t *testing.T) {
	_, found := answers.Set(decoded(t, usual), "buyer_tell", "1", text.En)
	if len(found) != 1 || !strings.Contains(found[0].Fix, "params.buyer_tel.") {
		t.Errorf("%+v", found)
	}
}

func TestLocate(t *testing.T) {
	src := usual + "later: [buyer_email]\n"
	a := decoded(t, src)
	a, found := answers.Set(a, "params.name", "다른 이름", text.En)
	if len(found) > 0 {
		t.Fatal(found[0].Message)
	}
	a, _ = answers.Set(a, "sdk", "v2", text.En)
	tests := []struct{ name, path, want string }{
		{"a parameter", "params.amount", "a.yaml 11:11-11:15"},
		{"Korean counts as code points", "params.buyer_tel", "a.yaml 12:14-12:27"},
		{"set by a flag", "params.name", " 0:0-0:0"},
		{"a setting that a flag gave", "setup.sdk", " 0:0-0:0"},
		{"a setting", "setup.user_code", "a.yaml 6:12-6:23"},
		{"a made value", "params.merchant_uid", "a.yaml 14:17-14:47"},
		{"a fact of a made value", "facts.order_id.prefix", "a.yaml 14:41-14:46"},
		{"left for later", "params.buyer_email", "a.yaml 17:9-17:20"},
		{"a missing parameter", "params.buyer_name", "a.yaml 7:1-7:7"},
		{"a missing parameter in a missing object", "params.bypass.smartro_v2.GoodsCnt", "a.yaml 7:1-7:7"},
		{"a missing setting", "setup.tier_code", "a.yaml 0:0-0:0"},
		{"another fact", "facts.ctx.today", " 0:0-0:0"},
		{"no path", "", " 0:0-0:0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := answers.Locate([]wizard.Finding{{Path: tt.path}}, "a.yaml", []byte(src), a)[0]
			if got := placeOf(f); got != tt.want {
				t.Errorf("%s is at %s, want %s", tt.path, got, tt.want)
			}
		})
	}
}

func TestLocateInShapesOfYAML(t *testing.T) {
	src := "params:\n  name: \"결\\\"제\" # note\n  buyer_name: 'it''s'\n  custom_data: {a: [1, {b: 2 }], # note ]\n    c: 3 }\n" +
		"  buyer_addr: |\n    one\n    two\n  buyer_email: a\n    b\n  bypass:\n    smartro_v2:\n      OpenType: EN\n  card: {}\n  buyer_tel:\n"
	tests := []struct{ path, want string }{
		{"params.name", "a.yaml 2:9-2:15"},
		{"params.buyer_name", "a.yaml 3:15-3:22"},
		{"params.custom_data", "a.yaml 4:16-5:11"},
		{"params.custom_data.a", "a.yaml 4:20-4:32"},
		{"params.custom_data.a.1", "a.yaml 4:24-4:31"},
		{"params.custom_data.c", "a.yaml 5:8-5:9"},
		{"params.buyer_addr", "a.yaml 6:15-6:16"},
		{"params.buyer_email", "a.yaml 9:16-9:17"},
		{"params.bypass", "a.yaml 12:5-13:19"},
		{"params.card", "a.yaml 14:9-14:11"},
		{"params.buyer_tel", "a.yaml 15:13-15:13"},
	}
	for _, end := range []string{"\n", "\r\n", "\r"} {
		text := strings.ReplaceAll(src, "\n", end)
		a := decoded(t, text)
		for _, tt := range tests {
			f := answers.Locate([]wizard.Finding{{Path: tt.path}}, "a.yaml", []byte(text), a)[0]
			if got := placeOf(f); got != tt.want {
				t.Errorf("%q: %s is at %s, want %s", end, tt.path, got, tt.want)
			}
		}
	}
}

func TestLocateInJSON(t *testing.T) {
	src := "{\"params\": {\"name\": \"결제\\n\",\n \"custom_data\" : [ 1 , {} ]}}"
	a := decoded(t, src)
	for path, want := range map[string]string{
		"params":               "a.json 1:12-2:29",
		"params.name":          "a.json 1:21-1:27",
		"params.custom_data":   "a.json 2:18-2:28",
		"params.custom_data.0": "a.json 2:20-2:21",
		"params.custom_data.1": "a.json 2:24-2:26",
		"params.amount":        "a.json 1:2-1:10",
	} {
		f := answers.Locate([]wizard.Finding{{Path: path}}, "a.json", []byte(src), a)[0]
		if got := placeOf(f); got != want {
			t.Errorf("%s is at %s, want %s", path, got, want)
		}
	}
}
