package rulebook

import (
	"slices"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

func checklist(c wizard.Case) []string {
	var out []string
	for _, l := range Checklist(c, text.Ko) {
		out = append(out, l.Rule)
	}
	return out
}

func TestChecklistOfACase(t *testing.T) {
	v := load(t, "v1-overlays.yaml")
	for _, tc := range []struct {
		base string
		with overlay
		want []string
	}{
		{"general_card", nil, []string{"tax-setting-is-report-only", "merchant-uid-unique", "test-real-charge", "test-console-stays-paid", "webhook-recommended", "webhook-no-failure-event"}},
		{"general_card", overlay{"params.notice_url": node("!!str", "https://a.kr/")}, []string{"tax-setting-is-report-only", "merchant-uid-unique", "notice-url-overrides-console", "test-real-charge", "test-console-stays-paid", "webhook-recommended", "webhook-no-failure-event"}},
		{"general_easypay", nil, []string{"tax-setting-is-report-only", "merchant-uid-unique", "test-real-charge", "test-console-stays-paid", "test-kakaopay-payco-cards", "test-kakaopay-manual-cancel", "webhook-recommended", "webhook-no-failure-event"}},
		{"live_card", nil, []string{"live-key-required", "live-cancel-password", "tax-setting-is-report-only", "merchant-uid-unique", "live-card-review-done", "precontract-merchant-interest-free", "precontract-card-point", "webhook-recommended", "webhook-no-failure-event"}},
	} {
		if got := checklist(lay(t, v.base(t, tc.base), tc.with)); !slices.Equal(got, tc.want) {
			t.Errorf("%s: got %v, want %v", tc.base, got, tc.want)
		}
	}
}

func TestChecklistAsksNothingOfAnUnknownMethod(t *testing.T) {
	c := card(t, "params.pay_method", value.UnknownBecause("method"))
	if got := checklist(c); slices.Contains(got, "test-kakaopay-manual-cancel") {
		t.Errorf("KakaoPay is not known to be used: %v", got)
	}
}

func TestFreshOrderNumbersNeedNoTick(t *testing.T) {
	c := card(t, "params.merchant_uid", value.MadeBy(wizard.MakerOrderID))
	if got := checklist(c); slices.Contains(got, "merchant-uid-unique") {
		t.Errorf("a random number for each attempt is asked about: %v", got)
	}
	set(t, &c, "params.merchant_uid", value.MadeBy(wizard.MakerServerID))
	if got := checklist(c); !slices.Contains(got, "merchant-uid-unique") {
		t.Errorf("nobody is asked about the shop's own numbers: %v", got)
	}
}

func TestExplain(t *testing.T) {
	for _, r := range Rules() {
		for _, l := range text.Langs {
			e, ok := Explain(r.ID, l)
			if !ok || e.Message == "" || e.Why == "" || e.Fix == "" || e.Checked == "" || len(e.Sources) == 0 || e.Manual != (e.Who != "") {
				t.Errorf("%s %s: %+v", r.ID, l, e)
			}
		}
	}
	e, _ := Explain("live-cancel-password", text.En)
	if e.Who != "whoever has the console login" || e.Mode != wizard.ModeLive || e.Severity != wizard.SeverityError {
		t.Errorf("%+v", e)
	}
	if _, ok := Explain("no-such-rule", text.Ko); ok {
		t.Error("a rule that does not exist is explained")
	}
}
