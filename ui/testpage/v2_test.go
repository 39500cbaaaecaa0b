package testpage

import (
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"smartro-wizard/wizard"
	"smartro-wizard/wizard/text"
	"smartro-wizard/wizard/value"
)

const storeV2 = "store-00000000-0000-4000-8000-0000abcd1234"

// sampleV2 is a payment of V2 with everything that is made at run time.
func sampleV2() wizard.Answers {
	a := sample()
	a.SDK, a.UserCode, a.StoreID = wizard.V2, "", storeV2
	customer := value.ObjectOf(value.Field{Key: "phoneNumber", Value: value.Text("01012345678")})
	a.Params = value.ObjectOf(
		value.Field{Key: "channelKey", Value: value.Text("channel-key-00000000-0000-0000-0000-000000000001")},
		value.Field{Key: "payMethod", Value: value.Text("VIRTUAL_ACCOUNT")},
		value.Field{Key: "orderName", Value: value.Text("</script><b>김'밥\u202e")},
		value.Field{Key: "totalAmount", Value: value.Digits("1004")},
		value.Field{Key: "customer", Value: customer},
	)
	a.Make.VbankDue, a.Make.Period = &wizard.MakeVbankDue{Days: 3}, &wizard.MakePeriod{Days: 30}
	return a
}

// cardV2 registers a card.
func cardV2() wizard.Answers {
	a := sampleV2()
	a.Type = wizard.TypeBilling
	a.Params = value.ObjectOf(
		value.Field{Key: "channelKey", Value: value.Text("channel-key-00000000-0000-0000-0000-000000000001")},
		value.Field{Key: "customer", Value: value.ObjectOf(value.Field{Key: "customerId", Value: value.Text("user1001")})},
	)
	a.Make.VbankDue, a.Make.Period = nil, nil
	a.Make.MerchantUID = &wizard.MakeOrderID{From: wizard.FromBrowser, Prefix: "card"}
	return a
}

func TestTheRequestOfV2(t *testing.T) {
	r := start(t, func(o *Options) { o.Answers = sampleV2() })
	m, err := r.maker.request(r.clock.Now())
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^order[0-9a-f]{32}$`).MatchString(m.order) {
		t.Errorf("order %q", m.order)
	}
	for path, want := range map[string]string{
		"storeId": storeV2, "paymentId": m.order, "redirectUrl": r.Redirect(), "currency": "KRW", "virtualAccount.accountExpiry.dueDate": "2026-11-24",
		"offerPeriod.range.from": "2026-11-21T00:00:00+09:00", "offerPeriod.range.to": "2026-12-20T23:59:59+09:00",
	} {
		if got := m.params.Get(path).Text(); got != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
	card := start(t, func(o *Options) { o.Answers = cardV2() })
	m, err = card.maker.request(r.clock.Now())
	if err != nil || !regexp.MustCompile(`^card[0-9a-f]{16}$`).MatchString(m.params.Get("issueId").Text()) || m.params.Get("billingKeyMethod").Text() != "CARD" {
		t.Errorf("a card is registered by %v: %v", m.params, err)
	}
}

func TestVerdictsOfV2(t *testing.T) {
	payment := made{tongue: tongues[wizard.RequestPayment], order: "order123"}
	issue := made{tongue: tongues[wizard.RequestIssueBillingKey], order: "card123"}
	for name, c := range map[string]struct {
		m       made
		via     string
		fields  string
		verdict Verdict
		differs string
	}{
		"claimed":                    {payment, ViaCallback, `{"transactionType":"PAYMENT","txId":"t1","paymentId":"order123"}`, VerdictClaimed, ""},
		"by redirect without txId":   {payment, ViaRedirect, `{"paymentId":"order123"}`, VerdictClaimed, ""},
		"another order":              {payment, ViaCallback, `{"txId":"t1","paymentId":"order124"}`, VerdictMismatch, "paymentId"},
		"no order":                   {payment, ViaRedirect, `{"txId":"t1"}`, VerdictMismatch, "paymentId"},
		"nothing to look up":         {payment, ViaCallback, `{"paymentId":"order123"}`, VerdictMismatch, "txId"},
		"a code is a failure":        {payment, ViaCallback, `{"paymentId":"order123","code":"PG_PROVIDER_ERROR","message":"no"}`, VerdictError, ""},
		"an empty code is one too":   {payment, ViaRedirect, `{"paymentId":"order123","code":""}`, VerdictError, ""},
		"null is no code":            {payment, ViaCallback, `{"txId":"t1","paymentId":"order123","code":null}`, VerdictClaimed, ""},
		"a failure before the order": {payment, ViaCallback, `{"code":"StoreNotFound"}`, VerdictError, ""},
		"a card for a payment":       {payment, ViaCallback, `{"transactionType":"ISSUE_BILLING_KEY","txId":"t1","paymentId":"order123"}`, VerdictMismatch, "transactionType"},
		"a failure of another order": {payment, ViaCallback, `{"paymentId":"order124","code":"X"}`, VerdictMismatch, "paymentId"},
		"a key":                      {issue, ViaCallback, `{"transactionType":"ISSUE_BILLING_KEY","billingKey":"billing-key-1"}`, VerdictClaimed, ""},
		"no key":                     {issue, ViaRedirect, `{"transactionType":"ISSUE_BILLING_KEY"}`, VerdictMismatch, "billingKey"},
		"no key, but a code":         {issue, ViaRedirect, `{"code":"PG_PROVIDER_ERROR"}`, VerdictError, ""},
		"a payment for a card":       {issue, ViaCallback, `{"transactionType":"PAYMENT","billingKey":"billing-key-1"}`, VerdictMismatch, "transactionType"},
	} {
		t.Run(name, func(t *testing.T) {
			raw, err := fieldsOf([]byte(c.fields), c.m.fields)
			if err != nil {
				t.Fatal(err)
			}
			fields := value.ObjectOf()
			for k, v := range raw {
				s, err := scalar(v)
				if err != nil {
					t.Fatal(err)
				}
				fields = fields.With(k, s)
			}
			verdict, differs := judge(c.m, c.via, fields)
			if verdict != c.verdict || strings.Join(differs, " ") != c.differs {
				t.Errorf("got %s %v, want %s %s", verdict, differs, c.verdict, c.differs)
			}
		})
	}
}

// Live money of V2 is taken only after somebody typed the end of the store id.
func TestLiveOfV2WantsTheStoreTyped(t *testing.T) {
	a := sampleV2()
	a.Mode = wizard.ModeLive
	for typed, want := range map[string]bool{"": false, "1234": false, "abcd1235": false, "abcd1234": true, storeV2: true, "imp10000001": false} {
		if Confirms(a, typed) != want {
			t.Errorf("%q confirms: %t", typed, !want)
		}
		s, err := Start(context.Background(), Options{Answers: a, Lang: text.Ko, Typed: typed})
		if want != (err == nil) || !want && !errors.Is(err, ErrNotTyped) {
			t.Errorf("%q: %v", typed, err)
		}
		if s != nil {
			_ = s.Close()
		}
	}
	a.Module = wizard.ModuleOld
	if _, err := Start(context.Background(), Options{Answers: a, Lang: text.Ko, Typed: storeV2}); !errors.Is(err, ErrMode) {
		t.Errorf("the old module in V2: %v", err)
	}
}

func TestWhatIsMissingInV2IsNamed(t *testing.T) {
	a := sampleV2()
	a.StoreID = ""
	a.Params = a.Params.With("channelKey", value.Value{})
	_, err := Start(context.Background(), Options{Answers: a, Lang: text.Ko})
	var missing *MissingError
	if !errors.As(err, &missing) || strings.Join(missing.Names, " ") != "storeId channelKey" {
		t.Errorf("got %v", err)
	}
}

// The page speaks of the function, the fields and the API of its version alone.
func TestThePageOfV2SaysNothingOfV1(t *testing.T) {
	for _, a := range []wizard.Answers{sampleV2(), cardV2()} {
		r := start(t, func(o *Options) { o.Answers = a })
		d := r.pageData()
		all := d.LookUp + d.Call + d.Script + strings.Join(d.Known, " ")
		for _, l := range text.Langs {
			for _, s := range d.Texts[l] {
				all += "\n" + s
			}
		}
		for _, row := range d.Rows {
			all += "\n" + row.Path
		}
		for _, p := range d.Proofs {
			all += "\n" + p.Field
		}
		for _, word := range []string{"IMP.", "imp_uid", "merchant_uid", "error_code", "m_redirect_url", "api.iamport", "iamport.js", "IMP_KEY", "sandbox", "pg_id"} {
			if strings.Contains(all, word) {
				t.Errorf("%s speaks of %s", a.Type, word)
			}
		}
	}
}
