package plan

import (
	"slices"
	"strings"

	"smartro-wizard/snippets/refusal"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// first are the parameters that every developer looks for, in the order in
// which PortOne's own pages have them. The others follow as typed.
var first = []string{"channelKey", "channelGroupId", "pg", "pay_method", "merchant_uid", "name", "amount",
	"buyer_name", "buyer_tel", "buyer_email", "buyer_addr", "buyer_postcode", "m_redirect_url"}

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
	slices.SortStableFunc(fields, func(a, b value.Field) int { return place(a.Key) - place(b.Key) })
	var err error
	p.Request, err = p.params("", fields)
	return err
}

func place(key string) int {
	if i := slices.Index(first, key); i >= 0 {
		return i
	}
	return len(first)
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
	row, known := wizard.ParamAt(path)
	param := Param{Path: path, Key: f.Key, Name: nameOf(f.Key), Value: f.Value}
	switch {
	case f.Value.Kind() == value.Made:
		param.From, param.Maker = FromMaker, f.Value.Text()
	case f.Value.Kind() == value.Later && !known:
		return param, &refusal.Error{Reason: refusal.UnknownLater, Path: path}
	case f.Value.Kind() == value.Later && path == "merchant_uid":
		param.From, param.Maker, param.Later = FromMaker, wizard.MakerServerID, path
	case madeWhole(f.Value) != "":
		param.From, param.Maker = FromMaker, madeWhole(f.Value)
	case f.Value.Len() > 0 && f.Value.Kind() == value.Object && hasParts(path):
		parts, err := p.params(path+".", f.Value.Fields())
		param.From, param.Parts = FromGroup, parts
		return param, err
	default:
		param.From = fromRow(row, known)
		if f.Value.Kind() == value.Later {
			param.Value, param.Later = placeholder(row), path
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
func hasParts(path string) bool {
	return slices.ContainsFunc(wizard.Params(), func(row wizard.Param) bool {
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
