//go:build e2e

package page_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/ui/testpage"
)

func TestTestPageAWindowThatClosesWithoutAnAnswer(t *testing.T) {
	tr := ready(t, func(tr *trial, _ *testpage.Options) {
		tr.Stub(browser.Script, strings.Replace(sdk, "window.answer = callback;", `window.answer = callback;
			const f = document.createElement("iframe"); f.style = "position:fixed;inset:0;width:100%;height:100%"; f.id = "pg"; document.body.append(f);`, 1))
	})
	tr.Click("#open")
	tr.wait(testpage.Window, 1)
	tr.Eval(`new Promise((r) => setTimeout(() => { document.querySelector("#pg").remove(); r(true); }, 600))`, nil)
	if e := tr.wait(testpage.Closed, 1); e.Why != testpage.WhyWindow || e.Attempt != 1 {
		t.Errorf("got %+v", e)
	}
	tr.pressable()
	if len(tr.seen(testpage.Result)) != 0 {
		t.Error("a result was made up")
	}
}

func TestTestPageNothingForAMinute(t *testing.T) {
	tr := ready(t, func(tr *trial, _ *testpage.Options) {
		tr.early(`window.setTimeout = ((set) => (f, ms, ...more) => set(f, ms === 60000 ? 10 : ms, ...more))(window.setTimeout)`)
	})
	tr.Click("#open")
	tr.wait(testpage.Window, 1)
	tr.WaitFor(`!document.querySelector("#silence").hidden`)
	if s := tr.Text("#silence"); !strings.Contains(s, "팝업") || !strings.Contains(s, "앱 안 브라우저") {
		t.Errorf("the page says %s", s)
	}
	if len(tr.seen(testpage.Quiet)) != 0 {
		t.Error("the terminal does not go by its own clock")
	}
	tr.minute()
	tr.wait(testpage.Quiet, 1)
}

func TestTestPageABlockedScript(t *testing.T) {
	tr := begin(t, func(tr *trial, _ *testpage.Options) { tr.Unstub(browser.Script) })
	if e := tr.wait(testpage.SDK, 1); e.State != testpage.Blocked {
		t.Errorf("got %+v", e)
	}
	tr.WaitFor(`document.querySelector("#hint").innerText.includes("cdn.iamport.kr")`)
	tr.WaitFor(`document.querySelector("#open").disabled`)
	tr.Stub(browser.Script, sdk)
	tr.Reload()
	tr.pressable()
	if e := tr.wait(testpage.SDK, 2); e.State != testpage.Loaded {
		t.Errorf("got %+v", e)
	}
}

func TestTestPageAScriptThatNeverComes(t *testing.T) {
	tr := begin(t, func(tr *trial, _ *testpage.Options) {
		tr.early(`window.setTimeout = ((set) => (f, ms, ...more) => set(f, ms === 15000 ? 0 : ms, ...more))(window.setTimeout)`)
		tr.Stub(browser.Script, `for (const until = Date.now() + 300; Date.now() < until;);`+sdk)
	})
	if e := tr.wait(testpage.SDK, 1); e.State != testpage.Timeout {
		t.Errorf("got %+v", e)
	}
	tr.pressable() // a script that comes late is taken
}

func TestTestPageThatIsLeft(t *testing.T) {
	tr := ready(t, func(tr *trial, _ *testpage.Options) {
		tr.Stub("https://pg.example/pay", "<!doctype html><title>PG</title>")
		tr.Stub(browser.Script, strings.Replace(sdk, "window.answer = callback;", `location.href = "https://pg.example/pay";`, 1))
	})
	tr.Click("#open")
	if e := tr.wait(testpage.Closed, 1); e.Why != testpage.WhyLeft || e.Attempt != 1 {
		t.Errorf("got %+v", e)
	}
}

func TestTestPageTellsWhatThePolicyBlocks(t *testing.T) {
	tr := ready(t, nil)
	tr.Eval(`document.body.insertAdjacentHTML("beforeend", '<object data="https://plugin.example/x"></object>'), true`, nil)
	e := tr.wait(testpage.Policy, 1)
	if e.Directive != "object-src" || e.Host != "plugin.example" {
		t.Errorf("got %+v", e)
	}
	tr.WaitFor(`document.querySelector("#log").innerText.includes("plugin.example")`)
}

func TestTestPageAPopUp(t *testing.T) {
	popup := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, `<!doctype html><script>opener.postMessage("done", "*")</script>`)
	}))
	t.Cleanup(popup.Close)
	opens := strings.Replace(sdk, "window.answer = callback;", fmt.Sprintf(`window.answer = callback;
		window.pop = window.open(%q); addEventListener("message", () => { window.reached = !pop.closed; });`, popup.URL), 1)
	t.Run("that opens reaches the page", func(t *testing.T) {
		tr := ready(t, func(tr *trial, _ *testpage.Options) { tr.Stub(browser.Script, opens) })
		tr.Click("#open")
		tr.until("window.reached")
		tr.Eval("pop.close()", nil)
		if e := tr.wait(testpage.Closed, 1); e.Why != testpage.WhyWindow {
			t.Errorf("got %+v", e)
		}
	})
	t.Run("that the browser refuses is told", func(t *testing.T) {
		tr := ready(t, func(tr *trial, _ *testpage.Options) {
			tr.early("window.open = () => null")
			tr.Stub(browser.Script, opens)
		})
		tr.Click("#open")
		if e := tr.wait(testpage.Policy, 1); e.Directive != "popup" {
			t.Errorf("got %+v", e)
		}
		tr.WaitFor(`document.querySelector("#log").innerText.includes("팝업")`)
	})
}

func TestTestPageWhatThrowsIsTold(t *testing.T) {
	tr := ready(t, func(tr *trial, _ *testpage.Options) {
		tr.Stub(browser.Script, `window.IMP = { init() {}, request_pay() { throw new Error("스토어 정보를 조회하는데 실패하였습니다"); } }`)
	})
	tr.Click("#open")
	if e := tr.wait(testpage.Closed, 1); e.Why != testpage.WhyThrew || e.Symptom != "store-info-not-found" {
		t.Errorf("got %+v", e)
	}
	tr.WaitFor(`document.querySelector("#result").innerText.includes("고칠 것")`)
	tr.pressable()
}

func TestTestPageAGivenUpAttempt(t *testing.T) {
	tr := ready(t, nil)
	tr.Click("#open")
	tr.wait(testpage.Window, 1)
	tr.Click("#stop")
	if e := tr.wait(testpage.Closed, 1); e.Why != testpage.WhyCancelled {
		t.Errorf("got %+v", e)
	}
	tr.answer(success)
	tr.wait(testpage.Late, 1)
	if n := len(tr.seen(testpage.Result)); n != 0 {
		t.Errorf("%d results were taken", n)
	}
	tr.pressable()
}

func TestTestPageSaysWhenTheProgramIsGone(t *testing.T) {
	tr := ready(t, nil)
	if err := tr.server.Close(); err != nil {
		t.Fatal(err)
	}
	tr.Click("#open")
	tr.WaitFor(`!document.querySelector("#gone").hidden`)
}
