package fakeapi

import (
	"io"
	"net/http"
	"strings"
	"time"
)

// Fault answers a call in the API's place, or lets it pass and returns false.
type Fault func(w http.ResponseWriter, r *http.Request) bool

type fault struct {
	id    string
	times int
	do    Fault
}

// Break makes the next calls go wrong: of the endpoint with this id, or of all
// where id is empty; so many times, or until Mend where times is 0.
func (api *API) Break(id string, times int, do Fault) {
	api.mu.Lock()
	defer api.mu.Unlock()
	if times == 0 {
		times = -1
	}
	api.faults = append(api.faults, &fault{id, times, do})
}

// Mend ends all faults.
func (api *API) Mend() {
	api.mu.Lock()
	defer api.mu.Unlock()
	api.faults = nil
}

// fault takes the first that is meant for the endpoint.
func (api *API) fault(id string) Fault {
	api.mu.Lock()
	defer api.mu.Unlock()
	for _, f := range api.faults {
		if f.times != 0 && (f.id == "" || f.id == id) {
			f.times--
			return f.do
		}
	}
	return nil
}

// Down closes the connection without a word.
func Down() Fault {
	return func(w http.ResponseWriter, _ *http.Request) bool {
		conn, _, err := w.(http.Hijacker).Hijack()
		if err == nil {
			_ = conn.Close()
		}
		return true
	}
}

// Slow answers rightly, but only after d or when the caller has gone.
func Slow(d time.Duration) Fault {
	return func(_ http.ResponseWriter, r *http.Request) bool {
		timer := time.NewTimer(d)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-r.Context().Done():
		}
		return false
	}
}

// Says answers with a body of another kind.
func Says(status int, kind, body string) Fault {
	return func(w http.ResponseWriter, _ *http.Request) bool {
		w.Header().Set("Content-Type", kind)
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
		return true
	}
}

// HTML is the page of a gateway that stands before an API that is down.
func HTML(status int) Fault {
	return Says(status, "text/html", "<html><body><h1>Service Unavailable</h1></body></html>")
}

// Torn is JSON that ends too soon.
func Torn() Fault {
	return Says(http.StatusOK, "application/json", `{"code":0,"message":null,"response":{"imp_uid":"imp_`)
}

// Huge is an answer of so many bytes.
func Huge(size int) Fault {
	return Says(http.StatusOK, "application/json", `{"code":0,"message":"`+strings.Repeat("x", size)+`","response":null}`)
}

// Unauthorized refuses the token, whatever it is.
func Unauthorized() Fault {
	return func(w http.ResponseWriter, _ *http.Request) bool {
		unauthorized().send(w)
		return true
	}
}

// Redirect sends the caller to another address.
func Redirect(to string) Fault {
	return func(w http.ResponseWriter, r *http.Request) bool {
		http.Redirect(w, r, to, http.StatusFound)
		return true
	}
}
