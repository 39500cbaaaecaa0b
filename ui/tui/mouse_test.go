package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/wizard/flow"
)

// clickOn clicks the first cell in which the text stands.
func (d *driver) clickOn(s string) *driver {
	d.t.Helper()
	for y, line := range d.lines() {
		if before, _, found := strings.Cut(line, s); found {
			d.send(tea.MouseClickMsg{X: width(before), Y: y, Button: tea.MouseLeft})
			return d
		}
	}
	d.t.Fatalf("nothing to click says %q:\n%s", s, d.screen())
	return d
}

func (d *driver) wheel(b tea.MouseButton, x, y int) *driver {
	d.send(tea.MouseWheelMsg{X: x, Y: y, Button: b})
	return d
}

func TestClickChoosesAndOnceMoreGoesOn(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}} {
		d := drive(t, Config{}, size[0], size[1])
		d.clickOn("골라서").sees("> 골라서")
		d.clickOn("골라서").misses("무엇을 할지")
	}
}

func TestClickTicks(t *testing.T) {
	at := flow.Guided().Go("extras")
	d := drive(t, Config{Draft: &at}, 80, 24)
	d.clickOn("서비스 제공 기간").sees("[x] 서비스 제공 기간")
	d.clickOn("서비스 제공 기간").sees("[ ] 서비스 제공 기간")
}

func TestClickOnTabsAndActions(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.quick().clickOn("2 할 일").sees("[2 할 일")
	d.press("tab").clickOn("공유 코드")
	if d.m.side == nil || d.m.side.ask.q.ID != "share_buyer" {
		t.Errorf("the action was not taken:\n%s", d.screen())
	}
}

func TestWheelScrolls(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.wheel(tea.MouseWheelDown, 5, 9).sees("> 골라서")
	d.quickFromFirst().wheel(tea.MouseWheelDown, 5, 12)
	top := d.m.result.pages[tabCode].top
	if d.wheel(tea.MouseWheelUp, 5, 12); d.m.result.pages[tabCode].top != top-wheelRows {
		t.Errorf("top %d after %d", d.m.result.pages[tabCode].top, top)
	}
}

func (d *driver) quickFromFirst() *driver { return d.press("up").quick() }

func TestMouseStaysTheTerminals(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	mode := func() tea.MouseMode { return d.m.View().MouseMode }
	if mode() == tea.MouseModeNone {
		t.Error("no mouse on a list")
	}
	d.press("enter")
	if mode() != tea.MouseModeNone {
		t.Error("a text field takes the click that pastes")
	}
	d.quickOn()
	d.send(tea.MouseMotionMsg{X: 3, Y: 9, Button: tea.MouseLeft})
	if mode() != tea.MouseModeNone {
		t.Error("a drag does not give the mouse back")
	}
	d.sees("Ctrl+X")
	if d.ctrl('ㅌ'); mode() == tea.MouseModeNone {
		t.Error("Ctrl+X does not take the mouse again")
	}
}

// A form is one screen: its fields are reached by a click, as far as the
// fields between let one through.
func TestClickGoesToAFieldOfTheForm(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {80, 24}} {
		at := reach(t, "order_name")
		d := drive(t, Config{Draft: &at}, size[0], size[1])
		if d.m.View().MouseMode == tea.MouseModeNone {
			t.Fatalf("no mouse where a field can be clicked:\n%s", d.screen())
		}
		place := func(want string) {
			t.Helper()
			if got := d.m.draft.Place(); got != want {
				t.Fatalf("at %q, want %q:\n%s", got, want, d.screen())
			}
		}
		d.press("사과").clickOn("금액")
		place("amount")
		d.clickOn("주문명")
		place("order_name")
		d.sees("사과")
		for range 20 {
			d.press("backspace")
		}
		d.clickOn("금액")
		place("order_name") // it has to be answered first
		d.send(tea.MouseClickMsg{X: 3, Y: 9, Button: tea.MouseRight})
		if d.m.View().MouseMode != tea.MouseModeNone {
			t.Error("the click that pastes does not give the mouse back")
		}
	}
}
