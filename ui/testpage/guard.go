package testpage

import (
	"net/http"
	"strings"

	"smartro-wizard/wizard"
)

// check is one reason to refuse a request before it is routed. landing is true
// for a navigation to the return address, the one request that another site may start.
type check struct {
	name  string
	holds func(addr string, landing bool, r *http.Request) bool
}

// guards are what every request has to pass. A page of another site can make a
// browser send us requests, and a name that was pointed at 127.0.0.1 makes it
// believe that they are its own; only the address tells, so that is compared whole.
var guards = []check{
	{"host", hostIsOurs},
	{"origin", originIsOurs},
	{"fetch", fetchIsOurs},
}

func hostIsOurs(addr string, _ bool, r *http.Request) bool {
	return r.Host == addr && r.URL.Host == "" && r.URL.Scheme == ""
}

func originIsOurs(addr string, _ bool, r *http.Request) bool {
	origins := r.Header["Origin"]
	return len(origins) == 0 || len(origins) == 1 && origins[0] == "http://"+addr
}

func fetchIsOurs(_ string, landing bool, r *http.Request) bool {
	sites := r.Header["Sec-Fetch-Site"]
	if landing {
		return each(sites, "cross-site", "same-site", "same-origin", "none") &&
			each(r.Header["Sec-Fetch-Mode"], "navigate") && each(r.Header["Sec-Fetch-Dest"], "document")
	}
	return each(sites, "same-origin", "none")
}

// each reports whether a header is absent or there once with one of the values.
func each(got []string, values ...string) bool {
	if len(got) > 1 {
		return false
	}
	for _, g := range got {
		ok := false
		for _, v := range values {
			ok = ok || g == v
		}
		if !ok {
			return false
		}
	}
	return true
}

// isLanding tells by method and path alone; the token is compared later.
func isLanding(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.HasPrefix(r.URL.Path, backPath)
}

func (s *Server) allowed(r *http.Request) bool {
	for _, c := range s.guards {
		if !c.holds(s.addr, isLanding(r), r) {
			return false
		}
	}
	return true
}

// lastDigits is how much of a store id is typed by hand: it is long, and its
// end tells one store from another.
const lastDigits = 8

// Confirms reports whether a person typed what live mode wants typed by hand:
// the merchant code, or the end of the store id of V2, or all of it.
func Confirms(a wizard.Answers, typed string) bool {
	code := a.Account()
	if code == "" {
		return false
	}
	return typed == code || a.SDK == wizard.V2 && len(typed) == lastDigits && strings.HasSuffix(code, typed)
}
