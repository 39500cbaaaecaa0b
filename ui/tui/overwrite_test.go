package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Before a file of the person is overwritten all that would change can be
// read, also where the screen has no room for it.
func TestTheWholeDifferenceCanBeRead(t *testing.T) {
	t.Chdir(t.TempDir())
	d := drive(t, Config{}, 80, 24)
	d.quick().press("s", "enter")
	d.sees("저장했습니다")
	file := filepath.Join("smartro-code", "payment.html")
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	mine := strings.ReplaceAll(string(raw), "const ", "var ")
	if err := os.WriteFile(file, []byte(mine), 0o600); err != nil {
		t.Fatal(err)
	}
	d.press("s", "enter")
	d.sees("이미 있는 파일입니다")
	d.sees("줄은 Tab을 누르면")
	d.press("tab", "end")
	d.sees("바뀌는 줄은 위에 있고")
	d.press("pgup")
	d.sees("+  ")
	d.press("esc", "enter") // keep it is what Enter takes
	if got, _ := os.ReadFile(file); string(got) != mine {
		t.Error("the file was changed")
	}
	d.press("s", "enter", "down", "enter")
	d.sees("smartro-code-2")
	d.press("ctrl+u", "smartro-code", "enter", "down", "down", "enter")
	d.sees("저장했습니다")
	if got, _ := os.ReadFile(file); string(got) != string(raw) {
		t.Error("the file was not replaced")
	}
}

func TestAnEarlierAnswerIsChangedFromAQuestion(t *testing.T) {
	d := drive(t, Config{}, 80, 24)
	d.press("down", "enter", "enter", "enter", "enter", "tab")
	for !strings.Contains(d.screen(), "[답 고치기]") {
		d.press("right")
	}
	d.press("enter")
	d.sees("고칠 답을 고르세요")
	d.press("enter")
	d.sees("연동 모드를 고르세요")
	d.press("enter")
	d.sees("이 채널이 있는지") // and on where the person was
}
