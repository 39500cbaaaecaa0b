//go:build e2e

package targets_test

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"

	"smartro-wizard/e2e/proof"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/value"
)

// strict is a project as strict as they come.
const strict = `{
  "compilerOptions": {
    "target": "es2020", "lib": ["es2020", "dom", "dom.iterable"], "module": "esnext", "moduleResolution": "bundler",
    "jsx": "react-jsx", "noEmit": true, "skipLibCheck": true, "types": [],
    "strict": true, "noUncheckedIndexedAccess": true, "exactOptionalPropertyTypes": true, "noImplicitReturns": true,
    "noUnusedLocals": true, "noUnusedParameters": true, "noImplicitOverride": true, "noPropertyAccessFromIndexSignature": true,
    "isolatedModules": true, "verbatimModuleSyntax": true
  },
  "include": ["**/*.ts", "**/*.tsx"], "exclude": ["node_modules"]
}`

// use is how a shop uses both: with an order of the answers' values.
const use = `import PayButton, { type Order as ButtonOrder } from "./PayButton";
import { requestPay, returnedPayment, type Order, type Outcome } from "./payment";

export const order: Order = %s;
const same: ButtonOrder = order;
export const page = <PayButton order={same} />;

export async function pay(): Promise<Outcome["state"] | undefined> {
  const back = await returnedPayment();
  const outcome = back ?? (await requestPay(order, (message: string) => console.log(message)));
  return outcome?.state;
}

// @ts-expect-error an order is needed
requestPay();
// @ts-expect-error the name of an order is text
export const wrong: Order = { ...order, name: 1004 };
// @ts-expect-error an order needs its amount
export const without = <PayButton order={{ name: order.name }} />;
`

// Every window, every parameter with every method that allows it, and every
// option, as a strict project has them. The wrong uses have to be errors.
func TestTypes(t *testing.T) {
	dir := workshop(t)
	write(t, dir, "tsconfig.json", strict)
	count := 0
	for _, c := range append(windows(t), append(single(), options()...)...) {
		folder := fmt.Sprintf("%03d-%s/", count, c.name)
		write(t, dir, folder+"payment.ts", body(t, c.answers, "ts"))
		write(t, dir, folder+"PayButton.tsx", body(t, c.answers, "react"))
		write(t, dir, folder+"use.tsx", fmt.Sprintf(use, orderOf(t, c.answers)))
		count++
	}
	compiles(t, dir)
	t.Logf("%d answer sets, each as ts, react and a use of both", count)
	for _, target := range []string{"ts", "react"} {
		proof.Note(t, target, "types", []string{proof.Package(t, "typescript", "typescript")}, map[string]int{"sets": count})
	}
}

// compiles has the compiler read a project.
func compiles(t *testing.T, dir string) {
	t.Helper()
	out, err := exec.Command("node", "../tools/typescript/node_modules/typescript/bin/tsc", "-p", dir, "--pretty", "false").CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, strings.ReplaceAll(string(out), dir, ""))
	}
}

// single gives every parameter with every method that allows it.
func single() []one {
	random := rand.New(rand.NewPCG(33, 9))
	var all []one
	for _, p := range sample.Places() {
		for _, row := range wizard.Params() {
			if p.Mode == wizard.ModeTest && row.Allows(p.Module, p.Type, p.Method) {
				all = append(all, one{strings.ReplaceAll(row.Path, ".", "-"), sample.Valid(random, p, today, row.Path)})
			}
		}
	}
	return all
}

// options are what changes code without changing the request, and what stands
// in it that no row of the catalogue has.
func options() []one {
	random := rand.New(rand.NewPCG(5, 5))
	base := sample.Valid(random, sample.Places()[0], today)
	with := func(name string, change func(*wizard.Answers)) one {
		a := base
		change(&a)
		return one{name, a}
	}
	field := func(key string, v value.Value) value.Field { return value.Field{Key: key, Value: v} }
	return []one{
		with("none", func(a *wizard.Answers) { a.Options.Locale = "none" }),
		with("insert", func(a *wizard.Answers) { a.Options.Page = wizard.PageV1 }),
		with("euc-kr", func(a *wizard.Answers) { a.Options.Encoding = wizard.EncodingEUCKR }),
		with("es5", func(a *wizard.Answers) { a.Options.Syntax = wizard.SyntaxES5 }),
		with("served", func(a *wizard.Answers) {
			a.Make.MerchantUID, a.Params = &wizard.MakeOrderID{From: wizard.FromServer}, a.Params.With("merchant_uid", value.Value{})
			a.Options.Targets = []string{"react", "express"}
		}),
		with("tier", func(a *wizard.Answers) { a.TierCode = "001" }),
		with("later", func(a *wizard.Answers) {
			a.UserCode, a.Params = "", a.Params.With("custom_data", value.Value{}).With("buyer_email", value.Value{})
			a.Later = []string{"user_code", "custom_data", "buyer_email"}
		}),
		with("unknown", func(a *wizard.Answers) {
			a.Params = a.Params.With("unknown", value.ObjectOf(field("한글 키", value.ListOf(value.Nothing(), value.Digits("1"))), field("__proto__", value.Truth(true)))).
				With("nothing", value.Nothing()).With("a-b", value.ListOf(value.Text("x"), value.ListOf()))
		}),
	}
}
