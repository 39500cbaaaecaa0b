package fakeapi

import (
	"encoding/json"
	"fmt"
	"slices"

	"smartro-wizard/wizard"
)

// The states of a payment.
const (
	Ready     = "ready"
	Paid      = "paid"
	Failed    = "failed"
	Cancelled = "cancelled"
)

// Payment is what the look-up tells. Zero values are told as null, or as 0
// where the documents have a number that is always there.
type Payment struct {
	ImpUID, MerchantUID string
	Status              string
	Amount, TaxFree     float64
	CancelAmount        float64
	Currency            string
	PayMethod           string
	Provider            wizard.Module
	MID                 string
	Sandbox             bool
	Escrow              bool
	CheckCard           bool
	Tier                string // of the sub-store that it belongs to
	Name                string
	CustomerUID         string
	CustomerUIDUsage    string // issue, payment
	CustomData          string
	FailReason          string
	Vbank               Vbank

	StartedAt, PaidAt, FailedAt, CancelledAt int64

	Cancels  []Cancel
	refunds  *Cancel // asked of a virtual account and not yet paid back
	delivery map[string]any
	receipt  *receipt
}

// Vbank is a virtual account.
type Vbank struct {
	Code, Name, Num, Holder string
	Due                     int64
}

// Cancel is one cancellation.
type Cancel struct {
	ID       string
	Amount   float64
	TaxFree  float64
	Reason   string
	At       int64
	announce bool
}

// Add puts a payment into the API as if it had been made, and gives it back
// with what was left out: an imp_uid, the channel of a test window, the times
// and the account that go with its status.
func (api *API) Add(p Payment) Payment {
	api.mu.Lock()
	defer api.mu.Unlock()
	return *api.add(p)
}

func (api *API) add(p Payment) *Payment {
	api.serial++
	fill(&p.ImpUID, fmt.Sprintf("imp_%012d", api.serial))
	fill(&p.Status, Paid)
	fill(&p.Currency, "KRW")
	fill(&p.PayMethod, "card")
	fill(&p.Name, "상품")
	if p.Provider == "" {
		p.Provider = wizard.ModuleNew
	}
	now := api.unix()
	p.StartedAt = now
	switch p.Status {
	case Paid:
		p.PaidAt = now
	case Failed:
		p.FailedAt = now
		fill(&p.FailReason, "카드사 거절")
	case Cancelled:
		p.PaidAt, p.CancelledAt = now, now
		if p.CancelAmount == 0 {
			p.CancelAmount = p.Amount
		}
	}
	if p.PayMethod == "vbank" && p.Vbank.Num == "" {
		bank := wizard.Codes(wizard.CodesBanks)[0]
		p.Vbank = Vbank{Code: bank.Code, Name: bank.Name.Ko, Num: fmt.Sprintf("9%011d", api.serial), Holder: "상점", Due: now + 3*24*60*60}
	}
	kept := &p
	api.payments = append(api.payments, kept)
	return kept
}

func fill(at *string, with string) {
	if *at == "" {
		*at = with
	}
}

// Payment gives a payment as it stands.
func (api *API) Payment(impUID string) (Payment, bool) {
	api.mu.Lock()
	defer api.mu.Unlock()
	if p := api.find(impUID); p != nil {
		return *p, true
	}
	return Payment{}, false
}

// Last gives the payment that was made last.
func (api *API) Last() (Payment, bool) {
	api.mu.Lock()
	defer api.mu.Unlock()
	if len(api.payments) == 0 {
		return Payment{}, false
	}
	return *api.payments[len(api.payments)-1], true
}

// Told is the answer to a look-up of a payment, word for word, also where the
// API would not give it.
func (api *API) Told(impUID string) string {
	api.mu.Lock()
	defer api.mu.Unlock()
	raw, _ := json.Marshal(ok(api.find(impUID).response()))
	return string(raw)
}

// Change alters a payment behind everyone's back.
func (api *API) Change(impUID string, change func(*Payment)) {
	api.mu.Lock()
	defer api.mu.Unlock()
	change(api.find(impUID))
}

func (api *API) find(impUID string) *Payment {
	return api.pick(func(p *Payment) bool { return p.ImpUID == impUID })
}

func (api *API) pick(is func(*Payment) bool) *Payment {
	if i := slices.IndexFunc(api.payments, is); i >= 0 {
		return api.payments[i]
	}
	return nil
}

// paid reports whether an order number was approved before.
func (api *API) paid(merchantUID string) bool {
	return api.pick(func(p *Payment) bool { return p.MerchantUID == merchantUID && p.PaidAt != 0 }) != nil
}

// rest is what can still be cancelled.
func (p *Payment) rest() float64 { return p.Amount - p.CancelAmount }

// response is the payment as the API tells it.
func (p *Payment) response() map[string]any {
	m := map[string]any{
		"imp_uid": p.ImpUID, "merchant_uid": p.MerchantUID, "status": p.Status, "amount": p.Amount, "cancel_amount": p.CancelAmount,
		"currency": p.Currency, "pay_method": p.PayMethod, "pg_provider": string(p.Provider), "pg_id": p.MID, "pg_tid": "tid" + p.ImpUID,
		"sandbox": p.Sandbox, "escrow": p.Escrow, "name": p.Name, "channel": "pc",
		"apply_num": null(""), "card_code": null(""), "card_name": null(""), "card_quota": 0, "card_number": null(""), "card_type": nil,
		"vbank_code": null(p.Vbank.Code), "vbank_name": null(p.Vbank.Name), "vbank_num": null(p.Vbank.Num), "vbank_holder": null(p.Vbank.Holder), "vbank_date": p.Vbank.Due,
		"started_at": p.StartedAt, "paid_at": p.PaidAt, "failed_at": p.FailedAt, "cancelled_at": p.CancelledAt,
		"fail_reason": null(p.FailReason), "receipt_url": null(""), "cash_receipt_issued": p.receipt != nil,
		"customer_uid": null(p.CustomerUID), "customer_uid_usage": null(p.CustomerUIDUsage), "custom_data": null(p.CustomData),
	}
	if p.PayMethod == "card" && p.PaidAt != 0 {
		m["apply_num"], m["card_code"], m["card_name"], m["card_number"], m["card_type"] = "00000001", "365", "삼성카드", "536510*********2", 0
		if p.CheckCard {
			m["card_type"] = 1
		}
	}
	if p.PaidAt != 0 {
		m["receipt_url"] = "https://example.com/receipts/" + p.ImpUID
	}
	history := []any{}
	for _, c := range p.Cancels {
		history = append(history, map[string]any{"pg_tid": "tid" + p.ImpUID, "amount": c.Amount, "reason": c.Reason, "cancelled_at": c.At,
			"receipt_url": nil, "cancellation_id": c.ID})
	}
	m["cancel_history"] = history
	return m
}

func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func responses(all []*Payment) []any {
	list := make([]any, len(all))
	for i, p := range all {
		list[i] = p.response()
	}
	return list
}
