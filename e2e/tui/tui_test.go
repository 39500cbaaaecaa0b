//go:build e2e

package tui

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"smartro-wizard/e2e/terminal"
)

const (
	userCode   = "imp00000000"
	channelKey = "channel-key-00000000-0000-4000-8000-000000000000"
	phone      = "010-1234-5678"
	orderName  = "사과 한 상자 외 1건"
	buyerName  = "홍길동"
)

var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "smartro-wizard")
	if err != nil {
		panic(err)
	}
	program = filepath.Join(dir, "smartro-wizard")
	build := exec.Command("go", "build", "-tags", "e2e", "-o", program, "smartro-wizard")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "build the program: %v\n%s", err, out)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// flavour is one kind of terminal.
type flavour struct {
	name string
	env  []string
	args []string
}

var flavours = []flavour{
	{name: "plain environment"},
	{name: "ko_KR.UTF-8", env: []string{"LANG=ko_KR.UTF-8"}},
	{name: "NO_COLOR", env: []string{"NO_COLOR=1"}},
	{name: "ASCII set", args: []string{"--ascii"}},
}

// folder is for one program's state. A program that the end of a test takes
// by surprise may still write there, so nobody waits for it to be empty.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "state")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// start runs the program with its state in a folder of its own.
func start(t *testing.T, f flavour, cols, rows int, state string) *terminal.Terminal {
	t.Helper()
	env := append([]string{"HOME=" + state, "XDG_STATE_HOME=" + state, "LC_CTYPE=C.UTF-8"}, f.env...)
	return terminal.Start(t, cols, rows, env, append([]string{program}, f.args...)...)
}

// step waits for a question, presses keys and types an answer.
type step struct {
	sees string
	keys []string
	text string
}

var quick = []step{
	{sees: "무엇을 할지 고르세요", keys: []string{"Enter"}},
	{"고객사 식별코드를", nil, userCode},
	{"채널키를", nil, channelKey},
	{"전화번호를", nil, phone},
}

var guided = []step{
	{sees: "무엇을 할지 고르세요", keys: []string{"Down", "Enter"}},
	{sees: "연동 모드를", keys: []string{"Enter"}},
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

// walk takes the steps and stops before the Enter of the one at stop, if any.
func walk(p *terminal.Terminal, steps []step, stop string) {
	for _, s := range steps {
		p.WaitFor(s.sees)
		if len(s.keys) > 0 {
			p.Keys(s.keys...)
		}
		if s.text == "" {
			continue
		}
		if len(s.keys) > 0 {
			p.Rest()
		}
		p.Type(s.text)
		if s.sees == stop {
			p.Rest()
			return
		}
		p.Keys("Enter")
	}
	p.WaitFor("코드를 만들었습니다")
}

func checkRows(t *testing.T, p *terminal.Terminal, cols int) {
	t.Helper()
	for y, row := range strings.Split(p.Screen(), "\n") {
		if w := ansi.StringWidth(row); w > cols {
			t.Errorf("row %d is %d cells wide in a pane of %d: %q", y, w, cols, row)
		}
	}
}

// checkCursor wants the real cursor right after the typed text.
func checkCursor(t *testing.T, p *terminal.Terminal, text string) {
	t.Helper()
	x, y, shown := p.Cursor()
	row := strings.Split(p.Screen(), "\n")[y]
	before, _, found := strings.Cut(row, text)
	if !found || !shown {
		t.Errorf("the cursor is in row %d, %q, shown %v; want it after %q", y, row, shown, text)
		return
	}
	if want := ansi.StringWidth(before + text); x != want {
		t.Errorf("the cursor is at %d,%d, want column %d, after %q", x, y, want, text)
	}
}

func TestWalks(t *testing.T) {
	for _, f := range flavours {
		for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}} {
			t.Run(fmt.Sprintf("%s %dx%d", f.name, size[0], size[1]), func(t *testing.T) {
				t.Parallel()
				for _, steps := range [][]step{quick, guided} {
					p := start(t, f, size[0], size[1], folder(t))
					walk(p, steps, "")
					checkRows(t, p, size[0])
				}
			})
		}
	}
}

var chain = [][2]int{{120, 40}, {80, 24}, {40, 12}, {39, 9}, {120, 40}}

// TestResizeChain resizes in the middle of typed Hangul and on the result, and
// compares each screen with one of a program that had that size from the start.
func TestResizeChain(t *testing.T) {
	for _, f := range flavours {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			for _, at := range []struct{ stop, text string }{{"주문명을", orderName}, {"구매자 이름을", buyerName}, {}} {
				p := start(t, f, chain[0][0], chain[0][1], folder(t))
				walk(p, guided, at.stop)
				for _, size := range chain {
					fresh := start(t, f, size[0], size[1], folder(t))
					tiny := size[0] < 40
					if tiny {
						fresh.WaitFor("40x10")
					} else {
						walk(fresh, guided, at.stop)
					}
					p.Resize(size[0], size[1])
					p.WaitScreen(fresh.Screen())
					p.Rest()
					checkRows(t, p, size[0])
					if at.text != "" && !tiny {
						checkCursor(t, p, at.text)
					}
					fresh.Close()
				}
			}
		})
	}
}
