package fakeapi

import (
	"fmt"
	"time"

	"smartro-wizard/wizard"
)

func (api *API) cancel(c *call) answer {
	p := api.toCancel(c)
	if p == nil || p.Tier != c.tier {
		return fail("취소할 결제건이 존재하지 않습니다.")
	}
	amount := c.number("amount")
	if amount == 0 {
		amount = p.rest()
	}
	if refusal := api.refusesCancel(c, p, amount); refusal != "" {
		return fail(refusal)
	}
	partial := amount != p.Amount
	if missing := c.needs(about{string(p.Provider), p.PayMethod, partial, p.TaxFree > 0}); missing != nil {
		return *missing
	}
	taxFree := c.number("tax_free")
	if !partial {
		taxFree = p.TaxFree
	}
	done := Cancel{Amount: amount, TaxFree: taxFree, Reason: c.text("reason"), announce: c.truth("enable_webhook")}
	if p.PayMethod == "vbank" { // the money goes back later
		p.refunds = &done
	} else {
		api.book(p, done)
	}
	return ok(p.response())
}

// toCancel finds the payment. An imp_uid wins, even one that leads nowhere.
func (api *API) toCancel(c *call) *Payment {
	if uid := c.text("imp_uid"); uid != "" {
		return api.find(uid)
	}
	number := c.text("merchant_uid")
	return api.pick(func(p *Payment) bool { return p.MerchantUID == number && p.PaidAt != 0 })
}

// refusesCancel says in words why the money cannot go back.
func (api *API) refusesCancel(c *call, p *Payment, amount float64) string {
	rest, part := p.rest(), amount != p.Amount
	switch {
	case p.PaidAt == 0:
		return "결제완료된 건만 취소할 수 있습니다."
	case rest == 0:
		return "이미 전액취소된 주문입니다."
	case p.refunds != nil:
		return "환불이 진행 중입니다."
	case c.has("checksum") && c.number("checksum") != rest:
		return fmt.Sprintf("취소 가능 금액이 일치하지 않습니다. (checksum %v, 잔액 %v)", c.number("checksum"), rest)
	case amount < 0 || amount > rest:
		return "취소금액이 취소 가능 금액보다 큽니다."
	case part && p.PayMethod == "phone":
		return "휴대폰 결제는 부분취소할 수 없습니다."
	case p.PayMethod == "phone" && !api.thisMonth(p.PaidAt):
		return "휴대폰 결제는 결제한 달에만 취소할 수 있습니다."
	case part && p.Escrow:
		return "에스크로 결제는 부분취소할 수 없습니다."
	case part && p.Sandbox && p.CheckCard:
		return "테스트 결제의 체크카드는 전액취소만 됩니다."
	case part && p.PayMethod != "vbank" && c.number("tax_free") > p.exempt():
		return "면세금액이 취소 가능한 면세금액보다 큽니다."
	case c.has("refund_bank") && !knownBank(c.text("refund_bank")):
		return "환불계좌 은행코드가 올바르지 않습니다."
	}
	return ""
}

func knownBank(code string) bool {
	_, known := wizard.CodeOf(wizard.CodesBanks, code)
	return known
}

// thisMonth reports whether a time lies in the month of today, by Korea's calendar.
func (api *API) thisMonth(unix int64) bool {
	then, now := time.Unix(unix, 0).In(wizard.Korea), api.time().In(wizard.Korea)
	return then.Year() == now.Year() && then.Month() == now.Month()
}

// exempt is the tax-free money that was not cancelled.
func (p *Payment) exempt() float64 {
	left := p.TaxFree
	for _, c := range p.Cancels {
		left -= c.TaxFree
	}
	return left
}

// book puts a cancellation down.
func (api *API) book(p *Payment, done Cancel) {
	api.serial++
	done.ID, done.At = fmt.Sprintf("cancel_%012d", api.serial), api.unix()
	p.Cancels = append(p.Cancels, done)
	p.CancelAmount += done.Amount
	p.Status, p.CancelledAt = Cancelled, done.At
	if done.announce {
		api.tell(p, done.ID)
	}
}
