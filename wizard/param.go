package wizard

import (
	"slices"
	"strings"
	"sync"

	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// AsCode is how the answer to a parameter reaches generated code.
type AsCode string

// The ways into code.
const (
	AsConfig   AsCode = "config"   // one marked place at the top
	AsArgument AsCode = "argument" // the shop hands it in for each payment
	AsComputed AsCode = "computed" // a named maker works it out at run time
	AsLiteral  AsCode = "literal"  // as typed
)

// Param is a parameter of an SDK function. Path has dots; Type is string,
// number, boolean, object, list or several with a bar between. FreeText marks
// strings without a shape of their own. Placeholder is what code carries while
// the value is left open. An Unsupported one exists at PortOne and does
// nothing with Smartro; a rule of Rules says so.
type Param struct {
	Path           string            `json:"path"`
	Function       string            `json:"function"`
	Twin           string            `json:"twin"` // path of the same thing in the other version, in rows of V2
	Type           string            `json:"type"`
	AsCode         AsCode            `json:"as_code"`
	Label          text.Pair         `json:"label"`
	When           Part              `json:"when"`
	Required       []Need            `json:"required"`
	Limits         Limits            `json:"limits"`
	LimitsByModule map[string]Limits `json:"limits_by_module"` // besides Limits
	Fixed          []Fixed           `json:"fixed"`
	Example        string            `json:"example"`
	FreeText       bool              `json:"free_text"`
	Placeholder    string            `json:"placeholder"`
	Personal       bool              `json:"personal"` // buyer data: left out of share codes and drafts unless asked
	Unsupported    bool              `json:"unsupported"`
	Untold         bool              `json:"untold"` // exists at PortOne, and no source tells what Smartro does with it
	Rules          []string          `json:"rules"`
	Sources        []string          `json:"sources"`
}

// Part is a part of the catalogue. An empty list is no limit.
type Part struct {
	Modules    []Module    `json:"modules"`
	Types      []Type      `json:"types"`
	PayMethods []PayMethod `json:"pay_methods"`
	Modes      []Mode      `json:"modes"`
}

// Holds reports whether a payment belongs to the part.
func (p Part) Holds(module Module, typ Type, method PayMethod) bool {
	return within(p.Modules, module) && within(p.Types, typ) && within(p.PayMethods, method)
}

func within[T comparable](list []T, x T) bool { return len(list) == 0 || slices.Contains(list, x) }

// Need is a part of the catalogue in which a parameter has to be sent: unless
// one of the others is, or only with another one (of these values, if any).
type Need struct {
	Part
	Unless []string `json:"unless"`
	With   string   `json:"with"`
	Values []string `json:"values"`
}

// Limits are what a value may be. The zero value is no limit.
type Limits struct {
	Pattern   string            `json:"pattern"`    // RE2
	MaxLength int               `json:"max_length"` // code points
	Integer   bool              `json:"integer"`
	Min       *int              `json:"min"`
	Max       *int              `json:"max"`
	OneOf     []string          `json:"one_of"`
	NoneOf    []string          `json:"none_of"`
	Codes     string            `json:"codes"` // one of the codes of that table, see Codes
	Fields    map[string]Limits `json:"fields"`
}

// Fixed is a value that the payment type settles. It is part of the request
// without being typed, and code carries it as it stands.
type Fixed struct {
	Types []Type    `json:"types"`
	Text  string    `json:"text"`
	Truth bool      `json:"truth"` // where there is no text
	Why   text.Pair `json:"why"`
}

// Value is the value itself.
func (f Fixed) Value() value.Value {
	if f.Text == "" {
		return value.Truth(f.Truth)
	}
	return value.Text(f.Text)
}

// Needed reports whether a request of that setup has to carry the parameter.
func (p Param) Needed(s Setup, request value.Value) bool {
	sent := func(path string) bool { return !request.Get(path).IsAbsent() }
	return slices.ContainsFunc(p.Required, func(n Need) bool {
		switch {
		case !n.Holds(s.Module, s.Type, PayMethod(request.Get(CallOf(p.Function).Method).Text())), slices.ContainsFunc(n.Unless, sent):
			return false
		case n.With == "":
			return true
		}
		return sent(n.With) && within(n.Values, request.Get(n.With).Text())
	})
}

// FixedFor is the value that a payment type settles.
func (p Param) FixedFor(typ Type) (Fixed, bool) {
	for _, f := range p.Fixed {
		if slices.Contains(f.Types, typ) {
			return f, true
		}
	}
	return Fixed{}, false
}

// Allows reports whether a payment may carry the parameter.
func (p Param) Allows(module Module, typ Type, method PayMethod) bool {
	return !p.Unsupported && !p.Untold && p.When.Holds(module, typ, method)
}

// rowsOf are the rows of a call: those that Smartro takes stand first.
type rowsOf struct{ all, supported []Param }

var byCall = sync.OnceValue(func() map[string]rowsOf {
	of := map[string]rowsOf{}
	for _, rows := range [][]Param{paramRows, paramRowsV2} {
		for len(rows) > 0 {
			function := rows[0].Function
			n := lead(rows, func(p Param) bool { return p.Function == function })
			m := lead(rows[:n], func(p Param) bool { return !p.Unsupported && !p.Untold })
			of[function] = rowsOf{rows[:n:n], rows[:m:m]}
			rows = rows[n:]
		}
	}
	return of
})

// lead counts the rows at the front that are so.
func lead(rows []Param, so func(Param) bool) int {
	if i := slices.IndexFunc(rows, func(p Param) bool { return !so(p) }); i >= 0 {
		return i
	}
	return len(rows)
}

// ParamsOf are the parameters of a call that Smartro takes. Do not change the rows.
func ParamsOf(function string) []Param { return byCall()[function].supported }

// OtherParamsOf are parameters of a call that PortOne has and that do nothing
// with Smartro, or nobody knows what.
func OtherParamsOf(function string) []Param {
	rows := byCall()[function]
	return rows.all[len(rows.supported):]
}

// ParamOf finds the parameter of a call with that path, supported or not.
func ParamOf(function, path string) (Param, bool) {
	rows := byCall()[function].all
	for i := range rows { // by place: a row is large, and this runs at every key press
		if rows[i].Path == path {
			return rows[i], true
		}
	}
	return Param{}, false
}

// Params are ParamsOf the call of V1.
func Params() []Param { return ParamsOf(RequestPay) }

// UnsupportedParams are OtherParamsOf the call of V1.
func UnsupportedParams() []Param { return OtherParamsOf(RequestPay) }

// ParamAt is ParamOf the call of V1.
func ParamAt(path string) (Param, bool) { return ParamOf(RequestPay, path) }

// withFixed adds to a request of a call what the type settles. What was typed
// stays, and so does whatever stands where an object would have to be.
func withFixed(params value.Value, function string, typ Type) value.Value {
	for _, p := range ParamsOf(function) {
		if f, ok := p.FixedFor(typ); ok && free(params, p.Path) {
			params = params.With(p.Path, f.Value())
		}
	}
	return params
}

// free reports whether a path can be set without taking anything away.
func free(v value.Value, path string) bool {
	for path != "" {
		key, rest, _ := strings.Cut(path, ".")
		if v.Kind() != value.Object {
			return false
		}
		if v = v.Get(key); v.IsAbsent() {
			return true
		}
		path = rest
	}
	return false
}
