package fakeapi

import (
	"fmt"
	"net/http"
)

// BillingKey is a card that a buyer registered.
type BillingKey struct {
	UID      string
	Channel  Channel
	Inserted int64
	Tier     string
	Declined bool // its charges fail
}

// Register puts a card into the API as if a window had done it.
func (api *API) Register(key BillingKey) {
	api.mu.Lock()
	defer api.mu.Unlock()
	key.Inserted = api.unix()
	api.keys[key.UID] = &key
}

// Decline makes all later charges of a card fail.
func (api *API) Decline(customerUID string) {
	api.mu.Lock()
	defer api.mu.Unlock()
	api.keys[customerUID].Declined = true
}

// Forget takes a card out.
func (api *API) Forget(customerUID string) {
	api.mu.Lock()
	defer api.mu.Unlock()
	delete(api.keys, customerUID)
}

// Registered reports whether a card is there.
func (api *API) Registered(customerUID string) bool {
	api.mu.Lock()
	defer api.mu.Unlock()
	return api.keys[customerUID] != nil
}

func (k *BillingKey) response() map[string]any {
	return map[string]any{"customer_uid": k.UID, "customer_id": k.UID, "pg_provider": string(k.Channel.Provider), "pg_id": k.Channel.MID,
		"card_name": "삼성카드", "card_code": "365", "card_number": "536510*********2", "card_type": "0", "sandbox": k.Channel.Sandbox,
		"customer_name": nil, "customer_tel": nil, "customer_email": nil, "inserted": k.Inserted, "updated": k.Inserted}
}

// key finds the card of a call, in its sub-store.
func (c *call) key() *BillingKey {
	if k := c.api.keys[c.text("customer_uid")]; k != nil && k.Tier == c.tier {
		return k
	}
	return nil
}

func noKey() answer { return refuse(http.StatusNotFound, "등록되지 않은 구매자입니다.") }

func (api *API) customer(c *call) answer {
	k := c.key()
	if k == nil {
		return noKey()
	}
	return ok(k.response())
}

func (api *API) customers(c *call) answer {
	var all []any
	names := c.texts("customer_uid[]")
	for _, name := range names {
		if k := api.keys[name]; k != nil {
			all = append(all, k.response())
		}
	}
	switch len(all) {
	case 0:
		return noKey()
	case len(names):
		return ok(all)
	}
	return part(all)
}

func (api *API) deleteCustomer(c *call) answer {
	k := c.key()
	if k == nil {
		return noKey()
	}
	delete(api.keys, k.UID)
	return ok(k.response())
}

func (api *API) customerPayments(c *call) answer {
	k := c.key()
	if k == nil {
		return noKey()
	}
	var all []*Payment
	for _, p := range api.payments {
		if p.CustomerUID == k.UID {
			all = append(all, p)
		}
	}
	return ok(map[string]any{"total": len(all), "previous": 0, "next": 0, "list": responses(all)})
}

// again charges a card at once. What the card's company says is in the
// payment's status, not in the code.
func (api *API) again(c *call) answer {
	k := c.key()
	if k == nil {
		return fail("등록되지 않은 구매자입니다.")
	}
	if missing := c.needs(about{provider: string(k.Channel.Provider)}); missing != nil {
		return *missing
	}
	if key := c.text("channel_key"); key != "" && key != k.Channel.Key {
		return fail("빌링키의 채널이 아닙니다.")
	}
	if quota := c.number("card_quota"); quota < 0 || quota == 1 || quota >= 2 && c.number("amount") < 50000 {
		return fail("할부개월이 올바르지 않습니다.")
	}
	if refusal := api.refusesCharge(c.text("merchant_uid"), c.number("amount")); refusal != "" {
		return fail(refusal)
	}
	return ok(api.charge(k, Payment{MerchantUID: c.text("merchant_uid"), Amount: c.number("amount"), TaxFree: c.number("tax_free"),
		Name: c.text("name"), CustomData: c.text("custom_data")}).response())
}

func (api *API) refusesCharge(number string, amount float64) string {
	switch {
	case !plainNumber.MatchString(number):
		return "주문번호에 특수문자를 쓸 수 없습니다."
	case api.paid(number):
		return "이미 결제된 주문번호입니다."
	case amount <= 0:
		return "결제금액이 올바르지 않습니다."
	}
	return ""
}

func (api *API) charge(k *BillingKey, p Payment) *Payment {
	p.PayMethod, p.Provider, p.MID, p.Sandbox, p.Tier = "card", k.Channel.Provider, k.Channel.MID, k.Channel.Sandbox, k.Tier
	p.CustomerUID, p.CustomerUIDUsage = k.UID, "payment"
	p.Status = Paid
	if k.Declined {
		p.Status, p.FailReason = Failed, fmt.Sprintf("[8221] 잔액부족 (%s)", k.UID)
	}
	return api.add(p)
}
