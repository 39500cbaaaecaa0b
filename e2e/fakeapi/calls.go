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
	Status int // 0 where a fault answered
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

func record(r *http.Request, id string) Call {
	body, _ := io.ReadAll(r.Body)
	return Call{ID: id, Method: r.Method, Path: r.URL.EscapedPath(), Query: r.URL.RawQuery, Header: r.Header.Clone(), Body: bytes.TrimSpace(body)}
}

func (api *API) write(c Call, status, code int) {
	api.mu.Lock()
	defer api.mu.Unlock()
	c.Status, c.Code = status, code
	api.calls = append(api.calls, c)
}

// Calls gives what reached the API so far, in order; of the named endpoints
// alone where some are named.
func (api *API) Calls(ids ...string) []Call {
	api.mu.Lock()
	defer api.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(api.calls), func(c Call) bool {
		return len(ids) > 0 && !slices.Contains(ids, c.ID)
	})
}
