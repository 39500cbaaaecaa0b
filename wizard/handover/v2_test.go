package handover_test

import (
	"regexp"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/handover"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// paymentsV2 are payments of V2 in every way that opens a window.
func paymentsV2() map[string]wizard.Answers {
	all := map[string]wizard.Answers{}
	for _, ch := range wizard.Channels() {
		way := ch.In(wizard.V2)
		if !way.Opens() {
			continue
		}
		for _, m := range way.PayMethods {
			easy := []string{""}
			if m == wizard.EasyPayV2 {
				easy = nil
				for _, c := range wizard.Codes(wizard.CodesEasyPayV2) {
					easy = append(easy, c.Code)
				}
			}
			for _, company := range easy {
				a := wizard.Answers{Version: 1, Mode: ch.Mode, SDK: wizard.V2, Module: ch.Module, Type: ch.Type, StoreID: "store-00000000-0000-4000-8000-000000000001",
					Params: value.ObjectOf(value.Field{Key: wizard.CallOf(way.Entry).Method, Value: value.Text(string(m))}, value.Field{Key: "totalAmount", Value: value.Digits("1004")}),
					Make:   wizard.Make{MerchantUID: &wizard.MakeOrderID{From: wizard.FromServer}, MRedirectURL: &wizard.MakeRedirect{Path: "/r"}}}
				if company != "" {
					a.Params = a.Params.With(wizard.EasyPayPath, value.Text(company))
				}
				all[strings.Join([]string{string(ch.Mode), string(ch.Type), string(m), company}, " ")] = a
			}
		}
	}
	return all
}

// ofV1 are words that only V1 has.
var ofV1 = regexp.MustCompile(`IMP\.|imp_uid|imp_key|IMP_|merchant_uid|error_code|error_msg|sandbox|pg_id|pg_provider|customer_uid|customer_id|m_redirect_url|confirm_url|notice_url|api\.iamport|cdn\.iamport|getToken|고객사 식별코드|vbank_num|fail_reason|iamport\.js`)

// paths are what stands in braces in the addresses of the API.
var paths = strings.NewReplacer("{paymentId}", "", "{billingKey}", "")

// Everything that is handed on about a payment of V2 is there, and speaks of V2.
func TestWhatIsHandedOnOfV2(t *testing.T) {
	all := paymentsV2()
	if len(all) != 36 {
		t.Errorf("%d payments, want 18 in each mode", len(all))
	}
	for name, a := range all {
		for _, l := range text.Langs {
			said := map[string]string{}
			for _, e := range handover.Letters(a, l) {
				said["letter "+e.ID], _ = handover.Letter(e.ID, a, l)
				said["letter "+e.ID] += e.To
			}
			if len(said) != len(handover.All(l)) {
				t.Errorf("%s: %d letters", name, len(said))
			}
			for _, row := range handover.QA(a, l) {
				said["test "+row.ID] = row.Do + "\n" + row.Expect
			}
			for _, row := range handover.Differences(a, l) {
				said["difference "+row.ID] = row.What
				said["test of "+row.ID], said["live of "+row.ID] = row.Test, row.Live
			}
			for _, row := range handover.Checklist(a, "2026-11-21", l) {
				said["check "+row.ID] = row.Text + "\n" + row.How
			}
			for _, row := range handover.Ladder(a, l) {
				said["rung "+row.ID] = row.Proof
			}
			said["notes"] = strings.Join(handover.Notes(a, l), "\n")
			said["command"] = handover.Command(a, "")
			for where, s := range said {
				if word := ofV1.FindString(s); word != "" {
					t.Errorf("%s %s, %s says %s: %s", name, l, where, word, s)
				}
				if strings.TrimSpace(s) == "" || strings.Contains(paths.Replace(s), "{") {
					t.Errorf("%s %s, %s is not filled: %q", name, l, where, s)
				}
			}
		}
	}
}
