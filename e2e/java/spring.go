//go:build e2e

package java

import (
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var (
	//go:embed web.xml
	webXML []byte
	//go:embed payments-servlet.xml
	servletXML string
)

// scanned finds the beans as shops of that time do. Spring 4.3 reads no newer
// classes than those of Java 8, so the others are named.
const scanned = `<context:component-scan base-package="payments"/>`

// Spring makes a web application of the classes of the spring target in a
// folder, and of the pages in src/main/webapp, from where Tomcat serves it.
func Spring(t testing.TB, dir, release string) (app string) {
	t.Helper()
	sources, err := filepath.Glob(filepath.Join(dir, "src/main/java/payments/*.java"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("no classes in %s: %v", dir, err)
	}
	app = filepath.Join(dir, "src/main/webapp")
	web := filepath.Join(app, "WEB-INF")
	if err := os.MkdirAll(filepath.Join(web, "classes"), 0o755); err != nil {
		t.Fatal(err)
	}
	sources = append(sources, launchable(t, dir))
	if err := (Compiler{Release: release}).Compile(t, filepath.Join(web, "classes"), sources...); err != nil {
		t.Fatal(err)
	}
	beans := scanned
	if release != "8" {
		beans = named(sources)
	}
	for name, text := range map[string][]byte{"web.xml": webXML, "payments-servlet.xml": []byte(strings.ReplaceAll(servletXML, "<!-- beans -->", beans))} {
		if err := os.WriteFile(filepath.Join(web, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return app
}

// named are the classes that carry an annotation of Spring's as beans.
func named(sources []string) string {
	var b strings.Builder
	for _, source := range sources {
		code, err := os.ReadFile(source)
		if err == nil && (strings.Contains(string(code), "org.springframework.stereotype") || strings.Contains(string(code), "@RestController")) {
			fmt.Fprintf(&b, "<bean class=\"payments.%s\"/>\n  ", strings.TrimSuffix(filepath.Base(source), ".java"))
		}
	}
	return b.String()
}
