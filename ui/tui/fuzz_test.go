package tui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/draft"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/text"
)

// strokes are what a walk is made of: a byte of the fuzzer's each.
var strokes = []string{"enter", "enter", "enter", "enter", "esc", "tab", "up", "down", "down", "left", "right", "home", "end",
	"pgdown", "pgup", "backspace", "delete", "space", "ctrl+y", "ctrl+z", "ctrl+u", "ctrl+w", userCode, "홍길동", "o", "s", "e", "r",
	"m", "p", "t", "c", "a", "v", "1", "2", "3", "4", "5", "6", "l", "x", "0", channelKey, "010-1234-5678", "/back", "777"}

var ctrlStrokes = []rune{'l', 'g', 'o', 't', 'x', 'ㅣ', 'ㅎ'}

var pastes = []string{channelKey, userCode, "\x1b[31m", "한\u1112\u1161\u11ab\n", strings.Repeat("가", 5000), "\xff\xfe", "SW1.x",
	"\u202e'\"`${</script>", strings.Repeat("a1B2", 30)}

// stroke carries out one byte: a key, a paste, a size, a click or the wheel.
func (d *driver) stroke(b, more byte) {
	n := int(b)
	switch {
	case n < 4*len(strokes):
		d.press(strokes[n%len(strokes)])
	case n < 4*len(strokes)+16:
		d.paste(pastes[n%len(pastes)])
	case n < 4*len(strokes)+32:
		d.ctrl(ctrlStrokes[n%len(ctrlStrokes)])
	case n%3 == 0:
		d.size(1+int(more)%160, 1+int(more)/5)
	case n%3 == 1:
		d.send(tea.MouseClickMsg{X: int(more) % d.m.lay.w, Y: int(more) % d.m.lay.h, Button: tea.MouseLeft})
	default:
		d.wheel([]tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown}[n&1], int(more)%d.m.lay.w, int(more)%d.m.lay.h)
	}
}

// FuzzWalk does anything anywhere. Nothing panics, no screen is wider than the
// pane, what was confirmed is in the saved work, the answers load again, and
// the preview is what generate writes.
func FuzzWalk(f *testing.F) {
	f.Add([]byte{0, 22, 0, 43, 0, 44, 0, 24, 7, 0, 0})
	f.Add([]byte{7, 0, 0, 22, 0, 43, 0, 0, 0, 0, 200, 190, 220, 10, 180, 3})
	f.Add([]byte("walks of people who try every key"))
	f.Fuzz(func(t *testing.T, walk []byte) {
		t.Chdir(t.TempDir()) // a walk may save its code
		store := storeIn(t)
		d := drive(t, Config{Store: store}, 80, 24, paid()...)
		for i, b := range walk[:min(len(walk), 200)] {
			d.stroke(b, walk[(i+1)%len(walk)])
			d.fits()
			if t.Failed() {
				t.Fatalf("at stroke %d of %v", i, walk)
			}
		}
		answersLoad(t, d)
		previewIsGenerated(t, d)
		keepsConfirmed(t, d, store)
	})
}

// answersLoad writes the answers as a file and reads them again.
func answersLoad(t *testing.T, d *driver) {
	t.Helper()
	if !d.m.begun {
		return
	}
	a := d.m.draft.Answers()
	file := answers.YAML(a)
	got, found := answers.Decode("answers.yaml", file, text.Ko)
	if i := slices.IndexFunc(found, func(f wizard.Finding) bool { return f.Severity == wizard.SeverityError }); i >= 0 {
		t.Errorf("the answers do not load: %s\n%s", found[i].Message, file)
	}
	if again := answers.YAML(got); string(again) != string(file) {
		t.Errorf("the answers change when they are read:\n%s\n%s", file, again)
	}
}

// previewIsGenerated compares the code beside the question with the output.
func previewIsGenerated(t *testing.T, d *driver) {
	t.Helper()
	if d.m.screen != onAsk || d.m.mask || d.m.unwritten != "" {
		return
	}
	out, err := snippets.Generate(d.m.draft.Answers(), d.m.target())
	if err != nil {
		t.Fatal(err)
	}
	want := fileOf(out.Files, d.m.ask.q.Params)
	if got := strings.Join(d.m.preview.raw, "\n") + "\n"; got != want.Body {
		t.Errorf("the preview differs from what generate writes: %s", firstDifference(got, want.Body))
	}
}

// keepsConfirmed compares the answers that were confirmed with the saved ones.
func keepsConfirmed(t *testing.T, d *driver, store *draft.Store) {
	t.Helper()
	if !d.m.begun || d.m.saver.session == nil {
		return
	}
	if err := d.m.saver.end(broken, d.m.draft); err != nil {
		t.Fatal(err)
	}
	session, saved, err := store.Resume(store.Unfinished()[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	for _, q := range d.m.draft.Questions() {
		if d.m.draft.Confirmed(q.ID) && !saved.Entry(q.ID).Equal(d.m.draft.Entry(q.ID)) {
			t.Errorf("%s was confirmed as %+v, saved as %+v", q.ID, d.m.draft.Entry(q.ID), saved.Entry(q.ID))
		}
	}
}
