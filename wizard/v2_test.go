package wizard_test

import (
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/rulebook"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

type foundV2 struct {
	Functions map[string][]struct {
		Name   string
		Always bool
	}
	Enums     map[string][]string
	Marks     map[string][]string
	BanksREST map[string]string `yaml:"banks_rest"`
}

func everyParam(function string) []wizard.Param {
	return slices.Concat(wizard.ParamsOf(function), wizard.OtherParamsOf(function))
}

// Each parameter that was found has its row, or rows below it, and Smartro's
// rows are of parameters that were found.
func TestParametersOfV2AreThoseThatWereFound(t *testing.T) {
	found := research[foundV2](t, "v2-sdk.yaml").Functions
	names := 0
	for function, params := range found {
		rows, known := everyParam(function), map[string]bool{}
		for _, f := range params {
			names++
			below := slices.DeleteFunc(slices.Clone(rows), func(p wizard.Param) bool {
				return p.Path != f.Name && !strings.HasPrefix(p.Path, f.Name+".")
			})
			if len(below) == 0 {
				t.Errorf("%s: %s has no row", function, f.Name)
			}
			for _, p := range below {
				known[p.Path] = true
				if f.Always && !slices.ContainsFunc(p.Required, func(n wizard.Need) bool { return len(n.Types)+len(n.PayMethods)+len(n.Unless) == 0 && n.With == "" }) {
					t.Errorf("%s: %s is not always wanted", function, p.Path)
				}
			}
		}
		for _, p := range rows {
			if !known[p.Path] && !p.Untold {
				t.Errorf("%s: nobody found %s", function, p.Path)
			}
		}
	}
	if len(found) != 2 || names != 84 {
		t.Errorf("%d calls with %d parameters were found, want 2 and 84", len(found), names)
	}
}

func TestParameterRowsOfV2AreWhole(t *testing.T) {
	for _, call := range wizard.Calls() {
		seen := map[string]bool{}
		for _, p := range everyParam(call.Function) {
			at := call.Function + " " + p.Path
			whole(t, at, p.Label)
			cited(t, at, p.Sources)
			if seen[p.Path] || p.Function != call.Function {
				t.Errorf("%s stands twice, or among others", at)
			}
			seen[p.Path] = true
			limited := p.Limits.Pattern != "" || p.Limits.Codes != "" || len(p.Limits.OneOf) > 0 || p.Limits.Integer || p.Limits.MaxLength > 0
			if len(p.Rules) == 0 && (limited || p.Unsupported) {
				t.Errorf("%s has limits that no rule speaks of", at)
			}
			for _, id := range p.Rules {
				if _, ok := rulebook.RuleIn(call.SDK(), id); !ok {
					t.Errorf("%s: no rule %s", at, id)
				}
			}
			if _, ok := wizard.ParamAt(p.Twin); p.Twin != "" && (!ok || call.Function == wizard.RequestPay) {
				t.Errorf("%s: V1 has no %s", at, p.Twin)
			}
			if l := p.Limits.Codes; l != "" && len(wizard.Codes(l)) == 0 {
				t.Errorf("%s: no codes %s", at, l)
			}
		}
		for _, path := range append([]string{call.Method, call.OrderID, call.Redirect}, call.Selectors...) {
			if !seen[path] {
				t.Errorf("%s has no row for %s", call.Function, path)
			}
		}
	}
}

// What V1 takes for Smartro is carried over to V2, or is left out for a reason
// that its rows tell.
func TestEveryParameterOfV1HasItsTwin(t *testing.T) {
	alone := map[string]string{
		"pg":                      "V2 chooses the channel by its key only",
		"buyer_addr":              "V2 has an object of its own, which no source ties to Smartro",
		"buyer_postcode":          "the same",
		"customer_uid":            "V2 gives the billing key to the shop, which names no card itself",
		"useFreeInterestFromMall": "the MID decides",
		"escrowProducts":          "V2 has none",
		"biz_num":                 "V2 has none",
		"vbank_code":              "V1 has no direct virtual account",
		"bankCode":                "the same",
		"bank_code":               "the same",
		"virtualAccount.bankCode": "the same",
	}
	twins := map[string]bool{}
	for _, call := range wizard.Calls() {
		for _, p := range everyParam(call.Function) {
			twins[p.Twin] = true
		}
	}
	for _, p := range everyParam(wizard.RequestPay) {
		if twins[p.Path] == (alone[p.Path] != "") {
			t.Errorf("%s: has a twin %v, is alone because %q", p.Path, twins[p.Path], alone[p.Path])
		}
	}
}

func TestCodesOfV2AreThoseThatWereFound(t *testing.T) {
	found := research[foundV2](t, "v2-sdk.yaml")
	for table, want := range found.Enums {
		var got []string
		for _, c := range wizard.Codes(table) {
			got = append(got, c.Code)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", table, got, want)
		}
	}
	for mark, row := range map[string]struct {
		table string
		is    func(wizard.Code) bool
	}{
		"not_in_test_banks": {wizard.CodesBanksV2, func(c wizard.Code) bool { return c.NotInTest }},
		"not_in_test_cards": {wizard.CodesCardsV2, func(c wizard.Code) bool { return c.NotInTest }},
		"windows_only":      {wizard.CodesCardsV2, func(c wizard.Code) bool { return c.WindowsOnly }},
		"unconfirmed":       {wizard.CodesEasyPayV2, func(c wizard.Code) bool { return c.Unconfirmed }},
	} {
		for _, c := range wizard.Codes(row.table) {
			if row.is(c) != slices.Contains(found.Marks[mark], c.Code) {
				t.Errorf("%s: %s is %v", mark, c.Code, row.is(c))
			}
		}
	}
	for code, rest := range found.BanksREST {
		if c, ok := wizard.CodeOf(wizard.CodesBanksV2, code); !ok || c.REST != rest {
			t.Errorf("%s is %s in REST, want %s", code, c.REST, rest)
		}
	}
}

// A code of V2 that V1 has too says the same in both.
func TestCodesOfV2KnowTheirTwins(t *testing.T) {
	for table, v1 := range map[string]string{wizard.CodesCardsV2: wizard.CodesCards, wizard.CodesBanksV2: wizard.CodesBanks,
		wizard.CodesReceiptsV2: wizard.CodesReceipts, wizard.CodesPayMethodsV2: wizard.CodesPayMethods, wizard.CodesEasyPayV2: wizard.CodesPayMethods} {
		n := 0
		for _, c := range wizard.Codes(table) {
			twin, ok := wizard.CodeOf(v1, c.Twin)
			if c.Twin != "" && (!ok || twin.Name != c.Name || twin.WindowsOnly != c.WindowsOnly || twin.NotInTest != c.NotInTest || twin.NotInTestBilling != c.NotInTestBilling) {
				t.Errorf("%s and %s: %+v, %+v", c.Code, c.Twin, c, twin)
			}
			if ok {
				n++
			}
		}
		if want := len(wizard.Codes(v1)); v1 != wizard.CodesPayMethods && v1 != wizard.CodesBanks && n != want {
			t.Errorf("%s has %d of %d codes of V1", table, n, want)
		}
	}
}

func TestChannelsOfV2(t *testing.T) {
	entries := map[wizard.Type]string{wizard.TypeGeneral: wizard.RequestPayment, wizard.TypeEscrow: wizard.RequestPayment,
		wizard.TypeOverseas: wizard.RequestPayment, wizard.TypeBilling: wizard.RequestIssueBillingKey,
		wizard.TypeAPIKeyin: "POST /payments/{paymentId}/instant", wizard.TypeAPIRecurring: "POST /billing-keys"}
	windows := 0
	for _, c := range wizard.Channels() {
		id := string(c.Mode) + " " + string(c.Module) + " " + string(c.Type)
		way := c.In(wizard.V2)
		cited(t, id, way.Sources)
		if c.Module == wizard.ModuleOld {
			whole(t, id, way.Note)
			if way.Entry != "" || len(way.PayMethods) > 0 || slices.Contains(c.SDK, wizard.V2) {
				t.Errorf("%s is offered in V2: %+v", id, way)
			}
			continue
		}
		if way.Entry != entries[c.Type] || !slices.Contains(c.SDK, wizard.V2) {
			t.Errorf("%s: the call is %q", id, way.Entry)
		}
		if !way.Opens() || c.Note.Ko != "" {
			plain := strings.NewReplacer("{paymentId}", "paymentId")
			whole(t, id, text.Pair{Ko: plain.Replace(way.Note.Ko), En: plain.Replace(way.Note.En)})
		}
		for _, m := range way.PayMethods {
			if _, ok := wizard.CodeOf(wizard.CodesPayMethodsV2, string(m)); !ok {
				t.Errorf("%s: no pay method %s", id, m)
			}
			if way.Opens() {
				windows++
			}
		}
	}
	if windows != 20 {
		t.Errorf("%d windows of V2, want 20", windows)
	}
}

func answersV2(typ wizard.Type) wizard.Answers {
	return wizard.Answers{Version: wizard.AnswersVersion, Mode: wizard.ModeTest, SDK: wizard.V2, Module: wizard.ModuleNew, Type: typ,
		StoreID: "store-00000000-0000-0000-0000-000000000000", Params: value.ObjectOf()}
}

func TestRequestsOfV2(t *testing.T) {
	const store = `"storeId":"store-00000000-0000-0000-0000-000000000000"`
	for typ, want := range map[wizard.Type]string{
		wizard.TypeGeneral:  `{` + store + `,"currency":"KRW"}`,
		wizard.TypeEscrow:   `{` + store + `,"currency":"KRW","isEscrow":true}`,
		wizard.TypeOverseas: `{` + store + `,"payMethod":"CARD","bypass":{"smartro_v2":{"OpenType":"EN"}}}`,
		wizard.TypeBilling:  `{` + store + `,"billingKeyMethod":"CARD"}`,
	} {
		c := answersV2(typ).Case("2026-11-21")
		got, err := c.Requests[0].Params.MarshalJSON()
		if err != nil || string(got) != want || c.Requests[0].Function != wizard.FunctionOf(wizard.V2, typ) {
			t.Errorf("%s: %s %s, want %s (%v)", typ, c.Requests[0].Function, got, want, err)
		}
	}
	a := answersV2(wizard.TypeGeneral)
	a.StoreID, a.Later = "", []string{"store_id", "customer.phoneNumber"}
	params := a.Case("2026-11-21").Requests[0].Params
	for _, path := range []string{"storeId", "customer.phoneNumber"} {
		if k := params.Get(path).Kind(); k != value.Later {
			t.Errorf("%s is %s", path, k)
		}
	}
	a.StoreID, a.Params = "store-1", value.ObjectOf(value.Field{Key: "storeId", Value: value.Text("store-2")})
	if got := a.Case("2026-11-21").Requests[0].Params.Get("storeId").Text(); got != "store-2" {
		t.Errorf("what was typed became %s", got)
	}
}

func TestMadeValuesOfV2CountAsSent(t *testing.T) {
	a := answersV2(wizard.TypeGeneral)
	a.Make = wizard.Make{MerchantUID: &wizard.MakeOrderID{From: wizard.FromBrowser}, MRedirectURL: &wizard.MakeRedirect{Path: "/p"},
		Period: &wizard.MakePeriod{Days: 30}, VbankDue: &wizard.MakeVbankDue{Days: 3}}
	billing := a
	billing.Type = wizard.TypeBilling
	for _, tt := range []struct {
		a    wizard.Answers
		want map[string]string
	}{
		{a, map[string]string{"paymentId": wizard.MakerOrderID, "redirectUrl": wizard.MakerRedirect, "virtualAccount.accountExpiry.dueDate": wizard.MakerDueDate,
			"offerPeriod.range.from": wizard.MakerOfferPeriod, "offerPeriod.range.to": wizard.MakerOfferPeriod}},
		{billing, map[string]string{"issueId": wizard.MakerIssueID, "redirectUrl": wizard.MakerRedirect}},
	} {
		params := tt.a.Case("2026-11-21").Requests[0].Params
		for path, maker := range tt.want {
			if v := params.Get(path); v.Kind() != value.Made || v.Text() != maker {
				t.Errorf("%s is %s %q, want made by %s", path, v.Kind(), v.Text(), maker)
			}
		}
		made := 0
		for _, name := range []string{"paymentId", "issueId", "redirectUrl", "virtualAccount", "offerPeriod", "merchant_uid", "period", "vbank_due"} {
			if !params.Get(name).IsAbsent() {
				made++
			}
		}
		if wide := len(tt.want); made != min(wide, 4) {
			t.Errorf("%s has %d made things", tt.a.Type, made)
		}
	}
}
