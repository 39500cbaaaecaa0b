package flow

import (
	"slices"
	"strings"
	"sync"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// sight is what follows from the entries: the questions that apply, and the
// answers by which rows are told. It is worked out at each change and then only
// read: a draft is saved while a screen goes on with it.
type sight struct {
	asked   []bool              // by row of the catalogue
	known   map[string][]string // by key of asked_when
	settled map[string]string   // what an answer settles, by question, and the question of that answer
	paths   []string            // by row, where its answer stands in the call; "" where the call has no such place
}

// see is the sight of the draft, which only the zero Draft lacks.
func (d Draft) see() *sight {
	if d.seen != nil {
		return d.seen
	}
	return d.look()
}

// look works the sight out. Only earlier questions that apply count, so a
// parked answer steers nothing.
func (d Draft) look() *sight {
	rows := wizard.Questions()
	s := &sight{asked: make([]bool, len(rows)), known: map[string][]string{
		"start": {string(d.walk())}, "sdk": {string(d.sdk())}, "channel_key": {"first_use"}, "currency": {"KRW"},
	}}
	for i := range rows {
		q := &rows[i]
		if _, settled := s.settled[q.ID]; walked(q) && !settled && s.match(q.AskedWhen) {
			s.asked[i] = true
			s.learn(d, q)
		}
	}
	s.paths = make([]string, len(rows))
	for i := range rows {
		s.paths[i] = s.place(rows[i].Params)
	}
	return s
}

// call is the call that the answers lead to.
func (s *sight) call() wizard.Call { return wizard.CallOf(wizard.FunctionOf(s.sdk(), s.typ())) }

// place is where in the call stands what parameters of V1 say.
func (s *sight) place(params []string) string {
	return s.call().PathFor(params, s.module(), s.typ(), s.method())
}

// method is how is paid, in the words of the call.
func (s *sight) method() wizard.PayMethod {
	if s.sdk() != wizard.V2 {
		return wizard.PayMethod(s.one("pay_method"))
	}
	word, _ := wizard.MethodWords(s.one("pay_method"))
	return wizard.PayMethod(word)
}

func (s *sight) sdk() wizard.SDK { return wizard.SDK(s.one("sdk")) }

// walk is the walk whose questions can be reached. A quick start and opened
// answers reach all of them.
func (d Draft) walk() start {
	if d.start == golive {
		return golive
	}
	return guided
}

func (d Draft) sdk() wizard.SDK {
	if d.base.SDK == "" {
		return wizard.V1
	}
	return d.base.SDK
}

// learn keeps what the answer to a question tells the rows after it. What is no
// option tells nothing.
func (s *sight) learn(d Draft, q *wizard.Question) {
	e := d.entry(q, s)
	switch {
	case q.ID == "front_target":
		s.known[q.ID] = strings.Split(e.Text, ",") // opened answers may name several
	case q.ID == "server_target":
		s.known[q.ID] = strings.Split(e.Text, ",")
		if slices.ContainsFunc(s.known[q.ID], func(t string) bool { return isServer(t) && t != commands }) {
			s.known[hasServer] = []string{"true"}
		}
	case q.Kind == "select":
		if !s.offers(q, e.Text) {
			e = d.untyped(q, s)
		}
		s.known[q.ID] = []string{e.Text}
		s.settle(d, q, e.Text)
	case q.Kind == "multi":
		s.known[q.ID] = slices.DeleteFunc(slices.Clone(e.Picked), func(p string) bool { return !s.offers(q, p) })
	case q.ID == "channel_key" && s.keyless(e):
		s.known[q.ID] = e.Picked
	}
}

// settle carries out what an option says about other questions. Opened answers
// keep what they say until the person answers.
func (s *sight) settle(d Draft, q *wizard.Question, chosen string) {
	if _, given := d.given[q.ID]; d.opened != nil && !given {
		return
	}
	conflict := d.opened != nil && d.opened.given[q.ID].Equal(d.given[q.ID])
	for i := range q.Options {
		o := &q.Options[i]
		if o.Value != chosen || len(o.Sets) == 0 {
			continue
		}
		if s.settled == nil {
			s.settled = map[string]string{}
		}
		for key, v := range o.Sets {
			if key == "sdk" && conflict {
				continue // the rulebook speaks of it
			}
			s.known[before(q, key)] = s.known[key] // by which its own options were told
			s.known[key], s.settled[key] = []string{v}, q.ID
		}
	}
}

func before(q *wizard.Question, key string) string { return q.ID + " before " + key }

// match reports whether every key of a row's condition has one of its values.
func (s *sight) match(when map[string][]string) bool {
	for key, want := range when {
		is := s.values(key)
		if !slices.ContainsFunc(want, func(w string) bool { return slices.Contains(is, w) }) {
			return false
		}
	}
	return true
}

// values are what is known of a key. needs_PARAM is told by the parameter's row.
func (s *sight) values(key string) []string {
	path, derived := strings.CutPrefix(key, "needs_")
	if !derived {
		return s.known[key]
	}
	call := s.call()
	p, _ := wizard.ParamOf(call.Function, s.place([]string{path}))
	request := value.ObjectOf(value.Field{Key: call.Method, Value: value.Text(string(s.method()))})
	if p.Needed(wizard.Setup{Module: s.module(), Type: s.typ()}, request) {
		return []string{"true"}
	}
	return []string{"false"}
}

func (s *sight) one(key string) string {
	if v := s.known[key]; len(v) > 0 {
		return v[0]
	}
	return ""
}

func (s *sight) mode() wizard.Mode     { return wizard.Mode(s.one("mode")) }
func (s *sight) module() wizard.Module { return wizard.Module(s.one("module")) }
func (s *sight) typ() wizard.Type      { return wizard.Type(s.one("type")) }

// channel is the row of the answers so far.
func (s *sight) channel() (wizard.Channel, bool) {
	return wizard.ChannelOf(s.mode(), s.module(), s.typ())
}

// asks reports whether a question applies.
func (s *sight) asks(id string) bool {
	i, ok := rowOf()[id]
	return ok && s.asked[i]
}

// standing tells how a question is decided: asked, settled with a value, or not at all.
func (s *sight) standing(id string) string {
	if s.asks(id) {
		return "asked " + s.call().Function + " " + s.paths[rowOf()[id]]
	}
	if _, ok := s.settled[id]; ok {
		return "=" + s.one(id)
	}
	return ""
}

// allows is match for an option of a question.
func (s *sight) allows(q *wizard.Question, o *wizard.Option) bool {
	for key, want := range o.AskedWhen {
		is := s.values(key)
		if s.settled[key] == q.ID {
			is = s.known[before(q, key)]
		}
		if !slices.ContainsFunc(want, func(w string) bool { return slices.Contains(is, w) }) {
			return false
		}
	}
	return true
}

// offered are the options of a question that can be chosen now.
func (s *sight) offered(q *wizard.Question) []wizard.Option {
	rows := q.Options
	if len(rows) == 0 && q.Kind == "select" && len(q.Params) > 0 {
		rows = s.coded(s.place(q.Params))
	}
	var offered []wizard.Option
	for i := range rows {
		if s.allows(q, &rows[i]) {
			offered = append(offered, s.worded(q, i, rows[i]))
		}
	}
	return offered
}

// worded is an option in the words of the version.
func (s *sight) worded(q *wizard.Question, i int, o wizard.Option) wizard.Option {
	if row := wizard.QuestionsIn(s.sdk())[rowOf()[q.ID]]; i < len(row.Options) {
		return row.Options[i]
	}
	return o
}

func (s *sight) offers(q *wizard.Question, option string) bool {
	if len(q.Options) == 0 {
		return slices.ContainsFunc(s.offered(q), func(o wizard.Option) bool { return o.Value == option })
	}
	for i := range q.Options {
		if q.Options[i].Value == option {
			return s.allows(q, &q.Options[i])
		}
	}
	return false
}

// coded are the codes of a parameter's table as options.
func (s *sight) coded(path string) []wizard.Option {
	p, _ := wizard.ParamOf(s.call().Function, path)
	var options []wizard.Option
	for _, c := range wizard.Codes(p.Limits.Codes) {
		o := wizard.Option{Value: wizard.Own(p.Limits.Codes, c.Code), Label: text.Pair{Ko: c.Name.Ko + " " + c.Code, En: c.Name.En + " " + c.Code}}
		switch {
		case c.NotInTest && s.mode() == wizard.ModeTest:
			o.Hint = both("flow.not_in_test")
		case c.WindowsOnly:
			o.Hint = both("flow.windows_only")
		}
		options = append(options, o)
	}
	return options
}

func both(id string) text.Pair { return text.Pair{Ko: text.Of(text.Ko, id), En: text.Of(text.En, id)} }

// rowOf finds rows of the catalogue by id.
var rowOf = sync.OnceValue(func() map[string]int {
	at := map[string]int{}
	for i, q := range wizard.Questions() {
		at[q.ID] = i
	}
	return at
})

func row(id string) (*wizard.Question, bool) {
	i, ok := rowOf()[id]
	if !ok {
		return nil, false
	}
	return &wizard.Questions()[i], true
}
