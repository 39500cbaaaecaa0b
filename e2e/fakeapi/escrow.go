package fakeapi

import (
	"encoding/json"
	"net/http"

	"smartro-wizard/wizard"
)

// escrow finds the payment whose delivery is told.
func (c *call) escrow() (*Payment, *answer) {
	p := c.api.find(c.text("imp_uid"))
	var no answer
	switch {
	case p == nil || p.Tier != c.tier:
		no = notFound()
	case !p.Escrow || p.Provider != wizard.ModuleNew || p.PaidAt == 0:
		no = refuse(http.StatusBadRequest, "에스크로 결제가 아닙니다.")
	default:
		return p, nil
	}
	return nil, &no
}

func (api *API) delivery(c *call) answer {
	p, no := c.escrow()
	switch {
	case no != nil:
		return *no
	case p.delivery == nil:
		return refuse(http.StatusConflict, "등록된 배송정보가 없습니다.")
	}
	return ok(p.delivery)
}

func (api *API) deliver(c *call) answer {
	p, no := c.escrow()
	if no != nil {
		return *no
	}
	if missing := c.needs(about{provider: string(p.Provider)}); missing != nil {
		return *missing
	}
	if p.delivery != nil {
		return refuse(http.StatusConflict, "이미 배송정보가 등록되었습니다.")
	}
	return api.logis(c, p)
}

func (api *API) redeliver(c *call) answer {
	p, no := c.escrow()
	if no != nil {
		return *no
	}
	if missing := c.needs(about{provider: string(p.Provider)}); missing != nil {
		return *missing
	}
	if p.delivery == nil {
		return refuse(http.StatusConflict, "수정할 배송정보가 없습니다.")
	}
	return api.logis(c, p)
}

// logis keeps the delivery. A company that is in no list becomes ETC.
func (api *API) logis(c *call, p *Payment) answer {
	logis, _ := c.args["logis"].(map[string]any)
	company, _ := logis["company"].(string)
	if _, known := wizard.CodeOf(wizard.CodesCouriers, company); !known {
		company = "ETC"
	}
	sent, _ := logis["sent_at"].(json.Number)
	p.delivery = map[string]any{"company": company, "invoice": logis["invoice"], "sent_at": sent, "applied_at": api.unix()}
	return ok(p.delivery)
}
