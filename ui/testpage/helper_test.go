package testpage

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// sample is a whole set of answers with hostile text where text is free.
func sample() wizard.Answers {
	str := value.Text
	return wizard.Answers{
		Version: 1, Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.TypeGeneral,
		UserCode: "imp10000001",
		Params: value.ObjectOf(
			value.Field{Key: "channelKey", Value: str("channel-key-00000000-0000-0000-0000-000000000001")},
			value.Field{Key: "pay_method", Value: str("card")},
			value.Field{Key: "name", Value: str("</script><b>김'밥\u202e")},
			value.Field{Key: "amount", Value: value.Digits("1004")},
			value.Field{Key: "buyer_tel", Value: str("010-1234-5678")},
		),
		Make: wizard.Make{
			MerchantUID:  &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "order"},
			MRedirectURL: &wizard.MakeRedirect{Path: "/payments/redirect"},
		},
	}
}

// clock is a time that moves when a test says so, with the timers of the server.
type clock struct {
	mu     sync.Mutex
	now    time.Time
	timers []*timer
}

type timer struct {
	at   time.Time
	f    func()
	done bool
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) After(d time.Duration, f func()) func() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := &timer{at: c.now.Add(d), f: f}
	c.timers = append(c.timers, t)
	return func() bool {
		c.mu.Lock()
		defer c.mu.Unlock()
		was := !t.done
		t.done = true
		return was
	}
}

// move lets time pass, or run backwards, and fires what is due.
func (c *clock) move(d time.Duration) {
	c.mu.Lock()
	c.now = c.now.Add(d)
	var due []func()
	for _, t := range c.timers {
		if !t.done && !t.at.After(c.now) {
			t.done = true
			due = append(due, t.f)
		}
	}
	c.mu.Unlock()
	for _, f := range due {
		f()
	}
}

// rig is a server under test with its clock and everything that it told.
type rig struct {
	*Server
	t     *testing.T
	clock *clock
	addr  string
}

func start(t *testing.T, change ...func(*Options)) *rig {
	t.Helper()
	c := &clock{now: time.Date(2026, 11, 21, 5, 0, 0, 0, time.UTC)}
	opt := Options{Answers: sample(), Lang: text.Ko, KeyFrom: FromTest, Now: c.Now, After: c.After}
	for _, f := range change {
		f(&opt)
	}
	s, err := Start(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	r := &rig{s, t, c, s.addr}
	if e := r.event(); e.Kind != Listening || e.URL != s.URL() || e.Redirect != s.Redirect() {
		t.Fatalf("first event is %+v", e)
	}
	return r
}

// event waits for the next event; a server that tells nothing is a failure.
func (r *rig) event() Event {
	r.t.Helper()
	select {
	case e, ok := <-r.Events():
		if !ok {
			r.t.Fatal("events ended")
		}
		return e
	case <-time.After(10 * time.Second):
		r.t.Fatal("no event")
	}
	return Event{}
}

// rest closes the server and gives every event that it still told, the last
// one, which is of closing, left off.
func (r *rig) rest() []Event {
	r.t.Helper()
	if err := r.Close(); err != nil {
		r.t.Fatal(err)
	}
	var all []Event
	for e := range r.Events() {
		all = append(all, e)
	}
	if n := len(all); n == 0 || all[n-1].Kind != Closed || all[n-1].Why != WhyServer {
		r.t.Fatalf("the last events are %+v", all)
	}
	return all[:len(all)-1]
}

func (r *rig) path(address string) string { return strings.TrimPrefix(address, "http://"+r.addr) }

// raw sends bytes as they are and reads one answer: clients mend bad requests.
func (r *rig) raw(request string) (int, http.Header, string) {
	r.t.Helper()
	conn, err := net.Dial("tcp", r.addr)
	if err != nil {
		r.t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	if _, err := io.WriteString(conn, request); err != nil {
		return 0, nil, "" // the server hung up: as good as a refusal
	}
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return 0, nil, ""
	}
	defer resp.Body.Close()
	body, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, resp.Header, string(body)
}

// get and post build requests as the genuine page sends them; extra are header
// lines, and one that begins with "Host:" takes the place of the genuine one.
func (r *rig) get(path string, extra ...string) string {
	return r.request("GET "+path, "", extra)
}

func (r *rig) post(path, body string, extra ...string) string {
	head := []string{"Origin: http://" + r.addr, "Sec-Fetch-Site: same-origin", "Content-Type: application/json"}
	for _, e := range extra {
		name, _, _ := strings.Cut(e, ":")
		for i, h := range head {
			if strings.HasPrefix(h, name+":") {
				head = append(head[:i], head[i+1:]...)
				break
			}
		}
	}
	return r.request("POST "+path, body, append(head, extra...))
}

func (r *rig) request(line, body string, extra []string) string {
	head := []string{line + " HTTP/1.1"}
	host := true
	for _, e := range extra {
		host = host && !strings.HasPrefix(e, "Host:")
	}
	if host {
		head = append(head, "Host: "+r.addr)
	}
	for _, e := range extra {
		if e != "Host:-" && e != "Content-Type:-" {
			head = append(head, e)
		}
	}
	if strings.HasPrefix(line, "POST") {
		head = append(head, fmt.Sprintf("Content-Length: %d", len(body)))
	}
	return strings.Join(append(head, "Connection: close", "", body), "\r\n")
}
