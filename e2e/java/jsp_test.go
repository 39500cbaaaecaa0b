//go:build e2e

package java_test

import (
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"golang.org/x/net/html"

	e2e "smartro-wizard/e2e/java"
	"smartro-wizard/snippets/java"
	"smartro-wizard/snippets/js"
	"smartro-wizard/snippets/plan"
)

// pages are the encodings of a JSP page, and how literals are written there.
var pages = []struct {
	charset, encoding string
	js                js.Dialect
	java              java.Dialect
}{
	{"UTF-8", "", js.Dialect{ES5: true}, java.Dialect{}},
	{"EUC-KR", plan.EUCKR, js.Dialect{ES5: true, ASCII: true}, java.Dialect{ASCII: true}},
}

// jsp is a page with every text in its script and in a scriptlet.
func jsp(t *testing.T, charset string, script, scriptlet func(string) string) string {
	t.Helper()
	var inScript, inScriptlet strings.Builder
	for i, s := range texts(t) {
		fmt.Fprintf(&inScript, "got[%d] = %s;\n", i, script(s))
		fmt.Fprintf(&inScriptlet, "out.println(hex(%s));\n", scriptlet(s))
	}
	return `<%@ page language="java" contentType="text/html; charset=` + charset + `" pageEncoding="` + charset + `" %>
<%!
    static String canary() {
        System.setProperty("CANARY", "1");
        return "";
    }

    static String hex(String s) {
        StringBuilder line = new StringBuilder();
        for (byte b : s.getBytes(java.nio.charset.StandardCharsets.UTF_8)) line.append(String.format("%02x", b));
        return line.toString();
    }
%>
<% request.setAttribute("canary", "evaluated"); %>
<!doctype html>
<html><head><title>한글</title></head><body><script>
var got = [];
` + inScript.String() + `</script><pre><%
` + inScriptlet.String() + `%></pre><p>${canary} <%= System.getProperty("CANARY") %></p></body></html>
`
}

// fetched is what a browser makes of the page.
type fetched struct {
	names, title, script, pre, p string
}

func fetch(t *testing.T, url string, decode func([]byte) string) fetched {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	raw, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s, %v\n%s", r.Status, err, raw)
	}
	root, err := html.Parse(strings.NewReader(decode(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var f fetched
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		f.names += n.Data + " "
		if n.FirstChild == nil {
			continue
		}
		switch n.Data {
		case "title":
			f.title = n.FirstChild.Data
		case "script":
			f.script = n.FirstChild.Data
		case "pre":
			f.pre = n.FirstChild.Data
		case "p":
			f.p = n.FirstChild.Data
		}
	}
	return f
}

func TestLiteralsInJSP(t *testing.T) {
	total := 0
	for _, page := range pages {
		t.Run(page.charset, func(t *testing.T) {
			file := plan.File{Path: "values.jsp", Encoding: page.encoding, Body: jsp(t, page.charset,
				func(s string) string {
					lit, err := page.js.String(s)
					if err != nil {
						t.Fatal(err)
					}
					return lit.String()
				},
				func(s string) string {
					lit, err := page.java.String(s)
					if err != nil {
						t.Fatal(err)
					}
					return lit.String()
				})}
			got := fetch(t, serve(t, file), func(raw []byte) string { return file.Text(raw) })
			if got.names != "html head title body script pre p " || got.title != "한글" {
				t.Errorf("the page became %s with the title %s", got.names, got.title)
			}
			if got.p != "evaluated null" {
				t.Errorf("EL and the canary say %q", got.p)
			}
			wrong := inScript(t, got.script) + inPre(t, got.pre)
			n := 2 * len(texts(t))
			t.Logf("JSP in %s: %d values, %d wrong, 0 executed", page.charset, n, wrong)
			total += n
		})
	}
	t.Logf("%d values in JSP pages", total)
}

func serve(t *testing.T, files ...plan.File) string {
	t.Helper()
	app := t.TempDir()
	for _, file := range files {
		raw, err := file.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(app, file.Path), raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return e2e.Serve(t, app) + "/" + files[0].Path
}

func inScript(t *testing.T, script string) (wrong int) {
	t.Helper()
	vm := goja.New()
	if _, err := vm.RunString(script); err != nil {
		t.Fatal(err)
	}
	if canary := vm.Get("CANARY"); canary != nil {
		t.Error("a value was executed in the script")
	}
	for i, want := range texts(t) {
		if got := vm.Get("got").ToObject(vm).Get(fmt.Sprint(i)); got == nil || got.String() != want {
			wrong++
			t.Errorf("in the script %.200q is %.200v", want, got)
		}
	}
	return wrong
}

func inPre(t *testing.T, pre string) (wrong int) {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(strings.ReplaceAll(pre, "\r", ""), "\n"), "\n")
	if len(lines) != len(texts(t)) {
		t.Fatalf("%d values came out of %d", len(lines), len(texts(t)))
	}
	for i, want := range texts(t) {
		if lines[i] != hex.EncodeToString([]byte(want)) {
			wrong++
			t.Errorf("in the scriptlet %.200q is %.200s", want, lines[i])
		}
	}
	return wrong
}
