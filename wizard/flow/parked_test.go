package flow_test

import (
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// full walks to a pair with every extra that is offered and everything typed.
func (p pair) full(t *testing.T) flow.Draft {
	t.Helper()
	d := p.walked(t)
	extras := flow.Entry{}
	for _, o := range d.Options("extras") {
		extras.Picked = append(extras.Picked, o.Value)
	}
	d = d.With("buyer_name", typed("홍길동")).With("channel_name", typed("가게 "+strings.ReplaceAll(p.name(), "_", ""))).With("extras", extras)
	for d.Place() != "" {
		if e, ok := needed[d.Place()]; ok {
			d = d.With(d.Place(), e)
		}
		next, ok := d.Next()
		if !ok {
			t.Fatalf("%s: %s refused: %+v", p.name(), d.Place(), d.Problems(d.Place(), today, "en"))
		}
		d = next
	}
	return d
}

// others reports whether another company of easy pay stands for this one.
func (p pair) others() bool {
	c, _ := wizard.CodeOf(wizard.CodesEasyPayV2, wizard.Word(wizard.CodesEasyPayV2, string(p.method)))
	return c.EasyPay && p.method != "kakaopay" && p.method != "SAMSUNGPAY"
}

// to changes what decides the channel and the pay method.
func (p pair) to(d flow.Draft) flow.Draft {
	for _, c := range []struct{ id, v string }{{"mode", string(p.channel.Mode)}, {"module", string(p.channel.Module)},
		{"type", string(p.channel.Type)}, {"sdk", string(p.sdk)}, {"pay_method", string(p.method)}} {
		if d.Applies(c.id) && slices.ContainsFunc(d.Options(c.id), func(o wizard.Option) bool { return o.Value == c.v }) {
			d = d.With(c.id, flow.Entry{Text: c.v})
		}
	}
	return d
}

// From every channel and pay method to every other and back: what does not
// apply in between is parked and not sent, and everything comes back.
func TestSwitchingBackAndForthKeepsEverything(t *testing.T) {
	all := append(pairs(), pairsV2()...)
	for _, from := range all {
		here := from.full(t).Go("mode")
		for _, to := range all {
			if from.sdk != to.sdk && (from.channel.Mode != to.channel.Mode || to.others() || from.others()) {
				continue // what changes besides the version is seen in one version
			}
			there := to.to(here)
			if a := there.Answers(); a.SDK != to.sdk || a.Mode != to.channel.Mode || a.Module != to.channel.Module || a.Type != to.channel.Type {
				t.Fatalf("%s to %s: answers %s", from.name(), to.name(), answers.JSON(a))
			}
			away := there.Parked()
			for _, q := range here.Editable() {
				parked := slices.ContainsFunc(away, func(p flow.Parked) bool { return p.Question.ID == q.ID && p.Entry.Equal(here.Entry(q.ID)) })
				empty := here.Entry(q.ID).Equal(flow.Entry{})
				if !there.Applies(q.ID) && !parked && !empty {
					t.Errorf("%s to %s: %s is neither asked nor parked", from.name(), to.name(), q.ID)
				}
			}
			for _, f := range judged(there) {
				if f.State == wizard.StateFound && f.Severity == wizard.SeverityError && missing(there, f.Path) {
					t.Errorf("%s to %s: %s at %s", from.name(), to.name(), f.Rule, f.Path)
				}
			}
			back := from.to(there)
			if got, want := string(answers.JSON(back.Answers())), string(answers.JSON(here.Answers())); got != want {
				t.Fatalf("%s to %s and back\n got %s\nwant %s", from.name(), to.name(), got, want)
			}
			for _, q := range here.Editable() {
				if !back.Entry(q.ID).Equal(here.Entry(q.ID)) || !back.Applies(q.ID) {
					t.Errorf("%s to %s and back: %s is %+v, was %+v", from.name(), to.name(), q.ID, back.Entry(q.ID), here.Entry(q.ID))
				}
			}
			was := names(here)
			for _, id := range names(back) {
				if id != "pay_method" && id != "type" && id != "sdk" && !slices.Contains(was, id) { // those were chosen elsewhere
					t.Errorf("%s to %s and back leaves %s parked", from.name(), to.name(), id)
				}
			}
		}
	}
}

// missing reports whether an error is about something that nobody was asked.
func missing(d flow.Draft, path string) bool {
	for _, asked := range d.Editable() {
		q, _ := d.Question(asked.ID)
		for _, p := range q.Params {
			if path == "params."+p || strings.HasPrefix(path, "params."+p+".") || path == "setup."+p {
				return false
			}
		}
	}
	return true
}

func names(d flow.Draft) (all []string) {
	for _, p := range d.Parked() {
		all = append(all, p.Question.ID+p.Option.Value)
	}
	return all
}

func TestParkedAnswersSayWhy(t *testing.T) {
	way := map[string]string{
		"extrascard_direct/another pay method": "결제수단을 고르세요: 신용카드", "period/billing": "결제방식을 고르세요: [결제창] 일반결제, [결제창] 에스크로 결제, [결제창] 해외결제",
		"period/no extras":   "더 필요한 것만 고르세요: 서비스 제공 기간",
		"pay_method/billing": "결제방식을 고르세요: [결제창] 일반결제, [결제창] 에스크로 결제", "console_steps/live": "연동 모드를 고르세요: 테스트 연동",
	}
	card, _ := walk(t, flow.Guided(), said{"extras": picked("card_direct", "period"), "console_steps": picked("login")})
	cases := []struct {
		name, id, v string
		parked      map[string]string // by question and option, a word of the reason
	}{
		{"another pay method", "pay_method", "trans", map[string]string{
			"extrascard_direct": "실시간 계좌이체", "card_direct_code": "실시간 계좌이체", "card_direct_quota": "실시간 계좌이체"}},
		{"billing", "type", "billing", map[string]string{"pay_method": "정기결제", "extrascard_direct": "정기결제", "extrasperiod": "정기결제",
			"card_direct_code": "정기결제", "card_direct_quota": "정기결제", "period": "정기결제", "console_steps": "정기결제", "channel_name": "정기결제"}},
		{"the old module", "module", "smartro", map[string]string{"type": "구모듈", "sdk": "구모듈", "extrascard_direct": "구모듈",
			"card_direct_code": "구모듈", "card_direct_quota": "구모듈", "console_steps": "구모듈", "channel_name": "구모듈"}},
		{"no extras", "extras", "", map[string]string{"card_direct_code": "추가 설정", "card_direct_quota": "추가 설정", "period": "추가 설정"}},
		{"live", "mode", "live", map[string]string{"console_steps": "실연동", "channel_name": "실연동"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := card.With(c.id, typed(c.v))
			got := map[string]bool{}
			for _, p := range d.Parked() {
				at := p.Question.ID + p.Option.Value
				got[at] = true
				if want := way[at+"/"+c.name]; want != "" && p.Way(text.Ko) != want {
					t.Errorf("%s: the way back is %q, want %q", at, p.Way(text.Ko), want)
				}
				if why := p.Why(text.Ko); c.parked[at] == "" || !strings.Contains(why, c.parked[at]) {
					t.Errorf("%s: %q, want a word of %q", at, why, c.parked[at])
				}
			}
			for at := range c.parked {
				if !got[at] {
					t.Errorf("%s is not parked", at)
				}
			}
			again(t, d)
		})
	}
}

// Another channel of the console is not there because the first one is, and
// its key is not taken for granted.
func TestAnotherChannelIsAskedAnew(t *testing.T) {
	d, _ := walk(t, flow.Guided(), said{"console_steps": picked("login", "save"), "channel_name": typed("가게 일반")})
	live := d.With("mode", typed("live"))
	if e := live.Entry("console_steps"); len(e.Picked) > 0 {
		t.Errorf("ticks of the test channel count for the live one: %v", e.Picked)
	}
	if got := live.Entry("channel_name").Text; got != "스마트로 일반결제" {
		t.Errorf("proposes %q", got)
	}
	if live.Confirmed("channel_key") || live.Confirmed("channel_ready") || live.Entry("channel_key").Text != key {
		t.Errorf("key confirmed %t, ready %t, %+v", live.Confirmed("channel_key"), live.Confirmed("channel_ready"), live.Entry("channel_key"))
	}
	test := live.With("mode", typed("test"))
	if !test.Confirmed("channel_key") || test.Entry("channel_name").Text != "가게 일반" || len(test.Entry("console_steps").Picked) != 2 {
		t.Errorf("back again: %+v", test.Entry("console_steps"))
	}
	other := live.With("channel_key", typed(key[:len(key)-1]+"0")).With("mode", typed("test"))
	if other.Confirmed("channel_key") {
		t.Error("another key passes for the one that was confirmed")
	}
}

func TestAResidentNumberIsNotTaken(t *testing.T) {
	d, _ := walk(t, flow.Guided(), said{"pay_method": typed("trans"), "extras": picked("cash_receipt")})
	for _, typedNumber := range []string{resident, "9001011234567", " 900101 1234567 "} {
		no := d.Go("cash_receipt_id").With("cash_receipt_id", typed(typedNumber))
		ps := no.Problems("cash_receipt_id", today, text.Ko)
		if no.Entry("cash_receipt_id").Text != "" || len(ps) == 0 || !strings.Contains(ps[0].Finding.Message, "주민등록번호") {
			t.Errorf("%q stands as %+v: %+v", typedNumber, no.Entry("cash_receipt_id"), ps)
		}
	}
	if e := d.With("cash_receipt_id", typed("1234567890123")).Entry("cash_receipt_id"); e.Text == "" {
		t.Error("a card number is taken for a resident number")
	}
	o := flow.Open(decoded(t, strings.Replace(strings.Replace(whole, "method: card", "method: trans", 1), "  amount",
		"  bypass: {cashReceiptType: personal, customerIdentifier: \""+resident+"\"}\n  amount", 1)))
	if raw := string(answers.JSON(o.Answers())); strings.Contains(raw, resident) || o.Place() != "cash_receipt_id" {
		t.Errorf("at %q with %s", o.Place(), raw)
	}
}

func TestLettersForBothModes(t *testing.T) {
	live := flow.GoLive().With("type", typed("billing")).With("channel_name", typed("가게 정기"))
	if got := live.Letter(text.Ko); !strings.Contains(got, "ssp Mall ID") || !strings.Contains(got, "연동 모드: 실연동") || !strings.Contains(got, "가게 정기") {
		t.Errorf("letter:\n%s", got)
	}
	for _, p := range append(pairs(), pairsV2()...) {
		d := p.to(flow.Guided())
		for _, l := range text.Langs {
			letter := d.Letter(l)
			for _, item := range d.Items("console_steps") {
				letter += item.Text.In(l)
			}
			if strings.ContainsAny(letter, "{}") || p.channel.MID != "" && strings.Count(letter, p.channel.MID) != 2 {
				t.Errorf("%s:\n%s", p.name(), letter)
			}
		}
	}
}
