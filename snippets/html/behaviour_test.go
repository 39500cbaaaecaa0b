package html_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

var madeOrderID = regexp.MustCompile(`^[0-9a-f]{32}$`)

// expected is the request that the answers mean, worked out apart from the
// plan: what was typed, placeholders where something was left open. The made
// values are taken from got after a look at their shape.
func expected(t *testing.T, a wizard.Answers, got map[string]any) map[string]any {
	t.Helper()
	params := a.Params
	for _, name := range a.Later {
		row, ok := wizard.ParamAt(name)
		if !ok {
			continue
		}
		v := value.Text(row.Placeholder)
		if row.Type == "number" {
			v = value.Digits(row.Placeholder)
		} else if row.Type == "object" {
			v = value.ObjectOf()
		}
		params = params.With(name, v)
	}
	raw, err := json.Marshal(params)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{}
	if err := json.Unmarshal(raw, &want); err != nil {
		t.Fatal(err)
	}
	prefix := "springsa" // of the case with a typed number
	if a.Make.MerchantUID != nil {
		prefix = a.Make.MerchantUID.Prefix
	} else if a.LeftOpen("merchant_uid") {
		prefix = ""
	}
	id, _ := got["merchant_uid"].(string)
	made, found := strings.CutPrefix(id, prefix)
	if !found || !madeOrderID.MatchString(made) {
		t.Errorf("merchant_uid is %q, want %s and 32 hexadecimal digits", id, prefix)
	}
	want["merchant_uid"] = id
	if a.Make.MRedirectURL != nil {
		want["m_redirect_url"] = "https://shop.example.com" + a.Make.MRedirectURL.Path
	}
	if a.Make.Period != nil {
		want["period"] = got["period"]
	}
	return want
}

func TestTheRequestIsExactlyTheAnswers(t *testing.T) {
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			o := open(t, body(t, tt.answers), "", false)
			o.do("click()")
			var raw string
			o.read("seen.requests[0].json", &raw)
			got := map[string]any{}
			if err := json.NewDecoder(bytes.NewReader([]byte(raw))).Decode(&got); err != nil {
				t.Fatal(err)
			}
			if want := expected(t, tt.answers, got); !reflect.DeepEqual(got, want) {
				t.Errorf("got  %v\nwant %v", got, want)
			}
			code := tt.answers.UserCode
			if code == "" {
				code = "imp00000000"
			}
			var init []string
			var agency [][]string
			o.read("seen.init", &init)
			o.read("seen.agency", &agency)
			if tier := tt.answers.TierCode; tier != "" {
				if len(init) != 0 || !reflect.DeepEqual(agency, [][]string{{code, tier}}) {
					t.Errorf("init %v, agency %v", init, agency)
				}
			} else if len(agency) != 0 || !reflect.DeepEqual(init, []string{code}) {
				t.Errorf("init %v, agency %v, want one init of %s", init, agency, code)
			}
		})
	}
}

func TestOrderOfParameters(t *testing.T) {
	o := open(t, body(t, cases[0].answers), "", false)
	o.do("click()")
	var keys []string
	o.read("Object.keys(seen.requests[0].params)", &keys)
	want := "channelKey pay_method merchant_uid name amount buyer_tel m_redirect_url"
	if got := strings.Join(keys, " "); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestOnTheWay(t *testing.T) {
	page := body(t, card())
	const paid = `callback => callback({imp_uid: "imp_123456789012", merchant_uid: "order1"})`
	answer := func(o opened, how string) { o.do("(" + how + ")(seen.requests.at(-1).callback)") }

	t.Run("before the first click it shows the order and is free", func(t *testing.T) {
		// goja groups no digits
		o := open(t, page, "", false)
		if got, want := o.screen(), (screen{Name: "결제 테스트", Amount: "1004원"}); got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
	})
	t.Run("success counts when the server says so", func(t *testing.T) {
		o := open(t, page, "", false)
		o.do("click()")
		if !o.screen().Disabled {
			t.Error("the button is free while the window is open")
		}
		answer(o, paid)
		var post struct {
			URL, Method string
			Body        map[string]any
		}
		o.read("seen.posts[0]", &post)
		want := map[string]any{"imp_uid": "imp_123456789012", "merchant_uid": "order1"}
		if post.URL != "/payments/complete" || post.Method != "POST" || !reflect.DeepEqual(post.Body, want) {
			t.Errorf("posted %+v", post)
		}
		if got := o.screen(); got.State != "paid" || got.Disabled || !strings.Contains(got.Text, "order1") {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("an error goes to nobody and is shown", func(t *testing.T) {
		o := open(t, page, "", false)
		o.do("click()")
		answer(o, `callback => callback({imp_uid: null, merchant_uid: "order1", success: true, error_code: "F400", error_msg: "취소했습니다 <b>"})`)
		if got := o.screen(); got.State != "failed" || !strings.Contains(got.Text, "취소했습니다 <b>") || got.Disabled || o.count("seen.posts") != 0 {
			t.Errorf("got %+v, posts %d", got, o.count("seen.posts"))
		}
	})
	t.Run("success false without an error code is not an error", func(t *testing.T) {
		o := open(t, page, "", false)
		o.do("click()")
		answer(o, `callback => callback({imp_uid: null, merchant_uid: "order1", success: false, error_code: null})`)
		var sent map[string]any
		o.read("seen.posts[0].body", &sent)
		if want := map[string]any{"imp_uid": nil, "merchant_uid": "order1"}; !reflect.DeepEqual(sent, want) {
			t.Errorf("posted %v, want %v", sent, want)
		}
	})
	for name, server := range map[string]string{
		"no server":            "null",
		"a page for an answer": "{ok: true, get body() { throw new SyntaxError('<') }}",
		"null":                 "{ok: true, body: null}",
		"an error with paid":   "{ok: false, body: {status: 'paid'}}",
		"another status":       "{ok: true, body: {status: 'ready'}}",
		"a reason":             "{ok: false, body: {status: 'refused', message: '금액이 다릅니다'}}",
	} {
		t.Run("not paid: the server says "+name, func(t *testing.T) {
			o := open(t, page, "", false)
			o.do("answer = " + server + "; click()")
			answer(o, paid)
			got := o.screen()
			if got.State != "failed" || got.Disabled || got.Text == "" || strings.Contains(got.Text, "결제가 확인되었습니다") {
				t.Errorf("got %+v", got)
			}
			if name == "a reason" && got.Text != "금액이 다릅니다" {
				t.Errorf("the server's reason is not shown but %q", got.Text)
			}
		})
	}
	t.Run("a double click is one call, a click after it a new number", func(t *testing.T) {
		o := open(t, page, "", false)
		o.do("click(1); click(2); click(1)")
		if n := o.count("seen.requests"); n != 1 {
			t.Fatalf("%d calls, want 1", n)
		}
		answer(o, paid)
		o.do("click(2)")
		if n := o.count("seen.requests"); n != 1 {
			t.Errorf("%d calls after the second half of a double click, want 1", n)
		}
		o.do("click(1)")
		var first, second string
		o.read("seen.requests[0].params.merchant_uid", &first)
		o.read("seen.requests[1].params.merchant_uid", &second)
		if first == second {
			t.Errorf("the second attempt is %s too", second)
		}
	})
	t.Run("a window without an answer lets go and its late answer still counts", func(t *testing.T) {
		o := open(t, page, "", false)
		o.do("click(); for (const run of timers.values()) run()")
		if got := o.screen(); got.Disabled || got.State != "failed" {
			t.Errorf("got %+v", got)
		}
		answer(o, paid)
		if got := o.screen(); got.State != "paid" {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("an answer stops the timer", func(t *testing.T) {
		o := open(t, page, "", false)
		o.do("click()")
		answer(o, paid)
		if n := o.do("timers.size").ToInteger(); n != 0 {
			t.Errorf("%d timers run on", n)
		}
	})
	t.Run("an SDK that throws lets go", func(t *testing.T) {
		o := open(t, page, "", false)
		o.do("IMP.request_pay = () => { throw new Error('no') }; click()")
		if got := o.screen(); got.Disabled || got.State != "failed" || o.do("timers.size").ToInteger() != 0 {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("a blocked SDK is a sentence", func(t *testing.T) {
		o := open(t, page, "", true)
		if got := o.screen(); !strings.Contains(got.Text, "cdn.iamport.kr") || got.State != "failed" || !got.Disabled {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("back from the phone's window by its back button", func(t *testing.T) {
		o := open(t, page, "", false)
		o.do("click(); listeners.pageshow({persisted: true})")
		if got := o.screen(); got.Disabled || got.Text != "" {
			t.Errorf("got %+v", got)
		}
	})
}

func TestReturnFromThePhone(t *testing.T) {
	page := body(t, card())
	tests := []struct {
		name, query string
		blocked     bool
		posts       int
		state, left string
	}{
		{"paid", "?imp_uid=imp_1&merchant_uid=order1&shop=%ED%95%9C", false, 1, "paid", "https://shop.example.com/pay?shop=한"},
		{"paid, the SDK blocked", "?imp_uid=imp_1&merchant_uid=order1", true, 1, "paid", "https://shop.example.com/pay"},
		{"only the order number", "?merchant_uid=order1", false, 1, "paid", "https://shop.example.com/pay"},
		{"an error", "?imp_uid=imp_1&merchant_uid=order1&error_code=F400&error_msg=x", false, 0, "failed", "https://shop.example.com/pay"},
		{"somebody else's query", "?page=2", false, 0, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := open(t, page, tt.query, tt.blocked)
			if got := o.screen(); got.State != tt.state || got.Disabled != tt.blocked || o.count("seen.posts") != tt.posts {
				t.Errorf("got %+v and %d posts", got, o.count("seen.posts"))
			}
			var history []string
			if o.read("seen.history", &history); strings.Join(history, " ") != tt.left {
				t.Errorf("left %v in the address, want %s", history, tt.left)
			}
		})
	}
}
