package tui

import (
	"testing"

	"smartro-wizard/wizard/flow"
)

// What the console shows of a live payment is under no filter of tests.
func TestAfterALivePaymentNothingSpeaksOfTests(t *testing.T) {
	quick := drive(t, Config{}, 80, 24).quick().m.draft
	live := quick.With("mode", flow.Entry{Text: "live"})
	for live.Place() != "" {
		next, ok := live.With(live.Place(), live.Entry(live.Place())).Next()
		if !ok {
			t.Fatalf("stuck at %s", live.Place())
		}
		live = next
	}
	d := drive(t, Config{Draft: &live}, 80, 40, paid()...)
	d.press("o", userCode, "enter")
	d.sees("imp_123456789012")
	d.sees("가맹점 거래번호")
	d.misses("테스트결제")
	d.misses("include_sandbox")
}

// Who prepares to go live sees first what changes, and the checklist beside it.
func TestGoingLiveBeginsWithWhatChanges(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.press("down", "down", "enter")
	for i := 0; d.m.screen == onAsk && i < 60; i++ {
		if v := typedAt[d.m.ask.q.ID]; v != "" {
			d.press("ctrl+u", v)
		}
		d.press("enter")
	}
	d.sees("[6 실연동 차이]")
	d.sees("다른 channelKey")
}
