//go:build e2e

package targets_test

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"smartro-wizard/e2e/java"
	"smartro-wizard/wizard"
)

// jasper gives the page that Tomcat makes of a JSP file.
func (s *shop) jasper(t *testing.T, file []byte) []byte {
	t.Helper()
	if s.tomcat == "" {
		s.app = s.t.TempDir()
		s.tomcat = java.Serve(s.t, s.app)
	}
	name := fmt.Sprintf("page%d.jsp", len(s.pages))
	if err := os.WriteFile(filepath.Join(s.app, name), file, 0o644); err != nil {
		t.Fatal(err)
	}
	answer, err := http.Get(s.tomcat + "/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	page, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s, %v\n%s", answer.Status, err, page)
	}
	return page
}

// directive is what a JSP page of a shop begins with.
func directive(a wizard.Answers) string {
	charset := a.Options.Encoding
	if charset == "" {
		charset = wizard.EncodingUTF8
	}
	return fmt.Sprintf("<%%@ page contentType=\"text/html; charset=%[1]s\" pageEncoding=\"%[1]s\" %%>\n", charset)
}
