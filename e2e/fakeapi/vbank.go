package fakeapi

import (
	"encoding/json"
	"net/http"

	"smartro-wizard/wizard"
)

// issue makes a virtual account without a window.
func (api *API) issue(c *call) answer {
	ch, known := api.channel(c.text("channel_key"))
	if !known || ch.Provider != wizard.ModuleNew {
		return fail("지원하지 않는 채널입니다.")
	}
	if missing := c.needs(about{provider: string(ch.Provider)}); missing != nil {
		return *missing
	}
	bank, known := wizard.CodeOf(wizard.CodesBanks, c.text("vbank_code"))
	due, _ := c.args["vbank_due"].(json.Number)
	seconds, _ := due.Int64()
	switch {
	case !known || ch.Sandbox && bank.NotInTest:
		return fail("가상계좌를 발급할 수 없는 은행입니다.")
	case !api.soon(seconds):
		return fail("입금기한이 올바르지 않습니다.")
	}
	if refusal := api.refusesCharge(c.text("merchant_uid"), c.number("amount")); refusal != "" {
		return fail(refusal)
	}
	p := api.add(Payment{MerchantUID: c.text("merchant_uid"), Status: Ready, Amount: c.number("amount"), PayMethod: "vbank",
		Provider: ch.Provider, MID: ch.MID, Sandbox: ch.Sandbox, Tier: c.tier, Name: c.text("name"), CustomData: c.text("custom_data")})
	p.Vbank = Vbank{Code: bank.Code, Name: bank.Name.Ko, Num: p.Vbank.Num, Holder: c.text("vbank_holder"), Due: seconds}
	api.tell(p, "")
	return ok(p.response())
}

// revoke ends an account that nobody paid into.
func (api *API) revoke(c *call) answer {
	p := api.find(c.text("imp_uid"))
	switch {
	case p == nil:
		return notFound()
	case p.PayMethod != "vbank" || p.Status != Ready:
		return refuse(http.StatusBadRequest, "입금 전인 가상계좌가 아닙니다.")
	}
	p.Status, p.CancelledAt = Cancelled, api.unix()
	return ok(p.response())
}
