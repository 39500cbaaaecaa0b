package fakeapi

import (
	"encoding/json"
	"net/http"
	"slices"
)

// The states of a schedule.
const (
	Scheduled = "scheduled"
	Executed  = "executed"
	Revoked   = "revoked"
)

// Schedule is a charge to come.
type Schedule struct {
	CustomerUID, MerchantUID string
	At                       int64
	Amount, TaxFree          float64
	Name                     string
	Status                   string
	PaymentStatus, ImpUID    string // once it ran
}

// Schedules gives every schedule as it stands.
func (api *API) Schedules() []Schedule {
	api.mu.Lock()
	defer api.mu.Unlock()
	var all []Schedule
	for _, s := range api.schedules {
		all = append(all, *s)
	}
	return all
}

func (s *Schedule) response() map[string]any {
	return map[string]any{"customer_uid": s.CustomerUID, "merchant_uid": s.MerchantUID, "imp_uid": null(s.ImpUID), "schedule_at": s.At, "amount": s.Amount,
		"currency": "KRW", "name": s.Name, "schedule_status": s.Status, "payment_status": null(s.PaymentStatus)}
}

func scheduleResponses(all []*Schedule) []any {
	list := make([]any, len(all))
	for i, s := range all {
		list[i] = s.response()
	}
	return list
}

// schedule takes all rows or none.
func (api *API) schedule(c *call) answer {
	k := c.key()
	if k == nil {
		return fail("등록되지 않은 구매자입니다.")
	}
	if missing := c.needs(about{provider: string(k.Channel.Provider)}); missing != nil {
		return *missing
	}
	items, _ := c.args["schedules"].([]any)
	if len(items) == 0 {
		return fail("예약 목록이 비었습니다.")
	}
	var made []*Schedule
	for _, item := range items {
		s := scheduleOf(item)
		s.CustomerUID = k.UID
		if refusal := api.refusesSchedule(s, made, item); refusal != "" {
			return fail(refusal)
		}
		made = append(made, s)
	}
	api.schedules = append(api.schedules, made...)
	return ok(scheduleResponses(made))
}

func scheduleOf(item any) *Schedule {
	row, _ := item.(map[string]any)
	inner := call{args: row}
	at, _ := row["schedule_at"].(json.Number)
	seconds, _ := at.Int64()
	return &Schedule{MerchantUID: inner.text("merchant_uid"), At: seconds, Amount: inner.number("amount"), TaxFree: inner.number("tax_free"),
		Name: inner.text("name"), Status: Scheduled}
}

func (api *API) refusesSchedule(s *Schedule, made []*Schedule, item any) string {
	row, _ := item.(map[string]any)
	same := func(o *Schedule) bool { return o.MerchantUID == s.MerchantUID }
	switch {
	case row["currency"] != "KRW":
		return "KRW 만 쓸 수 있습니다."
	case !api.soon(s.At):
		return "예약시각이 올바르지 않습니다."
	case len([]rune(s.MerchantUID)) > 40:
		return "주문번호는 40자까지입니다."
	case slices.ContainsFunc(api.schedules, same) || slices.ContainsFunc(made, same):
		return "이미 예약된 주문번호입니다."
	}
	return api.refusesCharge(s.MerchantUID, s.Amount)
}

// soon wants UNIX seconds from here on; milliseconds lie too far ahead.
func (api *API) soon(unix int64) bool { return unix > api.unix() && unix < 1e10 }

func (api *API) unschedule(c *call) answer {
	numbers, customer := c.texts("merchant_uid"), c.text("customer_uid")
	var gone []*Schedule
	for _, s := range api.schedules {
		if s.Status == Scheduled && (customer == "" || s.CustomerUID == customer) && (numbers == nil || slices.Contains(numbers, s.MerchantUID)) {
			gone = append(gone, s)
		}
	}
	c.asked = true
	if len(gone) == 0 {
		return fail("취소할 예약결제 기록이 존재하지 않습니다.")
	}
	for _, s := range gone {
		s.Status = Revoked
	}
	return ok(scheduleResponses(gone))
}

// runSchedules charges what has fallen due, and tells the shop either way.
func (api *API) runSchedules() {
	for _, s := range api.schedules {
		if s.Status != Scheduled || s.At > api.unix() {
			continue
		}
		api.run(s)
	}
}

func (api *API) run(s *Schedule) *Payment {
	s.Status = Executed
	p := Payment{MerchantUID: s.MerchantUID, Amount: s.Amount, TaxFree: s.TaxFree, Name: s.Name}
	kept := api.charge(api.keyOf(s), p)
	s.PaymentStatus, s.ImpUID = kept.Status, kept.ImpUID
	api.tell(kept, "")
	return kept
}

// keyOf is the card of a schedule; of a card that was deleted, one that fails.
func (api *API) keyOf(s *Schedule) *BillingKey {
	if k := api.keys[s.CustomerUID]; k != nil {
		return k
	}
	return &BillingKey{UID: s.CustomerUID, Declined: true}
}

func noSchedule() answer { return refuse(http.StatusNotFound, "예약이 존재하지 않습니다.") }

func (c *call) scheduled() *Schedule {
	number := c.text("merchant_uid")
	i := slices.IndexFunc(c.api.schedules, func(s *Schedule) bool { return s.MerchantUID == number })
	if i < 0 {
		return nil
	}
	return c.api.schedules[i]
}

func (api *API) scheduleOne(c *call) answer {
	s := c.scheduled()
	if s == nil {
		return noSchedule()
	}
	return ok(s.response())
}

func (api *API) scheduleList(c *call) answer {
	return api.between(c.number("schedule_from"), c.number("schedule_to"), func(s *Schedule) bool {
		status := c.text("schedule_status")
		return status == "" || s.Status == status
	})
}

func (api *API) customerSchedules(c *call) answer {
	if c.key() == nil {
		return noKey()
	}
	return api.between(c.number("from"), c.number("to"), func(s *Schedule) bool { return s.CustomerUID == c.text("customer_uid") })
}

func (api *API) between(from, to float64, is func(*Schedule) bool) answer {
	const months = 92 * 24 * 60 * 60
	if from <= 0 || to < from || to-from > months {
		return refuse(http.StatusBadRequest, "기간이 올바르지 않습니다.")
	}
	var all []*Schedule
	for _, s := range api.schedules {
		if float64(s.At) >= from && float64(s.At) <= to && is(s) {
			all = append(all, s)
		}
	}
	return ok(scheduleResponses(all))
}

func (api *API) moveSchedule(c *call) answer {
	s := c.scheduled()
	at := int64(c.number("schedule_at"))
	switch {
	case s == nil:
		return noSchedule()
	case s.Status != Scheduled || !api.soon(at):
		return refuse(http.StatusBadRequest, "예약을 수정할 수 없습니다.")
	}
	s.At = at
	return ok(s.response())
}

// reschedule puts a schedule that failed or was taken back in the queue again.
func (api *API) reschedule(c *call) answer {
	s := c.scheduled()
	at := int64(c.number("schedule_at"))
	switch {
	case s == nil:
		return noSchedule()
	case s.Status == Scheduled || s.PaymentStatus == Paid || !api.soon(at):
		return refuse(http.StatusBadRequest, "재예약할 수 없습니다.")
	}
	s.Status, s.At, s.PaymentStatus, s.ImpUID = Scheduled, at, "", ""
	return ok(s.response())
}

func (api *API) retry(c *call) answer {
	s := c.scheduled()
	switch {
	case s == nil:
		return noSchedule()
	case s.Status == Scheduled || s.PaymentStatus == Paid:
		return refuse(http.StatusBadRequest, "재시도할 수 없습니다.")
	}
	return ok(api.run(s).response())
}
