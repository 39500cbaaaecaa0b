package fakeapi

// Prepared is an order that was registered before its window opens.
type Prepared struct {
	Amount   float64
	Currency string
}

func (p Prepared) response(number string) map[string]any {
	return map[string]any{"merchant_uid": number, "amount": p.Amount, "currency": null(p.Currency)}
}

// Prepared tells what was registered for an order number.
func (api *API) Prepared(number string) (Prepared, bool) {
	api.mu.Lock()
	defer api.mu.Unlock()
	p, known := api.prepared[number]
	return p, known
}

func (api *API) prepare(c *call) answer {
	number := c.text("merchant_uid")
	if _, known := api.prepared[number]; known {
		return fail("이미 등록된 merchant_uid 입니다.")
	}
	if api.paid(number) {
		return fail("이미 결제된 merchant_uid 입니다.")
	}
	if c.number("amount") <= 0 {
		return fail("amount 가 올바르지 않습니다.")
	}
	p := Prepared{c.number("amount"), c.text("currency")}
	api.prepared[number] = p
	return ok(p.response(number))
}

func (api *API) prepareAgain(c *call) answer {
	number := c.text("merchant_uid")
	p, known := api.prepared[number]
	if !known {
		return notFound()
	}
	p.Amount = c.number("amount")
	api.prepared[number] = p
	return ok(p.response(number))
}

func (api *API) preparedOne(c *call) answer {
	number := c.text("merchant_uid")
	p, known := api.prepared[number]
	if !known {
		return notFound()
	}
	return ok(p.response(number))
}
