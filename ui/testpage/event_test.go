package testpage

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

func TestAPaymentAsTheTerminalSeesIt(t *testing.T) {
	r := start(t)
	page := r.path(r.URL())
	r.raw(r.get(page))
	r.raw(r.post(page+"/event", `{"event":"sdk","state":"loaded"}`))
	r.clock.move(3 * time.Second)
	try, a := r.try()
	r.raw(r.post(try+"/event", `{"event":"window"}`))
	r.raw(r.post(page+"/event", `{"event":"policy","directive":"frame-src","host":"pg.example"}`))
	r.raw(r.post(page+"/event", `{"event":"policy","directive":"frame-src","host":"pg.example"}`))
	r.clock.move(43 * time.Second)
	r.raw(r.post(try+"/result", fmt.Sprintf(`{"fields":{"merchant_uid":%q,"error_code":"F500","error_msg":"등록된 PG 설정 정보가 없습니다."},"more":["pg_x"]}`, a.order)))
	r.clock.move(time.Hour) // nothing grows quiet after a result

	var got []string
	for _, e := range r.rest() {
		raw, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, strings.ReplaceAll(string(raw), a.order, "ORDER"))
	}
	want := []string{
		`{"event":"page","at":"2026-11-21T14:00:00+09:00","attempt":0}`,
		`{"event":"sdk","at":"2026-11-21T14:00:00+09:00","attempt":0,"state":"loaded"}`,
		`{"event":"window","at":"2026-11-21T14:00:03+09:00","attempt":1,"merchant_uid":"ORDER","replaced":["merchant_uid","m_redirect_url"]}`,
		`{"event":"policy","at":"2026-11-21T14:00:03+09:00","attempt":1,"directive":"frame-src","host":"pg.example"}`,
		`{"event":"result","at":"2026-11-21T14:00:46+09:00","attempt":1,"merchant_uid":"ORDER","via":"callback",` +
			`"fields":{"merchant_uid":"ORDER","error_code":"F500","error_msg":"등록된 PG 설정 정보가 없습니다."},"more":["pg_x"],` +
			`"verdict":"error","symptom":"pg-config-not-found","sure":true}`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestNothingForAMinuteIsTold(t *testing.T) {
	r := start(t)
	_, _ = r.open()
	r.clock.move(59 * time.Second)
	r.clock.move(-time.Hour) // a clock that is put right must not count as waiting
	r.clock.move(time.Hour)
	r.clock.move(time.Second)
	e := r.event()
	if e.Kind != Quiet || e.Attempt != 1 {
		t.Fatalf("got %+v", e)
	}
	for lang, words := range map[text.Lang][]string{
		text.Ko: {"60초", "팝업", "앱 안 브라우저", "CSP", "네트워크"},
		text.En: {"60 seconds", "pop-up", "in-app", "CSP", "network"},
	} {
		for _, w := range words {
			if line := Say(e, lang); !strings.Contains(line, w) {
				t.Errorf("%q lacks %q", line, w)
			}
		}
	}
	r.clock.move(time.Hour)
	if all := r.rest(); len(all) != 0 {
		t.Errorf("told more: %+v", all)
	}
}

func TestWhyAnAttemptEnded(t *testing.T) {
	for _, why := range []string{WhyWindow, WhyLeft, WhyThrew} {
		t.Run(why, func(t *testing.T) {
			r := start(t)
			try, a := r.open()
			body := fmt.Sprintf(`{"event":"closed","why":%q,"message":"IMP is not defined"}`, why)
			r.raw(r.post(try+"/event", body))
			r.raw(r.post(try+"/event", body))
			if e := r.event(); e.Kind != Closed || e.Why != why || e.Attempt != 1 || e.Symptom != "imp-not-defined" || !e.Sure {
				t.Errorf("got %+v", e)
			}
			if code, _, _ := r.raw(r.post(try+"/result", claim(a))); code != 200 {
				t.Errorf("a result that came after all got %d", code)
			}
			if all := r.rest(); len(all) != 1 || all[0].Kind != Result {
				t.Errorf("got %+v", all)
			}
		})
	}
	t.Run(WhyCancelled, func(t *testing.T) {
		r := start(t)
		try, _ := r.open()
		r.raw(r.post(try+"/event", `{"event":"closed","why":"cancelled"}`))
		if e := r.event(); e.Kind != Closed || e.Why != WhyCancelled {
			t.Errorf("got %+v", e)
		}
	})
	t.Run("the context", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		s, err := Start(ctx, Options{Answers: sample()})
		if err != nil {
			t.Fatal(err)
		}
		cancel()
		var last Event
		for e := range s.Events() {
			last = e
		}
		if last.Kind != Closed || last.Why != WhyServer {
			t.Errorf("got %+v", last)
		}
	})
}

func TestTheKeyIsAskedForBeforeTheFirstWindow(t *testing.T) {
	for from, opens := range map[string]bool{FromTest: true, FromLive: false, FromUnsure: false} {
		t.Run(from, func(t *testing.T) {
			r := start(t, func(o *Options) { o.KeyFrom = "" })
			body := fmt.Sprintf(`{"key_from":%q}`, from)
			for range 2 {
				_, _, answer := r.raw(r.post(r.path(r.URL())+"/attempt", body))
				if got := strings.Contains(answer, `"params"`); got != opens {
					t.Errorf("got %s", answer)
				}
			}
			all := r.rest()
			if len(all) != 1 || all[0].Kind != Key || all[0].State != from {
				t.Errorf("got %+v", all)
			}
		})
	}
	t.Run("what the terminal knows counts", func(t *testing.T) {
		r := start(t, func(o *Options) { o.KeyFrom = FromLive })
		_, _, answer := r.raw(r.post(r.path(r.URL())+"/attempt", `{"key_from":"test"}`))
		if answer != `{"refused":"live"}` {
			t.Errorf("got %s", answer)
		}
	})
}

func TestEachAttemptSendsTheRequestOfTheAnswers(t *testing.T) {
	a := sample()
	a.Make.Period = &wizard.MakePeriod{Days: 30}
	a.Params = a.Params.With("custom_data", value.ObjectOf(value.Field{Key: "__proto__", Value: value.Text("x")}))
	a.Later = []string{"buyer_email"}
	r := start(t, func(o *Options) {
		o.Answers = a
		o.Now = func() time.Time { return time.Date(2026, 12, 31, 15, 30, 0, 0, time.UTC) } // the first of January in Korea
	})
	_, try := r.try()
	got, err := json.Marshal(try.params)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"channelKey":"channel-key-00000000-0000-0000-0000-000000000001","pay_method":"card","name":"</script><b>김'밥` + "\u202e" + `",` +
		`"amount":1004,"buyer_tel":"010-1234-5678","custom_data":{"__proto__":"x"},"merchant_uid":"` + try.order + `","m_redirect_url":"` + r.Redirect() +
		`","period":{"from":"20270101","to":"20270130"}}`
	unescaped := strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u202e`, "\u202e").Replace(string(got))
	if unescaped != want {
		t.Errorf("got\n%s\nwant\n%s", unescaped, want)
	}
	if want := []string{"merchant_uid", "m_redirect_url", "period.from", "period.to"}; !slices.Equal(try.replaced, want) {
		t.Errorf("replaced %v, want %v", try.replaced, want)
	}
}

func TestOrderNumbers(t *testing.T) {
	for typed, prefix := range map[string]string{"": "order", "shop20261121a": "shop", "abcdefghijkl": "abcdefgh", "2026": ""} {
		t.Run(typed, func(t *testing.T) {
			a := sample()
			if typed != "" {
				a.Params, a.Make.MerchantUID = a.Params.With("merchant_uid", value.Text(typed)), nil
			}
			r := start(t, func(o *Options) { o.Answers = a })
			shape := regexp.MustCompile("^" + prefix + "[0-9a-f]{32}$")
			seen := map[string]bool{}
			for range 100 { // within one second of the clock
				_, try := r.try()
				if !shape.MatchString(try.order) || seen[try.order] {
					t.Fatalf("order number %q", try.order)
				}
				seen[try.order] = true
			}
		})
	}
}

func TestTheOldestAttemptIsForgotten(t *testing.T) {
	r := start(t)
	first, a := r.open()
	for range mostAttempts {
		r.try()
	}
	if code, _, _ := r.raw(r.post(first+"/result", claim(a))); code != 404 {
		t.Errorf("got %d", code)
	}
}

func TestSayHasASentenceForEveryEvent(t *testing.T) {
	events := []Event{
		{Kind: Listening, URL: "http://127.0.0.1:1/page/x"}, {Kind: Page}, {Kind: SDK, State: Loaded}, {Kind: SDK, State: Blocked},
		{Kind: SDK, State: Timeout}, {Kind: Policy, Directive: "frame-src", Host: "x"}, {Kind: Policy, Directive: popup},
		{Kind: Window, Attempt: 1, MerchantUID: "o"}, {Kind: Window, Attempt: 1, Replaced: []string{"a"}}, {Kind: Quiet, Attempt: 1},
		{Kind: Late, Attempt: 1, Via: ViaCallback}, {Kind: Late, Via: ViaRedirect}, {Kind: Key, State: FromTest}, {Kind: Key, State: FromLive},
		{Kind: Key, State: FromUnsure},
	}
	for _, v := range []Verdict{VerdictError, VerdictClaimed, VerdictMismatch} {
		for _, via := range []string{ViaCallback, ViaRedirect} {
			events = append(events, Event{Kind: Result, Verdict: v, Via: via}, Event{Kind: Result, Verdict: v, Via: via, Symptom: "imp-not-defined", Sure: true},
				Event{Kind: Result, Verdict: v, Via: via, Symptom: "imp-not-defined"})
		}
	}
	for _, why := range []string{WhyWindow, WhyLeft, WhyThrew, WhyCancelled, WhyServer, WhyFault} {
		events = append(events, Event{Kind: Closed, Why: why})
	}
	paid := regexp.MustCompile(`(?i)\b(is|was|has been) paid\b|결제되었습니다|결제가 완료`)
	for _, e := range events {
		for _, l := range text.Langs {
			line := Say(e, l)
			if line == "" || strings.Contains(line, "page.") || strings.ContainsAny(line, "{}\n") {
				t.Errorf("%+v in %s: %q", e, l, line)
			}
			if paid.MatchString(line) {
				t.Errorf("%q says that something was paid", line)
			}
		}
	}
}

// A reader that never reads holds up no handler, and one that reads late finds
// the end.
func TestEventsWaitForASlowReader(t *testing.T) {
	s := newStream()
	for i := range 2 * mostQueued {
		s.emit(Event{Kind: Page, Attempt: i})
	}
	s.end()
	n := 0
	for range s.out {
		n++
	}
	if n < mostKept {
		t.Errorf("got %d events, want at least %d", n, mostKept)
	}
}

func TestThePageTextsAreAllThere(t *testing.T) {
	for l, all := range texts(sample()) {
		for id, s := range all {
			if s == "" || s == "page."+id {
				t.Errorf("%s in %s: %q", id, l, s)
			}
		}
	}
}
