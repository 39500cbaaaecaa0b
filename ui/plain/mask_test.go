package plain_test

import (
	"bytes"
	"strings"
	"testing"

	"smartro-wizard/ui/plain"
	"smartro-wizard/wizard/share"
)

// What is typed stands in the terminal, but nothing says it again to those who
// look at the same screen. Code that goes to a file is whole.
func TestMaskedConversationRepeatsNothing(t *testing.T) {
	const tel = "010-5555-6666" // the other one is an example
	typed := []string{userCode, key, tel}
	lines := []string{"2", "", "", "", "", "1,2, 3", "", "", "", "t_2302141m", "고치기", userCode, "뒤로", userCode, key, "", "2", "", "사과 한 상자",
		"1,004", "고치기", "", "", tel, "목록", "", "나중에", "", "", "0", "", "", "", ""}
	for _, screen := range []bool{false, true} {
		got := talk(t, plain.Config{Mask: true, Screen: screen}, lines...)
		if got.draft.Place() != "" || got.err != nil {
			t.Fatalf("not at the result but at %q: %v\n%s", got.draft.Place(), got.err, got.said)
		}
		var said bytes.Buffer
		for line := range strings.Lines(got.said) {
			if !strings.HasPrefix(line, "> ") { // what was typed
				said.WriteString(line)
			}
		}
		for _, v := range typed {
			if strings.Contains(said.String(), v) {
				t.Errorf("it says %s again:\n%s", v, said.String())
			}
			if in := strings.Contains(got.code, v); in == screen && v != tel {
				t.Errorf("on a screen: %t, %s in the code: %t", screen, v, in)
			}
		}
		if code := share.Code(got.draft.Answers(), false); strings.Contains(said.String(), code) {
			t.Error("it says a share code that anybody can read")
		}
	}
}
