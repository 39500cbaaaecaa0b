package tui

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/draft"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

// strokes are what a walk is made of: a byte of the fuzzer's each.
var strokes = []string{"enter", "enter", "enter", "enter", "esc", "tab", "up", "down", "down", "left", "right", "home", "end",
	"pgdown", "pgup", "backspace", "delete", "space", "ctrl+y", "ctrl+z", "ctrl+u", "ctrl+w", userCode, "홍길동", "o", "s", "e", "r",
	"m", "p", "t", "c", "a", "v", "1", "2", "3", "4", "5", "6", "l", "x", "0", channelKey, "010-1234-5678", "/back", "777", "f",
	"w", "b", "?", "IMP.init('imp10000001')", notFound}

var ctrlStrokes = []rune{'l', 'g', 'o', 't', 'x', 'ㅣ', 'ㅎ'}

var pastes = []string{channelKey, userCode, storeID, "\x1b[31m", "한\u1112\u1161\u11ab\n", strings.Repeat("가", 5000), "\xff\xfe", "SW1.x",
	"\u202e'\"`${</script>", strings.Repeat("a1B2", 30), notFound, shopPage, shopPage, shopPage + "\x1b[2J\x00\u202e\xff"}

// shopPage is code with a mark that has no way to the disk.
const shopPage = `<script src="https://cdn.iamport.kr/v1/iamport.js"></script><script>
document.querySelector("#check_module").onclick = () => {
  IMP.init("imp10000001");
  IMP.request_pay({ channelKey: "` + channelKey + `", pay_method: "card", merchant_uid: "order_" + Date.now(),
    name: "사과", amount: "1004", buyer_name: "김사과", buyer_tel: tel.value, m_redirect_url: "/done" }, (rsp) => { if (rsp.success) done(); });
};
</script>`

// stroke carries out one byte: a key, a paste, a size, a click or the wheel.
func (d *driver) stroke(b, more byte) {
	n := int(b)
	switch {
	case n < 4*len(strokes):
		d.press(strokes[n%len(strokes)])
	case n < 4*len(strokes)+16:
		s := pastes[n%len(pastes)]
		if !d.m.deskOn() {
			s = strings.ReplaceAll(s, "check_module", "answer") // what is pasted into a question is an answer
		}
		d.paste(s)
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
// pane, no stroke takes an answer away from where the person is not, what was
// confirmed is in the saved work, the answers load again, and the preview is
// what generate writes.
func FuzzWalk(f *testing.F) {
	f.Add([]byte{0, 0, 22, 0, 43, 0, 44, 0, 24, 7, 0, 0})
	f.Add([]byte{1, 7, 0, 0, 22, 0, 43, 0, 0, 0, 0, 200, 190, 220, 10, 180, 3})
	f.Add([]byte{23, 7, 0, 0, 22, 0, 43, 0, 0, 0, 0, 200, 190, 220, 10, 180, 3})
	f.Add([]byte{64, 46, 0, 46, 0, 46, 19, 5, 0, 25, 3, 3, 0})
	f.Add([]byte{192, 6, 3, 0, 49, 0, 0, 5, 6, 49, 0, 50, 200, 210, 213, 0, 4, 4, 4})
	f.Add([]byte{224, 53, 0, 9, 4, 10, 6, 209, 0, 4})
	f.Add([]byte("walks of people who try every key"))
	f.Fuzz(func(t *testing.T, walk []byte) {
		if len(walk) == 0 {
			return
		}
		t.Chdir(t.TempDir()) // a walk may save its code
		strolls(t, walk[0], walk[1:min(len(walk), 201)])
	})
}

// strolls is one walk with all that has to hold on its way.
func strolls(t *testing.T, from byte, walk []byte) {
	t.Helper()
	store := storeIn(t)
	d := begun(t, from, store)
	before := heldBy(t, d)
	for i, b := range walk {
		d.stroke(b, walk[(i+1)%len(walk)])
		d.fits()
		after := heldBy(t, d)
		losesNothing(t, before, after)
		if before = after; t.Failed() {
			t.Fatalf("at stroke %d of %d %v", i, from, walk)
		}
	}
	answersLoad(t, d)
	previewIsGenerated(t, d)
	keepsConfirmed(t, d, store)
	if disk := onDisk(t, Config{Store: store}); strings.Contains(disk, "check_module") {
		at := strings.Index(disk, "check_module")
		t.Errorf("pasted code is on the disk: %.300q", disk[max(at-100, 0):])
	}
}

// begun is a screen as a byte says: how large, in which language and signs,
// masked or not, and where the walk begins.
func begun(t *testing.T, b byte, store *draft.Store) *driver {
	t.Helper()
	c := Config{Store: store, Lang: bothLangs[b&1], ASCII: b&2 != 0, Mask: b&4 != 0}
	size := sizes[b>>3&3]
	switch b >> 5 {
	case 1:
		c.Draft = draftOf(flow.Guided())
	case 2:
		c.Draft = opened(t, "  pay_method: trans\n  currency: USD\n  buyer_name: 홍길동\n")
	case 3:
		c.Draft = draftOf(reach(t, "customer_uid"))
	case 4:
		c.Draft = draftOf(reach(t, "live_review"))
	case 5:
		c.Draft = draftOf(reach(t, "skin_color"))
	case 6:
		if b&8 == 0 {
			c.Draft = openedV2(t)
			break
		}
		return drive(t, c, size[0], size[1], failed(notFound, "pg-config-not-found")...).checked(shopPage)
	case 7:
		if b&8 == 0 {
			c.Draft = draftOf(reach(t, "vbank_bank"))
			break
		}
		return drive(t, c, size[0], size[1], failed(notFound, "")...).words()
	}
	return drive(t, c, size[0], size[1], paid()...)
}

func draftOf(d flow.Draft) *flow.Draft { return &d }

// held is what a draft holds, by the place where it is kept.
type held struct {
	start   string
	entries map[string]string
}

func heldBy(t *testing.T, d *driver) held {
	t.Helper()
	if !d.m.begun {
		return held{}
	}
	raw, err := d.m.draft.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var s struct {
		Start   string
		Entries map[string]json.RawMessage
		Parked  map[string]json.RawMessage
		Ticks   map[string]json.RawMessage
		Opened  json.RawMessage
	}
	if err := json.Unmarshal(raw, &s); err != nil {
		t.Fatal(err)
	}
	h := held{fmt.Sprintf("%s %p", s.Start, d.m.saver), map[string]string{}}
	for _, part := range []map[string]json.RawMessage{s.Entries, s.Parked, s.Ticks} {
		for slot, e := range part {
			h.entries[slot] = string(e)
		}
	}
	return h
}

// mostChanged is what one stroke may change: a field, and the one that a value
// was moved to. A mend of opened answers may take its value out besides.
const mostChanged = 3

// losesNothing allows a stroke to change what it is about and nothing else. Who
// begins or opens something else has another draft.
func losesNothing(t *testing.T, before, after held) {
	t.Helper()
	if before.start == "" || after.start != before.start {
		return
	}
	var changed []string
	for slot, e := range before.entries {
		if after.entries[slot] != e {
			changed = append(changed, slot+": "+e+" became "+after.entries[slot])
		}
	}
	if len(changed) > mostChanged {
		t.Errorf("one stroke changed %d answers:\n%s", len(changed), strings.Join(changed, "\n"))
	}
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

// previewIsGenerated compares the code beside the question, and that of the
// result, with the output.
func previewIsGenerated(t *testing.T, d *driver) {
	t.Helper()
	if !d.m.begun || d.m.screen == onFirst || d.m.mask || d.m.unwritten != "" {
		return
	}
	a := d.m.draft.Answers()
	a.Options.Targets = d.m.wantedTargets()
	if d.m.screen != onAsk {
		if got := d.m.result.out.Files; len(got) > 0 {
			out, err := snippets.Generate(a, d.m.target())
			if err != nil || out.Files[0].Body != got[0].Body {
				t.Errorf("the result differs from what generate writes: %v", err)
			}
		}
		return
	}
	out, err := snippets.Generate(a, d.m.previewed())
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
