package plan

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// first are the parameters that every developer looks for, in the order in
// which PortOne's own pages have them, by version. The others follow as typed.
var first = map[wizard.SDK][]string{
	wizard.V1: {"channelKey", "channelGroupId", "pg", "pay_method", "merchant_uid", "name", "amount",
		"buyer_name", "buyer_tel", "buyer_email", "buyer_addr", "buyer_postcode", "m_redirect_url"},
	wizard.V2: {"storeId", "channelKey", "channelGroupId", "paymentId", "orderName", "totalAmount", "currency", "payMethod",
		"billingKeyMethod", "issueId", "issueName", "displayAmount", "customer", "redirectUrl"},
}

func (p *Plan) setup(s wizard.Setup) {
	p.Config = append(p.Config, config(userCode, "userCode", s.UserCode, "imp00000000"))
	if p.Agency = !s.TierCode.IsAbsent(); p.Agency {
		p.Config = append(p.Config, config(tierCode, "tierCode", s.TierCode, "001"))
	}
	for _, c := range p.Config {
		p.note(c)
	}
}

func config(path, name string, v value.Value, placeholder string) Param {
	if v.Known() {
		return Param{Path: path, Name: name, From: FromConfig, Value: v}
	}
	return Param{Path: path, Name: name, From: FromConfig, Value: value.Text(placeholder), Later: path}
}

// request plans the parameters. Of a duplicate key the encoder would have to
// drop one, so it is refused.
func (p *Plan) request(params value.Value) error {
	fields := params.Fields()
	slices.SortStableFunc(fields, func(a, b value.Field) int { return p.place(a.Key) - p.place(b.Key) })
	var err error
	p.Request, err = p.params("", fields)
	return err
}

func (p *Plan) place(key string) int {
	order := first[p.Call.SDK()]
	if i := slices.Index(order, key); i >= 0 {
		return i
	}
	return len(order)
}

func (p *Plan) params(under string, fields []value.Field) ([]Param, error) {
	var planned []Param
	for i, f := range fields {
		path := under + f.Key
		if slices.ContainsFunc(fields[:i], func(g value.Field) bool { return g.Key == f.Key }) {
			return nil, &refusal.Error{Reason: refusal.DuplicateKey, Path: "params." + path}
		}
		param, err := p.param(path, f)
		if err != nil {
			return nil, err
		}
		planned = append(planned, param)
	}
	return planned, nil
}

func (p *Plan) param(path string, f value.Field) (Param, error) {
	row, known := wizard.ParamOf(p.Call.Function, path)
	param := Param{Path: path, Key: f.Key, Name: p.free(path), Value: f.Value}
	switch {
	case f.Value.Kind() == value.Made:
		param.From, param.Maker = FromMaker, f.Value.Text()
	case f.Value.Kind() == value.Later && !known:
		return param, &refusal.Error{Reason: refusal.UnknownLater, Path: path}
	case f.Value.Kind() == value.Later && path == p.Call.OrderID:
		param.From, param.Maker, param.Later = FromMaker, wizard.MakerServerID, path
	case path == p.Call.Period && madeWhole(f.Value) != "":
		param.From, param.Maker = FromMaker, madeWhole(f.Value)
	case f.Value.Len() > 0 && f.Value.Kind() == value.Object && p.hasParts(path):
		parts, err := p.params(path+".", f.Value.Fields())
		param.From, param.Parts = FromGroup, parts
		return param, err
	default:
		param.From = fromRow(row, known)
		if f.Value.Kind() == value.Later {
			param.Value, param.Later = placeholder(row), strings.TrimPrefix(param.Where(), "params.")
		}
	}
	p.note(param)
	return param, nil
}

// madeWhole names the maker of an object whose every part it makes.
func madeWhole(v value.Value) string {
	maker := ""
	for i, f := range v.Fields() {
		if f.Value.Kind() != value.Made || i > 0 && f.Value.Text() != maker {
			return ""
		}
		maker = f.Value.Text()
	}
	return maker
}

// note files a planned value under the place it stands in.
func (p *Plan) note(param Param) {
	switch param.From {
	case FromConfig:
		if param.Path != userCode && param.Path != tierCode {
			p.Config = append(p.Config, param)
		}
	case FromOrder:
		p.Order = append(p.Order, param)
	}
	if param.Later != "" {
		p.Later = append(p.Later, param.Later)
	}
}

// fromRow: a computed parameter that was typed after all stays as typed.
func fromRow(row wizard.Param, known bool) From {
	switch {
	case known && row.AsCode == wizard.AsConfig:
		return FromConfig
	case known && row.AsCode == wizard.AsArgument:
		return FromOrder
	}
	return FromLiteral
}

// hasParts reports whether the catalogue has rows below a path, and none for
// the path itself.
func (p *Plan) hasParts(path string) bool {
	return slices.ContainsFunc(wizard.ParamsOf(p.Call.Function), func(row wizard.Param) bool {
		return strings.HasPrefix(row.Path, path+".")
	})
}

// placeholder is what code carries until the value is filled in, with the type
// that the parameter has.
func placeholder(row wizard.Param) value.Value {
	switch {
	case value.IsNumber(row.Placeholder) && row.Type == "number":
		return value.Digits(row.Placeholder)
	case row.Type == "object":
		return value.ObjectOf()
	case row.Type == "boolean":
		return value.Truth(false)
	case row.Type == "number":
		return value.Digits("0")
	}
	return value.Text(row.Placeholder)
}

// free is a name for the parameter that no other has: the key, and what the
// key stands in where two objects have the same one.
func (p *Plan) free(path string) string {
	keys := strings.Split(path, ".")
	name := nameOf(keys[len(keys)-1])
	for i := len(keys) - 2; i >= 0 && p.taken(name); i-- {
		name = nameOf(keys[i] + "_" + name)
	}
	return name
}

func (p *Plan) taken(name string) bool {
	has := func(param Param) bool { return param.Name == name }
	return slices.ContainsFunc(p.Config, has) || slices.ContainsFunc(p.Order, has)
}

// nameOf is the name in the config or in the order: buyer_tel is buyerTel,
// GoodsCnt is goodsCnt.
func nameOf(key string) string {
	words := strings.Split(key, "_")
	for i, w := range words {
		switch {
		case w == "":
		case i == 0:
			words[i] = strings.ToLower(w[:1]) + w[1:]
		default:
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, "")
}
