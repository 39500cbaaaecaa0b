package tui

import (
	"encoding/base64"
	"strings"
	"testing"

	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// told is everything about a merchant and a buyer that answers can hold.
var told = map[string]string{
	"user_code": "imp55555555", "channelKey": "channel-key-55555555-5555-4555-8555-555555555555", "buyer_tel": "010-5555-6666",
	"buyer_name": "김비밀", "buyer_email": "secret@shop.example", "buyer_addr": "서울시 비밀로 1", "notice_url": "https://secret.shop.example/hook",
	"customerIdentifier": "01077778888", "custom_data": "비밀장바구니", "m_redirect_url": "https://secret.shop.example/back",
}

func secretive(t *testing.T) *flow.Draft {
	t.Helper()
	a, found := answers.Decode("answers.yaml", []byte("version: 1\nmode: test\nsdk: v1\nmodule: smartro_v2\ntype: general\nuser_code: "+told["user_code"]+
		"\nparams:\n  channelKey: "+told["channelKey"]+"\n  pay_method: trans\n  name: 사과\n  amount: 1004\n  buyer_tel: "+told["buyer_tel"]+
		"\n  buyer_name: "+told["buyer_name"]+"\n  buyer_email: "+told["buyer_email"]+"\n  buyer_addr: "+told["buyer_addr"]+
		"\n  notice_url: "+told["notice_url"]+"\n  custom_data: {cart: "+told["custom_data"]+"}\n  m_redirect_url: "+told["m_redirect_url"]+
		"\n  bypass: {cashReceiptType: personal, customerIdentifier: \""+told["customerIdentifier"]+"\"}\n"+
		"make: {merchant_uid: {from: browser}}\n"), text.Ko)
	if len(found) > 0 {
		t.Fatal(found)
	}
	d := flow.Open(a)
	return &d
}

// Who shares a screen shows nobody's values: at no question, in no tab, no
// letter and no share code.
func TestAMaskedScreenTellsNothing(t *testing.T) {
	d := drive(t, Config{Draft: secretive(t), Mask: true}, 120, 60)
	seen := 0
	look := func(where string) {
		t.Helper()
		seen++
		screen := d.screen()
		for what, v := range told {
			if strings.Contains(screen, v) {
				t.Errorf("%s shows %s:\n%s", where, what, screen)
			}
		}
		for _, word := range strings.Fields(screen) {
			if code, ok := strings.CutPrefix(word, "SW1."); ok && len(code) > 8 {
				if _, err := base64.RawURLEncoding.DecodeString(code[:8]); err == nil {
					t.Errorf("%s shows a share code that anybody can read:\n%s", where, screen)
				}
			}
		}
	}
	look("the result")
	for _, tab := range []string{"2", "3", "4", "5", "6", "1"} {
		d.press(tab)
		look("tab " + tab)
		d.press("pgdown")
		look("the rest of tab " + tab)
	}
	for range 8 { // every letter
		d.press("m")
		look("the letters")
		for range seen % 8 {
			d.press("down")
		}
		d.press("enter")
		look("a letter")
		d.press("esc")
	}
	d.press("r", "enter")
	look("the share code")
	d.press("esc", "e")
	look("the answers")
	d.press("esc", "o")
	look("before the window")
	d.press("esc")
	for _, q := range d.m.draft.Editable() {
		d.m.draft = d.m.draft.Go(q.ID)
		d.run(d.m.enter())
		look(q.ID)
	}
	if len(d.copied) == 0 || !strings.Contains(strings.Join(d.copied, ""), "SW1.") {
		t.Error("what is copied is masked as well")
	}
	d.ctrl('g')
	d.m.draft = d.m.draft.Go("")
	d.m.screen = onResult
	d.m.openResult()
	if !strings.Contains(d.screen(), told["channelKey"]) {
		t.Errorf("the key does not show the values again:\n%s", d.screen())
	}
}
