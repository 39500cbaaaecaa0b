package testpage

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/value"
)

func TestThePageOpens(t *testing.T) {
	r := start(t)
	code, head, body := r.raw(r.get(r.path(r.URL())))
	if code != 200 || !strings.Contains(body, `id="open"`) {
		t.Fatalf("got %d", code)
	}
	if strings.Contains(body, "</script><b>") {
		t.Error("an answer reached the page's markup")
	}
	for name, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Referrer-Policy": "strict-origin",
		"Cross-Origin-Opener-Policy": "same-origin-allow-popups",
	} {
		if got := head.Get(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
	policy := head.Get("Content-Security-Policy")
	for _, want := range []string{"'strict-dynamic'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"} {
		if !strings.Contains(policy, want) {
			t.Errorf("policy %q lacks %s", policy, want)
		}
	}
	if e := r.event(); e.Kind != Page {
		t.Errorf("got %+v", e)
	}
}

func TestStartNamesWhatIsMissing(t *testing.T) {
	a := sample()
	a.UserCode, a.Later = "", []string{"user_code", "buyer_email"}
	a.Params = a.Params.With("buyer_tel", value.Value{}).With("channelKey", value.Value{})
	_, err := Start(context.Background(), Options{Answers: a})
	var missing *MissingError
	if !errors.As(err, &missing) {
		t.Fatalf("got %v", err)
	}
	if want := []string{"user_code", "channelKey", "buyer_tel"}; !slices.Equal(missing.Names, want) {
		t.Errorf("got %v, want %v", missing.Names, want)
	}
}

func TestStartNamesWhatTheTypeAndMethodWant(t *testing.T) {
	for name, tt := range map[string]struct {
		change func(*wizard.Answers)
		want   []string
	}{
		"billing":           {func(a *wizard.Answers) { a.Type = wizard.TypeBilling }, []string{"customer_uid", "customer_id"}},
		"a virtual account": {func(a *wizard.Answers) { a.Params = a.Params.With("pay_method", value.Text("vbank")) }, []string{"vbank_due"}},
		"easy pay":          {func(a *wizard.Answers) { a.Params = a.Params.With("pay_method", value.Text("payco")) }, []string{"customer_id"}},
	} {
		t.Run(name, func(t *testing.T) {
			a := sample()
			tt.change(&a)
			_, err := Start(context.Background(), Options{Answers: a})
			var missing *MissingError
			if !errors.As(err, &missing) || !slices.Equal(missing.Names, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

func TestStartRefusesWhatOpensNoWindow(t *testing.T) {
	for name, change := range map[string]func(*wizard.Answers){
		"the old module in V2": func(a *wizard.Answers) { a.SDK, a.Module = wizard.V2, wizard.ModuleOld },
		"billing by API":       func(a *wizard.Answers) { a.Type = wizard.TypeAPIRecurring },
		"no such channel":      func(a *wizard.Answers) { a.Module, a.Type = wizard.ModuleOld, wizard.TypeEscrow },
	} {
		t.Run(name, func(t *testing.T) {
			a := sample()
			change(&a)
			if s, err := Start(context.Background(), Options{Answers: a}); !errors.Is(err, ErrMode) {
				t.Errorf("got %v, %v", s, err)
			}
		})
	}
}

func TestLiveIsServedToWhoTypedTheMerchantCode(t *testing.T) {
	live := func() wizard.Answers {
		a := sample()
		a.Mode = wizard.ModeLive
		return a
	}
	for _, typed := range []string{"", "imp", "imp10000002", "imp10000001 "} {
		if s, err := Start(context.Background(), Options{Answers: live(), Typed: typed}); !errors.Is(err, ErrNotTyped) {
			t.Errorf("typed %q: got %v, %v", typed, s, err)
		}
	}
	r := start(t, func(o *Options) { o.Answers, o.Typed = live(), o.Answers.UserCode })
	_, _, body := r.raw(r.get(r.path(r.URL())))
	for _, want := range []string{`"mode":"live"`, `"key_want":"live"`, `"key_from":"live"`, `{"field":"sandbox","value":"false"}`} {
		if !strings.Contains(body, want) {
			t.Errorf("the page does not say %s", want)
		}
	}
	if strings.Contains(body, "include_sandbox=true") {
		t.Error("the look-up of a live payment asks for the sandbox")
	}
	r.event() // the page was opened
	r.open()
}

func TestStartRefusesAnswersThatBreakARule(t *testing.T) {
	a := sample()
	a.Params = a.Params.With("amount", value.Text("1,004"))
	var broken *BrokenError
	if _, err := Start(context.Background(), Options{Answers: a}); !errors.As(err, &broken) || len(broken.Findings) == 0 {
		t.Errorf("got %v", err)
	}
}

// Every window of V1 can be tried, in both modes.
func TestEveryWindowIsServed(t *testing.T) {
	served := 0
	for _, ch := range wizard.Channels() {
		if !ch.Opens() {
			continue
		}
		a := sample()
		a.Mode, a.Module, a.Type = ch.Mode, ch.Module, ch.Type
		a.Params = a.Params.With("name", value.Text("사과"))
		if ch.Type == wizard.TypeBilling {
			a.Params = a.Params.With("customer_uid", value.Text("user1card1")).With("customer_id", value.Text("user1")).
				With("buyer_name", value.Text("홍길동")).With("buyer_email", value.Text("a@example.com"))
		}
		if ch.Type == wizard.TypeEscrow {
			a.Params = a.Params.With("buyer_name", value.Text("홍길동")).With("buyer_email", value.Text("a@example.com"))
		}
		s, err := Start(context.Background(), Options{Answers: a, Typed: a.UserCode})
		if err != nil {
			var broken *BrokenError
			if errors.As(err, &broken) {
				t.Errorf("%+v", broken.Findings)
			}
			t.Errorf("%s %s %s: %v", ch.Mode, ch.Module, ch.Type, err)
			continue
		}
		served++
		_ = s.Close()
	}
	if served != 10 {
		t.Errorf("served %d windows", served)
	}
}
