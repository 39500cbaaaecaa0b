package lint_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/lint"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// vectors are the cases that the rulebook's own tests run on.
type vectors struct {
	Bases map[string]struct {
		Setup  map[string]string `yaml:"setup"`
		Fn     string            `yaml:"fn"`
		Params yaml.Node         `yaml:"params"`
	} `yaml:"bases"`
	Rules []struct {
		ID     string               `yaml:"id"`
		Base   string               `yaml:"base"`
		Person bool                 `yaml:"person"`
		Pass   map[string]yaml.Node `yaml:"pass"`
		Fail   map[string]yaml.Node `yaml:"fail"`
	} `yaml:"rules"`
}

func load(t *testing.T, name string) vectors {
	t.Helper()
	raw, err := os.ReadFile("../../wizard/rulebook/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := yaml.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// valueOf turns a node into a value, digits and order kept.
func valueOf(t *testing.T, n *yaml.Node) value.Value {
	t.Helper()
	switch n.Kind {
	case yaml.MappingNode:
		var fields []value.Field
		for i := 0; i+1 < len(n.Content); i += 2 {
			fields = append(fields, value.Field{Key: n.Content[i].Value, Value: valueOf(t, n.Content[i+1])})
		}
		return value.ObjectOf(fields...)
	case yaml.SequenceNode:
		var items []value.Value
		for _, c := range n.Content {
			items = append(items, valueOf(t, c))
		}
		return value.ListOf(items...)
	}
	switch n.Tag {
	case "!!bool":
		return value.Truth(n.Value == "true")
	case "!!int", "!!float":
		return value.Digits(n.Value)
	case "!!null":
		return value.Value{}
	}
	return value.Text(n.Value)
}

// shown is a case as code shows it: setup, call and parameters.
type shown struct {
	setup    wizard.Setup
	user     string
	tier     string
	function string
	params   value.Value
}

// lay puts an overlay on a base and reports whether code can show all of it.
func lay(t *testing.T, v vectors, base string, overlay map[string]yaml.Node) (s shown, ok bool) {
	t.Helper()
	b := v.Bases[base]
	s = shown{function: b.Fn, user: b.Setup["user_code"], tier: b.Setup["tier_code"], params: valueOf(t, &b.Params), setup: wizard.Setup{
		Mode: wizard.Mode(b.Setup["mode"]), SDK: wizard.SDK(b.Setup["sdk"]), Module: wizard.Module(b.Setup["module"]), Type: wizard.Type(b.Setup["type"])}}
	for path, n := range overlay {
		v := valueOf(t, &n)
		switch head, rest, _ := strings.Cut(path, "."); {
		case head == "params" && rest != "":
			s.params = s.params.With(rest, v)
		case path == "params":
			s.params = v
		case path == "fn":
			s.function = v.Text()
		case path == "setup.mode":
			s.setup.Mode = wizard.Mode(v.Text())
		case path == "setup.module":
			s.setup.Module = wizard.Module(v.Text())
		case path == "setup.type":
			s.setup.Type = wizard.Type(v.Text())
		case path == "setup.user_code":
			s.user = v.Text()
		case path == "setup.tier_code":
			s.tier = v.Text()
		case path == "facts.console.mid" || path == "facts.code.read" || strings.HasPrefix(path, "facts.payment."):
		default:
			return s, false
		}
	}
	return s, s.function != ""
}

// hosts are the kinds of file that a script stands in.
var hosts = map[string]func(script, markup string) string{
	"pay.html": func(script, markup string) string {
		return "<!doctype html>\n<html lang=\"ko\">\n<head><script src=\"https://cdn.iamport.kr/v1/iamport.js\"></script></head>\n<body>\n<button onclick=\"pay()\">결제하기</button>\n<script>\n" + script + "</script>\n" + markup + "</body>\n</html>\n"
	},
	"Pay.tsx": func(script, _ string) string {
		return "import { useState } from \"react\";\n\nexport default function Pay() {\n  const [busy, setBusy] = useState<boolean>(false);\n" + script + "  return <button disabled={busy} onClick={pay}>결제하기</button>;\n}\n"
	},
	"Pay.vue": func(script, _ string) string {
		return "<template>\n  <button @click=\"pay\">{{ label }}</button>\n</template>\n\n<script setup lang=\"ts\">\nconst label: string = \"결제하기\";\n" + script + "</script>\n"
	},
	"pay.jsp": func(script, markup string) string {
		return "<%@ page contentType=\"text/html; charset=UTF-8\" %>\n<%@ taglib prefix=\"c\" uri=\"jakarta.tags.core\" %>\n<!DOCTYPE html>\n<html><head><script src=\"https://cdn.iamport.kr/v1/iamport.js\"></script></head><body>\n<c:if test=\"${not empty order}\"><a href=\"#\" onclick=\"return pay('${order.id}')\">결제</a></c:if>\n<script>\n" + script + "</script>\n" + markup + "</body></html>\n"
	},
}

// windowScript is a page's code for a window, sound but for what the case has.
func windowScript(t *testing.T, s shown) string {
	t.Helper()
	init := fmt.Sprintf("IMP.init(%s);", literal(t, value.Text(s.user)))
	if s.tier != "" {
		init = fmt.Sprintf("IMP.agency(%s, %s);", literal(t, value.Text(s.user)), literal(t, value.Text(s.tier)))
	}
	return "function start() {\n  " + init + "\n}\nwindow.addEventListener(\"load\", start);\nfunction pay() {\n  IMP.request_pay(" + literal(t, s.params) + `, function (rsp) {
    if (rsp.error_code) {
      alert(rsp.error_msg);
      return;
    }
    fetch("/payments/complete", { method: "POST", body: JSON.stringify({ imp_uid: rsp.imp_uid, merchant_uid: rsp.merchant_uid }) });
  });
}
`
}

// restScript is code that calls the API, as a server or a careless page has it.
func restScript(t *testing.T, s shown) string {
	t.Helper()
	method, path, _ := strings.Cut(s.function, " ")
	params := s.params
	for _, name := range []string{"imp_uid", "merchant_uid", "customer_uid"} {
		if strings.Contains(path, "{"+name+"}") {
			path = strings.ReplaceAll(path, "{"+name+"}", params.Get(name).Text())
			if name != "merchant_uid" {
				params = params.With(name, value.Value{})
			}
		}
	}
	where := "params"
	if method == "POST" {
		where = "data"
	}
	return fmt.Sprintf("async function pay() {\n  const { data } = await axios({\n    url: \"https://api.iamport.kr%s\",\n    method: %q,\n    headers: { Authorization: `Bearer ${token}` },\n    %s: %s,\n  });\n  return data.code;\n}\n",
		path, strings.ToLower(method), where, literal(t, params))
}

func literal(t *testing.T, v value.Value) string {
	t.Helper()
	lit, err := js.Dialect{}.Encode(v)
	if err != nil {
		t.Fatal(err)
	}
	return lit.Indent("  ").String()
}

// beyond are rules that read what code does not show: the console, the world,
// a payment that was made. The others have snippets by hand below.
var beyond = []string{
	"mid-matches-type", "live-mode-no-test-mid", "channel-name-charset", "channel-attribute-payment", "app-scheme-webview", "vbank-issued-is-not-paid",
	"phone-no-partial-cancel", "escrow-no-partial-cancel", "test-check-card-partial-cancel", "redirect-no-callback", "rest-cancel-tax-free",
	"rest-prepare-amount-match", "webhook-verify-by-lookup", "webhook-idempotent", "random-uuid-needs-https",
}

// doubtful are rules for one way of paying, which a call that speaks of an
// earlier payment does not show: they say that they cannot tell.
var doubtful = []string{"rest-cancel-refund-account", "rest-cancel-refund-tel-old", "rest-receipt-required-fields", "rest-receipt-type-enum"}

// TestEveryRuleInEveryHost writes the failing and the passing overlay of each
// rule as code in four kinds of file.
func TestEveryRuleInEveryHost(t *testing.T) {
	own, byHand, rules, snippets := load(t, "own-overlays.yaml"), handWritten(), 0, 0
	for _, file := range []string{"v1-overlays.yaml", "own-overlays.yaml"} {
		v := load(t, file)
		for name, b := range load(t, "v1-overlays.yaml").Bases {
			if _, ok := v.Bases[name]; !ok {
				if v.Bases == nil {
					v.Bases = own.Bases
				}
				v.Bases[name] = b
			}
		}
		for _, r := range v.Rules {
			rule, _ := rulebook.RuleOf(r.ID)
			if r.Person || slices.Contains(beyond, r.ID) || slices.Contains(doubtful, r.ID) || rule.When.SDK == wizard.V2 {
				continue
			}
			if _, ok := byHand[r.ID]; ok {
				continue
			}
			fail, ok1 := lay(t, v, r.Base, r.Fail)
			pass, ok2 := lay(t, v, r.Base, r.Pass)
			if !ok1 || !ok2 {
				t.Errorf("%s: code does not show its overlays, and nobody wrote code for it by hand", r.ID)
				continue
			}
			rules++
			for host := range hosts {
				snippets += 2
				if got := inHost(t, host, fail); !found(got, r.ID) {
					t.Errorf("%s is silent in %s:%s\n%s", r.ID, host, show(got.Findings), got.Text)
				}
				if got := inHost(t, host, pass); found(got, r.ID) {
					t.Errorf("%s speaks of sound code in %s:%s\n%s", r.ID, host, show(got.Findings), got.Text)
				}
			}
		}
	}
	t.Logf("%d rules in %d snippets of %d kinds of file; %d rules by hand; %d read what code does not show", rules, snippets, len(hosts), len(byHand), len(beyond)+len(doubtful))
}

func found(r lint.Report, rule string) bool {
	return slices.ContainsFunc(r.Findings, func(f wizard.Finding) bool { return f.Rule == rule && f.State == wizard.StateFound })
}

func inHost(t *testing.T, host string, s shown) lint.Report {
	t.Helper()
	script := ""
	if s.function == wizard.RequestPay {
		script = windowScript(t, s)
	} else {
		script = restScript(t, s)
	}
	return readText(t, host, hosts[host](script, ""), s.setup)
}

func readText(t *testing.T, name, body string, s wizard.Setup) lint.Report {
	t.Helper()
	r, err := lint.Read(name, []byte(body), lint.Options{Setup: s, Lang: text.En, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	return r
}
