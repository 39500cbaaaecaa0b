package tui

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/ui/caret"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

// customer is a page as a customer sends one: sixty lines with what is usual in them.
func customer(t testing.TB) string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "customer.html"))
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// desk goes to the paste box, words to the other entry.
func (d *driver) desk() *driver { return d.press("home", "down", "down", "down", "enter") }

func (d *driver) words() *driver { return d.press("home", "down", "down", "down", "down", "enter") }

// checked pastes a code and has it checked.
func (d *driver) checked(code string) *driver { return d.desk().paste(code).press("enter") }

func TestFromAPasteToFindingsToTheWizardAndBack(t *testing.T) {
	for _, size := range sizes {
		d := drive(t, Config{}, size[0], size[1])
		d.desk().paste(customer(t))
		d.sees("60줄")
		d.press("enter")
		d.sees("가정: V1, 신모듈, 일반결제, 테스트")
		d.sees("창이 안 열리는 것")
		d.sees("신모듈은 최신")
		before := d.screen()
		d.press("enter").sees("1 / ")
		d.press("esc", "w")
		d.sees("가져가는 것")
		d.press("enter")
		if !d.m.begun || d.m.deskOn() {
			t.Fatalf("the wizard did not begin:\n%s", d.screen())
		}
		a := d.m.draft.Answers()
		if a.UserCode != "imp10000001" || a.Params.Get("buyer_name").Text() != "김사과" || a.Params.Get("amount").Kind() != value.String {
			t.Errorf("the wizard began with %+v", a)
		}
		d.press("tab", "right", "enter")
		if got := d.screen(); got != before {
			t.Errorf("back again shows\n%s\nit was\n%s", got, before)
		}
		d.press("w", "enter")
		if d.m.deskOn() || !d.m.begun {
			t.Error("the walk does not go on where it was left")
		}
		for range 30 {
			if d.m.deskOn() {
				break
			}
			d.press("esc")
		}
		d.sees("신모듈은 최신")
		d.press("esc").sees("60줄")
		d.press("esc").sees("이어서 하기")
		d.desk() // 코드 점검 again: what was found is still there
		d.sees("신모듈은 최신")
	}
}

func TestWrongValuesOfTheCodeAreSaidInTheWizard(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.checked(customer(t)).press("w", "enter")
	for _, want := range map[string]string{"amount": "문자열", "m_redirect_url": "http"} {
		found := false
		for _, r := range d.m.draft.Refusals("2026-11-21", text.Ko) {
			found = found || strings.Contains(r.Finding.Message, want)
		}
		if !found {
			t.Errorf("nobody is told of %s", want)
		}
	}
}

// leaves are ways out of the desk.
var leaves = map[string][]string{
	"box":     {},
	"found":   {"enter"},
	"finding": {"enter", "enter"},
	"take":    {"enter", "w"},
	"begun":   {"enter", "w", "enter"},
	"words":   {"enter", "x"},
}

const secretKey = "aB3dEfGh1jKlMnOpQrStUvWxYz0123456789aB3dEfGh1jKlMnOpQrStUvWxYz01"

func TestPastedCodeIsNeverOnTheDisk(t *testing.T) {
	code := strings.Replace(customer(t), `name: "사과`, `imp_secret: "`+secretKey+`", custom_data: "`+secretKey+`", name: "사과`, 1)
	for name, way := range leaves {
		t.Run(name, func(t *testing.T) {
			c := Config{Store: storeIn(t)}
			d := drive(t, c, 80, 24)
			d.desk().paste(code).press(way...)
			d.misses("aB3dEfGh")
			d.run(d.m.save())
			d.press("ctrl+c")
			d.m.lastWords(false)
			if disk := onDisk(t, c); strings.Contains(disk, "check_module") || strings.Contains(disk, "aB3dEfGh") || strings.Contains(disk, "주문서") {
				t.Errorf("the code is on the disk:\n%s", disk)
			}
		})
	}
}

func TestMaskHidesTheCode(t *testing.T) {
	for name, way := range leaves {
		if name == "begun" {
			continue // the wizard's own mask
		}
		for _, size := range sizes {
			d := drive(t, Config{Mask: true}, size[0], size[1])
			d.desk().paste(customer(t)).press(way...)
			for range 14 {
				for _, hidden := range []string{"김사과", "apple@shop", "imp10000001", "강남구"} {
					d.misses(hidden)
				}
				d.press("down")
			}
		}
	}
	d := drive(t, Config{Mask: true}, 80, 24)
	d.checked(customer(t)).press("c")
	if len(d.copied) != 1 || !strings.Contains(d.copied[0], "imp10000001") && !strings.Contains(d.copied[0], "김사과") {
		t.Error("the copy is not the real report")
	}
}

// sgr are the colours that the screen is drawn with, and the mark of the caret.
var sgr = regexp.MustCompile(`\x1b\[[0-9;]*m`)

func clean(t *testing.T, d *driver) {
	t.Helper()
	d.fits()
	for _, r := range sgr.ReplaceAllString(d.m.View().Content, "") {
		if r != '\n' && safe.Hidden(r) {
			t.Fatalf("the screen holds %U:\n%q", r, d.screen())
		}
	}
}

func TestHostilePastes(t *testing.T) {
	evil := "\x1b[2J\x1b]0;x\x07\u202e\u2066\x00\x9b31m\xff\xfe" + caret.Mark + "\u200b"
	for name, code := range map[string]string{
		"alone":       evil,
		"in values":   strings.ReplaceAll(customer(t), "사과", evil),
		"in names":    `IMP.request_pay({ "` + evil + `": 1, pay_method: "` + evil + `", merchant_uid: "a_` + evil + `", amount: "1" }, f)`,
		"in comments": "// " + evil + "\nIMP.init('" + evil + "'); IMP.request_pay({ pg: '" + evil + "', pay_method: 'card' })",
		"brackets":    "IMP.request_pay(" + strings.Repeat("(", 100_000),
		"lines":       strings.Repeat("IMP.request_pay({ amount: '1', merchant_uid: 'a_b', pay_method: 'card' }, f)\n", 400),
		"a path":      "/tmp/" + evil + ".html",
	} {
		t.Run(name, func(t *testing.T) {
			for _, size := range sizes {
				d := drive(t, Config{}, size[0], size[1])
				d.desk().paste(code)
				clean(t, d)
				for _, k := range []string{"enter", "down", "enter", "right", "end", "esc", "w", "end", "esc", "esc", "x"} {
					d.press(k)
					clean(t, d)
				}
				d.words().paste(code)
				clean(t, d)
				d.press("enter")
				clean(t, d)
			}
		})
	}
}

func TestLargePastesAreAnsweredOrRefused(t *testing.T) {
	line := "IMP.request_pay({ amount: '1', merchant_uid: 'a_b', pay_method: 'card' }, f); /* " + strings.Repeat("x", 5<<20) + " */"
	for name, code := range map[string]string{"one line of 5 MB": line, "10 MB": customer(t) + strings.Repeat("<!-- 사과 한 상자를 주문합니다 -->\n", (10<<20-len(customer(t)))/46)} {
		t.Run(name, func(t *testing.T) {
			d := drive(t, Config{}, 80, 24)
			d.desk()
			start := time.Now()
			d.paste(code)
			d.m.View()
			d.press("left", "up", "a", "backspace", "end")
			d.m.View()
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("the box took %v", took)
			}
			d.press("enter")
			clean(t, d)
			if d.m.desk.busy || len(d.m.desk.found) == 0 {
				t.Errorf("it was not answered:\n%s", d.screen())
			}
		})
	}
	d := drive(t, Config{}, 80, 24)
	d.desk().paste(strings.Repeat("a", 11<<20))
	d.sees("10MB까지")
	d.sees("0줄")
}

func TestAFileIsReadByItsName(t *testing.T) {
	file := filepath.Join(t.TempDir(), "주문서.html")
	if err := os.WriteFile(file, []byte(customer(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	d := drive(t, Config{}, 120, 40)
	d.checked(file).sees("신모듈은 최신")
	d.press("w").sees("imp10000001")
	d.press("esc", "esc").sees("주문서.html") // the name stays in the box
	d.press("tab", "right", "right", "enter").paste(filepath.Dir(file)).press("enter").sees("폴더입니다")
	d.press("tab", "right", "right", "enter").paste("none.html").press("enter").sees("그런 파일이 없습니다")
}

func TestWhatHasNoPaymentIsSaid(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.desk().press("enter").sees("붙여 넣거나")
	d.paste("let a = 1\n").press("enter").sees("찾지 못했습니다")
	d.sees("let a = 1")
	d.press("tab", "right", "enter").sees("0줄")
	d.press("ctrl+z").sees("let a = 1")
	other := drive(t, Config{}, 80, 24)
	other.checked("fetch('https://api.iamport.kr/payments/imp_123')").press("w").sees("가져갈 답이 없습니다")
}

func TestTheAssumptionIsTheirs(t *testing.T) {
	d := drive(t, Config{}, 120, 40)
	d.checked("IMP.request_pay({ channelKey: '" + channelKey + "', pay_method: 'card', merchant_uid: 'a1', amount: 100, name: 'a' }, f)")
	d.sees("신모듈(추정), 일반결제(추정), 테스트 연동(추정)")
	d.press("m")
	d.sees("어느 채널의 코드인지")
	for !strings.Contains(d.screen(), "> 실연동, 신모듈, 정기결제") {
		if d.press("down"); strings.Contains(d.screen(), "> 코드에서") {
			t.Fatal("no such channel is offered")
		}
	}
	d.press("enter").sees("가정: V1, 신모듈, 정기결제, 실연동")
	d.press("w").sees("실연동, 신모듈, 정기결제")
	d.press("esc", "m", "home", "enter").sees("신모듈(추정)")
}

func TestTheReportIsCopiedAndSaved(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.checked(customer(t)).press("c")
	t.Chdir(t.TempDir())
	if len(d.copied) != 1 || !strings.Contains(d.copied[0], "merchant_uid: \"order_\"") || !strings.Contains(d.copied[0], "오류 ") {
		t.Errorf("copied %q", d.copied)
	}
	d.press("enter", "c")
	if len(d.copied) != 2 || len(d.copied[1]) >= len(d.copied[0]) {
		t.Error("one finding is not copied alone")
	}
	d.press("esc", "s").sees("저장할 폴더를")
	d.press("enter").sees("저장했습니다")
	saved, err := os.ReadFile(reportName)
	if err != nil || string(saved) != d.copied[0] {
		t.Errorf("saved %v\n%s", err, saved)
	}
}

func TestTheLanguageOfTheFindings(t *testing.T) {
	d := drive(t, Config{}, 120, 40)
	d.checked(customer(t)).press("down", "down")
	d.ctrl('l').sees("The window does not open")
	d.sees("> error")
	d.press("esc").sees("Paste the code")
	d.ctrl('l').sees("점검할 코드를")
	d.press("enter").sees("창이 안 열리는 것")
}

func TestKeysOfATerminalThatMarksNoPaste(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	clock := noon
	d.m.world.now = func() time.Time { clock = clock.Add(time.Millisecond); return clock }
	d.desk()
	for _, r := range "IMP.init('imp1')\rlet a\r" {
		if r == '\r' {
			d.press("enter")
		} else {
			d.press(string(r))
		}
	}
	if got := d.m.desk.box.Text(); got != "IMP.init('imp1')\nlet a\n" {
		t.Errorf("the box holds %q", got)
	}
	clock = clock.Add(time.Second)
	d.press("enter").sees("가정")
}

func TestAReadingThatIsLateIsLetGo(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.desk().paste(customer(t))
	_, slow := d.m.Update(namedKeys["enter"])
	d.press("esc")
	d.sees("무엇을 할지")
	d.run(slow)
	d.sees("무엇을 할지")
	d.press("enter").sees("60줄")
}

func TestClickOnFindings(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.checked(customer(t)).clickOn("amount는 문자열이").sees("> 오류  32줄")
	d.clickOn("amount는 문자열이").sees("/ ")
	if d.m.desk.face != faceFinding {
		t.Error("a second click does not open it")
	}
	top := d.m.desk.body.top
	if d.wheel(tea.MouseWheelDown, 5, 9); len(d.m.desk.body.lines) > d.m.desk.body.rows && d.m.desk.body.top == top {
		t.Error("the wheel does not scroll")
	}
	d.press("esc", "esc")
	if d.m.View().MouseMode != tea.MouseModeNone {
		t.Error("the paste box takes the click that pastes")
	}
}

func TestEveryFaceHasItsKeys(t *testing.T) {
	for f, keys := range helpKeys {
		for _, k := range keys {
			if text.Of(text.Ko, "desk."+k[1]) == "" {
				t.Errorf("face %d: %s has no sentence", f, k[0])
			}
		}
	}
	d := drive(t, Config{}, 80, 24)
	d.checked(customer(t)).press("?").sees("이 화면의 키")
	d.press("esc", "enter", "?").sees("앞뒤 결과를")
	d.press("esc", "esc", "esc", "?")
	if got := d.m.desk.box.Text(); !strings.HasSuffix(got, "?") {
		t.Error("a question mark is no text in the box")
	}
}

func TestEveryChannelCanBeAssumed(t *testing.T) {
	for _, c := range wizard.Channels() {
		d := drive(t, Config{}, 80, 24)
		d.m.desk.given = wizard.Setup{Mode: c.Mode, Module: c.Module, Type: c.Type}
		d.checked(customer(t))
		d.press("w", "enter")
		if got := d.m.draft.Answers(); d.m.begun && got.Type != c.Type {
			t.Errorf("%s became %s", c.Type, got.Type)
		}
	}
}

func TestCodeOfV2BecomesAnswersOfV2(t *testing.T) {
	d := drive(t, Config{}, 120, 40)
	d.checked(`PortOne.requestPayment({ storeId: "store-00000000-0000-4000-8000-000000000000", channelKey: "` + channelKey + `",
  paymentId: "payment-" + Date.now(), orderName: "사과", totalAmount: "1004", currency: "CURRENCY_KRW", payMethod: "CARD" });`)
	d.sees("가정: V2")
	d.press("w").sees("store-00000000")
	d.press("enter")
	if a := d.m.draft.Answers(); !d.m.begun || a.SDK != wizard.V2 || a.StoreID == "" || a.Params.Get("orderName").Text() != "사과" || !a.Params.Get("storeId").IsAbsent() {
		t.Errorf("the wizard began with %+v:\n%s", a, d.screen())
	}
}
