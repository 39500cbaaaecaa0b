package tui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard/flow"
)

// Page and server stand in tabs of their own, are copied file by file, and are
// saved together.
func TestBothHalves(t *testing.T) {
	t.Chdir(t.TempDir())
	d := drive(t, Config{}, 80, 24)
	d.both()
	d.sees("PayButton.tsx")
	d.press("4")
	d.sees("[4 서버 코드]")
	d.sees("server.js")
	d.press("c")
	d.sees("server.js: 복사했습니다.")
	d.press("end", "c")
	if last := d.copied[len(d.copied)-1]; last == d.copied[0] || !strings.Contains(d.screen(), d.m.codeName()) {
		t.Error("the file that is seen is not the one that is copied")
	}
	if !strings.HasSuffix(d.m.result.command, " -t react,express") {
		t.Errorf("the command is %q", d.m.result.command)
	}
	d.press("s", "enter")
	d.sees("저장했습니다")
	for _, f := range append(d.m.result.out.Files, d.m.result.server.Files...) {
		if raw, err := os.ReadFile(filepath.Join("smartro-code", f.Path)); err != nil || string(raw) != f.Body {
			t.Errorf("%s is not saved as it is shown: %v", f.Path, err)
		}
	}
	d.press("1", "t")
	if got := d.m.wantedTargets(); !slices.Contains(got, "express") {
		t.Errorf("another page is saved without the server: %v", got)
	}
}

// The preview shows the half that the question is about.
func TestThePreviewShowsTheServerWhereItIsAskedFor(t *testing.T) {
	at := reach(t, "server_parts")
	d := drive(t, Config{Draft: &at}, 120, 40)
	d.sees(".java")
	d.press("esc", "esc")
	d.sees("PayButton.tsx")
	d.misses(".java")
}

// Who has no server gets the letter for whoever has it.
func TestWithoutAServerThereIsALetter(t *testing.T) {
	at := reach(t, "server_target")
	d := drive(t, Config{Draft: &at}, 80, 24)
	for d.m.screen == onAsk {
		d.press("enter")
	}
	d.sees("4 서버 글")
	d.press("4")
	d.sees("[결제 완료 확인 API 부탁드립니다]")
	if e := d.m.draft.Entry("server_target"); e.Equal(flow.Entry{Text: "none"}) {
		t.Errorf("nobody chose %+v", e)
	}
}
