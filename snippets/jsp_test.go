package snippets_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/plan"
	"smartro-wizard/wizard"
)

var (
	directive = regexp.MustCompile(`(?m)^<%@.*%>\n`)
	scripting = regexp.MustCompile(`(?s)<%!?\n.*?%>\n`)
	puts      = regexp.MustCompile(`(?m)^  paymentOrder\.put\((".*?"), (.*)\);(?: // TODO.*)?$`)
)

// served is the page that a server of JSP makes of a file of ours. What the
// encoder writes for Java means the same in JavaScript, so that no Java is
// needed here; the end-to-end tests compare with Jasper's page.
func served(file string) (string, error) {
	var order strings.Builder
	for _, put := range puts.FindAllStringSubmatch(file, -1) {
		fmt.Fprintf(&order, "%s: %s, ", put[1], put[2])
	}
	vm := goja.New()
	v, err := vm.RunString("function json(text) { return JSON.parse(text); } function BigDecimal(text) { return Number(text); } JSON.stringify({" + order.String() + "})")
	if err != nil {
		return "", fmt.Errorf("the order: %w", err)
	}
	inScript := "JSON.parse(" + quoted(strings.ReplaceAll(v.String(), "<", `\u003c`)) + ")"
	page := scripting.ReplaceAllString(directive.ReplaceAllString(file, ""), "")
	return strings.ReplaceAll(page, "<%= inScript(paymentOrder) %>", strings.ReplaceAll(inScript, "</", `<\/`)), nil
}

// What is left of a JSP page is text: nothing in it is for the server.
func TestJSPLeavesNothingToTheServerButItsOrder(t *testing.T) {
	for name, a := range outputs() {
		if target, _, _ := strings.Cut(name, " "); target != "jsp" {
			continue
		}
		for _, tt := range pageCases {
			tt.answers.Options.Encoding = a.Options.Encoding
			page, err := served(body(t, tt.answers, "jsp"))
			if err != nil {
				t.Fatal(err)
			}
			for _, taken := range []string{"<%", "%>", "${", "#{", `\$`, `\#`, "<jsp:"} {
				if strings.Contains(page, taken) {
					t.Errorf("%s %s: %s is left", name, tt.name, taken)
				}
			}
		}
	}
}

func TestPagesLieWhereTheirServerTakesThem(t *testing.T) {
	a := caseOf(t, "server-order")
	for _, tt := range []struct {
		targets []string
		page    string
		path    string
	}{
		{[]string{"jsp"}, wizard.PageNew, "payment.jsp"},
		{[]string{"jsp", "spring"}, wizard.PageNew, "src/main/webapp/index.jsp"},
		{[]string{"jsp", "spring"}, wizard.PageV1, "payment.jsp"},
		{[]string{"html", "spring"}, wizard.PageNew, "src/main/resources/static/index.html"},
		{[]string{"js", "spring"}, wizard.PageNew, "src/main/resources/static/payment.js"},
		{[]string{"html", "express"}, wizard.PageNew, "public/index.html"},
	} {
		a.Options.Page = tt.page
		out, err := snippets.Generate(a, tt.targets...)
		if err != nil {
			t.Fatal(err)
		}
		file := out.Files[0]
		if file.Path != tt.path {
			t.Errorf("%v: lies in %s", tt.targets, file.Path)
		}
		if tt.targets[0] != "jsp" {
			continue
		}
		if first := strings.HasPrefix(file.Body, "<%@ page language"); first != (tt.page == wizard.PageNew) {
			t.Errorf("%v %s: begins with a directive: %v", tt.targets, tt.page, first)
		}
		if asks := strings.Contains(file.Body, "paymentOrder"); asks != (len(tt.targets) == 1) {
			t.Errorf("%v: has an order of its own: %v", tt.targets, asks)
		}
	}
	a.Options.Page, a.Options.Encoding = wizard.PageNew, wizard.EncodingEUCKR
	if file := generate(t, a, "jsp").Files[0]; file.Encoding != plan.EUCKR || !strings.Contains(file.Body, `pageEncoding="euc-kr"`) {
		t.Errorf("%s begins %.120s", file.Encoding, file.Body)
	}
}
