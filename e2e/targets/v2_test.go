//go:build e2e

package targets_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/e2e/proof"
	"smartro-wizard/snippets"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/sample"
	"smartro-wizard/wizard/value"
)

// sdkV2 stands in for the script of V2: it writes down what it is asked for
// and leaves the promise to the test.
const sdkV2 = `
window.seen = window.seen || { init: [], requests: [], calls: [] };
{
  const opens = (name) => (params) => new Promise((resolve) => {
    seen.calls.push(name);
    seen.requests.push(params);
    window.answer = resolve;
  });
  window.PortOne = { requestPayment: opens("requestPayment"), requestIssueBillingKey: opens("requestIssueBillingKey") };
}`

// windowsV2 are random sound answers for every channel and pay method of V2 in
// both modes, with all the parameters that go there.
func windowsV2(t *testing.T) []one {
	t.Helper()
	random := rand.New(rand.NewPCG(20, 4))
	var all []one
	for _, p := range sample.PlacesIn(wizard.V2) {
		var every []string
		for _, row := range wizard.ParamsOf(wizard.FunctionOf(wizard.V2, p.Type)) {
			every = append(every, row.Path)
		}
		name := strings.Join([]string{"v2", string(p.Mode), string(p.Type), string(p.Method)}, "-")
		all = append(all, one{name, sample.Valid(random, p, today, every...)})
	}
	if len(all) != 20 {
		t.Fatalf("%d windows, the documents have 20", len(all))
	}
	return all
}

// targetsV2 are all pages, and that of Next, which has no server in V2.
func targetsV2() []string { return append(targets(), "next") }

// Every window of V2 with all the parameters that go there, in every target.
func TestWindowsV2(t *testing.T) {
	b, s, dir := browser.Start(t), openShop(t), workshop(t)
	p := b.Page(t)
	p.Stub(wizard.ScriptV2, sdkV2)
	count, of := 0, map[string]int{}
	for _, c := range windowsV2(t) {
		for _, target := range targetsV2() {
			t.Run(c.name+"/"+target, func(t *testing.T) {
				url := s.serve(t, "/"+c.name+"/"+target, dir, c.answers, target)
				pays(t, p, url, s.url, c.answers, [][]string{})
				var calls []string
				if p.Eval("seen.calls", &calls); "PortOne."+calls[0] != c.answers.Call().Function {
					t.Errorf("%v was called, want %s", calls, c.answers.Call().Function)
				}
				count++
				of[target]++
			})
		}
	}
	if errs := p.Errors(); len(errs) > 0 {
		t.Errorf("uncaught: %v", errs)
	}
	if t.Logf("%d windows of V2 opened in Chromium", count); count != 20*len(targetsV2()) {
		t.Errorf("%d windows, want %d", count, 20*len(targetsV2()))
	}
	for target, n := range of {
		proof.Note(t, target, "windows-v2", []string{proof.Tool(t, "chromium", "--version")}, map[string]int{"windows-v2": n})
	}
}

// useV2 is how a shop uses both: with an order of the answers' values.
const useV2 = `import PayButton, { type Order as ButtonOrder } from "./PayButton";
import { requestPay, returnedPayment, type Order, type Outcome } from "./payment";

export const order: Order = %[1]s;
const same: ButtonOrder = order;
export const page = <PayButton order={same} />;

export async function pay(): Promise<Outcome["state"] | undefined> {
  const back = await returnedPayment();
  const outcome = back ?? (await requestPay(order, (message: string) => console.log(message)));
  return outcome?.state;
}

// @ts-expect-error an order is needed
requestPay();
// @ts-expect-error this is text
export const wrong: Order = { ...order, %[2]s: 1004 };
// @ts-expect-error an order needs what its buyer is known by
export const without = <PayButton order={{}} />;
`

// known is what every order of the call has.
func known(a wizard.Answers) string {
	if a.Type == wizard.TypeBilling {
		return "customerId"
	}
	return "phoneNumber"
}

// Every window, every parameter with every method that allows it, and every
// option, against the types that PortOne publishes.
func TestTypesV2(t *testing.T) {
	dir := workshop(t)
	write(t, dir, "tsconfig.json", strict)
	count := 0
	for _, c := range append(windowsV2(t), append(singleV2(), optionsV2()...)...) {
		folder := fmt.Sprintf("%03d-%s/", count, c.name)
		write(t, dir, folder+"payment.ts", body(t, c.answers, "ts"))
		write(t, dir, folder+"PayButton.tsx", body(t, c.answers, "react"))
		write(t, dir, folder+"use.tsx", fmt.Sprintf(useV2, orderOf(t, c.answers), known(c.answers)))
		project, err := snippets.Generate(c.answers, "next")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range project.Files {
			write(t, dir, folder+file.Path, file.Body)
		}
		count++
	}
	compiles(t, dir)
	t.Logf("%d answer sets of V2, each as ts, react and a use of both", count)
	tools := []string{proof.Package(t, "typescript", "typescript"), proof.Package(t, "typescript", "@portone/browser-sdk")}
	for _, target := range []string{"ts", "react", "next"} {
		proof.Note(t, target, "types-v2", tools, map[string]int{"sets-v2": count})
	}
}

// singleV2 gives every parameter with every method that allows it.
func singleV2() []one {
	random := rand.New(rand.NewPCG(20, 9))
	var all []one
	for _, p := range sample.PlacesIn(wizard.V2) {
		for _, row := range wizard.ParamsOf(wizard.FunctionOf(wizard.V2, p.Type)) {
			if p.Mode == wizard.ModeTest && row.Allows(p.Module, p.Type, p.Method) {
				all = append(all, one{strings.ReplaceAll(row.Path, ".", "-"), sample.Valid(random, p, today, row.Path)})
			}
		}
	}
	return all
}

// optionsV2 are what changes code without changing the request, and parameters
// of which nobody knows what Smartro does with them.
func optionsV2() []one {
	random := rand.New(rand.NewPCG(20, 5))
	base := sample.Valid(random, sample.PlacesIn(wizard.V2)[0], today)
	with := func(name string, change func(*wizard.Answers)) one {
		a := base
		change(&a)
		return one{name, a}
	}
	return []one{
		with("none", func(a *wizard.Answers) { a.Options.Locale = "none" }),
		with("euc-kr", func(a *wizard.Answers) { a.Options.Encoding = wizard.EncodingEUCKR }),
		with("es5", func(a *wizard.Answers) { a.Options.Syntax = wizard.SyntaxES5 }),
		with("server-order", func(a *wizard.Answers) {
			a.Make.MerchantUID, a.Params = &wizard.MakeOrderID{From: wizard.FromServer}, a.Params.With("paymentId", value.Value{})
		}),
		with("later", func(a *wizard.Answers) {
			a.StoreID, a.Params = "", a.Params.With("customData", value.Value{}).With("customer.email", value.Value{})
			a.Later = []string{"store_id", "customData", "customer.email"}
		}),
		with("untold", func(a *wizard.Answers) {
			a.Params = a.Params.With("country", value.Text("KR")).With("isCulturalExpense", value.Truth(false)).
				With("customer.firstName", value.Text("길동")).With("customer.zipcode", value.Text("01234"))
		}),
	}
}
