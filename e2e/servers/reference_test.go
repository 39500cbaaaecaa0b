package servers

import (
	"bytes"
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"smartro-wizard/wizard"
)

// reference is a server as the table wants it, with flaws where a test wants
// to see that the table finds them.
type reference struct {
	v     Variant
	env   map[string]string
	flaws []flaw
	out   io.Writer

	portone *portone

	mu     sync.Mutex
	orders map[string]*shopOrder
}

type shopOrder struct {
	number string
	amount float64
	state  string
	imp    string
	charge bool
}

// referring starts the reference in this process.
func referring(flaws ...flaw) Start {
	return func(t testing.TB, v Variant, env map[string]string) Server {
		out := &output{}
		s := newReference(v, env, flaws...)
		s.out = out
		server := httptest.NewServer(s)
		t.Cleanup(server.Close)
		return Server{URL: server.URL, Output: out.String, Patience: quick}
	}
}

func newReference(v Variant, env map[string]string, flaws ...flaw) *reference {
	s := &reference{v: v, env: env, flaws: flaws, orders: map[string]*shopOrder{}}
	s.portone = &portone{reference: s}
	return s
}

// quick is the time-out of the reference, which has no start-up to wait for.
const quick = 400 * time.Millisecond

func (s *reference) has(f flaw) bool { return slices.Contains(s.flaws, f) }

// reply is an answer before it is written.
type reply struct {
	http   int
	fields object
}

func say(word string, fields ...object) reply {
	return reply{outcome[word], with(append([]object{{"status": word, "message": "말: " + word}}, fields...)...)}
}

func (s *reference) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/payments/")
	switch {
	case r.Method == "GET" && path == "redirect":
		s.redirect(w, r)
		return
	case r.Method != "POST":
		http.NotFound(w, r)
		return
	}
	var a reply
	switch path {
	case "complete":
		a = s.completeOf(body(r, false))
	case "webhook":
		a = s.webhook(r)
	case "orders":
		a = s.newOrder(r)
	default:
		operation := s.operation(path)
		if operation == nil {
			http.NotFound(w, r)
			return
		}
		a = s.operate(r, operation)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(a.http)
	_ = json.NewEncoder(w).Encode(a.fields)
}

// body reads an object, or nil.
func body(r *http.Request, forms bool) object {
	raw, err := io.ReadAll(io.LimitReader(r.Body, 64<<10+1))
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || len(raw) > 64<<10 {
		return nil
	}
	if forms && kind == "application/x-www-form-urlencoded" {
		form, _ := url.ParseQuery(string(raw))
		all := object{}
		for name := range form {
			all[name] = form.Get(name)
		}
		return all
	}
	var all object
	if kind != "application/json" || json.Unmarshal(raw, &all) != nil {
		return nil
	}
	return all
}

var (
	impUID      = regexp.MustCompile(`^[A-Za-z0-9_-]{1,64}$`)
	merchantUID = regexp.MustCompile(`^[A-Za-z0-9]{1,40}$`)
	pageNumber  = regexp.MustCompile(`^order[0-9a-f]{32}$`)
)

func (s *reference) completeOf(b object) reply {
	imp, _ := b["imp_uid"].(string)
	number, _ := b["merchant_uid"].(string)
	if !impUID.MatchString(imp) && !(s.has(takesAnyNumber) && imp != "") || !merchantUID.MatchString(number) {
		if s.has(forgesLog) {
			fmt.Fprintln(s.out, "odd:", imp, number)
		}
		return say("bad_request")
	}
	o := s.find(number)
	if o == nil {
		return say("unknown_order")
	}
	if s.v.Type == wizard.TypeBilling && !o.charge {
		return s.completeCard(o, imp)
	}
	return s.completePayment(o, imp, "")
}

func (s *reference) find(number string) *shopOrder {
	s.mu.Lock()
	defer s.mu.Unlock()
	if o := s.orders[number]; o != nil {
		return o
	}
	if s.v.from == wizard.FromServer && !s.has(takesMadeUp) || !pageNumber.MatchString(number) {
		return nil
	}
	s.orders[number] = &shopOrder{number: number, amount: price}
	return s.orders[number]
}

// create makes an order; an empty number is made up. A number twice gives nil.
func (s *reference) create(number string, amount float64, charge bool) *shopOrder {
	s.mu.Lock()
	defer s.mu.Unlock()
	if number == "" {
		number = fmt.Sprintf("order%032x", uint64(time.Now().UnixNano()))
	}
	if o := s.orders[number]; o != nil && (o.state != "" || !o.charge || o.amount != amount) {
		return nil
	}
	s.orders[number] = &shopOrder{number: number, amount: amount, charge: charge}
	return s.orders[number]
}

func (s *reference) completeCard(o *shopOrder, imp string) reply {
	key, word := s.portone.get("/subscribe/customers/" + url.PathEscape(customer))
	switch {
	case word != "":
		return say(word)
	case key["sandbox"] != s.v.channel().Sandbox || key["pg_provider"] != string(s.v.module()) || key["pg_id"] != s.mid():
		return say("mismatch")
	}
	return s.settle(o, imp, "registered")
}

func (s *reference) mid() string {
	if own := s.env["PORTONE_MID"]; own != "" {
		return own
	}
	return s.v.channel().MID
}

// completePayment looks up and compares. claimed is what a webhook says.
func (s *reference) completePayment(o *shopOrder, imp, claimed string) reply {
	p, word := s.lookUp(imp)
	if word == "" && p["imp_uid"] != imp && !s.has(takesOther) && !s.has(takesNull) {
		word = "unconfirmed"
	}
	if word != "" {
		return say(word)
	}
	if what := s.differs(p, o); what != "" {
		if s.has(tellsReason) {
			return say("mismatch", object{"message": what})
		}
		return say("mismatch")
	}
	status, _ := p["status"].(string)
	if claimed != "" && s.has(trustsWebhook) {
		status = claimed
	}
	switch status {
	case "paid":
		return s.settle(o, imp, "paid")
	case "ready":
		if p["pay_method"] != "vbank" {
			return say("unpaid")
		}
		due, _ := p["vbank_date"].(float64)
		day := time.Unix(int64(due), 0).In(wizard.Korea).Format(time.DateOnly)
		return s.settle(o, imp, "ready", object{"message": fmt.Sprint(p["vbank_name"], " ", p["vbank_num"], " ", day)})
	case "cancelled":
		s.finish(o, imp, "cancelled")
		return say("cancelled")
	case "failed":
		return say("failed")
	}
	return say("unconfirmed")
}

func (s *reference) lookUp(imp string) (object, string) {
	query := ""
	if s.v.channel().Sandbox != s.has(wrongSandboxQuery) {
		query = "?include_sandbox=true"
	}
	if s.has(takesAnyNumber) {
		return s.portone.get("/payments/" + imp + query)
	}
	return s.portone.get("/payments/" + url.PathEscape(imp) + query)
}

// differs names what is not as the order has it.
func (s *reference) differs(p object, o *shopOrder) string {
	for _, want := range []struct {
		name  string
		value any
		flaw  flaw
	}{
		{"merchant_uid", o.number, noNumber}, {"amount", o.amount, noAmount}, {"sandbox", s.v.channel().Sandbox, noSandbox},
		{"pg_provider", string(s.v.module()), noProvider}, {"pg_id", s.mid(), noMID}, {"currency", "KRW", noCurrency},
	} {
		if p[want.name] != want.value && !s.has(want.flaw) {
			return want.name
		}
	}
	return ""
}

var rank = map[string]int{"": 0, "ready": 1, "registered": 2, "paid": 2, "cancelled": 3}

// finish changes the state if it may change, and tells whether it did.
func (s *reference) finish(o *shopOrder, imp, state string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	backwards := s.has(goesBack) && state == "ready" || s.has(uncancels) && o.state == "cancelled"
	if rank[state] <= rank[o.state] && !backwards || o.state == "paid" && o.imp != imp {
		return false
	}
	o.state, o.imp = state, imp
	return true
}

func (s *reference) settle(o *shopOrder, imp, state string, fields ...object) reply {
	if s.has(racy) { // looks first and changes later
		s.mu.Lock()
		before := o.state
		s.mu.Unlock()
		time.Sleep(20 * time.Millisecond)
		if before != state {
			s.fulfil(o)
		}
		s.finish(o, imp, state)
		return say(state)
	}
	if s.finish(o, imp, state) || s.has(fulfilsAgain) {
		if state != "ready" || s.has(fulfilsReady) {
			s.fulfil(o)
		}
		return say(state, fields...)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if o.imp != imp && !s.has(takesSecond) {
		return say("mismatch")
	}
	if o.state != state {
		return say(o.state)
	}
	return say(state, fields...)
}

func (s *reference) fulfil(o *shopOrder) { fmt.Fprintf(s.out, "fulfil %s\n", o.number) }

func (s *reference) webhook(r *http.Request) reply {
	b := body(r, !s.has(noForms))
	claimed, _ := b["status"].(string)
	var a reply
	if s.has(trustsWebhook) && b["merchant_uid"] != nil {
		imp, _ := b["imp_uid"].(string)
		if o := s.find(fmt.Sprint(b["merchant_uid"])); o != nil && !o.charge {
			a = s.completePayment(o, imp, claimed)
		}
	}
	if a.fields == nil {
		a = s.completeOf(b)
	}
	word, _ := a.fields["status"].(string)
	switch {
	case s.has(hookPlain):
		a.http = outcome[word]
	case s.has(hookAlways200):
		a.http = 200
	default:
		a.http = hook(word)
	}
	return a
}

func (s *reference) redirect(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if q.Get("error_code") == "" && !s.has(redirectOnly) {
		s.completeOf(object{"imp_uid": q.Get("imp_uid"), "merchant_uid": q.Get("merchant_uid")})
	}
	to := url.Values{}
	for _, name := range []string{"imp_uid", "merchant_uid", "error_code", "error_msg"} {
		if v := q.Get(name); v != "" {
			to.Set(name, v)
		}
	}
	home := "/"
	if next := q.Get("next"); next != "" && s.has(openRedirect) {
		home = next
	}
	w.Header().Set("Location", home+"?"+to.Encode())
	w.WriteHeader(http.StatusSeeOther)
}

func (s *reference) newOrder(r *http.Request) reply {
	var sent object
	_ = json.NewDecoder(r.Body).Decode(&sent)
	cost := float64(price)
	if asked, ok := sent["amount"].(float64); ok && s.has(pageSetsPrice) {
		cost = asked
	}
	o := s.create("", cost, false)
	if slices.Contains(s.v.Parts, wizard.PartPrepare) && !s.has(preparesNothing) {
		if _, a := s.portone.succeed("/payments/prepare", object{"merchant_uid": o.number, "amount": o.amount, "currency": "KRW"}); a != nil {
			return *a
		}
	}
	fields := object{"merchantUid": o.number, "amount": o.amount}
	for _, name := range slices.Concat(buyerFields, s.v.fields) {
		if name != "amount" {
			fields[name] = "예"
		}
	}
	return reply{200, fields}
}

func (s *reference) operate(r *http.Request, operation func(object) reply) reply {
	given, token := r.Header.Get("Authorization"), s.env["OPERATOR_TOKEN"]
	open := token != "" && subtle.ConstantTimeCompare([]byte(given), []byte("Bearer "+token)) == 1
	switch {
	case s.has(openOperators):
	case token == "" && s.has(openUnset):
	case s.has(looseOperators) && token != "" && strings.Contains(given, token):
	case !open:
		return say("forbidden")
	}
	b := body(r, false)
	if b == nil {
		return say("bad_request")
	}
	return operation(b)
}

// printable is for texts from outside, as logs may hold them.
func printable(v any) string {
	var b bytes.Buffer
	_ = json.NewEncoder(&b).Encode(v)
	return strings.TrimSpace(b.String())
}
