//go:build e2e

// Package schema_test asks a validator that others wrote what it makes of the
// schema that the program prints.
package schema_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/text"
)

const (
	today = "2026-11-21"
	tool  = "../tools/ajv"
)

// printed is what the program prints.
var printed = sync.OnceValues(func() (json.RawMessage, error) {
	return exec.Command("go", "run", "smartro-wizard", "schema", "--lang", "en").Output()
})

func schema(t *testing.T) json.RawMessage {
	t.Helper()
	s, err := printed()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate gives for each value "" or what the schema has against it.
func validate(t *testing.T, schema json.RawMessage, values []json.RawMessage) []string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(tool, "node_modules")); err != nil {
		t.Fatalf("make setup installs the validator: %v", err)
	}
	in, err := json.Marshal(map[string]any{"schema": schema, "values": values})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "validate.mjs")
	var out, said bytes.Buffer
	cmd.Dir, cmd.Stdin, cmd.Stdout, cmd.Stderr = tool, bytes.NewReader(in), &out, &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	var objections []string
	if err := json.Unmarshal(out.Bytes(), &objections); err != nil || len(objections) != len(values) {
		t.Fatalf("%d answers for %d values, %v", len(objections), len(values), err)
	}
	return objections
}

// example is the answers file of the design, with real values for what it cuts short.
const example = `
version: 1
mode: test
sdk: v1
module: smartro_v2
type: general
user_code: imp10000001
tier_code: "001"
params:
  channelKey: channel-key-00000000-0000-0000-0000-000000000000
  pay_method: card
  name: 결제 테스트
  amount: 1004
  buyer_tel: 010-1234-5678
make:
  merchant_uid: {from: browser, prefix: order}
  m_redirect_url: {path: /payments/redirect}
  vbank_due: {days: 3}
later: [buyer_email]
options: {locale: ko, targets: [html], encoding: utf-8}
`

func TestTheExampleOfTheDesignIsValid(t *testing.T) {
	a, found := answers.Decode("answers.yaml", []byte(example), text.En)
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	if said := validate(t, schema(t), []json.RawMessage{answers.JSON(a)}); said[0] != "" {
		t.Error(said[0])
	}
}

func TestRandomAnswersAreValid(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 10))
	var values []json.RawMessage
	for _, at := range slices.Concat(sample.Places(), sample.PlacesIn(wizard.V2)) {
		for range 60 {
			values = append(values, answers.JSON(sample.Valid(r, at, today)))
		}
	}
	for i, said := range validate(t, schema(t), values) {
		if said != "" {
			t.Fatalf("%s\n%s", said, values[i])
		}
	}
	t.Logf("%d random answers are valid", len(values))
}

// unseen are rules that no schema sees: they hold values against each other,
// against the day, or against what a parameter is for.
var unseen = []string{
	"channel-key-required", "channel-selector-exactly-one", "pg-param-deprecated", "imp-init-user-code", "imp-agency-tier-code",
	"merchant-uid-required", "name-required", "amount-number-type", "tax-free-range",
	"buyer-tel-required", "buyer-tel-recommended", "easypay-customer-id-required", "billing-customer-id-required", "billing-customer-uid-required",
	"customer-uid-turns-into-billing", "m-redirect-url-mobile", "m-redirect-url-billing", "period-order",
	"vbank-due-required", "vbank-due-valid-future", "vbank-due-time-ignored", "notice-url-public",
	"currency-unsupported", "currency-usd-blocked", "currency-ignored", "display-card-quota-unsupported", "card-detail-unsupported",
	"use-free-interest-unsupported", "use-card-point-unsupported", "vat-amount-unsupported", "products-unsupported", "biz-num-irrelevant",
	"popup-irrelevant", "vbank-direct-unsupported", "language-billing-ko-only",
	"card-direct-pair", "card-direct-quota-min-amount", "card-direct-windows-only", "card-direct-card-only", "card-direct-old-module",
	"test-kb-kakaobank-card", "digital-required", "escrow-required", "escrow-type", "escrow-no-card-direct", "escrow-trans-no-cash-receipt",
	"escrow-old-module", "billing-no-escrow", "cash-receipt-identifier-forbidden", "cash-receipt-identifier-required",
	"cash-receipt-corporate-format", "cash-receipt-personal-format", "cash-receipt-trans-only", "cash-receipt-vbank-unsupported",
	"overseas-opentype-en", "opentype-en-blocks-domestic", "billing-bypass-keys",
	"pay-method-allowed-smartro-v2", "pay-method-allowed-smartro", "escrow-pay-methods", // one of their breaks leaves the method out
}

// What the schema refuses, a rule is against; and of what one value shows by
// itself, it refuses everything.
func TestBreaksAreRefused(t *testing.T) {
	r := rand.New(rand.NewPCG(20261121, 11))
	var values []json.RawMessage
	var rules []string
	for _, b := range sample.Breaks() {
		n := 0
		for _, at := range sample.Places() {
			for range 3 {
				a, ok := b.Apply(r, at, sample.Valid(r, at, today))
				if ok && n < 40 {
					n++
					values, rules = append(values, answers.JSON(a)), append(rules, b.Rule)
				}
			}
		}
	}
	refused, passed := map[string]int{}, map[string]string{}
	for i, said := range validate(t, schema(t), values) {
		if said != "" {
			refused[rules[i]]++
		} else {
			passed[rules[i]] = string(values[i])
		}
	}
	for rule, example := range passed {
		if !slices.Contains(unseen, rule) {
			t.Errorf("%s is not refused: %s", rule, example)
		}
	}
	for _, rule := range unseen {
		if passed[rule] == "" {
			t.Errorf("%s is seen by the schema after all", rule)
		}
	}
	t.Logf("%d broken answers: of %d rules all are refused, %d are for the rulebook alone", len(values), len(refused), len(passed))
}

// exampleV2 is the same for V2.
const exampleV2 = `{"version":1,"mode":"test","sdk":"v2","module":"smartro_v2","type":"general","store_id":"store-00000000-0000-0000-0000-000000000000",` +
	`"params":{"channelKey":"channel-key-00000000-0000-0000-0000-000000000000","payMethod":"CARD","orderName":"결제 테스트","totalAmount":1004,"customer":{"phoneNumber":"010-1234-5678"}},` +
	`"make":{"paymentId":{"from":"browser","prefix":"order"},"redirectUrl":{"path":"/payments/redirect"}},"later":["customer.email"]}`

func TestWrongFilesOfV2AreRefused(t *testing.T) {
	changes := map[string][2]string{
		"":                              {"", ""},
		"a code of V1":                  {`"store_id"`, `"user_code":"imp10000001","store_id"`},
		"the old module":                {`"smartro_v2"`, `"smartro"`},
		"a name of V1":                  {`"orderName"`, `"name"`},
		"a pay method of V1":            {`"CARD"`, `"card"`},
		"a pay method of another type":  {`"general"`, `"escrow"`},
		"a maker of V1":                 {`"paymentId"`, `"merchant_uid"`},
		"a payment's number for a card": {`"general"`, `"billing"`},
		"a name for later of V1":        {`"customer.email"`, `"buyer_email"`},
		"a store twice":                 {`"payMethod"`, `"storeId":"store-1","payMethod"`},
		"a store and later":             {`"customer.email"`, `"store_id"`},
		"an amount as text":             {`1004`, `"1004"`},
		"two places for one number":     {`"payMethod"`, `"paymentId":"a","payMethod"`},
		"a misspelt parameter":          {`"phoneNumber"`, `"phone"`},
	}
	var names []string
	var values []json.RawMessage
	for name, change := range changes {
		broken := strings.Replace(exampleV2, change[0], change[1], 1)
		if broken == exampleV2 && name != "" && name != "a pay method of another type" || !json.Valid([]byte(broken)) {
			t.Fatalf("%s: nothing was broken in\n%s", name, broken)
		}
		if name == "a pay method of another type" {
			broken = strings.Replace(broken, "CARD", "MOBILE", 1)
		}
		names, values = append(names, name), append(values, json.RawMessage(broken))
	}
	for i, said := range validate(t, schema(t), values) {
		if (said == "") != (names[i] == "") {
			t.Errorf("%q: the schema says %q of\n%s", names[i], said, values[i])
		}
	}
	t.Logf("%d wrong files of V2 are refused", len(values)-1)
}

func TestWrongFilesAreRefused(t *testing.T) {
	a, _ := answers.Decode("answers.yaml", []byte(example), text.En)
	sound := string(answers.JSON(a))
	changes := map[string][2]string{
		"a key that does not exist":     {`"mode":"test"`, `"mode":"test","modes":"test"`},
		"a parameter outside params":    {`"mode":"test"`, `"mode":"test","amount":1004`},
		"a secret":                      {`"mode":"test"`, `"mode":"test","imp_secret":"x"`},
		"no mode":                       {`"mode":"test",`, ``},
		"no module":                     {`"module":"smartro_v2",`, ``},
		"a mode that is none":           {`"mode":"test"`, `"mode":"prod"`},
		"a later version":               {`"version":1`, `"version":2`},
		"a version as text":             {`"version":1`, `"version":"1"`},
		"a version without code":        {`"sdk":"v1"`, `"sdk":"v2"`},
		"a type without a window":       {`"type":"general"`, `"type":"api_keyin"`},
		"a type the old module has not": {`"module":"smartro_v2","type":"general"`, `"module":"smartro","type":"escrow"`},
		"a pay method that is none":     {`"pay_method":"card"`, `"pay_method":"tosspay"`},
		"parameters as a list":          {`"params":{`, `"params":[{`},
		"an amount as text":             {`"amount":1004`, `"amount":"1004"`},
		"no won":                        {`"amount":1004`, `"amount":0.5`},
		"a misspelt parameter":          {`"buyer_tel"`, `"buyer_tell"`},
		"a parameter of another PG":     {`"buyer_tel"`, `"company":"x","buyer_tel"`},
		"text where an object belongs":  {`"amount":1004`, `"amount":1004,"bypass":"x"`},
		"a stray option of Smartro":     {`"amount":1004`, `"amount":1004,"bypass":{"smartro_v2":{"Colour":"RED"}}`},
		"one side of a term":            {`"amount":1004`, `"amount":1004,"period":{"from":"20261121"}`},
		"a card by its number":          {`"amount":1004`, `"amount":1004,"card":{"direct":{"code":361,"quota":0}}`},
		"an unknown maker":              {`"vbank_due":{"days":3}`, `"fax":{"days":3}`},
		"no day":                        {`"vbank_due":{"days":3}`, `"vbank_due":{"days":0}`},
		"a maker without its part":      {`"vbank_due":{"days":3}`, `"vbank_due":{}`},
		"an address as a path":          {`"/payments/redirect"`, `"//evil.example"`},
		"a prefix that is too long":     {`"prefix":"order"`, `"prefix":"ordernumber"`},
		"an unknown place":              {`"from":"browser"`, `"from":"moon"`},
		"a name that nobody has":        {`"later":["buyer_email"]`, `"later":["fax"]`},
		"a name twice":                  {`"later":["buyer_email"]`, `"later":["buyer_email","buyer_email"]`},
		"in params and in later":        {`"later":["buyer_email"]`, `"later":["amount"]`},
		"in make and in later":          {`"later":["buyer_email"]`, `"later":["merchant_uid"]`},
		"in params and in make":         {`"amount":1004`, `"amount":1004,"vbank_due":"20261231"`},
		"a code and later":              {`"later":["buyer_email"]`, `"later":["user_code"]`},
		"a language that is none":       {`"locale":"ko"`, `"locale":"fr"`},
		"a target that is none":         {`"targets":["html"]`, `"targets":["cobol"]`},
		"an encoding that is none":      {`"encoding":"utf-8"`, `"encoding":"utf-16"`},
	}
	var names []string
	var values []json.RawMessage
	for name, change := range changes {
		broken := strings.Replace(sound, change[0], change[1], 1)
		if strings.HasPrefix(change[1], `"params":[`) {
			broken = strings.Replace(broken, `},"make"`, `}],"make"`, 1)
		}
		if broken == sound || !json.Valid([]byte(broken)) {
			t.Fatalf("%s: nothing was broken in\n%s", name, broken)
		}
		names, values = append(names, name), append(values, json.RawMessage(broken))
	}
	values = append(values, json.RawMessage("[]"), json.RawMessage("null"), json.RawMessage("{}"))
	names = append(names, "a list", "nothing", "an empty object")
	for i, said := range validate(t, schema(t), values) {
		if said == "" {
			t.Errorf("%s is not refused:\n%s", names[i], values[i])
		}
	}
	t.Logf("%d wrong files are refused", len(values))
}
