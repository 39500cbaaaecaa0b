package testpage

import (
	"crypto/rand"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// row is one line of the table of what will be sent.
type row struct {
	Path  string    `json:"path"`
	Label text.Pair `json:"label"`
	Value string    `json:"value"`
	Note  string    `json:"note,omitempty"` // noteOrder, noteReplaced, notePeriod
}

// Notes of a row.
const (
	noteOrder    = "order"    // made for each click; Value is the prefix until then
	noteReplaced = "replaced" // not the value of the answers
	notePeriod   = "period"   // counted from the day of the payment
)

// pageData is everything that the page knows, handed over as one JSON value.
type pageData struct {
	Kind     string                          `json:"kind"` // page or landing
	Lang     text.Lang                       `json:"lang"`
	Texts    map[text.Lang]map[string]string `json:"texts"`
	Now      int64                           `json:"now"` // milliseconds, so that the page tells Korea's time
	Checked  string                          `json:"checked"`
	Base     string                          `json:"base,omitempty"`
	Script   string                          `json:"script,omitempty"`
	Call     string                          `json:"call"`  // the function that opens the window
	Known    []string                        `json:"known"` // fields of a result that PortOne documents
	MID      string                          `json:"mid"`
	Channel  text.Pair                       `json:"channel"`
	UserCode string                          `json:"user_code"`
	TierCode string                          `json:"tier_code,omitempty"`
	Amount   string                          `json:"amount"`
	Name     string                          `json:"name"`
	Mode     wizard.Mode                     `json:"mode"`
	Type     wizard.Type                     `json:"type"`
	Notice   string                          `json:"notice,omitempty"` // the webhook address of this payment, else the console's
	KeyFrom  string                          `json:"key_from"`
	KeyWant  string                          `json:"key_want"`
	Rows     []row                           `json:"rows,omitempty"`
	Proofs   []handover.Proof                `json:"proofs"`
	LookUp   string                          `json:"lookup"`
	Result   *resultView                     `json:"result,omitempty"`
}

// attemptView is what the page gets for one click.
type attemptView struct {
	Token  string      `json:"token"`
	Order  string      `json:"order"`
	Params value.Value `json:"params"`
	Rows   []row       `json:"rows"`
}

type attemptNumber struct {
	Number  int          `json:"number"`
	Symptom *symptomView `json:"symptom,omitempty"` // of an error that IMP.request_pay threw
}

// resultView is a result as the page shows it.
type resultView struct {
	Number  int          `json:"number"`
	Order   string       `json:"order"`
	Via     string       `json:"via"`
	Verdict Verdict      `json:"verdict"`
	Differs []string     `json:"differs"`
	Fields  value.Value  `json:"fields"`
	More    []string     `json:"more"`
	LookUp  string       `json:"lookup"`
	Symptom *symptomView `json:"symptom,omitempty"`
}

type symptomView struct {
	Sure      bool      `json:"sure"`
	Certainty string    `json:"certainty"`
	Title     text.Pair `json:"title"`
	Cause     text.Pair `json:"cause"`
	Ask       text.Pair `json:"ask"`
	Fix       text.Pair `json:"fix"`
}

// pageData and landingData are called with mu held.
func (s *Server) pageData() pageData {
	d := s.bareData("page")
	d.Base, d.Script = pagePath+s.page, s.tongue().script
	d.KeyFrom = s.opt.KeyFrom
	if s.keyFrom == FromTest { // asked once for each key, not once for each reload
		d.KeyFrom = FromTest
	}
	m := s.maker.fill(s.maker.prefix(), s.opt.Now()) // the digits come with the attempt
	d.Rows = s.rows(m)
	return d
}

func (s *Server) landingData(a *attempt) pageData {
	d := s.bareData("landing")
	if a != nil && a.answered != nil {
		d.Result = s.resultView(a)
	}
	return d
}

func (s *Server) bareData(kind string) pageData {
	a := s.opt.Answers
	return pageData{
		Kind: kind, Lang: s.opt.Lang, Texts: texts(a), Call: a.Call().Function, Known: s.tongue().fields, Now: s.opt.Now().UnixMilli(), Checked: wizard.Checked,
		MID: s.channel.MID, Channel: s.channel.Label, UserCode: a.UserCode, TierCode: a.TierCode,
		Amount: AmountOf(a), Name: a.Said("name").Text(),
		Mode: a.Mode, Type: a.Type, Notice: Notice(a), KeyWant: s.keyWanted(),
		Proofs: handover.Proofs(a), LookUp: handover.Command(a, ""),
	}
}

func (s *Server) resultView(a *attempt) *resultView {
	got := a.answered
	v := &resultView{Number: a.number, Order: a.order, Via: got.via, Verdict: got.verdict, Differs: got.differs,
		Fields: got.fields, More: got.more, LookUp: LookUp(s.opt.Answers, got.fields)}
	v.Symptom = viewOf(got.symptom, got.sure)
	return v
}

func viewOf(id string, sure bool) *symptomView {
	sym, ok := wizard.SymptomOf(id)
	if !ok {
		return nil
	}
	return &symptomView{sure, sym.Certainty, sym.Title, sym.Cause, sym.Ask, sym.Fix}
}

// AmountOf is the amount as people read it: won, or dollars where it is cents.
func AmountOf(a wizard.Answers) string {
	amount := a.Said("amount").Text()
	if !Dollars(a) {
		return thousands(amount)
	}
	for len(amount) < 3 {
		amount = "0" + amount
	}
	return thousands(amount[:len(amount)-2]) + "." + amount[len(amount)-2:]
}

// Dollars reports whether the amount of the answers is in cents.
func Dollars(a wizard.Answers) bool { return a.SDK == wizard.V2 && a.Said("currency").Text() == "USD" }

// Notice is the webhook address of this payment alone, or the several of V2 with
// commas between them; "" where the console's stands.
func Notice(a wizard.Answers) string {
	v := a.Said("notice_url")
	if v.Kind() != value.List {
		return v.Text()
	}
	var all []string
	for _, item := range v.Items() {
		all = append(all, item.Text())
	}
	return strings.Join(all, ", ")
}

// rows flattens a request to lines; what is nested gets a path with dots.
func (s *Server) rows(m made) []row {
	params, call := m.params, s.opt.Answers.Call()
	var out []row
	var walk func(prefix string, v value.Value)
	walk = func(prefix string, v value.Value) {
		for _, f := range v.Fields() {
			path := prefix + f.Key
			if f.Value.Kind() == value.Object && f.Value.Len() > 0 {
				walk(path+".", f.Value)
				continue
			}
			out = append(out, rowOf(call, path, f.Value, m.replaced))
		}
	}
	walk("", params)
	return out
}

func rowOf(call wizard.Call, path string, v value.Value, replaced []string) row {
	r := row{Path: path, Value: v.Text()}
	if p, ok := wizard.ParamOf(call.Function, path); ok {
		r.Label = p.Label
	}
	if v.Kind() != value.String && v.Kind() != value.Number {
		raw, err := json.Marshal(v)
		if err == nil {
			r.Value = string(raw)
		}
	}
	switch {
	case !slices.Contains(replaced, path):
	case path == call.OrderID:
		r.Note = noteOrder
	case call.Period != "" && strings.HasPrefix(path, call.Period+"."):
		r.Note = notePeriod
	default:
		r.Note = noteReplaced
	}
	return r
}

// thousands groups the digits of a whole amount, as people in Korea write it.
func thousands(digits string) string {
	var out []byte
	for i := range len(digits) {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out = append(out, ',')
		}
		out = append(out, digits[i])
	}
	return string(out)
}

// render writes a page with a policy of its own.
func (s *Server) render(w http.ResponseWriter, data pageData) bool {
	nonce := rand.Text()
	page, err := shell(data, nonce)
	if err != nil {
		return false
	}
	plainHeaders(w.Header())
	w.Header().Set("Content-Security-Policy", policy(nonce))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.WriteString(w, page) // the peer may be gone
	return true
}
