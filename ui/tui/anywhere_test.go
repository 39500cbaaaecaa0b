package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
)

// ctrl presses a Ctrl key, in a Latin or a Hangul layout.
func (d *driver) ctrl(r rune) *driver {
	d.send(tea.KeyPressMsg{Code: r, Mod: tea.ModCtrl})
	return d
}

func TestLanguageChangesOnEveryScreenAndBack(t *testing.T) {
	for _, scene := range scenes {
		t.Run(scene.name, func(t *testing.T) {
			d := drive(t, Config{}, 80, 24, paid()...)
			scene.do(d)
			d.m.actions = nil // the row of actions closes; all else stays
			before := d.screen()
			d.ctrl('l').fits()
			if got := d.screen(); got == before {
				t.Errorf("nothing changed:\n%s", got)
			}
			if hangul(strings.ReplaceAll(d.m.footer(), "한국어", "")) {
				t.Errorf("the row of keys is still Korean: %s", ansi.Strip(d.m.footer()))
			}
			d.ctrl('ㅣ')
			if slices.Contains([]string{"refused", "moved", "cleaned", "letter", "share"}, scene.name) {
				return // a passing sentence has passed
			}
			if got := d.screen(); got != before {
				t.Errorf("back in Korean\n%s\nwant\n%s", got, before)
			}
		})
	}
}

func hangul(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0xac00 && r <= 0xd7a3 })
}

func TestMaskFromAnyScreen(t *testing.T) {
	for _, k := range []rune{'g', 'ㅎ'} {
		d := drive(t, Config{}, 120, 40)
		d.quick()
		d.sees(channelKey[:20])
		d.ctrl(k).misses(channelKey[:20])
		d.press("e", "enter")
		d.ctrl(k)
		d.sees("channel-key-")
		if d.press("tab", "right"); d.m.actions == nil {
			t.Fatal("no row of actions")
		}
		d.ctrl(k).misses(userCode)
	}
}

func TestPreviewClosesScrollsAndOpens(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}} {
		d := drive(t, Config{}, size[0], size[1])
		d.press("enter")
		d.sees("const PORTONE")
		d.ctrl('o').misses("const PORTONE")
		d.ctrl('ㅐ').sees("const PORTONE")
		d.press("pgdown", "pgdown", "pgdown", "pgdown", "pgdown", "pgdown").misses("const PORTONE")
		d.fits()
		d.press("0").sees("const PORTONE") // typing brings the touched line back
		for range 500 {
			d.press("pgup")
		}
		d.sees("<!doctype html>")
		d.press("pgdown").misses("<!doctype html>") // the end was not passed
	}
}

func TestParkedAnswersAreShownWithTheWayBack(t *testing.T) {
	draft := flow.Guided().With("extras", flow.Entry{Picked: []string{"tax_free"}}).With("tax_free", flow.Entry{Text: "777"}).
		With("extras", flow.Entry{}).Go("amount")
	d := drive(t, Config{Draft: &draft}, 80, 24)
	d.sees("보관 1")
	d.press("tab")
	for i := 0; i < 12 && !strings.HasPrefix(d.m.actions.all[d.m.actions.at].label, "보관한"); i++ {
		d.press("right")
	}
	d.press("enter")
	d.sees("777")
	d.sees("더 필요한 것만 고르세요: 면세금액")
}

func TestLiveModeIsInSightOnEveryScreen(t *testing.T) {
	a := liveAnswers()
	draft := flow.Open(a)
	for _, size := range [][2]int{{120, 40}, {80, 24}, {60, 16}, {40, 12}, {30, 8}} {
		d := drive(t, Config{Draft: &draft}, size[0], size[1])
		d.sees("실연동 (실제 결제)")
		d.press("e")
		d.sees("실연동 (실제 결제)")
		d.press("enter").sees("실연동 (실제 결제)")
		d.press("tab", "right", "enter").sees("실연동 (실제 결제)")
		d.fits()
	}
}

// liveAnswers are a quick start's, for real payments.
func liveAnswers() wizard.Answers {
	d := flow.Quick()
	for id, v := range map[string]string{"user_code": userCode, "channel_key": channelKey, "buyer_tel": "010-1234-5678"} {
		d = d.With(id, flow.Entry{Text: v})
	}
	a := d.Answers()
	a.Mode = wizard.ModeLive
	return a
}

func TestLiveWindowWantsTheMerchantCodeTypedByHand(t *testing.T) {
	draft := flow.Open(liveAnswers())
	d := drive(t, Config{Draft: &draft}, 80, 24)
	d.press("o")
	d.sees("실제 결제입니다")
	d.sees("1,004원이 실제로 결제되고")
	d.sees("[실연동]에 저장한 주소")
	d.sees(userCode)
	d.paste(userCode)
	d.sees("붙여 넣기는 받지 않습니다")
	if d.press("enter"); len(d.opened) > 0 {
		t.Fatal("a paste opened a live window")
	}
	d.sees("고객사 식별코드와 다릅니다")
	if d.press("imp00000001", "enter"); len(d.opened) > 0 {
		t.Fatal("another code opened a live window")
	}
	d.press("backspace", "0", "enter")
	if len(d.opened) != 1 {
		t.Errorf("the typed code opened %d windows:\n%s", len(d.opened), d.screen())
	}
	if d.served[0].Typed != userCode {
		t.Errorf("served with %q", d.served[0].Typed)
	}
	d.sees("실연동 (실제 결제)")
	d.press("esc", "o")
	d.sees("실제 결제입니다") // asked for every time
}

func TestKeyOfTheLiveListMakesThePaymentLive(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.quick().press("o", "down", "down", "enter")
	d.sees("실연동 (실제 결제)")
	if len(d.opened) > 0 || d.m.answers.Mode != wizard.ModeLive {
		t.Errorf("opened %q in mode %s", d.opened, d.m.answers.Mode)
	}
}

func TestNoteIsReadAndPassed(t *testing.T) {
	draft := flow.Guided().With("type", flow.Entry{Text: "billing"}).Go("billing_lead")
	if draft.Place() != "billing_lead" {
		t.Fatalf("at %s", draft.Place())
	}
	d := drive(t, Config{Draft: &draft}, 80, 24)
	if d.press("x", "imp", "backspace"); d.cursor() != nil {
		t.Error("a note takes text")
	}
	if d.press("enter"); d.m.draft.Place() == "billing_lead" {
		t.Errorf("the note stays:\n%s", d.screen())
	}
}
