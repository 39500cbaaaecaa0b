package carry

import (
	"cmp"
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// mover is a case on its way.
type mover struct {
	lang        text.Lang
	today       string
	from, out   wizard.Answers
	here, there wizard.Call
	request     value.Value      // as it goes out on this side
	method      wizard.PayMethod // on the other side; empty where none was chosen
	rows        []Row
}

func newMover(a wizard.Answers, to To, today string, l text.Lang) *mover {
	a.SDK = cmp.Or(a.SDK, wizard.V1)
	m := &mover{lang: l, today: today, from: a, here: a.Call(), request: a.Case(today).Requests[0].Params}
	m.out = wizard.Answers{Version: wizard.AnswersVersion, Mode: a.Mode, SDK: to.SDK, Module: to.Module, Type: a.Type, Params: value.ObjectOf(), Options: a.Options}
	if m.there = m.out.Call(); a.SDK != to.SDK {
		m.out.Options.Page, m.out.Options.Server = "", nil // of V1 only
	}
	if v, ok := m.word(m.here.Method, m.there.Method, value.Text(string(a.Method()))); ok {
		m.method = wizard.PayMethod(v.Text())
	}
	return m
}

func (m *mover) say(id string, args ...string) string { return text.Of(m.lang, id, args...) }

func (m *mover) side(sdk wizard.SDK, module wizard.Module) Side {
	sdk = cmp.Or(sdk, wizard.V1)
	c, _ := wizard.ChannelOf(m.from.Mode, module, m.from.Type)
	way := c.In(sdk)
	s := Side{Setup: wizard.Setup{Mode: m.from.Mode, SDK: sdk, Module: module, Type: m.from.Type}, Entry: way.Entry}
	s.Note = way.Note.In(m.lang)
	return s
}

// refusal is why the other side has no such payment.
func (m *mover) refusal() string {
	c, has := wizard.ChannelOf(m.out.Mode, m.out.Module, m.out.Type)
	way := c.In(m.out.SDK)
	switch {
	case !has:
		return m.say("carry.no-channel", "module", string(m.out.Module), "type", string(m.out.Type))
	case way.Entry == "":
		return way.Note.In(m.lang)
	case m.method != "" && len(way.PayMethods) > 0 && !slices.Contains(way.PayMethods, m.method):
		return m.say("carry.no-method", "method", string(m.method), "known", join(way.PayMethods))
	}
	return ""
}

func join(all []wizard.PayMethod) string {
	words := make([]string, len(all))
	for i, m := range all {
		words[i] = string(m)
	}
	return strings.Join(words, ", ")
}

// setup carries what stands outside of the parameters.
func (m *mover) setup(all bool) {
	if m.from.SDK == m.out.SDK {
		m.out.UserCode, m.out.TierCode, m.out.StoreID = m.from.UserCode, m.from.TierCode, m.from.StoreID
		for _, name := range m.here.Setup {
			m.outside(Row{State: Same, From: Spot{Path: name}, To: Spot{Path: name, Value: m.named(name)}, Reason: m.say("carry.same")}, all)
			m.later(name, name)
		}
		return
	}
	to := m.there.Setup[0]
	m.outside(Row{State: Decide, From: Spot{Path: m.here.Setup[0]}, To: Spot{Path: to}, Reason: m.say(reasons[m.here.Setup[0]])}, true)
	m.out.Later = append(m.out.Later, to)
	for _, name := range m.here.Setup[1:] {
		m.outside(Row{State: Dropped, From: Spot{Path: name}, Reason: m.say(reasons[name])}, all)
	}
}

// outside adds a row of what stands outside of the parameters, if it was
// answered or all are to be told of.
func (m *mover) outside(r Row, all bool) {
	if r.From.Value = m.named(r.From.Path); all || !r.From.Value.IsAbsent() {
		m.add(r)
	}
}

func (m *mover) named(name string) value.Value {
	given := map[string]string{"user_code": m.from.UserCode, "tier_code": m.from.TierCode, "store_id": m.from.StoreID}[name]
	switch {
	case given != "":
		return value.Text(given)
	case m.from.LeftOpen(name):
		return value.LeftOpen()
	}
	return value.Value{}
}

// later leaves on the other side open what is left open on this one.
func (m *mover) later(name, as string) {
	if m.from.LeftOpen(name) && !slices.Contains(m.out.Later, as) {
		m.out.Later = append(m.out.Later, as)
	}
}

func (m *mover) add(r Row) { m.rows = append(m.rows, r) }

// twin is the parameter of the other call that says the same.
func (m *mover) twin(p wizard.Param) (wizard.Param, bool) {
	switch {
	case m.from.SDK == m.out.SDK:
		return wizard.ParamOf(m.there.Function, p.Path)
	case m.out.SDK == wizard.V1:
		if p.Path == provider {
			return wizard.ParamAt("pay_method")
		}
		return wizard.ParamAt(p.Twin)
	}
	rows := everyParam(m.there.Function)
	i := slices.IndexFunc(rows, func(q wizard.Param) bool { return q.Twin == p.Path })
	if i < 0 {
		return wizard.Param{}, false
	}
	return rows[i], true
}

// carry takes one parameter across.
func (m *mover) carry(p wizard.Param, all bool) {
	v := m.request.Get(p.Path)
	if v.IsAbsent() && !(all && p.When.Holds(m.from.Module, m.from.Type, m.anyMethod(p)) && !p.Untold) {
		return
	}
	if p.Path == "storeId" {
		return // told by setup
	}
	row := Row{From: Spot{p.Path, p.Label, v, p.Personal}}
	q, has := m.twin(p)
	row.State, row.Reason = m.fate(p, q, has)
	if row.State != Dropped {
		row.To = Spot{q.Path, q.Label, value.Value{}, q.Personal}
	}
	if row.State == Same || row.State == Renamed {
		m.put(&row, p, q)
	}
	if id := ruleOf(p); row.State == Dropped && p.Unsupported && id != "" {
		row.Rule = id
	}
	m.add(row)
}

// anyMethod is the chosen pay method, or one that the parameter takes.
func (m *mover) anyMethod(p wizard.Param) wizard.PayMethod {
	method := m.from.Method()
	if method == "" && len(p.When.PayMethods) > 0 {
		return p.When.PayMethods[0]
	}
	return method
}

// fate is what becomes of a parameter, whatever its value.
func (m *mover) fate(p, q wizard.Param, has bool) (State, string) {
	special := reasons[p.Path]
	switch {
	case !has && p.Unsupported:
		return Dropped, m.say("carry.unsupported")
	case !has:
		return Dropped, m.say(cmp.Or(special, "carry.nothing"))
	case q.Unsupported:
		return Dropped, m.say(cmp.Or(special, "carry.unsupported"))
	case q.Untold:
		return Decide, m.say("carry.untold")
	case !m.takes(q):
		window := strings.TrimSpace(string(m.out.Type) + " " + string(m.method))
		return Dropped, m.say("carry.not-there", "window", window, "module", string(m.out.Module))
	case m.from.Module != m.out.Module && slices.Contains(m.here.Selectors, p.Path):
		return Decide, m.say("carry.other-channel")
	case p.Unsupported && !q.Unsupported:
		return Decide, m.say("carry.alive")
	case p.Path == q.Path:
		return Same, m.say("carry.same")
	}
	return Renamed, m.say(cmp.Or(special, "carry.renamed"))
}

// takes reports whether the other side's window takes a parameter, with the
// chosen pay method if there is one.
func (m *mover) takes(q wizard.Param) bool {
	method := m.method
	if method == "" && len(q.When.PayMethods) > 0 {
		method = q.When.PayMethods[0]
	}
	return q.Allows(m.out.Module, m.out.Type, method)
}

// put gives the other side the value.
func (m *mover) put(row *Row, p, q wizard.Param) {
	v := row.From.Value
	m.later(p.Path, q.Path)
	if v.IsAbsent() || v.Kind() == value.Later {
		row.To.Value = v
		return
	}
	if m.made(p.Path) {
		row.To.Value = m.out.Case(m.today).Requests[0].Params.Get(q.Path)
		return
	}
	to, ok := m.word(p.Path, q.Path, v)
	if !ok {
		row.State, row.Reason = Decide, m.say("carry.no-word")
		m.out.Later = append(m.out.Later, q.Path)
		return
	}
	row.To.Value = to
	if !to.Equal(v) && row.State == Same {
		row.State, row.Reason = Renamed, m.say(cmp.Or(reasons[p.Path], "carry.renamed"))
	}
	if f, fixed := q.FixedFor(m.out.Type); fixed && f.Value().Equal(to) && m.from.Params.Get(p.Path).IsAbsent() {
		return // the type says it there too
	}
	m.out.Params = m.out.Params.With(q.Path, to)
	if q.Path == m.there.Method && to.Text() == easyPay {
		m.out.Params = m.out.Params.With(provider, providerOf(v))
	}
}

// made carries what is made at run time, and reports whether that is.
func (m *mover) made(path string) bool {
	from, to := m.from.Make, &m.out.Make
	if !m.from.Params.Get(path).IsAbsent() {
		return false
	}
	switch path {
	case m.here.OrderID:
		to.MerchantUID = from.MerchantUID
		return from.MerchantUID != nil
	case m.here.Redirect:
		to.MRedirectURL = from.MRedirectURL
		return from.MRedirectURL != nil
	case m.here.Due:
		to.VbankDue = from.VbankDue
		return from.VbankDue != nil
	case m.here.Period:
		to.Period = from.Period
		return from.Period != nil
	}
	return false
}

func ruleOf(p wizard.Param) string {
	if len(p.Rules) == 0 {
		return ""
	}
	return p.Rules[0]
}

// unknown tells of what was typed and no row knows.
func (m *mover) unknown() {
	known := everyParam(m.here.Function)
	for _, f := range m.from.Params.Fields() {
		if !slices.ContainsFunc(known, func(p wizard.Param) bool { return p.Path == f.Key || strings.HasPrefix(p.Path, f.Key+".") }) {
			m.add(Row{State: Decide, From: Spot{Path: f.Key, Value: f.Value}, Reason: m.say("carry.unknown")})
		}
	}
}

// settle adds what the other side wants and this one had no word for.
func (m *mover) settle() {
	request := m.out.Case(m.today).Requests[0].Params
	setup := wizard.Setup{SDK: m.out.SDK, Module: m.out.Module, Type: m.out.Type}
	if m.method != "" && request.Get(m.there.Method).IsAbsent() {
		request = request.With(m.there.Method, value.Text(string(m.method)))
	}
	for _, q := range wizard.ParamsOf(m.there.Function) {
		if m.told(q.Path) || q.Path == "storeId" {
			continue
		}
		if f, fixed := q.FixedFor(m.out.Type); fixed {
			m.add(Row{State: Added, To: Spot{q.Path, q.Label, f.Value(), q.Personal}, Reason: f.Why.In(m.lang)})
		} else if q.Path == provider && !request.Get(provider).IsAbsent() {
			m.add(Row{State: Added, To: Spot{q.Path, q.Label, request.Get(provider), false}, Reason: m.say("carry.provider")})
		} else if q.Needed(setup, request) && request.Get(q.Path).IsAbsent() {
			m.add(Row{State: Decide, To: Spot{q.Path, q.Label, value.Value{}, q.Personal}, Reason: m.say("carry.needed"), Rule: ruleOf(q)})
			m.out.Later = append(m.out.Later, q.Path)
		}
	}
	for _, r := range m.rows { // a channel of its own has a key of its own
		if r.State == Decide && r.To.Path != "" && slices.Contains(m.there.Selectors[:1], r.To.Path) && !slices.Contains(m.out.Later, r.To.Path) {
			m.out.Later = append(m.out.Later, r.To.Path)
		}
	}
}

func (m *mover) told(path string) bool {
	return slices.ContainsFunc(m.rows, func(r Row) bool { return r.To.Path == path })
}

// rest lists what else the other side's window takes.
func (m *mover) rest() {
	for _, q := range wizard.ParamsOf(m.there.Function) {
		if m.takes(q) && !m.told(q.Path) && q.Path != "storeId" {
			m.add(Row{State: Added, To: Spot{q.Path, q.Label, value.Value{}, q.Personal}, Reason: m.say("carry.only-there")})
		}
	}
}

// judge asks the rulebook about the other side: what it calls an error is for a
// person to settle, and what else it has to say stands beside the reason.
func (m *mover) judge() {
	for _, f := range rulebook.Judge(m.out.Case(m.today), m.lang) {
		path := strings.TrimPrefix(f.Path, "params.")
		i := slices.IndexFunc(m.rows, func(r Row) bool { return r.To.Path == path && !r.To.Value.IsAbsent() })
		if i < 0 || f.State != wizard.StateFound {
			continue
		}
		row := &m.rows[i]
		switch {
		case f.Severity == wizard.SeverityError:
			row.State, row.Rule, row.Reason = Decide, f.Rule, strings.TrimSpace(f.Message+" "+f.Fix)
		case row.State != Decide && row.Rule == "":
			row.Rule, row.Reason = f.Rule, row.Reason+" "+f.Message
		}
	}
}
