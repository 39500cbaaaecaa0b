package snippets_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
)

const paid = `{imp_uid: "imp_123456789012", merchant_uid: "order1"}`

type post struct {
	URL, Method, Type string
	Body              map[string]any
}

func (o opened) posts() (all []post) {
	o.t.Helper()
	o.read("seen.posts", &all)
	return all
}

// on runs a claim about the way of a payment in every target and version.
func on(t *testing.T, name string, w world, claim func(t *testing.T, o opened, is way)) {
	for sdk, is := range ways {
		t.Run(name+"/"+string(sdk), func(t *testing.T) {
			all(t, is.answers, func(t *testing.T, a wizard.Answers, target string) { claim(t, open(t, a, target, w), is) })
		})
	}
}

func TestBeforeThePayment(t *testing.T) {
	on(t, "the button is free", world{}, func(t *testing.T, o opened, is way) {
		if got := o.screen(); got.Disabled || got.Text != "" || got.State != "" {
			t.Errorf("got %+v", got)
		}
	})
	on(t, "a blocked SDK is a sentence", world{blocked: true}, func(t *testing.T, o opened, is way) {
		free := o.packaged() // a package is not asked for before the click
		if free {
			o.do("click()")
		}
		if got := o.screen(); !strings.Contains(got.Text, is.host) || got.State != "failed" || got.Disabled == free {
			t.Errorf("got %+v", got)
		}
	})
	t.Run("the page shows the order", func(t *testing.T) {
		// goja groups no digits
		if got := open(t, card(), "html", world{}).screen(); got.Name != "결제 테스트" || got.Amount != "1004원" {
			t.Errorf("got %+v", got)
		}
	})
}

func TestTheServerDecides(t *testing.T) {
	on(t, "success counts when the server says so", world{}, func(t *testing.T, o opened, is way) {
		o.do("click()")
		if !o.screen().Disabled {
			t.Error("the button is free while the window is open")
		}
		o.do("callback(" + is.paid + ")")
		want := []post{{"/payments/complete", "POST", "application/json", is.posted}}
		if got := o.posts(); !reflect.DeepEqual(got, want) {
			t.Errorf("posted %+v", got)
		}
		if got := o.screen(); got.State != "paid" || got.Disabled || !strings.Contains(got.Text, "order1") {
			t.Errorf("got %+v", got)
		}
	})
	on(t, "an error goes to nobody and is shown", world{}, func(t *testing.T, o opened, is way) {
		o.do("click()")
		o.do("callback(" + is.failed + ")")
		if got := o.screen(); got.State != "failed" || !strings.Contains(got.Text, "취소했습니다 <b>") || got.Disabled || len(o.posts()) != 0 {
			t.Errorf("got %+v, posts %v", got, o.posts())
		}
	})
	on(t, "success false without an error code is not an error", world{}, func(t *testing.T, o opened, is way) {
		o.do("click()")
		o.do("callback(" + is.bare + ")")
		want := is.postedBare
		if got := o.posts(); len(got) != 1 || !reflect.DeepEqual(got[0].Body, want) {
			t.Errorf("posted %v, want %v", got, want)
		}
	})
	for name, server := range map[string]string{
		"no server":            "null",
		"a page for an answer": "{status: 200, text: '<!doctype html>'}",
		"null":                 "{status: 200, text: 'null'}",
		"an error with paid":   `{status: 500, text: '{"status":"paid"}'}`,
		"another status":       `{status: 200, text: '{"status":"ready"}'}`,
		"a reason":             `{status: 409, text: '{"status":"refused","message":"금액이 다릅니다"}'}`,
	} {
		on(t, "not paid: "+name, world{}, func(t *testing.T, o opened, is way) {
			o.do("answer = " + server + "; click()")
			o.do("callback(" + is.paid + ")")
			got := o.screen()
			if got.State != "unconfirmed" || got.Disabled || got.Text == "" || strings.Contains(got.Text, "확인되었습니다") {
				t.Errorf("got %+v", got)
			}
			if name == "a reason" && got.Text != "금액이 다릅니다" {
				t.Errorf("the server's reason is not shown but %q", got.Text)
			}
		})
	}
}

// A virtual account waits for its money, and registering a card takes none:
// neither is paid, whatever the server may say.
func TestTheEndsOfOtherWindows(t *testing.T) {
	for name, status := range map[string]string{"vbank": "ready", "billing": "registered", "v2-vbank": "ready", "v2-billing": "registered"} {
		t.Run(name, func(t *testing.T) {
			all(t, caseOf(t, name), func(t *testing.T, a wizard.Answers, target string) {
				for said, want := range map[string]string{status: status, "paid": "unconfirmed"} {
					o := open(t, a, target, world{})
					o.do(fmt.Sprintf(`answer = {status: 200, text: '{"status":%q}'}; click()`, said))
					o.do("callback(" + goes(a) + ")")
					if got := o.screen(); got.State != want || strings.Contains(got.Text, "결제가 확인되었습니다") {
						t.Errorf("the server says %s: %+v", said, got)
					}
				}
			})
		})
	}
	for _, name := range []string{"vbank", "v2-vbank"} {
		all(t, caseOf(t, name), func(t *testing.T, a wizard.Answers, target string) {
			o := open(t, a, target, world{})
			o.do(`answer = {status: 200, text: '{"status":"ready","message":"국민은행 123-456"}'}; click()`)
			o.do("callback(" + goes(a) + ")")
			if got := o.screen(); got.Text != "국민은행 123-456" {
				t.Errorf("the account is not shown but %q", got.Text)
			}
		})
	}
}

func TestEachAttemptHasANumberOfItsOwn(t *testing.T) {
	for _, name := range []string{"card-ko", "server-order", "order-later", "fixed",
		"v2-card", "v2-server-order", "v2-order-later", "v2-fixed", "v2-billing", "v2-billing-server"} {
		t.Run(name, func(t *testing.T) {
			all(t, caseOf(t, name), func(t *testing.T, a wizard.Answers, target string) {
				o := open(t, a, target, world{})
				seen := map[string]bool{}
				for range 3 {
					o.do("click()")
					o.do("callback(" + ways[a.SDK].cancel + ")")
					var id string
					o.read("seen.requests.at(-1).params."+a.Call().OrderID, &id)
					seen[id] = true
				}
				if len(seen) != 3 {
					t.Errorf("three attempts had the numbers %v", seen)
				}
			})
		})
	}
	for _, target := range []string{"ts", "react", "vue"} {
		for name, id := range map[string]string{"server-order": "merchantUid", "v2-server-order": "paymentId"} {
			t.Run("a server that makes none/"+target+"/"+name, func(t *testing.T) {
				o := open(t, caseOf(t, name), target, world{})
				o.do("ORDER." + id + " = { slice() { throw new Error('no order') } }")
				o.do("click()")
				if got := o.screen(); got.State != "failed" || got.Disabled || o.count("seen.requests") != 0 {
					t.Errorf("got %+v", got)
				}
			})
		}
	}
}

func TestOneWindowAtATime(t *testing.T) {
	on(t, "a double click is one call, a click after it a new number", world{}, func(t *testing.T, o opened, is way) {
		o.do("click(1); click(2); click(1); press.run({detail: 1})")
		if n := o.count("seen.requests"); n != 1 {
			t.Fatalf("%d calls, want 1", n)
		}
		o.do("callback(" + is.paid + ")")
		o.do("click(2)")
		if n := o.count("seen.requests"); n != 1 {
			t.Errorf("%d calls after the second half of a double click, want 1", n)
		}
		o.do("click(1)")
		var ids []string
		o.read("seen.requests.map((r) => r.params."+is.orderID+")", &ids)
		if len(ids) != 2 || ids[0] == ids[1] {
			t.Errorf("the attempts are %v", ids)
		}
	})
	// Somebody may be typing a card number in the window: 30 seconds are no failure.
	on(t, "a silent window is spoken of and nothing is let go", world{}, func(t *testing.T, o opened, is way) {
		o.do("click()")
		o.do("pass(30000)")
		if got := o.screen(); !got.Disabled || got.State != "" || !strings.Contains(got.Text, "새로고침") {
			t.Errorf("got %+v", got)
		}
		o.do("press.run({detail: 1})")
		o.do("callback(" + is.paid + ")")
		if got := o.screen(); got.State != "paid" || got.Disabled || o.count("seen.requests") != 1 {
			t.Errorf("got %+v after %d requests", got, o.count("seen.requests"))
		}
	})
	on(t, "an answer stops the timer", world{}, func(t *testing.T, o opened, is way) {
		o.do("click()")
		if n := o.do("waiting(30000)").ToInteger(); n != 1 {
			t.Errorf("%d timers run, want 1", n)
		}
		o.do("callback(" + is.paid + ")")
		if n := o.do("waiting(30000)").ToInteger(); n != 0 {
			t.Errorf("%d timers run on", n)
		}
	})
	on(t, "an SDK that throws lets go", world{}, func(t *testing.T, o opened, is way) {
		o.do(is.throw + "; click()")
		if got := o.screen(); got.Disabled || got.State != "failed" || o.do("waiting(30000)").ToInteger() != 0 {
			t.Errorf("got %+v", got)
		}
	})
	on(t, "back from the phone's window by its back button", world{}, func(t *testing.T, o opened, is way) {
		o.do("click()")
		o.do("fire('pageshow', {persisted: false})")
		if got := o.screen(); !got.Disabled {
			t.Errorf("the page's own pageshow lets go: %+v", got)
		}
		o.do("fire('pageshow', {persisted: true})")
		if got := o.screen(); got.Disabled || got.Text != "" || o.do("waiting(30000)").ToInteger() != 0 {
			t.Errorf("got %+v", got)
		}
		o.do("click()")
		if n := o.count("seen.requests"); n != 2 {
			t.Errorf("%d requests, want 2", n)
		}
	})
}

func TestReturnFromThePhone(t *testing.T) {
	tests := []struct {
		of, name, query string
		blocked         bool
		posts           int
		state, left     string
	}{
		{"card-ko", "paid", "?imp_uid=imp_1&merchant_uid=order1&shop=%ED%95%9C", false, 1, "paid", "?shop="},
		{"card-ko", "paid, the SDK blocked", "?imp_uid=imp_1&merchant_uid=order1", true, 1, "paid", "/pay"},
		{"card-ko", "only the order number", "?merchant_uid=order1", false, 1, "paid", "/pay"},
		{"card-ko", "an error", "?imp_uid=imp_1&merchant_uid=order1&error_code=F400&error_msg=x", false, 0, "failed", "/pay"},
		{"card-ko", "somebody else's query", "?page=2", false, 0, "", ""},
		{"v2-card", "paid in V2", "?transactionType=PAYMENT&txId=tx1&paymentId=order1&shop=%ED%95%9C", false, 1, "paid", "?shop="},
		{"v2-card", "paid in V2, the SDK blocked", "?paymentId=order1", true, 1, "paid", "/pay"},
		{"v2-card", "an error of V2", "?paymentId=order1&code=PGProviderError&message=x&pgCode=1&pgMessage=y", false, 0, "failed", "/pay"},
		{"v2-card", "a login's answer", "?code=4711&state=x", false, 0, "", ""},
		{"v2-billing", "registered in V2", "?billingKey=order1-key&transactionType=ISSUE_BILLING_KEY", false, 1, "registered", "/pay"},
		{"v2-billing", "an error of registering", "?code=PGProviderError&message=x", false, 0, "failed", "/pay"},
		{"v2-billing", "a login's answer to a page of cards", "?code=4711&state=x", false, 0, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			all(t, caseOf(t, tt.of), func(t *testing.T, a wizard.Answers, target string) {
				o := open(t, a, target, world{query: tt.query, blocked: tt.blocked})
				waits := tt.blocked && !o.packaged()
				if got := o.screen(); got.State != tt.state || got.Disabled != waits || len(o.posts()) != tt.posts || strings.Contains(got.Text, "order1-key") {
					t.Errorf("got %+v and %d posts", got, len(o.posts()))
				}
				var history []string
				o.read("seen.history", &history)
				if tt.left == "" && len(history) == 0 {
					return
				}
				// A router's state of the page has to outlive the cleaning.
				if len(history) != 1 || !strings.HasPrefix(history[0], "1 ") || !strings.Contains(history[0], tt.left) || strings.Contains(history[0], "order1") {
					t.Errorf("left %v in the address, want %s", history, tt.left)
				}
			})
		})
	}
	t.Run("a message in another encoding", func(t *testing.T) {
		a := caseOf(t, "es5")
		o := open(t, a, "js", world{query: "?merchant_uid=order1&error_code=F400&error_msg=%C3%EB%BC%D2+x"})
		if got := o.screen(); got.State != "failed" || !strings.Contains(got.Text, "%C3%EB") {
			t.Errorf("got %+v", got)
		}
	})
}

func TestTheScriptIsAddedOnce(t *testing.T) {
	scripts := func(o opened) (all []string) {
		o.read("seen.scripts", &all)
		return all
	}
	for _, target := range []string{"js", "ts", "react", "vue"} {
		for sdk, is := range ways {
			t.Run(target+"/"+string(sdk), func(t *testing.T) {
				o := open(t, is.answers, target, world{})
				o.do("click()")
				o.do("callback(" + is.paid + ")")
				o.do("click()")
				want, inits := []string{is.script}, 1
				if sdk == wizard.V2 {
					inits = 0
				}
				if o.packaged() {
					want = []string{} // the package brings it, which is not here
				}
				if got := scripts(o); !slices.Equal(got, want) || o.count("seen.init") != inits {
					t.Errorf("scripts %v, %d inits", got, o.count("seen.init"))
				}
			})
		}
	}
	for _, target := range []string{"js", "ts", "react", "vue"} {
		t.Run("a script element of others is waited for/"+target, func(t *testing.T) {
			o := open(t, card(), target, world{there: true})
			if got := scripts(o); len(got) != 0 || o.count("seen.init") != 0 || !o.screen().Disabled {
				t.Errorf("scripts %v, %d inits, %+v", got, o.count("seen.init"), o.screen())
			}
			o.do("theirs.arrive()")
			if got := o.screen(); got.Disabled || o.count("seen.init") != 1 {
				t.Errorf("%d inits, %+v", o.count("seen.init"), got)
			}
		})
		t.Run("a script that never comes is a sentence/"+target, func(t *testing.T) {
			o := open(t, card(), target, world{there: true})
			o.do("pass(20000)")
			if got := o.screen(); got.State != "failed" || !got.Disabled || !strings.Contains(got.Text, "cdn.iamport.kr") {
				t.Errorf("got %+v", got)
			}
		})
	}
	t.Run("a page that pays already gets neither script nor init", func(t *testing.T) {
		for _, name := range []string{"insert", "es5-insert"} {
			for _, target := range targets {
				code := body(t, caseOf(t, name), target)
				for _, never := range []string{"IMP.init(", "IMP.agency(", wizard.ScriptV1, "createElement", "userCode"} {
					if strings.Contains(code, never) {
						t.Errorf("%s has %s", target, never)
					}
				}
				o := open(t, caseOf(t, name), target, world{})
				if o.do("click()"); len(scripts(o)) != 0 || o.count("seen.init") != 0 || o.count("seen.requests") != 1 {
					t.Errorf("%s: scripts %v, %d inits, %d requests", target, scripts(o), o.count("seen.init"), o.count("seen.requests"))
				}
				blocked := open(t, caseOf(t, name), target, world{blocked: true})
				blocked.do("click()")
				if got := blocked.screen(); got.State != "failed" || !strings.Contains(got.Text, "cdn.iamport.kr") {
					t.Errorf("%s without the SDK: %+v", target, got)
				}
			}
		}
	})
}
