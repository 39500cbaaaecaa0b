package servers

import (
	"net/url"
	"slices"
	"strings"

	"smartro-wizard/wizard"
)

// operation finds what an operator may ask for at a path, if it was chosen.
func (s *reference) operation(path string) func(object) reply {
	of := map[string]struct {
		part string
		do   func(object) reply
	}{
		"cancel": {wizard.PartCancel, s.cancel}, "again": {wizard.PartAgain, s.again}, "schedule": {wizard.PartSchedule, s.schedule},
		"unschedule": {wizard.PartSchedule, s.unschedule}, "vbank": {wizard.PartVbank, s.issue}, "delivery": {wizard.PartEscrow, s.deliver}, "receipt": {wizard.PartReceipt, s.receipt},
	}[path]
	if !slices.Contains(s.v.Parts, of.part) && !s.has(allParts) {
		return nil
	}
	return of.do
}

// fits wants these texts and amounts, all of them.
func fits(b object, names ...string) bool {
	for _, name := range names {
		switch v := b[name].(type) {
		case string:
			if strings.TrimSpace(v) == "" || len([]rune(v)) > 255 || strings.HasSuffix(name, "amount") {
				return false
			}
		case float64:
			if !strings.HasSuffix(name, "amount") && !strings.HasSuffix(name, "_at") && !strings.HasSuffix(name, "due") || v <= 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// ofShop finds the order and its payment.
func (s *reference) ofShop(b object) (*shopOrder, *reply) {
	number, _ := b["merchant_uid"].(string)
	var no reply
	switch o := s.find(number); {
	case !merchantUID.MatchString(number):
		no = say("bad_request")
	case o == nil:
		no = say("unknown_order")
	case o.imp == "":
		no = say("unpaid")
	default:
		return o, nil
	}
	return nil, &no
}

func (s *reference) cancel(b object) reply {
	if _, sent := b["amount"]; !fits(b, "reason") || sent && !fits(b, "amount") {
		return say("bad_request")
	}
	o, no := s.ofShop(b)
	if no != nil {
		return *no
	}
	p, word := s.lookUp(o.imp)
	if word != "" {
		return say(word)
	}
	account := []string{"refund_tel", "refund_holder", "refund_bank", "refund_account"}
	if s.v.old {
		account = account[:1]
	}
	if p["pay_method"] == "vbank" && !fits(b, account...) {
		return say("bad_request")
	}
	gone, _ := p["cancel_amount"].(float64)
	ask := with(b, object{"imp_uid": o.imp, "merchant_uid": absent, "checksum": o.amount - gone})
	if s.has(noChecksum) {
		delete(ask, "checksum")
	}
	a, no := s.portone.succeed("/payments/cancel", ask)
	if no != nil {
		return *no
	}
	if a["status"] == "cancelled" && a["cancel_amount"] == o.amount || s.has(cancelsAtOnce) {
		s.finish(o, o.imp, "cancelled")
	}
	return say("done")
}

var buyerNames = []string{"buyer_name", "buyer_email", "buyer_tel"}

// newCharge makes the order of a charge or an account.
func (s *reference) newCharge(b object) *shopOrder {
	number, sent := b["merchant_uid"].(string)
	if sent && !merchantUID.MatchString(number) || b["merchant_uid"] != nil && !sent {
		return nil
	}
	amount, _ := b["amount"].(float64)
	return s.create(number, amount, true)
}

func (s *reference) again(b object) reply {
	if !fits(b, append([]string{"customer_uid", "amount", "name"}, buyerNames...)...) {
		return say("bad_request")
	}
	o := s.newCharge(b)
	if o == nil {
		return say("bad_request")
	}
	path := "/subscribe/payments/again"
	if s.has(misprint) {
		path = "/subscribe/again"
	}
	a, no := s.portone.succeed(path, with(b, object{"merchant_uid": o.number}))
	switch {
	case no != nil:
		return *no
	case a["status"] != "paid" && !s.has(chargesBlindly):
		return say("refused")
	}
	imp, _ := a["imp_uid"].(string)
	s.settle(o, imp, "paid")
	return say("done", object{"merchant_uid": o.number})
}

func (s *reference) schedule(b object) reply {
	rows, _ := b["schedules"].([]any)
	if !fits(b, "customer_uid") || len(rows) == 0 {
		return say("bad_request")
	}
	var asked []any
	for _, item := range rows {
		row, _ := item.(object)
		if !fits(row, append([]string{"schedule_at", "amount", "name"}, buyerNames...)...) {
			return say("bad_request")
		}
		o := s.newCharge(row)
		if o == nil {
			return say("bad_request")
		}
		asked = append(asked, with(row, object{"merchant_uid": o.number, "currency": "KRW"}))
	}
	if _, no := s.portone.succeed("/subscribe/payments/schedule", object{"customer_uid": b["customer_uid"], "schedules": asked}); no != nil {
		return *no
	}
	return say("done")
}

func (s *reference) unschedule(b object) reply {
	if _, no := s.portone.succeed("/subscribe/payments/unschedule", b); no != nil {
		return *no
	}
	return say("done")
}

func (s *reference) issue(b object) reply {
	if !fits(b, append([]string{"amount", "vbank_code", "vbank_due", "vbank_holder"}, buyerNames...)...) {
		return say("bad_request")
	}
	o := s.newCharge(b)
	if o == nil {
		return say("bad_request")
	}
	a, no := s.portone.succeed("/vbanks", with(b, object{"merchant_uid": o.number, "channel_key": s.v.channel().Key}))
	if no != nil {
		return *no
	}
	imp, _ := a["imp_uid"].(string)
	s.settle(o, imp, "ready")
	return say("done")
}

func (s *reference) deliver(b object) reply {
	for _, name := range []string{"sender", "receiver"} {
		person, _ := b[name].(object)
		address, _ := person["formed_address"].(object)
		if !fits(person, "name", "tel", "postcode") || !fits(address, "address_line_1", "address_line_2") {
			return say("bad_request")
		}
	}
	if logis, _ := b["logis"].(object); !fits(logis, "company", "invoice", "sent_at") {
		return say("bad_request")
	}
	o, no := s.ofShop(b)
	if no != nil {
		return *no
	}
	if _, no := s.portone.succeed("/escrows/logis/"+url.PathEscape(o.imp), with(b, object{"merchant_uid": absent})); no != nil {
		return *no
	}
	return say("done")
}

func (s *reference) receipt(b object) reply {
	if !fits(b, "identifier", "type", "buyer_name", "buyer_tel") || b["type"] != "person" && b["type"] != "company" {
		return say("bad_request")
	}
	o, no := s.ofShop(b)
	if no != nil {
		return *no
	}
	if _, no := s.portone.succeed("/receipts/"+url.PathEscape(o.imp), with(b, object{"merchant_uid": absent})); no != nil {
		return *no
	}
	return say("done")
}
