package handover

import (
	"net/url"
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

const blank = "........" // what the person fills in before sending

// words fill the placeholders of the rows. Of the answers they hold only what
// a letter needs, never a buyer, and what may be a secret as a mask.
func (p *payment) words() []string {
	mid := p.channel.MID
	if mid == "" {
		mid = text.Of(p.l, "handover.own_mid")
	}
	userCode := "imp" + blank
	if p.SDK == wizard.V2 {
		userCode = "store-" + blank
	}
	if code := p.Account(); code != "" {
		userCode = shown(code)
	}
	words := append(wizard.ConsoleWords(p.Mode, p.Module, p.l),
		"mid", mid, "blank", blank, "user_code", userCode, "tier", shown(p.TierCode),
		"channel", p.channel.Label.In(p.l), "method", p.methodName(), "redirect", p.redirect(),
		"notice_url", addresses(p.Said("notice_url")), "confirm_url", address(p.Said("confirm_url").Text()),
		"cards", names(wizard.CodesCards, p.l, func(c wizard.Code) bool { return c.NotInTest }),
		"billing_cards", names(wizard.CodesCards, p.l, func(c wizard.Code) bool { return c.NotInTest || c.NotInTestBilling }),
		"banks", names(wizard.CodesBanks, p.l, func(c wizard.Code) bool { return c.NotInTest }),
		"selector", p.selector(),
	)
	words = append(words, p.more...)
	for key, value := range rows().Values {
		if of, v2 := strings.CutSuffix(key, "_v2"); v2 && p.SDK == wizard.V2 {
			words = append(words, of, value)
		} else if own := rows().Values[key+"_v2"]; !v2 && (p.SDK != wizard.V2 || own == "") {
			words = append(words, key, value)
		}
	}
	return words
}

// fill gives a row's words with the placeholders filled.
func (p *payment) fill(row sentence) string {
	s := row.in(p.SDK).In(p.l)
	if !strings.Contains(s, "{") {
		return s
	}
	if p.blanks == nil {
		pairs := p.words()
		for i := 0; i < len(pairs); i += 2 {
			pairs[i] = "{" + pairs[i] + "}"
		}
		p.blanks = strings.NewReplacer(pairs...)
	}
	return p.blanks.Replace(s)
}

func (p *payment) methodName() string {
	m, ok := p.MethodNamed()
	if !ok {
		return "-"
	}
	return m.Name.In(p.l)
}

func names(table string, l text.Lang, is func(wizard.Code) bool) string {
	var all []string
	for _, c := range wizard.Codes(table) {
		if is(c) {
			all = append(all, c.Name.In(l))
		}
	}
	return strings.Join(all, ", ")
}

// boxes are the labels of the console's form that only this mode has.
func (p *payment) boxes(mode wizard.Mode) string {
	common := map[string]int{}
	for _, m := range []wizard.Mode{wizard.ModeTest, wizard.ModeLive} {
		ch, _ := wizard.ChannelOf(m, p.Module, p.Type)
		for _, s := range ch.Steps() {
			common[s.Field.ID]++
		}
	}
	var all []string
	ch, _ := wizard.ChannelOf(mode, p.Module, p.Type)
	for _, s := range ch.Steps() {
		f := s.Field
		chosen := len(f.PayMethods) == 0 || slices.Contains(f.PayMethods, p.method)
		if f.ID != "" && common[f.ID] == 1 && chosen && !slices.Contains(all, f.Label) {
			all = append(all, f.Label)
		}
	}
	return strings.Join(all, ", ")
}

// selector is the parameter by which code names the channel.
func (p *payment) selector() string {
	for _, name := range p.Call().Selectors[1:] {
		if !p.Params.Get(name).IsAbsent() {
			return name
		}
	}
	return "channelKey"
}

func (p *payment) redirect() string {
	if m := p.Make.MRedirectURL; m != nil {
		return shown(m.Path)
	}
	return address(p.Said("m_redirect_url").Text())
}

// addresses are those of a text or a list.
func addresses(v value.Value) string {
	if v.Kind() != value.List {
		return address(v.Text())
	}
	var all []string
	for _, item := range v.Items() {
		all = append(all, address(item.Text()))
	}
	return strings.Join(all, ", ")
}

// address is a typed address without what may be private in it.
func address(typed string) string {
	u, err := url.Parse(typed)
	if err != nil {
		return blank
	}
	u.User, u.RawQuery, u.Fragment, u.ForceQuery = nil, "", "", false
	return shown(u.String())
}

func shown(typed string) string { return safe.Shown(typed, 200) }

// sentence is what a row says of the payment, or nothing.
func (p *payment) sentence(s said) string {
	if !p.is(s.when) {
		return ""
	}
	all := []string{p.fill(s.Text)}
	for _, id := range s.Rules {
		if s.Always || p.judged(id) {
			all = append(all, p.ruleSays(id, s.Say))
		}
	}
	all = append(all, p.conditionSays(s.Condition), symptomSays(s.Symptom, p.l))
	if s.Channel {
		all = append(all, p.channel.In(p.SDK).Note.In(p.l))
	}
	all = slices.DeleteFunc(all, func(s string) bool { return s == "" })
	return strings.Join(all, " ")
}

func (p *payment) ruleSays(id string, say []string) string {
	e, ok := rulebook.ExplainIn(p.version(), id, p.l)
	if !ok {
		return ""
	}
	if len(say) == 0 {
		return e.Message
	}
	parts := map[string]string{"message": e.Message, "why": e.Why, "fix": e.Fix}
	var all []string
	for _, name := range say {
		all = append(all, parts[name])
	}
	return strings.Join(all, " ")
}

func (p *payment) conditionSays(id string) string {
	for _, c := range p.channel.Conditions() {
		if c.ID == id {
			return c.Text.In(p.l)
		}
	}
	return ""
}

func symptomSays(id string, l text.Lang) string {
	for _, s := range wizard.Symptoms() {
		if s.ID == id {
			return s.Fix.In(l)
		}
	}
	return ""
}
