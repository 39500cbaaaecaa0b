package flow

import (
	"regexp"
	"strings"
	"sync"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
)

// shapes are compiled when a value is first looked at.
var shapes = sync.OnceValue(func() map[string]*regexp.Regexp {
	found := map[string]*regexp.Regexp{}
	for name, pattern := range wizard.Shapes() {
		found[name] = regexp.MustCompile(pattern)
	}
	return found
})

// looks reports whether a value has the named shape.
func looks(like, v string) bool {
	shape, ok := shapes()[like]
	return ok && shape.MatchString(v)
}

// wrongBox tells a value that belongs elsewhere. A value with the question's
// own shape is never wrong.
func (s *sight) wrongBox(q *wizard.Question, e Entry) (wizard.WrongBox, bool) {
	if e.Text == "" || e.Later || looks(q.ID, e.Text) {
		return wizard.WrongBox{}, false
	}
	for _, box := range q.WrongBox {
		if s.match(box.AskedWhen) && looks(box.LooksLike, e.Text) {
			return box, true
		}
	}
	return wizard.WrongBox{}, false
}

func (d Draft) misplaced(q *wizard.Question, box wizard.WrongBox, l text.Lang) Problem {
	p := own(l, "", true)
	p.Finding.Message = box.Text.In(l)
	if box.LooksLike != q.ID && d.setting(box.Sets).see().asks(box.LooksLike) {
		p.MoveTo, p.Mendable, p.sets = box.LooksLike, true, box.Sets
	}
	return p
}

// longestOrderID is the longest order number; one that long may be letters and
// digits only and is still no secret.
const longestOrderID = 40

// secret tells a value that may not be kept: one that looks like an API secret,
// or the resident number of whom a receipt is for. It is none of the long words
// that people rightly type: a path on their site, an order number, a name of
// letters only.
func secret(q *wizard.Question, typed string) bool {
	if q.Kind != "text" && q.Kind != "number" && q.Kind != "days" {
		return false
	}
	typed = strings.TrimSpace(typed)
	switch {
	case q.ID == "cash_receipt_id" && resident().MatchString(typed):
		return true
	case !safe.Secret(typed):
		return false
	case q.ID == "m_redirect_url" && strings.HasPrefix(typed, "/"):
		return false
	case q.ID == "order_id_fixed" && len(typed) <= longestOrderID:
		return false
	}
	letter := func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }
	return strings.ContainsAny(typed, "0123456789") && strings.ContainsFunc(typed, letter) || strings.Contains(typed, "whsec_")
}

// resident is the shape of a resident number: a date of birth and seven digits.
var resident = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[ -]?[1-8][0-9]{6}$`)
})

// refusal is the sentence about something that was not taken at a question.
func refusal(q *wizard.Question) string {
	if q.ID == "cash_receipt_id" {
		return "flow.not_kept"
	}
	return "flow.secret"
}
