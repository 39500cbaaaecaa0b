package fakeapi

import (
	"fmt"
	"net/http"
)

// receipt is a cash receipt of the tax office.
type receipt struct {
	id, owner          string // owner is imp_uid or merchant_uid
	kind               string
	amount             float64
	applied, cancelled int64
}

func (r *receipt) response() map[string]any {
	return map[string]any{r.owner: r.id, "receipt_tid": "receipt" + r.id, "apply_num": "000000001", "type": r.kind, "amount": r.amount,
		"vat": int64(r.amount / 11), "receipt_url": "https://example.com/cash/" + r.id, "applied_at": r.applied, "cancelled_at": r.cancelled}
}

func (api *API) issueReceipt(c *call) answer {
	p := api.find(c.text("imp_uid"))
	if p == nil || p.Tier != c.tier || p.Status != Paid {
		return refuse(http.StatusBadRequest, "결제완료된 건이 아닙니다.")
	}
	if missing := c.needs(about{provider: string(p.Provider)}); missing != nil {
		return *missing
	}
	switch {
	case p.receipt != nil:
		return refuse(http.StatusBadRequest, "이미 발급된 현금영수증이 있습니다.")
	case p.PayMethod != "trans" && p.PayMethod != "vbank":
		return refuse(http.StatusInternalServerError, "현금 결제가 아닙니다.")
	case c.number("tax_free") < 0 || c.number("tax_free") > p.Amount:
		return refuse(http.StatusBadRequest, "면세금액이 올바르지 않습니다.")
	}
	p.receipt = &receipt{id: p.ImpUID, owner: "imp_uid", kind: person(c), amount: p.rest(), applied: api.unix()}
	return ok(p.receipt.response())
}

// person is whom the receipt is for.
func person(c *call) string {
	kind := c.text("type")
	fill(&kind, "person")
	return kind
}

func (api *API) receiptOf(c *call) answer {
	p := api.find(c.text("imp_uid"))
	if p == nil || p.receipt == nil {
		return notFound()
	}
	return ok(p.receipt.response())
}

func (api *API) revokeReceipt(c *call) answer {
	p := api.find(c.text("imp_uid"))
	if p == nil || p.receipt == nil {
		return refuse(http.StatusBadRequest, "발급된 현금영수증이 없습니다.")
	}
	gone := p.receipt
	p.receipt, gone.cancelled = nil, api.unix()
	return ok(gone.response())
}

// issueExternal makes a receipt for money that did not come through PortOne.
func (api *API) issueExternal(c *call) answer {
	ch, known := api.channel(c.text("channel_key"))
	if !known {
		return refuse(http.StatusBadRequest, "채널이 없습니다.")
	}
	if missing := c.needs(about{provider: string(ch.Provider)}); missing != nil {
		return *missing
	}
	number := c.text("merchant_uid")
	switch {
	case !plainNumber.MatchString(number):
		return refuse(http.StatusBadRequest, "주문번호에 특수문자를 쓸 수 없습니다.")
	case api.external[number] != nil:
		return refuse(http.StatusBadRequest, "이미 발급된 현금영수증이 있습니다.")
	case c.number("amount") <= 0:
		return refuse(http.StatusBadRequest, fmt.Sprintf("금액이 올바르지 않습니다: %v", c.args["amount"]))
	}
	r := &receipt{id: number, owner: "merchant_uid", kind: person(c), amount: c.number("amount"), applied: api.unix()}
	api.external[number] = r
	return ok(r.response())
}

func (api *API) externalOf(c *call) answer {
	r := api.external[c.text("merchant_uid")]
	if r == nil {
		return notFound()
	}
	return ok(r.response())
}

func (api *API) revokeExternal(c *call) answer {
	number := c.text("merchant_uid")
	r := api.external[number]
	if r == nil {
		return notFound()
	}
	delete(api.external, number)
	r.cancelled = api.unix()
	return ok(r.response())
}
