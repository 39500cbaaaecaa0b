package tui

import (
	"flag"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/ui/testpage"
	"smartro-wizard/wizard/flow"
)

func TestQuickStartReachesTheWindow(t *testing.T) {
	d := drive(t, Config{}, 80, 24, paid()...)
	d.quick()
	d.sees("코드를 만들었습니다")
	d.press("o")
	d.sees("채널키를 어느 목록에서 복사했는지 고르세요")
	if d.press("enter"); len(d.opened) > 0 {
		t.Fatal("Enter opened a window before a list was chosen")
	}
	d.press("down", "enter")
	d.sees("1,004원이 실제로 출금됩니다")
	d.press("enter")
	d.sees("http://127.0.0.1:4000/page/token")
	d.sees("imp_123456789012")
	d.sees("아래 값을 보세요")
	if want := []string{"http://127.0.0.1:4000/door/token"}; !slices.Equal(d.opened, want) {
		t.Errorf("opened %q, want %q", d.opened, want)
	}
	d.press("esc")
	d.sees("[x] 결제창 열림   [x] PC 결과")
	d.press("o")
	d.misses("어느 목록에서") // once for each key
}

func TestChangedAnswerGetsAPageOfItsOwn(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.quick()
	open := &fakePage{events: paid()}
	d.m.after.server = open
	d.press("e", "down", "down", "down", "down", "down", "down", "enter", "ctrl+u").paste("imp99999999").press("enter")
	d.sees("코드를 만들었습니다")
	if got := d.m.draft.Answers().UserCode; got != "imp99999999" {
		t.Errorf("the merchant code is %q", got)
	}
	if d.m.after.server != nil || !open.closed {
		t.Error("the page of the answers before is still served")
	}
}

func TestUnsureOfTheKeyOpensNothing(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.quick().press("o", "up", "enter")
	d.sees("[테스트]")
	if len(d.opened) > 0 || d.m.after.server != nil {
		t.Errorf("opened %q", d.opened)
	}
}

func TestMissingValuesAreAskedBeforeTheWindow(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.press("enter", userCode, "enter")
	for !strings.Contains(d.lines()[d.m.lay.footer], "[나중에") {
		if d.press("tab"); d.m.actions == nil {
			t.Fatal("no way to leave the key for later")
		}
		for i := 0; i < 9 && !strings.HasPrefix(d.m.actions.all[d.m.actions.at].label, "나중에"); i++ {
			d.press("right")
		}
	}
	d.press("enter", "010-1234-5678", "enter")
	d.sees("코드를 만들었습니다")
	d.press("o")
	d.sees("채널키를 붙여 넣으세요")
	d.sees("이 값이 있어야")
}

func TestBackFromAnInvalidField(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.press("enter", userCode, "enter", "imp12345678", "enter")
	d.sees("고친 뒤에")
	d.press("esc")
	d.sees(userCode)
	d.press("enter")
	d.sees("imp12345678") // what was typed stays
}

func TestWrongBoxMovesWithOneKeyAndBack(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.press("enter", userCode, "enter", "imp87654321", "ctrl+y")
	d.sees(`userCode: "imp87654321"`)
	d.press("ctrl+z")
	d.sees(`userCode: "` + userCode + `"`)
	d.sees("> imp87654321")
}

func TestPasteIsDataAndPressesNoButton(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.paste("\r\n\rl\x03q")
	d.sees("무엇을 할지 고르세요")
	d.press("enter").paste("imp00000000\r\n\r\n")
	d.sees("고객사 식별코드를 입력하세요")
	d.sees("줄바꿈")
	d.press("ctrl+z") // the text as it was pasted, its line ends drawn by name
	d.sees("imp00000000^M^J")
	d.press("ctrl+z")
	if got := d.m.ask.field.line.Value(); got != "" {
		t.Errorf("after undoing all the field holds %q", got)
	}
	d.quickOn().press("o").paste("\n\n")
	if len(d.opened) > 0 || d.quit {
		t.Error("a paste opened the window or ended the program")
	}
}

func TestSecretLeavesNoTrace(t *testing.T) {
	secret := strings.Repeat("a1B2", 30)
	d := drive(t, Config{}, 80, 24)
	d.press("enter").paste(secret)
	d.misses("a1B2")
	d.sees("비밀값으로 보여")
	d.press("ctrl+z")
	d.misses("a1B2")
}

func TestHangulKeysDoWhatLatinKeysDo(t *testing.T) {
	pairs := []struct {
		latin, hangul string
		at            func(*driver)
	}{
		{"l", "ㅣ", func(*driver) {}},
		{"j", "ㅓ", func(*driver) {}},
		{"o", "ㅐ", func(d *driver) { d.quick() }},
		{"s", "ㄴ", func(d *driver) { d.quick() }},
		{"r", "ㄱ", func(d *driver) { d.quick() }},
		{"e", "ㄷ", func(d *driver) { d.quick() }},
		{"m", "ㅡ", func(d *driver) { d.quick() }},
		{"p", "ㅔ", func(d *driver) { d.quick() }},
		{"x", "ㅌ", func(d *driver) { d.quick().press("3") }},
		{"c", "ㅊ", func(d *driver) { d.quick() }},
	}
	for _, p := range pairs {
		t.Run(p.latin, func(t *testing.T) {
			var seen [2]string
			for i, k := range []string{p.latin, p.hangul} {
				d := drive(t, Config{}, 80, 24)
				p.at(d)
				before := d.screen()
				if seen[i] = d.press(k).screen(); seen[i] == before {
					t.Errorf("%s did nothing", k)
				}
			}
			if seen[0] != seen[1] {
				t.Errorf("%s and %s differ:\n%s\n%s", p.latin, p.hangul, seen[0], seen[1])
			}
		})
	}
}

func TestCopyAndCommand(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.quick().press("c")
	if len(d.copied) != 1 || !strings.Contains(d.copied[0], channelKey) || !strings.HasSuffix(d.copied[0], "</html>\n") {
		t.Errorf("copied %d texts: %.80q", len(d.copied), d.copied)
	}
	d.sees("코드 payment.html: 복사했습니다.")
	if got := d.m.result.command; !strings.HasPrefix(got, "smartro-wizard generate --from SW1.") || !strings.HasSuffix(got, " -t html") {
		t.Errorf("command is %q", got)
	}
}

func TestMaskHidesValuesAndKeepsTheCopyWhole(t *testing.T) {
	d := drive(t, Config{Mask: true}, 120, 40)
	d.press("enter", userCode)
	d.misses(userCode)
	d.press("enter", channelKey)
	d.misses(channelKey)
	d.press("enter", "010-1234-5678")
	d.misses("010-1234-5678")
	d.press("enter")
	d.misses(channelKey)
	if d.press("c"); len(d.copied) != 1 || !strings.Contains(d.copied[0], channelKey) {
		t.Error("the copy is not the real code")
	}
}

func TestEveryConfirmedAnswerIsOfferedAgain(t *testing.T) {
	store := storeIn(t)
	d := drive(t, Config{Store: store}, 80, 24)
	d.press("enter", userCode, "enter", channelKey, "enter", "010-1234")
	if err := d.m.saver.end(broken, d.m.draft); err != nil { // the process is gone, its lock with it
		t.Fatal(err)
	}
	again := drive(t, Config{Store: store}, 80, 24)
	again.sees("멈춘 작업 1개")
	again.press("up", "up", "enter")
	again.sees("이어서 할 작업을 고르세요")
	again.misses(userCode)
	again.press("enter")
	again.sees("구매자 전화번호를 입력하세요")
	again.press("esc")
	again.sees(`userCode: "` + userCode)
	again.sees(channelKey)
}

func TestLeavingKeepsTheWork(t *testing.T) {
	for _, store := range []bool{true, false} {
		c := Config{}
		if store {
			c.Store = storeIn(t)
		}
		d := drive(t, c, 80, 24)
		d.press("enter", userCode, "enter", "esc", "esc")
		d.sees("멈춘 작업 1개")
		d.press("up", "up", "enter")
		if store {
			d.press("enter")
		}
		d.sees(userCode)
	}
}

func TestShareCodeOpensTheSameScreen(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.quick()
	want := d.screen()
	d.press("r", "down", "enter") // with the buyer
	code := d.copied[len(d.copied)-1]
	other := drive(t, Config{}, 80, 24)
	other.press("end", "enter").paste(code[:20] + "\n  " + code[20:])
	other.press("enter")
	if got := other.screen(); got != want {
		t.Errorf("the share code opens\n%s\nwant\n%s", got, want)
	}
	bad := drive(t, Config{}, 80, 24)
	bad.press("up", "enter").paste(code[:len(code)-4]).press("enter")
	bad.sees("잘렸거나")
	bad.press("ctrl+u").paste("imp00000000").press("enter")
	bad.sees("공유 코드가 아닙니다")
}

func TestMendFromASymptom(t *testing.T) {
	events := paid()
	events[len(events)-1].Verdict = testpage.VerdictError
	events[len(events)-1].Symptom = "no-such-symptom"
	d := drive(t, Config{}, 80, 24, events...)
	d.quick().press("o", "down", "enter", "enter")
	d.misses("아래 값을 보세요")
	d.press("e")
	d.sees("고칠 답을 고르세요")
}

// resizes is the way of the acceptance line.
var resizes = [][2]int{{120, 40}, {80, 24}, {40, 12}, {39, 9}, {120, 40}, {60, 16}, {80, 24}}

func TestResizeChainEqualsFreshStart(t *testing.T) {
	for _, scene := range scenes {
		t.Run(scene.name, func(t *testing.T) {
			walker := drive(t, Config{}, resizes[0][0], resizes[0][1], paid()...)
			scene.do(walker)
			for _, size := range resizes {
				walker.size(size[0], size[1])
				walker.fits()
				fresh := drive(t, Config{}, size[0], size[1], paid()...)
				if size[0] >= minWidth {
					scene.do(fresh)
				} else {
					fresh.size(80, 24)
					scene.do(fresh)
					fresh.size(size[0], size[1])
				}
				if got, want := walker.screen(), fresh.screen(); got != want {
					t.Fatalf("after the way to %dx%d\n%s\nfresh\n%s", size[0], size[1], got, want)
				}
				if got, want := cursorText(walker), cursorText(fresh); got != want {
					t.Fatalf("at %dx%d %s, fresh %s", size[0], size[1], got, want)
				}
			}
		})
	}
}

func TestHangulCursorStandsAfterTheLastSyllable(t *testing.T) {
	named := flow.Guided().Go("order_name")
	for _, size := range sizes {
		d := drive(t, Config{Draft: &named}, size[0], size[1])
		d.press("ctrl+u", "사과 한 상자 외 1건")
		c := d.cursor()
		if c == nil {
			t.Fatal("no cursor in a text field")
		}
		before, found := "", false
		if before, _, found = strings.Cut(d.lines()[c.Y], "외 1건"); !found {
			t.Fatalf("row %d is %q", c.Y, d.lines()[c.Y])
		}
		if want := width(before + "외 1건"); c.X != want {
			t.Errorf("%v: cursor at %d, want %d", size, c.X, want)
		}
	}
}

// How many walks TestRandomWalk takes, and the first of them.
var (
	walks = flag.Uint64("walks", 12, "how many random walks")
	first = flag.Uint64("walk", 0, "the first random walk")
)

// TestRandomWalk takes a few of the walks that FuzzWalk looks for.
func TestRandomWalk(t *testing.T) {
	for seed := *first; seed < *first+*walks; seed++ {
		r := rand.New(rand.NewPCG(seed, 1))
		t.Chdir(t.TempDir()) // a walk may save its code
		walk := make([]byte, 150)
		for i := range walk {
			walk[i] = byte(r.IntN(256))
		}
		if strolls(t, byte(seed*21), walk); t.Failed() { // a few walks begin everywhere
			t.Fatalf("walk %d", seed)
		}
	}
}
