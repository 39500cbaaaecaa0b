//go:build e2e

package tui

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"smartro-wizard/e2e/terminal"
)

// action opens the row of actions and takes the one that begins with words.
func action(p *terminal.Terminal, words string) {
	p.Keys("Tab")
	p.WaitFor("[")
	for range 30 {
		p.Rest()
		if strings.Contains(p.Screen(), "["+words) {
			break
		}
		p.Keys("Right")
	}
	p.WaitFor("[" + words)
	p.Keys("Enter")
}

// A has no login of the console and no server: the walk ends in code all the
// same, and in letters for whoever has them.
func TestStoryOfTheNewcomer(t *testing.T) {
	t.Parallel()
	p := start(t, flavour{}, 80, 24, folder(t))
	p.WaitFor("무엇을 할지 고르세요")
	p.Keys("Enter")
	p.WaitFor("고객사 식별코드를")
	p.Type(userCode)
	p.Keys("Enter")
	p.WaitFor("채널키를")
	action(p, "콘솔에 들어갈")
	p.WaitFor("채널 이름")
	p.Keys("Enter")
	p.WaitFor("전화번호를")
	p.Type(phone)
	p.Keys("Enter")
	p.WaitFor("코드를 만들었습니다")
	p.Keys("m")
	p.WaitFor("누구에게 보낼지")
	p.Keys("Enter")
	p.WaitFor("스마트로 테스트 채널 추가 부탁드립니다")
	p.WaitFor("t_2302141m")
	p.Keys("Escape")
	p.WaitFor("1 코드")
	p.Keys("4")
	p.WaitFor("결제 완료 확인 API 부탁드립니다")
	p.Keys("2")
	p.WaitFor("답에 따라 정해진 것")
	p.Keys("NPage")
	p.WaitFor("미리 알아 둘 것")
	p.Keys("1", "t", "t", "t")
	p.WaitFor("-t react")
	checkRows(t, p, 80)
}

// oldShop is the walk of B: billing, on a page that has PortOne's script, in
// EUC-KR.
var oldShop = []step{
	{sees: "무엇을 할지 고르세요", keys: []string{"Down", "Enter"}},
	{sees: "연동 모드를", keys: []string{"Enter"}},
	{sees: "결제 모듈을", keys: []string{"Enter"}},
	{sees: "결제방식을", keys: []string{"Down", "Enter"}},
	{sees: "정기결제용 MID를 따로", keys: []string{"Enter"}},
	{sees: "이 채널이 있는지", keys: []string{"Down", "Enter"}},
	{sees: "포트원 버전을", keys: []string{"Enter"}},
	{sees: "이 페이지에 포트원", keys: []string{"Down", "Enter"}},
	{"고객사 식별코드를", nil, userCode},
	{"채널키를", nil, channelKey},
	{sees: "주문번호를 어디서", keys: []string{"Down", "Enter"}},
	{sees: "주문번호 앞에", keys: []string{"Enter"}},
	{"주문명을", []string{"C-u"}, "정기구독 등록"},
	{sees: "결제금액(원)을", keys: []string{"Enter"}},
	{"전화번호를", nil, phone},
	{"구매자 이름을", nil, buyerName},
	{"이메일을", nil, "test@portone.io"},
	{"식별자(customer_id)", nil, "user1001"},
	{"카드 구분값", nil, "user1001card1"},
	{sees: "돌아올 주소를", keys: []string{"Enter"}},
	{sees: "더 필요한 것만", keys: []string{"Enter"}},
	{sees: "붙여 넣을 곳을", keys: []string{"Down", "Enter"}},
	{sees: "서버를 고르세요", keys: []string{"Enter"}},
	{sees: "문자 인코딩을", keys: []string{"Down", "Enter"}},
	{sees: "코드 설명을", keys: []string{"Enter"}},
}

// B adds billing to an old page of a shop, from the first screen on: ES5 in
// EUC-KR, without a second script and a second init.
func TestStoryOfTheOldShop(t *testing.T) {
	t.Parallel()
	home := folder(t)
	p := start(t, flavour{}, 80, 24, home)
	walk(p, oldShop, "")
	p.WaitFor("정기결제")
	p.Keys("3")
	p.WaitFor("점검표")
	p.Keys("5")
	p.WaitFor("customer_uid")
	checkRows(t, p, 80)
	p.Keys("s")
	p.WaitFor("저장할 폴더를")
	p.Rest()
	p.Keys("C-u")
	out := filepath.Join(home, "shop")
	p.Type(out)
	p.Keys("Enter")
	p.WaitFor("저장했습니다")
	saved, err := filepath.Glob(filepath.Join(out, "*"))
	if err != nil || len(saved) == 0 {
		t.Fatalf("nothing was saved: %v\n%s", err, p.Screen())
	}
	code, err := os.ReadFile(saved[0])
	if err != nil {
		t.Fatal(err)
	}
	if utf8.Valid(code) {
		t.Error("the file is no EUC-KR")
	}
	for _, unwanted := range []string{"=>", "IMP.init(", "iamport.js"} {
		if strings.Contains(string(code), unwanted) {
			t.Errorf("code to be set into an ES5 page holds %s", unwanted)
		}
	}
}

// C opens a customer's share code on a screen that the customer sees, changes
// an answer and sends the new code back.
func TestStoryOfTheSupport(t *testing.T) {
	t.Parallel()
	first := start(t, flavour{}, 120, 40, folder(t))
	walk(first, quick, "")
	first.Keys("2")
	first.WaitFor("같은 코드를 다시 만드는 명령")
	code := ""
	for part := range strings.FieldsSeq(strings.ReplaceAll(first.Screen(), "\n", " ")) {
		if strings.HasPrefix(part, "SW1.") && len(part) > len(code) && !strings.Contains(part, "...") {
			code = part
		}
	}
	first.Close()
	p := start(t, flavour{env: []string{"SMARTRO_WIZARD_MASK=1"}}, 80, 24, folder(t))
	p.WaitFor("무엇을 할지 고르세요")
	p.Keys("Up", "Enter")
	p.WaitFor("SW1.")
	p.Type(code)
	p.Rest()
	p.Keys("Enter")
	p.WaitFor("코드를 만들었습니다")
	hidden := func() {
		t.Helper()
		if screen := p.Screen(); strings.Contains(screen, userCode) || strings.Contains(screen, channelKey) {
			t.Errorf("a value is shown where values are masked:\n%s", screen)
		}
	}
	hidden()
	p.Keys("e")
	p.WaitFor("고칠 답을 고르세요")
	for range 20 {
		p.Rest()
		if strings.Contains(p.Screen(), "> 결제금액") {
			break
		}
		p.Keys("Down")
	}
	p.Keys("Enter")
	p.WaitFor("결제금액(원)을")
	p.Rest()
	p.Keys("C-u")
	p.Type("2000")
	p.Keys("Enter")
	p.WaitFor("amount: 2000")
	hidden()
	p.Keys("r")
	p.WaitFor("공유 코드")
	p.Keys("Enter")
	p.WaitFor("SW1.")
	hidden()
}

// opening is the walk of D.
var opening = []step{
	{sees: "무엇을 할지 고르세요", keys: []string{"Down", "Down", "Enter"}},
	{sees: "연동 모드를", keys: []string{"Enter"}},
	{sees: "카드사 심사가", keys: []string{"Up", "Enter"}},
	{sees: "결제 모듈을", keys: []string{"Enter"}},
	{sees: "결제방식을", keys: []string{"Enter"}},
	{sees: "이 채널이 있는지", keys: []string{"Down", "Enter"}},
	{sees: "포트원 버전을", keys: []string{"Enter"}},
	{sees: "이 페이지에 포트원", keys: []string{"Enter"}},
	{"고객사 식별코드를", nil, userCode},
	{"채널키를", nil, channelKey},
	{sees: "결제수단을", keys: []string{"Enter"}},
	{sees: "주문번호를 어디서", keys: []string{"Down", "Enter"}},
	{sees: "주문번호 앞에", keys: []string{"Enter"}},
	{"주문명을", []string{"C-u"}, orderName},
	{sees: "결제금액(원)을", keys: []string{"Enter"}},
	{"전화번호를", nil, phone},
	{"구매자 이름을", nil, buyerName},
	{"이메일을", nil, "test@portone.io"},
	{sees: "돌아올 주소를", keys: []string{"Enter"}},
	{sees: "더 필요한 것만", keys: []string{"Enter"}},
	{sees: "붙여 넣을 곳을", keys: []string{"Enter"}},
	{sees: "서버를 고르세요", keys: []string{"Enter"}},
	{sees: "문자 인코딩을", keys: []string{"Enter"}},
	{sees: "코드 설명을", keys: []string{"Enter"}},
}

// D goes live on Thursday: the screen says so everywhere, shows what changes
// and what to check, and opens nothing before the merchant code is typed.
func TestStoryOfGoingLive(t *testing.T) {
	t.Parallel()
	p := start(t, flavour{env: []string{"NO_COLOR=1"}}, 80, 24, folder(t))
	walk(p, opening, "")
	checkRows(t, p, 80)
	for _, at := range []struct{ key, sees string }{
		{"3", "콘솔에서 채널 추가"}, {"5", "sandbox"}, {"6", "다른 channelKey"}, {"o", "실제 결제입니다"},
	} {
		if at.key == "5" {
			p.Keys(at.key, "End")
		} else {
			p.Keys(at.key)
		}
		p.WaitFor(at.sees)
		p.WaitFor("실연동 (실제 결제)")
		checkRows(t, p, 80)
	}
	p.WaitFor("[실연동]에 저장한 주소")
	p.Type("imp99999999")
	p.Keys("Enter")
	p.WaitFor("고객사 식별코드와 다릅니다")
	p.Keys("Escape")
	p.WaitFor("6 실연동 차이")
}

// A later has a server of its own: page and server are chosen, read and saved
// together.
func TestStoryOfBothHalves(t *testing.T) {
	t.Parallel()
	home := folder(t)
	p := start(t, flavour{}, 80, 24, home)
	steps := slices.Clone(opening)
	steps[0].keys, steps[2] = []string{"Down", "Enter"}, step{sees: "결제 모듈을"}
	for i, s := range steps {
		switch s.sees {
		case "붙여 넣을 곳을": // React, which has no encoding
			steps[i].keys = []string{"Down", "Down", "Down", "Enter"}
		case "서버를 고르세요":
			steps[i].keys = []string{"Down", "Enter"}
		case "문자 인코딩을":
			steps[i] = step{sees: "서버에 더할 것만", keys: []string{"Space", "Enter"}}
		}
	}
	walk(p, steps, "")
	p.WaitFor("-t react,express")
	p.Keys("4")
	p.WaitFor("서버 코드]")
	p.WaitFor("server.js")
	p.Keys("s")
	p.WaitFor("저장할 폴더를")
	p.Rest()
	p.Keys("C-u")
	out := filepath.Join(home, "shop")
	p.Type(out)
	p.Keys("Enter")
	p.WaitFor("저장했습니다")
	checkRows(t, p, 80)
	var saved []string
	err := filepath.WalkDir(out, func(path string, e fs.DirEntry, err error) error {
		saved = append(saved, filepath.Base(path))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"PayButton.tsx", "server.js", "orders.js", ".env.example"} {
		if !slices.Contains(saved, want) {
			t.Errorf("%s is not among what was saved: %v", want, saved)
		}
	}
}
