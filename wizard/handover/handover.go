// Package handover makes what a result hands on to other people: letters to
// whoever has the console, the server, the firewall or the contract, a test
// table, what changes from test to live, a checklist, the ladder of evidence,
// and the command that looks a payment up. Rows stand in the facts, sentences
// of rules are said by the rule's id. It draws nothing: tables are rows, and
// Markdown where a table is copied. No letter asks for a secret or holds the
// buyer's data.
package handover

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"smartro-wizard/assets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
)

// when is the part of the catalogue that a row belongs to, and what the
// answers have to send for it. Every list that is not empty has to hold.
type when struct {
	wizard.Part
	SDK   []wizard.SDK `json:"sdk"`
	Sends []string     `json:"sends"` // paths of parameters or names of sends: one of them is there
	Lacks []string     `json:"lacks"` // none of them is there
}

// said is a sentence of a row: words of its own, or those of rules, a
// condition, a symptom or the channel, which say their fact in one place.
type said struct {
	when
	Text       sentence          `json:"text"`
	Rules      []string          `json:"rules"`     // those that judge such a payment
	Say        []string          `json:"say"`       // message, why, fix; empty is message
	Condition  string            `json:"condition"` // of the channel
	Symptom    string            `json:"symptom"`   // its fix
	Channel    bool              `json:"channel"`   // the channel's note
	Always     bool              `json:"always"`    // also rules of the other mode or of another method
	Confidence wizard.Confidence `json:"confidence"`
	Sources    []string          `json:"sources"`
}

// sentence are a row's words in both languages, and where V2 wants others, those.
type sentence struct {
	text.Pair
	V2 text.Pair `json:"v2"`
}

// in gives the words of a version.
func (s sentence) in(sdk wizard.SDK) text.Pair {
	if sdk == wizard.V2 && s.V2 != (text.Pair{}) {
		return s.V2
	}
	return s.Pair
}

type facts struct {
	Values      map[string]string    `json:"values"` // words that several rows fill in
	Places      map[string]text.Pair `json:"places"` // where a test is done
	Letters     []letter             `json:"letters"`
	Tests       []test               `json:"tests"`
	Differences []difference         `json:"differences"`
	Checklist   []line               `json:"checklist"`
	Ladder      []rung               `json:"ladder"`
	Notes       []said               `json:"notes"`
}

var rows = sync.OnceValue(func() facts {
	var f facts
	raw, err := assets.Files.ReadFile("facts/handover.json")
	if err == nil {
		err = json.Unmarshal(raw, &f)
	}
	if err != nil {
		panic("handover: facts/handover.json: " + err.Error())
	}
	return f
})

// payment is what the answers say about the payment that is handed over, and
// the language in which it is said.
type payment struct {
	wizard.Answers
	l       text.Lang
	channel wizard.Channel
	known   bool // the catalogue has the channel
	method  wizard.PayMethod
	more    []string          // pairs for text.Fill that only some rows need
	blanks  *strings.Replacer // fills the placeholders; nil until a row has some
}

func of(a wizard.Answers, l text.Lang) *payment {
	p := &payment{Answers: a, l: l, method: a.OwnMethod()}
	if c, _ := a.MethodNamed(); c.Unconfirmed {
		p.method = likeOthers // what is known of such a company is known of all
	}
	p.channel, p.known = wizard.ChannelOf(a.Mode, a.Module, a.Type)
	return p
}

// likeOthers is an easy pay of which nothing is special.
const likeOthers wizard.PayMethod = "lpay"

// opens reports whether the version opens a window for the payment.
func (p *payment) opens() bool {
	way := p.channel.In(p.SDK)
	return p.known && way.Opens() && slices.Contains(way.PayMethods, p.Method())
}

func (p *payment) is(w when) bool {
	if len(w.SDK) > 0 && !slices.Contains(w.SDK, p.version()) {
		return false
	}
	if !p.holds(w.Part) || slices.ContainsFunc(w.Lacks, p.sends) {
		return false
	}
	return len(w.Sends) == 0 || slices.ContainsFunc(w.Sends, p.sends)
}

// version is that of the answers; a letter may be written before it is known.
func (p *payment) version() wizard.SDK {
	if p.SDK == wizard.V2 {
		return wizard.V2
	}
	return wizard.V1
}

func (p *payment) holds(part wizard.Part) bool {
	return part.Holds(p.Module, p.Type, p.method) && (len(part.Modes) == 0 || slices.Contains(part.Modes, p.Mode))
}

// sends reports whether the answers have what a row is about.
func (p *payment) sends(what string) bool {
	switch what {
	case "user_code":
		return p.Account() != ""
	case "tier_code":
		return p.TierCode != ""
	case "server_order":
		return p.Make.MerchantUID != nil && p.Make.MerchantUID.From == wizard.FromServer
	case "typed_redirect":
		return p.Make.MRedirectURL == nil && p.Said("m_redirect_url").Text() != ""
	case "m_redirect_url":
		return p.Make.MRedirectURL != nil || p.Said(what).Text() != ""
	}
	at := p.At(what)
	return at != "" && (!p.Params.Get(at).IsAbsent() || p.LeftOpen(at))
}

// judged reports whether a rule is about such a payment.
func (p *payment) judged(id string) bool {
	r, ok := rulebook.RuleIn(p.version(), id)
	w := r.When
	method := p.method
	if p.SDK == wizard.V2 && r.When.SDK == wizard.V2 {
		method = p.Method()
	}
	return ok && (wizard.Part{Modules: w.Modules, Types: w.Types, PayMethods: w.Methods}).Holds(p.Module, p.Type, method) &&
		(w.Mode == "" || w.Mode == p.Mode)
}
