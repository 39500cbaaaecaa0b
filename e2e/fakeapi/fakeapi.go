// Package fakeapi is PortOne's V1 REST API on a loopback port, for tests of
// servers that call it. It says what the real one says, in its envelope, and
// refuses what the documents refuse: each path, field, limit and error stands
// in testdata/v1-rest.yaml, which a test compares with the rows here.
//
// Where the documents are silent the fake takes the strict side: a call that
// lacks a field, or carries one that nobody documents, is answered with 400.
//
// Windows are opened by Pay, which stands for the buyer; what PortOne would
// then tell the shop by webhook is in Webhooks, for the test to deliver.
// Nothing that the program imports may import this package.
package fakeapi

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

// Key and Secret are what the merchant got from the console. No output of a
// server may hold the secret.
const (
	Key    = "1234567890123456"
	Secret = "FAKESECRETfakesecretFAKESECRETfakesecretFAKESECRETfakesecretFAKESECRETfakesecret"
)

// API is one merchant's PortOne. It is safe for use by several at once.
type API struct {
	URL string // of the server that Start started, without a slash at the end

	mu        sync.Mutex
	now       func() time.Time
	skew      time.Duration
	serial    int
	token     token
	channels  []Channel
	payments  []*Payment
	prepared  map[string]Prepared
	keys      map[string]*BillingKey
	schedules []*Schedule
	external  map[string]*receipt
	webhooks  []Webhook
	calls     []*Call
	faults    []*fault
}

// New makes an API that tells the time by now. It is an http.Handler.
func New(now func() time.Time) *API {
	return &API{now: now, channels: catalogue(), prepared: map[string]Prepared{},
		keys: map[string]*BillingKey{}, external: map[string]*receipt{}}
}

// Start serves an API on a free loopback port until the test ends.
func Start(t testing.TB) *API {
	t.Helper()
	api := New(time.Now)
	server := httptest.NewServer(api)
	t.Cleanup(server.Close)
	api.URL = server.URL
	return api
}

// Advance moves the API's clock, which runs the schedules that fall due.
func (api *API) Advance(d time.Duration) {
	api.mu.Lock()
	defer api.mu.Unlock()
	api.skew += d
	api.runSchedules()
}

// Now is the time by the API's clock.
func (api *API) Now() time.Time {
	api.mu.Lock()
	defer api.mu.Unlock()
	return api.time()
}

func (api *API) time() time.Time { return api.now().Add(api.skew) }

func (api *API) unix() int64 { return api.time().Unix() }

// ServeHTTP answers one call and writes it down.
func (api *API) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	row, args, found := route(r.Method, r.URL.EscapedPath())
	seen := api.record(r, row.id)
	if f := api.fault(row.id); f != nil && f(w, r) {
		return
	}
	a := api.answer(r, row, args, found, seen.Body)
	api.answered(seen, a)
	a.send(w)
}

// answer makes one call under the lock.
func (api *API) answer(r *http.Request, row row, args map[string]string, found bool, body []byte) answer {
	api.mu.Lock()
	defer api.mu.Unlock()
	if !found {
		return refuse(http.StatusNotFound, "no such path")
	}
	if row.id != "get-token" && !api.admits(r.Header.Get("Authorization")) {
		return unauthorized()
	}
	c, problem := read(api, r, row, args, body)
	if problem != nil {
		return *problem
	}
	a := row.serve(api, c)
	if a.Code == 0 && !c.asked && row.conditional() {
		panic("fakeapi: " + row.id + " never asked for the fields that depend on the payment")
	}
	return a
}
