package lint

import (
	"regexp"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// What a server does with a payment, as far as words tell that stand in its
// code: the same words in JavaScript, PHP, Python and Java. A step is said to
// be lacking only where nothing in the file could be it.
var (
	lookUps = map[wizard.SDK]func() *regexp.Regexp{
		wizard.V1: lazy(`api\.iamport\.kr/payments/["'` + "`" + `$%{.+ ]|api\.iamport\.kr/payments/(find|imp)|\bpaymentByImpUid\(|\bpayment_by_imp_uid\(|/payments/\$\{?imp_?[uU]id`),
		wizard.V2: lazy(`api\.portone\.io/payments/["'` + "`" + `$%{.+ ]|\.getPayment\(|\bpayment\.get_payment\(|\.get_payment\(|GetPaymentRequest`),
	}
	changes   = lazy(`https://api\.(portone|iamport)[^\n]*/(cancel|again|schedule|billing-key|instant|prepare)\b`)
	completes = lazy(`(?i)["'](paid|complete[d]?|success|ok)["']|mark_?paid|set_?paid|is_?paid|\.complete\(`)
	amounts   = lazy(`(?i)amount|total|price|금액`)
	statuses  = lazy(`(?i)status`)
	money     = lazy(`(?i)currency`)
	channels  = lazy(`(?i)channel(?:\??\.|\[["']|->|\(\)\.)(?:get)?type["'\]]*(?:\(\))?\s*(?:===?|!==?|\.equals\()\s*["']?(LIVE|TEST)`)
	hooks     = lazy(`(?i)["'/][\w/-]*webhook[\w/-]*["']`)
	verified  = lazy(`(?i)webhook\.verify|verify_?webhook|webhook_?verif|standardwebhooks|constructEvent|createHmac|hash_hmac|hmac\.new|\.verify\(`)
	asksOther = lazy(`(?i)fetch\(|axios|\bhttp|requests\.|curl_|RestTemplate|WebClient|HttpClient|getPayment|get_payment|verify|confirm|service|lookup|\bsync`)
	oldField  = lazy(`\bpayment(?:\??\.|\[["'])paymentMethod\b`)
	throws    = lazy(`(?s)switch\s*\(\s*[\w.]*\btype\b\s*\)\s*\{.*?\bdefault\s*:\s*(?:\{\s*)?throw\b`)
)

// codeOfServers is the text of a file's server code, with where it begins.
func (c *code) codeOfServers() (all []serverText) {
	for i := range c.file.Servers {
		s := &c.file.Servers[i]
		all = append(all, serverText{s.Text, func(at int) int { return c.file.ServerPlace(s, at) }})
	}
	if len(all) == 0 && c.server() {
		all = append(all, serverText{c.file.Text, func(at int) int { return at }})
	}
	return all
}

type serverText struct {
	text  string
	place func(int) int
}

// span is the place of a match in the file.
func (s serverText) span(m []int) value.Span {
	return value.Span{Start: s.place(m[0]), End: s.place(max(m[1]-1, m[0])) + 1}
}

func (s serverText) has(r func() *regexp.Regexp) bool { return r().MatchString(s.text) }

// serverFacts tells of the steps between an answer and an order that is paid.
func (c *code) serverFacts(given wizard.Mode, sdk wizard.SDK, facts facts) {
	for _, s := range c.codeOfServers() {
		if m := lookUps[sdk]().FindStringIndex(s.text); m != nil && s.has(completes) && !s.has(changes) {
			c.stepsAfter(s, m, sdk, facts)
		}
		c.hook(s, sdk, facts)
		if sdk == wizard.V2 {
			wordsOfV2(s, given, facts)
		}
	}
}

func (c *code) stepsAfter(s serverText, m []int, sdk wizard.SDK, facts facts) {
	steps := []value.Value{value.Text("lookup")}
	for _, step := range []struct {
		name string
		sign func() *regexp.Regexp
	}{{"status", statuses}, {"amount", amounts}, {"currency", money}} {
		if s.has(step.sign) || step.name == "currency" && sdk == wizard.V1 {
			steps = append(steps, value.Text(step.name))
		}
	}
	if len(steps) == 3 && sdk == wizard.V2 && s.has(amounts) && s.has(statuses) {
		return // the currency alone may be the shop's only one
	}
	facts.set("facts.server.verifies", value.ListOf(steps...).At(s.span(m)))
}

// hook tells whether a webhook is believed: its signature, or a look-up.
func (c *code) hook(s serverText, sdk wizard.SDK, facts facts) {
	m := hooks().FindStringIndex(s.text)
	if m == nil || !s.has(completes) {
		return
	}
	looks := s.has(lookUps[sdk]) || s.has(asksOther)
	facts.set("facts.webhook.looks_up", value.Truth(looks).At(s.span(m)))
	if sdk == wizard.V2 {
		facts.set("facts.webhook.verifies", value.Truth(s.has(verified)).At(s.span(m)))
		if t := throws().FindStringIndex(s.text); t != nil {
			facts.set("facts.webhook.unknown_type", value.Text("throws").At(s.span(t)))
		}
	}
}

// wordsOfV2 finds comparisons with words of V2's answers. Which channel a server
// has to want depends on the mode, which no code tells.
func wordsOfV2(s serverText, given wizard.Mode, facts facts) {
	at := lookUps[wizard.V2]().FindStringIndex(s.text)
	if at == nil {
		return
	}
	if given == wizard.ModeLive && s.has(completes) && !channels().MatchString(s.text) {
		facts.set("facts.server.channel_type", value.Text("none").At(s.span(at)))
	}
	if m := channels().FindStringSubmatchIndex(s.text); m != nil && given != "" {
		facts.set("facts.server.channel_type", value.Text(s.text[m[2]:m[3]]).At(s.span(m)))
	}
	if m := oldField().FindStringIndex(s.text); m != nil {
		facts.set("facts.server.reads", value.ListOf(value.Text("paymentMethod")).At(s.span(m)))
	}
}
