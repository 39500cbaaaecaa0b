//go:build e2e

package pictures

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"smartro-wizard/e2e/browser"
	"smartro-wizard/e2e/terminal"
)

var update = flag.Bool("update", false, "make the pictures and the captures behind them again")

const (
	cols, rows = 120, 36
	folder     = "../../assets/pictures"
)

// program builds what is pictured.
func program(t *testing.T) string {
	t.Helper()
	bin := filepath.Join(t.TempDir(), "smartro-wizard")
	if said, err := exec.Command("go", "build", "-o", bin, "../..").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, said)
	}
	return bin
}

func environment(t *testing.T) []string {
	home := t.TempDir()
	return []string{"HOME=" + home, "XDG_STATE_HOME=" + home, "LANG=ko_KR.UTF-8"}
}

// keep compares what is seen now with what stood there when the picture was
// made, or makes both again.
func keep(t *testing.T, name, seen string, picture func() []byte) {
	t.Helper()
	capture := filepath.Join("testdata", name+".txt")
	if *update {
		write(t, capture, []byte(seen))
		write(t, filepath.Join(folder, name+".png"), picture())
		return
	}
	before, err := os.ReadFile(capture)
	if err != nil {
		t.Fatal(err)
	}
	if seen != string(before) {
		t.Errorf("the picture %s is of another version: run make pictures. Now\n%s\nthen\n%s", name, seen, before)
	}
}

func write(t *testing.T, path string, body []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, body, 0o644); err != nil {
		t.Fatal(err)
	}
}

// camera is a run of the program whose screens are kept.
type camera struct {
	*terminal.Terminal
	t    *testing.T
	page *browser.Page
}

func start(t *testing.T) camera {
	pane := terminal.Start(t, cols, rows, environment(t), program(t))
	c := camera{pane, t, browser.Start(t).Page(t)}
	c.WaitFor("무엇을 할지 고르세요")
	return c
}

func (c camera) shoot(name string) {
	c.t.Helper()
	c.Rest()
	seen := c.Coloured()
	x, y, shown := c.Cursor()
	var cursor *point
	if shown {
		cursor = &point{x, y}
	}
	keep(c.t, name, seen, func() []byte { return draw(c.t, c.page, seen, cols, rows, cursor) })
}

// TestCheck pastes a customer's page and keeps the findings.
func TestCheck(t *testing.T) {
	code, err := os.ReadFile(filepath.Join("..", "..", "ui", "tui", "testdata", "customer.html"))
	if err != nil {
		t.Fatal(err)
	}
	c := start(t)
	c.Keys("Down", "Down", "Down", "Enter")
	c.WaitFor("점검할 코드를 붙여 넣으세요")
	c.Paste(string(code))
	c.WaitFor("줄을 받았습니다")
	c.Keys("Enter")
	c.WaitFor("가정")
	c.shoot("check")
}

// TestScreens walks the quick start and keeps its three screens of the README.
func TestScreens(t *testing.T) {
	pane := start(t)
	shoot := pane.shoot
	shoot("first")
	pane.Keys("Enter")
	pane.WaitFor("식별코드를 입력하세요")
	pane.Type("imp10000001")
	pane.Rest()
	pane.Keys("Enter")
	pane.WaitFor("채널키를 붙여 넣으세요")
	pane.Type("imp10000001")
	pane.WaitFor("고객사 식별코드입니다")
	shoot("question")
	pane.Keys("C-u")
	pane.Type("channel-key-00000000-0000-4000-8000-000000000000")
	pane.Rest()
	pane.Keys("Enter")
	pane.WaitFor("전화번호를 입력하세요")
	pane.Type("010-1234-5678")
	pane.Rest()
	pane.Keys("Enter")
	pane.WaitFor("코드를 만들었습니다")
	shoot("result")
}
