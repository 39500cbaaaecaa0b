package fakeapi

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
	"time"

	"smartro-wizard/wizard"
)

// noon is when the tests' day begins: a Saturday in Korea.
var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, wizard.Korea)

func atNoon(t *testing.T) *API {
	t.Helper()
	api := New(func() time.Time { return noon })
	server := httptest.NewServer(api)
	t.Cleanup(server.Close)
	api.URL = server.URL
	return api
}

type object = map[string]any

// said is what a call was answered with.
type said struct {
	Status   int
	Code     int
	Message  string
	Response any
}

func (s said) fields() object {
	m, _ := s.Response.(object)
	return m
}

// refused reports whether a careful caller takes the answer for a no.
func (s said) refused() bool { return s.Status >= 300 || s.Code != 0 }

// sending is a call before it is made.
type sending struct {
	method, path string
	body         any // object for JSON, url.Values for a form, string as it is
	header       http.Header
	bare         bool // without a token
}

func (s sending) with(name, value string) sending {
	s.header = s.header.Clone()
	if s.header == nil {
		s.header = http.Header{}
	}
	s.header.Set(name, value)
	return s
}

func get(path string) sending              { return sending{method: "GET", path: path} }
func post(path string, b any) sending      { return sending{method: "POST", path: path, body: b} }
func put(path string, b any) sending       { return sending{method: "PUT", path: path, body: b} }
func remove(path string) sending           { return sending{method: "DELETE", path: path} }
func (s sending) withoutToken() sending    { s.bare = true; return s }
func keys(key, secret string) object       { return object{"imp_key": key, "imp_secret": secret} }
func without(o object, n string) object    { c := clone(o); delete(c, n); return c }
func but(o object, n string, v any) object { c := clone(o); c[n] = v; return c }

func clone(o object) object {
	c := object{}
	for k, v := range o {
		c[k] = v
	}
	return c
}

// ask makes a call, with a good token unless it carries its own or is bare.
func ask(t *testing.T, api *API, s sending) said {
	t.Helper()
	kind, body := "application/json", []byte(nil)
	switch b := s.body.(type) {
	case nil:
	case string:
		body = []byte(b)
	case url.Values:
		kind, body = "application/x-www-form-urlencoded", []byte(b.Encode())
	default:
		raw, err := json.Marshal(b)
		if err != nil {
			t.Fatal(err)
		}
		body = raw
	}
	r, err := http.NewRequest(s.method, api.URL+s.path, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", kind)
	for name, values := range s.header {
		r.Header[name] = values
	}
	if !s.bare && r.Header.Get("Authorization") == "" {
		r.Header.Set("Authorization", "Bearer "+bearer(t, api))
	}
	answered, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answered.Body.Close()
	raw, err := io.ReadAll(answered.Body)
	if err != nil {
		t.Fatal(err)
	}
	a := said{Status: answered.StatusCode}
	if err := json.Unmarshal(raw, &a); err != nil {
		t.Fatalf("%s %s: %v in %s", s.method, s.path, err, raw)
	}
	return a
}

func bearer(t *testing.T, api *API) string {
	t.Helper()
	token, _ := ask(t, api, post("/users/getToken", keys(Key, Secret)).withoutToken()).fields()["access_token"].(string)
	if token == "" {
		t.Fatal("no token")
	}
	return token
}
