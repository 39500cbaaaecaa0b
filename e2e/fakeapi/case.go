package fakeapi

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// Case is a call as the rulebook judges it: body, query and parts of the path
// as one tree, and the facts that can be told on this side of the wire.
func (api *API) Case(c Call) wizard.Case {
	api.mu.Lock()
	defer api.mu.Unlock()
	params := c.params()
	p := api.about(params)
	judged := wizard.Case{
		Setup: wizard.Setup{Mode: wizard.ModeLive, SDK: wizard.V1, Module: p.Provider, Type: typeOf(c.ID, p)},
		Facts: map[string]value.Value{
			"rest.path": value.Text(c.Path), "rest.checks_code": value.Truth(true), "code.side": value.Text("server"), "code.secrets": value.ListOf(),
			"payment.pay_method": value.Text(p.PayMethod), "ctx.today": value.Text(wizard.Day(api.time())),
		},
		Requests: []wizard.Request{{Function: c.Method + " " + c.pattern(), Params: params}},
	}
	if p.Sandbox {
		judged.Setup.Mode = wizard.ModeTest
	}
	if p.Amount > 0 {
		judged.Facts["payment.amount"], judged.Facts["payment.tax_free"] = amount(p.Amount), amount(p.TaxFree)
	}
	if sent := c.Header.Get("Authorization"); sent != "" {
		masked := "{access_token}"
		if strings.HasPrefix(sent, "Bearer ") {
			masked = "Bearer " + masked
		}
		judged.Facts["rest.authorization"] = value.Text(masked)
	}
	return judged
}

func amount(x float64) value.Value {
	raw, _ := json.Marshal(x)
	return value.Digits(string(raw))
}

// about finds the payment that a call speaks of, or what stands for one.
func (api *API) about(params value.Value) Payment {
	uid, number, key := params.Get("imp_uid").Text(), params.Get("merchant_uid").Text(), params.Get("channel_key").Text()
	if p := api.pick(func(p *Payment) bool { return p.ImpUID == uid || uid == "" && p.MerchantUID == number }); p != nil {
		return *p
	}
	p := Payment{Provider: wizard.ModuleNew, PayMethod: "card"}
	if k := api.keys[params.Get("customer_uid").Text()]; k != nil {
		p.Sandbox = k.Channel.Sandbox
	}
	if ch, known := api.channel(key); known {
		p.Provider, p.Sandbox = ch.Provider, ch.Sandbox
	}
	if !params.Get("vbank_code").IsAbsent() {
		p.PayMethod = "vbank"
	}
	return p
}

// typeOf is the payment type to which an endpoint belongs.
func typeOf(id string, p Payment) wizard.Type {
	switch {
	case id == "vbank-issue":
		return wizard.TypeAPIKeyin
	case p.Escrow:
		return wizard.TypeEscrow
	case slices.Contains([]string{"again", "schedule-post", "unschedule", "customer-get", "customer-delete"}, id):
		return wizard.TypeBilling
	}
	return wizard.TypeGeneral
}

// pattern is the path with names for its parts, as rules have it.
func (c Call) pattern() string {
	if i := slices.IndexFunc(rows, func(r row) bool { return r.id == c.ID }); i >= 0 {
		return rows[i].path
	}
	return c.Path
}

func (c Call) params() value.Value {
	tree := value.ObjectOf()
	if c.Method == http.MethodPost || c.Method == http.MethodPut {
		var sent any
		d := json.NewDecoder(bytes.NewReader(c.Body))
		d.UseNumber()
		if d.Decode(&sent) == nil {
			tree = plain(sent)
		}
	}
	query, _ := url.ParseQuery(c.Query)
	for _, name := range slices.Sorted(maps.Keys(query)) {
		tree = tree.With(name, value.Text(query.Get(name)))
	}
	_, parts, _ := route(c.Method, c.Path)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		tree = tree.With(name, value.Text(parts[name]))
	}
	return tree
}

// plain makes a value of what encoding/json gives.
func plain(v any) value.Value {
	switch v := v.(type) {
	case bool:
		return value.Truth(v)
	case string:
		return value.Text(v)
	case json.Number:
		return value.Digits(v.String())
	case []any:
		var items []value.Value
		for _, item := range v {
			items = append(items, plain(item))
		}
		return value.ListOf(items...)
	case map[string]any:
		var fields []value.Field
		for _, key := range slices.Sorted(maps.Keys(v)) {
			fields = append(fields, value.Field{Key: key, Value: plain(v[key])})
		}
		return value.ObjectOf(fields...)
	}
	return value.Nothing()
}
