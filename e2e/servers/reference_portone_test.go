package servers

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"
)

// portone is the reference's way to the API.
type portone struct {
	*reference

	fetch sync.Mutex // held while a token is fetched
	token sync.Mutex // guards the two
	text  string
	until time.Time
}

// envelope is an answer of the API.
type envelope struct {
	http     int
	Code     *int
	Message  string
	Response any
}

// fields are those of a response that is an object.
func (e envelope) fields() object {
	o, _ := e.Response.(object)
	return o
}

const limit = 1 << 20

// ask makes one call.
func (p *portone) ask(method, path string, body object, token string) (envelope, error) {
	raw, _ := json.Marshal(body)
	q, err := http.NewRequest(method, p.env["PORTONE_API_BASE"]+path, bytes.NewReader(raw))
	if err != nil {
		return envelope{}, err
	}
	q.Header.Set("Content-Type", "application/json")
	if token != "" {
		q.Header.Set("Authorization", "Bearer "+token)
	}
	if p.v.tier != "" && token != "" && !p.has(noTier) {
		q.Header.Set("Tier", p.v.tier)
	}
	client := &http.Client{Timeout: quick, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	if p.has(noTimeout) {
		client.Timeout = 0
	}
	if p.has(followsRedirects) {
		client.CheckRedirect = nil
	}
	a, err := client.Do(q)
	if err != nil {
		return envelope{}, err
	}
	defer a.Body.Close()
	most := int64(limit)
	if p.has(noLimit) {
		most = 1 << 30
	}
	text, err := io.ReadAll(io.LimitReader(a.Body, most))
	e := envelope{http: a.StatusCode}
	switch {
	case err != nil:
		return e, err
	case !strings.HasPrefix(a.Header.Get("Content-Type"), "application/json") && !p.has(readsHTML):
		return e, errors.New("no JSON")
	}
	if err := json.Unmarshal(text, &e); err != nil {
		return e, err
	}
	if e.Code == nil && !p.has(ignoresCode) {
		return e, errors.New("no code")
	}
	return e, nil
}

// bearer gives the token, fetched once at a time. old is one that was refused.
func (p *portone) bearer(old string) (string, error) {
	if !p.has(stormsForTokens) {
		p.fetch.Lock()
		defer p.fetch.Unlock()
	}
	if text := p.cached(); text != "" && text != old && !p.has(freshToken) {
		return text, nil
	}
	if p.has(stormsForTokens) {
		time.Sleep(50 * time.Millisecond)
	}
	e, err := p.ask("POST", "/users/getToken", object{"imp_key": p.env["IMP_KEY"], "imp_secret": p.env["IMP_SECRET"]}, "")
	if p.has(printsSecrets) {
		fmt.Fprintln(p.out, "got", printable(e.Response))
	}
	if err != nil || e.http != 200 || *e.Code != 0 {
		return "", errors.Join(err, errors.New("no token"))
	}
	text, _ := e.fields()["access_token"].(string)
	end, _ := e.fields()["expired_at"].(float64)
	margin := time.Minute
	if p.has(noMargin) {
		margin = 0
	}
	p.token.Lock()
	defer p.token.Unlock()
	p.text, p.until = text, time.Unix(int64(end), 0).Add(-margin)
	return text, nil
}

// cached is the token that still lives, or nothing.
func (p *portone) cached() string {
	p.token.Lock()
	defer p.token.Unlock()
	if time.Now().Before(p.until) {
		return p.text
	}
	return ""
}

// call makes a call with a token, and once more where it is refused.
func (p *portone) call(method, path string, body object) (envelope, error) {
	token, err := p.bearer("")
	if err != nil {
		return envelope{}, err
	}
	e, err := p.ask(method, path, body, token)
	tries := 1
	switch {
	case p.has(neverAgain):
		tries = 0
	case p.has(againForEver):
		tries = 20
	}
	for ; err == nil && e.http == 401 && tries > 0; tries-- {
		if token, err = p.bearer(token); err != nil {
			return e, err
		}
		e, err = p.ask(method, path, body, token)
	}
	return e, err
}

// get looks something up. The word is why there is nothing.
func (p *portone) get(path string) (object, string) {
	e, err := p.call("GET", path, nil)
	switch {
	case err != nil:
		fmt.Fprintln(p.out, printable(err.Error()))
		return nil, "unconfirmed"
	case e.http == 404:
		return nil, "not_found"
	case p.has(ignoresHTTP) && e.fields() != nil:
		return e.fields(), ""
	case p.has(takesNull) && e.http == 200 && *e.Code == 0:
		return e.fields(), ""
	case p.has(ignoresCode) && e.http == 200 && e.fields() != nil:
		return e.fields(), ""
	case e.http != 200 || *e.Code != 0 || e.fields() == nil:
		return nil, "unconfirmed"
	}
	return e.fields(), ""
}

// succeed asks for something to be done. The reply is why it was not.
func (p *portone) succeed(path string, body object) (object, *reply) {
	e, err := p.call("POST", path, body)
	var no reply
	switch {
	case err != nil || e.http == 401:
		no = say("unconfirmed")
	case *e.Code == 0 && e.http == 200, p.has(ignoresCode) && e.http == 200:
		return e.fields(), nil
	default:
		no = say("refused", object{"message": "거절: " + e.Message})
	}
	return nil, &no
}
