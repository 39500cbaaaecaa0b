package servers

import (
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
)

type object = map[string]any

// post sends a body and looks at what any answer has to be.
func (r *run) post(path, kind, body string, header map[string]string) said {
	return r.send("POST", path, kind, body, header)
}

func (r *run) send(method, path, kind, body string, header map[string]string) said {
	q, err := http.NewRequest(method, r.server.URL+path, strings.NewReader(body))
	if err != nil {
		return said{err: err}
	}
	if kind != "" {
		q.Header.Set("Content-Type", kind)
	}
	for name, value := range header {
		q.Header.Set(name, value)
	}
	a, err := client.Do(q)
	if err != nil {
		return said{err: err}
	}
	defer a.Body.Close()
	raw, err := io.ReadAll(a.Body)
	s := said{status: a.StatusCode, raw: string(raw), to: a.Header.Get("Location"), err: err}
	if strings.HasPrefix(a.Header.Get("Content-Type"), "application/json") {
		_ = json.Unmarshal(raw, &s.fields)
	}
	s.word, _ = s.fields["status"].(string)
	return s
}

// take notes an answer and looks for what none may hold.
func (r *run) take(s said) {
	r.answers++
	r.last = s
	r.said = append(r.said, s.String())
	if s.err != nil {
		r.fail("no answer: %v", s.err)
	}
	for _, secret := range secrets(r.api) {
		if strings.Contains(s.raw+s.to, secret) {
			r.fail("an answer holds a secret: %s", s.raw)
		}
	}
	if len(s.raw) > 4096 {
		r.fail("an answer of %d bytes", len(s.raw))
	}
}

// outcome is the HTTP status of each word.
var outcome = map[string]int{
	"paid": 200, "ready": 200, "registered": 200, "done": 200,
	"bad_request": 400, "forbidden": 403, "unknown_order": 404, "not_found": 404,
	"mismatch": 409, "unpaid": 409, "failed": 409, "cancelled": 409, "refused": 409, "unconfirmed": 502,
}

// want holds an answer against its word.
func (r *run) want(s said, status int, word string) {
	r.take(s)
	if s.status != status || s.word != word {
		r.fail("answered %s, want %d %s: %.200s", s, status, word, s.raw)
		return
	}
	if strings.TrimSpace(s.message()) == "" && word != "forbidden" {
		r.fail("%s has no message: %s", word, s.raw)
	}
}

func encode(v any) string {
	if text, ok := v.(string); ok {
		return text
	}
	raw, _ := json.Marshal(v)
	return string(raw)
}

func (r *run) numbers() object { return object{"imp_uid": r.imp, "merchant_uid": r.number} }

// completes is the page that tells how the window ended.
func completes(word string) step {
	return func(r *run) { r.complete(r.numbers(), word) }
}

// claims is a page that sends something else.
func claims(body func(r *run) any, word string) step {
	return func(r *run) { r.complete(body(r), word) }
}

func (r *run) complete(body any, word string) {
	r.want(r.post("/payments/complete", "application/json", encode(body), nil), outcome[word], word)
}

// hook is the status of an answer to PortOne: only what it may send again is an error.
func hook(word string) int {
	if word == "unconfirmed" || word == "bad_request" {
		return outcome[word]
	}
	return http.StatusOK
}

// hears is a webhook with a body as JSON. What the body says of the status is
// nobody's business.
func hears(status, word string) step {
	return func(r *run) {
		body := r.numbers()
		body["status"] = status
		r.want(r.post("/payments/webhook", "application/json;charset=UTF-8", encode(body), nil), hook(word), word)
	}
}

// hearsForm is the same as a form.
func hearsForm(status, word string) step {
	return func(r *run) {
		form := url.Values{"imp_uid": {r.imp}, "merchant_uid": {r.number}, "status": {status}}
		r.want(r.post("/payments/webhook", "application/x-www-form-urlencoded", form.Encode(), nil), hook(word), word)
	}
}

// hearsBody is a webhook with any body.
func hearsBody(kind string, body func(r *run) any, word string) step {
	return func(r *run) {
		r.want(r.post("/payments/webhook", kind, encode(body(r)), nil), hook(word), word)
	}
}

// together makes requests at the same time, each so many times.
func together(times int, steps ...step) step {
	return func(r *run) {
		runs := make([]run, times*len(steps))
		var all sync.WaitGroup
		for i := range runs {
			runs[i] = run{Variant: r.Variant, api: r.api, server: r.server, number: r.number, imp: r.imp, begun: r.begun}
			all.Go(func() { steps[i%len(steps)](&runs[i]) })
		}
		all.Wait()
		for i := range runs {
			r.answers += runs[i].answers
			r.wrong = append(r.wrong, runs[i].wrong...)
			r.said = append(r.said, runs[i].said...)
		}
	}
}

// returns is the phone that comes back with a query. It has to be led to the
// page, with the four fields and nothing else, and never to another site.
func returns(query func(r *run) url.Values) step {
	return func(r *run) {
		sent := query(r)
		s := r.send("GET", "/payments/redirect?"+sent.Encode(), "", "", nil)
		r.take(s)
		if s.status != http.StatusSeeOther {
			r.fail("the phone is answered %d, want 303", s.status)
		}
		path, got, _ := strings.Cut(s.to, "?")
		values, err := url.ParseQuery(got)
		if path != "/" || err != nil {
			r.fail("the phone is led to %q", s.to)
			return
		}
		want := url.Values{}
		for _, name := range []string{"imp_uid", "merchant_uid", "error_code", "error_msg"} {
			if v, there := sent[name]; there {
				want[name] = v
			}
		}
		if !maps.EqualFunc(values, want, slices.Equal) {
			r.fail("the phone is led on with %v, want %v", values, want)
		}
	}
}

func home(r *run) url.Values {
	return url.Values{"imp_uid": {r.imp}, "merchant_uid": {r.number}}
}

// operates is an operator with the right token.
func operates(path string, body func(r *run) any, word string) step {
	return func(r *run) { r.operate(path, body(r), "Bearer "+OperatorToken, word) }
}

func (r *run) operate(path string, body any, authorization, word string) {
	header := map[string]string{}
	if authorization != "" {
		header["Authorization"] = authorization
	}
	r.want(r.post("/payments/"+path, "application/json", encode(body), header), outcome[word], word)
}

// missing wants a route not to be there.
func missing(method, path string) step {
	return func(r *run) {
		s := r.send(method, path, "application/json", "{}", map[string]string{"Authorization": "Bearer " + OperatorToken})
		r.take(s)
		if s.status != http.StatusNotFound && s.status != http.StatusMethodNotAllowed {
			r.fail("%s %s is answered %d", method, path, s.status)
		}
	}
}
