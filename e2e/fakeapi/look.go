package fakeapi

import (
	"net/http"
	"slices"
)

// getPayment leaves out the payments of test channels unless they are asked for.
func (api *API) getPayment(c *call) answer {
	p := api.find(c.text("imp_uid"))
	if p == nil || p.Tier != c.tier || p.Sandbox && !c.truth("include_sandbox") {
		return notFound()
	}
	return ok(p.response())
}

func (api *API) getPayments(c *call) answer {
	uids, numbers := c.texts("imp_uid[]"), c.texts("merchant_uid[]")
	if asked := len(uids) + len(numbers); asked == 0 || asked > 100 {
		return refuse(http.StatusBadRequest, "from 1 to 100 payments")
	}
	var found []*Payment
	missing := 0
	for _, uid := range uids {
		if p := api.find(uid); p != nil {
			found = append(found, p)
		} else {
			missing++
		}
	}
	for _, number := range numbers {
		of := api.ofOrder(number, "")
		if len(of) == 0 {
			missing++
		}
		found = append(found, of...)
	}
	switch {
	case len(found) == 0:
		return notFound()
	case missing > 0:
		return part(responses(found))
	}
	return ok(responses(found))
}

func (api *API) findPayment(c *call) answer {
	found := api.ofOrder(c.text("merchant_uid"), c.text("payment_status"))
	if len(found) == 0 {
		return notFound()
	}
	by := func(p *Payment) int64 { return p.StartedAt }
	if s := c.text("sorting"); s == "paid" || s == "-paid" {
		by = func(p *Payment) int64 { return p.PaidAt }
	}
	newest := c.text("sorting") == "" || c.text("sorting")[0] == '-'
	slices.SortStableFunc(found, func(a, b *Payment) int {
		if newest {
			a, b = b, a
		}
		return int(by(a) - by(b))
	})
	return ok(found[0].response())
}

// ofOrder gives every attempt with an order number.
func (api *API) ofOrder(number, status string) []*Payment {
	var all []*Payment
	for _, p := range api.payments {
		if p.MerchantUID == number && (status == "" || p.Status == status) {
			all = append(all, p)
		}
	}
	return all
}
