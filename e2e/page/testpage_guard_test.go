//go:build e2e

package page_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard/value"
)

// The window may use frames, connections, styles, images and forms of hosts
// that nobody publishes: none of them may be stopped by our policy.
func TestTestPageThePolicyLeavesThePaymentWindowFree(t *testing.T) {
	tr := ready(t, func(tr *trial, _ *testpage.Options) { tr.Stub("https://pg.example/more.js", "window.more = true") })
	tr.Eval(`(async () => {
		const add = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));
		add("iframe", { src: "https://pg.example/frame" });
		add("img", { src: "https://pg.example/i.png" });
		add("style", { textContent: "#hint { background: url(https://pg.example/b.png) }" });
		add("link", { rel: "stylesheet", href: "https://pg.example/s.css" });
		add("script", { src: "https://pg.example/more.js" });
		add("iframe", { name: "target", hidden: true });
		add("form", { action: "https://pg.example/form", method: "post", target: "target" });
		document.forms[document.forms.length - 1].submit();
		await fetch("https://pg.example/api").catch(() => 0);
	})()`, nil)
	tr.WaitFor("window.more")
	for _, path := range []string{"frame", "i.png", "s.css", "form", "api"} {
		deadline := time.After(browser.Patience)
		for !slices.Contains(tr.Refused(), "https://pg.example/"+path) {
			select {
			case <-deadline:
				t.Fatalf("%s was never asked for; refused: %v", path, tr.Refused())
			case <-time.After(10 * time.Millisecond):
			}
		}
	}
	if blocked := tr.seen(testpage.Policy); len(blocked) != 0 {
		t.Errorf("blocked: %+v", blocked)
	}
}

func TestTestPageTwoTabs(t *testing.T) {
	tr := ready(t, nil)
	var other string
	tr.Eval(`(async () => (await (await fetch(location.pathname)).text()).includes('id="open"') ? "page" : "")()`, &other)
	if other != "page" {
		t.Error("the page does not open twice")
	}
	tr.Click("#open")
	tr.wait(testpage.Window, 1)
	tr.Eval(`new Promise((done) => { const f = window.open(location.href); f.onload = () => done(true); })`, nil)
	tr.answer(success)
	if e := tr.wait(testpage.Result, 1); e.Verdict != testpage.VerdictClaimed {
		t.Errorf("got %+v", e)
	}
}

func TestTestPageShowsHostileTextAsText(t *testing.T) {
	nasty := `</script><img src=x onerror="globalThis.CANARY=1"><script>globalThis.CANARY=1</script>` + "\u202e\u200b"
	const name = "</script><img src=x onerror=CANARY=1>\u202e" // as long as a name may be
	tr := ready(t, func(_ *trial, o *testpage.Options) {
		o.Answers.Params = o.Answers.Params.With("name", value.Text(name))
	})
	tr.Click("#open")
	if got := tr.requests()[0]["name"]; got != name {
		t.Errorf("sent %q", got)
	}
	raw, err := json.Marshal(nasty)
	if err != nil {
		t.Fatal(err)
	}
	tr.answer(fmt.Sprintf(`{merchant_uid: seen.requests[0].merchant_uid, error_code: "x", error_msg: %s, [%s]: 1}`, raw, raw))
	tr.wait(testpage.Result, 1)
	tr.WaitFor(`!document.querySelector("#result").hidden`)
	if s := tr.Text("#result") + tr.Text("#sent") + tr.Text("#hero"); strings.Count(s, "<img") < 3 || strings.ContainsAny(s, "\u202e\u200b") {
		t.Errorf("shown: %q", s)
	}
	var canary bool
	tr.Eval("'CANARY' in globalThis || document.querySelector('img') !== null", &canary)
	if canary {
		t.Error("the text became markup")
	}
}

func TestTestPageForeignRequestsChangeNothing(t *testing.T) {
	tr := ready(t, func(tr *trial, _ *testpage.Options) {
		tr.Stub("http://evil.example/", "<!doctype html><title>evil</title>")
	})
	tr.Click("#open")
	tr.wait(testpage.Window, 1)
	url, back := tr.server.URL(), tr.server.Redirect()
	tr.wait(testpage.SDK, 1)
	tr.mu.Lock()
	before := len(tr.events)
	tr.mu.Unlock()

	evil := browser.Start(t).Page(t)
	evil.Stub("http://evil.example/", "<!doctype html><title>evil</title>")
	evil.Open("http://evil.example/")
	var held int
	evil.Eval(fmt.Sprintf(`(async () => {
		const page = %q, back = %q;
		let held = 0;
		const hold = (p) => p.then(() => 0, () => held++);
		for (const mode of ["cors", "no-cors"]) for (const type of ["text/plain", "application/json"]) for (const path of ["/attempt", "/event", ""])
			await hold(fetch(page + path, { method: "POST", mode, headers: { "Content-Type": type }, body: '{"event":"sdk","state":"loaded"}' }));
		await hold(fetch(page));
		await hold(fetch(back + "?merchant_uid=x", { mode: "no-cors" }));
		const load = (tag, more) => new Promise((done) => {
			const e = document.createElement(tag);
			e.onload = e.onerror = () => done(held++);
			Object.assign(e, more);
			document.body.append(e);
			setTimeout(done, 2000);
		});
		await Promise.all([load("img", { src: page }), load("script", { src: page }), load("iframe", { src: page }), load("iframe", { src: back + "?merchant_uid=x" })]);
		await new Promise((done) => { const w = new WebSocket(page.replace("http", "ws")); w.onclose = () => done(held++); });
		return held;
	})()`, url, back), &held)
	t.Logf("%d requests of a foreign page were held", held)
	if held == 0 {
		t.Error("the foreign page did nothing: this test shows nothing")
	}
	for name, change := range map[string]func(*http.Request){
		"foreign Host":   func(r *http.Request) { r.Host = "evil.example" },
		"foreign Origin": func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") },
		"wrong token":    func(r *http.Request) { r.URL.Path = r.URL.Path[:len(r.URL.Path)-1] + "!" },
	} {
		r, err := http.NewRequest(http.MethodGet, url, nil)
		if err != nil {
			t.Fatal(err)
		}
		change(r)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != http.StatusNotFound {
			t.Errorf("%s: got %d", name, resp.StatusCode)
		}
	}
	tr.answer(success)
	tr.wait(testpage.Result, 1)
	tr.mu.Lock()
	defer tr.mu.Unlock()
	for _, e := range tr.events[before:] {
		if e.Kind != testpage.Result || e.Verdict != testpage.VerdictClaimed {
			t.Errorf("a foreign request was told as %+v", e)
		}
	}
}

func TestTestPageFitsItsScreen(t *testing.T) {
	for _, size := range []string{"desktop", "phone"} {
		for _, dark := range []bool{false, true} {
			name := size + map[bool]string{true: "-dark", false: "-light"}[dark]
			t.Run(name, func(t *testing.T) {
				tr := ready(t, func(tr *trial, _ *testpage.Options) {
					if tr.Dark(dark); size == "phone" {
						tr.Phone()
					} else {
						tr.Desktop()
					}
				})
				tr.Screenshot("testpage-ready-" + name)
				tr.Click("#open")
				tr.answer(success)
				tr.WaitFor(`!document.querySelector("#next").hidden`)
				tr.Screenshot("testpage-claimed-" + name)
				var wide []string
				tr.Eval(`[...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
					&& !e.closest("pre")).map((e) => e.tagName + "#" + e.id)`, &wide)
				if len(wide) > 0 {
					t.Errorf("wider than the screen: %v", wide)
				}
			})
		}
	}
}
