package testpage

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// The paths, each before a token.
const (
	pagePath = "/page/"
	doorPath = "/open/"
	tryPath  = "/try/"
	backPath = "/back/"
)

const (
	mostReports  = 5000 // events that pages may ask for in one run
	mostPolicies = 40
	mostWord     = 2000 // characters of a text that a page reports
)

// serve answers one request. Whatever is not wanted gets the one answer of an
// unknown path, so that guessing teaches nothing.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if recover() != nil {
			s.mu.Lock()
			s.emit(Event{Kind: Closed, Why: WhyFault})
			s.mu.Unlock()
			refuse(w)
		}
	}()
	if !s.allowed(r) || !s.route(w, r) {
		refuse(w)
	}
}

func refuse(w http.ResponseWriter) {
	plainHeaders(w.Header())
	w.Header().Set("Connection", "close")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write([]byte("not found\n")) // the peer may be gone
}

// route reports false when the request is none of ours.
func (s *Server) route(w http.ResponseWriter, r *http.Request) bool {
	if r.URL.RawPath != "" || r.URL.RawQuery != "" && !isLanding(r) {
		return false
	}
	path := r.URL.Path
	get, post := r.Method == http.MethodGet, r.Method == http.MethodPost
	if token, ok := strings.CutPrefix(path, backPath); ok {
		return get && same(token, s.back) && s.serveBack(w, r)
	}
	if token, ok := strings.CutPrefix(path, doorPath); ok {
		return get && s.serveDoor(w, token)
	}
	if rest, ok := strings.CutPrefix(path, pagePath); ok {
		token, what, _ := strings.Cut(rest, "/")
		switch {
		case !same(token, s.page):
			return false
		case get && rest == token:
			return s.servePage(w)
		case post && what == "attempt":
			return s.serveAttempt(w, r)
		case post && what == "event":
			return s.servePageEvent(w, r)
		}
		return false
	}
	if rest, ok := strings.CutPrefix(path, tryPath); ok && post {
		token, what, _ := strings.Cut(rest, "/")
		switch what {
		case "result":
			return s.serveResult(w, r, token)
		case "event":
			return s.serveTryEvent(w, r, token)
		}
	}
	return false
}

func (s *Server) serveDoor(w http.ResponseWriter, token string) bool {
	s.mu.Lock()
	n := len(s.doors)
	s.doors = slices.DeleteFunc(s.doors, func(d string) bool { return same(d, token) })
	used := len(s.doors) < n
	s.mu.Unlock()
	if used {
		plainHeaders(w.Header())
		w.Header().Set("Location", pagePath+s.page)
		w.WriteHeader(http.StatusSeeOther)
	}
	return used
}

func (s *Server) servePage(w http.ResponseWriter) bool {
	return s.render(w, s.seen())
}

func (s *Server) seen() pageData {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.report(Event{Kind: Page, Attempt: s.windows})
	return s.pageData()
}

// report emits what a page asked for, within the bound of a run. Callers hold mu.
func (s *Server) report(e Event) {
	if s.reports++; s.reports <= mostReports {
		s.emit(e)
	}
}

func (s *Server) serveAttempt(w http.ResponseWriter, r *http.Request) bool {
	body, err := words(w, r, "key_from")
	if err != nil || !slices.Contains([]string{FromTest, FromLive, FromUnsure}, body["key_from"]) {
		return false
	}
	if from := s.settleKey(body["key_from"]); from != s.keyWanted() {
		return answerJSON(w, map[string]string{"refused": from})
	}
	a, err := s.prepare()
	if err != nil {
		return false
	}
	return answerJSON(w, attemptView{Token: a.token, Order: a.order, Params: a.params, Rows: s.rows(a.made)})
}

// keyWanted is the list that the channel key has to come from.
func (s *Server) keyWanted() string {
	if s.opt.Answers.Mode == wizard.ModeLive {
		return FromLive
	}
	return FromTest
}

// settleKey keeps what the terminal knows about the key, else what the page says.
func (s *Server) settleKey(said string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.opt.KeyFrom != "" {
		return s.opt.KeyFrom
	}
	if s.keyFrom != said {
		s.keyFrom = said
		s.report(Event{Kind: Key, Attempt: s.windows, State: said})
	}
	return said
}

func (s *Server) servePageEvent(w http.ResponseWriter, r *http.Request) bool {
	body, err := words(w, r, "event", "state", "directive", "host")
	if err != nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch Kind(body["event"]) {
	case SDK:
		if !slices.Contains([]string{Loaded, Blocked, Timeout}, body["state"]) {
			return false
		}
		s.report(Event{Kind: SDK, Attempt: s.windows, State: body["state"], script: s.tongue().script})
	case Policy:
		directive, host := short(body["directive"]), short(body["host"])
		if key := directive + " " + host; !s.policies[key] && len(s.policies) < mostPolicies {
			s.policies[key] = true
			s.report(Event{Kind: Policy, Attempt: s.windows, Directive: directive, Host: host})
		}
	default:
		return false
	}
	return answerJSON(w, struct{}{})
}

func (s *Server) serveTryEvent(w http.ResponseWriter, r *http.Request, token string) bool {
	body, err := words(w, r, "event", "why", "message")
	if err != nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.byToken(token)
	if a == nil {
		return false
	}
	switch {
	case body["event"] == string(Window):
		s.begin(a)
	case body["event"] != string(Closed) || a.number == 0:
		return false
	case body["why"] == WhyCancelled:
		s.giveUp(a)
	case slices.Contains([]string{WhyWindow, WhyLeft, WhyThrew}, body["why"]):
		s.ended(a, body["why"], short(body["message"]))
	default:
		return false
	}
	return answerJSON(w, attemptNumber{a.number, viewOf(explain(body["message"]))})
}

// ended tells why a page thinks that an attempt is over, once for each reason.
func (s *Server) ended(a *attempt, why, message string) {
	if !a.open() || a.why == why {
		return
	}
	a.why = why
	a.quiet()
	e := Event{Kind: Closed, Attempt: a.number, MerchantUID: a.order, Why: why, Message: message}
	if message != "" {
		e.Symptom, e.Sure = explain(message)
	}
	s.report(e)
}

func (s *Server) serveResult(w http.ResponseWriter, r *http.Request, token string) bool {
	fields, more, err := result(w, r, s.tongue().fields)
	if err != nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.byToken(token)
	if a == nil || !s.record(a, answered(a.made, ViaCallback, fields, more)) {
		return false
	}
	return answerJSON(w, s.resultView(a))
}

// serveBack takes a return by redirect. A reload shows the same result again.
func (s *Server) serveBack(w http.ResponseWriter, r *http.Request) bool {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil || !wholeUTF8(query) {
		return false
	}
	fields, more := value.ObjectOf(), []string(nil)
	for _, name := range s.tongue().fields {
		if query.Has(name) {
			fields = fields.With(name, value.Text(query.Get(name)))
			query.Del(name)
		}
	}
	for name := range query {
		more = append(more, name)
	}
	slices.Sort(more)
	return s.render(w, s.cameBack(fields, more[:min(len(more), mostNames)]))
}

func (s *Server) cameBack(fields value.Value, more []string) pageData {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := s.landed(s.tongue().orderOf(fields))
	switch {
	case fields.Len() == 0:
		a = nil
	case a == nil:
		s.report(Event{Kind: Late, Via: ViaRedirect, Fields: fields, More: more})
	default:
		s.record(a, answered(a.made, ViaRedirect, fields, more))
	}
	return s.landingData(a)
}

func wholeUTF8(query url.Values) bool {
	for name, values := range query {
		for _, v := range append(values, name) {
			if !utf8.ValidString(v) {
				return false
			}
		}
	}
	return true
}

func short(s string) string {
	if r := []rune(s); len(r) > mostWord {
		return string(r[:mostWord])
	}
	return s
}

func answerJSON(w http.ResponseWriter, v any) bool {
	raw, err := json.Marshal(v)
	if err != nil {
		return false
	}
	plainHeaders(w.Header())
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(raw) // the peer may be gone
	return true
}
