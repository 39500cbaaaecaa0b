package lint

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/lint/js"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// setup infers what a window was made for. What was given wins.
func (c *code) setup(w window, given wizard.Setup) (s wizard.Setup, from Sources, otherPG string) {
	s = wizard.Setup{SDK: wizard.V1, Mode: wizard.ModeTest, Module: wizard.ModuleNew, Type: wizard.TypeGeneral}
	from = Sources{Mode: Assumed, SDK: Inferred, Module: Assumed, Type: Assumed}
	if w.v2() {
		s.SDK = wizard.V2
	}
	if w.call == nil {
		from.SDK = Assumed
		text := c.file.Text
		if strings.Contains(text, apiHostV2) && !strings.Contains(text, apiHost) || strings.Contains(text, "PortOneClient") || strings.Contains(text, "browser-sdk.js") && !strings.Contains(text, "iamport") {
			s.SDK, from.SDK = wizard.V2, Inferred
		}
	}
	otherPG = byPG(w.params.Get("pg"), &s, &from)
	if m, ok := c.world.module(); ok && from.Module == Assumed {
		s.Module, from.Module = m, Inferred
	}
	byParams(w, &s, &from)
	if given.Mode != "" {
		s.Mode, from.Mode = given.Mode, Given
	}
	if given.Module != "" {
		s.Module, from.Module = given.Module, Given
	}
	if given.Type != "" {
		s.Type, from.Type = given.Type, Given
	}
	if given.SDK != "" {
		s.SDK, from.SDK = given.SDK, Given
	}
	s.UserCode, s.TierCode = c.userCode()
	return s, from, otherPG
}

// byPG reads module, type and mode out of pg, and says which other PG it names.
func byPG(pg value.Value, s *wizard.Setup, from *Sources) (other string) {
	if pg.Kind() != value.String || strings.TrimSpace(pg.Text()) == "" {
		return ""
	}
	name, mid, _ := strings.Cut(strings.TrimSpace(pg.Text()), ".")
	switch strings.ToLower(name) {
	case "smartro_v2":
		s.Module, from.Module = wizard.ModuleNew, Inferred
	case "smartro":
		s.Module, from.Module = wizard.ModuleOld, Inferred
	default:
		if strings.ContainsAny(name, "{}<>") || strings.IndexFunc(name, func(r rune) bool { return r > 0x7f }) >= 0 {
			return "" // a placeholder
		}
		return name
	}
	if ch, shared := wizard.ChannelOfMID(mid); shared {
		s.Type, from.Type = ch.Type, Inferred
		s.Mode, from.Mode = wizard.ModeTest, Inferred
	}
	return ""
}

// byParams reads the payment type out of what only that type sends.
func byParams(w window, s *wizard.Setup, from *Sources) {
	typ := wizard.Type("")
	switch p := w.params; {
	case w.v2():
		typ = typeOfV2(w)
	case p.Has("customer_uid") && p.Get("customer_uid").Kind() != value.Null:
		typ = wizard.TypeBilling
	case p.Get("escrow").Bool():
		typ = wizard.TypeEscrow
	case p.Get("bypass.smartro_v2.OpenType").Text() == "EN" && p.Get("bypass.smartro_v2.OpenType").Kind() == value.String:
		typ = wizard.TypeOverseas
	}
	if typ != "" && s.Module == wizard.ModuleNew {
		s.Type, from.Type = typ, Inferred
	}
}

// typeOfV2 is the payment type that a call of V2 shows.
func typeOfV2(w window) wizard.Type {
	switch p := w.params; {
	case w.function != wizard.RequestPayment && w.function != "PortOne.loadPaymentUI":
		return wizard.TypeBilling
	case p.Get("isEscrow").Bool(), p.Get("productType").IsAbsent() && p.Has("escrow"):
		return wizard.TypeEscrow
	case strings.HasSuffix(p.Get("currency").Text(), "USD") && p.Get("currency").Kind() == value.String, p.Get("bypass.smartro_v2.OpenType").Text() == "EN":
		return wizard.TypeOverseas
	}
	return ""
}

// userCode is what init was given, and the sub-store of agency.
func (c *code) userCode() (user, tier value.Value) {
	for _, n := range c.inits {
		if len(n.Kids) < 2 {
			return value.Text("").At(spanOf(n)), tier
		}
		user = c.program.Value(n.Kid(1), nil)
		if user.Kind() == value.Unknown {
			for _, way := range c.program.Ways(n) {
				if v := c.program.Value(n.Kid(1), way); v.Known() {
					user = v
				}
			}
		}
		if n.Kid(0).Text == "agency" {
			tier = c.program.Value(n.Kid(2), nil)
		}
		if user.Known() {
			return user, tier
		}
	}
	return user, tier
}

// otherVersion tells calls and look-ups of the version that a window is not of.
func (c *code) otherVersion(w window, facts facts) {
	var other []value.Value
	v1 := !w.v2()
	for _, o := range c.windows {
		if o.v2() == v1 {
			other = append(other, textAt(o.function, o.call))
		}
	}
	if len(c.inits) > 0 && !v1 && len(other) == 0 {
		other = append(other, textAt("IMP.init", c.inits[0])) // V2 is not begun
	}
	if v1 {
		other = append(other, c.addresses()[wizard.V2]...)
	} else {
		other = append(other, c.addresses()[wizard.V1]...)
	}
	if len(other) > 0 {
		facts.set("facts.code.other_version", value.ListOf(other...).At(other[0].Span()))
	}
}

// addresses are those that only one version has, as many as anybody reads.
func (c *code) addresses() map[wizard.SDK][]value.Value {
	if c.said != nil {
		return c.said
	}
	c.said = map[wizard.SDK][]value.Value{}
	c.walk(func(n *js.Node) {
		if n.Kind != js.String {
			return
		}
		for sdk, signs := range map[wizard.SDK][]string{wizard.V1: {apiHost}, wizard.V2: {"api.portone.io", "browser-sdk.js"}} {
			if len(c.said[sdk]) < 20 && slices.ContainsFunc(signs, func(s string) bool { return strings.Contains(n.Text, s) }) {
				c.said[sdk] = append(c.said[sdk], textAt(n.Text, n))
			}
		}
	})
	return c.said
}

// orderKey is the parameter with the order number.
func (w window) orderKey() string {
	switch {
	case !w.v2():
		return "merchant_uid"
	case w.function == wizard.RequestPayment:
		return "paymentId"
	}
	return "issueId"
}
