package lint

import (
	"maps"
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// judge makes the cases of a file, has them judged, and puts the findings in
// their places.
func (c *code) judge(r *Report, o Options) {
	base := c.pageFacts()
	base.set("facts.ctx.today", value.Text(o.Today))
	o.World.join(c, base)
	c.world = o.World
	cases := c.cases(r, base, o.Setup)
	r.cases = cases
	found := c.faults(o.Lang)
	for _, one := range cases {
		found = append(found, c.judged(one, o.Lang)...)
	}
	found = merge(found)
	locate(r, found)
	r.Findings, r.Ignored = c.ignore(r, found, o.Lang)
	slices.SortStableFunc(r.Findings, rulebook.Before)
}

// judged judges one case. A finding about a key points at the key, and one
// about a fact shows the code that it was read from.
func (c *code) judged(one wizard.Case, l text.Lang) []wizard.Finding {
	found := renamed(rulebook.Judge(one, l))
	for i := range found {
		f := &found[i]
		if key := c.keyOf(one, f); key != (value.Span{}) {
			f.Span = key
		}
		if f.Span == (value.Span{}) && strings.HasPrefix(f.Path, "setup.") && len(one.Requests) > 0 {
			f.Span = tells(f.Path, one)
		}
		if strings.HasPrefix(f.Path, "facts.") && f.Rule != "rest-secret-server-side" && f.Span.End > f.Span.Start && f.Span.End <= len(c.file.Text) {
			line, _, _ := strings.Cut(c.file.Text[f.Span.Start:f.Span.End], "\n")
			f.Value = safe.Shown(strings.TrimSpace(line), shownCode)
		}
	}
	return found
}

// renamed leaves out that a value is missing where it stands under a name of
// the other version, or a misspelt one: that finding says all, as badly as the
// missing value would.
func renamed(found []wizard.Finding) []wizard.Finding {
	by := map[string]*wizard.Finding{} // the finding about a name, by the path that it should have had
	for i := range found {
		if found[i].Rule == "unknown-key" {
			for _, to := range newNames(found[i]) {
				by[to] = &found[i]
			}
		}
	}
	var kept []wizard.Finding
	for i := range found {
		f := found[i]
		name := by[f.Path]
		if name == nil || f.Rule == "unknown-key" || f.State != wizard.StateFound || f.Value != "" {
			continue
		}
		if weighs(f.Severity) > weighs(name.Severity) {
			name.Severity, name.Moment = f.Severity, f.Moment
		}
	}
	for _, f := range found {
		if by[f.Path] == nil || f.Rule == "unknown-key" || f.State != wizard.StateFound || f.Value != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

// newNames are the paths that a mend of a name leads to.
func newNames(f wizard.Finding) (paths []string) {
	for _, m := range f.Mends {
		for _, e := range m.Edits {
			switch e.Op {
			case value.Set, value.Insert:
				paths = append(paths, e.Path)
			case value.Rename:
				paths = append(paths, e.Path[:strings.LastIndexByte(e.Path, '.')+1]+e.To)
			}
		}
	}
	return paths
}

func weighs(s wizard.Severity) int {
	return slices.Index([]wizard.Severity{wizard.SeverityInfo, wizard.SeverityWarning, wizard.SeverityError}, s)
}

// tells is where code shows a part of the setup: the value that only this
// type or module has, else all that is sent.
func tells(path string, one wizard.Case) value.Span {
	params := one.Requests[0].Params
	key := "pg"
	if path == "setup.type" {
		key = map[wizard.Type]string{wizard.TypeBilling: "customer_uid", wizard.TypeEscrow: "escrow", wizard.TypeOverseas: "bypass.smartro_v2.OpenType"}[one.Setup.Type]
	}
	if v := params.Get(key); key != "" && !v.IsAbsent() {
		return v.Span()
	}
	return params.Span()
}

// shownCode is how much of a line of code a finding shows, in code points.
const shownCode = 80

// keyRules speak of keys and not of what they hold.
var keyRules = []string{"unknown-key", "version-mixing", "bypass-key-spelling", "bypass-namespace", "billing-bypass-keys"}

func (c *code) keyOf(one wizard.Case, f *wizard.Finding) value.Span {
	path, params := strings.CutPrefix(f.Path, "params.")
	if !params || !slices.Contains(keyRules, f.Rule) || len(one.Requests) == 0 {
		return value.Span{}
	}
	above, key := one.Requests[0].Params, path
	if i := strings.LastIndexByte(path, '.'); i >= 0 {
		above, key = above.Get(path[:i]), path[i+1:]
	}
	for _, field := range above.Fields() {
		if field.Key == key {
			return field.KeySpan
		}
	}
	return value.Span{}
}

// cases are one for each window and REST call, or one for what stands around
// where the file has neither.
func (c *code) cases(r *Report, base facts, given wizard.Setup) []wizard.Case {
	var all []wizard.Case
	for i, w := range c.windows {
		s, from, other := c.setup(w, given)
		if i == 0 {
			r.Setup, r.Sources, r.OtherPG = s, from, other
		}
		facts := maps.Clone(base)
		c.serverFacts(given.Mode, s.SDK, facts)
		c.windowFacts(w, facts)
		all = append(all, wizard.Case{Setup: s, Requests: []wizard.Request{{Function: w.function, Params: c.later(w.params)}}, Facts: facts})
	}
	calls := append(c.rests(), c.serverCalls()...)
	r.Calls = len(c.windows) + len(calls)
	if len(c.windows) == 0 {
		r.Setup, r.Sources, _ = c.setup(window{}, given)
	}
	for _, call := range calls {
		facts := maps.Clone(base)
		s := setupOf(call.request.Function, r.Setup, given)
		c.serverFacts(given.Mode, s.SDK, facts)
		maps.Copy(facts, call.facts)
		if versionOf(call.request.Function) == wizard.V1 {
			aboutPayment(call.request.Function, facts)
		}
		all = append(all, wizard.Case{Setup: s, Requests: []wizard.Request{call.request}, Facts: facts})
	}
	if len(all) == 0 {
		c.serverFacts(given.Mode, r.Setup.SDK, base)
		all = append(all, wizard.Case{Setup: r.Setup, Facts: base})
	}
	return all
}

// setupOf narrows the setup to the payment type that a REST call is for.
func setupOf(function string, s, given wizard.Setup) wizard.Setup {
	if given.SDK == "" && !(function == "GET /payments" && s.SDK == wizard.V2) {
		s.SDK = versionOf(function)
	}
	if given.Type != "" {
		return s
	}
	switch {
	case s.SDK == wizard.V2 && (strings.Contains(function, "billing-key") || strings.HasSuffix(function, "/schedule")):
		s.Type = wizard.TypeBilling
	case s.SDK == wizard.V2 && strings.HasSuffix(function, "/instant"):
		s.Type = wizard.TypeAPIKeyin
	case strings.Contains(function, "/subscribe/payments/"):
		s.Type = wizard.TypeBilling
	case strings.HasSuffix(function, "/vbanks"):
		s.Type = wizard.TypeAPIKeyin
	case strings.Contains(function, "/escrows/"):
		s.Type = wizard.TypeEscrow
	}
	return s
}

// aboutPayment tells how the payment was paid that a REST call speaks of.
func aboutPayment(function string, facts facts) {
	method := value.UnknownBecause("pay_method")
	switch {
	case strings.Contains(function, "/subscribe/"):
		method = value.Text("card")
	case strings.HasSuffix(function, "/vbanks"):
		method = value.Text("vbank")
	}
	facts.set("facts.payment.pay_method", method)
}

func (c *code) windowFacts(w window, facts facts) {
	c.otherVersion(w, facts)
	c.orderFacts(w, facts)
	c.redirectFacts(w, facts)
	c.buyerFacts(w, facts)
	c.customerFact(w, facts)
	c.siteFact(w, facts)
	if w.call.Kind == bareObject {
		return
	}
	c.answer(w).facts(w, facts)
	if ch, shared := wizard.ChannelOfMID(midOf(w.params)); shared {
		facts.set("facts.console.mid", value.Text(ch.MID).At(w.params.Get("pg").Span()))
	}
}

// merge drops what two cases of one file say alike, and keeps of what cannot be
// known one finding for each place.
func merge(found []wizard.Finding) []wizard.Finding {
	type key struct {
		rule string
		span value.Span
		path string
	}
	seen := map[key]bool{}
	unknown := map[value.Span]bool{}
	for _, f := range found {
		if f.State == wizard.StateFound {
			unknown[f.Span] = true // what is known to be wrong needs no doubt
		}
	}
	return slices.DeleteFunc(found, func(f wizard.Finding) bool {
		k := key{f.Rule, f.Span, f.Path}
		if seen[k] {
			return true
		}
		seen[k] = true
		if f.State != wizard.StateUnknown {
			return false
		}
		if unknown[f.Span] {
			return true
		}
		unknown[f.Span] = true
		return false
	})
}
