//go:build e2e

package tui

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"smartro-wizard/e2e/terminal"
)

// customer is the page that the screens' own tests read: sixty lines.
func customer(t *testing.T) string {
	t.Helper()
	code, err := os.ReadFile(filepath.Join("..", "..", "ui", "tui", "testdata", "customer.html"))
	if err != nil || strings.Count(string(code), "\n") != 60 {
		t.Fatalf("sixty lines are needed: %v", err)
	}
	return string(code)
}

var deskFlavours = []struct {
	flavour
	cols, rows                              int
	code, paste, got, found, taken, assumed string
	walk, back                              string
}{
	{flavour{}, 120, 40, "코드 점검", "점검할 코드를", "60줄을 받았습니다", "창이 안 열리는 것", "가져가는 것", "가정", "주문번호를 어디서", "점검 결과"},
	{flavour{}, 80, 24, "코드 점검", "점검할 코드를", "60줄을 받았습니다", "창이 안 열리는 것", "가져가는 것", "가정", "주문번호를 어디서", "점검 결과"},
	{flavour{args: []string{"--ascii"}}, 60, 16, "코드 점검", "점검할 코드를", "60줄을 받았습니다", "창이 안 열리는 것", "가져가는 것", "가정", "주문번호를 어디서", "점검 결과"},
	{flavour{}, 40, 12, "코드 점검", "점검할 코드를", "60줄을 받았습니다", "창이 안 열리는 것", "가져가는 것", "가정", "주문번호를 어디서", "점검 결과"},
	{flavour{args: []string{"--lang", "en"}}, 80, 24, "Check code", "Paste the code", "Got 60 lines", "The window does not open", "Taken", "Assumed", "order number", "Findings"},
}

// choose goes to an entry of the first screen.
func choose(p *terminal.Terminal, entry string) {
	for range 10 {
		p.Rest()
		if strings.Contains(p.Screen(), "> "+entry) {
			break
		}
		p.Keys("Down")
	}
	p.WaitFor("> " + entry)
	p.Keys("Enter")
}

// Sixty lines that a customer sent become findings, these a walk of the wizard,
// and from there it goes back to the same findings. Nothing of the code is on
// the disk.
func TestStoryOfAPaste(t *testing.T) {
	for _, f := range deskFlavours {
		t.Run(f.paste+" "+strings.Join(f.args, " "), func(t *testing.T) {
			t.Parallel()
			home := folder(t)
			p := start(t, f.flavour, f.cols, f.rows, home)
			choose(p, f.code)
			p.WaitFor(f.paste)
			p.Paste(customer(t))
			p.WaitFor(f.got)
			checkRows(t, p, f.cols)
			p.Type(buyerName)
			p.Rest()
			checkCursor(t, p, buyerName)
			p.Keys("C-z", "Enter")
			p.WaitFor(f.found)
			checkRows(t, p, f.cols)
			before := p.Screen()
			p.Keys("Down", "Enter")
			p.WaitFor("^^^^")
			checkCarets(t, p)
			p.Keys("Escape")
			p.WaitFor(f.assumed)
			p.Keys("Up", "w")
			p.WaitFor(f.taken)
			checkRows(t, p, f.cols)
			p.Keys("Enter")
			p.WaitFor(f.walk)
			action(p, f.back)
			p.WaitFor(f.found)
			p.WaitScreen(before)
			p.Keys("Escape")
			p.WaitFor("</html>")
			checkNowhere(t, home, "check_module")
		})
	}
}

// checkCarets wants the place marked under the order number's expression.
func checkCarets(t *testing.T, p *terminal.Terminal) {
	t.Helper()
	rows := strings.Split(p.Screen(), "\n")
	for y, row := range rows {
		at := strings.Index(row, "^^^^")
		if at < 0 || strings.TrimLeft(row[:at], " |") != "" {
			continue
		}
		if !strings.HasPrefix(rows[y-1][at:], `"order_"`) {
			t.Errorf("the place is marked at column %d:\n%s\n%s", at, rows[y-1], row)
		}
		return
	}
	t.Error("no place is marked")
}

// checkNowhere reads everything that the program left behind.
func checkNowhere(t *testing.T, dir, mark string) {
	t.Helper()
	_ = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		if raw, err := os.ReadFile(path); err == nil && strings.Contains(string(raw), mark) {
			t.Errorf("%s holds the code", filepath.Base(path))
		}
		return nil
	})
}

// The window refuses a payment; what the page reports is explained with one
// key, the question that mends it with another, and Escape leads back.
func TestStoryOfAnErrorOfThePage(t *testing.T) {
	t.Parallel()
	p := start(t, flavour{}, 80, 24, folder(t))
	walk(p, quick, "")
	p.Keys("o")
	p.WaitFor("어느 목록에서")
	p.Keys("Down", "Enter")
	p.WaitFor("실제로 출금됩니다")
	p.Keys("Enter")
	p.WaitFor("http://127.0.0.1:")
	refuse(t, pageAddress(t, p.Screen()), "등록된 PG 설정 정보가 없습니다.")
	p.WaitFor("X 오류 풀이")
	p.Keys("Home") // takes the sentence about the missing browser away
	p.WaitGone("브라우저를 열지 못했습니다")
	p.Rest()
	before := p.Screen()
	p.Keys("x")
	p.WaitFor("문구 일치")
	p.WaitFor("F500")
	checkRows(t, p, 80)
	p.Keys("Escape")
	p.WaitScreen(before)
	p.Keys("x")
	p.WaitFor("문구 일치")
	p.Keys("Enter")
	p.WaitFor("물어볼 것")
	p.Keys("e")
	p.WaitFor("채널키를")
}

func pageAddress(t *testing.T, screen string) string {
	t.Helper()
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/page/[A-Za-z0-9_-]+`).FindString(screen)
	if address == "" {
		t.Fatalf("no address of the page:\n%s", screen)
	}
	return address
}

// refuse does what the page does when the window refuses a payment.
func refuse(t *testing.T, page, message string) {
	t.Helper()
	root, err := url.Parse(page)
	if err != nil {
		t.Fatal(err)
	}
	origin := root.Scheme + "://" + root.Host
	send := func(method, to, body string) []byte {
		t.Helper()
		req, err := http.NewRequest(method, to, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		if method == http.MethodPost {
			req.Header.Set("Origin", origin)
			req.Header.Set("Content-Type", "application/json")
		}
		req.Header.Set("Sec-Fetch-Site", "same-origin")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		raw, _ := io.ReadAll(resp.Body)
		if resp.StatusCode != http.StatusOK {
			t.Fatalf("%s %s: %s %s", method, to, resp.Status, raw)
		}
		return raw
	}
	var attempt struct{ Token, Order string }
	if err := json.Unmarshal(send(http.MethodPost, page+"/attempt", `{"key_from":"test"}`), &attempt); err != nil {
		t.Fatal(err)
	}
	try := origin + "/try/" + attempt.Token
	send(http.MethodPost, try+"/event", `{"event":"window"}`)
	result, err := json.Marshal(map[string]any{"fields": map[string]string{"merchant_uid": attempt.Order, "error_code": "F500", "error_msg": message}})
	if err != nil {
		t.Fatal(err)
	}
	send(http.MethodPost, try+"/result", string(result))
}
