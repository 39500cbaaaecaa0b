package testpage

import (
	"crypto/subtle"
	"slices"
	"time"

	"smartro-wizard/wizard/value"
)

const (
	mostAttempts = 256         // attempts that are remembered; older ones are forgotten
	quietAfter   = time.Minute // this long after the call a person wonders what is wrong
)

// attempt is one try: one order number and one token, used for one click.
type attempt struct {
	made
	token    string
	number   int // 0 until the window is called
	given    bool
	answered *answer
	late     bool   // a result after it was given up was noted
	why      string // the page's last reason to think that it is over
	stop     func() bool
}

// answer is what is known of the result, for the terminal and the page.
type answer struct {
	via     string
	fields  value.Value
	more    []string
	verdict Verdict
	differs []string
	symptom string
	sure    bool
}

// open reports whether a result of the attempt would be taken.
func (a *attempt) open() bool { return a.answered == nil && !a.given }

func (a *attempt) quiet() {
	if a.stop != nil {
		a.stop()
		a.stop = nil
	}
}

// prepare makes an attempt for the next click. The page asks before the click,
// so that the SDK is called inside it: browsers block what comes later.
func (s *Server) prepare() (*attempt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	m, err := s.maker.request(s.opt.Now())
	if err != nil {
		return nil, err
	}
	token, err := newToken(s.opt.Rand)
	if err != nil {
		return nil, err
	}
	a := &attempt{made: m, token: token}
	if len(s.attempts) == mostAttempts {
		s.attempts[0].quiet()
		s.attempts = slices.Delete(s.attempts, 0, 1)
	}
	s.attempts = append(s.attempts, a)
	return a, nil
}

// byToken finds an attempt. It looks at all of them, so that time tells nothing.
func (s *Server) byToken(token string) *attempt {
	var found *attempt
	for _, a := range s.attempts {
		if same(a.token, token) {
			found = a
		}
	}
	return found
}

// begin numbers an attempt when its window is called.
func (s *Server) begin(a *attempt) {
	if a.number > 0 {
		return
	}
	s.windows++
	a.number = s.windows
	s.emit(Event{Kind: Window, Attempt: a.number, MerchantUID: a.order, Replaced: a.replaced})
	a.stop = s.opt.After(quietAfter, func() { s.grewQuiet(a) })
}

func (s *Server) grewQuiet(a *attempt) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if a.open() && !s.closed {
		s.emit(Event{Kind: Quiet, Attempt: a.number, MerchantUID: a.order})
	}
}

// record takes the first result of an attempt. It reports whether it did.
func (s *Server) record(a *attempt, got answer) bool {
	if !a.open() {
		if a.given && !a.late {
			a.late = true
			s.emit(Event{Kind: Late, Attempt: a.number, Via: got.via, Fields: got.fields, More: got.more})
		}
		return false
	}
	s.begin(a)
	a.quiet()
	a.answered = &got
	s.emit(Event{Kind: Result, Attempt: a.number, MerchantUID: a.order, Via: got.via, Fields: got.fields, More: got.more,
		Verdict: got.verdict, Differs: got.differs, Symptom: got.symptom, Sure: got.sure})
	return true
}

// giveUp ends an attempt for the person who does not wait any longer.
func (s *Server) giveUp(a *attempt) {
	if !a.open() || a.number == 0 {
		return
	}
	a.quiet()
	a.given = true
	s.emit(Event{Kind: Closed, Attempt: a.number, MerchantUID: a.order, Why: WhyCancelled})
}

// landed finds the attempt of a return by redirect: the one with that order
// number, else the last one that still waits, whose result is then a mismatch.
// Where results name no order, it is the last one that was called, so that a
// reload shows the same again.
func (s *Server) landed(order string) *attempt {
	var last, called *attempt
	for _, a := range s.attempts {
		if a.order == order {
			return a
		}
		if a.number > 0 {
			called = a
		}
		if a.number > 0 && a.open() {
			last = a
		}
	}
	if last == nil && s.tongue().order == "" {
		return called
	}
	return last
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
