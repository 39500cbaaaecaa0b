package answers_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// usual is what the quick start leads to.
const usual = `version: 1
mode: test
sdk: v1
module: smartro_v2
type: general
user_code: imp10000001
params:
  channelKey: channel-key-01234567-89ab-cdef-0123-456789abcdef
  pay_method: card
  name: 결제 테스트
  amount: 1004
  buyer_tel: 010-1234-5678
make:
  merchant_uid: {from: browser, prefix: order}
  m_redirect_url: {path: /payments/redirect}
options: {locale: ko, targets: [html]}
`

// usualV2 is the same for V2.
const usualV2 = `version: 1
mode: test
sdk: v2
module: smartro_v2
type: general
store_id: store-01234567-89ab-cdef-0123-456789abcdef
params:
  channelKey: channel-key-01234567-89ab-cdef-0123-456789abcdef
  payMethod: CARD
  orderName: 결제 테스트
  totalAmount: 1004
  customer:
    phoneNumber: 010-1234-5678
    customerId: "090"
make:
  paymentId: {from: browser, prefix: order}
  redirectUrl: {path: /payments/redirect}
options: {locale: ko, targets: [html]}
`

func TestDecodeOfUsualAnswersOfV2(t *testing.T) {
	a, found := answers.Decode("a.yaml", []byte(usualV2), text.Ko)
	for _, f := range found {
		t.Errorf("unexpected finding %s: %s", f.Rule, f.Message)
	}
	want := `{"version":1,"mode":"test","sdk":"v2","module":"smartro_v2","type":"general","store_id":"store-01234567-89ab-cdef-0123-456789abcdef",` +
		`"params":{"channelKey":"channel-key-01234567-89ab-cdef-0123-456789abcdef","payMethod":"CARD","orderName":"결제 테스트","totalAmount":1004,` +
		`"customer":{"phoneNumber":"010-1234-5678","customerId":"090"}},` +
		`"make":{"paymentId":{"from":"browser","prefix":"order"},"redirectUrl":{"path":"/payments/redirect"}},` +
		`"options":{"locale":"ko","targets":["html"]}}`
	if got := string(answers.JSON(a)); got != want {
		t.Errorf("JSON\n got %s\nwant %s", got, want)
	}
	if got := string(answers.YAML(a)); got != usualV2 {
		t.Errorf("YAML\n got %s\nwant %s", got, usualV2)
	}
}

func TestDecodeOfUsualAnswers(t *testing.T) {
	a, found := answers.Decode("a.yaml", []byte(usual), text.Ko)
	for _, f := range found {
		t.Errorf("unexpected finding %s: %s", f.Rule, f.Message)
	}
	want := `{"version":1,"mode":"test","sdk":"v1","module":"smartro_v2","type":"general","user_code":"imp10000001",` +
		`"params":{"channelKey":"channel-key-01234567-89ab-cdef-0123-456789abcdef","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"010-1234-5678"},` +
		`"make":{"merchant_uid":{"from":"browser","prefix":"order"},"m_redirect_url":{"path":"/payments/redirect"}},` +
		`"options":{"locale":"ko","targets":["html"]}}`
	if got := string(answers.JSON(a)); got != want {
		t.Errorf("JSON\n got %s\nwant %s", got, want)
	}
	if got := string(answers.YAML(a)); got != usual {
		t.Errorf("YAML\n got %s\nwant %s", got, usual)
	}
}

func TestScalarsUnderParams(t *testing.T) {
	tests := []struct{ name, yaml, path, kind, want string }{
		{"leading zero in a string parameter", "buyer_postcode: 090", "buyer_postcode", "string", "090"},
		{"digits in a string parameter", "buyer_tel: 01012345678", "buyer_tel", "string", "01012345678"},
		{"true in a string parameter", "buyer_name: true", "buyer_name", "string", "true"},
		{"Norway", "buyer_name: no", "buyer_name", "string", "no"},
		{"a date in a string parameter", "vbank_due: 2026-11-21", "vbank_due", "string", "2026-11-21"},
		{"number", "amount: 1004", "amount", "number", "1004"},
		{"digits stay as written", "amount: 1004.00", "amount", "number", "1004.00"},
		{"quoted number is text", `amount: "1004"`, "amount", "string", "1004"},
		{"thousands are text", "amount: 1,004", "amount", "string", "1,004"},
		{"octal is text", "amount: 0o17", "amount", "string", "0o17"},
		{"hexadecimal is text", "amount: 0x1F", "amount", "string", "0x1F"},
		{"leading zero is text", "amount: 01004", "amount", "string", "01004"},
		{"underscores are text", "amount: 1_004", "amount", "string", "1_004"},
		{"infinity is text", "amount: .inf", "amount", "string", ".inf"},
		{"boolean", "digital: true", "digital", "bool", ""},
		{"yes is text", "digital: yes", "digital", "string", "yes"},
		{"nothing is null", "buyer_name:", "buyer_name", "null", ""},
		{"null is null", "buyer_name: null", "buyer_name", "null", ""},
		{"unknown parameter", "foo: 1", "foo", "number", "1"},
		{"nested", "bypass: {smartro_v2: {GoodsCnt: 2, IsPwdPass: Y}}", "bypass.smartro_v2.GoodsCnt", "number", "2"},
		{"list below a string or list", "notice_url: [1, 2]", "notice_url.1", "string", "2"},
		{"folded text", "name: >-\n    a\n    b", "name", "string", "a b"},
		{"escapes", `name: "\u202e\x1b"`, "name", "string", "\u202e\x1b"},
		{"merge key is a key", "<<: 1", "<<", "number", "1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, found := answers.Parse("a.yaml", []byte("params:\n  "+tt.yaml+"\n"), text.Ko)
			if len(found) > 0 {
				t.Fatalf("finding %s: %s", found[0].Rule, found[0].Message)
			}
			v := a.Params.Get(tt.path)
			if v.Kind().String() != tt.kind || v.Text() != tt.want {
				t.Errorf("got %s %q, want %s %q", v.Kind(), v.Text(), tt.kind, tt.want)
			}
		})
	}
}

func TestFindings(t *testing.T) {
	deep := strings.Repeat("[", 65) + strings.Repeat("]", 65)
	secret := strings.Repeat("aB3d", 12)
	tests := []struct{ name, file, src, want string }{
		{"empty", "a.yaml", " \n\t", "empty 1:1"},
		{"comments only", "a.yaml", "# nothing\n", "empty 1:1"},
		{"ten megabytes", "a.yaml", strings.Repeat("a: b\n", 2<<20), "too-large 1:1"},
		{"EUC-KR", "a.yaml", "mode: test\nname: \xb0\xa1\xb3\xaa\n", "euc-kr 2:7"},
		{"not UTF-8", "a.yaml", "mode: \xff\n", "not-utf8 1:7"},
		{"UTF-16", "a.yaml", "\xff\xfem\x00", "utf16 1:1"},
		{"byte order mark", "a.yaml", "\ufeffmode: test\n", "bom 1:1"},
		{"raw control", "a.yaml", "mode: \x1b[0m\n", "control 1:7"},
		{"zero byte", "a.yaml", "mode: test\x00\n", "control 1:11"},
		{"line separator", "a.yaml", "params:\n  name: \"앞\u2028뒤\"\n", "separator 2:11"},
		{"open quote", "a.yaml", "mode: 'test\nsdk: v1\n", "yaml-quote 1:7"},
		{"colon in a value", "a.yaml", "mode: a: b\n", "yaml-colon 1:8"},
		{"key without colon", "a.yaml", "mode: test\nsdk\nmodule: smartro\n", "yaml-no-colon 3:1"},
		{"tab", "a.yaml", "params:\n\tname: x\n", "yaml-tab 2:1"},
		{"at sign", "a.yaml", "mode: @x\n", "yaml-start 1:7"},
		{"open bracket", "a.yaml", "later: [a\n", "yaml-quote 1:8"},
		{"indentation", "a.yaml", "later:\n  - a\n b: c\n", "yaml-syntax 3:2"},
		{"JSON", "a.json", "{\"mode\": \"test\",}", "json-syntax 1:17"},
		{"two documents", "a.yaml", "mode: test\n---\nmode: live\n", "documents 2:1"},
		{"a list", "a.yaml", "- mode\n", "not-mapping 1:1"},
		{"a JSON list", "a.json", "[1]", "not-mapping 1:1"},
		{"65 levels of YAML", "a.yaml", "params: {x: " + deep + "}", "too-deep 1:75"},
		{"65 levels of JSON", "a.json", `{"params":` + deep + "}", "too-deep 1:74"},
		{"a hundred thousand brackets", "a.yaml", strings.Repeat("[", 100000), "too-deep 1:67"},
		{"anchor", "a.yaml", "params:\n  name: &x y\n", "anchor 2:9"},
		{"anchor on a key", "a.yaml", "&x mode: test\n", "anchor 1:1"},
		{"alias", "a.yaml", "params:\n  name: *x\n", "alias 2:9"},
		{"tag", "a.yaml", "params:\n  name: !!str y\n", "tag 2:9"},
		{"tag of no kind", "a.yaml", "params:\n  name: ! y\n", "tag 2:9"},
		{"tag that does not fit", "a.yaml", "params:\n  amount: !!int y\n", "tag 2:11"},
		{"key of a list", "a.yaml", "? [a]\n: b\n", "key-not-text 1:3"},
		{"no key", "a.yaml", ": b\n", "key-not-text 1:1"},
		{"key twice in YAML", "a.yaml", "params:\n  name: a\n  name: b\n", "key-duplicate 3:3"},
		{"key twice in JSON", "a.json", `{"params":{"name":1,"name":2}}`, "key-duplicate 1:21"},
		{"half a pair in JSON", "a.json", `{"params":{"name":"\\\udc00"}}`, "surrogate 1:22"},
		{"half a pair in a JSON key", "a.json", `{"\ud800":1}`, "surrogate 1:3"},
		{"half a pair in YAML", "a.yaml", `params: {name: "\ud800"}`, "surrogate 1:19"},
		{"unknown key", "a.yaml", usual + "colour: red\n", "key-unknown 17:1 colour red"},
		{"misspelt key", "a.yaml", strings.Replace(usual, "module:", "modul:", 1), "key-near 4:1 modul smartro_v2"},
		{"camel case", "a.yaml", strings.Replace(usual, "user_code:", "userCode:", 1), "key-near 6:1 userCode imp10000001"},
		{"parameter outside params", "a.yaml", usual + "tax_free: 0\n", "key-place 17:1 tax_free 0"},
		{"a secret by its name", "a.yaml", usual + "imp_secret: abc\n", "secret 17:1 imp_secret ***"},
		{"a secret by its look", "a.yaml", usual + "colour: " + secret + "\n", "secret 17:1 colour ***"},
		{"a secret in a key that is misspelt", "a.yaml", usual + "optoins: [" + secret + "]\n", "key-near 17:1 optoins ***"},
		{"unknown key in make", "a.yaml", strings.Replace(usual, "prefix:", "prefx:", 1), "key-near 14:33 make.merchant_uid.prefx order"},
		{"missing key", "a.yaml", strings.Replace(usual, "mode: test\n", "", 1), "key-missing 0:0 mode "},
		{"key without a value", "a.yaml", strings.Replace(usual, "mode: test", "mode:", 1), "key-missing 0:0 mode "},
		{"missing path", "a.yaml", strings.Replace(usual, "path: /payments/redirect", "", 1), "key-missing 0:0 make.m_redirect_url.path "},
		{"missing version", "a.yaml", strings.Replace(usual, "version: 1\n", "", 1), "version-missing 0:0 version "},
		{"version 0", "a.yaml", strings.Replace(usual, "version: 1", "version: 0", 1), "version-unknown 1:10 version 0"},
		{"version 1.5", "a.yaml", strings.Replace(usual, "version: 1", "version: 1.5", 1), "version-unknown 1:10 version 1.5"},
		{"newer version", "a.yaml", strings.Replace(usual, "version: 1", "version: 2\nnew: 1", 1), "version-newer 1:10 version 2"},
		{"version as text", "a.yaml", strings.Replace(usual, "version: 1", `version: "1"`, 1), "type 1:10 version 1"},
		{"mode as list", "a.yaml", strings.Replace(usual, "mode: test", "mode: [test]", 1), "type 2:7 mode [test]"},
		{"params as list", "a.yaml", "version: 1\nmode: test\nsdk: v1\nmodule: smartro_v2\ntype: general\nparams: [1]\n", "type 6:9 params [1]"},
		{"targets as text", "a.yaml", strings.Replace(usual, "[html]", "html", 1), "type 16:32 options.targets html"},
		{"text code as number in JSON", "a.json", `{"version":1,"mode":"test","sdk":"v1","module":"smartro_v2","type":"general","tier_code":1}`, "type 1:90 tier_code 1"},
		{"unknown mode", "a.yaml", strings.Replace(usual, "mode: test", "mode: 운영", 1), "value-unknown 2:7 mode 운영"},
		{"misspelt mode", "a.yaml", strings.Replace(usual, "mode: test", "mode: Test", 1), "value-near 2:7 mode Test"},
		{"unknown maker", "a.yaml", strings.Replace(usual, "from: browser", "from: broswer", 1), "value-near 14:24 make.merchant_uid.from broswer"},
		{"unknown later", "a.yaml", usual + "later: [buyer_adress, 나중]\n", "later-near 17:9 later.0 buyer_adress, later-unknown 17:23 later.1 나중"},
		{"in params and in make", "a.yaml", strings.Replace(usual, "  amount:", "  merchant_uid: a\n  amount:", 1), "key-twice 11:17 params.merchant_uid "},
		{"in params and later", "a.yaml", usual + "later: [amount]\n", "key-twice 11:11 params.amount "},
		{"in make and later", "a.yaml", usual + "later: [merchant_uid]\n", "key-twice 14:17 make.merchant_uid "},
		{"user code and later", "a.yaml", usual + "later: [user_code]\n", "key-twice 6:12 user_code "},
		{"path without a slash", "a.yaml", strings.Replace(usual, "/payments/redirect", "payments", 1), "path 15:26 make.m_redirect_url.path payments"},
		{"path that leaves the origin", "a.yaml", strings.Replace(usual, "/payments/redirect", "//evil.example", 1), "path 15:26 make.m_redirect_url.path //evil.example"},
		{"days that are none", "a.yaml", strings.Replace(usual, "options:", "  period: {days: 1.5}\noptions:", 1), "days 16:18 make.period.days 1.5"},
		{"days over the most", "a.yaml", strings.Replace(usual, "options:", "  period: {days: 20261121}\noptions:", 1), "days 16:18 make.period.days 20261121"},
		{"a due date of no day", "a.yaml", strings.Replace(usual, "options:", "  vbank_due: {days: 0}\noptions:", 1), "days 16:21 make.vbank_due.days 0"},
		{"a due date without days", "a.yaml", strings.Replace(usual, "options:", "  vbank_due: {}\noptions:", 1), "key-missing 0:0 make.vbank_due.days "},
		{"a due date twice", "a.yaml", strings.NewReplacer("options:", "  vbank_due: {days: 3}\noptions:", "  amount:", "  vbank_due: 20261231\n  amount:").Replace(usual), "key-twice 11:14 params.vbank_due "},
		{"names of the other version", "a.yaml", strings.Replace(usual, "sdk: v1", "sdk: v2", 1),
			"key-version 14:3 make.merchant_uid {from: browser, prefix: order}, key-version 15:3 make.m_redirect_url {path: /payments/redirect}, key-version 6:12 user_code imp10000001"},
		{"a store id with V1", "a.yaml", strings.Replace(usual, "user_code: imp10000001", "store_id: store-1", 1), "key-version 6:11 store_id store-1"},
		{"a sub-store of V1", "a.yaml", strings.Replace(usualV2, "store_id", "tier_code: A01\nstore_id", 1), "key-version-only 6:12 tier_code A01"},
		{"a payment's number for a card", "a.yaml", strings.Replace(usualV2, "type: general", "type: billing", 1), "key-version 16:3 make.paymentId {from: browser, prefix: order}"},
		{"a due date for a card", "a.yaml", strings.NewReplacer("type: general", "type: billing", "paymentId: {from: browser, prefix: order}", "dueDate: {days: 3}").Replace(usualV2),
			"key-version-only 16:3 make.dueDate {days: 3}"},
		{"a name that V2 does not have", "a.yaml", usualV2 + "later: [buyer_tel]\n", "later-unknown 19:9 later.0 buyer_tel"},
		{"a store id twice", "a.yaml", strings.Replace(usualV2, "  payMethod", "  storeId: store-1\n  payMethod", 1), "key-twice 9:12 params.storeId "},
		{"a due date of V2 twice", "a.yaml", strings.NewReplacer("options:", "  dueDate: {days: 3}\noptions:", "  totalAmount:", "  virtualAccount: {accountExpiry: {dueDate: 20261231}}\n  totalAmount:").Replace(usualV2),
			"key-twice 11:45 params.virtualAccount.accountExpiry.dueDate "},
		{"an encoding that is not written", "a.yaml", strings.Replace(usual, "options: {", "options: {encoding: utf-16, ", 1), "value-near 16:21 options.encoding utf-16"},
		{"a part that a server almost has", "a.yaml", strings.Replace(usual, "options: {", "options: {server: [cancel, reciept], ", 1), "value-near 16:28 options.server.1 reciept"},
		{"a part that no server has", "a.yaml", strings.Replace(usual, "options: {", "options: {server: [ship-a-parcel], ", 1), "value-unknown 16:20 options.server.0 ship-a-parcel"},
		{"Java that is not written", "a.yaml", strings.Replace(usual, "options: {", "options: {java: \"17\", ", 1), "value-near 16:17 options.java 17"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, l := range text.Langs {
				_, found := answers.Decode(tt.file, []byte(tt.src), l)
				if got := brief(found); got != tt.want && got != tt.want+"  " {
					t.Errorf("%s: got %q, want %q", l, got, tt.want)
				}
				for _, f := range found {
					whole(t, l, f)
				}
			}
		})
	}
}

func brief(found []wizard.Finding) string {
	var all []string
	for _, f := range found {
		s := fmt.Sprintf("%s %d:%d", strings.TrimPrefix(f.Rule, "answers-"), f.Line, f.Column)
		if f.Path != "" {
			s += " " + f.Path + " " + f.Value
		}
		all = append(all, s)
	}
	return strings.Join(all, ", ")
}

var unfilled = regexp.MustCompile(`\{[a-z]+\}`)

// whole checks that a finding says everything: a sentence for each part with
// every placeholder filled, the file, and an end that is not before the start.
func whole(t *testing.T, l text.Lang, f wizard.Finding) {
	t.Helper()
	for _, s := range []string{f.Message, f.Why, f.Fix} {
		if s == "" || unfilled.MatchString(s) || strings.HasPrefix(s, "answers.") {
			t.Errorf("%s %s: sentence %q", l, f.Rule, s)
		}
	}
	if f.File == "" || f.EndLine < f.Line || f.EndLine == f.Line && f.EndColumn < f.Column {
		t.Errorf("%s: place %q %d:%d to %d:%d", f.Rule, f.File, f.Line, f.Column, f.EndLine, f.EndColumn)
	}
}

func TestSecretsAreNotEchoed(t *testing.T) {
	secret := strings.Repeat("aB3d", 12)
	for _, src := range []string{"api_secret: " + secret, "colour: " + secret, "mode: " + secret, "later: [" + secret + "]", "colour: {a: " + secret + "}", "version: " + secret} {
		_, found := answers.Decode("a.yaml", []byte(src), text.Ko)
		if len(found) == 0 || strings.Contains(fmt.Sprintf("%+v", found), secret) {
			t.Errorf("%.20s...: %+v", src, found)
		}
	}
}

func TestMendsLeadToAnswersWithoutThatFinding(t *testing.T) {
	tests := []struct{ was, is, rule, edit string }{
		{"mode: test", "mode: TEST", "answers-value-near", "set mode test true"},
		{"module:", "modul:", "answers-key-near", "rename modul module false"},
		{"user_code:", "userCode:", "answers-key-near", "rename userCode user_code true"},
		{"[html]", "html", "answers-type", "set options.targets [html] true"},
		{"version: 1", `version: "1"`, "answers-type", "set version 1 true"},
	}
	for _, tt := range tests {
		_, found := answers.Decode("a.yaml", []byte(strings.Replace(usual, tt.was, tt.is, 1)), text.En)
		if len(found) != 1 || found[0].Rule != tt.rule || len(found[0].Mends) != 1 {
			t.Errorf("%s: %+v", tt.is, found)
			continue
		}
		m := found[0].Mends[0]
		e := m.Edits[0]
		to := any(e.To)
		if e.Op == value.Set {
			to = e.Value
		}
		if got := fmt.Sprintf("%s %s %v %v", e.Op, e.Path, to, m.Sure); got != tt.edit {
			t.Errorf("%s: mend %q, want %q", tt.is, got, tt.edit)
		}
	}
}

func TestFindingsAreBounded(t *testing.T) {
	var b bytes.Buffer
	for i := range 10000 {
		fmt.Fprintf(&b, "colour%d: x\n", i)
	}
	if _, found := answers.Parse("a.yaml", b.Bytes(), text.Ko); len(found) != 50 {
		t.Errorf("%d findings of keys, want 50", len(found))
	}
	b.Reset()
	for i := range 10000 {
		fmt.Fprintf(&b, "나중%d,", i)
	}
	later := "later: [" + b.String() + "]"
	if _, found := answers.Decode("a.yaml", []byte(later), text.Ko); len(found) < 50 || len(found) > 60 {
		t.Errorf("%d findings of names, want about 50", len(found))
	}
}

func TestLimitIsExact(t *testing.T) {
	fill := func(n int) []byte { return []byte(usual + "#" + strings.Repeat("x", n-len(usual)-1)) }
	if _, found := answers.Decode("a.yaml", fill(answers.MaxSize), text.Ko); len(found) > 0 {
		t.Errorf("at the limit: %s", found[0].Message)
	}
	if _, found := answers.Decode("a.yaml", fill(answers.MaxSize+1), text.Ko); brief(found) != "too-large 1:1" {
		t.Errorf("over the limit: %s", brief(found))
	}
	nested := "params: {x: " + strings.Repeat("[", 62) + strings.Repeat("]", 62) + "}"
	if _, found := answers.Parse("a.yaml", []byte(nested), text.Ko); len(found) > 0 {
		t.Errorf("64 levels: %s", found[0].Message)
	}
	nested = `{"params":{"x":` + strings.Repeat("[", 62) + strings.Repeat("]", 62) + "}}"
	if _, found := answers.Parse("a.json", []byte(nested), text.Ko); len(found) > 0 {
		t.Errorf("64 levels: %s", found[0].Message)
	}
}

func placeOf(f wizard.Finding) string {
	return fmt.Sprintf("%s %d:%d-%d:%d", f.File, f.Line, f.Column, f.EndLine, f.EndColumn)
}
