package testpage

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

// probe is a request that has to be refused.
type probe struct{ name, request string }

// try begins an attempt as the page does and gives the path of its token.
func (r *rig) try() (path string, a *attempt) {
	r.t.Helper()
	code, _, body := r.raw(r.post(r.path(r.URL())+"/attempt", `{"key_from":"test"}`))
	if code != 200 {
		r.t.Fatalf("attempt: got %d %s", code, body)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	a = r.attempts[len(r.attempts)-1]
	return tryPath + a.token, a
}

// open also calls the window.
func (r *rig) open() (path string, a *attempt) {
	r.t.Helper()
	path, a = r.try()
	if code, _, body := r.raw(r.post(path+"/event", `{"event":"window"}`)); code != 200 {
		r.t.Fatalf("window: got %d %s", code, body)
	}
	if e := r.event(); e.Kind != Window {
		r.t.Fatalf("got %+v", e)
	}
	return path, a
}

func claim(a *attempt) string {
	return fmt.Sprintf(`{"fields":{"imp_uid":"imp_123456789012","merchant_uid":%q}}`, a.order)
}

// refused sends every probe, wants the answer of an unknown path for each, and
// then shows that the genuine request still works and that nothing was told meanwhile.
func refused(t *testing.T, id string, build func(r *rig, page, try, back, good string) []probe) {
	t.Helper()
	r := start(t)
	try, a := r.open()
	page, back, good := r.path(r.URL()), r.path(r.Redirect()), claim(a)
	_, wantHead, want := r.raw(r.get("/nothing/here"))
	wantHead.Del("Date")
	probes := build(r, page, try, back, good)
	for _, p := range probes {
		code, head, body := r.raw(p.request)
		switch {
		case code == 0: // hung up on
		case code < 400 || code > 499:
			t.Errorf("%s %s: got %d %.80s", id, p.name, code, body)
		case strings.Contains(body, "id=\"open\"") || strings.Contains(body, "merchant_uid"):
			t.Errorf("%s %s: shows the page", id, p.name)
		case code == 404:
			head.Del("Date")
			head.Del("Connection") // by version of the protocol
			if body != want && !strings.HasPrefix(p.request, "HEAD ") || fmt.Sprint(head) != fmt.Sprint(wantHead) {
				t.Errorf("%s %s: does not look like an unknown path: %v %q", id, p.name, head, body)
			}
		}
		for _, name := range []string{"Access-Control-Allow-Origin", "Access-Control-Allow-Headers", "Upgrade", "Set-Cookie"} {
			if head.Get(name) != "" {
				t.Errorf("%s %s: has the header %s", id, p.name, name)
			}
		}
	}
	if code, _, _ := r.raw(r.get(page)); code != 200 {
		t.Errorf("%s: the genuine page got %d", id, code)
	}
	if code, _, body := r.raw(r.post(try+"/result", good)); code != 200 {
		t.Errorf("%s: the genuine result got %d %s", id, code, body)
	}
	var kinds []Kind
	for _, e := range r.rest() {
		kinds = append(kinds, e.Kind)
	}
	if want := []Kind{Page, Result}; !slices.Equal(kinds, want) {
		t.Errorf("%s: told %v, want %v", id, kinds, want)
	}
	t.Logf("%s: %d requests refused, 2 genuine ones answered", id, len(probes))
}

func TestH01Host(t *testing.T) {
	refused(t, "H01", func(r *rig, page, try, _, good string) (all []probe) {
		_, port, _ := net.SplitHostPort(r.addr)
		hosts := []string{"evil.example", "evil.example:" + port, "127.0.0.1", "127.0.0.1:1", "127.0.0.1:" + port + ".evil.example",
			"evil.127.0.0.1:" + port, "2130706433:" + port, "0x7f000001:" + port, "127.1:" + port, "0.0.0.0:" + port, "[::1]:" + port,
			"localhost:" + port, "LOCALHOST:" + port, "127.0.0.1:0" + port, "127.0.0.1:" + port + ":", "user@127.0.0.1:" + port, ""}
		for _, h := range hosts {
			all = append(all,
				probe{"page for " + h, r.get(page, "Host: "+h)},
				probe{"result for " + h, r.post(try+"/result", good, "Host: "+h)})
		}
		return append(all,
			probe{"missing", r.get(page, "Host:-")},
			probe{"doubled", r.get(page, "Host: "+r.addr, "Host: "+r.addr)},
			probe{"doubled, foreign second", r.get(page, "Host: "+r.addr, "Host: evil.example")},
			probe{"old protocol, none", "GET " + page + " HTTP/1.0\r\n\r\n"},
			probe{"whole address, foreign", r.get("http://evil.example"+page, "Host: "+r.addr)},
			probe{"whole address, ours", r.get("http://"+r.addr+page, "Host: evil.example")},
		)
	})
}

func TestH02OriginAndFetchSite(t *testing.T) {
	refused(t, "H02", func(r *rig, page, try, _, good string) (all []probe) {
		host, port, _ := net.SplitHostPort(r.addr)
		for _, o := range []string{"https://evil.example", "null", "http://" + host + ":1", "http://" + host, "https://" + r.addr,
			"http://localhost:" + port, "http://" + r.addr + ".evil.example", "http://" + r.addr + "/", "HTTP://" + r.addr, "file://", ""} {
			all = append(all,
				probe{"result from " + o, r.post(try+"/result", good, "Origin: "+o)},
				probe{"page from " + o, r.get(page, "Origin: "+o)})
		}
		for _, s := range []string{"cross-site", "same-site", "", "Same-Origin", "none, none"} {
			all = append(all,
				probe{"result, site " + s, r.post(try+"/result", good, "Sec-Fetch-Site: "+s)},
				probe{"page, site " + s, r.get(page, "Sec-Fetch-Site: "+s, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")})
		}
		ours := "Origin: http://" + r.addr
		return append(all,
			probe{"doubled, same", r.post(try+"/result", good, ours, ours)},
			probe{"doubled, foreign second", r.post(try+"/result", good, ours, "Origin: https://evil.example")},
			probe{"site doubled", r.post(try+"/result", good, "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site")})
	})
}

func TestH03RequestsOfOtherSites(t *testing.T) {
	refused(t, "H03", func(r *rig, page, try, back, good string) (all []probe) {
		cross := func(mode, dest string, more ...string) []string {
			return append([]string{"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: " + mode, "Sec-Fetch-Dest: " + dest}, more...)
		}
		for _, dest := range []string{"script", "image", "iframe", "frame", "object", "empty", "style", "worker", "video"} {
			all = append(all, probe{dest, r.get(page, cross("no-cors", dest)...)}, probe{dest + " of the landing", r.get(back+"?merchant_uid=x", cross("navigate", dest)...)})
		}
		ws := []string{"Upgrade: websocket", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13", "Origin: https://evil.example"}
		return append(all,
			probe{"preflight", r.request("OPTIONS "+try+"/result", "", []string{"Origin: https://evil.example", "Access-Control-Request-Method: POST"})},
			probe{"preflight of ours", r.request("OPTIONS "+try+"/result", "", []string{"Origin: http://" + r.addr, "Access-Control-Request-Method: POST"})},
			probe{"EventSource", r.get(page, cross("cors", "empty", "Accept: text/event-stream")...)},
			probe{"WebSocket", r.get(page, ws...)},
			probe{"landing fetched", r.get(back, cross("cors", "empty")...)},
			probe{"landing posted", r.request("POST "+back, "merchant_uid=x", cross("navigate", "document", "Content-Type: application/x-www-form-urlencoded"))},
			probe{"form", r.request("POST "+try+"/result", good, cross("navigate", "document", "Content-Type: text/plain", "Origin: https://evil.example"))})
	})
}

func TestH04Tokens(t *testing.T) {
	refused(t, "H04", func(r *rig, page, try, back, good string) (all []probe) {
		token, landing, attempt := r.page, r.back, strings.TrimPrefix(try, tryPath)
		old := start(r.t)
		for _, tok := range []string{"", "x", strings.Repeat("A", len(token)), token[:len(token)-1], token + "A", strings.ToLower(token) + "", landing, attempt, old.page} {
			if tok != token {
				all = append(all, probe{"page " + tok, r.get(pagePath + tok)}, probe{"attempt of " + tok, r.post(pagePath+tok+"/attempt", `{"key_from":"test"}`)})
			}
		}
		for _, tok := range []string{"", "x", token, landing, old.back, attempt[:len(attempt)-1], attempt + "A"} {
			all = append(all, probe{"result of " + tok, r.post(tryPath+tok+"/result", good)}, probe{"event of " + tok, r.post(tryPath+tok+"/event", `{"event":"window"}`)})
		}
		for _, tok := range []string{"", token, attempt, landing[1:]} {
			all = append(all, probe{"landing of " + tok, r.get(backPath + tok + "?merchant_uid=x")}, probe{"door of " + tok, r.get(doorPath + tok)})
		}
		return append(all,
			probe{"in the query", r.get("/page?token=" + token)},
			probe{"query beside it", r.get(page + "?a=1")},
			probe{"in a header", r.get(pagePath, "Authorization: Bearer "+token, "X-Token: "+token)},
			probe{"in a cookie", r.get(pagePath, "Cookie: token="+token)},
			probe{"at the top", r.get("/" + token)},
			probe{"landing's at the page", r.get(pagePath + landing)},
			probe{"landing's result", r.post(tryPath+landing+"/result", good)},
			probe{"below the page", r.get(page + "/x")},
			probe{"slash behind", r.get(page + "/")})
	})
}

func TestH06PathsThatLeadNowhere(t *testing.T) {
	refused(t, "H06", func(r *rig, page, _, back, _ string) (all []probe) {
		for _, p := range []string{"/", "//", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/..\\..\\etc\\passwd",
			"//evil.example/" + page, "/%00", page + "%00", page + "/../../etc/passwd", page + "/%2e%2e/x", "/.env", "/.git/config", "/debug/pprof/",
			"/debug/vars", "/favicon.ico", "/robots.txt", "/page", pagePath, backPath, doorPath, tryPath, "/assets/page/page.js",
			strings.Replace(page, "page", "%70age", 1), strings.Replace(back, "back", "b%61ck", 1), "/./" + page, "*"} {
			all = append(all, probe{p, r.get(p)})
		}
		return all
	})
}

func TestH07Methods(t *testing.T) {
	refused(t, "H07", func(r *rig, page, try, back, good string) (all []probe) {
		for _, m := range []string{"HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "BREW"} {
			all = append(all, probe{m + " page", r.request(m+" "+page, "", nil)}, probe{m + " landing", r.request(m+" "+back, "", nil)})
		}
		for _, m := range []string{"GET", "HEAD", "PUT", "DELETE", "PATCH", "TRACE", "post"} {
			all = append(all, probe{m + " result", r.request(m+" "+try+"/result", "", nil)}, probe{m + " attempt", r.request(m+" "+page+"/attempt", "", nil)})
		}
		return append(all,
			probe{"CONNECT to us", "CONNECT " + r.addr + " HTTP/1.1\r\nHost: " + r.addr + "\r\n\r\n"},
			probe{"override", r.request("GET "+try+"/result", "", []string{"X-HTTP-Method-Override: POST", "X-Method-Override: POST"})},
			probe{"GET with a body", r.request("GET "+try+"/result", good, []string{"Content-Type: application/json"})})
	})
}

func TestH08Headers(t *testing.T) {
	refused(t, "H08", func(r *rig, page, _, back, _ string) []probe {
		var many []string
		for i := range 900 {
			many = append(many, fmt.Sprintf("X-%d: %s", i, strings.Repeat("a", 20)))
		}
		return []probe{
			{"huge", r.get(page, "X-Big: "+strings.Repeat("a", 17<<10))},
			{"many", r.get(page, many...)},
			{"NUL", r.get(page, "X-Nul: a\x00b")},
			{"bare CR", r.get(page, "X-Cr: a\rSet-Cookie: x=1")},
			{"split landing", r.get(back + "?merchant_uid=%0d%0aSet-Cookie:%20a=b%ff")},
			{"long path", r.get("/" + strings.Repeat("a", 20<<10))},
			{"no colon", r.get(page, "Nonsense")},
		}
	})
}

// Each check is taken out in turn: what only it refuses has to come through
// then, or the tests above would pass without it.
func TestTheGuardsAreWhatRefuses(t *testing.T) {
	for _, c := range guards {
		t.Run(c.name, func(t *testing.T) {
			request := func(r *rig) string {
				switch c.name {
				case "host":
					return r.get(r.path(r.URL()), "Host: evil.example")
				case "origin":
					return r.get(r.path(r.URL()), "Origin: https://evil.example")
				}
				return r.get(r.path(r.URL()), "Sec-Fetch-Site: cross-site")
			}
			r := start(t)
			if code, _, _ := r.raw(request(r)); code != 404 {
				t.Fatalf("with the check: got %d", code)
			}
			r.guards = slices.DeleteFunc(slices.Clone(guards), func(g check) bool { return g.name == c.name })
			if code, _, _ := r.raw(request(r)); code != 200 {
				t.Errorf("without the check: got %d, so something else refuses", code)
			}
		})
	}
}

// Slow and idle clients lose their connection; the genuine page is not kept
// waiting by any number of them.
func TestH09SlowClients(t *testing.T) {
	for name, d := range map[string]time.Duration{"header": usual.header, "read": usual.read, "write": usual.write, "idle": usual.idle} {
		if d <= 0 || d > 20*time.Second {
			t.Errorf("%s: a connection may last %v", name, d)
		}
	}
	soon := 300 * time.Millisecond
	r := start(t, func(o *Options) { o.limits = &limits{soon, soon, usual.write, usual.idle} })
	try, _ := r.open()
	var idle []net.Conn
	open := func(send string) net.Conn {
		conn, err := net.Dial("tcp", r.addr)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close() })
		_, _ = io.WriteString(conn, send)
		return conn
	}
	head := open("GET / HTTP/1.1\r\nHost: ")
	body := open("POST " + try + "/result HTTP/1.1\r\nHost: " + r.addr + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
	for _, conn := range []net.Conn{head, body} {
		_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
		if _, err := io.Copy(io.Discard, conn); err != nil {
			t.Errorf("a slow client was not hung up on: %v", err)
		}
	}
	for range 3 * mostConns {
		idle = append(idle, open(""))
	}
	for range 200 {
		code, _, _ := r.raw(r.get(pagePath + "guess"))
		if code == 200 {
			t.Fatal("guessed")
		}
	}
	if code, _, _ := r.raw(r.get(r.path(r.URL()))); code != 200 {
		t.Errorf("the genuine page got %d behind %d idle connections", code, len(idle))
	}
	t.Logf("H09: 2 slow and %d idle connections held", len(idle))
}

func TestTheLandingTakesANavigationOfAnotherSite(t *testing.T) {
	r := start(t)
	_, a := r.open()
	code, _, body := r.raw(r.get(r.path(r.Redirect())+"?imp_uid=imp_123456789012&merchant_uid="+a.order,
		"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"))
	if code != http.StatusOK {
		t.Fatalf("got %d", code)
	}
	if strings.Contains(body, r.page) {
		t.Error("the landing tells the page's token")
	}
	if e := r.event(); e.Kind != Result || e.Via != ViaRedirect || e.Verdict != VerdictClaimed {
		t.Errorf("got %+v", e)
	}
}

func TestADoorOpensOnce(t *testing.T) {
	r := start(t)
	door, err := r.Door()
	if err != nil {
		t.Fatal(err)
	}
	code, head, _ := r.raw(r.get(r.path(door)))
	if code != http.StatusSeeOther || head.Get("Location") != r.path(r.URL()) {
		t.Errorf("got %d %q", code, head.Get("Location"))
	}
	if code, _, _ := r.raw(r.get(r.path(door))); code != 404 {
		t.Errorf("second time: got %d", code)
	}
	for range 2 { // what it leads to can be reloaded
		if code, _, _ := r.raw(r.get(head.Get("Location"))); code != 200 {
			t.Errorf("the page got %d", code)
		}
	}
}
