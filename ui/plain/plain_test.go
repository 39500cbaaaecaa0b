package plain_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"smartro-wizard/snippets"
	"smartro-wizard/ui/draft"
	"smartro-wizard/ui/plain"
	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/safe"
	"smartro-wizard/wizard/share"
	"smartro-wizard/wizard/text"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const (
	userCode = "imp12345678"
	storeID  = "store-01234567-89ab-cdef-0123-456789abcdef"
	key      = "channel-key-01234567-89ab-cdef-0123-456789abcdef"
	tel      = "010-1234-5678"
)

// script gives its lines one at a time and notes each where it is read.
type script struct {
	lines []string
	notes *bytes.Buffer
	rest  string // of a line that was longer than what was asked for
}

func (s *script) Read(p []byte) (int, error) {
	if s.rest == "" {
		if len(s.lines) == 0 {
			return 0, io.EOF
		}
		if s.notes != nil {
			s.notes.WriteString("> " + safe.Line(s.lines[0], 60) + "\n")
		}
		s.rest, s.lines = s.lines[0]+"\n", s.lines[1:]
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

// talked is what came of a conversation.
type talked struct {
	draft      flow.Draft
	err        error
	code, said string
}

func talk(t *testing.T, c plain.Config, lines ...string) talked {
	t.Helper()
	var out, said bytes.Buffer
	c.In, c.Out, c.Err = &script{lines: lines, notes: &said}, &out, &said
	c.Today = func() string { return "2026-11-21" }
	d, err := plain.Run(t.Context(), c)
	for i, r := range said.String() + out.String() {
		if r != '\n' && unicode.IsControl(r) {
			t.Fatalf("a control character %q at byte %d of the conversation", r, i)
		}
	}
	return talked{d, err, out.String(), said.String()}
}

var quickLines = []string{"", userCode, key, tel}

var guidedLines = []string{"2", "", "", "", "", "1,2, 3", "?", "", "", "", "t_2302141m", "고치기", userCode, userCode, "mend", key, "", "2", "", "사과 한 상자",
	"1,004", "고치기", "", "뒤로", "back", "이름", "목록", "13", "결제", "나중에", "shop1", tel, "홍길동", "나중에", "/pay/return", "2 3", "2000", "100", "2026-12-01 ~ 2026-12-31", "", "", "", "3"}

// needed is what is typed at the questions that have no default.
var needed = map[string]string{
	"user_code": userCode, "channel_key": key, "buyer_tel": tel, "customer_id": "user1001", "customer_uid": "user1001card1",
	"digital": "1", "cash_receipt_type": "1", "cash_receipt_id": "01012345678", "card_direct_code": "1", "store_id": storeID,
}

// walks are conversations to which a line is added at a question: what comes
// before the answer, and the answer.
var walks = []struct {
	name, begin string
	said        map[string][]string
}{
	{"billing", "2", map[string][]string{"type": {"2"}, "billing_lead": {"네"}, "channel_ready": {"3"}, "user_code": {"나중에"}, "buyer_email": {"test@portone.io"},
		"extras": {"no_password"}, "no_password": {"2"}, "front_target": {"react"}, "comments": {"목록", "", ""}}},
	{"vbank", "2", map[string][]string{"type": {"api_keyin"}, "channel_ready": {"2"}, "channel_key": {"pg"}, "pg_value": {""},
		"vbank_due_days": {"0", "20261301", "5"}, "front_target": {"js"}, "file_encoding": {"euc-kr"}}},
	{"escrow", "2", map[string][]string{"type": {"escrow"}, "channel_ready": {"have"}, "pay_method": {"4", "2"}, "page_state": {"2"}, "extras": {"goods_cnt, skin_color"},
		"goods_cnt": {"0", "3"}, "skin_color": {"BLUE"}}},
	{"old", "2", map[string][]string{"module": {"2"}, "channel_ready": {"4"}, "pay_method": {"3"}, "buyer_tel": {"나중에"}, "extras": {"period"}}},
	{"live", "3", map[string][]string{"console_steps": {"1,2"}, "pay_method": {"kakaopay"}, "front_target": {"ts"}}},
	{"v2card", "2", map[string][]string{"channel_ready": {"2"}, "sdk": {"2"}, "store_id": {userCode, storeID}, "channel_key": {storeID, key}, "pay_method": {"kakaopay"},
		"extras": {"notice_url, force_redirect"}, "notice_url": {"https://shop.example.com/hook"}}},
	{"v2vbank", "2", map[string][]string{"channel_ready": {"2"}, "sdk": {"v2"}, "pay_method": {"3"}, "extras": {"1"}, "vbank_bank": {"14"}, "cash_receipt_type": {"3"}}},
	{"v2billing", "2", map[string][]string{"type": {"2"}, "billing_lead": {"네"}, "channel_ready": {"3"}, "sdk": {"2"}, "order_id_source": {"browser"}, "order_id_prefix": {"order", "shop"}}},
	{"parked", "2", map[string][]string{"channel_ready": {"2"}, "extras": {"1"}, "card_direct_quota": {"3"},
		"front_target": {"목록", "9", "2"}, "file_encoding": {"목록", ""}}},
}

// script is what is typed in a walk.
func scriptOf(t *testing.T, begin string, said map[string][]string) []string {
	t.Helper()
	d := flow.Guided()
	if begin == "3" {
		d = flow.GoLive()
	}
	lines := []string{begin}
	for n := 0; d.Place() != "" && n < 60; n++ {
		got := talk(t, plain.Config{}, lines...)
		d = got.draft
		if d.Place() == "" {
			break
		}
		id := d.Place()
		next, ok := said[id]
		if !ok {
			next = []string{needed[id]}
		}
		delete(said, id)
		lines = append(lines, next...)
	}
	for id := range said {
		t.Errorf("%s was never asked", id)
	}
	return lines
}

func TestTranscripts(t *testing.T) {
	all := map[string][]string{"quick": quickLines, "guided": guidedLines}
	for _, w := range walks {
		all[w.name] = scriptOf(t, w.begin, w.said)
	}
	for _, l := range text.Langs {
		for name, lines := range all {
			t.Run(name+"."+string(l), func(t *testing.T) {
				got := talk(t, plain.Config{Lang: l}, lines...)
				if got.err != nil {
					t.Errorf("ended with %v", got.err)
				}
				golden(t, name+"."+string(l)+".txt", got.said)
			})
		}
	}
}

// todos are what the targets leave to do in the code; they have tests of their own.
var todos = regexp.MustCompile(`(?m)(^\[ \] .* \(\S+:\d+\)\n)+`)

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	got = todos.ReplaceAllString(got, "[ ] (what is to do in the code)\n")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is stale, see with -update\n%s", name, got)
	}
}

// The same answers give the same code, whichever door they came through.
func TestFiveWalks(t *testing.T) {
	a, _ := answers.Decode("card.yaml", []byte(card), text.En)
	walks := []struct {
		name  string
		lines []string
		want  string
	}{
		{"quick start", quickLines, `{"version":1,"mode":"test","sdk":"v1","module":"smartro_v2","type":"general","user_code":"` + userCode +
			`","params":{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel +
			`"},"make":{"merchant_uid":{"from":"browser","prefix":"order"},"m_redirect_url":{"path":"/payments/redirect"}}}`},
		{"quick start without a channel", []string{"quick", "나중에", "요청", "", "later"},
			`{"version":1,"mode":"test","sdk":"v1","module":"smartro_v2","type":"general","params":{"pay_method":"card","name":"결제 테스트","amount":1004},` +
				`"make":{"merchant_uid":{"from":"browser","prefix":"order"},"m_redirect_url":{"path":"/payments/redirect"}},"later":["user_code","channelKey","buyer_tel"]}`},
		{"every default of the full flow", []string{"골라서 만들기", "", "", "", "have", "", "", userCode, key, "", "", "", "", tel, "", "", "", "", "", "", "", ""},
			`{"version":1,"mode":"test","sdk":"v1","module":"smartro_v2","type":"general","user_code":"` + userCode +
				`","params":{"channelKey":"` + key + `","pay_method":"card","name":"결제 테스트","amount":1004,"buyer_tel":"` + tel +
				`"},"make":{"merchant_uid":{"from":"server"},"m_redirect_url":{"path":"/payments/redirect"}},"options":{"locale":"ko","targets":["html"]}}`},
		{"extras, words as values, English comments", []string{"2", "", "", "", "2", "", "", userCode, key, "", "browser", "=", "=back", "500", tel, "김영희", "kim@example.com",
			"https://shop.example.com/r", "3", "7", "", "", "", "2"},
			`{"version":1,"mode":"test","sdk":"v1","module":"smartro_v2","type":"general","user_code":"` + userCode +
				`","params":{"channelKey":"` + key + `","pay_method":"card","name":"back","amount":500,"buyer_tel":"` + tel +
				`","buyer_name":"김영희","buyer_email":"kim@example.com","m_redirect_url":"https://shop.example.com/r"},` +
				`"make":{"merchant_uid":{"from":"browser"},"period":{"days":7}},"options":{"locale":"en","targets":["html"]}}`},
		{"a share code at the start", []string{share.Code(a, true)}, string(answers.JSON(a))},
	}
	for _, w := range walks {
		t.Run(w.name, func(t *testing.T) {
			got := talk(t, plain.Config{}, w.lines...)
			if got.err != nil {
				t.Fatalf("%v\n%s", got.err, got.said)
			}
			if raw := string(answers.JSON(got.draft.Answers())); raw != w.want {
				t.Errorf("answers\n got %s\nwant %s", raw, w.want)
			}
			file, _ := answers.Decode("want.json", []byte(w.want), text.En)
			out, err := snippets.Generate(file, "html")
			if err != nil {
				t.Fatal(err)
			}
			if got.code != out.Files[0].Body {
				t.Errorf("the code is not that of the same answers in a file:\n%s", got.code)
			}
		})
	}
}

const card = `version: 1
mode: test
sdk: v1
module: smartro_v2
type: general
user_code: imp10000001
params: {channelKey: channel-key-01234567-89ab-cdef-0123-456789abcdef, pay_method: card, name: 사과, amount: 700, buyer_tel: 010-1234-5678}
make: {merchant_uid: {from: server}, m_redirect_url: {path: /r}}
options: {targets: [html]}
`

// Wherever the input ends, nothing is written, the missing answers are named,
// and what was answered comes back.
func TestInputThatEndsEarly(t *testing.T) {
	for name, lines := range map[string][]string{"quick": quickLines, "guided": guidedLines} {
		for n := range lines {
			dir := t.TempDir()
			store, err := draft.Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			got := talk(t, plain.Config{Store: store}, lines[:n]...)
			var end *plain.EndError
			if !errors.As(got.err, &end) || len(end.Missing) == 0 {
				t.Fatalf("%s, %d lines: ended with %v", name, n, got.err)
			}
			if got.code != "" {
				t.Errorf("%s, %d lines: code was written", name, n)
			}
			if at := got.draft.Place(); at != "" && end.Missing[0].ID != at {
				t.Errorf("%s, %d lines: names %s, stood at %s", name, n, end.Missing[0].ID, at)
			}
			if s := plain.Sentence(got.err, text.Ko); !strings.Contains(s, end.Missing[0].Title.Ko) {
				t.Errorf("sentence %q", s)
			}
			asked := 0
			for _, q := range got.draft.Questions() {
				if got.draft.Confirmed(q.ID) {
					asked++
				}
			}
			if asked == 0 {
				continue
			}
			list := store.Unfinished()
			if len(list) != 1 {
				t.Fatalf("%s, %d lines: %d unfinished", name, n, len(list))
			}
			again := talk(t, plain.Config{Store: store}, "6", "")
			if again.draft.Place() != got.draft.Place() {
				t.Errorf("%s, %d lines: came back at %s, stood at %s", name, n, again.draft.Place(), got.draft.Place())
			}
		}
	}
}

func TestFinishedWorkIsNotOfferedAgain(t *testing.T) {
	store, err := draft.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if got := talk(t, plain.Config{Store: store}, quickLines...); got.err != nil || len(store.Unfinished()) != 0 {
		t.Errorf("%v, offered %v", got.err, store.Unfinished())
	}
	talk(t, plain.Config{Store: store, Private: true}, quickLines[:3]...)
	if list := store.Unfinished(); len(list) != 0 {
		t.Errorf("a private walk was saved: %v", list)
	}
}

func TestLinesThatAreNoAnswer(t *testing.T) {
	cases := []struct{ name, line, says string }{
		{"longer than 64 KiB", strings.Repeat("가", 30000), "64 KiB"},
		{"EUC-KR", "\xb0\xa1\xb3\xaa", "EUC-KR"},
		{"no known encoding", "abc\xff", "UTF-8"},
		{"an option that is none", "9", "1부터 6까지"},
		{"a damaged share code", "SW1.AAAA", "SW1"},
		{"a line that would steer the terminal", "\x1b]0;x\x07\u202e", "빼고"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := talk(t, plain.Config{}, append([]string{c.line}, quickLines...)...)
			_, after, _ := strings.Cut(got.said, "> "+safe.Line(c.line, 60))
			if got.err != nil || !strings.Contains(after[:min(len(after), 600)], c.says) {
				t.Errorf("ended with %v, said %q", got.err, after[:min(len(after), 300)])
			}
		})
	}
}

func TestLineEndsOfEveryKind(t *testing.T) {
	in := "\ufeff1\r\n" + userCode + "\r\n" + key + "\n" + tel
	var out, said bytes.Buffer
	if _, err := plain.Run(t.Context(), plain.Config{In: strings.NewReader(in), Out: &out, Err: &said}); err != nil {
		t.Errorf("%v\n%s", err, said.String())
	}
	if !strings.HasPrefix(out.String(), "<!doctype html>") {
		t.Errorf("wrote %q", out.String())
	}
}

func TestAnswersWithErrorsGiveNoCode(t *testing.T) {
	billing := strings.NewReplacer("type: general", "type: billing", "pay_method: card", "pay_method: trans, customer_id: user1001, customer_uid: card1").Replace(card)
	a, _ := answers.Decode("billing.yaml", []byte(billing), text.En)
	d := flow.Open(a)
	got := talk(t, plain.Config{Draft: &d})
	var refused *plain.FindingsError
	if !errors.As(got.err, &refused) || refused.Report.Summary.Errors == 0 || got.code != "" {
		t.Errorf("ended with %v at %q and wrote %q", got.err, got.draft.Place(), got.code)
	}
}

func TestAStoppedConversationEndsAtOnce(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		_, _ = io.WriteString(w, "1\n")
		cancel()
	}()
	if _, err := plain.Run(ctx, plain.Config{In: r, Out: io.Discard}); !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
}

func TestAFileThatIsNoTextEndsTheConversation(t *testing.T) {
	lines := make([]string, 100)
	for i := range lines {
		lines[i] = "\x89PNG\xff"
	}
	got := talk(t, plain.Config{Lang: text.En}, lines...)
	if n := strings.Count(got.said, "was not taken"); got.err == nil || n > 30 {
		t.Errorf("ended with %v after %d sentences", got.err, n)
	}
	if s := plain.Sentence(got.err, text.En); !strings.Contains(s, "no text") {
		t.Errorf("sentence %q", s)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestCodeThatCannotBeWrittenIsAnError(t *testing.T) {
	in := &script{lines: quickLines}
	_, err := plain.Run(t.Context(), plain.Config{In: in, Out: full{}, Err: io.Discard})
	if err == nil || !strings.Contains(plain.Sentence(err, text.En), "no space left") {
		t.Errorf("ended with %v", err)
	}
}

// What the questions offer is what can be written, no more and no less.
func TestTargetsThatAreOfferedAreThere(t *testing.T) {
	for id, side := range map[string]string{"front_target": "page", "server_target": "server"} {
		q, _ := wizard.QuestionOf(id)
		var offered, there []string
		for _, o := range q.Options {
			if o.Value != "handoff" && o.Value != "none" {
				offered = append(offered, o.Value)
			}
		}
		for _, target := range snippets.Targets() {
			if (target.Side == "page") == (side == "page") {
				there = append(there, target.Name)
			}
		}
		slices.Sort(offered)
		slices.Sort(there)
		if !slices.Equal(offered, there) {
			t.Errorf("%s offers %v, there are %v: see assets/facts/questions.json", id, offered, there)
		}
	}
}

// Opened answers may hold what the channel forbids and no question asks for.
func TestWhatIsRefusedCanBeMended(t *testing.T) {
	a, _ := answers.Decode("card.yaml", []byte(strings.Replace(card, "params: {", "params: {currency: USD, ", 1)), text.En)
	d := flow.Open(a)
	got := talk(t, plain.Config{Draft: &d, Lang: text.En}, "9", "1")
	if got.err != nil || !strings.Contains(got.code, "request_pay") || strings.Contains(got.code, "currency") {
		t.Errorf("ended with %v\n%s", got.err, got.said)
	}
	if !strings.Contains(got.said, "Take currency out") {
		t.Errorf("the way out is not said:\n%s", got.said)
	}
}
