package tui

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/flow"
)

var update = flag.Bool("update", false, "rewrite the golden screens")

// sizes are the screens that the goldens hold.
var sizes = [][2]int{{120, 40}, {80, 24}, {60, 16}, {40, 12}}

// scenes are moments of a walk, each reached from a fresh start.
var scenes = []struct {
	name string
	do   func(*driver)
}{
	{"first", func(*driver) {}},
	{"help", func(d *driver) { d.press("tab") }},
	{"quick", func(d *driver) { d.press("enter") }},
	{"wrong-box", func(d *driver) { d.press("enter", userCode, "enter", "imp12345678") }},
	{"actions", func(d *driver) { d.press("enter", userCode, "enter", "imp12345678", "tab") }},
	{"moved", func(d *driver) { d.press("enter", userCode, "enter", "imp12345678", "ctrl+y") }},
	{"finding", func(d *driver) { d.press("enter", "imp1") }},
	{"refused", func(d *driver) { d.press("enter", userCode, "enter", "enter") }},
	{"explained", func(d *driver) { d.press("enter", "imp1", "tab", "enter") }},
	{"cleaned", func(d *driver) { d.press("enter").paste(" imp0\u200b0000000\n") }},
	{"result", func(d *driver) { d.quick() }},
	{"todos", func(d *driver) { d.quick().press("2") }},
	{"checks", func(d *driver) { d.quick().press("3") }},
	{"server", func(d *driver) { d.quick().press("4") }},
	{"tests", func(d *driver) { d.quick().press("5") }},
	{"differences", func(d *driver) { d.quick().press("6") }},
	{"letters", func(d *driver) { d.quick().press("m") }},
	{"ticks", func(d *driver) { d.quick().press("3", "x") }},
	{"phone", func(d *driver) { d.quick().press("p") }},
	{"save", func(d *driver) { d.quick().press("s") }},
	{"edit", func(d *driver) { d.quick().press("e") }},
	{"key-check", func(d *driver) { d.quick().press("o") }},
	{"open", func(d *driver) { d.quick().press("o", "down", "enter") }},
	{"paid", func(d *driver) { d.quick().press("o", "down", "enter", "enter") }},
	{"letter", func(d *driver) { d.quick().press("m", "enter") }},
	{"share", func(d *driver) { d.quick().press("r", "enter") }},
	{"parked", func(d *driver) {
		d.run(d.m.begin(flow.Guided().With("channel_ready", flow.Entry{Text: "have"}).With("channel_name", flow.Entry{Text: "스마트로 테스트"}).
			With("extras", flow.Entry{Picked: []string{"skin_color"}}).With("skin_color", flow.Entry{Text: "BLUE"}).With("extras", flow.Entry{})))
		d.run(d.m.showParked())
	}},
	{"live-result", func(d *driver) { d.run(d.m.begin(flow.Open(liveAnswers()))) }},
	{"live-open", func(d *driver) { d.run(d.m.begin(flow.Open(liveAnswers()))); d.press("o", userCode[:4]) }},
	{"difference", func(d *driver) {
		d.elsewhere(func() {
			d.quick().press("s", "enter")
			file := filepath.Join("smartro-code", "payment.html")
			raw, err := os.ReadFile(file)
			if err == nil {
				err = os.WriteFile(file, []byte(strings.Replace(string(raw), "amount: 1004", "amount: 500", 1)), 0o600)
			}
			if err != nil {
				d.t.Fatal(err)
			}
			d.press("s", "enter")
		})
	}},
}

// elsewhere does something in a folder of its own, and comes back.
func (d *driver) elsewhere(do func()) {
	home, err := os.Getwd()
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Chdir(d.t.TempDir())
	do()
	d.t.Chdir(home)
}

func TestScenes(t *testing.T) {
	for _, scene := range scenes {
		t.Run(scene.name, func(t *testing.T) {
			golden(t, scene.name, func(c Config, w, h int) *driver {
				d := drive(t, c, w, h, paid()...)
				scene.do(d)
				return d
			})
		})
	}
}

// TestQuestions shows every question of the walk as it is reached, and the
// folder holds no screen of a question that is gone.
func TestQuestions(t *testing.T) {
	want := map[string]bool{}
	for _, q := range wizard.Questions() {
		if q.Stage == "start" || q.Stage == "result" {
			continue
		}
		want["question-"+q.ID+".txt"] = true
		t.Run(q.ID, func(t *testing.T) {
			at := reach(t, q.ID)
			golden(t, "question-"+q.ID, func(c Config, w, h int) *driver {
				c.Draft = &at
				d := drive(t, c, w, h)
				if q.ID == "server_parts" || q.ID == "java_level" || at.Answers().SDK == wizard.V2 {
					d.ctrl('o') // code that has goldens of its own
				}
				return d
			})
		})
	}
	files, err := filepath.Glob(filepath.Join("testdata", "question-*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !want[filepath.Base(file)] {
			t.Errorf("%s shows a question that is not asked", file)
		}
	}
}

// typedAt is what is typed at the questions that have no default.
var typedAt = map[string]string{
	"user_code": userCode, "channel_key": channelKey, "buyer_tel": "010-1234-5678", "order_id_fixed": "order20261121",
	"customer_id": "user1001", "customer_uid": "user1001card1", "digital": "true", "card_direct_code": "361",
	"cash_receipt_type": "personal", "cash_receipt_id": "01012345678", "tax_free": "100",
	"notice_url": "https://shop.example.com/portone-webhook", "confirm_url": "https://shop.example.com/portone-confirm",
	"custom_data": `{"cart":"A12"}`, "app_scheme": "myshop", "tier_code": "001", "buyer_name": "홍길동", "store_id": storeID, "vbank_bank": "088",
}

// ways are the answers that lead to a question which a usual card does not ask.
var ways = []map[string]string{
	{},
	{"extras": "tax_free,period,buyer_address,notice_url,confirm_url,custom_data,app_scheme,language,skin_color,goods_cnt,tier,card_direct"},
	{"order_id_source": "browser", "channel_ready": "have"},
	{"order_id_source": "fixed", "channel_ready": "ask"},
	{"mode": "live", "channel_ready": "have"},
	{"type": "billing", "extras": "no_password"},
	{"type": "api_keyin"},
	{"pay_method": "trans", "extras": "cash_receipt"},
	{"pay_method": "vbank"},
	{"pay_method": "phone"},
	{"sdk": "v2", "pay_method": "vbank", "extras": "vbank_direct,force_redirect"},
	{"sdk": "v2", "type": "overseas", "currency": "USD"},
	{"pay_method": "kakaopay"},
	{"channel_ready": "have", "channel_key": "-"},
	{"front_target": "react", "server_target": "spring"},
}

// reach walks to a question on the first way that leads there.
func reach(t *testing.T, id string) flow.Draft {
	t.Helper()
	for _, way := range ways {
		d := flow.Guided()
		for range 60 {
			at := d.Place()
			if at == id {
				return d
			}
			answered := d
			if said := cmp.Or(way[at], typedAt[at]); said == "-" {
				answered = d.Take(at, "pg")
			} else {
				if q, _ := wizard.QuestionOf(at); q.Kind == "multi" {
					d = d.With(at, flow.Entry{Picked: strings.FieldsFunc(said, func(r rune) bool { return r == ',' })})
				} else if said != "" {
					d = d.With(at, flow.Entry{Text: said})
				}
				answered, _ = d.Next()
			}
			if d = answered; d.Place() == at || d.Place() == "" {
				break
			}
		}
	}
	t.Fatalf("no way leads to %s", id)
	return flow.Draft{}
}

// golden compares a screen at every size, in both glyph sets and languages,
// with one file.
func golden(t *testing.T, name string, at func(c Config, w, h int) *driver) {
	t.Helper()
	var b strings.Builder
	for _, lang := range bothLangs {
		for _, ascii := range []bool{false, true} {
			for _, size := range sizes {
				d := at(Config{Lang: lang, ASCII: ascii}, size[0], size[1])
				d.fits()
				fmt.Fprintf(&b, "== %s %dx%d ascii=%v %s\n%s\n", lang, size[0], size[1], ascii, cursorText(d), trimmed(d.lines()))
			}
		}
	}
	compare(t, name, b.String())
}

func cursorText(d *driver) string {
	if c := d.cursor(); c != nil {
		return fmt.Sprintf("cursor=%d,%d", c.X, c.Y)
	}
	return "cursor=none"
}

func trimmed(lines []string) string {
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from %s; see the change with -update\n%s", name, file, firstDifference(got, string(want)))
	}
}

// firstDifference is the part where two texts part ways.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got  %q\n want %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("got %d lines, want %d", len(g), len(w))
}
