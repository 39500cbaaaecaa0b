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

func TestStartRefusesLiveAndOtherChannels(t *testing.T) {
	for name, change := range map[string]func(*wizard.Answers){
		"live":            func(a *wizard.Answers) { a.Mode = wizard.ModeLive },
		"v2":              func(a *wizard.Answers) { a.SDK = wizard.V2 },
		"billing by API":  func(a *wizard.Answers) { a.Type = wizard.TypeAPIRecurring },
		"no such channel": func(a *wizard.Answers) { a.Module, a.Type = wizard.ModuleOld, wizard.TypeEscrow },
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
