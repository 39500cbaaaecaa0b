package plan

import (
	"slices"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Server is what only servers ask.
type Server struct {
	Module wizard.Module
	Type   wizard.Type
	Method wizard.PayMethod // empty: the buyer chooses, or it is not known yet
	MID    string           // of the shared test channel; empty: the shop's own
	Routed bool             // smart routing: another PG may take the payment
	Key    Param            // the channel key, for calls that name the channel themselves
	Tier   Param            // of a sub-store
	Price  Param            // what an example order costs
	Money  value.Value      // the currency
	Parts  []string         // what an operator may ask for
	Java   string
}

func (p *Plan) server(a wizard.Answers, s wizard.Setup, params value.Value) {
	p.Server = Server{
		Module: a.Module, Type: a.Type, Method: wizard.PayMethod(params.Get("pay_method").Text()),
		Routed: !params.Get("channelGroupId").IsAbsent(), Money: value.Text("KRW"),
		Parts: a.Options.Server, Java: a.Options.Java,
	}
	if a.Module == "" {
		p.Server.Module = wizard.ModuleNew // a request under way
	}
	if ch, known := wizard.ChannelOf(a.Mode, a.Module, a.Type); known {
		p.Server.MID = ch.MID
	}
	if !s.TierCode.IsAbsent() {
		p.Server.Tier = config(tierCode, "tierCode", s.TierCode, "001")
	}
	row, _ := wizard.ParamAt(p.Call.Selectors[0])
	p.Server.Key = Param{Path: row.Path, Key: row.Path, Name: row.Path, Value: params.Get(row.Path)}
	if !p.Server.Key.Value.Known() {
		p.Server.Key.Value, p.Server.Key.Later = placeholder(row), row.Path
	}
	if money := params.Get("currency"); money.Known() {
		p.Server.Money = money
	}
	i := slices.IndexFunc(p.Order, func(o Param) bool { return o.Path == amount })
	if i >= 0 {
		p.Server.Price = p.Order[i]
		return
	}
	row, _ = wizard.ParamAt(amount)
	p.Server.Price = Param{Path: amount, Key: amount, Name: amount, From: FromOrder, Value: placeholder(row), Later: amount}
}

const amount = "amount"

// Operated reports whether there are routes for an operator.
func (s Server) Operated() bool {
	return slices.ContainsFunc(s.Parts, func(part string) bool { return part != wizard.PartPrepare })
}
