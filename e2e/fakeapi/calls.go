package fakeapi

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"slices"
)

// Call is one request that reached the API, as it came.
type Call struct {
	ID     string // of the endpoint in the documents; empty where no path fits
	Method string
	Path   string // as sent, escapes and all
	Query  string
	Header http.Header
	Body   []byte
	Status int // 0 while it waits, and where a fault answered
	Code   int // of the envelope
}

// Field gives a field of a JSON body, or nil.
func (c Call) Field(name string) any {
	var all map[string]any
	if json.Unmarshal(c.Body, &all) != nil {
		return nil
	}
	return all[name]
}

// record writes a call down before anything answers it.
func (api *API) record(r *http.Request, id string) *Call {
	body, _ := io.ReadAll(r.Body)
	c := &Call{ID: id, Method: r.Method, Path: r.URL.EscapedPath(), Query: r.URL.RawQuery, Header: r.Header.Clone(), Body: bytes.TrimSpace(body)}
	api.mu.Lock()
	defer api.mu.Unlock()
	api.calls = append(api.calls, c)
	return c
}

func (api *API) answered(c *Call, a answer) {
	api.mu.Lock()
	defer api.mu.Unlock()
	c.Status, c.Code = a.status, a.Code
}

// Calls gives what reached the API so far, in order; of the named endpoints
// alone where some are named.
func (api *API) Calls(ids ...string) []Call {
	api.mu.Lock()
	defer api.mu.Unlock()
	var all []Call
	for _, c := range api.calls {
		if len(ids) == 0 || slices.Contains(ids, c.ID) {
			all = append(all, *c)
		}
	}
	return all
}
