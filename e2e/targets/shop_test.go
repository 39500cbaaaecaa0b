//go:build e2e

package targets_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
)

// sdk writes down what it is asked for and leaves the callback to the test.
const sdk = `
window.seen = window.seen || { init: [], requests: [] };
window.IMP = {
  init: (...args) => seen.init.push(args),
  agency: (...args) => seen.init.push(args),
  request_pay: (params, callback) => { seen.requests.push(params); window.answer = callback; },
};`

// shop serves pages by their paths, hands out the order of the page that it
// served last, and counts what reaches /payments/complete.
type shop struct {
	url string

	mu    sync.Mutex
	pages map[string]page
	order string // as JSON
	posts int

	t      *testing.T // of the whole test
	app    string     // what Tomcat serves, once it is asked for
	tomcat string     // its address
}

type page struct {
	kind string
	body []byte
}

func openShop(t *testing.T) *shop {
	t.Helper()
	s := &shop{pages: map[string]page{}, t: t}
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

func (s *shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	found, ok := s.pages[r.URL.Path]
	order := s.order
	if r.Method == http.MethodPost && r.URL.Path == "/payments/complete" {
		s.posts++
	}
	s.mu.Unlock()
	switch {
	case r.Method == http.MethodPost && r.URL.Path == "/payments/orders":
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, order)
	case r.Method == http.MethodPost:
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(w, `{"status":"paid"}`)
	case ok:
		w.Header().Set("Content-Type", found.kind)
		_, _ = w.Write(found.body)
	default:
		http.NotFound(w, r)
	}
}

func (s *shop) posted() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.posts
}

// put serves a body. The pages say their encoding themselves.
func (s *shop) put(path, kind string, body []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[path] = page{kind, body}
}

// serve puts a target on a page of the shop and gives its address.
func (s *shop) serve(t *testing.T, path, dir string, a wizard.Answers, target string) string {
	t.Helper()
	s.mu.Lock()
	s.order = orderOf(t, a)
	s.mu.Unlock()
	out, err := snippets.Generate(a, target)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := out.Files[0].Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if target == "jsp" {
		if a.Options.Page == wizard.PageV1 {
			raw = append([]byte(directive(a)), around(t, a, target, path, raw)...)
		}
		raw = s.jasper(t, raw)
	}
	if (target == "html" && a.Options.Page != wizard.PageV1) || target == "jsp" {
		s.put(path, "text/html", raw)
		return s.url + path
	}
	if slices.Contains([]string{"ts", "react", "vue", "next"}, target) {
		raw = []byte(script(t, dir, a, target))
	}
	s.put(path, "text/html", around(t, a, target, path, raw))
	s.put(path+".js", "text/javascript", raw)
	return s.url + path
}

// around is the page that a shop has for a target.
func around(t *testing.T, a wizard.Answers, target, path string, code []byte) []byte {
	t.Helper()
	charset := "utf-8"
	if a.Options.Encoding != "" {
		charset = a.Options.Encoding
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "<!doctype html><html lang=\"ko\"><head><meta charset=%q></head><body>\n", charset)
	if a.Options.Page == wizard.PageV1 {
		fmt.Fprintf(&b, "<script src=%q></script><script>IMP.init('imp10000001')</script>\n", browser.Script)
	}
	switch target {
	case "html", "jsp":
		b.Write(code)
		return b.Bytes()
	case "react", "vue", "next":
		b.WriteString(`<div id="root"></div>`)
	default:
		b.WriteString(`<button id="smartro-pay" type="button">pay</button><p id="smartro-message" role="status"></p>`)
	}
	order, err := json.Marshal(orderOf(t, a))
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&b, "<script>var ORDER = JSON.parse(%s)</script><script src=\"%s.js\" defer></script></body></html>\n", order, path)
	return b.Bytes()
}
