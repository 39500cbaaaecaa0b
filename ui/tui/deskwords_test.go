package tui

import (
	"strings"
	"testing"

	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard/value"
)

// failed are the events of a payment that the window refused.
func failed(message, symptom string) []testpage.Event {
	events := paid()
	last := &events[len(events)-1]
	last.Verdict, last.Symptom, last.Sure = testpage.VerdictError, symptom, symptom != ""
	last.Fields = value.ObjectOf(value.Field{Key: "error_code", Value: value.Text("F500")}, value.Field{Key: "error_msg", Value: value.Text(message)})
	return events
}

const notFound = "등록된 PG 설정 정보가 없습니다."

func TestWordsOfAnError(t *testing.T) {
	for _, size := range sizes {
		d := drive(t, Config{}, size[0], size[1])
		d.words().press("등록된 PZ 설정 정보가 업습니다")
		d.sees("비슷한")
		d.press("enter").sees("등록된 PG 설정 정보가 없습니다")
		d.press("esc", "ctrl+u").sees("콘솔, 서버")
		d.paste(notFound + "\n  (imp_uid: imp_123)\n").sees("문구 일치")
		d.press("ctrl+u").press("zzz qqq")
		d.sees("아는 문구가 아닙니다")
		d.sees("다섯 가지를")
		d.press("tab", "enter")
		if len(d.copied) != 1 || strings.Count(d.copied[0], "\n") != 5 {
			t.Errorf("copied %q", d.copied)
		}
		d.press("esc").sees("무엇을 할지")
	}
}

func TestFromAnErrorOfThePageAndBack(t *testing.T) {
	for _, size := range sizes {
		d := drive(t, Config{}, size[0], size[1], failed(notFound, "pg-config-not-found")...)
		d.quick().press("o", "down", "enter", "enter")
		before := d.screen()
		if size[0] >= 60 {
			d.sees("X 오류 풀이")
		}
		d.press("x").sees("정보가 없습니다")
		d.sees("문구 일치")
		d.press("enter").sees("원인")
		d.press("esc", "esc")
		if got := d.screen(); got != before {
			t.Errorf("back again shows\n%s\nit was\n%s", got, before)
		}
		d.press("x", "enter", "e").sees("채널키를")
	}
}

func TestWhatThePageSaysIsLookedUp(t *testing.T) {
	for name, e := range map[string]testpage.Event{
		"blocked script": {Kind: testpage.SDK, State: testpage.Blocked},
		"policy":         {Kind: testpage.Policy, Directive: "frame-src", Host: "pg.example"},
		"thrown":         {Kind: testpage.Closed, Why: testpage.WhyThrew, Message: "IMP is not defined"},
	} {
		d := drive(t, Config{}, 80, 24, e)
		d.quick().press("o", "down", "enter", "enter", "x")
		if d.m.desk.words.field.line.Value() == "" {
			t.Errorf("%s: nothing is looked up", name)
		}
	}
	d := drive(t, Config{}, 80, 24, paid()...)
	d.quick().press("o", "down", "enter", "enter").misses("오류 풀이")
}
