package testpage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

func TestH05Bodies(t *testing.T) {
	refused(t, "H05", func(r *rig, page, try, _, good string) (all []probe) {
		result := try + "/result"
		for _, ct := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/json; charset=utf-8",
			"application/json, text/plain", "Application/JSON", "text/plain; application/json", "application/jsonp", ""} {
			all = append(all, probe{"type " + ct, r.post(result, good, "Content-Type: "+ct)})
		}
		for name, body := range map[string]string{
			"empty": "", "not JSON": "hello", "list": "[]", "null": "null", "string": `"x"`, "no fields": "{}", "fields null": `{"fields":null}`,
			"fields list": `{"fields":[]}`, "unknown key": `{"fields":{},"x":1}`, "unknown field": `{"fields":{"paid":true}}`,
			"other case": `{"Fields":{"imp_uid":"imp_123456789012"}}`, "key twice": `{"fields":{},"fields":{}}`,
			"field twice": `{"fields":{"imp_uid":"a","imp_uid":"b"}}`, "object in a field": `{"fields":{"imp_uid":{"a":1}}}`,
			"list in a field": `{"fields":{"imp_uid":[1]}}`, "more no list": `{"fields":{},"more":"x"}`, "more numbers": `{"fields":{},"more":[1]}`,
			"two values": good + good, "rest behind": good + "x", "cut off": good[:len(good)-2], "not UTF-8": `{"fields":{"error_msg":"` + "\xff\xfe" + `"}}`,
			"EUC-KR": `{"fields":{"error_msg":"` + "\xc7\xd1\xb1\xdb" + `"}}`, "mark in front": "\ufeff" + good,
			"deep":     `{"fields":{"imp_uid":` + strings.Repeat("[", 30000) + strings.Repeat("]", 30000) + `}}`,
			"too long": `{"fields":{"error_msg":"` + strings.Repeat("a", mostBody) + `"}}`, "1 MiB": strings.Repeat(" ", 1<<20) + good,
			"many names": `{"fields":{},"more":[` + strings.Repeat(`"a",`, mostNames) + `"a"]}`, "number": `{"fields":{"amount":01}}`,
		} {
			all = append(all, probe{name, r.post(result, body)})
		}
		for name, body := range map[string]string{
			"no event": "{}", "unknown event": `{"event":"paid"}`, "unknown state": `{"event":"sdk","state":"fine"}`, "number": `{"event":1}`,
			"result as event": `{"event":"result"}`, "listening as event": `{"event":"listening"}`,
		} {
			all = append(all, probe{"page event " + name, r.post(page+"/event", body)}, probe{"try event " + name, r.post(try+"/event", body)})
		}
		for _, body := range []string{"{}", `{"key_from":"TEST"}`, `{"key_from":null}`} {
			all = append(all, probe{"attempt " + body, r.post(page+"/attempt", body)})
		}
		chunked := strings.Replace(r.post(result, ""), "Content-Length: 0", "Transfer-Encoding: chunked", 1)
		return append(all,
			probe{"type missing", r.post(result, good, "Content-Type:-")},
			probe{"type twice", r.post(result, good, "Content-Type: application/json", "Content-Type: application/json")},
			probe{"compressed", r.post(result, good, "Content-Encoding: gzip")},
			probe{"identity", r.post(result, good, "Content-Encoding: identity")},
			probe{"closed with an unknown reason", r.post(try+"/event", `{"event":"closed","why":"paid"}`)},
			probe{"chunks over the bound", chunked + strings.Repeat(fmt.Sprintf("%x\r\n%s\r\n", 1<<12, strings.Repeat(" ", 1<<12)), 32) + "0\r\n\r\n"})
	})
}

// An endless body costs no more memory than the bound.
func TestH05AnEndlessBodyIsCutOff(t *testing.T) {
	r := start(t)
	try, _ := r.open()
	conn, err := net.Dial("tcp", r.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	head := strings.Replace(r.post(try+"/result", ""), "Content-Length: 0", "Transfer-Encoding: chunked", 1)
	chunk := fmt.Sprintf("%x\r\n%s\r\n", 1<<15, strings.Repeat(" ", 1<<15))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	_, err = io.WriteString(conn, head)
	sent := 0
	for ; err == nil && sent < 64<<20; sent += len(chunk) {
		_, err = io.WriteString(conn, chunk)
	}
	runtime.ReadMemStats(&after)
	if err == nil || errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the server took %d bytes: %v", sent, err)
	}
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 16<<20 {
		t.Errorf("memory grew by %d", grown)
	}
}

func TestH10FiftyResultsAtOnceAreOne(t *testing.T) {
	r := start(t)
	try, a := r.open()
	var wg sync.WaitGroup
	codes := make([]int, 50)
	for i := range codes {
		wg.Go(func() {
			codes[i], _, _ = r.raw(r.post(try+"/result", claim(a)))
		})
	}
	wg.Wait()
	taken := 0
	for _, c := range codes {
		if c == 200 {
			taken++
		}
	}
	results := 0
	for _, e := range r.rest() {
		if e.Kind == Result {
			results++
		}
	}
	if taken != 1 || results != 1 {
		t.Errorf("%d were taken and %d told, want 1 and 1", taken, results)
	}
	t.Logf("H10: %d results at once, %d taken, %d told", len(codes), taken, results)
}

func TestH10TheFirstResultWins(t *testing.T) {
	r := start(t)
	try, a := r.open()
	failure := fmt.Sprintf(`{"fields":{"merchant_uid":%q,"error_code":"F1"}}`, a.order)
	landing := r.path(r.Redirect()) + "?error_code=F2&merchant_uid=" + a.order
	for i, request := range []string{r.post(try+"/result", claim(a)), r.post(try+"/result", failure), r.get(landing), r.post(try+"/result", claim(a))} {
		code, _, _ := r.raw(request)
		if want := map[int]int{0: 200, 1: 404, 2: 200, 3: 404}[i]; code != want {
			t.Errorf("request %d: got %d, want %d", i, code, want)
		}
	}
	all := r.rest()
	if len(all) != 1 || all[0].Verdict != VerdictClaimed {
		t.Errorf("told %+v", all)
	}
	if _, err := net.Dial("tcp", r.addr); err == nil {
		t.Error("the port is still open after the end")
	}
}

func TestH10ALateResultIsNotedAndNotTaken(t *testing.T) {
	r := start(t)
	try, a := r.open()
	r.Cancel()
	for range 3 {
		if code, _, _ := r.raw(r.post(try+"/result", claim(a))); code != 404 {
			t.Errorf("got %d", code)
		}
	}
	r.raw(r.get(r.path(r.Redirect()) + "?merchant_uid=" + a.order))
	var kinds []string
	for _, e := range r.rest() {
		kinds = append(kinds, string(e.Kind)+" "+e.Why)
	}
	if want := []string{"closed cancelled", "late "}; !slices.Equal(kinds, want) {
		t.Errorf("got %q, want %q", kinds, want)
	}
}

func TestVerdicts(t *testing.T) {
	m := made{tongue: tongues[wizard.RequestPay], order: "order123", params: value.ObjectOf(value.Field{Key: "amount", Value: value.Digits("1004")})}
	for name, c := range map[string]struct {
		via     string
		fields  string
		verdict Verdict
		differs string
	}{
		"claimed":                    {ViaCallback, `{"imp_uid":"imp_123456789012","merchant_uid":"order123"}`, VerdictClaimed, ""},
		"claimed with nulls":         {ViaCallback, `{"imp_uid":"imp_123456789012","merchant_uid":"order123","error_code":null,"error_msg":null}`, VerdictClaimed, ""},
		"claimed with the amount":    {ViaCallback, `{"imp_uid":"imp_123456789012","merchant_uid":"order123","paid_amount":1004}`, VerdictClaimed, ""},
		"redirect without imp_uid":   {ViaRedirect, `{"merchant_uid":"order123"}`, VerdictClaimed, ""},
		"success true proves naught": {ViaCallback, `{"success":true,"merchant_uid":"order123"}`, VerdictMismatch, "imp_uid"},
		"other order":                {ViaCallback, `{"imp_uid":"imp_123456789012","merchant_uid":"order124"}`, VerdictMismatch, "merchant_uid"},
		"no order":                   {ViaCallback, `{"imp_uid":"imp_123456789012"}`, VerdictMismatch, "merchant_uid"},
		"other amount":               {ViaCallback, `{"imp_uid":"imp_123456789012","merchant_uid":"order123","paid_amount":100}`, VerdictMismatch, "paid_amount"},
		"amount as text":             {ViaCallback, `{"imp_uid":"imp_123456789012","merchant_uid":"order123","amount":"10"}`, VerdictMismatch, "amount"},
		"other shape":                {ViaCallback, `{"imp_uid":"../../x","merchant_uid":"order123"}`, VerdictMismatch, "imp_uid"},
		"error":                      {ViaCallback, `{"imp_uid":null,"merchant_uid":"order123","error_code":"F500","error_msg":"x"}`, VerdictError, ""},
		"error without an order":     {ViaCallback, `{"error_msg":"x"}`, VerdictError, ""},
		"error of another order":     {ViaCallback, `{"merchant_uid":"order9","error_code":"F500"}`, VerdictMismatch, "merchant_uid"},
		"old SDK says no":            {ViaCallback, `{"success":false,"merchant_uid":"order123"}`, VerdictError, ""},
		"old redirect says no":       {ViaRedirect, `{"imp_success":"false","merchant_uid":"order123"}`, VerdictError, ""},
	} {
		t.Run(name, func(t *testing.T) {
			raw, err := fieldsOf([]byte(c.fields), callbackFields)
			if err != nil {
				t.Fatal(err)
			}
			fields := value.ObjectOf()
			for k, v := range raw {
				s, err := scalar(v)
				if err != nil {
					t.Fatal(err)
				}
				fields = fields.With(k, s)
			}
			verdict, differs := judge(m, c.via, fields)
			if verdict != c.verdict || strings.Join(differs, " ") != c.differs {
				t.Errorf("got %s %v, want %s %s", verdict, differs, c.verdict, c.differs)
			}
		})
	}
}

func TestH11WhatCameIsShownAsText(t *testing.T) {
	hostile := "<img src=x onerror=alert(1)>\x1b[2J\u009b1m\u202e\u200b\r\n</script>"
	r := start(t)
	_, a := r.open()
	query := url.Values{"error_code": {"F1"}, "error_msg": {hostile}, "merchant_uid": {a.order}, "<b>\u202e": {"x"}}
	_, _, body := r.raw(r.get(r.path(r.Redirect()) + "?" + query.Encode()))
	if strings.Contains(body, "<img") || strings.Contains(body, "<b>") || strings.Count(body, "</script>") != 2 {
		t.Error("markup of the result is in the page")
	}
	e := r.event()
	if got := e.Fields.Get("error_msg").Text(); got != hostile {
		t.Errorf("the event has %q, want it as it came", got)
	}
	raw, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var back struct{ Fields map[string]string }
	if err := json.Unmarshal(raw, &back); err != nil || back.Fields["error_msg"] != hostile {
		t.Errorf("JSON gives back %q, %v", back.Fields["error_msg"], err)
	}
	for name, s := range map[string]string{"JSON": string(raw), "Korean": Say(e, text.Ko), "English": Say(e, text.En)} {
		if strings.ContainsAny(s, "\x1b\u009b\u202e\u200b\r\n") {
			t.Errorf("%s steers the terminal: %q", name, s)
		}
	}
}

func TestAFaultInAHandlerIsToldAndTheServerGoesOn(t *testing.T) {
	r := start(t)
	r.guards = append(slices.Clone(guards), check{"fault", func(string, bool, *http.Request) bool { panic("x") }})
	if code, _, _ := r.raw(r.get("/")); code != 404 {
		t.Errorf("got %d", code)
	}
	if e := r.event(); e.Kind != Closed || e.Why != WhyFault {
		t.Errorf("got %+v", e)
	}
	r.guards = guards
	if code, _, _ := r.raw(r.get(r.path(r.URL()))); code != 200 {
		t.Errorf("afterwards: got %d", code)
	}
}

func TestAChosenPortThatIsTaken(t *testing.T) {
	r := start(t)

	_, port, _ := net.SplitHostPort(r.addr)
	var n int
	_, _ = fmt.Sscan(port, &n)
	_, err := Start(context.Background(), Options{Answers: sample(), Port: n})
	var taken *PortTakenError
	if !errors.As(err, &taken) || taken.Port != n {
		t.Errorf("got %v", err)
	}
}
