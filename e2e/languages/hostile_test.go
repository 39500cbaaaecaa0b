//go:build e2e

package languages_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/snippets"
	"smartro-wizard/snippets/hostile"
	"smartro-wizard/snippets/refusal"
	"smartro-wizard/snippets/want"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

// makers print a line for each folder with a server: an order of it as its
// page gets it.
var makers = []struct {
	target string
	run    []string
}{
	{"fastapi", []string{python, "-B", "-c", `
import importlib, json, os, sys
import httpx
httpx.Client = dict  # nothing is asked, and a client takes long to make
own = ("settings", "orders", "portone", "payments", "operators")
for folder in sys.argv[1:]:
    os.chdir(folder)
    sys.path[0] = folder
    for name in own:
        sys.modules.pop(name, None)
    payments, _ = importlib.import_module("payments"), importlib.import_module("operators")
    print(json.dumps(payments.new_order().body))
`}},
	{"php", []string{"sh", "-c", `
for folder in "$@"; do
	cd "$folder" && php -d display_errors=stderr -d error_reporting=-1 -r \
		'require "operators.php"; echo json_encode(Payments::newOrder()[1], JSON_THROW_ON_ERROR), "\n";' || exit
done`, "sh"}},
}

// typed are the fields of an order that hold any text.
var typed = []string{"name", "buyer_name", "buyer_tel", "buyer_email", "buyer_addr", "buyer_postcode", "customer_uid", "customer_id"}

// everywhere is a server with a text in every field at once.
func everywhere(text string) wizard.Answers {
	a := wizard.Answers{Version: 1, Mode: wizard.ModeTest, SDK: wizard.V1, Module: wizard.ModuleNew, Type: wizard.TypeGeneral, UserCode: text, TierCode: text}
	a.Params = value.ObjectOf().With("channelKey", value.Text(text)).With("currency", value.Text(text)).With("amount", value.Digits("1004"))
	for _, name := range typed {
		a.Params = a.Params.With(name, value.Text(text))
	}
	nested := value.ObjectOf(value.Field{Key: text, Value: value.ListOf(value.Text(text), value.ObjectOf(value.Field{Key: "0", Value: value.Text(text)}))})
	a.Params = a.Params.With("custom_data", nested)
	a.Make.MerchantUID = &wizard.MakeOrderID{From: wizard.FromServer, Prefix: text}
	a.Options.Server = []string{wizard.PartCancel, wizard.PartVbank}
	return a
}

// One build for each text, with the text in every field at once, run by the
// real interpreter: what the page gets is what was typed.
func TestHostileOrders(t *testing.T) {
	t.Setenv("IMP_KEY", "key")
	t.Setenv("IMP_SECRET", "secret")
	for _, m := range makers {
		t.Run(m.target, func(t *testing.T) {
			dir, refused := t.TempDir(), 0
			var texts []hostile.String
			var folders []string
			for _, h := range hostile.Strings(t) {
				if !utf8.ValidString(h.Text) {
					_, err := snippets.Generate(everywhere(h.Text), m.target)
					if e := new(refusal.Error); !errors.As(err, &e) || e.Reason != refusal.InvalidUTF8 {
						t.Errorf("%s: %v", h.ID, err)
					}
					refused++
					continue
				}
				texts, folders = append(texts, h), append(folders, filepath.Join(dir, h.ID))
				write(t, filepath.Join(dir, h.ID), everywhere(h.Text), m.target)
			}
			out, err := run(t, dir, m.run[0], append(m.run[1:], folders...)...)
			lines := strings.Split(strings.TrimSpace(out), "\n")
			if err != nil || len(lines) != len(texts) {
				t.Fatalf("%d orders for %d texts: %v\n%.600s", len(lines), len(texts), err, lines[len(lines)-1])
			}
			exact := 0
			for i, h := range texts {
				if order(t, filepath.Join(dir, h.ID), h, lines[i]) {
					exact++
				}
			}
			t.Logf("%s: %d builds hand out what was typed, %d texts refused by name", m.target, exact, refused)
			if exact < 60 || refused != 2 {
				t.Error("not every text came out")
			}
		})
	}
}

// order reports whether the order that was printed is the one of the answers.
func order(t *testing.T, dir string, h hostile.String, printed string) bool {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dir, "CANARY")); err == nil {
		t.Errorf("%s was executed", h.ID)
	}
	raw, err := json.Marshal(want.Order(t, everywhere(h.Text)))
	if err != nil {
		t.Fatal(err)
	}
	var got, wanted map[string]any
	if err := errors.Join(json.Unmarshal([]byte(printed), &got), json.Unmarshal(raw, &wanted)); err != nil {
		t.Errorf("%s: %v\n%.600s", h.ID, err, printed)
		return false
	}
	number, _ := got["merchantUid"].(string)
	if !strings.HasPrefix(number, h.Text) || len(number) != len(h.Text)+32 {
		t.Errorf("%s: the number is %.80q", h.ID, number)
	}
	delete(got, "merchantUid")
	delete(wanted, "merchantUid")
	if !reflect.DeepEqual(got, wanted) {
		t.Errorf("%s: got %.600v, want %.600v", h.ID, got, wanted)
		return false
	}
	return true
}
