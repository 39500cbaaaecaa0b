package servers

import (
	"strings"
	"time"

	"smartro-wizard/e2e/fakeapi"
	"smartro-wizard/wizard"
)

// payment is a payment of the order as the window of these answers makes it.
func (r *run) payment() fakeapi.Payment {
	ch := r.channel()
	p := fakeapi.Payment{MerchantUID: r.number, Amount: price, PayMethod: r.method, Provider: ch.Provider, MID: ch.MID, Sandbox: ch.Sandbox,
		Escrow: ch.Type == wizard.TypeEscrow, Tier: r.tier, Name: "상품"}
	if ch.Type == wizard.TypeBilling {
		p.CustomerUID, p.CustomerUIDUsage = customer, "issue"
	}
	return p
}

type change = func(*fakeapi.Payment)

// pays is a buyer who went through the window. The payment is the order's
// unless something of it is changed.
func pays(changes ...change) step {
	return func(r *run) {
		p := r.payment()
		for _, alter := range changes {
			alter(&p)
		}
		r.imp = r.api.Add(p).ImpUID
	}
}

func status(s string) change    { return func(p *fakeapi.Payment) { p.Status = s } }
func amount(a float64) change   { return func(p *fakeapi.Payment) { p.Amount = a } }
func taxFree(a float64) change  { return func(p *fakeapi.Payment) { p.TaxFree = a } }
func sandbox(is bool) change    { return func(p *fakeapi.Payment) { p.Sandbox = is } }
func by(method string) change   { return func(p *fakeapi.Payment) { p.PayMethod = method } }
func mid(id string) change      { return func(p *fakeapi.Payment) { p.MID = id } }
func money(code string) change  { return func(p *fakeapi.Payment) { p.Currency = code } }
func store(tier string) change  { return func(p *fakeapi.Payment) { p.Tier = tier } }
func pg(m wizard.Module) change { return func(p *fakeapi.Payment) { p.Provider = m } }

// becomes changes the payment behind everyone's back.
func becomes(alter change) step { return func(r *run) { r.api.Change(r.imp, alter) } }

func deposits(r *run) { r.api.Deposit(r.imp) }

func paysBack(r *run) { r.api.PayBack(r.imp) }

func cancelsInConsole(a float64) step { return func(r *run) { r.api.CancelInConsole(r.imp, a) } }

// another begins a second order; the payment stays the first one's.
func another(r *run) { r.order() }

func breaks(id string, times int, f fakeapi.Fault) step {
	return func(r *run) { r.api.Break(id, times, f) }
}

// slows makes the next call of an endpoint take longer than the server waits.
func slows(id string) step {
	return func(r *run) { r.api.Break(id, 1, fakeapi.Slow(2*r.server.Patience)) }
}

func mends(r *run) { r.api.Mend() }

func expires(r *run) { r.api.Expire() }

// advances moves the API's clock; a clock that is put back is put right when
// the scenario ends.
func advances(d time.Duration) step {
	return func(r *run) {
		r.api.Advance(d)
		r.behind = max(r.behind-d, 0)
	}
}

// registers is a billing window that went well.
func registers(r *run) {
	r.api.Register(fakeapi.BillingKey{UID: customer, Channel: r.channel(), Tier: r.tier})
}

func registersAt(alter func(*fakeapi.Channel)) step {
	return func(r *run) {
		ch := r.channel()
		alter(&ch)
		r.api.Register(fakeapi.BillingKey{UID: customer, Channel: ch, Tier: r.tier})
	}
}

func declines(r *run) { r.api.Decline(customer) }

// asks wants so many calls of an endpoint since the scenario began.
func asks(id string, want int) step {
	return func(r *run) {
		if n := len(r.since(id)); n != want {
			r.fail("%s was asked %d times, want %d", id, n, want)
		}
	}
}

// asksNothing wants that PortOne was left alone.
func asksNothing(r *run) {
	if n := len(r.api.Calls()) - r.begun; n != 0 {
		r.fail("PortOne was asked %d times", n)
	}
}

// sends wants a field in the last call of an endpoint.
func sends(id, field string, want any) step {
	return func(r *run) {
		all := r.since(id)
		if len(all) == 0 {
			r.fail("%s was not asked", id)
			return
		}
		if got := all[len(all)-1].Field(field); got != want {
			r.fail("%s: %s is %v, want %v", id, field, got, want)
		}
	}
}

// stands wants a payment to be so in PortOne.
func stands(status string, cancelled float64) step {
	return func(r *run) {
		p, _ := r.api.Payment(r.imp)
		if p.Status != status || p.CancelAmount != cancelled {
			r.fail("the payment is %s with %v cancelled, want %s with %v", p.Status, p.CancelAmount, status, cancelled)
		}
	}
}

// tells wants every text in the message of the last answer.
func tells(texts func(r *run) []string) step {
	return func(r *run) {
		for _, text := range texts(r) {
			if !strings.Contains(r.last.message(), text) {
				r.fail("the message %q lacks %q", r.last.message(), text)
			}
		}
	}
}
