package snippets_test

import (
	"encoding/json"
	"errors"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dop251/goja"
	"github.com/evanw/esbuild/pkg/api"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/snippets/want"
	"smartro-wizard/wizard"
)

// orderFields are the fields whose text reaches a server.
func orderFields(t *testing.T) []field {
	t.Helper()
	reaching := []string{"tier_code", "prefix", "name", "buyer_tel", "buyer_name", "buyer_email", "buyer_addr", "buyer_postcode", "customer_uid", "customer_id",
		"bypass.cashReceiptType", "bypass.customerIdentifier", "custom_data.list.0", "a key of custom_data", "currency", "channelKey"}
	var all []field
	for _, f := range fields(wizard.CallOf(wizard.RequestPay)) {
		if slices.Contains(reaching, f.name) {
			all = append(all, f)
		}
	}
	if len(all) < 14 {
		t.Fatalf("found %d fields only", len(all))
	}
	return all
}

// hostileServer is a server with a text in every field.
func hostileServer(t *testing.T, text string) wizard.Answers {
	t.Helper()
	a := with(parts("cancel", "vbank"))
	a.TierCode = "001"
	a.Make.MerchantUID = &wizard.MakeOrderID{From: wizard.FromServer}
	for _, f := range orderFields(t) {
		f.put(&a, text)
	}
	return a
}

// nodeOrders runs the orders of a server on Node and gives the one it makes.
func nodeOrders(t *testing.T, out snippets.Output) map[string]any {
	t.Helper()
	i := slices.IndexFunc(out.Files, func(f snippets.File) bool { return strings.HasPrefix(path.Base(f.Path), "orders.") })
	r := api.Transform(out.Files[i].Body, api.TransformOptions{Loader: api.LoaderTS, Format: api.FormatCommonJS, Target: api.ES2017})
	if len(r.Errors) > 0 {
		t.Fatal(r.Errors)
	}
	vm := goja.New()
	module := `var module = {exports: {}}, exports = module.exports; var require = () => ({randomBytes: () => ({toString: () => "made"})});`
	if _, err := vm.RunString(module + string(r.Code) + `; var said; module.exports.create().then((o) => { said = JSON.stringify({id: o.merchantUid, ...o.fields}); })`); err != nil {
		t.Fatal(err)
	}
	if canary := vm.Get("CANARY"); canary != nil && !goja.IsUndefined(canary) {
		t.Error("was executed")
	}
	order := map[string]any{}
	if err := json.Unmarshal([]byte(vm.Get("said").String()), &order); err != nil {
		t.Fatal(err)
	}
	return order
}

// What a shop's server hands to its page is what was typed, whatever that is.
func TestHostileTextInServers(t *testing.T) {
	for _, target := range []string{"express", "next"} {
		exact, refused := 0, 0
		for _, h := range hostile.Strings(t) {
			if !utf8.ValidString(h.Text) {
				_, err := snippets.Generate(hostileServer(t, h.Text), target)
				if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != refusal.InvalidUTF8 || e.Path == "" {
					t.Errorf("%s in %s: %v", h.ID, target, err)
				}
				refused++
				continue
			}
			a := hostileServer(t, h.Text)
			out := generate(t, a, target)
			for _, f := range out.Files {
				if err := honest(f); err != nil {
					t.Errorf("%s: %s: %v", h.ID, f.Path, err)
				}
			}
			got := nodeOrders(t, out)
			if id := got["id"]; id != h.Text+"made" {
				t.Errorf("%s in the prefix: came out as %.80q", h.ID, id)
			}
			delete(got, "id")
			raw, err := json.Marshal(want.Order(t, a))
			order := map[string]any{}
			if err == nil {
				err = json.Unmarshal(raw, &order)
			}
			delete(order, "merchantUid")
			if err != nil || !reflect.DeepEqual(got, order) {
				t.Errorf("%s: came out as %.300v, want %.300v (%v)", h.ID, got, order, err)
				continue
			}
			exact += len(orderFields(t))
		}
		t.Logf("%s: %d values exact, %d texts refused by name", target, exact, refused)
		if exact < 900 || refused != 2 {
			t.Errorf("%s: %d exact and %d refused", target, exact, refused)
		}
	}
}
