//go:build e2e

// Package sarif_test has the validator of the format's makers read what lint
// prints.
package sarif_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const tool = "../tools/sarif/node_modules/@microsoft/sarif-multitool/bin.js"

// pages have findings of every kind: with a place, without one, unknown, of
// code as such, with Hangul, with a path that has to be escaped.
var pages = map[string]string{
	"결제 페이지.html":  "<!doctype html><html><script src=\"https://cdn.iamport.kr/js/iamport.payment-1.2.0.js\"></script>\n<script>/* 결제 */ IMP.init('x'); IMP.request_pay({ pay_method: 'card' merchant_uid: '주문_1', amount: '100', ...rest }, (r) => r.success)</script></html>",
	"src/Pay.tsx":  "export default () => <b onClick={() => window.IMP.request_pay({ pg: 'smartro', merchant_uid: `o_${id}` })} />;\n",
	"src/a%b.js":   "IMP.request_pay({ storeId: 1 }, function () {})\n",
	"src/large.js": "IMP.request_pay(" + strings.Repeat("a, ", 400_000) + ")",
}

func TestSARIFIsSound(t *testing.T) {
	dir := t.TempDir()
	for name, body := range pages {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	bin := filepath.Join(dir, "smartro-wizard")
	if out, err := exec.Command("go", "build", "-o", bin, "smartro-wizard").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, lang := range []string{"ko", "en"} {
		cmd := exec.Command(bin, "lint", ".", "src/large.js", "-f", "sarif", "--lang", lang, "--fail-on", "never")
		cmd.Dir = dir
		log, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(log), `"ruleId"`); n < 15 {
			t.Errorf("%s: only %d findings\n%s", lang, n, log)
		}
		if bad := objections(t, log); len(bad) > 0 {
			t.Errorf("%s: %s", lang, strings.Join(bad, "\n"))
		}
		if lang == "en" && len(objections(t, []byte(strings.ReplaceAll(string(log), `"startLine": `, `"startLine": -`)))) == 0 {
			t.Error("the validator has nothing against lines below zero")
		}
	}
}

// objections are what the validator has against a log.
func objections(t *testing.T, log []byte) []string {
	t.Helper()
	if _, err := os.Stat(tool); err != nil {
		t.Fatalf("make setup installs the validator: %v", err)
	}
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.sarif"), filepath.Join(dir, "out.sarif")
	if err := os.WriteFile(in, log, 0o644); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command("node", tool, "validate", in, "--output", out).CombinedOutput()
	raw, readErr := os.ReadFile(out)
	if readErr != nil {
		t.Fatalf("%v, %v\n%s", err, readErr, said)
	}
	var result struct {
		Runs []struct {
			Results []struct {
				RuleID, Level string
				Message       struct {
					Text      string
					Arguments []string
				}
			}
		}
	}
	if err := json.Unmarshal(raw, &result); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range result.Runs {
		for _, x := range r.Results {
			if x.Level == "" || x.Level == "error" || x.Level == "warning" {
				all = append(all, x.RuleID+" "+strings.Join(x.Message.Arguments, " "))
			}
		}
	}
	return all
}
