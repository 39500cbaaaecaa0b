package lint_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/korean"

	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
)

const call = `IMP.request_pay({ pg: "smartro_v2", pay_method: "card", merchant_uid: "주문_1", name: "컵", amount: 100, buyer_tel: "010-9876-5432", m_redirect_url: "https://a.kr" }, done);`

// at finds the first finding of a rule.
func at(t *testing.T, r lint.Report, rule string) wizard.Finding {
	t.Helper()
	for _, f := range r.Findings {
		if f.Rule == rule {
			return f
		}
	}
	t.Fatalf("no %s in %s%s", rule, r.File, show(r.Findings))
	return wizard.Finding{}
}

func TestPlacesCountCodePoints(t *testing.T) {
	euckr, err := korean.EUCKR.NewEncoder().String("<script>\n/* 결제 */ " + call + "\n</script>")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, file, body string
		line, column     int
	}{
		{"plain", "a.js", call, 1, 71},
		{"behind Hangul", "a.js", "\n/* 결제 😀 */ " + call, 2, 82},
		{"in a page", "a.html", "<p>결제</p>\r\n<script>" + call + "</script>", 2, 79},
		{"in EUC-KR", "a.jsp", euckr, 2, 80},
		{"in a quoting mail", "", "> " + call + "\n> // 안 열려요\n", 1, 73},
		{"in Markdown", "a.md", "# 문의\n\n```js\n" + call + "\n```\n", 4, 71},
		{"an attribute", "a.html", "<button onclick='" + call + "'>", 1, 88},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := at(t, readText(t, tt.file, tt.body, wizard.Setup{}), "merchant-uid-charset")
			if f.Line != tt.line || f.Column != tt.column || f.EndLine != tt.line || f.EndColumn != tt.column+6 {
				t.Errorf("%d:%d to %d:%d, want %d:%d", f.Line, f.Column, f.EndLine, f.EndColumn, tt.line, tt.column)
			}
			if f.Value != `"주문_1"` {
				t.Errorf("value %s", f.Value)
			}
		})
	}
}

func TestSetupIsInferredAndSaid(t *testing.T) {
	for _, tt := range []struct {
		name, params string
		given        wizard.Setup
		want         string
	}{
		{"nothing known", `{ channelKey: "channel-key-1", pay_method: "card" }`, wizard.Setup{}, "test smartro_v2 general assumed assumed assumed "},
		{"the old module by pg", `{ pg: "smartro.iamport01m", pay_method: "card" }`, wizard.Setup{}, "test smartro general inferred inferred inferred "},
		{"a MID", `{ pg: "smartro_v2.t_2302165m", pay_method: "card" }`, wizard.Setup{}, "test smartro_v2 escrow inferred inferred inferred "},
		{"a card to register", `{ customer_uid: "u1", pay_method: "card" }`, wizard.Setup{}, "test smartro_v2 billing assumed assumed inferred "},
		{"escrow", `{ escrow: true, pay_method: "card" }`, wizard.Setup{}, "test smartro_v2 escrow assumed assumed inferred "},
		{"overseas", `{ bypass: { smartro_v2: { OpenType: "EN" } }, pay_method: "card" }`, wizard.Setup{}, "test smartro_v2 overseas assumed assumed inferred "},
		{"given", `{ pg: "smartro.x", pay_method: "card" }`, wizard.Setup{Mode: wizard.ModeLive, Module: wizard.ModuleNew, Type: wizard.TypeBilling}, "live smartro_v2 billing given given given "},
		{"another PG", `{ pg: "html5_inicis.INIpayTest", pay_method: "card" }`, wizard.Setup{}, "test smartro_v2 general assumed assumed assumed html5_inicis"},
		{"a placeholder for the PG", `{ pg: "{PG사 코드}", pay_method: "card" }`, wizard.Setup{}, "test smartro_v2 general assumed assumed assumed "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := readText(t, "a.js", "IMP.request_pay("+tt.params+", f)", tt.given)
			got := fmt.Sprintf("%s %s %s %s %s %s %s", r.Setup.Mode, r.Setup.Module, r.Setup.Type, r.Sources.Mode, r.Sources.Module, r.Sources.Type, r.OtherPG)
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestHoweverItIsReached(t *testing.T) {
	const p = `{ pg: "smartro_v2.x", pay_method: "card", merchant_uid: "o_1", amount: 100 }`
	for name, code := range map[string]string{
		"by its name":            "IMP.request_pay(" + p + ", f)",
		"through window":         "window.IMP.request_pay(" + p + ", f)",
		"an optional call":       "window.IMP?.request_pay?.(" + p + ", f)",
		"a cast":                 "(window as any).IMP!.request_pay(" + p + ", f)",
		"by brackets":            "window['IMP']['request_pay'](" + p + ", f)",
		"an alias":               "const imp = window.IMP; imp.request_pay(" + p + ", f)",
		"taken apart":            "const { IMP } = window; IMP.request_pay(" + p + ", f)",
		"taken apart twice":      "const { IMP: { request_pay } } = window; request_pay(" + p + ", f)",
		"the function taken out": "const { request_pay } = IMP; request_pay(" + p + ", f)",
		"a name for it":          "const pay = IMP.request_pay; pay(" + p + ", f)",
		"bound":                  "const pay = IMP.request_pay.bind(IMP); pay(" + p + ", f)",
		"by call":                "IMP.request_pay.call(IMP, " + p + ", f)",
		"by apply":               "IMP.request_pay.apply(IMP, [" + p + ", f])",
		"vue-iamport":            "this.$IMP().request_pay(" + p + ", f)",
		"Vue.IMP()":              "Vue.IMP().request_pay(" + p + ", f)",
		"a parameter":            "load().then((IMP) => IMP.request_pay(" + p + ", f))",
		"a function that finds":  "function sdk() { return window.IMP } const IMP = sdk(); IMP.request_pay(" + p + ", f)",
		"a wrapper":              "const pay = (params) => new Promise((done) => IMP.request_pay(params, done)); pay(" + p + ")",
		"React Native":           "export default () => <IMP.Payment userCode=\"imp1\" data={" + p + "} callback={f} />",
		"a variable":             "const params = " + p + "; IMP.request_pay(params, f)",
		"assigned later":         "const params = {}; params.pg = 'smartro_v2.x'; params.pay_method = 'card'; params.merchant_uid = 'o_1'; params.amount = 100; IMP.request_pay(params, f)",
		"spread":                 "const base = { merchant_uid: 'o_1' }; IMP.request_pay({ pg: 'smartro_v2.x', ...base }, f)",
		"a template of PHP":      "IMP.request_pay({ pg: 'smartro_v2.x', merchant_uid: 'o_<?= $id ?>', amount: <?= $amount ?> }, f)",
	} {
		t.Run(name, func(t *testing.T) {
			r := readText(t, "a.tsx", code, wizard.Setup{})
			if r.Calls != 1 || !found(r, "merchant-uid-charset") {
				t.Errorf("%d calls%s", r.Calls, show(r.Findings))
			}
		})
	}
	if r := readText(t, "", "{ pg: 'smartro_v2.x', pay_method: 'card', merchant_uid: 'o_1' }", wizard.Setup{}); r.Calls != 1 || !found(r, "merchant-uid-charset") {
		t.Errorf("an object alone: %d calls%s", r.Calls, show(r.Findings))
	}
}

func TestCommentsThatIgnore(t *testing.T) {
	const line = "IMP.request_pay({ channelKey: k, merchant_uid: 'o_1', pay_method: 'card' }, f)"
	for _, tt := range []struct {
		name, code string
		ignored    int
		still      bool
		complains  bool
	}{
		{"the line before", "// smartro-wizard-ignore merchant-uid-charset 옛 주문\n" + line, 1, false, false},
		{"the same line", line + " // smartro-wizard-ignore merchant-uid-charset: 옛 주문", 1, false, false},
		{"the whole file", "/* smartro-wizard-ignore-file merchant-uid-charset,order-id-fresh 옛 주문 */\n\n" + line, 2, false, false},
		{"another line", "// smartro-wizard-ignore merchant-uid-charset 옛 주문\n\n" + line, 0, true, false},
		{"another rule", "// smartro-wizard-ignore order-id-fresh 옛 주문\n" + line, 1, true, false},
		{"without a reason", "// smartro-wizard-ignore merchant-uid-charset\n" + line, 0, true, true},
		{"without a rule", "// smartro-wizard-ignore\n" + line, 0, true, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := readText(t, "a.js", tt.code, wizard.Setup{})
			if r.Ignored != tt.ignored || found(r, "merchant-uid-charset") != tt.still || found(r, "code-ignore-reason") != tt.complains {
				t.Errorf("%d ignored%s", r.Ignored, show(r.Findings))
			}
		})
	}
	if r := readText(t, "a.html", "<!-- smartro-wizard-ignore-file merchant-uid-charset 옛 주문 --><script>"+line+"</script>", wizard.Setup{}); r.Ignored == 0 {
		t.Errorf("in a page:%s", show(r.Findings))
	}
}

func TestMarkedPlacesAreLater(t *testing.T) {
	r := readText(t, "a.js", "const o = {\n  tel: \"010-0000-0000\", // TODO(smartro-wizard): buyer_tel\n};\nIMP.request_pay({ channelKey: k, pay_method: 'card', buyer_tel: o.tel }, f)", wizard.Setup{})
	if f := at(t, r, "buyer-tel-required"); f.State != wizard.StateLater || f.Line != 2 {
		t.Errorf("%+v", f)
	}
	if found(r, "dummy-buyer") {
		t.Errorf("a marked place is a sample:%s", show(r.Findings))
	}
}

// TestSecretsAreNotEchoed looks for secrets in everything that is said.
func TestSecretsAreNotEchoed(t *testing.T) {
	const key, secret = "7234567890123456", "k8fYq1MZ0Lw3xN5vR7tB2cD4eG6hJ9aS1dF3gH5jK7lZ9xC2vB4nM6qW8eR0tY1uI3oP5aS7dF9gH"
	for _, body := range []string{
		"<script>const c = { imp_key: '" + key + "', imp_secret: '" + secret + "' }; IMP.request_pay({ custom_data: { s: '" + secret + "' }, pay_method: '" + secret + "' }, f)</script>",
		"<script>// imp_secret = '" + secret + "'\nIMP.init('" + secret + "')</script>",
		"<html><!-- imp_key: '" + key + "' --><script>IMP.init('imp1')</script></html>",
		"<script>var s = '" + secret + "'; IMP.request_pay({ name: s, [s]: 1, amount: s }, f)</script>",
	} {
		r := readText(t, "a.html", body, wizard.Setup{})
		if !found(r, "rest-secret-server-side") {
			t.Errorf("no word of the secret:%s", show(r.Findings))
		}
		said, err := json.Marshal(r.Findings)
		if err != nil {
			t.Fatal(err)
		}
		if s := string(said); strings.Contains(s, secret) || strings.Contains(s, key) {
			t.Errorf("a secret is said: %s", s)
		}
	}
}

// TestHugeAndHostile: everything is answered, or refused with the limit.
func TestHugeAndHostile(t *testing.T) {
	for name, body := range map[string]string{
		"10 MB of calls":       strings.Repeat(call+"\n", 10<<20/(len(call)+1)-100),
		"10 MB on one line":    strings.Repeat(call, 10<<20/len(call)-100),
		"a line of 5 MB":       call + " var x = '" + strings.Repeat("가", 5<<20/3) + "';",
		"100,000 brackets":     call + " x = " + strings.Repeat("[", 100_000),
		"100,000 tags":         strings.Repeat("<script>", 100_000) + call,
		"unclosed everything":  call + strings.Repeat("({[`${'", 20_000),
		"zero bytes in a text": call + "\n'" + strings.Repeat("\x00", 1000) + "'",
		"bidi and escapes":     call + " // \x1b[2J\u202e\u2066",
		"many windows":         "function pay(p) { IMP.request_pay(p, f) }\n" + strings.Repeat("pay({ merchant_uid: 'o_1' });\n", 5000),
	} {
		t.Run(name, func(t *testing.T) {
			for _, file := range []string{"a.html", "a.js", ""} {
				r, err := lint.Read(file, []byte(body), lint.Options{Lang: text.Ko, Today: today})
				if err != nil && !errors.Is(err, lint.ErrTooLarge) && !errors.Is(err, lint.ErrBinary) {
					t.Fatal(err)
				}
				for _, f := range r.Findings {
					if strings.ContainsAny(f.Message+f.Value+f.Path, "\x00\x1b\u202e") {
						t.Fatalf("%q is said raw", f.Value)
					}
				}
				if strings.HasPrefix(name, "10 MB") && file == "a.js" && !found(r, "code-too-large") && !has(r.Findings, "code-too-large") {
					t.Errorf("no word of the limit:%d findings", len(r.Findings))
				}
			}
		})
	}
	if _, err := lint.Read("a.js", make([]byte, lint.MaxFile+1), lint.Options{}); !errors.Is(err, lint.ErrTooLarge) {
		t.Errorf("past the limit: %v", err)
	}
}

type report = lint.Report
