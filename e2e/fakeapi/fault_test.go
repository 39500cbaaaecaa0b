package fakeapi

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// fetch makes a bare look-up and gives what came, redirects not followed.
func fetch(ctx context.Context, t *testing.T, api *API) (status int, kind, body string, err error) {
	t.Helper()
	r, err := http.NewRequestWithContext(ctx, "GET", api.URL+"/payments/"+firstPaid, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+bearer(t, api))
	a, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return 0, "", "", err
	}
	defer a.Body.Close()
	raw, err := io.ReadAll(a.Body)
	return a.StatusCode, a.Header.Get("Content-Type"), string(raw), err
}

func TestFaultsAnswerInTheAPIsPlace(t *testing.T) {
	for name, f := range map[string]struct {
		do     Fault
		status int
		kind   string
		holds  string
	}{
		"html":         {HTML(200), 200, "text/html", "<html>"},
		"html and 502": {HTML(502), 502, "text/html", "<html>"},
		"torn":         {Torn(), 200, "application/json", `"imp_uid":"imp_`},
		"huge":         {Huge(2 << 20), 200, "application/json", strings.Repeat("x", 2<<20)},
		"unauthorized": {Unauthorized(), 401, "application/json; charset=utf-8", "Unauthorized"},
		"redirect":     {Redirect("http://127.0.0.1:9/"), 302, "text/html; charset=utf-8", "127.0.0.1:9"},
		"slow":         {Slow(time.Millisecond), 200, "application/json; charset=utf-8", firstPaid},
	} {
		t.Run(name, func(t *testing.T) {
			api := world(t)
			api.Break("get-payment", 1, f.do)
			status, kind, body, err := fetch(t.Context(), t, api)
			if err != nil || status != f.status || kind != f.kind || !strings.Contains(body, f.holds) {
				t.Errorf("%d %s %.80s %v", status, kind, body, err)
			}
			if status, _, _, _ := fetch(t.Context(), t, api); status != 200 {
				t.Errorf("the second call is answered with %d", status)
			}
		})
	}
}

func TestDownClosesTheConnection(t *testing.T) {
	api := world(t)
	api.Break("get-payment", 0, Down())
	for range 3 {
		if status, _, _, err := fetch(t.Context(), t, api); err == nil {
			t.Errorf("answered with %d", status)
		}
	}
	api.Mend()
	if status, _, _, err := fetch(t.Context(), t, api); status != 200 {
		t.Errorf("mended, and answers %d, %v", status, err)
	}
}

func TestSlowIsNotWaitedForByWhoWillNot(t *testing.T) {
	api := world(t)
	api.Break("get-payment", 0, Slow(time.Hour))
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if status, _, _, err := fetch(ctx, t, api); err == nil {
		t.Errorf("answered with %d", status)
	}
}

func TestExpiredTokenIsRefused(t *testing.T) {
	api := world(t)
	old := bearer(t, api)
	api.Expire()
	if a := ask(t, api, get("/payments/"+firstPaid).with("Authorization", "Bearer "+old)); a.Status != 401 {
		t.Errorf("%+v", a)
	}
	if a := ask(t, api, get("/payments/"+firstPaid)); a.refused() {
		t.Errorf("%+v", a)
	}
}
