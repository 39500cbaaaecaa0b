package flow_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/answers"
	"smartro-wizard/wizard/flow"
	"smartro-wizard/wizard/text"
)

func again(t *testing.T, d flow.Draft) flow.Draft {
	t.Helper()
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var back flow.Draft
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatalf("%v\n%s", err, raw)
	}
	if twice, _ := json.Marshal(back); string(twice) != string(raw) {
		t.Fatalf("saved twice\n first %s\nsecond %s", raw, twice)
	}
	if back.Place() != d.Place() || string(answers.JSON(back.Answers())) != string(answers.JSON(d.Answers())) {
		t.Fatalf("came back at %q with %s,\nwant %q with %s", back.Place(), answers.JSON(back.Answers()), d.Place(), answers.JSON(d.Answers()))
	}
	return back
}

func decoded(t *testing.T, src string) wizard.Answers {
	t.Helper()
	a, _ := answers.Decode("test.yaml", []byte(src), text.En)
	return a
}

// wholeV2 is a payment in V2 with what only V2 has, and one thing that no question asks.
const wholeV2 = `version: 1
mode: test
sdk: v2
module: smartro_v2
type: general
store_id: store-01234567-89ab-cdef-0123-456789abcdef
params:
  channelKey: channel-key-01234567-89ab-cdef-0123-456789abcdef
  payMethod: VIRTUAL_ACCOUNT
  orderName: 결제 테스트
  totalAmount: 1004
  vatAmount: 91
  customer: {phoneNumber: 010-1234-5678, email: buyer@example.com}
  virtualAccount: {bankCode: SHINHAN_BANK, cashReceiptType: ANONYMOUS}
  noticeUrls: ["https://shop.example.com/a", "https://shop.example.com/b"]
make:
  paymentId: {from: browser, prefix: order}
  redirectUrl: {path: /payments/redirect}
  dueDate: {days: 3}
`

const whole = `version: 1
mode: test
sdk: v1
module: smartro_v2
type: general
user_code: imp10000001
params:
  channelKey: channel-key-01234567-89ab-cdef-0123-456789abcdef
  pay_method: card
  name: 결제 테스트
  amount: 1004
  buyer_tel: 010-1234-5678
make:
  merchant_uid: {from: browser, prefix: order}
  m_redirect_url: {path: /payments/redirect}
`

// What no question asks for, and what is wrong, is as much the person's as the rest.
func TestOpenedAnswersLoseNothing(t *testing.T) {
	head := strings.SplitAfter(whole, "params:\n")[0]
	cases := []struct{ name, src, place string }{
		{"whole", whole, ""},
		{"with a term in days", whole + "  period: {days: 30}\n", ""},
		{"with comments in English and a target", whole + "options: {locale: en, targets: [html]}\n", ""},
		{"an amount in quotes", strings.Replace(whole, "amount: 1004", `amount: "1004"`, 1), "amount"},
		{"an amount that is none", strings.Replace(whole, "amount: 1004", `amount: [1, 2]`, 1), "amount"},
		{"parameters in another order", strings.Replace(whole, "  pay_method: card\n  name: 결제 테스트\n", "  name: 결제 테스트\n  pay_method: card\n", 1), ""},
		{"parameters without a question", whole[:len(head)] + "  language: en\n  custom_data: {cart: A12}\n  nobody_knows: 1\n" + whole[len(head):], ""},
		{"a fixed order number", strings.Replace(whole, "make:\n  merchant_uid: {from: browser, prefix: order}\n", "  merchant_uid: order1\nmake:\n", 1), ""},
		{"an order number with a prefix from the server", strings.Replace(whole, "from: browser", "from: server", 1), ""},
		{"buyer left for later", strings.Replace(whole, "  buyer_tel: 010-1234-5678\n", "", 1) + "later: [buyer_tel, buyer_name]\n", ""},
		{"an extra for later and no return address", strings.Replace(whole, "  m_redirect_url: {path: /payments/redirect}\n", "", 1) +
			"later: [tax_free]\n", "m_redirect_url"},
		{"smart routing without a channel key", strings.Replace(whole, "channelKey: channel-key-", "channelGroupId: channel-group-", 1), ""},
		{"a sub-store", whole + "tier_code: \"001\"\n", ""},
		{"no name", strings.Replace(whole, "  name: 결제 테스트\n", "", 1), "order_name"},
		{"nothing but the channel", head[:strings.Index(head, "user_code")], "user_code"},
		{"billing without its ids", strings.Replace(whole, "type: general", "type: billing", 1), "customer_id"},
		{"billing that says its pay method", strings.Replace(strings.Replace(whole, "type: general", "type: billing", 1), "  amount",
			"  customer_id: user1001\n  customer_uid: user1001card1\n  amount", 1), ""},
		{"a pay method that billing has not", strings.Replace(strings.Replace(strings.Replace(whole, "type: general", "type: billing", 1), "  amount",
			"  customer_id: user1001\n  customer_uid: user1001card1\n  amount", 1), "method: card", "method: trans", 1), ""},
		{"a type that has no window", strings.Replace(whole, "type: general", "type: api_recurring", 1), "api_type_note"},
		{"a mode that there is not", strings.Replace(whole, "mode: test", "mode: tset", 1), "mode"},
		{"live", strings.Replace(whole, "mode: test", "mode: live", 1), ""},
		{"a pg value", strings.Replace(whole, "channelKey: channel-key-01234567-89ab-cdef-0123-456789abcdef", "pg: smartro_v2.t_2302141m", 1), ""},
		{"a pay method that there is not", strings.Replace(whole, "method: card", "method: kards", 1), "pay_method"},
		{"a virtual account due in days", strings.Replace(whole, "method: card", "method: vbank", 1) + "  vbank_due: {days: 5}\n", ""},
		{"a virtual account due on a day", strings.Replace(whole, "method: card", "method: vbank\n  vbank_due: 2026-12-31 23:59:59", 1), ""},
		{"a due day beside a card", whole + "  vbank_due: {days: 5}\n", ""},
		{"digital as text", strings.Replace(whole, "method: card", "method: phone\n  digital: \"true\"", 1), "digital"},
		{"digital beside a card", strings.Replace(whole, "  amount", "  digital: true\n  amount", 1), ""},
		{"half a card company", strings.Replace(whole, "  amount", "  card: {direct: {code: \"361\"}}\n  amount", 1), "card_direct_quota"},
		{"a receipt number without a receipt", strings.Replace(strings.Replace(whole, "method: card", "method: trans", 1), "  amount", "  bypass: {customerIdentifier: \"01012345678\"}\n  amount", 1), ""},
		{"keys of bypass that nobody knows", strings.Replace(whole, "  amount", "  bypass: {other: {a: [1]}, smartro_v2: {SkinColor: RED, x: null}}\n  amount", 1), ""},
		{"several webhooks", strings.Replace(whole, "  amount", "  notice_url: [https://a.example.com/w, https://b.example.com/w]\n  amount", 1), ""},
		{"data that is text", strings.Replace(whole, "  amount", "  custom_data: A12\n  amount", 1), ""},
		{"a page that pays already, in the old encoding", whole + "options: {page: v1, encoding: euc-kr, syntax: es5, targets: [js]}\n", ""},
		{"what is usual, spelt out", whole + "options: {page: new, encoding: utf-8, syntax: modern}\n", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := decoded(t, c.src)
			d := flow.Open(a)
			if got, want := string(answers.JSON(d.Answers())), string(answers.JSON(a)); got != want {
				t.Errorf("answers\n got %s\nwant %s", got, want)
			}
			if d.Place() != c.place {
				t.Errorf("begins at %q, want %q: %+v", d.Place(), c.place, d.Problems(d.Place(), today, "en"))
			}
			again(t, d)
		})
	}
}

func TestOpenedAnswersAreChangedWhereThePersonChangesThem(t *testing.T) {
	d := flow.Open(decoded(t, strings.Replace(whole, "amount: 1004", `amount: "1004"`, 1)+"  period: {days: 30}\n"))
	d, _, ok := d.Mend("amount", today)
	if got := d.Answers().Params.Get("amount"); !ok || got.Kind().String() != "number" {
		t.Errorf("mended amount is %s %s", got.Kind(), got.Text())
	}
	d = d.With("extras", flow.Entry{}).With("order_id_source", flow.Entry{Text: "server"}).With("channel_ready", flow.Entry{Text: "ask"})
	a := d.Answers()
	if a.Make.Period != nil || a.Make.MerchantUID.From != "server" || !a.LeftOpen("channelKey") || !a.Params.Get("channelKey").IsAbsent() {
		t.Errorf("changed to %s", answers.JSON(a))
	}
	if parked := d.Parked(); len(parked) != 3 || parked[0].Question.ID != "channel_key" || parked[1].Question.ID != "order_id_prefix" || parked[2].Question.ID != "period" {
		t.Errorf("parked %v", parked)
	}
	d = d.With("extras", flow.Entry{Picked: []string{"period"}}).With("order_id_source", flow.Entry{Text: "browser"}).With("channel_ready", flow.Entry{Text: "have"})
	if a := d.Answers(); a.Make.Period == nil || a.Make.MerchantUID.Prefix != "order" || a.LeftOpen("channelKey") {
		t.Errorf("put back: %s", answers.JSON(a))
	}
	again(t, d)
}

// A file may hold what nobody would type; a draft of it is saved all the same.
func TestASecretInOpenedAnswersIsNotKept(t *testing.T) {
	hidden := strings.Repeat("a1B2", 12)
	d := flow.Open(decoded(t, strings.Replace(strings.Replace(whole, "imp10000001", hidden, 1), "010-1234-5678", hidden, 1)))
	raw, err := json.Marshal(d)
	if err != nil || strings.Contains(string(raw), hidden) {
		t.Errorf("saved %s, %v", raw, err)
	}
	if d.Place() != "user_code" || len(d.Problems("user_code", today, "en")) == 0 {
		t.Errorf("begins at %q", d.Place())
	}
}

func TestCommentsBeginInTheLanguageOfTheScreen(t *testing.T) {
	d, _ := walk(t, again(t, flow.Quick().Speaking(text.En)), nil)
	if got := d.Answers().Options.Locale; got != "en" {
		t.Errorf("locale %q", got)
	}
	if got := flow.Guided().Speaking(text.En).Entry("comments").Text; got != "en" {
		t.Errorf("the field holds %q", got)
	}
}

func TestOnlyWhatIsOfferedIsTaken(t *testing.T) {
	d := flow.Quick()
	for _, c := range [][2]string{{"channel_key", "perhaps"}, {"start", "guided"}, {"nothing", "later"}, {"buyer_tel", "later"}} {
		if got := d.Take(c[0], c[1]); got.Place() != d.Place() {
			t.Errorf("%v went to %q", c, got.Place())
		}
	}
}

func TestNoSavedFormIsTakenThatIsNotOne(t *testing.T) {
	for _, raw := range []string{``, `{}`, `[]`, `{"start":"open"}`, `{"start":"open","opened":{}}`, `{"start":"other"}`, `{"start":"quick"`} {
		var d flow.Draft
		if err := d.UnmarshalJSON([]byte(raw)); err == nil {
			t.Errorf("%s is taken", raw)
		}
	}
}

// resident is shaped like a resident number.
const resident = "900101-1234567"

// rubbish is what people type: good, wrong, in the wrong box, hostile.
var rubbish = []string{"", " ", "0", "1004", "1,004", "-1", "1.5", "abc", "홍길동", userCode, storeID, key, "t_2302141m", tel, "x@y.kr",
	"order1", "order-1", "/r", "user1001", "361", "N", "smartro_v2.t_2302141m", `{"a":[1,{"b":null}]}`, `{"a"`, "true", "2026-12-31", "007", resident, "https://shop.example.com/r", "2026-12-01 2026-12-31", "20261231,20261201", "~", "'</script>", "\u202eabc", "have", "ask", "server", "fixed", "ko"}

// walker plays random steps and remembers what has to be in each field.
type walker struct {
	t    *testing.T
	r    *rand.Rand
	d    flow.Draft
	kept map[field]flow.Entry
	log  []string
}

// field is a question, and where every channel has its own answer, the channel.
type field struct{ id, channel string }

func fieldOf(d flow.Draft, id string) field {
	if id != "channel_ready" && id != "console_steps" && id != "channel_name" {
		return field{id, ""}
	}
	a := d.Answers()
	return field{id, fmt.Sprint(a.Mode, a.Module, a.Type)}
}

// put notes what stands in a field; nobody sees picks that are not offered,
// and they stay.
func (w *walker) put(id string, e flow.Entry) {
	got := w.d.Entry(id)
	for _, p := range e.Picked {
		if !slices.Contains(got.Picked, p) {
			w.t.Fatalf("%v: %s lost %s", w.log, id, p)
		}
	}
	if got.Text != e.Text || got.Later != e.Later {
		w.t.Fatalf("%v: %s took %+v as %+v", w.log, id, e, got)
	}
	w.kept[fieldOf(w.d, id)] = got
}

func (w *walker) step() {
	all := w.d.Editable()
	q := all[w.r.IntN(len(all))]
	if w.r.IntN(2) == 0 && w.d.Place() != "" {
		q, _ = wizard.QuestionOf(w.d.Place())
	}
	op := w.r.IntN(9)
	w.log = append(w.log, fmt.Sprintf("%d %s", op, q.ID))
	switch op {
	case 0, 1, 2:
		e := w.entry(q)
		w.d = w.d.With(q.ID, e)
		w.put(q.ID, e)
	case 3, 4:
		at := w.d.Place()
		next, ok := w.d.Next()
		if ok {
			e := w.d.Entry(at)
			e.Text = strings.TrimSpace(e.Text)
			w.d = next
			w.put(at, e)
		}
		w.d = next
	case 5:
		w.d = w.d.Back()
	case 6:
		w.d = w.d.Go(q.ID)
	case 7:
		to := ""
		for _, p := range w.d.Problems(q.ID, today, text.Ko) {
			if p.Mendable {
				to = p.MoveTo
				break
			}
		}
		mended, was, ok := w.d.Mend(q.ID, today)
		if !was.Equal(w.d.Entry(q.ID)) {
			w.t.Fatalf("%v: undo of %s gives %+v", w.log, q.ID, was)
		}
		if w.d = mended; ok {
			w.put(q.ID, mended.Entry(q.ID))
			if to != "" {
				w.put(to, mended.Entry(to))
				w.put("sdk", mended.Entry("sdk")) // a value of the other version may change it
			}
		}
	case 8:
		w.d = again(w.t, w.d)
	}
}

func (w *walker) entry(q wizard.Question) flow.Entry {
	if q.Later && w.r.IntN(6) == 0 {
		return flow.Entry{Later: true}
	}
	if options := w.d.Options(q.ID); q.Kind == "select" && w.r.IntN(8) > 0 {
		return flow.Entry{Text: options[w.r.IntN(len(options))].Value}
	}
	switch q.Kind {
	case "note":
		return flow.Entry{}
	case "multi":
		e := flow.Entry{}
		for _, o := range w.d.Options(q.ID) {
			if w.r.IntN(3) == 0 {
				e.Picked = append(e.Picked, o.Value)
			}
		}
		return e
	case "checklist":
		return flow.Entry{Picked: [][]string{nil, {"login"}, {"login", "save"}}[w.r.IntN(3)]}
	}
	typed := rubbish[w.r.IntN(len(rubbish))]
	if typed == resident && q.ID == "cash_receipt_id" {
		typed = "" // it is not taken there, and has a test of its own
	}
	return flow.Entry{Text: typed}
}

// hold checks what may never break, whatever the person does.
func (w *walker) hold() {
	for at, e := range w.kept {
		if got := w.d.Entry(at.id); at == fieldOf(w.d, at.id) && !got.Equal(e) {
			w.t.Fatalf("%v: %s holds %+v, want %+v", w.log, at.id, got, e)
		}
	}
	at := w.d.Place()
	if n, of := w.d.Step(); at != "" && (n < 1 || n > of || w.d.Questions()[n-1].ID != at) {
		w.t.Fatalf("%v: stands at %q, which is not asked", w.log, at)
	}
	if at == "" {
		for _, q := range w.d.Questions() {
			if !w.d.Confirmed(q.ID) {
				w.t.Fatalf("%v: the result is reached and %s is open", w.log, q.ID)
			}
		}
	}
	raw := answers.JSON(w.d.Answers())
	back, found := answers.Decode("walk.json", raw, text.En)
	for _, f := range found {
		if !strings.HasPrefix(f.Path, "params") && !strings.HasSuffix(f.Path, "_code") && !strings.HasPrefix(f.Path, "make") {
			w.t.Fatalf("%v: %s: %s in %s", w.log, f.Path, f.Message, raw)
		}
	}
	if got := answers.JSON(back); len(found) == 0 && string(got) != string(raw) {
		w.t.Fatalf("%v: answers\n wrote %s\n  read %s", w.log, raw, got)
	}
}

func TestRandomWalksLoseNothing(t *testing.T) {
	for seed := range uint64(20) {
		starts := []flow.Draft{flow.Quick(), flow.Guided(), flow.GoLive(), flow.Open(decoded(t, whole)), flow.Open(decoded(t, wholeV2)), flow.Open(decoded(t, strings.Replace(whole, "amount: 1004", `amount: "1004"`, 1)))}
		for i, d := range starts {
			w := &walker{t: t, r: rand.New(rand.NewPCG(seed, uint64(i))), d: d, kept: map[field]flow.Entry{}}
			for range 40 {
				before := maps.Clone(w.kept)
				was := w.d
				w.step()
				w.hold()
				for at, e := range before {
					if at == fieldOf(was, at.id) && !was.Entry(at.id).Equal(e) {
						t.Fatalf("%v: a draft changed behind its back at %s", w.log, at.id)
					}
				}
			}
		}
	}
}

func TestBackAndForthKeepsEveryAnswer(t *testing.T) {
	d := flow.Guided()
	for d.Place() != "user_code" {
		d, _ = d.Next()
	}
	d = d.With("user_code", flow.Entry{Text: "t_2302141m"})
	if _, ok := d.Next(); ok {
		t.Fatal("a MID passed as user code")
	}
	d = d.Back().Back().Back().Back().Back()
	if d.Place() != "channel_ready" || d.Entry("user_code").Text != "t_2302141m" {
		t.Errorf("at %s with %+v", d.Place(), d.Entry("user_code"))
	}
	ids := func(d flow.Draft) (all []string) {
		for _, q := range d.Questions() {
			all = append(all, q.ID)
		}
		return all
	}
	with, without := ids(d), ids(d.With("channel_ready", flow.Entry{Text: "have"}))
	if !slices.Contains(with, "console_steps") || slices.Contains(without, "console_steps") {
		t.Errorf("asked %v, then %v", with, without)
	}
}

func TestQuickStartFindsAWayWithoutAChannel(t *testing.T) {
	at := func(t *testing.T, d flow.Draft, want ...string) flow.Draft {
		t.Helper()
		for i, id := range want {
			if d.Place() != id {
				t.Fatalf("asked %q, want %q", d.Place(), id)
			}
			if i == len(want)-1 {
				return d
			}
			d, _ = d.Next()
		}
		return d
	}
	d := flow.Quick().With("user_code", flow.Entry{Text: userCode})
	d = at(t, d, "user_code", "channel_key")
	t.Run("adds it", func(t *testing.T) {
		d := at(t, d.Take("channel_key", "add"), "console_steps", "channel_name", "channel_key")
		d = at(t, d.With("channel_key", flow.Entry{Text: key}), "channel_key", "buyer_tel")
		at(t, d.With("buyer_tel", flow.Entry{Text: tel}), "buyer_tel", "")
	})
	t.Run("asks for it", func(t *testing.T) {
		d := at(t, d.Take("channel_key", "ask"), "channel_name", "buyer_tel")
		if a := d.Answers(); !a.LeftOpen("channelKey") {
			t.Errorf("later is %v", a.Later)
		}
	})
	t.Run("leaves it for later", func(t *testing.T) {
		d := at(t, d.Take("channel_key", "later"), "buyer_tel")
		if a := d.Answers(); !slices.Equal(a.Later, []string{"channelKey"}) {
			t.Errorf("later is %v", a.Later)
		}
	})
	t.Run("sees that an answer that was taken is right", func(t *testing.T) {
		d := d.With("channel_key", flow.Entry{Text: key}).Go("module")
		at(t, d, "module", "channel_key", "buyer_tel")
	})
	t.Run("takes another type", func(t *testing.T) {
		d := d.With("channel_key", flow.Entry{Text: key}).Go("type").With("type", flow.Entry{Text: "billing"})
		d = at(t, d, "type", "billing_lead", "channel_key", "buyer_tel")
		at(t, d.With("buyer_tel", flow.Entry{Text: tel}), "buyer_tel", "customer_id")
	})
	t.Run("changes an answer that was taken", func(t *testing.T) {
		d := d.Go("order_name").With("order_name", flow.Entry{Text: "사과"})
		d = at(t, d, "order_name", "channel_key")
		if got := d.Answers().Params.Get("name").Text(); got != "사과" {
			t.Errorf("name %q", got)
		}
	})
}

// Whatever stands in a saved file, the draft that comes of it can be walked.
func FuzzSavedForm(f *testing.F) {
	for _, d := range []flow.Draft{flow.Quick(), flow.Guided(), flow.Open(wizard.Answers{Version: 1})} {
		raw, err := json.Marshal(d)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Add([]byte(`{"start":"quick","place":"save_to","asked":["x"],"entries":{"extras":{"picked":["tax_free"]},"nobody":{"text":"x"}}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var d flow.Draft
		if d.UnmarshalJSON(raw) != nil {
			return
		}
		d = again(t, d)
		for range 5 {
			d.Problems(d.Place(), today, text.Ko)
			d.Parked()
			d, _ = d.Next()
		}
		again(t, d.Back())
	})
}
