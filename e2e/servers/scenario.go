package servers

import (
	"fmt"
	"regexp"
	"strings"
	"sync/atomic"
	"time"

	"smartro-wizard/e2e/fakeapi"
)

// scenario is one row of the table: what happens, in order, and how often the
// goods are handed out by it.
type scenario struct {
	name   string
	handed int
	steps  []step
}

// step is something that happens, or a request with the answer it has to get.
type step func(*run)

func row(name string, handed int, steps ...step) scenario { return scenario{name, handed, steps} }

// run is a scenario under way.
type run struct {
	Variant
	api    *fakeapi.API
	server Server

	number  string // of the order
	imp     string // of the payment
	kept    string // a payment that was set aside
	planned string // number of a scheduled charge
	begun   int    // calls of the API before
	last    said
	behind  time.Duration // how far the API's clock was put back

	answers int
	said    []string // status and word of each answer
	wrong   []string
}

func (r *run) fail(format string, args ...any) {
	r.wrong = append(r.wrong, fmt.Sprintf(format, args...))
}

// judge takes a server through one scenario.
func judge(v Variant, s scenario, api *fakeapi.API, server Server) *run {
	r := &run{Variant: v, api: api, server: server}
	api.Mend()
	api.Forget(customer)
	before := len(handed(server.Output()))
	r.order()
	r.begun = len(api.Calls())
	for _, do := range s.steps {
		if do(r); len(r.wrong) > 0 {
			break // what follows builds on it
		}
	}
	if len(r.wrong) == 0 {
		r.hands(before, s.handed)
	}
	if r.behind > 0 {
		api.Advance(r.behind)
		api.Expire()
	}
	return r
}

// hands waits until the goods were handed out as often as they have to be. A
// line that a server printed may take a moment to come.
func (r *run) hands(before, want int) {
	got := func() int { return len(handed(r.server.Output())) - before }
	for end := time.Now().Add(r.server.Lag); got() < want && time.Now().Before(end); {
		time.Sleep(2 * time.Millisecond)
	}
	if n := got(); n != want {
		r.fail("goods were handed out %d times, want %d", n, want)
	}
}

var fulfilled = regexp.MustCompile(`(?m)(?:^|\s)fulfil ([A-Za-z0-9]+)\s*$`)

// handed are the numbers of the orders whose goods were handed out.
func handed(output string) []string {
	var all []string
	for _, m := range fulfilled.FindAllStringSubmatch(output, -1) {
		all = append(all, m[1])
	}
	return all
}

// since gives the calls of an endpoint that the scenario caused.
func (r *run) since(id string) []fakeapi.Call {
	var all []fakeapi.Call
	for _, c := range r.api.Calls()[r.begun:] {
		if c.ID == id {
			all = append(all, c)
		}
	}
	return all
}

var serial atomic.Int64

// order begins a new order, where its number is made.
func (r *run) order() {
	if r.from != "server" {
		r.number = fmt.Sprintf("order%032x", serial.Add(1))
		return
	}
	made := r.post("/payments/orders", "application/json", "", nil)
	number, _ := made.fields["merchantUid"].(string)
	r.number = number
}

// forged begins the second line of hostile values.
const forged = "FORGED"

// said is what a server answered.
type said struct {
	status int
	word   string
	fields map[string]any
	raw    string
	to     string // Location
	err    error
}

func (s said) message() string {
	m, _ := s.fields["message"].(string)
	return m
}

func (s said) String() string { return strings.TrimSpace(fmt.Sprint(s.status, " ", s.word)) }
