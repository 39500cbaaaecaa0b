package fakeapi

import (
	"errors"
	"regexp"

	"smartro-wizard/wizard"
)

// Window is what a page hands to IMP.request_pay, as far as PortOne looks at it.
type Window struct {
	ChannelKey  string
	PayMethod   string
	MerchantUID string
	Name        string
	Amount      float64
	TaxFree     float64
	CustomerUID string // a billing window: a card is registered under this name
	CustomData  string
	Tier        string
	Failing     bool // the buyer's card is refused
}

// Webhook is what PortOne sends to the shop.
type Webhook struct {
	ImpUID         string `json:"imp_uid"`
	MerchantUID    string `json:"merchant_uid"`
	Status         string `json:"status"`
	CancellationID string `json:"cancellation_id,omitempty"`
}

// Why a window does not open.
var (
	ErrChannel = errors.New("no such channel")
	ErrNumber  = errors.New("the order number has other characters than letters and digits")
	ErrPaid    = errors.New("the order number was paid before")
	ErrAmount  = errors.New("another amount was registered for the order number")
)

var plainNumber = regexp.MustCompile(`^[A-Za-z0-9]+$`)

// Pay stands for the buyer who goes through the window. A virtual account is
// issued and waits; a billing window registers a card and takes no money.
func (api *API) Pay(w Window) (Payment, error) {
	api.mu.Lock()
	defer api.mu.Unlock()
	ch, known := api.channel(w.ChannelKey)
	prepared, registered := api.prepared[w.MerchantUID]
	switch {
	case !known:
		return Payment{}, ErrChannel
	case ch.Provider == wizard.ModuleNew && !plainNumber.MatchString(w.MerchantUID):
		return Payment{}, ErrNumber
	case api.paid(w.MerchantUID):
		return Payment{}, ErrPaid
	case registered && prepared.Amount != w.Amount:
		return Payment{}, ErrAmount
	}
	p := Payment{MerchantUID: stored(w.MerchantUID), Status: Paid, Amount: w.Amount, TaxFree: w.TaxFree, PayMethod: w.PayMethod, Provider: ch.Provider, MID: ch.MID,
		Sandbox: ch.Sandbox, Escrow: ch.Type == wizard.TypeEscrow, Tier: w.Tier, Name: w.Name, CustomData: w.CustomData, CustomerUID: w.CustomerUID}
	switch {
	case w.Failing:
		p.Status = Failed
		return *api.add(p), nil // told to nobody
	case w.CustomerUID != "":
		p.CustomerUIDUsage = "issue"
		api.keys[w.CustomerUID] = &BillingKey{UID: w.CustomerUID, Channel: ch, Inserted: api.unix(), Tier: w.Tier}
	case w.PayMethod == "vbank":
		p.Status = Ready
	}
	kept := api.add(p)
	api.tell(kept, "")
	return *kept, nil
}

// stored is an order number as Smartro keeps it.
func stored(number string) string {
	if r := []rune(number); len(r) > 40 {
		return string(r[:40])
	}
	return number
}

// Deposit is the buyer's money on a virtual account.
func (api *API) Deposit(impUID string) {
	api.mu.Lock()
	defer api.mu.Unlock()
	p := api.find(impUID)
	p.Status, p.PaidAt = Paid, api.unix()
	api.tell(p, "")
}

// CancelInConsole is the merchant who cancels by hand: an amount, or all that
// is left where it is 0.
func (api *API) CancelInConsole(impUID string, amount float64) {
	api.mu.Lock()
	defer api.mu.Unlock()
	p := api.find(impUID)
	if amount == 0 {
		amount = p.rest()
	}
	api.book(p, Cancel{Amount: amount, Reason: "관리자 취소", announce: true})
}

// PayBack ends the refund that was asked of a virtual account.
func (api *API) PayBack(impUID string) {
	api.mu.Lock()
	defer api.mu.Unlock()
	p := api.find(impUID)
	due := *p.refunds
	p.refunds = nil
	due.announce = true // its completion is always told
	api.book(p, due)
}

func (api *API) tell(p *Payment, cancellation string) {
	api.webhooks = append(api.webhooks, Webhook{p.ImpUID, p.MerchantUID, p.Status, cancellation})
}

// Webhooks gives what PortOne would have sent so far, in order.
func (api *API) Webhooks() []Webhook {
	api.mu.Lock()
	defer api.mu.Unlock()
	return append([]Webhook(nil), api.webhooks...)
}
